/** What people keep of the console: filters of lists under a name, and how they like it to look. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table saved_views (
      tenant_id   text        not null,
      id          uuid        not null,
      owner       text        not null,
      list        text        not null,
      name_sealed bytea       not null,
      query       jsonb       not null,
      unit        text,
      updated_at  timestamptz not null default now(),
      primary key (tenant_id, id)
    );
    create index saved_views_by_owner_idx on saved_views (tenant_id, owner, id);
    create index saved_views_by_unit_idx on saved_views (tenant_id, unit, id) where unit is not null;
    comment on table saved_views is 'Filters of a list under a name, kept by whoever made them and read by their unit where they are shared.';
    comment on column saved_views.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column saved_views.id          is 'UUIDv7.';
    comment on column saved_views.owner       is 'Who made it, and alone changes it.';
    comment on column saved_views.list        is 'Which list it is of.';
    comment on column saved_views.name_sealed is 'What its owner calls it, encrypted: people write names of people.';
    comment on column saved_views.query       is 'Filters and order, as the address of the list has them; never a search.';
    comment on column saved_views.unit        is 'The unit it is shared with; null where it is the owner''s alone.';
    comment on column saved_views.updated_at  is 'When it was saved last.';

    create table preferences (
      tenant_id  text        not null,
      person_id  text        not null,
      chosen     jsonb       not null,
      updated_at timestamptz not null default now(),
      primary key (tenant_id, person_id)
    );
    comment on table preferences is 'How a person likes the console: language, density, columns, shortcuts.';
    comment on column preferences.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column preferences.person_id  is 'Whose.';
    comment on column preferences.chosen     is 'What they chose; codes and switches only.';
    comment on column preferences.updated_at is 'When they chose it.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table preferences; drop table saved_views;');
}
