/**
 * The journal: leaves, what they commit to, the queue of the integrator, the numbered log, and answered requests.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const APPEND_ONLY = ['journal', 'journal_sealed', 'journal_leaf'];

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table journal (
      tenant_id   text        not null,
      id          uuid        not null,
      type        text        not null,
      case_id     uuid,
      seq         int         check (seq > 0),
      at_version  int,
      actor       text        not null,
      procedure   text,
      outcome     text        not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      leaf        bytea       not null check (octet_length(leaf) <= 16384),
      leaf_hash   bytea       not null,
      primary key (tenant_id, id),
      constraint journal_case_version_key unique (tenant_id, case_id, seq)
    );
    comment on table  journal      is 'Everything that happened, append-only. The leaf is the record; the columns are an index of it.';
    comment on column journal.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column journal.id          is 'UUIDv7; its random bits keep the leaf hash from being guessed.';
    comment on column journal.type        is 'What happened: ''<procedure>.<EVENT>'', or an act outside any case.';
    comment on column journal.case_id     is 'The case it happened to; null for none.';
    comment on column journal.seq         is 'The version of the case it made; null for what changes no case.';
    comment on column journal.at_version  is 'The version a refusal or a reading was judged on.';
    comment on column journal.actor       is 'Pseudonym of who acted.';
    comment on column journal.procedure   is 'Which machine judged it; null for none.';
    comment on column journal.outcome     is 'accepted, refused or done.';
    comment on column journal.occurred_at is 'When it counts: by the clock of clocks, which a sandbox may move.';
    comment on column journal.recorded_at is 'When it was written down, by the wall clock.';
    comment on column journal.leaf        is 'RFC 8785 JSON as stored bytes; holds nothing personal.';
    comment on column journal.leaf_hash   is 'RFC 6962: SHA-256 of a zero byte and the leaf.';

    create table seal_keys (
      tenant_id  text        not null,
      id         uuid        not null,
      purpose    text        not null check (purpose in ('family', 'identity')),
      wrapped    bytea       not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id)
    );
    comment on table seal_keys is 'Keys of sealed disclosures, wrapped by the master key outside the database. Dropping a key erases what it seals.';
    comment on column seal_keys.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column seal_keys.id         is 'Named by what it seals.';
    comment on column seal_keys.purpose    is 'Texts of a case family, or one identity.';
    comment on column seal_keys.wrapped    is 'The key, sealed by the master key.';
    comment on column seal_keys.created_at is 'When the key was made.';

    create table journal_sealed (
      tenant_id  text not null,
      entry_id   uuid not null,
      name       text not null,
      disclosure text,
      sealed     bytea,
      key_id     uuid,
      primary key (tenant_id, entry_id, name),
      check ((disclosure is null) = (sealed is not null and key_id is not null))
    );
    comment on table journal_sealed is 'Disclosures of the commitments in a leaf: in clear (codes, ids, dates), or sealed (texts, identities).';
    comment on column journal_sealed.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column journal_sealed.entry_id   is 'The entry whose leaf commits to it.';
    comment on column journal_sealed.name       is 'Which part: data, text, facts, effects, identity.';
    comment on column journal_sealed.disclosure is 'RFC 9901: the text whose hash is the commitment; null where sealed.';
    comment on column journal_sealed.sealed     is 'The same, encrypted; null where in clear.';
    comment on column journal_sealed.key_id     is 'The key that opens it; null where in clear.';

    create table journal_queue (
      tenant_id text   not null,
      n         bigint generated always as identity (cache 1),
      entry_id  uuid   not null,
      primary key (tenant_id, n)
    );
    comment on table journal_queue is 'Entries waiting for their place in the log. A queue, since identity values are given before commit.';
    comment on column journal_queue.tenant_id is 'The body whose record this is; leads every key.';
    comment on column journal_queue.n         is 'Order of arrival. Given before commit, so gaps and late smaller numbers are normal.';
    comment on column journal_queue.entry_id  is 'The entry that waits.';

    create table journal_log (
      tenant_id text   not null primary key,
      size      bigint not null default 0
    );
    comment on table journal_log is 'Size of each log; locked by whichever integrator is at work.';
    comment on column journal_log.tenant_id is 'The body whose record this is; leads every key.';
    comment on column journal_log.size      is 'How many entries have their place.';

    create table journal_leaf (
      tenant_id   text        not null,
      idx         bigint      not null,
      entry_id    uuid        not null,
      case_id     uuid,
      seq         int,
      actor       text        not null,
      type        text        not null,
      procedure   text,
      outcome     text        not null,
      occurred_at timestamptz not null,
      primary key (tenant_id, idx),
      constraint journal_leaf_entry_key unique (tenant_id, entry_id)
    );
    create index journal_leaf_by_case_idx on journal_leaf (tenant_id, case_id, idx);
    create index journal_leaf_by_actor_idx on journal_leaf (tenant_id, actor, idx);
    create index journal_leaf_by_type_idx on journal_leaf (tenant_id, type text_pattern_ops, idx);
    create index journal_leaf_by_time_idx on journal_leaf using brin (occurred_at);
    comment on table journal_leaf is 'The numbered log: contiguous from 0, given out by the integrator, with the columns queries filter by.';
    comment on column journal_leaf.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column journal_leaf.idx         is 'Place in the log, from 0, without gaps.';
    comment on column journal_leaf.entry_id    is 'The entry that has this place.';
    comment on column journal_leaf.case_id     is 'As in journal.';
    comment on column journal_leaf.seq         is 'As in journal.';
    comment on column journal_leaf.actor       is 'As in journal.';
    comment on column journal_leaf.type        is 'As in journal.';
    comment on column journal_leaf.procedure   is 'As in journal.';
    comment on column journal_leaf.outcome     is 'As in journal.';
    comment on column journal_leaf.occurred_at is 'As in journal.';

    create table idempotency_keys (
      tenant_id   text        not null,
      caller      text        not null,
      key         text        not null,
      fingerprint bytea       not null,
      case_id     uuid        not null,
      version     int         not null,
      status      int         not null,
      created_at  timestamptz not null default now(),
      primary key (tenant_id, caller, key)
    );
    create index idempotency_keys_by_age_idx on idempotency_keys (created_at);
    comment on table idempotency_keys is 'Requests already answered; the answer is rebuilt from the journal. Kept 7 days.';
    comment on column idempotency_keys.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column idempotency_keys.caller      is 'Who sent the request.';
    comment on column idempotency_keys.key         is 'The idempotency key they chose.';
    comment on column idempotency_keys.fingerprint is 'Of the request, to tell a repetition from a mistake.';
    comment on column idempotency_keys.case_id     is 'The case it opened or changed.';
    comment on column idempotency_keys.version     is 'The version it made: the answer is rebuilt from there.';
    comment on column idempotency_keys.status      is 'HTTP status of the first answer.';
    comment on column idempotency_keys.created_at  is 'When it was answered.';

    create function forget_answered() returns int language sql as $$
      with gone as (delete from idempotency_keys where created_at < now() - interval '7 days' returning 1)
      select count(*)::int from gone
    $$;
    comment on function forget_answered() is 'Removes answered requests older than 7 days; called by the worker.';
  `);
  for (const table of APPEND_ONLY)
    await knex.raw(`
      create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function refuse_change();
      create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function refuse_change();
      alter table ${table} enable always trigger ${table}_append_only;
      alter table ${table} enable always trigger ${table}_no_truncate;
    `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function forget_answered();
    drop table idempotency_keys;
    drop table journal_leaf;
    drop table journal_log;
    drop table journal_queue;
    drop table journal_sealed;
    drop table seal_keys;
    drop table journal;
  `);
}
