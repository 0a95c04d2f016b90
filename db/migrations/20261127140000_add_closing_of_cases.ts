/**
 * When a case was closed, for figures by period. Written by the step that closes it; a case closed before this column was
 * there counts by its latest event, which the index holds in its place. Only closed cases are indexed: no other step pays.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table cases add column closed_at timestamptz;
    comment on column cases.closed_at is 'When it was closed last, by the clock of clocks; null while it is open, and where nothing was kept of it.';
    create index cases_by_closing_idx on cases (tenant_id, (coalesce(closed_at, updated_at))) where not is_open;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index cases_by_closing_idx;
    alter table cases drop column closed_at;
  `);
}
