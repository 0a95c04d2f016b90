/** What a stream is made of: new entries of the log, which of their cases somebody may know of, and who still may ask. */
import type { Knex } from 'knex';
import { SESSION_IDLE_MINUTES } from '../../src/domain/session.ts';
import type { CaseId, PersonId, Role } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { textArray } from './text-array.ts';

export interface LogRow {
  readonly idx: number;
  /** Null outside any case, and for whatever is no accepted event. */
  readonly case_id: CaseId | null;
  readonly seq: number | null;
  readonly type: string;
  readonly procedure: string | null;
}

/** Entries of the log after a place, in its order. Whoever reads them for an asker has to ask `listStanding` first. */
export async function listLogAfter(
  db: Knex,
  tenant: string,
  after: number,
  limit: number,
): Promise<LogRow[]> {
  const { rows } = await db
    .raw<{ rows: LogRow[] }>(
      `select idx, case when outcome = 'accepted' and seq is not null then case_id end as case_id, seq, type, procedure
       from journal_leaf where tenant_id = ? and idx > ?::bigint order by idx limit ?`,
      [tenant, after, limit],
    )
    .options({ name: 'list-log-after' });
  return rows;
}

export interface StandingRow {
  readonly id: CaseId;
  readonly number: string | null;
  readonly procedure: string;
  readonly state: string;
  /** Whether the asker works on it, and is not who it concerns. */
  readonly isWorkedOn: boolean;
}

const VISIBLE = mayKnow();

/** Which of these cases the asker may know of, and where each stands. */
export async function listStanding(
  db: Knex,
  tenant: string,
  asking: Asking,
  ids: readonly CaseId[],
): Promise<StandingRow[]> {
  const { rows } = await db
    .raw<{ rows: StandingRow[] }>(
      `select c.id, c.procedure, c.state,
         (select g.number from case_numbers g where g.tenant_id = c.tenant_id and g.case_id = c.id) as number, :sees::text in ('all', 'assigned', 'copies')
         and not is_in_families(c.tenant_id, c.id, (select families_concerning(:tenant, :person))) as "isWorkedOn"
       from cases c where c.tenant_id = :tenant and c.id = any(:ids::uuid[]) and ${VISIBLE}`,
      { tenant, ...asking, ids: textArray(ids) },
    )
    .options({ name: 'list-standing' });
  return rows;
}

/** How somebody came in, and by what: the id that `Asker` calls `keyId`. */
export interface CameBy {
  readonly via: 'key' | 'session' | 'client';
  readonly keyId: string;
}

export interface StandingHolder extends CameBy {
  readonly personId: PersonId;
  readonly roles: readonly Role[];
  readonly unit: string | null;
  readonly bodies: readonly string[] | null;
}

/**
 * Of these keys, sessions and connected systems, those that would be let in now, with the roles they have now. A session
 * is not kept in use by being asked about.
 */
export async function listHolders(
  db: Knex,
  tenant: string,
  came: readonly CameBy[],
): Promise<StandingHolder[]> {
  const idsOf = (via: CameBy['via']) =>
    textArray(came.filter((each) => each.via === via).map(({ keyId }) => keyId));
  const { rows } = await db
    .raw<{ rows: StandingHolder[] }>(
      `select h.via, h."keyId", h."personId", h.roles, h.unit, reach_of(:tenant, h.unit, h.roles) as bodies from (
         select 'key' as via, k.id as "keyId", k.person_id as "personId", k.roles, k.unit
         from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
         where k.tenant_id = :tenant and k.id = any(:keys::uuid[]) and k.revoked_at is null and p.left_at is null
           and (k.expires_at is null or k.expires_at > now())
         union all
         select 'client', c.id, c.person_id, c.roles, c.unit
         from clients c join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
         where c.tenant_id = :tenant and c.id = any(:clients::uuid[]) and c.revoked_at is null and p.left_at is null
           and exists (select 1 from access_tokens t
             where t.tenant_id = c.tenant_id and t.client_id = c.id and t.expires_at > now())
         union all
         select 'session', s.id, a.person_id, held.roles, s.unit
         from sessions s
         join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
         join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
         cross join lateral (select array_agg(distinct g.role) as roles from granted_roles(s.tenant_id, a.person_id) g
           where g.unit is not distinct from s.unit) held
         where s.tenant_id = :tenant and s.id = any(:sessions::uuid[]) and s.ended_at is null and s.expires_at > now()
           and s.seen_at > now() - interval '${SESSION_IDLE_MINUTES} minutes' and a.ended_at is null
           and a.disabled_at is null and p.left_at is null and held.roles is not null
       ) h`,
      { tenant, keys: idsOf('key'), clients: idsOf('client'), sessions: idsOf('session') },
    )
    .options({ name: 'list-holders' });
  return rows;
}
