/**
 * Accounts of persons, their recovery codes, and the sessions they open; sign-in by a provider that is under way.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table accounts (
      tenant_id            text        not null,
      id                   uuid        not null,
      person_id            text        not null,
      login                text        check (login = lower(login)),
      password_hash        text        check (password_hash is null or login is not null),
      password_set_at      timestamptz not null default now(),
      must_change          boolean     not null default false,
      second_factor_sealed bytea,
      second_factor_at     timestamptz,
      last_code            bigint,
      issuer               text,
      subject              text        check ((subject is null) = (issuer is null)),
      wrapped              bytea       not null,
      wrapped_by           text        not null,
      created_at           timestamptz not null default now(),
      ended_at             timestamptz,
      primary key (tenant_id, id),
      check (login is not null or subject is not null),
      check (second_factor_at is null or second_factor_sealed is not null),
      constraint accounts_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id) on delete restrict
    );
    create unique index account_is_new on accounts (tenant_id, person_id) where ended_at is null;
    create unique index login_is_free on accounts (tenant_id, login) where ended_at is null;
    create unique index subject_is_free on accounts (tenant_id, issuer, subject) where ended_at is null;
    comment on table accounts is 'How a person signs in. Ended, never removed.';
    comment on column accounts.tenant_id            is 'The body whose record this is; leads every key.';
    comment on column accounts.id                   is 'Identifier, also of the key that seals the second factor.';
    comment on column accounts.person_id            is 'Whose account it is; roles come from what that person holds.';
    comment on column accounts.login                is 'What the person types in, in small letters; null for sign-in by a provider only.';
    comment on column accounts.password_hash        is 'Argon2id of the password; null for none.';
    comment on column accounts.password_set_at      is 'When the password was set; browsers known before are strangers again.';
    comment on column accounts.must_change          is 'Whether the password is one that somebody else made, good for a change of it and a week only.';
    comment on column accounts.second_factor_sealed is 'Secret of the second factor, encrypted; null for none.';
    comment on column accounts.second_factor_at     is 'When the second factor was confirmed; null before.';
    comment on column accounts.last_code            is 'Number of the last time step whose code was taken: none is taken twice.';
    comment on column accounts.issuer               is 'The provider of a single sign-on; null for none.';
    comment on column accounts.subject              is 'What that provider calls the person; null for none.';
    comment on column accounts.wrapped              is 'The key of this account, sealed by the master key.';
    comment on column accounts.wrapped_by           is 'Fingerprint of the master key that wraps it.';
    comment on column accounts.created_at           is 'When it was made.';
    comment on column accounts.ended_at             is 'When it was ended; null while it is open.';

    create table recovery_codes (
      tenant_id  text        not null,
      account_id uuid        not null,
      code_hash  bytea       not null,
      used_at    timestamptz,
      primary key (tenant_id, account_id, code_hash),
      constraint recovery_codes_account_fk foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete restrict
    );
    comment on table recovery_codes is 'Codes in place of a second factor that was lost. Each is taken once.';
    comment on column recovery_codes.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column recovery_codes.account_id is 'Whose codes they are.';
    comment on column recovery_codes.code_hash  is 'SHA-256 of the code; 80 random bits need no slower hash.';
    comment on column recovery_codes.used_at    is 'When it was taken; null while it was not.';

    create table sessions (
      tenant_id         text        not null,
      id                uuid        not null,
      secret_hash       bytea       not null,
      account_id        uuid        not null,
      unit              text,
      way               text        not null check (way in ('password', 'oidc')),
      has_second_factor boolean     not null,
      opened_at         timestamptz not null default now(),
      seen_at           timestamptz not null default now(),
      expires_at        timestamptz not null,
      ended_at          timestamptz,
      primary key (tenant_id, id),
      constraint sessions_secret_key unique (secret_hash),
      constraint sessions_account_fk foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete restrict
    );
    create index sessions_by_account_idx on sessions (tenant_id, account_id) where ended_at is null;
    create index sessions_by_expiry_idx on sessions (tenant_id, expires_at);
    comment on table sessions is 'Who is signed in. What a session may do is read anew at every request, from what its person holds.';
    comment on column sessions.tenant_id         is 'The body whose record this is; leads every key.';
    comment on column sessions.id                is 'Names the session without giving it away.';
    comment on column sessions.secret_hash       is 'SHA-256 of the secret in the cookie; 256 random bits need no slower hash.';
    comment on column sessions.account_id        is 'The account that was signed in with.';
    comment on column sessions.unit              is 'The unit for which the person acts; null for the whole body.';
    comment on column sessions.way               is 'By password here, or by a provider of single sign-on.';
    comment on column sessions.has_second_factor is 'Whether a second factor was given.';
    comment on column sessions.opened_at         is 'When it was opened.';
    comment on column sessions.seen_at           is 'When it was used last, to the minute.';
    comment on column sessions.expires_at        is 'When it ends however much it is used.';
    comment on column sessions.ended_at          is 'When it was ended; null while it was not.';

    create table sign_in_attempts (
      tenant_id   text        not null,
      secret_hash bytea       not null,
      expires_at  timestamptz not null,
      primary key (tenant_id, secret_hash)
    );
    comment on table sign_in_attempts is 'Sign-ins by a provider that are under way. Removed by the first answer that claims one.';
    comment on column sign_in_attempts.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column sign_in_attempts.secret_hash is 'SHA-256 of the secret in the cookie, from which state, nonce and verifier are derived.';
    comment on column sign_in_attempts.expires_at  is 'Until when the provider may answer.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table sign_in_attempts;
    drop table sessions;
    drop table recovery_codes;
    drop table accounts;
  `);
}
