/** Reading a family out of the ordinary: how long, how often, and how soon another person has to look at it. */
import type { Words } from './vocabulary.ts';

/** Hours it lasts unless said otherwise, and at most (D). */
export const DEFAULT_HOURS = 4;
export const MOST_HOURS = 24;

/** Shorter is no reason. */
export const SHORTEST_REASON = 20;

/** How many one person may have open, and begin within seven days (D). */
export const MOST_OPEN = 3;
export const MOST_A_WEEK = 10;

/** Days after its beginning within which it is reviewed (D). */
export const REVIEW_WITHIN_DAYS = 3;

export const REVIEW_OUTCOMES = {
  justified: { zh: '理由成立', en: 'was justified' },
  not_justified: { zh: '理由不成立', en: 'was not justified' },
} as const satisfies Record<string, Words>;
export type ReviewOutcome = keyof typeof REVIEW_OUTCOMES;
export const REVIEW_CODES = Object.keys(REVIEW_OUTCOMES) as [ReviewOutcome, ...ReviewOutcome[]];
