/** The database of a measurement: made for it, filled as the measurement needs, dropped after it. */
import type { Knex } from 'knex';
import { openDatabase } from '../../../db/connection.ts';
import type { Sizes } from './pgbench.ts';

export interface BenchDatabase {
  readonly url: string;
  readonly knex: Knex;
  readonly drop: () => Promise<void>;
}

/** Makes a database of its own on the server that `serverUrl` names. The role has to be allowed to. */
export async function makeDatabase(serverUrl: string, dataDir: string): Promise<BenchDatabase> {
  const name = `leeway_bench_${process.pid}`;
  const server = await openDatabase({ url: serverUrl, dataDir, poolSize: 1, statementTimeoutMs: 0 });
  await server.knex.raw(`create database ${name}`);
  const target = new URL(serverUrl);
  target.pathname = `/${name}`;
  const database = await openDatabase({ url: target.href, dataDir, poolSize: 2, statementTimeoutMs: 0 });
  return {
    url: target.href,
    knex: database.knex,
    drop: async () => {
      await database.close();
      await server.knex.raw(`drop database if exists ${name} with (force)`);
      await server.close();
    },
  };
}

/** Copies one case `count` times under ids that pgbench can spell. */
export async function copyCases(knex: Knex, count: number): Promise<void> {
  await knex.raw(
    `insert into cases (tenant_id, id, family_id, procedure, procedure_version, definition_hash, profile_hash, seal_key_id,
       version, state, value, context, summary, is_open, subject, assignee, unit, opened_by, head_hash, next_due_at,
       is_overdue, opened_at, updated_at)
     select c.tenant_id, i.id, i.id, c.procedure, c.procedure_version, c.definition_hash, c.profile_hash, c.seal_key_id,
       1, c.state, c.value, c.context, c.summary, c.is_open, c.subject, c.assignee, c.unit, c.opened_by, c.head_hash,
       c.next_due_at, c.is_overdue, c.opened_at, c.updated_at
     from (select * from cases order by id limit 1) c,
       (select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id from generate_series(1, ?) n) i`,
    [count],
  );
}

/** How large the rows of a real NOTE are, so that the yardstick writes as much. */
export async function sizesOfNote(knex: Knex): Promise<Sizes> {
  const { rows } = await knex.raw<{
    rows: { leaf: number; name: string; clear: number | null; sealed: number | null }[];
  }>(
    `select octet_length(j.leaf) as leaf, d.name, octet_length(d.disclosure) as clear, octet_length(d.sealed) as sealed
     from (select * from journal where type = 'complaint.NOTE' limit 1) j
     join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id`,
  );
  if (rows[0] === undefined) throw new Error('no NOTE was written that could be measured');
  return {
    leaf: rows[0].leaf,
    disclosures: Object.fromEntries(
      rows.map(({ name, clear, sealed }) => [name, { clear: clear ?? 0, sealed: sealed ?? 0 }]),
    ),
  };
}

/** Rows of the journal there are. */
export async function countJournal(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    'select count(*)::int as count from journal',
  );
  return rows[0]?.count ?? 0;
}

/** Fills journal, log and disclosures up to `total` entries, of cases that nobody asks for. */
export async function fillJournal(knex: Knex, total: number, sizes: Sizes): Promise<void> {
  const missing = total - (await countJournal(knex));
  const perCase = 50;
  for (let done = 0; done < missing; done += 100_000)
    await knex.raw(
      `with filler as (
         select gen_random_uuid() as id, n,
           ('10000000-0000-7000-8000-' || lpad(to_hex(n / ${perCase}), 12, '0'))::uuid as case_id, n % ${perCase} + 1 as seq
         from generate_series(?::int, ?::int) n
       ), written as (
         insert into journal (tenant_id, id, type, case_id, seq, actor, procedure, outcome, occurred_at, recorded_at, leaf, leaf_hash)
         select 'default', id, 'complaint.NOTE', case_id, seq, 'a-1111111111111111', 'complaint', 'accepted',
           now() - interval '1 second' * n, now(), decode(repeat('ab', ${sizes.leaf}), 'hex'), sha256(id::text::bytea)
         from filler
       ), numbered as (
         insert into journal_leaf (tenant_id, idx, entry_id, case_id, seq, actor, type, procedure, outcome, occurred_at)
         select 'default', 1000000000::bigint + n, id, case_id, seq, 'a-1111111111111111', 'complaint.NOTE', 'complaint',
           'accepted', now() - interval '1 second' * n from filler
       )
       insert into journal_sealed (tenant_id, entry_id, name, disclosure)
       select 'default', id, 'facts', repeat('d', ${sizes.disclosures.facts?.clear ?? 200}) from filler`,
      [done, Math.min(done + 100_000, missing) - 1],
    );
  await knex.raw('vacuum analyze');
  await knex.raw('checkpoint');
}
