/** Versions of a case as entity tags: `"7"`. Strong, because a version never names two different things. */
import { z } from 'zod';

export const etagOf = (version: number): string => `"${version}"`;

/** What a change declares for `If-Match`; optional here, because its absence is a 428 that comes after 404. */
export const IfMatchHeader = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'The `ETag` of the case as you read it', examples: ['"7"'] });

/**
 * The version a change was made against; undefined when none is named (`*` names none), for the operation to refuse
 * with `if-match-missing`. A tag that is not one of ours, or a weak one, matches nothing: 0, which no case has.
 */
export function readIfMatch(header: string | undefined): number | undefined {
  const given = header?.trim() ?? '';
  if (given === '' || given === '*') return undefined;
  const version = /^"([1-9]\d{0,14})"$/.exec(given)?.[1];
  return version === undefined ? 0 : Number(version);
}

/** Whether `If-None-Match` names this tag; weak comparison, as for a GET it should be. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
