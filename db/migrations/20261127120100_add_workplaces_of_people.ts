/**
 * Where a person works and as what, as far as whoever registered them knew: it tells people of one name apart.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table people add column workplace text;
    alter table people add column post text;
    comment on column people.workplace is 'Where the person works, in words; for display, like the name.';
    comment on column people.post      is 'As what; for display, like the name.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table people drop column post;
    alter table people drop column workplace;
  `);
}
