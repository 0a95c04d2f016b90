/**
 * Orders to keep what a family of cases holds: while one stands, nothing of the family is erased. Released by another
 * person than who placed it.
 */
import { uuidv7 } from 'uuidv7';
import {
  holdFamily,
  insertLegalHold,
  listLegalHolds,
  releaseLegalHold,
  type LegalHoldRow,
} from '../../db/queries/erasures.ts';
import type { LegalHoldView } from '../contract/erasures.ts';
import { Problem } from '../contract/problems.ts';
import { CaseId } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { actEntry, actingOn, reasonOf, refuse, writeAct } from './case-act.ts';
import { requestClosed } from './decide-identity.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';

/** Throws `Problem`: not-found, not-permitted. */
export async function placeLegalHold(
  runtime: Runtime,
  asker: Asker,
  { caseId, reason }: { readonly caseId: CaseId; readonly reason: string },
): Promise<LegalHoldView> {
  const acting = await actingOn(runtime, asker, caseId, { act: 'legal_hold.place' });
  const { row, at } = acting;
  const id = uuidv7();
  const { id: entry, group } = actEntry(runtime, acting, {
    type: 'legal_hold.placed',
    data: { hold: id },
    reason,
    isApart: true,
  });
  await runtime.knex.transaction(async (trx) => {
    // So that it comes before or after an erasure, and never between its check and its deed.
    await holdFamily(trx, runtime.tenant, row.family_id);
    await writeAct(trx, runtime, group);
    await insertLegalHold(trx, runtime.tenant, {
      id,
      case_id: row.id,
      family_id: row.family_id,
      placed_by: asker.personId,
      placed_at: at,
      place_entry: entry,
    });
  });
  runtime.onWritten?.();
  return toHoldView(runtime, await holdOf(runtime, row.family_id, id));
}

/** Throws `Problem`: not-found, not-permitted, request-closed. */
export async function releaseHold(
  runtime: Runtime,
  asker: Asker,
  { caseId, holdId, reason }: { readonly caseId: CaseId; readonly holdId: string; readonly reason: string },
): Promise<LegalHoldView> {
  const act = 'legal_hold.release';
  const acting = await actingOn(runtime, asker, caseId, { act });
  const { row, at } = acting;
  const hold = await holdOf(runtime, row.family_id, holdId);
  if (hold.placed_by === asker.personId) await refuse(runtime, acting, act, 'is_another_person');
  const { id: entry, group } = actEntry(runtime, acting, {
    type: 'legal_hold.released',
    data: { hold: hold.id, placer: hold.placer },
    reason,
    isApart: true,
  });
  await runtime.knex.transaction(async (trx) => {
    const released = { released_by: asker.personId, released_at: at, release_entry: entry };
    if (!(await releaseLegalHold(trx, runtime.tenant, hold.id, released))) throw requestClosed('released');
    await writeAct(trx, runtime, group);
  });
  runtime.onWritten?.();
  return toHoldView(runtime, await holdOf(runtime, row.family_id, holdId));
}

/** The holds on the family of a case, for those who work on it. Throws `not-found`. */
export async function readLegalHolds(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<LegalHoldView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const holds = await listLegalHolds(runtime.knex, runtime.tenant, row.family_id);
  return holds.map((hold) => toHoldView(runtime, hold));
}

async function holdOf(runtime: Runtime, familyId: CaseId, id: string): Promise<LegalHoldRow> {
  const [found] = CaseId.safeParse(id).success
    ? await listLegalHolds(runtime.knex, runtime.tenant, familyId, id)
    : [];
  if (!found) throw new Problem('not-found');
  return found;
}

const toHoldView = (runtime: Runtime, row: LegalHoldRow): LegalHoldView => ({
  id: row.id,
  case: row.case_id,
  isStanding: row.released_at === null,
  reason: reasonOf(runtime, row.reason),
  placedBy: row.placer,
  placedAt: row.placed_at,
  releasedBy: row.releaser,
  releasedAt: row.released_at,
  releaseReason: reasonOf(runtime, row.release_reason),
});
