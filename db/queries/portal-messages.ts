/** The mailbox of a complaint: added to and read, nothing else. Words are sealed; whether somebody may know is asked before. */
import type { Knex } from 'knex';
import type { MessageKind } from '../../src/domain/message-kinds.ts';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';

export interface MessageRow {
  readonly number: number;
  readonly kind: MessageKind;
  /** Pseudonym of who wrote for the body; null for the reporter. */
  readonly sender: string | null;
  readonly wantsAnswer: boolean;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly sentAt: Instant | null;
  /** Hexadecimal. */
  readonly sealed: string;
  readonly keyId: string;
  readonly evidence: string | null;
  readonly entry: string;
}

/** As it is read: with the wrapped key of the family, null when that was dropped. */
export interface StoredMessage extends MessageRow {
  readonly wrapped: string | null;
}

/** Those who write to one mailbox take turns from here on. Answers the next number. */
export async function nextMessageNumber(
  trx: Knex.Transaction,
  tenant: string,
  caseId: CaseId,
): Promise<number> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('mailbox ' || ? || ' ' || ?, 0))`, [
    tenant,
    caseId,
  ]);
  const { rows } = await trx.raw<{ rows: { next: number }[] }>(
    `select coalesce(max(number), 0) + 1 as next from portal_messages where tenant_id = ? and case_id = ?`,
    [tenant, caseId],
  );
  return (rows[0] as { next: number }).next;
}

export async function insertMessage(
  trx: Knex.Transaction,
  tenant: string,
  caseId: CaseId,
  message: MessageRow,
): Promise<void> {
  await trx.raw(
    `insert into portal_messages (tenant_id, case_id, number, kind, sender, wants_answer, on_day, sent_at, text_sealed,
       key_id, evidence_id, entry_id)
     values (:tenant, :caseId, :number, :kind, :sender, :wantsAnswer, :on::date, :sentAt::timestamptz,
       decode(:sealed, 'hex'), :keyId, :evidence, :entry)`,
    { tenant, caseId, ...message },
  );
}

/** Far more than a mailbox comes to. */
const MOST_LISTED = 1_000;

/** The mailbox of a case, the latest thousand, oldest first. */
export async function listMessages(db: Knex, tenant: string, caseId: CaseId): Promise<StoredMessage[]> {
  const { rows } = await db.raw<{ rows: StoredMessage[] }>(
    `select m.number, m.kind, m.sender, m.wants_answer as "wantsAnswer", to_char(m.on_day, 'YYYY-MM-DD') as "on",
       iso_instant(m.sent_at) as "sentAt", encode(m.text_sealed, 'hex') as sealed, m.key_id as "keyId",
       m.evidence_id as evidence, m.entry_id as entry, encode(s.wrapped, 'hex') as wrapped
     from portal_messages m left join seal_keys s on s.tenant_id = m.tenant_id and s.id = m.key_id
     where m.tenant_id = ? and m.case_id = ? order by m.number desc limit ${MOST_LISTED}`,
    [tenant, caseId],
  );
  return rows.reverse();
}
