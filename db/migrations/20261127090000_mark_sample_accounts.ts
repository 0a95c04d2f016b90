/**
 * Sample accounts of a sandbox: made up people who sign in with one password that everybody there is told.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table accounts add column is_sample boolean not null default false;
    comment on column accounts.is_sample is
      'Of a made-up person in a sandbox: owes no second factor and no change of its password';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table accounts drop column is_sample;');
}
