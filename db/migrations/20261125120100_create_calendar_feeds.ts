/**
 * Secrets for calendar programs, which cannot send a bearer key: each opens the calendar of one key and nothing else, and
 * dies with that key.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table calendar_feeds (
      tenant_id   text        not null,
      key_id      uuid        not null,
      secret_hash bytea       not null,
      created_at  timestamptz not null default now(),
      primary key (tenant_id, key_id),
      constraint calendar_feeds_secret_key unique (secret_hash),
      constraint calendar_feeds_key_fk foreign key (tenant_id, key_id) references api_keys (tenant_id, id) on delete cascade
    );
    comment on table calendar_feeds is 'Secrets that open one calendar each and nothing else. Only the SHA-256 is kept.';
    comment on column calendar_feeds.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column calendar_feeds.key_id      is 'The key that asked for it: its person, roles and unit; once that is revoked, this opens nothing.';
    comment on column calendar_feeds.secret_hash is 'SHA-256 of the secret; 256 random bits need no slower hash.';
    comment on column calendar_feeds.created_at  is 'When it was made.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop table calendar_feeds`);
}
