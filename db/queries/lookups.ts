/** Look-ups for forms: colleagues, officials, units. Each takes a limit; none is a list of everybody. */
import type { Knex } from 'knex';
import type { PersonId, Role } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { IS_REPORTER_ALONE } from './directory.ts';
import { mayKnow } from './need-to-know.ts';
import { textArray } from './text-array.ts';

/** How a text begins, for LIKE. */
const beginning = (text: string): string => `${text.replaceAll(/[%_\\]/g, '\\$&')}%`;

export interface ColleagueRow {
  readonly id: PersonId;
  readonly name: string | null;
  readonly unit: string | null;
  readonly roles: readonly string[];
}

/** Those who hold one of `roles` now in a unit of one of the bodies; a unit that belongs to no body bounds nobody. */
export async function listColleagues(
  db: Knex,
  tenant: string,
  of: {
    readonly q: string | null;
    readonly roles: readonly Role[];
    /** As the text of an array; null for no bound. */
    readonly bodies: string | null;
    readonly limit: number;
  },
): Promise<ColleagueRow[]> {
  const { q, roles, bodies, limit } = of;
  const { rows } = await db.raw<{ rows: ColleagueRow[] }>(
    `with held as (
       select a.person_id, a.unit, role from api_keys a, unnest(a.roles) as role
       where a.tenant_id = :tenant and a.revoked_at is null and (a.expires_at is null or a.expires_at > now())
       union
       select g.person_id, g.unit_id, g.role from grants g
       where g.tenant_id = :tenant and g.withdrawn_at is null and (g.from_at is null or g.from_at <= leeway_now())
         and (g.until_at is null or g.until_at > leeway_now())
     ), units_held as (
       select distinct unit, body_of(:tenant, unit) as body from held
     )
     select p.id, p.name, max(h.unit) as unit, jsonb_agg(distinct h.role order by h.role) as roles
     from held h join units_held u on u.unit is not distinct from h.unit
     join people p on p.tenant_id = :tenant and p.id = h.person_id and p.left_at is null
     where h.role = any(:roles::text[]) and (:bodies::text[] is null or u.body is null or u.body = any(:bodies::text[]))
       ${q === null ? '' : 'and (p.id like :reference or lower(p.name) like :name)'}
     group by p.id, p.name order by p.name nulls last, p.id limit :limit`,
    {
      tenant,
      roles: textArray(roles),
      bodies,
      limit,
      ...(q !== null && { reference: beginning(q), name: beginning(q.toLowerCase()) }),
    },
  );
  return rows;
}

export interface OfficialRow {
  readonly id: PersonId;
  readonly name: string | null;
  readonly workplace: string | null;
  readonly post: string | null;
}

const OFFICIAL = `p.id, p.name, p.workplace, p.post from people p
  where p.tenant_id = :tenant and p.name is not null and p.pseudonym <> :except and not ${IS_REPORTER_ALONE}`;

/** Named persons whose reference or name begins so. Whoever is known as a reporter alone is not among them. */
export async function listOfficials(
  db: Knex,
  tenant: string,
  of: { readonly q: string; readonly except: string; readonly limit: number },
): Promise<OfficialRow[]> {
  const { q, except, limit } = of;
  const { rows } = await db.raw<{ rows: OfficialRow[] }>(
    `select ${OFFICIAL} and (p.id like :reference or lower(p.name) like :name) order by p.name, p.id limit :limit`,
    { tenant, except, limit, reference: beginning(q), name: beginning(q.toLowerCase()) },
  );
  return rows;
}

/** Those of exactly this name, whatever the case of its letters, the latest known first. */
export async function listNamesakes(
  db: Knex,
  tenant: string,
  of: { readonly name: string; readonly except: string },
): Promise<OfficialRow[]> {
  const { rows } = await db.raw<{ rows: OfficialRow[] }>(
    `select ${OFFICIAL} and lower(p.name) = :name order by p.id desc limit 10`,
    { tenant, except: of.except, name: of.name.toLowerCase() },
  );
  return rows;
}

/** Those who register somebody of one name take turns until the transaction ends. */
export async function lockName(trx: Knex.Transaction, tenant: string, name: string): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('name ' || ?::text || ' ' || ?::text, 0))`, [
    tenant,
    name.toLowerCase(),
  ]);
}

export async function insertOfficial(
  trx: Knex.Transaction,
  tenant: string,
  person: OfficialRow & { readonly pseudonym: string },
): Promise<void> {
  await trx.raw(
    `insert into people (tenant_id, id, name, pseudonym, workplace, post)
     values (:tenant, :id, :name, :pseudonym, :workplace, :post)`,
    { tenant, ...person },
  );
}

/** How many complaints about each of these persons the asker may know of, 100 at most. */
export async function countComplaintsAbout(
  db: Knex,
  tenant: string,
  asking: Asking,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, number>> {
  const { rows } = await db.raw<{ rows: { id: PersonId; count: number }[] }>(
    `select w.id, (select count(*)::int from (
         select 1 from case_persons s join cases c on c.tenant_id = s.tenant_id and c.id = s.case_id
         where s.tenant_id = :tenant and s.person_id = w.id and c.procedure = 'complaint' and ${mayKnow()} limit 100
       ) known) as count
     from unnest(:persons::text[]) as w(id)`,
    { tenant, ...asking, persons: textArray(persons) },
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
