/**
 * Secrets of calendar feeds, known by their SHA-256 only. Each belongs to a key and is as good as that key, or to the account
 * of somebody who signs in, and counts for what they hold in the unit they asked from.
 */
import type { Knex } from 'knex';
import type { PersonId } from '../../src/domain/vocabulary.ts';
import type { KeyHolder } from './people.ts';

/**
 * Whose calendar a secret of this body opens; undefined for unknown ones, for those whose key is revoked or expired, and for
 * those whose account is closed or holds nothing in its unit any more.
 */
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
     where f.tenant_id = :tenant and f.secret_hash = :secretHash and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > now()) and p.left_at is null
     union all
     select a.id, a.person_id, p.name, h.roles, f.unit, reach_of(f.tenant_id, f.unit, h.roles)
     from account_calendar_feeds f
     join accounts a on a.tenant_id = f.tenant_id and a.id = f.account_id
     join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
     cross join lateral (
       select array_agg(g.role) as roles from granted_roles(f.tenant_id, a.person_id) g
       where g.unit is not distinct from f.unit
     ) h
     where f.tenant_id = :tenant and f.secret_hash = :secretHash and a.ended_at is null and a.disabled_at is null
       and p.left_at is null and h.roles is not null`,
    { tenant, secretHash },
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

/** Keeps the secret of the feed of a person's open account; the one before it opens nothing any more. */
export async function saveAccountFeed(
  trx: Knex,
  tenant: string,
  feed: { readonly person: PersonId; readonly unit: string | null; readonly secretHash: Buffer },
): Promise<void> {
  await trx.raw(
    `insert into account_calendar_feeds (tenant_id, account_id, unit, secret_hash)
     select tenant_id, id, :unit, :secretHash from accounts
     where tenant_id = :tenant and person_id = :person and ended_at is null
     on conflict (tenant_id, account_id)
       do update set unit = excluded.unit, secret_hash = excluded.secret_hash, created_at = now()`,
    { tenant, ...feed },
  );
}

/** Revokes every feed of a person, whichever key or account made it; answers how many. */
export async function deleteFeeds(trx: Knex, tenant: string, person: PersonId): Promise<number> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `with of_keys as (
       delete from calendar_feeds f using api_keys k
       where f.tenant_id = :tenant and k.tenant_id = f.tenant_id and k.id = f.key_id and k.person_id = :person
       returning 1
     ), of_accounts as (
       delete from account_calendar_feeds f using accounts a
       where f.tenant_id = :tenant and a.tenant_id = f.tenant_id and a.id = f.account_id and a.person_id = :person
       returning 1
     )
     select 1 from of_keys union all select 1 from of_accounts`,
    { tenant, person },
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
