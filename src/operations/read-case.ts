/** A case as it stands, or as it stood at an instant; and pages of cases. Readers see what they may know of. */
import {
  findVisibleCase,
  listCases,
  type Asking,
  type CaseFilter,
  type CasePlace,
  type CaseSort,
} from '../../db/queries/cases.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { CaseListItem, CaseView } from '../contract/cases.ts';
import { CaseId, type Instant } from '../domain/vocabulary.ts';
import { seesOf, type Asker } from './acting.ts';
import { toCaseListItem, toCaseView } from './case-view.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { noSuchCase } from './refusal-problem.ts';
import { replay, rowAt } from './replay-case.ts';
import type { Runtime } from './runtime.ts';

export const askingOf = (asker: Asker): Asking => ({
  sees: seesOf(asker.roles),
  person: asker.personId,
  unit: asker.unit,
});

/** The row of a case for somebody who may know of it; throws `not-found` otherwise. */
export async function visibleCase(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<CaseRow> {
  if (!CaseId.safeParse(caseId).success) throw noSuchCase();
  const row = await findVisibleCase(runtime.knex, runtime.tenant, caseId, askingOf(asker));
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

export interface CasePage {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly limit: number;
  readonly cursor?: string;
}

export async function readCases(
  runtime: Runtime,
  asker: Asker,
  { filter, sort, limit, cursor }: CasePage,
): Promise<{ items: CaseListItem[]; nextCursor: string | null }> {
  const after =
    cursor === undefined ? null : (fromCursor(runtime, listIn(sort), cursor) as unknown as CasePlace);
  const rows = await listCases(runtime.knex, runtime.tenant, askingOf(asker), filter, {
    sort,
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toCaseListItem(row, asker)),
    nextCursor: rows.length > limit && last ? toCursor(runtime, listIn(sort), placeOf(last, sort)) : null,
  };
}

const listIn = (sort: CaseSort) => `cases ${sort}`;

function placeOf(row: CaseRow, sort: CaseSort): CasePlace {
  const key = sort.endsWith('due') ? row.next_due_at : sort.endsWith('updated') ? row.updated_at : null;
  return { key, id: row.id };
}
