/**
 * Complaints by the way they came in, for lists narrowed down to one. A complaint's channel is said when it is opened and
 * never again, so that steps leave the index alone.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index cases_by_channel_idx on cases (tenant_id, (summary->>'channel'), id) where procedure = 'complaint';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop index cases_by_channel_idx;`);
}
