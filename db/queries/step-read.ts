/**
 * The one read of a step: the case, its running clocks, what its actors did and are in the family, and whether the
 * request was answered before. Takes any number of requests at once. Everything a step is judged by comes from here,
 * from the primary, at one instant of the database's clock.
 */
import type { Knex } from 'knex';
import type { Duty } from '../../src/domain/duty.ts';
import type { Instant, PersonId, RecusalState, Role } from '../../src/domain/vocabulary.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { Summary } from '../../src/machines/procedure.ts';
import { inForce } from './grants.ts';
import { mayKnow } from './need-to-know.ts';

/**
 * How far the asker sees: as staff every case, of an assigned family as a member of its team, or no reports; as a party
 * only what is their own; or none.
 */
export type Sees = 'all' | 'assigned' | 'copies' | 'own' | 'none';

export interface StepRequest {
  readonly caseId: string | null;
  readonly person: PersonId;
  readonly unit: string | null;
  readonly sees: Sees;
  /** As the text of an array. */
  readonly bodies: string | null;
  /** The actor and everybody the data name. */
  readonly people: readonly PersonId[];
  readonly caller: string;
  readonly key: string | null;
}

export interface CaseRow {
  readonly id: string;
  readonly family_id: string;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly definition_hash: string;
  readonly profile_hash: string;
  readonly seal_key_id: string;
  readonly version: number;
  readonly state: string;
  readonly value: StoredSnapshot['value'];
  readonly context: StoredSnapshot['context'];
  readonly summary: Summary;
  readonly is_open: boolean;
  readonly subject: PersonId | null;
  readonly assignee: PersonId | null;
  readonly unit: string | null;
  readonly opened_by: PersonId;
  readonly head_hash: string;
  readonly next_due_at: Instant | null;
  readonly is_overdue: boolean;
  readonly opened_at: Instant;
  readonly updated_at: Instant;
  /** What people call it; null or absent until the log has placed its opening. */
  readonly number?: string | null;
}

export interface KnownActor {
  readonly person: PersonId;
  /** Roles of the person's valid keys; null for a person the body's directory does not know. */
  readonly roles: readonly Role[] | null;
  readonly unit: string | null;
  readonly pseudonym: string | null;
  readonly duties: readonly Duty[];
  readonly recusal: RecusalState;
  /** Roles the person has only in place of somebody who stands aside from this family: they do not count in it. */
  readonly barred?: readonly Role[] | null;
}

export interface Answered {
  readonly fingerprint: string;
  readonly caseId: string;
  readonly version: number;
  readonly status: number;
}

export interface StepRead {
  readonly at: Instant;
  readonly case: CaseRow | null;
  readonly clocks: readonly ClockRow[];
  readonly actors: readonly KnownActor[];
  readonly answered: Answered | null;
  readonly wrappedKey: string | null;
}

export const CASE_COLUMNS = `
  c.id, c.family_id, c.procedure, c.procedure_version, c.definition_hash, c.profile_hash, c.seal_key_id, c.version,
  c.state, c.value, c.context, c.summary, c.is_open, c.subject, c.assignee, c.unit, c.opened_by,
  encode(c.head_hash, 'hex') as head_hash, iso_instant(c.next_due_at) as next_due_at, c.is_overdue,
  iso_instant(c.opened_at) as opened_at, iso_instant(c.updated_at) as updated_at,
  (select g.number from case_numbers g where g.tenant_id = c.tenant_id and g.case_id = c.id) as number`;

/** The running clocks of a case `c`, as JSON. */
export const CLOCKS_OF_CASE = `
  (select coalesce(jsonb_agg(jsonb_build_object(
     'id', k.id, 'key', k.key, 'instance', k.instance, 'ledger', k.ledger, 'dueAt', iso_instant(k.due_at),
     'isActive', k.is_active, 'firedAt', iso_instant(k.fired_at), 'alarm', k.alarm,
     'nextAlarmAt', iso_instant(k.next_alarm_at)) order by k.id), '[]')
   from clocks k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.is_active)`;

const OF_REQUEST = {
  tenant: 'c.tenant_id',
  sees: 'r.sees',
  person: 'r.person',
  unit: 'r.unit',
  bodies: 'r.bodies',
};

/** Whether whoever a grant stands in for stands aside from the family of `c`; a recusal asked for suffices (domain 4.3). */
const FOR_RECUSED = (grant: string) =>
  `exists (select 1 from recusals q where q.tenant_id = c.tenant_id and q.family_id = c.family_id
     and q.person_id = ${grant}.in_place_of and q.status <> 'refused')`;

/** Roles of `p.person` that come from standing in for the recused, and from nowhere else. */
const BARRED = `(
  select jsonb_agg(distinct g.role) from grants g
  where g.tenant_id = c.tenant_id and g.person_id = p.person and ${inForce('g')} and ${FOR_RECUSED('g')}
    and not exists (select 1 from grants o where o.tenant_id = g.tenant_id and o.person_id = g.person_id
      and o.role = g.role and ${inForce('o')} and not ${FOR_RECUSED('o')})
    and not exists (select 1 from api_keys a where a.tenant_id = g.tenant_id and a.person_id = g.person_id
      and g.role = any(a.roles) and a.revoked_at is null and (a.expires_at is null or a.expires_at > now())))`;

/** One look-up by key for each request, whatever the planner believes of the sizes of the tables. */
const READ = `
  with request as (
    select * from jsonb_to_recordset(?::jsonb)
      as r(n int, "caseId" uuid, person text, unit text, sees text, bodies text[], people text[], caller text, key text)
  )
  select r.n, iso_instant(leeway_now()) as at, ${CASE_COLUMNS},
    encode(s.wrapped, 'hex') as wrapped_key,
    ${CLOCKS_OF_CASE} as clocks,
    (select jsonb_agg(jsonb_build_object(
       'person', p.person,
       'roles', (select jsonb_agg(distinct role) from (
                   select unnest(a.roles) as role from api_keys a
                   where a.tenant_id = ? and a.person_id = p.person and a.revoked_at is null
                     and (a.expires_at is null or a.expires_at > now())
                   union all select g.role from granted_roles(?, p.person) g) held),
       'unit', (select max(a.unit) from api_keys a where a.tenant_id = ? and a.person_id = p.person),
       'pseudonym', (select pseudonym from people where tenant_id = ? and id = p.person),
       'duties', coalesce((select jsonb_agg(distinct d.duty) from duties d
                 where d.tenant_id = ? and d.family_id = c.family_id and d.person_id = p.person), '[]'),
       'recusal', coalesce((select q.status from recusals q
                 where q.tenant_id = ? and q.family_id = c.family_id and q.person_id = p.person
                   and q.status <> 'refused'), 'none'),
       'barred', ${BARRED}))
     from unnest(r.people) as p(person)) as actors,
    (select jsonb_build_object('fingerprint', encode(i.fingerprint, 'hex'), 'caseId', i.case_id,
                               'version', i.version, 'status', i.status)
     from idempotency_keys i where i.tenant_id = ? and i.caller = r.caller and i.key = r.key) as answered
  from request r
  left join lateral (select * from cases c where c.tenant_id = ? and c.id = r."caseId"
    and ${mayKnow(OF_REQUEST, { isActing: true })} limit 1) c on true
  left join lateral (select wrapped from seal_keys s
    where s.tenant_id = c.tenant_id and s.id = c.seal_key_id limit 1) s on true
  order by r.n`;

/** Reads what each request needs; the answers stand in the order of the requests. */
export async function readForSteps(
  db: Knex,
  tenant: string,
  requests: readonly StepRequest[],
): Promise<StepRead[]> {
  const numbered = JSON.stringify(requests.map((request, n) => ({ n, ...request })));
  const { rows } = await db
    .raw<{ rows: Record<string, unknown>[] }>(READ, [numbered, ...Array<string>(8).fill(tenant)])
    .options({ name: 'step-read' });
  return rows.map((row) => ({
    at: row.at as Instant,
    case: row.id === null ? null : (row as unknown as CaseRow),
    clocks: row.id === null ? [] : (row.clocks as ClockRow[]),
    actors: (row.actors as KnownActor[] | null) ?? [],
    answered: row.answered as Answered | null,
    wrappedKey: row.wrapped_key as string | null,
  }));
}
