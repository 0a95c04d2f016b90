/** Persons and keys. A key's secret is known by its SHA-256 only. */
import type { Knex } from 'knex';
import type { Instant, PersonId, Role } from '../../src/domain/vocabulary.ts';

export interface KeyHolder {
  readonly keyId: string;
  readonly personId: PersonId;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly unit: string | null;
}

/** Who a valid key belongs to; undefined for unknown, expired and revoked keys alike. */
export async function findKeyHolder(db: Knex, secretHash: Buffer): Promise<KeyHolder | undefined> {
  const { rows } = await db
    .raw<{ rows: KeyHolder[] }>(
      `select k.id as "keyId", k.person_id as "personId", p.name, k.roles, k.unit
       from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
       where k.secret_hash = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
      [secretHash],
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
  },
): Promise<void> {
  await db.raw(
    `insert into api_keys (tenant_id, id, secret_hash, person_id, roles, unit, expires_at)
     values (?, ?, ?, ?, ?::text[], ?, ?::timestamptz)`,
    [tenant, key.id, key.secretHash, key.personId, `{${key.roles.join(',')}}`, key.unit, key.expiresAt],
  );
}
