/** Who has a case open at this moment. Times are those of the wall clock: a sandbox moves terms, not people. */
import type { Knex } from 'knex';
import { PRESENT_SECONDS, type Doing } from '../../src/domain/presence.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { textArray } from './text-array.ts';

export interface PresenceRow {
  readonly case: CaseId;
  readonly id: PersonId;
  readonly name: string | null;
  readonly doing: Doing;
  readonly since: Instant;
}

const IS_PRESENT = `p.doing <> 'gone' and p.seen_at > now() - interval '${PRESENT_SECONDS} seconds'`;

/** Notes that somebody is there. `since` goes on as long as they do the same and were not away meanwhile. */
export async function notePresence(
  db: Knex,
  tenant: string,
  of: { readonly caseId: CaseId; readonly person: PersonId; readonly doing: Doing },
): Promise<void> {
  await db.raw(
    `insert into case_presence as p (tenant_id, case_id, person_id, doing) values (:tenant, :caseId, :person, :doing)
     on conflict (tenant_id, case_id, person_id) do update set doing = excluded.doing, seen_at = now(),
       since = case when ${IS_PRESENT} and p.doing = excluded.doing then p.since else now() end,
       changed_at = case when ${IS_PRESENT} and p.doing = excluded.doing then p.changed_at else now() end`,
    { tenant, ...of },
  );
}

/** Notes that somebody has closed the case. */
export async function noteGone(
  db: Knex,
  tenant: string,
  of: { readonly caseId: CaseId; readonly person: PersonId },
): Promise<void> {
  await db.raw(
    `update case_presence set doing = 'gone', changed_at = now()
     where tenant_id = :tenant and case_id = :caseId and person_id = :person and doing <> 'gone'`,
    { tenant, ...of },
  );
}

const WORKED_ON = mayKnow(undefined, { concerned: 'none' });

/** Everybody but the asker who has one of these cases open, of those cases the asker works on. */
export async function listPresent(
  db: Knex,
  tenant: string,
  asking: Asking,
  cases: readonly CaseId[],
): Promise<PresenceRow[]> {
  const { rows } = await db.raw<{ rows: PresenceRow[] }>(
    `select p.case_id as case, p.person_id as id, n.name, p.doing, iso_instant(p.since) as since
     from cases c
     join case_presence p on p.tenant_id = c.tenant_id and p.case_id = c.id and p.person_id <> :person and ${IS_PRESENT}
     join people n on n.tenant_id = p.tenant_id and n.id = p.person_id
     where c.tenant_id = :tenant and c.id = any(:cases::uuid[]) and ${WORKED_ON}
       and not exists (select 1 from recusals q
         where q.tenant_id = c.tenant_id and q.family_id = c.family_id and q.person_id = p.person_id and q.status = 'granted')
     order by p.since, p.person_id limit 500`,
    { tenant, ...asking, cases: textArray(cases) },
  );
  return rows;
}

export interface PresenceChange {
  readonly case: CaseId;
  readonly person: PersonId;
  /** Tells one change from another of the same person. */
  readonly mark: string;
}

/** Who came, left, was lost, or began to do something else within the last seconds. */
export async function listPresenceChanges(
  db: Knex,
  tenant: string,
  seconds: number,
): Promise<PresenceChange[]> {
  const { rows } = await db
    .raw<{ rows: PresenceChange[] }>(
      `select case_id as case, person_id as person, concat(doing, changed_at, seen_at <= now() - interval '${PRESENT_SECONDS} seconds') as mark
       from case_presence
       where tenant_id = :tenant and (changed_at > now() - :seconds * interval '1 second'
         or (doing <> 'gone' and seen_at <= now() - interval '${PRESENT_SECONDS} seconds'
           and seen_at > now() - interval '${PRESENT_SECONDS} seconds' - :seconds * interval '1 second'))
       limit 1000`,
      { tenant, seconds },
    )
    .options({ name: 'list-presence-changes' });
  return rows;
}

/** Forgets those who were not heard of for some minutes. */
export async function forgetPresence(db: Knex, tenant: string): Promise<void> {
  await db.raw(`delete from case_presence where tenant_id = ? and seen_at < now() - interval '5 minutes'`, [
    tenant,
  ]);
}
