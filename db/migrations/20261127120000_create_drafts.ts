/**
 * What somebody has typed and not sent: sealed under a key of its own, theirs alone, gone after thirty days.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table drafts (
      tenant_id  text        not null,
      person_id  text        not null,
      key        text        not null,
      id         uuid        not null,
      case_id    uuid,
      version    integer     not null default 1 check (version > 0),
      sealed     bytea       not null,
      wrapped    bytea       not null,
      wrapped_by text        not null,
      updated_at timestamptz not null default now(),
      primary key (tenant_id, person_id, key),
      constraint drafts_id_key unique (tenant_id, id),
      constraint drafts_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index drafts_by_case_idx on drafts (tenant_id, case_id) where case_id is not null;
    create index drafts_by_age_idx on drafts (tenant_id, updated_at);
    comment on table drafts is 'What people have typed and not sent. Of no record: replaced, removed, and gone after thirty days.';
    comment on column drafts.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column drafts.person_id  is 'Whose it is; nobody else reads it.';
    comment on column drafts.key        is 'What it is a draft of: the intake of a complaint, or one event of one case.';
    comment on column drafts.id         is 'UUIDv7, new with each save: it names the key that seals it.';
    comment on column drafts.case_id    is 'The case it is about; null for none.';
    comment on column drafts.version    is 'Counts the saves, so that two windows do not write over each other.';
    comment on column drafts.sealed     is 'The content, encrypted.';
    comment on column drafts.wrapped    is 'The key of this one draft, sealed by the master key.';
    comment on column drafts.wrapped_by is 'Fingerprint of the master key that wraps it.';
    comment on column drafts.updated_at is 'When it was saved last, by the wall clock.';
    create trigger drafts_present_master_key before insert on drafts
      for each row execute function only_the_present_master_key();

    alter table drafts enable row level security;
    create policy need_to_know on drafts for select using (
      tenant_id = ${setting('tenant')} and person_id = ${setting('person')}
      and (case_id is null or exists (select 1 from cases c
        where c.tenant_id = drafts.tenant_id and c.id = drafts.case_id)));
    create policy program on drafts using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table drafts;');
}
