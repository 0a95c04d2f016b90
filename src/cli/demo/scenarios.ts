/** The sample scenarios, by the numbers that the domain brief gives them. */
import { APPEAL_OVERTURNS } from './appeal-overturns.ts';
import { FABRICATED_AND_CLARIFIED } from './fabricated-and-clarified.ts';
import { RECUSAL_MID_CASE } from './recusal-mid-case.ts';
import { REPEATED_THEN_NEW_EVIDENCE } from './repeated-then-new-evidence.ts';
import type { Scenario } from './scenario.ts';
import { TOLERATED_IN_FULL } from './tolerated-in-full.ts';
import { TOLERATED_IN_PART } from './tolerated-in-part.ts';
import { TWO_TRACKS_SERVED } from './two-tracks-served.ts';
import { UNTRUE_AND_CLARIFIED } from './untrue-and-clarified.ts';

export const SCENARIOS: readonly Scenario[] = [
  UNTRUE_AND_CLARIFIED,
  REPEATED_THEN_NEW_EVIDENCE,
  RECUSAL_MID_CASE,
  FABRICATED_AND_CLARIFIED,
  TOLERATED_IN_FULL,
  TOLERATED_IN_PART,
  APPEAL_OVERTURNS,
  TWO_TRACKS_SERVED,
];
