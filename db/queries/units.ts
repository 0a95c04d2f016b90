/** The tree of units. Whoever changes it takes `lockUnits` first, so that what was checked is still so when it is written. */
import type { Knex } from 'knex';
import { textArray } from './text-array.ts';

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly isBody: boolean;
}

/** More than any body has; a list that long is cut off. */
const MOST_UNITS = 10_000;

const COLUMNS = `u.id, u.name, u.parent_id as "parentId", u.is_body as "isBody"`;

export async function listUnits(db: Knex, tenant: string): Promise<UnitRow[]> {
  const { rows } = await db.raw<{ rows: UnitRow[] }>(
    `select ${COLUMNS} from units u where u.tenant_id = ? order by u.id limit ${MOST_UNITS}`,
    [tenant],
  );
  return rows;
}

/** Names of units by their codes, of those that there are. */
export async function listUnitNames(
  db: Knex,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.raw<{ rows: { id: string; name: string }[] }>(
    `select id, name from units where tenant_id = :tenant and id = any(:ids::text[])`,
    { tenant, ids: textArray(ids) },
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The lock that the trigger of the table takes as well. Held to the end of the transaction. */
export async function lockUnits(trx: Knex.Transaction, tenant: string): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('units ' || ?::text, 0))`, [tenant]);
}

/** Whether there is such a unit; holds it so that it is not removed before the transaction ends. */
export async function holdUnit(trx: Knex.Transaction, tenant: string, id: string): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    'select 1 from units where tenant_id = ? and id = ? for key share',
    [tenant, id],
  );
  return rows.length > 0;
}

/** Whether `id` is `unit` itself or lies below it. */
export async function isWithinUnit(db: Knex, tenant: string, id: string, unit: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with recursive above as (
       select :id::text as id
       union
       select u.parent_id from above a join units u on u.tenant_id = :tenant and u.id = a.id
     )
     select 1 from above where id = :unit`,
    { tenant, id, unit },
  );
  return rows.length > 0;
}

/** Makes or changes a unit; answers whether it is new. */
export async function saveUnit(db: Knex, tenant: string, unit: UnitRow): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { isNew: boolean }[] }>(
    `insert into units (tenant_id, id, name, parent_id, is_body) values (:tenant, :id, :name, :parentId, :isBody)
     on conflict (tenant_id, id) do update
       set name = excluded.name, parent_id = excluded.parent_id, is_body = excluded.is_body
     returning (xmax = 0) as "isNew"`,
    { tenant, ...unit },
  );
  return rows[0]?.isNew === true;
}

/** What hangs on a unit: units below it, grants ever made in it, keys that are valid, cases. */
export async function isUnitUsed(db: Knex, tenant: string, id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { isUsed: boolean }[] }>(
    `select exists (select 1 from units where tenant_id = :tenant and parent_id = :id)
       or exists (select 1 from grants where tenant_id = :tenant and unit_id = :id)
       or exists (select 1 from api_keys where tenant_id = :tenant and unit = :id and revoked_at is null)
       or exists (select 1 from cases where tenant_id = :tenant and (unit = :id or home = :id)) as "isUsed"`,
    { tenant, id },
  );
  return rows[0]?.isUsed === true;
}

/** Answers whether there was one. */
export async function deleteUnit(db: Knex, tenant: string, id: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    'delete from units where tenant_id = ? and id = ? returning id',
    [tenant, id],
  );
  return rows.length > 0;
}
