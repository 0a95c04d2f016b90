/** Secrets of calendar feeds, known by their SHA-256 only. Each belongs to a key and is as good as that key. */
import type { Knex } from 'knex';
import type { PersonId } from '../../src/domain/vocabulary.ts';
import type { KeyHolder } from './people.ts';

/** Whose calendar a secret of this body opens; undefined for unknown ones, and for those whose key is revoked or expired. */
export async function findFeedHolder(
  db: Knex,
  tenant: string,
  secretHash: Buffer,
): Promise<KeyHolder | undefined> {
  const { rows } = await db.raw<{ rows: KeyHolder[] }>(
    `select k.id as "keyId", k.person_id as "personId", p.name, k.roles, k.unit,
       reach_of(k.tenant_id, k.unit, k.roles) as bodies
     from calendar_feeds f
     join api_keys k on k.tenant_id = f.tenant_id and k.id = f.key_id
     join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
     where f.tenant_id = ? and f.secret_hash = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
       and p.left_at is null`,
    [tenant, secretHash],
  );
  return rows[0];
}

/** Keeps the secret of a key's feed; the one before it opens nothing any more. */
export async function saveFeed(
  trx: Knex,
  tenant: string,
  feed: { readonly keyId: string; readonly secretHash: Buffer },
): Promise<void> {
  await trx.raw(
    `insert into calendar_feeds (tenant_id, key_id, secret_hash) values (?, ?, ?)
     on conflict (tenant_id, key_id) do update set secret_hash = excluded.secret_hash, created_at = now()`,
    [tenant, feed.keyId, feed.secretHash],
  );
}

/** Revokes every feed of a person, whichever key made it; answers how many. */
export async function deleteFeeds(trx: Knex, tenant: string, person: PersonId): Promise<number> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `delete from calendar_feeds f using api_keys k
     where f.tenant_id = ? and k.tenant_id = f.tenant_id and k.id = f.key_id and k.person_id = ? returning 1`,
    [tenant, person],
  );
  return rows.length;
}

/** What the journal knows a person by. */
export async function findPseudonym(db: Knex, tenant: string, person: PersonId): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { pseudonym: string }[] }>(
    `select pseudonym from people where tenant_id = ? and id = ?`,
    [tenant, person],
  );
  return rows[0]?.pseudonym;
}
