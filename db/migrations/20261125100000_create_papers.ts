/**
 * Papers: drawn once from an entry of the journal, numbered without gaps, and never changed afterwards; and how far
 * along the numbered log they are drawn.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table papers (
      tenant_id    text        not null,
      id           uuid        not null,
      case_id      uuid        not null,
      version      int         not null check (version > 0),
      entry_id     uuid        not null,
      ordinal      int         not null check (ordinal >= 0),
      paper        text        not null,
      title        jsonb       not null,
      recipients   jsonb       not null,
      number_class text        not null,
      number_year  int         not null,
      number       int         not null check (number > 0),
      number_words jsonb       not null,
      html_sha256  jsonb       not null,
      issued_at    timestamptz not null,
      key_id       uuid        not null,
      sealed       bytea       not null,
      primary key (tenant_id, id),
      constraint papers_entry_key unique (tenant_id, entry_id, ordinal),
      constraint papers_number_key unique (tenant_id, number_class, number_year, number),
      constraint papers_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index papers_by_case_idx on papers (tenant_id, case_id, version, ordinal);
    comment on table  papers              is 'Papers as they were issued, append-only. Each is frozen when it is drawn.';
    comment on column papers.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column papers.id           is 'UUIDv7.';
    comment on column papers.case_id      is 'The case it was issued in.';
    comment on column papers.version      is 'The version of the case whose event owed it.';
    comment on column papers.entry_id     is 'The journal entry whose effects owed it.';
    comment on column papers.ordinal      is 'Which of the papers of that entry, from 0.';
    comment on column papers.paper        is 'Which paper, as the glossary spells it.';
    comment on column papers.title        is 'Its title by language; words of the template alone.';
    comment on column papers.recipients   is 'Whom it is addressed to: roles and bodies, no persons.';
    comment on column papers.number_class is 'Which series it is numbered in.';
    comment on column papers.number_year  is 'Year of the day it is dated, in the time zone of its profile.';
    comment on column papers.number       is 'Its place in the series of that year, from 1, without gaps.';
    comment on column papers.number_words is 'The number as printed, by language.';
    comment on column papers.html_sha256  is 'Hash of the exact bytes of its page, by language, in hexadecimal.';
    comment on column papers.issued_at    is 'When it was drawn, by the clock of clocks.';
    comment on column papers.key_id       is 'The family''s key; dropping it erases what the paper says.';
    comment on column papers.sealed       is 'Its content and pages in both languages, encrypted.';

    create table paper_numbers (
      tenant_id    text not null,
      number_class text not null,
      number_year  int  not null,
      latest       int  not null check (latest > 0),
      primary key (tenant_id, number_class, number_year)
    );
    comment on table  paper_numbers              is 'The latest number of each series, moved on in the transaction that uses it.';
    comment on column paper_numbers.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column paper_numbers.number_class is 'Which series.';
    comment on column paper_numbers.number_year  is 'Of which year.';
    comment on column paper_numbers.latest       is 'The number given out last.';

    create table paper_log (
      tenant_id text   not null primary key,
      next_idx  bigint not null default 0 check (next_idx >= 0)
    );
    comment on table  paper_log           is 'How far the log is drawn; locked by whoever issues papers.';
    comment on column paper_log.tenant_id is 'The body whose record this is; leads every key.';
    comment on column paper_log.next_idx  is 'The first place in the log that was not looked at yet.';

    create trigger papers_append_only before update or delete on papers
      for each row execute function refuse_change();
    create trigger papers_no_truncate before truncate on papers
      for each statement execute function refuse_change();
    alter table papers enable always trigger papers_append_only;
    alter table papers enable always trigger papers_no_truncate;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table paper_log;
    drop table paper_numbers;
    drop table papers;
  `);
}
