/** Legal holds and erasures of a family: what stands in the way, and the destruction of keys itself. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { SEALED_TEXT, type SealedText } from './sealed-texts.ts';

export type ErasedWhat = 'identity' | 'texts';

/** What forbids an erasure: work that is not done, or an order to keep. */
export type Block = 'open_case' | 'running_clock' | 'legal_hold';

export interface LegalHoldRow {
  readonly id: string;
  readonly case_id: CaseId;
  readonly placed_by: PersonId;
  readonly placed_at: Instant;
  readonly released_at: Instant | null;
  /** Pseudonyms, as the journal knows them. */
  readonly placer: string;
  readonly releaser: string | null;
  readonly reason: SealedText | null;
  readonly release_reason: SealedText | null;
}

export interface ErasureRow {
  readonly id: string;
  readonly case_id: CaseId;
  readonly what: ErasedWhat;
  readonly basis: string;
  readonly status: 'proposed' | 'refused' | 'done';
  readonly proposed_by: PersonId;
  readonly proposed_at: Instant;
  readonly decided_at: Instant | null;
  readonly keys_destroyed: number | null;
  /** Pseudonyms, as the journal knows them. */
  readonly proposer: string;
  readonly decider: string | null;
  readonly reason: SealedText | null;
  readonly decision_reason: SealedText | null;
}

/** Far more than one family has ever had. */
const MOST = 200;

const HOLD = `
  select r.id, r.case_id, r.placed_by, iso_instant(r.placed_at) as placed_at, iso_instant(r.released_at) as released_at,
    a.pseudonym as placer, d.pseudonym as releaser,
    ${SEALED_TEXT('r.place_entry')} as reason, ${SEALED_TEXT('r.release_entry')} as release_reason
  from legal_holds r
  join people a on a.tenant_id = r.tenant_id and a.id = r.placed_by
  left join people d on d.tenant_id = r.tenant_id and d.id = r.released_by`;

const ERASURE = `
  select r.id, r.case_id, r.what, r.basis, r.status, r.proposed_by, iso_instant(r.proposed_at) as proposed_at,
    iso_instant(r.decided_at) as decided_at, r.keys_destroyed, a.pseudonym as proposer, d.pseudonym as decider,
    ${SEALED_TEXT('r.proposal_entry')} as reason, ${SEALED_TEXT('r.decision_entry')} as decision_reason
  from erasures r
  join people a on a.tenant_id = r.tenant_id and a.id = r.proposed_by
  left join people d on d.tenant_id = r.tenant_id and d.id = r.decided_by`;

/** Lets nothing of the family move until the transaction ends. */
export async function holdFamily(trx: Knex, tenant: string, familyId: CaseId): Promise<void> {
  await trx.raw('select id from cases where tenant_id = ? and family_id = ? order by id for update', [
    tenant,
    familyId,
  ]);
}

/** What stands in the way of an erasure; null when nothing does. */
export async function findBlock(db: Knex, tenant: string, familyId: CaseId): Promise<Block | null> {
  const { rows } = await db.raw<{ rows: { block: Block | null }[] }>(
    `select case
       when exists (select 1 from legal_holds where tenant_id = :tenant and family_id = :familyId and released_at is null)
         then 'legal_hold'
       when exists (select 1 from cases where tenant_id = :tenant and family_id = :familyId and is_open) then 'open_case'
       when exists (select 1 from cases c join clocks k on k.tenant_id = c.tenant_id and k.case_id = c.id
         where c.tenant_id = :tenant and c.family_id = :familyId and k.is_active) then 'running_clock'
       end as block`,
    { tenant, familyId },
  );
  return rows[0]?.block ?? null;
}

/** The keys of a family that seal this kind, as far as they are there. */
const KEYS_OF: Readonly<Record<ErasedWhat, string>> = {
  identity: `select d.key_id from cases c
    join journal j on j.tenant_id = c.tenant_id and j.case_id = c.id
    join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'identity'
    where c.tenant_id = :tenant and c.family_id = :familyId`,
  texts: 'select c.seal_key_id from cases c where c.tenant_id = :tenant and c.family_id = :familyId',
};

/** Whether there is anything of this kind left to erase. */
export async function hasKeys(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  what: ErasedWhat,
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { has: boolean }[] }>(
    `select exists (select 1 from seal_keys s where s.tenant_id = :tenant and s.id in (${KEYS_OF[what]})) as has`,
    { tenant, familyId },
  );
  return rows[0]?.has === true;
}

/** Destroys the keys of a family that seal this kind; answers which. */
export async function destroyKeys(
  trx: Knex,
  tenant: string,
  familyId: CaseId,
  what: ErasedWhat,
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `delete from seal_keys s where s.tenant_id = :tenant and s.id in (${KEYS_OF[what]}) returning s.id`,
    { tenant, familyId },
  );
  return rows.map(({ id }) => id);
}

/** Removes the marks by which the identities of a family were counted. */
export async function removeMarks(trx: Knex, tenant: string, familyId: CaseId): Promise<void> {
  await trx.raw(
    `delete from identity_marks m using cases c
     where m.tenant_id = :tenant and c.tenant_id = m.tenant_id and c.id = m.case_id and c.family_id = :familyId`,
    { tenant, familyId },
  );
}

export async function insertLegalHold(
  trx: Knex,
  tenant: string,
  row: {
    readonly id: string;
    readonly case_id: CaseId;
    readonly family_id: CaseId;
    readonly placed_by: PersonId;
    readonly placed_at: Instant;
    readonly place_entry: string;
  },
): Promise<void> {
  await trx('legal_holds').insert({ tenant_id: tenant, ...row });
}

/** Releases a hold that stands; answers false for one that does not. */
export async function releaseLegalHold(
  trx: Knex,
  tenant: string,
  id: string,
  row: { readonly released_by: PersonId; readonly released_at: Instant; readonly release_entry: string },
): Promise<boolean> {
  const changed = await trx('legal_holds').where({ tenant_id: tenant, id, released_at: null }).update(row);
  return changed === 1;
}

/** The holds on a family, the newest first; of one id when it is given. */
export async function listLegalHolds(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  id: string | null = null,
): Promise<LegalHoldRow[]> {
  const { rows } = await db.raw<{ rows: LegalHoldRow[] }>(
    `${HOLD} where r.tenant_id = :tenant and r.family_id = :familyId and (:id::uuid is null or r.id = :id::uuid)
     order by r.id desc limit ${MOST}`,
    { tenant, familyId, id },
  );
  return rows;
}

export async function insertErasure(
  trx: Knex,
  tenant: string,
  row: {
    readonly id: string;
    readonly case_id: CaseId;
    readonly family_id: CaseId;
    readonly what: ErasedWhat;
    readonly basis: string;
    readonly proposed_by: PersonId;
    readonly proposed_at: Instant;
    readonly proposal_entry: string;
  },
): Promise<void> {
  await trx('erasures').insert({ tenant_id: tenant, status: 'proposed', ...row });
}

/** Settles a proposal that waits; answers false for one that does not. */
export async function settleErasure(
  trx: Knex,
  tenant: string,
  id: string,
  row: {
    readonly status: 'refused' | 'done';
    readonly decided_by: PersonId;
    readonly decided_at: Instant;
    readonly decision_entry: string;
    readonly keys_destroyed: number | null;
  },
): Promise<boolean> {
  const changed = await trx('erasures').where({ tenant_id: tenant, id, status: 'proposed' }).update(row);
  return changed === 1;
}

/** The erasures of a family, the newest first; of one id when it is given. */
export async function listErasures(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  id: string | null = null,
): Promise<ErasureRow[]> {
  const { rows } = await db.raw<{ rows: ErasureRow[] }>(
    `${ERASURE} where r.tenant_id = :tenant and r.family_id = :familyId and (:id::uuid is null or r.id = :id::uuid)
     order by r.id desc limit ${MOST}`,
    { tenant, familyId, id },
  );
  return rows;
}
