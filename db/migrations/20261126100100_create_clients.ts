/**
 * Connected systems that get access tokens for an identifier and a secret (OAuth 2.0, client credentials).
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table clients (
      tenant_id   text        not null,
      id          uuid        not null,
      secret_hash bytea       not null,
      person_id   text        not null,
      roles       text[]      not null check (not 'administrator' = any(roles)),
      unit        text,
      created_at  timestamptz not null default now(),
      revoked_at  timestamptz,
      primary key (tenant_id, id),
      constraint clients_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id) on delete restrict
    );
    create index clients_by_person_idx on clients (tenant_id, person_id);
    comment on table clients is 'Connected systems that are given access tokens.';
    comment on column clients.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column clients.id          is 'The client identifier of OAuth 2.0.';
    comment on column clients.secret_hash is 'SHA-256 of the secret; 256 random bits need no slower hash.';
    comment on column clients.person_id   is 'Under which reference the system acts; the journal knows its pseudonym.';
    comment on column clients.roles       is 'Roles its tokens may carry; never that of an administrator.';
    comment on column clients.unit        is 'The unit it acts for; null for none.';
    comment on column clients.created_at  is 'When it was made.';
    comment on column clients.revoked_at  is 'When it was revoked; null while it was not.';

    create table access_tokens (
      tenant_id  text        not null,
      token_hash bytea       not null,
      client_id  uuid        not null,
      roles      text[]      not null,
      issued_at  timestamptz not null default now(),
      expires_at timestamptz not null,
      primary key (tenant_id, token_hash),
      constraint access_tokens_client_fk foreign key (tenant_id, client_id) references clients (tenant_id, id) on delete restrict
    );
    create index access_tokens_by_client_idx on access_tokens (tenant_id, client_id);
    create index access_tokens_by_expiry_idx on access_tokens (tenant_id, expires_at);
    comment on table access_tokens is 'Access tokens of clients. Removed some time after they expire.';
    comment on column access_tokens.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column access_tokens.token_hash is 'SHA-256 of the token; 256 random bits need no slower hash.';
    comment on column access_tokens.client_id  is 'Whose token it is.';
    comment on column access_tokens.roles      is 'Roles that were asked for; what the client lost meanwhile is not given.';
    comment on column access_tokens.issued_at  is 'When it was given out.';
    comment on column access_tokens.expires_at is 'When it ceases to be valid.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table access_tokens; drop table clients;');
}
