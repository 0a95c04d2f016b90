/** Saved views. Whoever made one reads it, and their unit where it is shared. */
import type { Knex } from 'knex';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface SavedViewRow {
  readonly id: string;
  readonly owner: PersonId;
  readonly list: string;
  readonly name_sealed: Buffer;
  readonly query: Readonly<Record<string, string>>;
  readonly unit: string | null;
  readonly updated_at: Instant;
}

export interface ViewReader {
  readonly person: PersonId;
  readonly unit: string | null;
}

const COLUMNS =
  'v.id, v.owner, v.list, v.name_sealed, v.query, v.unit, iso_instant(v.updated_at) as updated_at';
const IS_READ = 'v.tenant_id = :tenant and (v.owner = :person or v.unit = :unit)';

/** Those a person may read, their own first; a unit that shares more than these reads the newest. */
export async function listSavedViews(db: Knex, tenant: string, reader: ViewReader): Promise<SavedViewRow[]> {
  const { rows } = await db.raw<{ rows: SavedViewRow[] }>(
    `select ${COLUMNS} from saved_views v where ${IS_READ} order by (v.owner = :person) desc, v.id desc limit 200`,
    { tenant, ...reader },
  );
  return rows;
}

export async function findSavedView(
  db: Knex,
  tenant: string,
  id: string,
  reader: ViewReader,
): Promise<SavedViewRow | undefined> {
  const { rows } = await db.raw<{ rows: SavedViewRow[] }>(
    `select ${COLUMNS} from saved_views v where ${IS_READ} and v.id = :id::uuid`,
    { tenant, ...reader, id },
  );
  return rows[0];
}

export async function countSavedViews(db: Knex, tenant: string, owner: PersonId): Promise<number> {
  const { rows } = await db.raw<{ rows: { n: number }[] }>(
    'select count(*)::int as n from saved_views where tenant_id = ? and owner = ?',
    [tenant, owner],
  );
  return rows[0]?.n ?? 0;
}

/** Makes a view or replaces what it says; its owner stays. Answers when. */
export async function saveView(
  db: Knex,
  tenant: string,
  view: Omit<SavedViewRow, 'updated_at'>,
): Promise<Instant> {
  const { rows } = await db.raw<{ rows: { at: Instant }[] }>(
    `insert into saved_views (tenant_id, id, owner, list, name_sealed, query, unit) values (?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (tenant_id, id) do update set list = excluded.list, name_sealed = excluded.name_sealed,
       query = excluded.query, unit = excluded.unit, updated_at = now()
     returning iso_instant(updated_at) as at`,
    [tenant, view.id, view.owner, view.list, view.name_sealed, JSON.stringify(view.query), view.unit],
  );
  return (rows[0] as { at: Instant }).at;
}

export async function deleteSavedView(db: Knex, tenant: string, id: string): Promise<void> {
  await db.raw('delete from saved_views where tenant_id = ? and id = ?', [tenant, id]);
}
