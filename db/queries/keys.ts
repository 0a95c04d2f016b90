/** Keys as an administrator keeps them: whose, with which roles, until when; never a secret, nor its hash. */
import type { Knex } from 'knex';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface KeyRow {
  readonly id: string;
  readonly name: string | null;
  readonly person: PersonId;
  readonly roles: readonly string[];
  readonly unit: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** The beginning of an hour. */
  readonly lastUsedAt: Instant | null;
}

const COLUMNS = `k.id, k.name, k.person_id as person, array_remove(k.roles, 'reporter') as roles, k.unit, iso_instant(k.created_at) as "createdAt",
  iso_instant(k.expires_at) as "expiresAt", iso_instant(k.revoked_at) as "revokedAt", iso_instant(k.last_used_at) as "lastUsedAt"`;

/** A page of keys, the newest first. Those of reporters are in no list, and no key says that its holder reports (domain 4.4). */
export async function listKeys(
  db: Knex,
  tenant: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<KeyRow[]> {
  const { rows } = await db.raw<{ rows: KeyRow[] }>(
    `select ${COLUMNS} from api_keys k where k.tenant_id = :tenant and (not k.roles <@ '{reporter}' or k.roles = '{}')
       ${before === null ? '' : 'and k.id < :before::uuid'}
     order by k.id desc limit :limit`,
    { tenant, limit, ...(before !== null && { before }) },
  );
  return rows;
}

export async function findKey(db: Knex, tenant: string, id: string): Promise<KeyRow | undefined> {
  const { rows } = await db.raw<{ rows: KeyRow[] }>(
    `select ${COLUMNS} from api_keys k where k.tenant_id = ? and k.id = ?`,
    [tenant, id],
  );
  return rows[0];
}

/** Keys that are not revoked: the one of an id, or all of a person. */
export async function listOpenKeys(
  db: Knex,
  tenant: string,
  which: { readonly id: string } | { readonly person: PersonId },
): Promise<KeyRow[]> {
  const { rows } = await db.raw<{ rows: KeyRow[] }>(
    `select ${COLUMNS} from api_keys k where k.tenant_id = :tenant and k.revoked_at is null
       and ${'id' in which ? 'k.id = :id::uuid' : 'k.person_id = :person'} order by k.id`,
    { tenant, ...which },
  );
  return rows;
}

/** Revokes a key, once; answers whether it did. */
export async function revokeKey(db: Knex, tenant: string, id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    'update api_keys set revoked_at = now() where tenant_id = ? and id = ? and revoked_at is null returning id',
    [tenant, id],
  );
  return rows.length > 0;
}

/**
 * Notes that a key is in use in this hour; nothing is written where that is known, nor of a key that reports: when a reporter
 * looked in is nobody's to know.
 */
export async function noteKeyUse(db: Knex, tenant: string, id: string): Promise<void> {
  await db
    .raw(
      `update api_keys set last_used_at = date_trunc('hour', now(), 'UTC')
       where tenant_id = ? and id = ? and not 'reporter' = any(roles)
         and (last_used_at is null or last_used_at < date_trunc('hour', now(), 'UTC'))`,
      [tenant, id],
    )
    .options({ name: 'note-key-use' });
}
