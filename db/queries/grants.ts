/** Posts, acting posts and substitutions. Ended, never removed. */
import type { Knex } from 'knex';
import type { GrantKind } from '../../src/domain/directory.ts';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface GrantRow {
  readonly id: string;
  readonly person: PersonId;
  readonly role: string;
  readonly unit: string | null;
  readonly kind: GrantKind;
  readonly inPlaceOf: PersonId | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly basis: string | null;
  /** Pseudonym. */
  readonly grantedBy: string;
  readonly createdAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly isInForce: boolean;
}

/** Whether a grant counts now; whether its holder left is asked apart. */
export const inForce = (grant: string): string =>
  `${grant}.withdrawn_at is null and (${grant}.from_at is null or ${grant}.from_at <= leeway_now())
   and (${grant}.until_at is null or ${grant}.until_at > leeway_now())`;

const COLUMNS = `g.id, g.person_id as person, g.role, g.unit_id as unit, g.kind, g.in_place_of as "inPlaceOf",
  iso_instant(g.from_at) as "from", iso_instant(g.until_at) as until, g.basis,
  coalesce((select p.pseudonym from people p where p.tenant_id = g.tenant_id and p.id = g.granted_by), g.granted_by)
    as "grantedBy",
  iso_instant(g.created_at) as "createdAt", iso_instant(g.withdrawn_at) as "withdrawnAt", ${inForce('g')} as "isInForce"`;

/** A page of grants, the newest first. Those of reporters are in no list (domain 4.4). */
export async function listGrants(
  db: Knex,
  tenant: string,
  filter: { readonly person?: PersonId; readonly unit?: string },
  page: { readonly before: string | null; readonly limit: number },
): Promise<GrantRow[]> {
  const conditions = [
    `g.tenant_id = :tenant and g.role <> 'reporter'`,
    filter.person !== undefined && 'g.person_id = :person',
    filter.unit !== undefined && 'g.unit_id = :unit',
    page.before !== null && 'g.id < :before::uuid',
  ].filter(Boolean);
  const { rows } = await db.raw<{ rows: GrantRow[] }>(
    `select ${COLUMNS} from grants g where ${conditions.join(' and ')} order by g.id desc limit :limit`,
    { tenant, ...filter, ...(page.before !== null && { before: page.before }), limit: page.limit },
  );
  return rows;
}

export async function findGrant(db: Knex, tenant: string, id: string): Promise<GrantRow | undefined> {
  const { rows } = await db.raw<{ rows: GrantRow[] }>(
    `select ${COLUMNS} from grants g where g.tenant_id = ? and g.id = ?`,
    [tenant, id],
  );
  return rows[0];
}

export interface NewGrant {
  readonly id: string;
  readonly person: PersonId;
  readonly role: string;
  readonly unit: string | null;
  readonly kind: GrantKind;
  readonly inPlaceOf: PersonId | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly basis: string | null;
  readonly grantedBy: PersonId;
}

export async function insertGrant(db: Knex, tenant: string, grant: NewGrant): Promise<void> {
  await db.raw(
    `insert into grants (tenant_id, id, person_id, role, unit_id, kind, in_place_of, from_at, until_at, basis, granted_by,
       created_at)
     values (:tenant, :id, :person, :role, :unit, :kind, :inPlaceOf, :from::timestamptz, :until::timestamptz, :basis,
       :grantedBy, leeway_now())`,
    { tenant, ...grant },
  );
}

/** Whether the person holds the role in the unit already, in place of the same person or of nobody, at an overlapping time. */
export async function hasSameGrant(
  db: Knex,
  tenant: string,
  { person, role, unit, inPlaceOf, from, until }: NewGrant,
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `select 1 from grants g where g.tenant_id = :tenant and g.person_id = :person and g.withdrawn_at is null
       and g.role = :role and g.unit_id is not distinct from :unit::text
       and g.in_place_of is not distinct from :inPlaceOf::text
       and tstzrange(coalesce(g.from_at, g.created_at), g.until_at)
         && tstzrange(coalesce(:from::timestamptz, leeway_now()), :until::timestamptz)
     limit 1`,
    { tenant, person, role, unit, inPlaceOf, from, until },
  );
  return rows.length > 0;
}

/** Whether a person holds a role in a unit now by a post, an acting post or a key: not as somebody's substitute. */
const HOLDS = (person: string, role: string, unit: string) => `(
  exists (select 1 from grants h where h.tenant_id = :tenant and h.person_id = ${person} and h.role = ${role}
    and h.unit_id is not distinct from ${unit} and h.kind <> 'substitute' and h.withdrawn_at is null
    and (h.from_at is null or h.from_at <= leeway_now()) and (h.until_at is null or h.until_at > leeway_now()))
  or exists (select 1 from api_keys k where k.tenant_id = :tenant and k.person_id = ${person} and ${role} = any(k.roles)
    and k.unit is not distinct from ${unit} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())))`;

export async function holdsRole(
  db: Knex,
  tenant: string,
  { person, role, unit }: { readonly person: PersonId; readonly role: string; readonly unit: string | null },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { holds: boolean }[] }>(
    `select ${HOLDS(':person', ':role', ':unit::text')} as holds`,
    { tenant, person, role, unit },
  );
  return rows[0]?.holds === true;
}

/** Every role some valid key or grant of a person gives, also one that begins later. */
export async function listRolesOf(db: Knex, tenant: string, person: PersonId): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { role: string }[] }>('select roles_of(?, ?) as role', [
    tenant,
    person,
  ]);
  return rows.map(({ role }) => role);
}

/** Withdraws a grant, once; answers whether it did. */
export async function withdrawGrant(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly by: PersonId; readonly reason: string | null },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update grants set withdrawn_at = leeway_now(), withdrawn_by = :by, withdrawn_for = :reason
     where tenant_id = :tenant and id = :id and withdrawn_at is null returning id`,
    { tenant, ...of },
  );
  return rows.length > 0;
}

/** Ends the substitutions for somebody who no longer holds what the substitute stands in with. Answers their ids. */
export async function endOrphanedSubstitutions(
  db: Knex,
  tenant: string,
  { person, by }: { readonly person: PersonId; readonly by: PersonId },
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `update grants g set withdrawn_at = leeway_now(), withdrawn_by = :by
     where g.tenant_id = :tenant and g.in_place_of = :person and g.withdrawn_at is null
       and not ${HOLDS('g.in_place_of', 'g.role', 'g.unit_id')}
     returning g.id`,
    { tenant, person, by },
  );
  return rows.map(({ id }) => id);
}
