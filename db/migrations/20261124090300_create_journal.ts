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
    comment on column journal.leaf is 'RFC 8785 JSON as stored bytes; holds nothing personal.';

    create table seal_keys (
      tenant_id  text        not null,
      id         uuid        not null,
      purpose    text        not null check (purpose in ('family', 'identity')),
      wrapped    bytea       not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id)
    );
    comment on table seal_keys is 'Keys of sealed disclosures, wrapped by the master key outside the database. Dropping a key erases what it seals.';

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

    create table journal_queue (
      n         bigint generated always as identity (cache 1) primary key,
      tenant_id text   not null,
      entry_id  uuid   not null
    );
    comment on table journal_queue is 'Entries waiting for their place in the log. A queue, since identity values are given before commit.';

    create table journal_log (
      tenant_id text   not null primary key,
      size      bigint not null default 0
    );
    comment on table journal_log is 'Size of each log; locked by whichever integrator is at work.';

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

    create or replace function forget_answered() returns int language sql as $$
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
