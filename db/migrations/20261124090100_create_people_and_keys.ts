/**
 * Persons as the journal knows them, the keys with which they act, and pinned policy profiles.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table people (
      tenant_id  text        not null,
      id         text        not null,
      name       text,
      pseudonym  text        not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id),
      constraint people_pseudonym_key unique (tenant_id, pseudonym)
    );
    comment on table  people           is 'Who acts. The pseudonym stands in the journal; this row resolves it and may be erased.';
    comment on column people.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column people.id         is 'Opaque reference from the body''s own directory; never a name.';
    comment on column people.name       is 'For display only, never in the journal; null once erased.';
    comment on column people.pseudonym  is 'Random; what the journal knows this person by.';
    comment on column people.created_at is 'When the person became known here.';

    create table api_keys (
      tenant_id   text        not null,
      id          uuid        not null,
      secret_hash bytea       not null,
      person_id   text        not null,
      roles       text[]      not null,
      unit        text,
      created_at  timestamptz not null default now(),
      expires_at  timestamptz,
      revoked_at  timestamptz,
      primary key (tenant_id, id),
      constraint api_keys_secret_key unique (secret_hash),
      constraint api_keys_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id) on delete restrict
    );
    create index api_keys_by_person_idx on api_keys (tenant_id, person_id);
    comment on table api_keys is 'Keys of persons and systems. Only the SHA-256 of the secret is kept.';
    comment on column api_keys.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column api_keys.id          is 'Names the key without giving it away.';
    comment on column api_keys.secret_hash is 'SHA-256 of the secret; 256 random bits need no slower hash.';
    comment on column api_keys.person_id   is 'Whose key it is: duties and recusals attach to the person.';
    comment on column api_keys.roles       is 'Roles the holder has when using this key.';
    comment on column api_keys.unit        is 'The unit the holder acts for; null for none.';
    comment on column api_keys.created_at  is 'When the key was made.';
    comment on column api_keys.expires_at  is 'When it ceases to be valid; null for never.';
    comment on column api_keys.revoked_at  is 'When it was withdrawn; null while it is not.';

    create table policy_profiles (
      tenant_id  text        not null,
      hash       text        not null,
      id         text        not null,
      version    text        not null,
      body       jsonb       not null,
      created_at timestamptz not null default now(),
      primary key (tenant_id, hash)
    );
    comment on table policy_profiles is 'Every profile version a case was opened with, whole, so that replay judges by the same rules.';
    comment on column policy_profiles.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column policy_profiles.hash       is 'Of the content; what a case is pinned to.';
    comment on column policy_profiles.id         is 'Name of the profile, as in profiles/.';
    comment on column policy_profiles.version    is 'Version its authors gave it.';
    comment on column policy_profiles.body       is 'The profile whole, calendars left out.';
    comment on column policy_profiles.created_at is 'When this content was first loaded.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table policy_profiles; drop table api_keys; drop table people;');
}
