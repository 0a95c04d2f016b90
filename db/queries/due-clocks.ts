/** Clocks whose next alarm is due, judged by the database's clock and claimed so that no two workers take one. */
import type { Knex } from 'knex';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';
import { CASE_COLUMNS, CLOCKS_OF_CASE } from './step-read.ts';
import type { FamilyRow } from './family.ts';

export interface DueClock {
  readonly id: string;
  readonly case_id: CaseId;
  readonly key: string;
  readonly instance: string;
  /** Rank of the alarm, and its instant. */
  readonly alarm: number;
  readonly at: Instant;
}

/**
 * Claims clocks whose next alarm is due, with their cases, earliest first, until the transaction ends. What is claimed elsewhere, or
 * whose case is being written, is passed over: a worker waits for nobody, so that nobody can be waiting for it in turn.
 */
export async function claimDueClocks(trx: Knex, tenant: string, limit: number): Promise<DueClock[]> {
  const { rows } = await trx.raw<{ rows: DueClock[] }>(
    `select k.id, k.case_id, k.key, k.instance, k.alarm, iso_instant(k.next_alarm_at) as at
     from clocks k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
     where k.tenant_id = ? and k.is_active and k.next_alarm_at <= leeway_now()
     order by k.next_alarm_at, k.id limit ? for update of c, k skip locked`,
    [tenant, limit],
  );
  return rows;
}

/** The cases of claimed clocks, with all that a step on each of them needs. */
export async function listCasesOfClocks(
  trx: Knex,
  tenant: string,
  ids: readonly CaseId[],
): Promise<FamilyRow[]> {
  const { rows } = await trx.raw<{
    rows: (FamilyRow['row'] & { clocks: FamilyRow['clocks']; wrapped_key: string })[];
  }>(
    `select ${CASE_COLUMNS}, ${CLOCKS_OF_CASE} as clocks, encode(s.wrapped, 'hex') as wrapped_key
     from cases c join seal_keys s on s.tenant_id = c.tenant_id and s.id = c.seal_key_id
     where c.tenant_id = ? and c.id = any(?::uuid[])`,
    [tenant, `{${ids.join(',')}}`],
  );
  return rows.map((row) => ({ row, clocks: row.clocks, wrappedKey: row.wrapped_key }));
}

/** The earliest instant after `since` and not after `until` at which an alarm goes off that nobody recorded yet. */
export async function findNextDue(
  db: Knex,
  tenant: string,
  { since, until }: { readonly since: Instant | null; readonly until: Instant },
): Promise<Instant | undefined> {
  const { rows } = await db.raw<{ rows: { at: Instant }[] }>(
    `select iso_instant(k.next_alarm_at) as at from clocks k
     where k.tenant_id = :tenant and k.is_active and k.next_alarm_at <= :until::timestamptz
       and (:since::timestamptz is null or k.next_alarm_at > :since::timestamptz)
     order by k.next_alarm_at limit 1`,
    { tenant, since, until },
  );
  return rows[0]?.at;
}

/** Settles clocks that no longer fit their cases: they are over, and leave no mark. */
export async function settleClocks(trx: Knex, tenant: string, ids: readonly string[]): Promise<void> {
  await trx('clocks').where({ tenant_id: tenant }).whereIn('id', ids).update({ is_active: false });
}
