/** Receipts and sessions of the reporter's portal. Codes and tokens arrive here as hashes, and lie here as hashes. */
import type { Knex } from 'knex';
import type { CaseId, PersonId } from '../../src/domain/vocabulary.ts';

export interface Reservation {
  readonly id: string;
  readonly person: PersonId;
  /** Null until the report is open and its receipt was given. */
  readonly caseId: CaseId | null;
}

/** The place of one form: made at the first asking, found again at each further one. */
export async function reserveReport(
  db: Knex,
  tenant: string,
  place: { readonly id: string; readonly formMac: Buffer; readonly person: PersonId },
): Promise<Reservation> {
  await db.raw(
    `insert into portal_receipts (tenant_id, id, form_mac, person_id) values (:tenant, :id, :formMac, :person)
     on conflict (tenant_id, form_mac) do nothing`,
    { tenant, ...place },
  );
  const { rows } = await db.raw<{ rows: Reservation[] }>(
    `select id, person_id as person, case_id as "caseId" from portal_receipts where tenant_id = ? and form_mac = ?`,
    [tenant, place.formMac],
  );
  return rows[0] as Reservation;
}

/** Gives a report its receipt; answers false when it has one already. */
export async function keepReceipt(
  db: Knex,
  tenant: string,
  receipt: { readonly id: string; readonly caseId: CaseId; readonly mac: Buffer },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update portal_receipts set case_id = :caseId, receipt_mac = :mac
     where tenant_id = :tenant and id = :id and case_id is null returning 1`,
    { tenant, ...receipt },
  );
  return rows.length > 0;
}

export interface ReceiptHolder {
  readonly receiptId: string;
  readonly person: PersonId;
  readonly caseId: CaseId;
}

const HOLDER = `r.id as "receiptId", r.person_id as person, r.case_id as "caseId"
  from portal_receipts r
  join cases c on c.tenant_id = r.tenant_id and c.id = r.case_id
  join seal_keys s on s.tenant_id = c.tenant_id and s.id = c.seal_key_id and s.wrapped is not null`;

/** Whose receipt it is; undefined for an unknown one and for one whose report was erased, alike. */
export async function findByReceipt(
  db: Knex,
  tenant: string,
  receiptMac: Buffer,
): Promise<ReceiptHolder | undefined> {
  const { rows } = await db.raw<{ rows: ReceiptHolder[] }>(
    `select ${HOLDER} where r.tenant_id = ? and r.receipt_mac = ?`,
    [tenant, receiptMac],
  );
  return rows[0];
}

/** Whose session it is; undefined for an unknown and for a lapsed one. */
export async function findBySession(
  db: Knex,
  tenant: string,
  tokenHash: Buffer,
): Promise<ReceiptHolder | undefined> {
  const { rows } = await db.raw<{ rows: ReceiptHolder[] }>(
    `select ${HOLDER}
     join portal_sessions p on p.tenant_id = r.tenant_id and p.receipt_id = r.id
     where p.tenant_id = ? and p.token_hash = ? and p.expires_at > now()`,
    [tenant, tokenHash],
  );
  return rows[0];
}

/** Opens a session for so many seconds, and removes those that have lapsed. */
export async function insertSession(
  db: Knex,
  tenant: string,
  session: { readonly tokenHash: Buffer; readonly receiptId: string; readonly seconds: number },
): Promise<void> {
  await db.raw(`delete from portal_sessions where tenant_id = ? and expires_at < now()`, [tenant]);
  await db.raw(
    `insert into portal_sessions (tenant_id, token_hash, receipt_id, expires_at)
     values (:tenant, :tokenHash, :receiptId, now() + make_interval(secs => :seconds))`,
    { tenant, ...session },
  );
}

/** Notes that the reporter has shown the code once more. */
export async function markKept(db: Knex, tenant: string, receiptId: string): Promise<void> {
  await db.raw(`update portal_receipts set is_kept = true where tenant_id = ? and id = ? and not is_kept`, [
    tenant,
    receiptId,
  ]);
}

/** Whether a case has a mailbox: it came in by the portal. Also whether its reporter kept the code. */
export async function findMailbox(
  db: Knex,
  tenant: string,
  caseId: CaseId,
): Promise<{ readonly isKept: boolean } | undefined> {
  const { rows } = await db.raw<{ rows: { isKept: boolean }[] }>(
    `select is_kept as "isKept" from portal_receipts where tenant_id = ? and case_id = ?`,
    [tenant, caseId],
  );
  return rows[0];
}
