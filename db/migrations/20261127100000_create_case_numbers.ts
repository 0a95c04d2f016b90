/**
 * The numbers by which people speak of cases, given by whoever integrates the journal: a step writes none. Up to which
 * place of the log they were given stands with the log; a database that had cases before gives them theirs from place 0.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table case_numbers (
      tenant_id text    not null,
      case_id   uuid    not null,
      prefix    text    not null check (prefix ~ '^[A-Z]{2,3}$'),
      year      integer not null check (year between 1900 and 2999),
      n         integer not null check (n > 0),
      number    text    not null,
      primary key (tenant_id, case_id),
      constraint case_numbers_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create unique index case_numbers_running_idx on case_numbers (tenant_id, prefix, year, n);
    create unique index case_numbers_by_number_idx on case_numbers (tenant_id, number text_pattern_ops);
    comment on table case_numbers is 'What a case is called on the phone and on paper. Given once, never again.';
    comment on column case_numbers.tenant_id is 'The body whose record this is; leads every key.';
    comment on column case_numbers.case_id   is 'The case.';
    comment on column case_numbers.prefix    is 'Letters of its procedure.';
    comment on column case_numbers.year      is 'Year it was opened in, by the body''s own time zone.';
    comment on column case_numbers.n         is 'Running number of that prefix and year, without gaps, in the order of the log.';
    comment on column case_numbers.number    is 'The three together, as people write it.';

    alter table case_numbers enable row level security;
    create policy need_to_know on case_numbers for select using (
      exists (select 1 from cases c where c.tenant_id = case_numbers.tenant_id and c.id = case_numbers.case_id));
    create policy program on case_numbers using (current_user <> 'leeway_app');

    alter table journal_log add column numbered bigint not null default 0;
    comment on column journal_log.numbered is 'Up to which place of the log the cases that open have their numbers.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table journal_log drop column numbered;
    drop table case_numbers;
  `);
}
