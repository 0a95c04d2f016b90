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
    create index cases_by_due_idx on cases (tenant_id, next_due_at, id) where is_open and next_due_at is not null;
    comment on table  cases            is 'One row per case: where it stands now. A cache of the journal, rebuilt by replay.';
    comment on column cases.state      is 'The leaf of the flow, as the glossary spells it. Derived from value.';
    comment on column cases.version    is 'Rises by one with each accepted event; served as the ETag.';
    comment on column cases.head_hash  is 'Leaf hash of the latest event of the case; the next one names it as prev.';
    comment on column cases.context    is 'What guards need. Holds nothing that identifies a reporter.';

    create function may_see(
      sees text, person text, unit text, of_procedure text, subject text, opened_by text, case_unit text
    ) returns boolean language sql immutable as $$
      select case sees
        when 'all' then true
        when 'own' then (opened_by = person and of_procedure in ('complaint', 'clarification', 'tolerance_review'))
                     or (subject = person and of_procedure in ('clarification', 'tolerance_review'))
                     or (case_unit is not null and case_unit = unit and of_procedure in ('clarification', 'tolerance_review'))
        else false
      end
    $$;
    comment on function may_see(text, text, text, text, text, text, text)
      is 'Need to know, in one place: every list, count, look-up and history passes through it.';

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
    create index clocks_due_idx on clocks (due_at) where is_active and fired_at is null and due_at is not null;
    comment on table  clocks        is 'Terms under the profile''s calendar, as ledgers; the due date is derived from the ledger.';
    comment on column clocks.due_at is 'Derived. Null while paused.';
    comment on column clocks.fired_at is 'When the overrun was recorded; set once, in the transaction of that record.';

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

    create function same_duty(held text, wanted text) returns text language plpgsql immutable as $$
    begin
      if held <> wanted then
        raise exception 'duties % and % are held by one person', held, wanted using errcode = 'exclusion_violation';
      end if;
      return held;
    end $$;

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
    comment on table recusals is 'Where each person stands towards recusal in a family; the journal holds how it came about.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table recusals;
    drop function same_duty(text, text);
    drop table duties;
    drop table clocks;
    drop table case_links;
    drop function may_see(text, text, text, text, text, text, text);
    drop table cases;
  `);
}
