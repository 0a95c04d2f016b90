/**
 * The people of the body as an administrator keeps them, and what ends when one of them leaves. Whoever is known here as a
 * reporter alone stands in no list: that they reported is nobody's business (domain 4.4).
 */
import type { Knex } from 'knex';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface PersonRow {
  readonly id: PersonId;
  readonly name: string | null;
  readonly pseudonym: string;
  readonly leftAt: Instant | null;
  readonly roles: readonly { readonly role: string; readonly unit: string | null }[];
}

const HELD = `(
  select a.unit, role from api_keys a, unnest(a.roles) as role
    where a.tenant_id = p.tenant_id and a.person_id = p.id and a.revoked_at is null
      and (a.expires_at is null or a.expires_at > now()) and p.left_at is null
  union
  select c.unit, role from clients c, unnest(c.roles) as role
    where c.tenant_id = p.tenant_id and c.person_id = p.id and c.revoked_at is null and p.left_at is null
  union select g.unit, g.role from granted_roles(p.tenant_id, p.id) g)`;

const COLUMNS = `p.id, p.name, p.pseudonym, iso_instant(p.left_at) as "leftAt",
  (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'unit', h.unit) order by h.role, h.unit), '[]')
   from ${HELD} h where h.role <> 'reporter') as roles`;

/** Somebody of whom nothing is known but that they report: every role they ever had is that one. */
export const IS_REPORTER_ALONE = `coalesce((select bool_and(held.role = 'reporter') from (
  select unnest(a.roles) as role from api_keys a where a.tenant_id = p.tenant_id and a.person_id = p.id
  union all select unnest(c.roles) from clients c where c.tenant_id = p.tenant_id and c.person_id = p.id
  union all select g.role from grants g where g.tenant_id = p.tenant_id and g.person_id = p.id) held), false)`;

/** A page of people by reference; `q` is how a reference or a name begins, whatever the case of its letters. */
export async function listPeople(
  db: Knex,
  tenant: string,
  page: {
    readonly q: string | null;
    readonly after: PersonId | null;
    readonly limit: number;
    /** The engine itself is nobody. */
    readonly except: string;
  },
): Promise<PersonRow[]> {
  const { q, after, limit, except } = page;
  const like = (text: string) => `${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const conditions = [
    'p.tenant_id = :tenant and p.pseudonym <> :except',
    `not ${IS_REPORTER_ALONE}`,
    q !== null && '(p.id like :reference or lower(p.name) like :name)',
    after !== null && 'p.id > :after',
  ].filter(Boolean);
  const { rows } = await db.raw<{ rows: PersonRow[] }>(
    `select ${COLUMNS} from people p where ${conditions.join(' and ')} order by p.id limit :limit`,
    {
      tenant,
      except,
      limit,
      ...(q !== null && { reference: like(q), name: like(q.toLowerCase()) }),
      ...(after !== null && { after }),
    },
  );
  return rows;
}

export async function findPerson(db: Knex, tenant: string, id: PersonId): Promise<PersonRow | undefined> {
  const { rows } = await db.raw<{ rows: PersonRow[] }>(
    `select ${COLUMNS} from people p where p.tenant_id = ? and p.id = ?`,
    [tenant, id],
  );
  return rows[0];
}

/** A person, held until the transaction ends: nothing is given to them and nothing of theirs ends meanwhile. */
export async function holdPerson(
  trx: Knex.Transaction,
  tenant: string,
  id: PersonId,
): Promise<Pick<PersonRow, 'pseudonym' | 'leftAt'> | undefined> {
  const { rows } = await trx.raw<{ rows: Pick<PersonRow, 'pseudonym' | 'leftAt'>[] }>(
    `select p.pseudonym, iso_instant(p.left_at) as "leftAt" from people p
     where p.tenant_id = ? and p.id = ? for no key update`,
    [tenant, id],
  );
  return rows[0];
}

/** Makes a person known, or gives them another name; answers whether they are new. */
export async function namePerson(
  db: Knex,
  tenant: string,
  person: { readonly id: PersonId; readonly name: string; readonly pseudonym: string },
): Promise<{ readonly pseudonym: string; readonly isNew: boolean }> {
  const { rows } = await db.raw<{ rows: { pseudonym: string; isNew: boolean }[] }>(
    `insert into people (tenant_id, id, name, pseudonym) values (:tenant, :id, :name, :pseudonym)
     on conflict (tenant_id, id) do update set name = excluded.name
     returning pseudonym, (xmax = 0) as "isNew"`,
    { tenant, ...person },
  );
  return rows[0] as { pseudonym: string; isNew: boolean };
}

export interface Ended {
  readonly keys: number;
  readonly accounts: number;
  readonly sessions: number;
  readonly clients: number;
  readonly grants: number;
  readonly substitutions: number;
}

/** Marks a person as having left, and ends whatever opens something to them, and whoever stands in for them. */
export async function endEverything(
  db: Knex,
  tenant: string,
  of: { readonly person: PersonId; readonly leftAt: Instant; readonly by: PersonId },
): Promise<Ended> {
  const { rows } = await db.raw<{ rows: Ended[] }>(
    `with person as (
       update people set left_at = :leftAt::timestamptz where tenant_id = :tenant and id = :person
     ), keys as (
       update api_keys set revoked_at = now()
       where tenant_id = :tenant and person_id = :person and revoked_at is null returning 1
     ), closed as (
       update accounts set ended_at = now()
       where tenant_id = :tenant and person_id = :person and ended_at is null returning 1
     ), signed_out as (
       update sessions s set ended_at = now() from accounts a
       where a.tenant_id = :tenant and a.person_id = :person
         and s.tenant_id = a.tenant_id and s.account_id = a.id and s.ended_at is null returning 1
     ), systems as (
       update clients set revoked_at = now()
       where tenant_id = :tenant and person_id = :person and revoked_at is null returning 1
     ), held as (
       update grants set withdrawn_at = leeway_now(), withdrawn_by = :by
       where tenant_id = :tenant and person_id = :person and withdrawn_at is null returning 1
     ), stood_in as (
       update grants set withdrawn_at = leeway_now(), withdrawn_by = :by
       where tenant_id = :tenant and in_place_of = :person and withdrawn_at is null returning 1
     )
     select (select count(*)::int from keys) as keys, (select count(*)::int from closed) as accounts,
       (select count(*)::int from signed_out) as sessions, (select count(*)::int from systems) as clients,
       (select count(*)::int from held) as grants,
       (select count(*)::int from stood_in) as substitutions`,
    { tenant, ...of },
  );
  return rows[0] as Ended;
}

/** How many open cases of each procedure are assigned to a person: what an administrator may know of them, and no more. */
export async function countOpenCases(
  db: Knex,
  tenant: string,
  person: PersonId,
): Promise<{ procedure: string; count: number }[]> {
  const { rows } = await db.raw<{ rows: { procedure: string; count: number }[] }>(
    `select procedure, count(*)::int as count from cases
     where tenant_id = ? and assignee = ? and is_open group by 1 order by 1`,
    [tenant, person],
  );
  return rows;
}

/** The instant by the clock of clocks, and the pseudonym of somebody known. */
export async function findPresent(
  db: Knex,
  tenant: string,
  person: PersonId,
): Promise<{ readonly at: Instant; readonly pseudonym: string | null }> {
  const { rows } = await db.raw<{ rows: { at: Instant; pseudonym: string | null }[] }>(
    `select iso_instant(leeway_now()) as at,
       (select pseudonym from people where tenant_id = ? and id = ?) as pseudonym`,
    [tenant, person],
  );
  return rows[0] as { at: Instant; pseudonym: string | null };
}
