/** Clocks that are due, judged by the database's clock and claimed so that no two workers take one. */
import type { Knex } from 'knex';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';

export interface DueClock {
  readonly id: string;
  readonly case_id: CaseId;
  readonly key: string;
  readonly instance: string;
  readonly due_at: Instant;
}

/** Claims clocks that are due, earliest first, until the transaction ends; those claimed elsewhere are passed over. */
export async function claimDueClocks(trx: Knex, tenant: string, limit: number): Promise<DueClock[]> {
  const { rows } = await trx.raw<{ rows: DueClock[] }>(
    `select k.id, k.case_id, k.key, k.instance, iso_instant(k.due_at) as due_at from clocks k
     where k.tenant_id = ? and k.is_active and k.fired_at is null and k.due_at <= leeway_now()
     order by k.due_at, k.id limit ? for update skip locked`,
    [tenant, limit],
  );
  return rows;
}

/** The earliest instant before `until` at which a clock falls due. */
export async function findNextDue(db: Knex, tenant: string, until: Instant): Promise<Instant | undefined> {
  const { rows } = await db.raw<{ rows: { due_at: Instant }[] }>(
    `select iso_instant(due_at) as due_at from clocks
     where tenant_id = ? and is_active and fired_at is null and due_at <= ?::timestamptz order by clocks.due_at limit 1`,
    [tenant, until],
  );
  return rows[0]?.due_at;
}

/** Settles a clock that no longer fits its case: it is over, and leaves no mark. */
export async function settleClock(trx: Knex, tenant: string, id: string): Promise<void> {
  await trx('clocks').where({ tenant_id: tenant, id }).update({ is_active: false });
}
