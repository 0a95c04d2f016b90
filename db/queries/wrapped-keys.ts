/**
 * Keys that the master key wraps, wherever they are kept: one list, so that a change of the master key passes over none.
 * A box is bound to the id of its row.
 */
import type { Knex } from 'knex';
import type { Instant } from '../../src/domain/vocabulary.ts';

/** Tables with a column `wrapped`, sealed by the master key under the row's `id`, and `wrapped_by`. */
export const WRAPPED_TABLES = ['seal_keys', 'accounts', 'drafts'] as const;
export type WrappedTable = (typeof WRAPPED_TABLES)[number];

export interface WrappedKey {
  readonly id: string;
  /** Hexadecimal. */
  readonly wrapped: string;
}

/** Lets nobody add or change a wrapped key until the transaction ends; reading goes on. */
export async function holdWrappedKeys(trx: Knex, table: WrappedTable): Promise<void> {
  await trx.raw(`lock table ${table} in share row exclusive mode`);
}

/** A page of the wrapped keys of a table, by id. */
export async function listWrappedKeys(
  db: Knex,
  tenant: string,
  table: WrappedTable,
  page: { readonly after: string | null; readonly limit: number },
): Promise<WrappedKey[]> {
  const { rows } = await db.raw<{ rows: WrappedKey[] }>(
    `select id, encode(wrapped, 'hex') as wrapped from ${table}
     where tenant_id = :tenant and (:after::uuid is null or id > :after::uuid) order by id limit :limit`,
    { tenant, ...page },
  );
  return rows;
}

/** Puts other boxes in place of these, wrapped by another master key. */
export async function rewrapKeys(
  trx: Knex,
  tenant: string,
  table: WrappedTable,
  keys: readonly WrappedKey[],
  wrappedBy: string,
): Promise<void> {
  await trx.raw(
    `update ${table} k set wrapped = decode(x.wrapped, 'hex'), wrapped_by = :wrappedBy
     from jsonb_to_recordset(:keys::jsonb) as x(id uuid, wrapped text)
     where k.tenant_id = :tenant and k.id = x.id`,
    { tenant, keys: JSON.stringify(keys), wrappedBy },
  );
}

/** Notes that another master key is in force; answers false when it is not the one that was thought to be. */
export async function replaceMasterKeyFingerprint(
  trx: Knex,
  from: string,
  to: string,
): Promise<{ readonly at: Instant } | null> {
  const { rows } = await trx.raw<{ rows: { at: Instant }[] }>(
    `update installation set master_key = :to, master_key_rotated_at = now() where master_key = :from
     returning iso_instant(leeway_now()) as at`,
    { from, to },
  );
  return rows[0] ?? null;
}

/** When the master key was changed last; null while it is the first one. */
export async function findMasterKeyRotation(db: Knex): Promise<Instant | null> {
  const { rows } = await db.raw<{ rows: { at: Instant | null }[] }>(
    'select iso_instant(master_key_rotated_at) as at from installation',
  );
  return rows[0]?.at ?? null;
}

/** The key that marks are made with; keeps `fresh` where there is none yet. */
export async function keepLookupKey(
  db: Knex,
  tenant: string,
  fresh: WrappedKey & { readonly wrapped_by: string },
): Promise<WrappedKey> {
  await db.raw(
    `insert into seal_keys (tenant_id, id, purpose, wrapped, wrapped_by)
     values (:tenant, :id, 'lookup', decode(:wrapped, 'hex'), :wrapped_by)
     on conflict (tenant_id) where purpose = 'lookup' do nothing`,
    { tenant, ...fresh },
  );
  const { rows } = await db.raw<{ rows: WrappedKey[] }>(
    `select id, encode(wrapped, 'hex') as wrapped from seal_keys where tenant_id = ? and purpose = 'lookup'`,
    [tenant],
  );
  return rows[0] as WrappedKey;
}
