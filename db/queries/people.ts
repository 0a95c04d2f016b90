/** Persons and keys. A key's secret is known by its SHA-256 only. */
import type { Knex } from 'knex';
import type { Instant, PersonId, Role } from '../../src/domain/vocabulary.ts';
import { textArray } from './text-array.ts';

export interface KeyHolder {
  readonly keyId: string;
  readonly personId: PersonId;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly unit: string | null;
  /** Bodies whose cases staff of that unit reach with these roles; null for no bound. */
  readonly bodies: readonly string[] | null;
}

/** Who a valid key of this body belongs to; undefined for unknown, expired and revoked keys, those of who left and those of another body, alike. */
export async function findKeyHolder(
  db: Knex,
  tenant: string,
  secretHash: Buffer,
): Promise<KeyHolder | undefined> {
  const { rows } = await db
    .raw<{ rows: KeyHolder[] }>(
      `select k.id as "keyId", k.person_id as "personId", p.name, k.roles, k.unit,
         reach_of(k.tenant_id, k.unit, k.roles) as bodies
       from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
       where k.tenant_id = ? and k.secret_hash = ? and k.revoked_at is null and p.left_at is null
         and (k.expires_at is null or k.expires_at > now())`,
      [tenant, secretHash],
    )
    .options({ name: 'find-key-holder' });
  return rows[0];
}

/** Makes a person known, once; the name is kept when it was there already. Answers the pseudonym. */
export async function savePerson(
  db: Knex,
  tenant: string,
  person: { readonly id: PersonId; readonly name: string | null; readonly pseudonym: string },
): Promise<string> {
  const { rows } = await db.raw<{ rows: { pseudonym: string }[] }>(
    `insert into people (tenant_id, id, name, pseudonym) values (?, ?, ?, ?)
     on conflict (tenant_id, id) do update set id = excluded.id returning pseudonym`,
    [tenant, person.id, person.name, person.pseudonym],
  );
  return (rows[0] as { pseudonym: string }).pseudonym;
}

/** Pseudonyms by person, of those who have one. */
export async function listPseudonyms(
  db: Knex,
  tenant: string,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const { rows } = await db.raw<{ rows: { id: PersonId; pseudonym: string }[] }>(
    `select id, pseudonym from people
     where tenant_id = :tenant and id = any(array(select jsonb_array_elements_text(:persons::jsonb)))`,
    { tenant, persons: JSON.stringify(persons) },
  );
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]));
}

export interface NamedPerson {
  readonly id: PersonId;
  readonly name: string | null;
  readonly pseudonym: string;
  /** Known by a role, and by no reporter's: an act in the journal may be told to be theirs. */
  readonly isTold: boolean;
}

/**
 * Persons by reference or by pseudonym, each with whether their pseudonym may be resolved. Whoever ever reported anything
 * stays behind it, whatever else they are: one name told would tell every act that bears the same pseudonym.
 */
export async function listNamed(
  db: Knex,
  tenant: string,
  {
    ids = [],
    pseudonyms = [],
  }: { readonly ids?: readonly PersonId[]; readonly pseudonyms?: readonly string[] },
): Promise<NamedPerson[]> {
  const { rows } = await db.raw<{ rows: NamedPerson[] }>(
    `select p.id, p.name, p.pseudonym, coalesce((select bool_and(held.role <> 'reporter') from (
         select unnest(a.roles) as role from api_keys a where a.tenant_id = p.tenant_id and a.person_id = p.id
         union all select unnest(c.roles) from clients c where c.tenant_id = p.tenant_id and c.person_id = p.id
         union all select g.role from grants g where g.tenant_id = p.tenant_id and g.person_id = p.id) held), false)
       as "isTold"
     from people p
     where p.tenant_id = :tenant and (p.id = any(array(select jsonb_array_elements_text(:ids::jsonb)))
       or p.pseudonym = any(array(select jsonb_array_elements_text(:pseudonyms::jsonb))))`,
    { tenant, ids: JSON.stringify(ids), pseudonyms: JSON.stringify(pseudonyms) },
  );
  return rows;
}

/** Whether the directory knows somebody by this reference, or a case concerns them. */
export async function isKnownPerson(db: Knex, tenant: string, person: PersonId): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { isKnown: boolean }[] }>(
    `select exists (select 1 from people where tenant_id = :tenant and id = :person)
       or exists (select 1 from case_persons where tenant_id = :tenant and person_id = :person) as "isKnown"`,
    { tenant, person },
  );
  return rows[0]?.isKnown ?? false;
}

export async function insertKey(
  db: Knex,
  tenant: string,
  key: {
    readonly id: string;
    readonly secretHash: Buffer;
    readonly personId: PersonId;
    readonly roles: readonly Role[];
    readonly unit: string | null;
    readonly expiresAt: Instant | null;
    readonly name: string | null;
  },
): Promise<void> {
  await db.raw(
    `insert into api_keys (tenant_id, id, secret_hash, person_id, roles, unit, expires_at, name)
     values (:tenant, :id, :secretHash, :personId, :roles::text[], :unit, :expiresAt::timestamptz, :name)`,
    { ...key, tenant, roles: `{${key.roles.join(',')}}` },
  );
}

/** Names by reference, of those among these who have one. */
export async function listNames(
  db: Knex,
  tenant: string,
  references: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (references.length === 0) return new Map();
  const { rows } = await db.raw<{ rows: { id: PersonId; name: string }[] }>(
    `select id, name from people where tenant_id = :tenant and id = any(:references::text[]) and name is not null`,
    { tenant, references: textArray(references) },
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
