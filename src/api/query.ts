/**
 * Reads the query of an address: UTF-8, each name once, no NUL. Stricter than Express's parsers, which turn repeated
 * names into lists and broken encodings into question marks.
 */
import { Problem } from '../contract/problems.ts';
import type { Words } from '../domain/vocabulary.ts';

const REFUSALS = {
  encoding: { zh: '地址中的编码不合规定', en: 'The address is not encoded correctly' },
  nul: { zh: '参数不得含有空字符', en: 'Parameters must not contain NUL' },
  twice: { zh: '同一参数出现两次', en: 'The same parameter is given twice' },
  none: { zh: '此操作没有查询参数', en: 'This operation takes no query parameters' },
} as const satisfies Record<string, Words>;

const refuse = (why: keyof typeof REFUSALS): Problem => new Problem('bad-parameter', REFUSALS[why]);

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw refuse('encoding');
  }
}

/** The parameters by name. Throws `bad-parameter`; also for NUL in the path, which reaches parameters decoded. */
export function readQuery(url: string, isTaken: boolean): Record<string, string> {
  if (url.includes('%00')) throw refuse('nul');
  const start = url.indexOf('?');
  const query = Object.create(null) as Record<string, string>;
  if (start < 0 || start === url.length - 1) return query;
  if (!isTaken) throw refuse('none');
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (name in query) throw refuse('twice');
    query[name] = equals < 0 ? '' : decode(pair.slice(equals + 1));
  }
  return query;
}
