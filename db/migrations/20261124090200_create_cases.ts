/**
 * Cases, their links, clocks, duties and recusals.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table cases (
      tenant_id         text        not null,
      id                uuid        not null,
      family_id         uuid        not null,
      procedure         text        not null,
      procedure_version int         not null check (procedure_version > 0),
      definition_hash   text        not null,
      profile_hash      text        not null,
      seal_key_id       uuid        not null,
      version           int         not null check (version > 0),
      state             text        not null,
      value             jsonb       not null,
      context           jsonb       not null,
      summary           jsonb       not null,
      is_open           boolean     not null,
      subject           text,
      assignee          text,
      unit              text,
      opened_by         text        not null,
      head_hash         bytea       not null,
      next_due_at       timestamptz,
      is_overdue        boolean     not null default false,
      opened_at         timestamptz not null,
      updated_at        timestamptz not null,
      primary key (tenant_id, id)
    );
    create index cases_by_family_idx on cases (tenant_id, family_id);
    create index cases_by_state_idx on cases (tenant_id, procedure, state, id);
    create index cases_by_assignee_idx on cases (tenant_id, assignee, id) where is_open;
    create index cases_by_update_idx on cases (tenant_id, updated_at, id);
    create index cases_by_due_idx on cases (tenant_id, next_due_at, id) where next_due_at is not null;
    -- One clarification of a point at a time: two applications at once must not both pass.
    create unique index cases_one_clarification_idx on cases (tenant_id, (summary->>'allegation'))
      where procedure = 'clarification' and state not in ('not_needed', 'withheld', 'declined_by_subject', 'superseded');
    comment on table  cases            is 'One row per case: where it stands now. A cache of the journal, rebuilt by replay.';
    comment on column cases.tenant_id         is 'The body whose record this is; leads every key.';
    comment on column cases.id                is 'UUIDv7: its order is the order of opening.';
    comment on column cases.family_id         is 'The first case of the family this one belongs to.';
    comment on column cases.procedure         is 'Which machine runs it.';
    comment on column cases.procedure_version is 'Which version of the machine.';
    comment on column cases.definition_hash   is 'Of the machine as it was at the latest event.';
    comment on column cases.profile_hash      is 'The policy profile in force when it was opened.';
    comment on column cases.seal_key_id       is 'The family''s key for texts.';
    comment on column cases.version           is 'Rises by one with each accepted event; served as the ETag.';
    comment on column cases.state             is 'The leaf of the flow, as the glossary spells it. Derived from value.';
    comment on column cases.value             is 'The machine''s state, region by region.';
    comment on column cases.context           is 'What guards need. Holds nothing that identifies a reporter.';
    comment on column cases.summary           is 'What a list shows. Derived from context.';
    comment on column cases.is_open           is 'Whether anything is still to be done. Derived from value.';
    comment on column cases.subject           is 'Whom it is about; null where it is about nobody yet.';
    comment on column cases.assignee          is 'Who is to act next; null for nobody by name.';
    comment on column cases.unit              is 'The unit it concerns; null for none.';
    comment on column cases.opened_by         is 'Who opened it.';
    comment on column cases.head_hash         is 'Leaf hash of the latest event of the case; the next one names it as prev.';
    comment on column cases.next_due_at       is 'The earliest due clock that is running. Derived from clocks.';
    comment on column cases.is_overdue        is 'Whether a clock ran out and is not settled. Derived from clocks.';
    comment on column cases.opened_at         is 'When it was opened, by the clock of clocks.';
    comment on column cases.updated_at        is 'When its latest event happened.';

    create function may_see(
      sees text, person text, unit text, of_procedure text, of_state text, subject text, opened_by text, case_unit text
    ) returns boolean language sql immutable as $$
      select case sees
        when 'all' then true
        when 'own' then (opened_by = person and of_procedure in ('complaint', 'clarification', 'tolerance_review'))
                     or (subject = person and of_procedure in ('clarification', 'tolerance_review'))
                     or (subject = person and of_procedure = 'allegation' and of_state in ('letter_inquiry',
                           'reply_under_review', 'heard', 'reviewed', 'closed_minor_handling', 'decided_sanction',
                           'decided_exempt', 'decided_no_sanction', 'case_dismissed'))
                     or (case_unit is not null and case_unit = unit and of_procedure in ('clarification', 'tolerance_review'))
        else false
      end
    $$;
    comment on function may_see(text, text, text, text, text, text, text, text)
      is 'Need to know, in one place: every list, count, look-up and history passes through it. Of an allegation its subject knows once asked, heard or decided on.';

    create table case_links (
      tenant_id text not null,
      child_id  uuid not null,
      parent_id uuid not null,
      type      text not null,
      primary key (tenant_id, child_id, parent_id, type),
      constraint case_links_child_fk foreign key (tenant_id, child_id) references cases (tenant_id, id) on delete restrict,
      constraint case_links_parent_fk foreign key (tenant_id, parent_id) references cases (tenant_id, id) on delete restrict
    );
    create index case_links_by_parent_idx on case_links (tenant_id, parent_id);
    comment on table case_links is 'How cases of a family hang together: the child is <type> the parent.';
    comment on column case_links.tenant_id is 'The body whose record this is; leads every key.';
    comment on column case_links.child_id  is 'The case that came later, as a rule.';
    comment on column case_links.parent_id is 'The case it hangs on.';
    comment on column case_links.type      is 'What the child is to the parent, as the glossary spells it.';

    create table clocks (
      tenant_id text        not null,
      id        uuid        not null,
      case_id   uuid        not null,
      key       text        not null,
      instance  text        not null default '',
      ledger    jsonb       not null,
      due_at    timestamptz,
      is_active boolean     not null,
      fired_at  timestamptz,
      primary key (tenant_id, id),
      constraint clocks_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index clocks_by_case_idx on clocks (tenant_id, case_id);
    create unique index clocks_one_active_idx on clocks (tenant_id, case_id, key, instance) where is_active;
    create index clocks_due_idx on clocks (tenant_id, due_at, id) where is_active and fired_at is null and due_at is not null;
    comment on table  clocks        is 'Terms under the profile''s calendar, as ledgers; the due date is derived from the ledger.';
    comment on column clocks.tenant_id is 'The body whose record this is; leads every key.';
    comment on column clocks.id        is 'Identifier of the clock.';
    comment on column clocks.case_id   is 'The case it runs in.';
    comment on column clocks.key       is 'Which limit of the profile: for example ''report.handle''.';
    comment on column clocks.instance  is 'Tells apart clocks of one key in one case; empty for most.';
    comment on column clocks.ledger    is 'Started, paused, resumed, extended, stopped, each with its instant and reason.';
    comment on column clocks.due_at    is 'Derived. Null while paused.';
    comment on column clocks.is_active is 'Whether it has neither been stopped nor become void.';
    comment on column clocks.fired_at  is 'When the overrun was recorded; set once, in the transaction of that record.';

    create table duties (
      tenant_id text not null,
      family_id uuid not null,
      person_id text not null,
      slot      text not null,
      duty      text not null,
      case_id   uuid not null,
      primary key (tenant_id, family_id, person_id, slot)
    );
    comment on table duties is 'Who did what in a family; one duty a slot, so that two steps at once cannot both pass (T14).';
    comment on column duties.tenant_id is 'The body whose record this is; leads every key.';
    comment on column duties.family_id is 'The family in which it counts.';
    comment on column duties.person_id is 'Who did it.';
    comment on column duties.slot      is 'What excludes each other shares a slot.';
    comment on column duties.duty      is 'Which duty, as the glossary spells it.';
    comment on column duties.case_id   is 'The case in which it was taken on first.';

    create function same_duty(held text, wanted text) returns text language plpgsql immutable as $$
    begin
      if held <> wanted then
        raise exception 'duties % and % are held by one person', held, wanted using errcode = 'exclusion_violation';
      end if;
      return held;
    end $$;
    comment on function same_duty(text, text) is 'Refuses a second, different duty in a slot; the same one again is no news.';

    create table recusals (
      tenant_id  text        not null,
      family_id  uuid        not null,
      person_id  text        not null,
      status     text        not null check (status in ('requested', 'granted', 'refused')),
      ground     text        not null,
      case_id    uuid        not null,
      changed_at timestamptz not null,
      primary key (tenant_id, family_id, person_id)
    );
    create function next_recusal(held text, wanted text) returns text language plpgsql immutable as $$
    begin
      if (held = 'requested') = (wanted = 'requested') or held = 'granted' then
        raise exception 'a recusal that is % cannot become %', held, wanted using errcode = 'exclusion_violation';
      end if;
      return wanted;
    end $$;
    comment on function next_recusal(text, text)
      is 'Asked for once, decided once: two steps at once in two cases of a family cannot both pass.';

    comment on table recusals is 'Where each person stands towards recusal in a family; the journal holds how it came about.';
    comment on column recusals.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column recusals.family_id  is 'The family in which it counts.';
    comment on column recusals.person_id  is 'Who is to stand aside.';
    comment on column recusals.status     is 'Whether it was asked for, granted or refused.';
    comment on column recusals.ground     is 'Code of the ground that was given.';
    comment on column recusals.case_id    is 'The case in which it was asked for.';
    comment on column recusals.changed_at is 'When the status became what it is.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table recusals;
    drop function next_recusal(text, text);
    drop function same_duty(text, text);
    drop table duties;
    drop table clocks;
    drop table case_links;
    drop function may_see(text, text, text, text, text, text, text, text);
    drop table cases;
  `);
}
