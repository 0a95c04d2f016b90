/**
 * When an account was signed in to before, as its next session remembers it: whoever signs in sees whether that was them.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table sessions add column previous_at timestamptz;
    comment on column sessions.previous_at is 'When a session of the account was opened before this one; null for never.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table sessions drop column previous_at');
}
