/**
 * The reporter's portal: receipts, known by a keyed hash only; short sessions; and the mailbox of a case, sealed.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;
const PERSON = setting('person');

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table portal_receipts (
      tenant_id   text    not null,
      id          uuid    not null,
      form_mac    bytea   not null,
      person_id   text    not null,
      case_id     uuid,
      receipt_mac bytea,
      is_kept     boolean not null default false,
      primary key (tenant_id, id),
      check ((case_id is null) = (receipt_mac is null)),
      constraint portal_receipts_form_key unique (tenant_id, form_mac),
      constraint portal_receipts_receipt_key unique (tenant_id, receipt_mac),
      constraint portal_receipts_case_key unique (tenant_id, case_id),
      constraint portal_receipts_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    comment on table portal_receipts is 'Reports that came in by the portal, and what their reporters come back with.';
    comment on column portal_receipts.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column portal_receipts.id          is 'Random, so that it tells nothing of when a reporter came.';
    comment on column portal_receipts.form_mac    is 'Keyed hash of the form that was sent: the same form makes one report.';
    comment on column portal_receipts.person_id   is 'Random reference the reporter goes by; it leads to nobody.';
    comment on column portal_receipts.case_id     is 'The complaint; null until it is open.';
    comment on column portal_receipts.receipt_mac is 'Keyed hash of the receipt code; null until it is given.';
    comment on column portal_receipts.is_kept     is 'Whether the reporter has shown that the code was kept.';

    create table portal_sessions (
      tenant_id  text        not null,
      token_hash bytea       not null,
      receipt_id uuid        not null,
      expires_at timestamptz not null,
      primary key (tenant_id, token_hash),
      constraint portal_sessions_receipt_fk foreign key (tenant_id, receipt_id)
        references portal_receipts (tenant_id, id) on delete restrict
    );
    create index portal_sessions_lapsed_idx on portal_sessions (tenant_id, expires_at);
    comment on table portal_sessions is 'Who showed a receipt code a moment ago. Lapsed ones are removed.';
    comment on column portal_sessions.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column portal_sessions.token_hash is 'SHA-256 of the token; the token itself is kept nowhere.';
    comment on column portal_sessions.receipt_id is 'Whose session it is.';
    comment on column portal_sessions.expires_at is 'When it lapses, by the real clock.';

    create table portal_messages (
      tenant_id    text    not null,
      case_id      uuid    not null,
      number       integer not null check (number > 0),
      kind         text    not null,
      sender       text,
      wants_answer boolean not null default false,
      on_day       date    not null,
      sent_at      timestamptz,
      text_sealed  bytea   not null,
      key_id       uuid    not null,
      evidence_id  uuid,
      entry_id     uuid    not null,
      primary key (tenant_id, case_id, number),
      check ((sender is null) = (sent_at is null)),
      check (sender is not null or not wants_answer),
      constraint portal_messages_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    comment on table portal_messages is 'What a reporter and those who work on the report wrote to each other. Added to, never changed.';
    comment on column portal_messages.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column portal_messages.case_id      is 'The complaint.';
    comment on column portal_messages.number       is 'Place in the mailbox, from 1; the order, since days do not tell it.';
    comment on column portal_messages.kind         is 'What it is, out of a closed list.';
    comment on column portal_messages.sender       is 'Pseudonym of who wrote for the body; null for the reporter.';
    comment on column portal_messages.wants_answer is 'Whether the body asks the reporter for more.';
    comment on column portal_messages.on_day       is 'The day, in the time zone of the body; all that is kept here of when a reporter wrote.';
    comment on column portal_messages.sent_at      is 'When the body wrote; null for the reporter.';
    comment on column portal_messages.text_sealed  is 'The words, encrypted under the key of the family.';
    comment on column portal_messages.key_id       is 'The family''s key; once that is dropped nothing opens the words.';
    comment on column portal_messages.evidence_id  is 'The file that came with it; null for none.';
    comment on column portal_messages.entry_id     is 'The journal entry that records it.';
    create trigger portal_messages_append_only before update or delete on portal_messages
      for each row execute function refuse_change();
    create trigger portal_messages_no_truncate before truncate on portal_messages
      for each statement execute function refuse_change();
    alter table portal_messages enable always trigger portal_messages_append_only;
    alter table portal_messages enable always trigger portal_messages_no_truncate;

    alter table portal_messages enable row level security;
    create policy need_to_know on portal_messages for select using (
      exists (select 1 from cases c where c.tenant_id = portal_messages.tenant_id and c.id = portal_messages.case_id
        and (c.opened_by = ${PERSON} or ${setting('sees')} in ('all', 'assigned', 'copies')))
      and not is_in_families(tenant_id, case_id, (select families_concerning(${setting('tenant')}, ${PERSON}))));
    create policy program on portal_messages using (current_user <> 'leeway_app');
    alter table portal_receipts enable row level security;
    create policy program on portal_receipts using (current_user <> 'leeway_app');
    alter table portal_sessions enable row level security;
    create policy program on portal_sessions using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table portal_messages;
    drop table portal_sessions;
    drop table portal_receipts;
  `);
}
