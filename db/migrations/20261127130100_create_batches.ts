/**
 * Batches: one event for many cases, each judged by the very step, one after another in the background.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table batches (
      tenant_id     text        not null,
      id            uuid        not null,
      person_id     text        not null,
      unit          text,
      key_id        uuid,
      event         text        not null,
      data          jsonb       not null,
      reason_sealed bytea       not null,
      seal_key_id   uuid        not null,
      entry_id      uuid        not null,
      status        text        not null check (status in ('running', 'stopped', 'done')),
      stopped_for   text        check (stopped_for in ('asked', 'rights_ended')),
      total         integer     not null check (total > 0),
      request_key   text,
      fingerprint   text,
      created_at    timestamptz not null,
      finished_at   timestamptz,
      primary key (tenant_id, id),
      check ((request_key is null) = (fingerprint is null)),
      check ((status = 'stopped') = (stopped_for is not null)),
      constraint batches_request_key unique (tenant_id, person_id, request_key)
    );
    create index batches_running_idx on batches (tenant_id, id) where status = 'running';
    comment on table batches is 'One event that somebody asked for on many cases. Never a decision.';
    comment on column batches.tenant_id     is 'The body whose record this is; leads every key.';
    comment on column batches.id            is 'UUIDv7: its order is the order of asking.';
    comment on column batches.person_id     is 'Who asked; each case is acted on as theirs, and nobody else reads it.';
    comment on column batches.unit          is 'For which unit they acted; null for none.';
    comment on column batches.key_id        is 'The key they came with, whose roles count; null for a session, where their posts count.';
    comment on column batches.event         is 'The event.';
    comment on column batches.data          is 'Its data: codes and ids, no words.';
    comment on column batches.reason_sealed is 'Why, encrypted; the text of a note.';
    comment on column batches.seal_key_id   is 'The key that seals the reason.';
    comment on column batches.entry_id      is 'The journal entry that records the asking, under which the reason is sealed.';
    comment on column batches.status        is 'running, stopped or done.';
    comment on column batches.stopped_for   is 'asked, or because who asked has no right left; null where it was not stopped.';
    comment on column batches.total         is 'How many cases it names.';
    comment on column batches.request_key   is 'The idempotency key it was asked for with.';
    comment on column batches.fingerprint   is 'Of the request that carried that key.';
    comment on column batches.created_at    is 'When it was asked for, by the clock of clocks.';
    comment on column batches.finished_at   is 'When its last case was settled, or it was stopped, by the clock of clocks; null while it runs.';

    create table batch_items (
      tenant_id  text    not null,
      batch_id   uuid    not null,
      number     integer not null check (number > 0),
      case_id    uuid    not null,
      status     text    not null default 'waiting' check (status in ('waiting', 'done', 'skipped', 'failed', 'stopped')),
      version    integer,
      code       text,
      guard      text,
      words      jsonb,
      claimed_at timestamptz,
      primary key (tenant_id, batch_id, number),
      constraint batch_items_case_key unique (tenant_id, batch_id, case_id),
      constraint batch_items_batch_fk foreign key (tenant_id, batch_id) references batches (tenant_id, id) on delete restrict
    );
    create index batch_items_waiting_idx on batch_items (tenant_id, batch_id, number) where status = 'waiting';
    comment on table batch_items is 'The cases of a batch, as they were named, and what became of each.';
    comment on column batch_items.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column batch_items.batch_id   is 'The batch.';
    comment on column batch_items.number     is 'Its turn, from 1.';
    comment on column batch_items.case_id    is 'The case as it was named; it need not be there.';
    comment on column batch_items.status     is 'waiting, done, skipped (refused), failed (no answer), or stopped before its turn.';
    comment on column batch_items.version    is 'Version of the case afterwards; null where nothing was done.';
    comment on column batch_items.code       is 'Code of the problem; null where there was none.';
    comment on column batch_items.guard      is 'The rule that said no; null where none did.';
    comment on column batch_items.words      is 'What the problem says, in both languages.';
    comment on column batch_items.claimed_at is 'When a worker took it on; one that died meanwhile is relieved after a while.';

    alter table batches enable row level security;
    create policy need_to_know on batches for select using (
      tenant_id = ${setting('tenant')} and person_id = ${setting('person')});
    create policy program on batches using (current_user <> 'leeway_app');
    alter table batch_items enable row level security;
    create policy need_to_know on batch_items for select using (
      exists (select 1 from batches b where b.tenant_id = batch_items.tenant_id and b.id = batch_items.batch_id));
    create policy program on batch_items using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table batch_items; drop table batches;');
}
