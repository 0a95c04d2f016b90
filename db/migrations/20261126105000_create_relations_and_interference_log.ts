/**
 * Relations that people declare, and what is reported of interference. The log is append-only like the journal: an entry
 * is neither changed nor removed, only its texts go when the key of the family goes.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table declared_relations (
      tenant_id    text        not null,
      id           uuid        not null,
      person_id    text        not null,
      other_person text        not null check (other_person <> person_id),
      kind         text        not null,
      declared_by  text        not null,
      declared_at  timestamptz not null,
      ended_by     text,
      ended_at     timestamptz check ((ended_at is null) = (ended_by is null)),
      primary key (tenant_id, id)
    );
    create unique index declared_relations_once_idx on declared_relations
      (tenant_id, person_id, other_person, kind, (declared_by = person_id)) where ended_at is null;
    create index declared_relations_by_other_idx on declared_relations (tenant_id, other_person) where ended_at is null;
    comment on table declared_relations is 'How a person is related to another, as declared. Ended, never removed.';
    comment on column declared_relations.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column declared_relations.id           is 'UUIDv7.';
    comment on column declared_relations.person_id    is 'Whose relation it is.';
    comment on column declared_relations.other_person is 'To whom; holds both ways.';
    comment on column declared_relations.kind         is 'Which relation, as the closed list spells it.';
    comment on column declared_relations.declared_by  is 'Who declared it: the person, or somebody of personnel.';
    comment on column declared_relations.declared_at  is 'When, by the clock of clocks.';
    comment on column declared_relations.ended_by     is 'Who recorded its end; null while it lasts.';
    comment on column declared_relations.ended_at     is 'When it was recorded as ended; null while it lasts.';

    create table interference_log (
      tenant_id     text        not null,
      id            uuid        not null,
      case_id       uuid        not null,
      family_id     uuid        not null,
      kind          text        not null,
      by_pseudonym  text,
      concerns_head boolean     not null,
      on_day        date        not null,
      texts_sealed  bytea       not null,
      key_id        uuid        not null,
      reported_by   text        not null,
      reported_at   timestamptz not null,
      primary key (tenant_id, id),
      constraint interference_log_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index interference_log_by_family_idx on interference_log (tenant_id, family_id, id);
    comment on table interference_log is 'Who asked about a case or put in a word, as reported by whoever met it. Append-only.';
    comment on column interference_log.tenant_id     is 'The body whose record this is; leads every key.';
    comment on column interference_log.id            is 'UUIDv7.';
    comment on column interference_log.case_id       is 'The case it was about.';
    comment on column interference_log.family_id     is 'The family of that case.';
    comment on column interference_log.kind          is 'Which kind, as the closed list spells it.';
    comment on column interference_log.by_pseudonym  is 'Pseudonym of who interfered; null for somebody known by description only.';
    comment on column interference_log.concerns_head is 'Whether it is about the head of the organ, who then does not see it.';
    comment on column interference_log.on_day        is 'The day it happened.';
    comment on column interference_log.texts_sealed  is 'How it went, and who it was where that is in words, encrypted.';
    comment on column interference_log.key_id        is 'The family''s key.';
    comment on column interference_log.reported_by   is 'Pseudonym of who reported it.';
    comment on column interference_log.reported_at   is 'When, by the clock of clocks.';
    create trigger interference_log_append_only before update or delete on interference_log
      for each row execute function refuse_change();
    create trigger interference_log_no_truncate before truncate on interference_log
      for each statement execute function refuse_change();
    alter table interference_log enable always trigger interference_log_append_only;
    alter table interference_log enable always trigger interference_log_no_truncate;

    create index journal_shut_outs_idx on journal (tenant_id, id) where type = 'conflict.shut_out';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index journal_shut_outs_idx;
    drop table interference_log;
    drop table declared_relations;
  `);
}
