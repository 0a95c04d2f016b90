/**
 * Allegations by the time they were opened, for the figures of a period. Only they are indexed: no other step pays.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index cases_allegations_by_opening_idx on cases (tenant_id, opened_at) where procedure = 'allegation';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop index cases_allegations_by_opening_idx`);
}
