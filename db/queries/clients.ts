/** Connected systems and their access tokens. Secrets are known by their SHA-256 only. */
import type { Knex } from 'knex';
import type { PersonId, Role } from '../../src/domain/vocabulary.ts';
import type { KeyHolder } from './people.ts';
import { textArray } from './text-array.ts';

export interface ClientRow {
  readonly id: string;
  readonly person: PersonId;
  readonly roles: readonly Role[];
}

export async function insertClient(
  db: Knex,
  tenant: string,
  client: {
    readonly id: string;
    readonly secretHash: Buffer;
    readonly person: PersonId;
    readonly roles: readonly Role[];
    readonly unit: string | null;
  },
): Promise<void> {
  await db.raw(
    `insert into clients (tenant_id, id, secret_hash, person_id, roles, unit)
     values (:tenant, :id, :secretHash, :person, :roles::text[], :unit)`,
    { tenant, ...client, roles: textArray(client.roles) },
  );
}

/** The client with this identifier and this secret, while it is not revoked and has not left. */
export async function findClient(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly secretHash: Buffer },
): Promise<ClientRow | undefined> {
  const { rows } = await db.raw<{ rows: ClientRow[] }>(
    `select c.id, c.person_id as person, c.roles from clients c
     join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
     where c.tenant_id = :tenant and c.id = :id and c.secret_hash = :secretHash and c.revoked_at is null
       and p.left_at is null`,
    { tenant, ...of },
  );
  return rows[0];
}

/** Revokes a client, and with it every token it has; answers the person it acts as. */
export async function revokeClient(
  db: Knex,
  tenant: string,
  id: string,
): Promise<{ readonly person: PersonId } | undefined> {
  const { rows } = await db.raw<{ rows: { person: PersonId }[] }>(
    `with gone as (delete from access_tokens where tenant_id = :tenant and client_id = :id::uuid)
     update clients set revoked_at = now()
     where tenant_id = :tenant and id = :id::uuid and revoked_at is null returning person_id as person`,
    { tenant, id },
  );
  return rows[0];
}

/** Keeps a token, and forgets those that expired an hour ago. */
export async function insertAccessToken(
  db: Knex,
  tenant: string,
  token: {
    readonly tokenHash: Buffer;
    readonly client: string;
    readonly roles: readonly Role[];
    readonly seconds: number;
  },
): Promise<void> {
  await db.raw(
    `with old as (delete from access_tokens where tenant_id = :tenant and expires_at < now() - interval '1 hour')
     insert into access_tokens (tenant_id, token_hash, client_id, roles, expires_at)
     values (:tenant, :tokenHash, :client, :roles::text[], now() + :seconds * interval '1 second')`,
    { tenant, ...token, roles: textArray(token.roles) },
  );
}

/** Whom a valid token lets in; a role that the client lost since is not among the roles. */
export async function findTokenHolder(
  db: Knex,
  tenant: string,
  tokenHash: Buffer,
): Promise<KeyHolder | undefined> {
  const { rows } = await db
    .raw<{ rows: KeyHolder[] }>(
      `select h.*, reach_of(:tenant, h.unit, h.roles) as bodies from (
         select c.id as "keyId", c.person_id as "personId", p.name, c.unit,
           array(select role from unnest(t.roles) as role where role = any(c.roles)) as roles
         from access_tokens t
         join clients c on c.tenant_id = t.tenant_id and c.id = t.client_id
         join people p on p.tenant_id = c.tenant_id and p.id = c.person_id
         where t.tenant_id = :tenant and t.token_hash = :tokenHash and t.expires_at > now() and c.revoked_at is null
           and p.left_at is null
       ) h`,
      { tenant, tokenHash },
    )
    .options({ name: 'find-token-holder' });
  return rows[0];
}
