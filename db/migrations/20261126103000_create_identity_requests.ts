/**
 * Sealed identities: requests to open one and what became of them, marks by which identities are counted, legal holds,
 * erasures, and by which master key each key is wrapped.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table installation add column master_key_rotated_at timestamptz;
    comment on column installation.master_key_rotated_at is 'When the master key was changed last; null while it is the first one.';

    alter table seal_keys drop constraint seal_keys_purpose_check;
    alter table seal_keys add constraint seal_keys_purpose_check
      check (purpose in ('family', 'identity', 'act', 'lookup'));
    alter table seal_keys add column wrapped_by text;
    create unique index seal_keys_one_lookup_idx on seal_keys (tenant_id) where purpose = 'lookup';
    comment on column seal_keys.purpose is 'Texts of a case family, one identity, the reason of one act beside the cases, or the marks by which something is looked up.';
    comment on column seal_keys.wrapped_by is 'Fingerprint of the master key that wraps it; null for rows older than this column.';

    create function only_the_present_master_key() returns trigger language plpgsql as $$
    begin
      if new.wrapped_by <> (select master_key from installation) then
        raise exception 'the master key was changed while this program ran' using errcode = 'LW001';
      end if;
      return new;
    end $$;
    comment on function only_the_present_master_key() is 'Keeps out keys that a server with a master key of yesterday would add: nobody could open them.';
    create trigger seal_keys_present_master_key before insert on seal_keys
      for each row execute function only_the_present_master_key();

    create table identity_requests (
      tenant_id      text        not null,
      id             uuid        not null,
      case_id        uuid        not null,
      family_id      uuid        not null,
      purpose        text        not null,
      status         text        not null check (status in ('requested', 'approved', 'refused', 'opened')),
      requested_by   text        not null,
      requested_at   timestamptz not null,
      request_entry  uuid        not null,
      decided_by     text,
      decided_at     timestamptz,
      decision_entry uuid,
      opened_by      text,
      opened_at      timestamptz,
      primary key (tenant_id, id),
      constraint identity_requests_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict,
      constraint identity_requests_two_people check (decided_by <> requested_by),
      constraint identity_requests_approver_stays_out check (opened_by <> decided_by),
      constraint identity_requests_decided_check check ((status = 'requested') = (decided_by is null)),
      constraint identity_requests_opened_check check ((status = 'opened') = (opened_by is not null))
    );
    create index identity_requests_by_case_idx on identity_requests (tenant_id, case_id, id);
    comment on table identity_requests is 'Requests to open the sealed identity of a case. Each takes a second person, and shows it once.';
    comment on column identity_requests.tenant_id      is 'The body whose record this is; leads every key.';
    comment on column identity_requests.id             is 'UUIDv7: its order is the order of asking.';
    comment on column identity_requests.case_id        is 'The case whose identity is asked for.';
    comment on column identity_requests.family_id      is 'The family of that case, within which recusal counts.';
    comment on column identity_requests.purpose        is 'What for: a code of the closed list.';
    comment on column identity_requests.status         is 'requested, approved, refused or opened. An approval that ran out stays approved and opens nothing.';
    comment on column identity_requests.requested_by   is 'Who asked.';
    comment on column identity_requests.requested_at   is 'When, by the clock of clocks.';
    comment on column identity_requests.request_entry  is 'The journal entry with the reason, sealed.';
    comment on column identity_requests.decided_by     is 'Who decided: somebody else.';
    comment on column identity_requests.decided_at     is 'When, by the clock of clocks; an approval counts from then.';
    comment on column identity_requests.decision_entry is 'The journal entry with the reason of the decision, sealed.';
    comment on column identity_requests.opened_by      is 'To whom it was shown; never the one who approved.';
    comment on column identity_requests.opened_at      is 'When, by the clock of clocks.';

    create table identity_marks (
      tenant_id text  not null,
      mark      bytea not null,
      case_id   uuid  not null,
      primary key (tenant_id, mark, case_id),
      constraint identity_marks_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index identity_marks_by_case_idx on identity_marks (tenant_id, case_id);
    comment on table identity_marks is 'Keyed hashes of names and contacts, to count the families an identity occurs in. Erased with the identity.';
    comment on column identity_marks.tenant_id is 'The body whose record this is; leads every key.';
    comment on column identity_marks.mark      is 'HMAC-SHA-256 of the kind and the text in its plainest spelling, under the lookup key.';
    comment on column identity_marks.case_id   is 'The case in which the identity was given.';

    create table legal_holds (
      tenant_id     text        not null,
      id            uuid        not null,
      case_id       uuid        not null,
      family_id     uuid        not null,
      placed_by     text        not null,
      placed_at     timestamptz not null,
      place_entry   uuid        not null,
      released_by   text,
      released_at   timestamptz,
      release_entry uuid,
      primary key (tenant_id, id),
      constraint legal_holds_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict,
      constraint legal_holds_two_people check (released_by <> placed_by),
      constraint legal_holds_release_check check ((released_by is null) = (released_at is null))
    );
    create index legal_holds_by_case_idx on legal_holds (tenant_id, case_id);
    create index legal_holds_standing_idx on legal_holds (tenant_id, family_id) where released_at is null;
    comment on table legal_holds is 'Orders to keep what a family holds, whatever the terms of keeping say. Released by another person.';
    comment on column legal_holds.tenant_id     is 'The body whose record this is; leads every key.';
    comment on column legal_holds.id            is 'UUIDv7: its order is the order of placing.';
    comment on column legal_holds.case_id       is 'The case it was placed on.';
    comment on column legal_holds.family_id     is 'The family it protects.';
    comment on column legal_holds.placed_by     is 'Who placed it.';
    comment on column legal_holds.placed_at     is 'When, by the clock of clocks.';
    comment on column legal_holds.place_entry   is 'The journal entry with the reason, sealed.';
    comment on column legal_holds.released_by   is 'Who released it: somebody else; null while it stands.';
    comment on column legal_holds.released_at   is 'When, by the clock of clocks; null while it stands.';
    comment on column legal_holds.release_entry is 'The journal entry with the reason of the release, sealed.';

    create table erasures (
      tenant_id      text        not null,
      id             uuid        not null,
      case_id        uuid        not null,
      family_id      uuid        not null,
      what           text        not null check (what in ('identity', 'texts')),
      basis          text        not null,
      status         text        not null check (status in ('proposed', 'refused', 'done')),
      proposed_by    text        not null,
      proposed_at    timestamptz not null,
      proposal_entry uuid        not null,
      decided_by     text,
      decided_at     timestamptz,
      decision_entry uuid,
      keys_destroyed int,
      primary key (tenant_id, id),
      constraint erasures_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict,
      constraint erasures_two_people check (decided_by <> proposed_by),
      constraint erasures_decided_check check ((status = 'proposed') = (decided_by is null)),
      constraint erasures_done_check check ((status = 'done') = (keys_destroyed is not null))
    );
    create index erasures_by_case_idx on erasures (tenant_id, case_id, id);
    comment on table erasures is 'Erasures of what a family holds, by destroying its keys. Each takes two persons and a family without open cases and holds.';
    comment on column erasures.tenant_id      is 'The body whose record this is; leads every key.';
    comment on column erasures.id             is 'UUIDv7: its order is the order of proposal.';
    comment on column erasures.case_id        is 'The case it was proposed on.';
    comment on column erasures.family_id      is 'The family whose keys are destroyed.';
    comment on column erasures.what           is 'identity or texts.';
    comment on column erasures.basis          is 'Reference of the rule or the order it rests on.';
    comment on column erasures.status         is 'proposed, refused or done.';
    comment on column erasures.proposed_by    is 'Who proposed it.';
    comment on column erasures.proposed_at    is 'When, by the clock of clocks.';
    comment on column erasures.proposal_entry is 'The journal entry with the reason, sealed.';
    comment on column erasures.decided_by     is 'Who decided: somebody else.';
    comment on column erasures.decided_at     is 'When, by the clock of clocks.';
    comment on column erasures.decision_entry is 'The journal entry with the reason of the decision, sealed.';
    comment on column erasures.keys_destroyed is 'How many keys were destroyed; null while none was.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table erasures;
    drop table legal_holds;
    drop table identity_marks;
    drop table identity_requests;
    drop trigger seal_keys_present_master_key on seal_keys;
    drop function only_the_present_master_key();
    drop index seal_keys_one_lookup_idx;
    delete from seal_keys where purpose in ('act', 'lookup');
    alter table seal_keys drop column wrapped_by;
    alter table seal_keys drop constraint seal_keys_purpose_check;
    alter table seal_keys add constraint seal_keys_purpose_check check (purpose in ('family', 'identity'));
    comment on column seal_keys.purpose is 'Texts of a case family, or one identity.';
    alter table installation drop column master_key_rotated_at;
  `);
}
