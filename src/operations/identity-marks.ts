/**
 * Marks of an identity: keyed hashes of each name and contact in its plainest spelling. Two cases whose reporter gave the
 * same have the same mark, and whoever reads marks without the key learns nothing else.
 */
import { createHmac } from 'node:crypto';

/** What an identity is counted by: the last step of its pointer in an event's data. */
export const MARKED = ['name', 'contact'] as const;
export type Marked = (typeof MARKED)[number];

/** A contact may hold several; more than these are nobody's. */
const MOST_PARTS = 10;

/** Half-width, lower case, without blanks and punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

/** The mark of one text, in hexadecimal. */
export const markOf = (lookupKey: Buffer, kind: Marked, text: string): string =>
  createHmac('sha256', lookupKey)
    .update(`identity ${kind} ${plain(text)}`)
    .digest('hex');

/** The marks of what an event says of an identity, by JSON Pointer: a contact as a whole, and each of its parts. */
export function marksOf(
  lookupKey: Buffer,
  caseId: string,
  identity: Readonly<Record<string, unknown>>,
): { readonly case_id: string; readonly mark: string }[] {
  const marks = Object.entries(identity).flatMap(([pointer, value]) => {
    const kind = MARKED.find((each) => pointer.endsWith(`/${each}`));
    if (kind === undefined || typeof value !== 'string') return [];
    const parts = kind === 'contact' ? value.split(/[,;，；、\s]+/).slice(0, MOST_PARTS) : [];
    return [value, ...parts]
      .filter((part) => plain(part) !== '')
      .map((part) => markOf(lookupKey, kind, part));
  });
  return [...new Set(marks)].map((mark) => ({ case_id: caseId, mark }));
}
