/**
 * Reads a form (`application/x-www-form-urlencoded`), for the one standard that asks for it (RFC 6749): up to a limit, UTF-8,
 * a few fields. No nesting, no brackets; a name given twice becomes a list, so that its reader can refuse it.
 */
import type { IncomingMessage } from 'node:http';
import { Problem } from '../contract/problems.ts';
import { readBytes } from './body.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;
const MOST_FIELDS = 20;

export type Form = Record<string, string | string[]>;

/** Throws `unsupported-media-type`, `too-large`, `request-timeout`. What cannot be read as a form has no fields. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  if (!FORM_TYPE.test(request.headers['content-type'] ?? ''))
    throw new Problem('unsupported-media-type', {
      zh: '正文须为 application/x-www-form-urlencoded',
      en: 'The body must be application/x-www-form-urlencoded',
    });
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    throw new Problem('unsupported-media-type', {
      zh: '正文不得压缩',
      en: 'The body must not be compressed',
    });
  return parseForm((await readBytes(request)).toString('latin1')) ?? {};
}

/** The fields of a form; null for what is none. */
export function parseForm(text: string): Form | null {
  const form = Object.create(null) as Form;
  const pairs = text.split('&').filter((pair) => pair !== '');
  if (pairs.length > MOST_FIELDS) return null;
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals));
    const value = decoded(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null || value === null) return null;
    form[name] = name in form ? [form[name] ?? '', value].flat() : value;
  }
  return form;
}

/** Percent signs and plus signs undone; null for an encoding that is none, for bytes that are no ASCII, and for NUL. */
function decoded(text: string): string | null {
  if (/[^\x21-\x7e]/.test(text)) return null;
  try {
    const value = decodeURIComponent(text.replaceAll('+', ' '));
    return value.includes('\0') ? null : value;
  } catch {
    return null;
  }
}
