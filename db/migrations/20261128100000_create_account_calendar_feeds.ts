/**
 * Secrets for the calendar programs of people who sign in: each opens the calendar of one account in one unit and nothing
 * else, with what its person holds there at the time, and dies with the account.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table account_calendar_feeds (
      tenant_id   text        not null,
      account_id  uuid        not null,
      unit        text,
      secret_hash bytea       not null,
      created_at  timestamptz not null default now(),
      primary key (tenant_id, account_id),
      constraint account_calendar_feeds_secret_key unique (secret_hash),
      constraint account_calendar_feeds_account_fk
        foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
    );
    comment on table account_calendar_feeds is 'Secrets that open the calendar of an account and nothing else. Only the SHA-256 is kept.';
    comment on column account_calendar_feeds.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column account_calendar_feeds.account_id  is 'The account that asked for it; once that is disabled or ended, this opens nothing.';
    comment on column account_calendar_feeds.unit        is 'The unit its person acted for when they asked; what they hold there counts, at the time of each reading.';
    comment on column account_calendar_feeds.secret_hash is 'SHA-256 of the secret; 256 random bits need no slower hash.';
    comment on column account_calendar_feeds.created_at  is 'When it was made.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`drop table account_calendar_feeds`);
}
