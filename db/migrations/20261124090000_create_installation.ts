/**
 * The installation itself: whether it is a sandbox, and the one clock everything is judged by.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table installation (
      is_only      boolean     primary key default true check (is_only),
      is_sandbox   boolean     not null default false,
      clock_offset interval    not null default interval '0',
      master_key   text,
      created_at   timestamptz not null default now()
    );
    comment on table  installation              is 'One row: facts about this database as a whole.';
    comment on column installation.is_only      is 'Holds the table to one row.';
    comment on column installation.created_at   is 'When the database was set up.';
    comment on column installation.is_sandbox   is 'Set on an empty database and never changed: the clock may be moved, sample accounts exist.';
    comment on column installation.clock_offset is 'How far the sandbox clock is ahead of the database clock; zero outside a sandbox.';
    comment on column installation.master_key   is 'Fingerprint of the master key that seals what is in here; the key itself lies outside.';
    insert into installation (is_only) values (true);

    create function leeway_now() returns timestamptz language sql stable as $$
      select date_trunc('milliseconds', statement_timestamp() + (select clock_offset from installation))
    $$;
    comment on function leeway_now() is 'The instant clocks are judged by: the database clock, moved on in a sandbox.';

    create function iso_instant(at timestamptz) returns text language sql stable as $$
      select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    $$;
    comment on function iso_instant(timestamptz) is 'RFC 3339, UTC, three decimals: the one spelling of an instant.';

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$;
    comment on function refuse_change() is 'Trigger of the append-only tables.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function refuse_change();
    drop function iso_instant(timestamptz);
    drop function leeway_now();
    drop table installation;
  `);
}
