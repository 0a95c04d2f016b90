/** What the migrations make: the committed dump, the way back, and that nothing in it goes without a comment. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dumpSchema } from '../../db/dump-schema.ts';
import { migrate, migrationConfig, pendingMigrations } from '../../db/migrate.ts';
import { describeOnBoth, opensFor } from '../database.ts';

const COMMITTED = readFileSync(new URL('../../db/schema.sql', import.meta.url), 'utf8');

describeOnBoth('the schema', (open) => {
  it('is the one in db/schema.sql', async () => {
    const { knex } = await open();
    expect(await dumpSchema(knex)).toBe(COMMITTED);
  });

  it('comes back the same after all migrations were undone', async () => {
    const { knex } = await open();
    await knex.migrate.rollback(migrationConfig, true);
    expect(await dumpSchema(knex)).not.toContain('create table');
    const done = await migrate(knex);
    expect(done.length).toBeGreaterThan(3);
    expect(await dumpSchema(knex)).toBe(COMMITTED);
  });

  it('says of every table, column and function what it is for', async () => {
    const { knex } = await open();
    const { rows } = await knex.raw<{ rows: { name: string }[] }>(
      `select c.relname || coalesce('.' || a.attname, '') as name
       from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%'
         and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)
       union all
       select p.oid::regprocedure::text from pg_proc p
       where p.pronamespace = 'public'::regnamespace and obj_description(p.oid, 'pg_proc') is null`,
    );
    expect(rows).toEqual([]);
  });
});

const open = opensFor('postgresql');

it('has the tenant first in every key and index that is not about the whole installation', async () => {
  const { knex } = await open();
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `select x.relname as name from pg_index i
     join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and c.relname not like 'migrations%'
       and not exists (select 1 from pg_attribute a
         where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id') order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    'account_calendar_feeds_secret_key', // a program does not say whose calendar it asks for
    'api_keys_secret_key', // who asks is not known before the key is found
    'calendar_feeds_secret_key', // nor whose calendar it is
    'idempotency_keys_by_age_idx', // swept for all
    'installation_pkey',
    'journal_leaf_by_time_idx', // a summary by block
    'sessions_secret_key', // nor whose session it is
  ]);
});

it('is built again by running db/schema.sql in an empty database', async () => {
  const { knex } = await open({ migrated: false });
  await knex.raw(COMMITTED);
  expect(await dumpSchema(knex)).toBe(COMMITTED);
});

it('is migrated once when several processes start on it at the same moment', async () => {
  const first = await open({ migrated: false });
  const done = await Promise.all([1, 2, 3].map(() => migrate(first.knex)));
  expect(done.flat().sort()).toEqual([...new Set(done.flat())].sort());
  expect(await pendingMigrations(first.knex)).toEqual([]);
});

it('tells each step of a migration by its name', async () => {
  const { knex } = await open({ migrated: false });
  const told: string[] = [];
  const done = await migrate(knex, (name) => told.push(name));
  expect(told).toEqual(done);
  expect(told[0]).toBe('20261124090000_create_installation');
});

it('is left as it was when a migration fails half-way', async () => {
  const { knex } = await open({ migrated: false });
  await knex.raw('create table journal (in_the_way int)');
  await expect(migrate(knex)).rejects.toThrow(/journal/);
  expect(await dumpSchema(knex)).not.toContain('create table cases');
  await knex.raw('drop table journal');
  await expect(migrate(knex)).resolves.not.toEqual([]);
});

it('is refused by a program that is older than it', async () => {
  const { knex } = await open();
  await knex('migrations').insert({
    name: '29990101000000_from_the_future',
    batch: 9,
    migration_time: new Date(),
  });
  await expect(migrate(knex)).rejects.toThrow(
    expect.objectContaining({
      name: 'DatabaseNewer',
      message: expect.stringMatching(/29990101000000_from_the_future.*its own latest is 2026\d{10}_\w+/),
    }),
  );
  await expect(pendingMigrations(knex)).rejects.toThrow('29990101000000_from_the_future');
});
