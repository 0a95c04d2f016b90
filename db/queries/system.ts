/** What keeps the system running, in numbers: which rules open cases rest on, and what background work has before it. */
import type { Knex } from 'knex';
import type { Instant, Words } from '../../src/domain/vocabulary.ts';

/** Open cases counted at once; past that, numbers are a lower bound. */
export const MOST_COUNTED = 50_000;

const OPEN = `open_cases as materialized (
  select procedure, procedure_version, profile_hash from cases where tenant_id = :tenant and is_open limit ${MOST_COUNTED}
)`;

export interface StoredProfile {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly name: Words;
  readonly calendar: string;
  readonly openCases: number;
  readonly counted: number;
}

/** Every profile that a case may be pinned to, with how many open ones are. */
export async function listStoredProfiles(db: Knex, tenant: string): Promise<StoredProfile[]> {
  const { rows } = await db.raw<{ rows: StoredProfile[] }>(
    `with ${OPEN}, by_profile as (select profile_hash, count(*)::int as count from open_cases group by 1)
     select f.id, f.version, f.hash, f.body->'name' as name, f.body->'rules'->>'calendar' as calendar,
       coalesce(b.count, 0) as "openCases", (select count(*)::int from open_cases) as counted
     from policy_profiles f left join by_profile b on b.profile_hash = f.hash
     where f.tenant_id = :tenant order by f.id, f.version desc, f.hash limit 500`,
    { tenant },
  );
  return rows;
}

/** How many open cases each version of a procedure has. */
export async function countOpenByVersion(
  db: Knex,
  tenant: string,
  procedure: string,
): Promise<{ readonly version: number; readonly count: number }[]> {
  const { rows } = await db.raw<{ rows: { version: number; count: number }[] }>(
    `select procedure_version as version, count(*)::int as count from (
       select procedure_version from cases where tenant_id = :tenant and procedure = :procedure and is_open
       limit ${MOST_COUNTED}
     ) open_cases group by 1`,
    { tenant, procedure },
  );
  return rows;
}

export interface Waiting {
  readonly work: 'integrate_journal' | 'fire_due_clocks';
  /** Counted up to 1001. */
  readonly count: number;
  readonly since: Instant | null;
}

/** What waits for background work now: entries without a place in the log, alarms that are due. */
export async function listWaiting(db: Knex, tenant: string): Promise<Waiting[]> {
  const { rows } = await db.raw<{ rows: Waiting[] }>(
    `select 'integrate_journal' as work, count(*)::int as count, iso_instant(min(recorded_at)) as since from (
       select j.recorded_at from (select entry_id from journal_queue where tenant_id = :tenant order by n limit 1001) q
       join journal j on j.tenant_id = :tenant and j.id = q.entry_id
     ) entries
     union all
     select 'fire_due_clocks', count(*)::int, iso_instant(min(next_alarm_at)) from (
       select next_alarm_at from clocks
       where tenant_id = :tenant and is_active and next_alarm_at is not null and next_alarm_at <= leeway_now()
       order by next_alarm_at limit 1001
     ) alarms`,
    { tenant },
  );
  return rows;
}
