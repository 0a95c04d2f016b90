/**
 * Evidence: files that belong to a case. The file itself is in a store outside the database, sealed under a key of its
 * own, which is kept here under the key of the family.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;
const PERSON = setting('person');

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table evidence (
      tenant_id      text        not null,
      id             uuid        not null,
      case_id        uuid        not null,
      kind           text        not null,
      size           bigint      not null check (size > 0),
      sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
      name_sealed    bytea       not null,
      uploaded_by    text        not null,
      is_of_party    boolean     not null,
      added_at       timestamptz not null,
      store_name     text        not null,
      key_id         uuid        not null,
      wrapped        bytea,
      entry_id       uuid        not null,
      cleaned_name   text,
      cleaned_size   bigint      check (cleaned_size > 0),
      cleaned_sha256 text        check (cleaned_sha256 ~ '^[0-9a-f]{64}$'),
      not_cleaned    text,
      primary key (tenant_id, id),
      check ((cleaned_name is null) = (cleaned_size is null) and (cleaned_name is null) = (cleaned_sha256 is null)),
      check (cleaned_name is null or not_cleaned is null),
      constraint evidence_store_name_key unique (tenant_id, store_name),
      constraint evidence_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index evidence_by_case_idx on evidence (tenant_id, case_id, added_at, id);
    comment on table evidence is 'Files that belong to a case. The bytes are in the store of evidence, sealed.';
    comment on column evidence.tenant_id      is 'The body whose record this is; leads every key.';
    comment on column evidence.id             is 'Random, so that it tells nothing of when a reporter came.';
    comment on column evidence.case_id        is 'The case it belongs to; who may know of the case may know of it, a party only of their own.';
    comment on column evidence.kind           is 'What it is by its content, out of a closed list.';
    comment on column evidence.size           is 'Bytes of the original.';
    comment on column evidence.sha256         is 'SHA-256 of the original as it arrived, in hexadecimal; also in the journal.';
    comment on column evidence.name_sealed    is 'What its sender called it, encrypted under the key of the family: it may name persons.';
    comment on column evidence.uploaded_by    is 'Who sent it.';
    comment on column evidence.is_of_party    is 'Whether the sender is a party of the case, and no member of staff.';
    comment on column evidence.added_at       is 'When it was added; for a party, the beginning of that day.';
    comment on column evidence.store_name     is 'Its name in the store: random, made of nothing that a sender wrote.';
    comment on column evidence.key_id         is 'The family''s key; once that is dropped nothing opens the file.';
    comment on column evidence.wrapped        is 'The file''s own key, encrypted under the key of the family; null when it was erased, and the file with it.';
    comment on column evidence.entry_id       is 'The journal entry that records it with its hash.';
    comment on column evidence.cleaned_name   is 'Name in the store of the copy without metadata; null while there is none.';
    comment on column evidence.cleaned_size   is 'Bytes of that copy.';
    comment on column evidence.cleaned_sha256 is 'SHA-256 of that copy, in hexadecimal.';
    comment on column evidence.not_cleaned    is 'Why there is no such copy, and will be none; null while nobody asked for it, or there is one.';

    alter table evidence enable row level security;
    create policy need_to_know on evidence for select using (
      exists (select 1 from cases c where c.tenant_id = evidence.tenant_id and c.id = evidence.case_id)
      and (uploaded_by = ${PERSON} or (${setting('sees')} in ('all', 'assigned', 'copies')
        and not is_in_families(tenant_id, case_id, (select families_concerning(${setting('tenant')}, ${PERSON}))))));
    create policy program on evidence using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop table evidence`);
}
