/**
 * Figures over the merits read the clarifications and the tolerance reviews of a period, and no other case.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index cases_merits_by_opening_idx on cases (tenant_id, procedure, opened_at)
      where procedure in ('clarification', 'tolerance_review')
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index cases_merits_by_opening_idx');
}
