/**
 * Requests to open a sealed identity, and the one read of sealed identities. An approval opens for 72 hours, for as long as
 * whoever asked is with the body, recused by nobody and not concerned.
 */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { SealedText } from './sealed-texts.ts';
import { SEALED_TEXT } from './sealed-texts.ts';

/** How an approval may end without having opened anything is worked out when it is read. */
export type IdentityRequestStatus = 'requested' | 'approved' | 'refused' | 'opened' | 'lapsed';

export interface IdentityRequestRow {
  readonly id: string;
  readonly case_id: CaseId;
  readonly purpose: string;
  readonly status: IdentityRequestStatus;
  readonly requested_by: PersonId;
  readonly requested_at: Instant;
  readonly decided_by: PersonId | null;
  readonly decided_at: Instant | null;
  readonly opened_at: Instant | null;
  /** Until when an approval opens. */
  readonly open_until: Instant | null;
  /** Pseudonyms of the three, as the journal knows them. */
  readonly requester: string;
  readonly decider: string | null;
  readonly opener: string | null;
  readonly reason: SealedText | null;
  readonly decision_reason: SealedText | null;
}

/** Far more than one case has ever had. */
const MOST_REQUESTS = 200;

const OPENS_FOR = `interval '72 hours'`;

/** Whoever asked is still somebody who could ask. */
const ASKER_STANDS = `
  not exists (select 1 from people p where p.tenant_id = r.tenant_id and p.id = r.requested_by and p.left_at is not null)
  and not exists (select 1 from recusals q where q.tenant_id = r.tenant_id and q.family_id = r.family_id
    and q.person_id = r.requested_by and q.status <> 'refused')
  and not exists (select 1 from cases f join case_persons k on k.tenant_id = f.tenant_id and k.case_id = f.id
    where f.tenant_id = r.tenant_id and f.family_id = r.family_id and k.person_id = r.requested_by)`;

const REQUEST = `
  select r.id, r.case_id, r.purpose, r.requested_by, r.decided_by, iso_instant(r.requested_at) as requested_at,
    case when r.status in ('requested', 'approved') and not (${ASKER_STANDS}) then 'lapsed'
      when r.status = 'approved' and r.decided_at + ${OPENS_FOR} <= leeway_now() then 'lapsed'
      else r.status end as status,
    iso_instant(r.decided_at) as decided_at, iso_instant(r.opened_at) as opened_at,
    case when r.status = 'approved' then iso_instant(r.decided_at + ${OPENS_FOR}) end as open_until,
    a.pseudonym as requester, d.pseudonym as decider, o.pseudonym as opener,
    ${SEALED_TEXT('r.request_entry')} as reason, ${SEALED_TEXT('r.decision_entry')} as decision_reason
  from identity_requests r
  join people a on a.tenant_id = r.tenant_id and a.id = r.requested_by
  left join people d on d.tenant_id = r.tenant_id and d.id = r.decided_by
  left join people o on o.tenant_id = r.tenant_id and o.id = r.opened_by`;

export async function insertIdentityRequest(
  trx: Knex,
  tenant: string,
  row: {
    readonly id: string;
    readonly case_id: CaseId;
    readonly family_id: CaseId;
    readonly purpose: string;
    readonly requested_by: PersonId;
    readonly requested_at: Instant;
    readonly request_entry: string;
  },
): Promise<void> {
  await trx('identity_requests').insert({ tenant_id: tenant, status: 'requested', ...row });
}

/** One request of a case. */
export async function findIdentityRequest(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  id: string,
): Promise<IdentityRequestRow | undefined> {
  const { rows } = await db.raw<{ rows: IdentityRequestRow[] }>(
    `${REQUEST} where r.tenant_id = ? and r.case_id = ? and r.id = ?`,
    [tenant, caseId, id],
  );
  return rows[0];
}

/** The requests of a case, the newest first. */
export async function listIdentityRequests(
  db: Knex,
  tenant: string,
  caseId: CaseId,
): Promise<IdentityRequestRow[]> {
  const { rows } = await db.raw<{ rows: IdentityRequestRow[] }>(
    `${REQUEST} where r.tenant_id = ? and r.case_id = ? order by r.id desc limit ${MOST_REQUESTS}`,
    [tenant, caseId],
  );
  return rows;
}

/** Decides a request that is still open and whose asker stands; answers false for any other. */
export async function decideIdentityRequest(
  trx: Knex,
  tenant: string,
  id: string,
  row: {
    readonly status: 'approved' | 'refused';
    readonly decided_by: PersonId;
    readonly decided_at: Instant;
    readonly decision_entry: string;
  },
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `update identity_requests r set status = :status, decided_by = :decided_by, decided_at = :decided_at::timestamptz,
       decision_entry = :decision_entry::uuid
     where r.tenant_id = :tenant and r.id = :id and r.status = 'requested' and ${ASKER_STANDS} returning 1`,
    { tenant, id, ...row },
  );
  return rows.length === 1;
}

/** Uses up an approval; answers false when there is none any more. */
export async function useIdentityApproval(
  trx: Knex,
  tenant: string,
  id: string,
  row: { readonly opened_by: PersonId; readonly opened_at: Instant },
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `update identity_requests r set status = 'opened', opened_by = :opened_by, opened_at = :opened_at::timestamptz
     where r.tenant_id = :tenant and r.id = :id and r.status = 'approved'
       and r.decided_at + ${OPENS_FOR} > leeway_now() and ${ASKER_STANDS} returning 1`,
    { tenant, id, ...row },
  );
  return rows.length === 1;
}

/** What the reporter may know: on which instants the identity was shown, and what for. */
export async function listOpenings(
  db: Knex,
  tenant: string,
  caseId: CaseId,
): Promise<{ readonly opened_at: Instant; readonly purpose: string }[]> {
  const { rows } = await db.raw<{ rows: { opened_at: Instant; purpose: string }[] }>(
    `select iso_instant(opened_at) as opened_at, purpose from identity_requests
     where tenant_id = ? and case_id = ? and status = 'opened' order by id limit ${MOST_REQUESTS}`,
    [tenant, caseId],
  );
  return rows;
}

/** A sealed identity as it lies; `wrapped` is null when its key was destroyed. Bytes as hexadecimal. */
export interface SealedIdentity {
  readonly entry: string;
  readonly occurred_at: Instant;
  readonly sealed: string;
  readonly key_id: string;
  readonly wrapped: string | null;
}

/** The sealed identities of a case, oldest first. Nothing else reads them. */
export async function listSealedIdentities(
  trx: Knex,
  tenant: string,
  caseId: CaseId,
): Promise<SealedIdentity[]> {
  const { rows } = await trx.raw<{ rows: SealedIdentity[] }>(
    `select j.id as entry, iso_instant(j.occurred_at) as occurred_at, encode(d.sealed, 'hex') as sealed, d.key_id,
       encode(s.wrapped, 'hex') as wrapped
     from journal j
     join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'identity'
     left join seal_keys s on s.tenant_id = d.tenant_id and s.id = d.key_id
     where j.tenant_id = ? and j.case_id = ? and j.seq is not null order by j.seq limit ${MOST_REQUESTS}`,
    [tenant, caseId],
  );
  return rows;
}

/** Whether a case has a sealed identity that can still be opened. */
export async function hasSealedIdentity(db: Knex, tenant: string, caseId: CaseId): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { has: boolean }[] }>(
    `select exists (select 1 from journal j
       join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'identity'
       join seal_keys s on s.tenant_id = d.tenant_id and s.id = d.key_id
       where j.tenant_id = ? and j.case_id = ? and j.seq is not null) as has`,
    [tenant, caseId],
  );
  return rows[0]?.has === true;
}
