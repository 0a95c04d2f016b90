/**
 * Accounts that an administrator closes for a time, and when somebody signed in last: sessions are forgotten a day after
 * they expire, and who looks after accounts asks for longer.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table accounts add column disabled_at timestamptz;
    alter table accounts add column disabled_by text check ((disabled_by is null) = (disabled_at is null));
    alter table accounts add column signed_in_at timestamptz;
    comment on column accounts.disabled_at  is 'Since when an administrator keeps it closed; null while it opens.';
    comment on column accounts.disabled_by  is 'Who closed it; null while it opens.';
    comment on column accounts.signed_in_at is 'When a session of it was opened last; null for never.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table accounts drop column signed_in_at;
    alter table accounts drop column disabled_by;
    alter table accounts drop column disabled_at;
  `);
}
