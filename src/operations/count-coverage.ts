/**
 * What was left undone, in figures: untrue reports that were not clarified, by reason, and errors for which tolerance was
 * never considered (T31). Counts of what the asker may know of; an auditor, who reads the whole journal, counts all.
 */
import {
  countClarifications as countClarificationRows,
  countToleranceReviews as countToleranceRows,
  type Period,
} from '../../db/queries/statistics.ts';
import type { ClarificationCoverage, ToleranceCoverage } from '../contract/statistics.ts';
import type { Asker } from './acting.ts';
import { askingOf } from './read-case.ts';
import type { Runtime } from './runtime.ts';

export async function countClarifications(
  { replica, tenant }: Runtime,
  asker: Asker,
  period: Period,
): Promise<ClarificationCoverage> {
  return { ...period, items: await countClarificationRows(replica, tenant, countingOf(asker), period) };
}

export async function countToleranceReviews(
  { replica, tenant }: Runtime,
  asker: Asker,
  period: Period,
): Promise<ToleranceCoverage> {
  return { ...period, items: await countToleranceRows(replica, tenant, countingOf(asker), period) };
}

const countingOf = (asker: Asker) => {
  const asking = askingOf(asker);
  return asker.roles.includes('auditor') ? { ...asking, sees: 'all' as const } : asking;
};
