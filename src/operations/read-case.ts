/** A case as it stands, or as it stood at an instant. Readers see what they may know of. */
import { findVisibleCase } from '../../db/queries/cases.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { CaseView } from '../contract/cases.ts';
import { CaseId, type Instant } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { toCaseView } from './case-view.ts';
import { noSuchCase } from './refusal-problem.ts';
import { replay, rowAt } from './replay-case.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** The row of a case for somebody who may know of it; throws `not-found` otherwise. */
export async function visibleCase(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<CaseRow> {
  if (!CaseId.safeParse(caseId).success) throw noSuchCase();
  const row = await seenBy(runtime, asker, (db) =>
    findVisibleCase(db, runtime.tenant, caseId, askingOf(asker)),
  );
  if (!row) throw noSuchCase();
  return row;
}

/** Throws `not-found`, also for an instant before the case was opened. */
export async function readCase(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  at?: Instant,
): Promise<CaseView> {
  const row = await visibleCase(runtime, asker, caseId);
  if (at === undefined || at >= row.updated_at) return toCaseView(row, asker);
  const replayed = await replay(runtime, row, { at });
  if (!replayed) throw noSuchCase();
  return toCaseView(rowAt(row, replayed), asker);
}
