/**
 * What was left undone, in figures: untrue reports that were not clarified, by reason, and errors for which tolerance was
 * never considered (T31). Counts of what the asker may know of; an auditor, who reads the whole journal, counts all.
 */
import type { Knex } from 'knex';
import type { Asking } from '../../db/queries/cases.ts';
import {
  countClarifications as countClarificationRows,
  countToleranceReviews as countToleranceRows,
  type Period,
} from '../../db/queries/statistics.ts';
import type { ClarificationCoverage, ToleranceCoverage } from '../contract/statistics.ts';
import type { Asker } from './acting.ts';
import { periodOf, type PeriodAsked } from './period.ts';
import type { Runtime } from './runtime.ts';
import { readerOf, seenByReader } from './seen-by.ts';

export async function countClarifications(
  runtime: Runtime,
  asker: Asker,
  asked: PeriodAsked,
): Promise<ClarificationCoverage> {
  const period = periodOf(runtime, asked);
  return { ...period, items: await counted(runtime, asker, countClarificationRows, period) };
}

export async function countToleranceReviews(
  runtime: Runtime,
  asker: Asker,
  asked: PeriodAsked,
): Promise<ToleranceCoverage> {
  const period = periodOf(runtime, asked);
  return { ...period, items: await counted(runtime, asker, countToleranceRows, period) };
}

type Count<T> = (db: Knex, tenant: string, asking: Asking, period: Period) => Promise<T[]>;

function counted<T>(runtime: Runtime, asker: Asker, count: Count<T>, period: Period): Promise<T[]> {
  const own = readerOf(asker);
  const reader = own.isAuditor ? { ...own, sees: 'all' as const } : own;
  return seenByReader(runtime, reader, (db) => count(db, runtime.tenant, reader, period), 'replica');
}
