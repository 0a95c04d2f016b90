/**
 * Clocks by when they ran out and by when they were stopped, for figures by period. A clock enters either index once, when
 * that happens; starting one costs nothing more. The ledger's instants are texts of one form, so their order is that of time.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index clocks_by_overrun_idx on clocks (tenant_id, fired_at) where fired_at is not null;
    create index clocks_by_stop_idx on clocks (tenant_id, ((ledger->>'stoppedAt') collate "C")) where not is_active;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index clocks_by_stop_idx;
    drop index clocks_by_overrun_idx;
  `);
}
