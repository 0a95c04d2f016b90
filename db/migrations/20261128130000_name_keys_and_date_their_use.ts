/**
 * What a key is called, and in which hour it was last used: for administrators who look for keys that nobody needs any more.
 *
 * Expand only. Keys that are there have no name of their own, and none of the two is read by the program before.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table api_keys add column name text, add column last_used_at timestamptz;
    comment on column api_keys.name         is 'What it was called when it was made; null where nobody said. Never in the journal.';
    comment on column api_keys.last_used_at is 'The beginning of the hour (UTC) it was last used in; null: never, or not since this is kept. Coarse on purpose: a key in use costs a write an hour, and nobody reads from it when somebody works.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`alter table api_keys drop column name, drop column last_used_at`);
}
