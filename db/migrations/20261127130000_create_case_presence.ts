/**
 * Who has a case open at this moment. Of no record: a minute after somebody is heard of for the last time they are
 * taken for gone, and soon afterwards the row is.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table case_presence (
      tenant_id  text        not null,
      case_id    uuid        not null,
      person_id  text        not null,
      doing      text        not null check (doing in ('viewing', 'editing', 'gone')),
      since      timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      seen_at    timestamptz not null default now(),
      primary key (tenant_id, case_id, person_id),
      constraint case_presence_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    comment on table case_presence is 'Who has a case open at this moment, of those who work on it. Rows of the last minutes only.';
    comment on column case_presence.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column case_presence.case_id    is 'The case they have open.';
    comment on column case_presence.person_id  is 'Who.';
    comment on column case_presence.doing      is 'viewing, editing, or gone: closed it a moment ago.';
    comment on column case_presence.since      is 'Since when they do that, by the wall clock.';
    comment on column case_presence.changed_at is 'When they came, left, or began to do something else: what others are told of.';
    comment on column case_presence.seen_at    is 'When they were heard of last; a minute later they are taken for gone.';

    alter table case_presence enable row level security;
    create policy need_to_know on case_presence for select using (
      exists (select 1 from cases c where c.tenant_id = case_presence.tenant_id and c.id = case_presence.case_id)
      and ${setting('sees')} in ('all', 'assigned', 'copies')
      and not is_in_families(tenant_id, case_id, (select families_concerning(${setting('tenant')}, ${setting('person')}))));
    create policy program on case_presence using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table case_presence;');
}
