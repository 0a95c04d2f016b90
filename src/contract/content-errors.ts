/**
 * Turns zod's issues into `errors: [{pointer, message}]`: short sentences in both languages, by issue code. Never the
 * offending value; and never more than a page of them, so that a greedy body buys no long answer.
 */
import type { z } from 'zod';
import type { Words } from '../domain/vocabulary.ts';
import { pointerOf } from './json-text.ts';
import type { ContentError } from './problems.ts';

const ERRORS_LIMIT = 20;

type Issue = z.core.$ZodIssue;

const TYPE_WORDS: Record<string, Words> = {
  string: { zh: '应为文本', en: 'Must be text' },
  number: { zh: '应为数值', en: 'Must be a number' },
  int: { zh: '应为整数', en: 'Must be a whole number' },
  boolean: { zh: '应为 true 或 false', en: 'Must be true or false' },
  array: { zh: '应为列表', en: 'Must be a list' },
  object: { zh: '应为对象', en: 'Must be an object' },
  record: { zh: '应为对象', en: 'Must be an object' },
};

const FORMAT_WORDS: Record<string, Words> = {
  uuid: { zh: '应为 UUID', en: 'Must be a UUID' },
  datetime: {
    zh: '应为 RFC 3339 时刻，如 2025-06-09T08:00:00Z',
    en: 'Must be an RFC 3339 instant, as 2025-06-09T08:00:00Z',
  },
  date: { zh: '应为日期，如 2025-06-09', en: 'Must be a date, as 2025-06-09' },
  email: { zh: '应为电子邮件地址', en: 'Must be an e-mail address' },
  url: { zh: '应为网址', en: 'Must be a URL' },
};

const BOUND_UNITS: Record<string, Words> = {
  string: { zh: '个字符', en: 'characters' },
  array: { zh: '项', en: 'items' },
  set: { zh: '项', en: 'items' },
  file: { zh: '字节', en: 'bytes' },
};

function boundWords(kind: 'least' | 'most', limit: number | bigint | Date, origin: string): Words {
  const bound = limit instanceof Date ? limit.toISOString() : String(limit);
  const unit = BOUND_UNITS[origin] ?? { zh: '', en: '' };
  const space = unit.zh === '' ? '' : ' ';
  return kind === 'least'
    ? { zh: `至少 ${bound}${space}${unit.zh}`, en: `At least ${bound}${space}${unit.en}` }
    : { zh: `至多 ${bound}${space}${unit.zh}`, en: `At most ${bound}${space}${unit.en}` };
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { zh?: unknown }).zh === 'string' &&
  typeof (value as { en?: unknown }).en === 'string';

/** The sentence of one issue. A refinement of ours may bring its own: `params: { words: { zh, en } }`. */
export function issueWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { zh: '此项必填', en: 'This is required' }
        : (TYPE_WORDS[issue.expected] ?? { zh: '类型不符', en: 'Has the wrong type' });
    case 'too_big':
      return boundWords('most', issue.maximum, issue.origin);
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? { zh: '不得为空', en: 'Must not be empty' }
        : boundWords('least', issue.minimum, issue.origin);
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `Must be a multiple of ${issue.divisor}` };
    case 'invalid_format':
      return FORMAT_WORDS[issue.format] ?? { zh: '格式不符', en: 'Has the wrong form' };
    case 'unrecognized_keys':
      return { zh: '没有此项', en: 'There is no such field' };
    case 'invalid_value':
      return issue.values.length <= 40
        ? {
            zh: `应为：${issue.values.map(String).join('、')}`,
            en: `Must be one of: ${issue.values.map(String).join(', ')}`,
          }
        : { zh: '不在可选值之列', en: 'Is not one of the accepted values' };
    case 'invalid_union':
      return { zh: '不符合任何一种可接受的形式', en: 'Fits none of the accepted forms' };
    case 'invalid_key':
      return { zh: '键名不符合规定', en: 'The key is not accepted' };
    case 'invalid_element':
      return { zh: '其中一项不符合规定', en: 'One of the items is not accepted' };
    case 'custom': {
      const words: unknown = issue.params?.words;
      if (isWords(words)) return words;
      const said = issue.message === 'Invalid input' ? null : issue.message;
      return { zh: said ?? '不符合规定', en: said ?? 'Is not accepted' };
    }
  }
}

/** Of a union, the one branch that fits down to its parts tells more than "none fits". */
function closest(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deep = issue.errors.filter((branch) => branch.every(({ path }) => path.length > 0));
  const only = deep.length === 1 ? deep[0] : undefined;
  return only ? only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

/** All of them, outermost path first given by `prefix` (`''` for the body, `/query`, `/path`, `/headers`). */
export function contentErrors(error: z.ZodError, prefix = ''): readonly ContentError[] {
  return error.issues
    .flatMap(closest)
    .flatMap((issue): ContentError[] => {
      const message = issueWords(issue);
      return issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, ERRORS_LIMIT)
            .map((key) => ({ pointer: prefix + pointerOf([...issue.path, key]), message }))
        : [{ pointer: prefix + pointerOf(issue.path), message }];
    })
    .slice(0, ERRORS_LIMIT);
}
