/**
 * Erases what a family of cases holds by destroying the keys that seal it: proposed by one person, done by another, never
 * while a case of the family is open, a clock runs or a legal hold stands. Journal, proofs and replay stay as they are.
 */
import { uuidv7 } from 'uuidv7';
import {
  destroyKeys,
  findBlock,
  hasKeys,
  holdFamily,
  insertErasure,
  listErasures,
  removeMarks,
  settleErasure,
  type Block,
  type ErasedWhat,
  type ErasureRow,
} from '../../db/queries/erasures.ts';
import { removeDraftsOf } from '../../db/queries/drafts.ts';
import type { ErasureView } from '../contract/erasures.ts';
import { Problem } from '../contract/problems.ts';
import { CaseId, type Words } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { actEntry, actingOn, reasonOf, refuse, writeAct } from './case-act.ts';
import { requestClosed } from './decide-identity.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import { nothingSealed } from './request-identity.ts';
import type { Runtime } from './runtime.ts';

export interface ProposeErasure {
  readonly caseId: CaseId;
  readonly what: ErasedWhat;
  readonly basis: string;
  readonly reason: string;
}

/** Throws `Problem`: not-found, not-permitted, erasure-blocked, nothing-sealed. */
export async function proposeErasure(
  runtime: Runtime,
  asker: Asker,
  { caseId, what, basis, reason }: ProposeErasure,
): Promise<ErasureView> {
  const acting = await actingOn(runtime, asker, caseId, { act: 'erasure.propose' });
  const { row, at } = acting;
  const { knex, tenant } = runtime;
  await mayBeErased(runtime.knex, runtime, row.family_id, what);
  const id = uuidv7();
  const { id: entry, group } = actEntry(runtime, acting, {
    type: 'erasure.proposed',
    data: { erasure: id, what, basis },
    reason,
    isApart: true,
  });
  await knex.transaction(async (trx) => {
    await writeAct(trx, runtime, group);
    await insertErasure(trx, tenant, {
      id,
      case_id: row.id,
      family_id: row.family_id,
      what,
      basis,
      proposed_by: asker.personId,
      proposed_at: at,
      proposal_entry: entry,
    });
  });
  runtime.onWritten?.();
  return toErasureView(runtime, await erasureOf(runtime, row.family_id, id));
}

export interface DecideErasure {
  readonly caseId: CaseId;
  readonly erasureId: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** Approved, it is done at once. Throws `Problem`: not-found, not-permitted, request-closed, erasure-blocked, nothing-sealed. */
export async function decideErasure(
  runtime: Runtime,
  asker: Asker,
  { caseId, erasureId, approve, reason }: DecideErasure,
): Promise<ErasureView> {
  const act = 'erasure.approve';
  const acting = await actingOn(runtime, asker, caseId, { act });
  const { row, at } = acting;
  const found = await erasureOf(runtime, row.family_id, erasureId);
  if (found.proposed_by === asker.personId) await refuse(runtime, acting, act, 'is_another_person');
  if (found.status !== 'proposed') throw requestClosed(found.status);
  const destroyed = await runtime.knex.transaction(async (trx) => {
    await holdFamily(trx, runtime.tenant, row.family_id);
    let keys: string[] | null = null;
    if (approve) {
      await mayBeErased(trx, runtime, row.family_id, found.what);
      keys = await destroyKeys(trx, runtime.tenant, row.family_id, found.what);
      await removeDraftsOf(trx, runtime.tenant, row.family_id);
      if (found.what === 'identity') await removeMarks(trx, runtime.tenant, row.family_id);
    }
    const { id: entry, group } = actEntry(runtime, acting, {
      type: approve ? 'erasure.done' : 'erasure.refused',
      data: {
        erasure: found.id,
        what: found.what,
        basis: found.basis,
        proposer: found.proposer,
        ...(keys && { keys }),
      },
      reason,
      isApart: true,
    });
    await writeAct(trx, runtime, group);
    const isOurs = await settleErasure(trx, runtime.tenant, found.id, {
      status: approve ? 'done' : 'refused',
      decided_by: asker.personId,
      decided_at: at,
      decision_entry: entry,
      keys_destroyed: keys?.length ?? null,
    });
    if (!isOurs) throw requestClosed('done');
    return keys ?? [];
  });
  for (const id of destroyed) runtime.forget(id);
  runtime.onWritten?.();
  return toErasureView(runtime, await erasureOf(runtime, row.family_id, erasureId));
}

/** The erasures of the family of a case, for those who work on it. Throws `not-found`. */
export async function readErasures(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<ErasureView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const rows = await listErasures(runtime.knex, runtime.tenant, row.family_id);
  return rows.map((each) => toErasureView(runtime, each));
}

const BLOCKS: Readonly<Record<Block, Words>> = {
  legal_hold: {
    zh: '本案族有依法保留令，解除前不得删除',
    en: 'A legal hold stands on this family of cases; nothing of it is erased before its release',
  },
  open_case: {
    zh: '本案族尚有案件未办结，不得删除',
    en: 'A case of this family is still open; nothing of it is erased',
  },
  running_clock: {
    zh: '本案族尚有期限在运行，不得删除',
    en: 'A time limit of this family is still running; nothing of it is erased',
  },
};

async function mayBeErased(
  db: Runtime['knex'],
  { tenant }: Runtime,
  familyId: CaseId,
  what: ErasedWhat,
): Promise<void> {
  const block = await findBlock(db, tenant, familyId);
  if (block) throw new Problem('erasure-blocked', BLOCKS[block], { blockedBy: block });
  if (!(await hasKeys(db, tenant, familyId, what))) throw nothingSealed();
}

async function erasureOf(runtime: Runtime, familyId: CaseId, id: string): Promise<ErasureRow> {
  const [found] = CaseId.safeParse(id).success
    ? await listErasures(runtime.knex, runtime.tenant, familyId, id)
    : [];
  if (!found) throw new Problem('not-found');
  return found;
}

const toErasureView = (runtime: Runtime, row: ErasureRow): ErasureView => ({
  id: row.id,
  case: row.case_id,
  what: row.what,
  basis: row.basis,
  status: row.status,
  reason: reasonOf(runtime, row.reason),
  proposedBy: row.proposer,
  proposedAt: row.proposed_at,
  decidedBy: row.decider,
  decidedAt: row.decided_at,
  decisionReason: reasonOf(runtime, row.decision_reason),
  keysDestroyed: row.keys_destroyed,
});
