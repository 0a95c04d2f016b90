/** That figures read what lies in their period and nothing else, where most cases are closed: by index, and never the journal. */
import { beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import {
  countLoad,
  countMonths,
  countOpenCases,
  countOutcomes,
  countPunctuality,
  countTurnover,
} from '../../db/queries/case-figures.ts';
import { countDue, countDurations } from '../../db/queries/clock-figures.ts';
import { listLog } from '../../db/queries/journal-log.ts';
import { opensFor } from '../database.ts';
import { openCase, TENANT } from './step-groups.ts';

const open = opensFor('postgresql');
let knex: Knex;

// 10,000 cases over five years, one in twenty open, each with a clock that was stopped or runs.
beforeAll(async () => {
  ({ knex } = await open());
  await openCase(knex);
  await knex.raw(
    `insert into cases select tenant_id, md5(n::text)::uuid, md5(n::text)::uuid, procedure, procedure_version, definition_hash,
       profile_hash, seal_key_id, version, 'state_' || n % 9, value, context, summary, n % 20 = 0, null, 'p-' || n % 300,
       'u-' || n % 50, opened_by, head_hash, case when n % 20 = 0 then opened_at + n * interval '4 hours' end, n % 40 = 0,
       opened_at - n * interval '4 hours', opened_at - n * interval '3 hours'
     from cases, generate_series(1, 10000) n`,
  );
  await knex.raw(`insert into clocks select tenant_id, md5('k' || id)::uuid, id, 'report.handle', '', jsonb_build_object(
      'startedAt', iso_instant(opened_at), 'stoppedAt', case when not is_open then iso_instant(updated_at) end),
    coalesce(next_due_at, updated_at), is_open, case when is_overdue then updated_at end, 0, null from cases`);
  await knex.raw(`insert into journal_leaf select tenant_id, row_number() over () - 1, gen_random_uuid(), id, 1, 'a-1',
    case when row_number() over () % 1000 = 0 then 'identity.opened' else 'complaint.SUBMIT' end, procedure, 'accepted', opened_at
    from cases`);
  await knex.raw('vacuum analyze');
});

const asker = { sees: 'all', person: 'p-1', unit: null, bodies: null } as const;
const span = { from: '2025-12-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z', of: null } as const;
const zone = 'Asia/Shanghai';
const due = {
  after: '2026-01-01T00:00:00.000Z',
  until: '2026-02-10T00:00:00.000Z',
  zone,
  mine: null,
  isCounting: true,
};

const FIGURES: Record<string, (db: Knex) => Promise<unknown>> = {
  'a period beside the one before': (db) =>
    countTurnover(db, TENANT, asker, { ...span, before: '2025-11-01T00:00:00.000Z' }),
  months: (db) => countMonths(db, TENANT, asker, { ...span, zone }),
  'open cases': (db) => countOpenCases(db, TENANT, asker, { of: null, zone, bounds: [8, 31] }),
  'closed on time': (db) => countPunctuality(db, TENANT, asker, span),
  outcomes: (db) => countOutcomes(db, TENANT, asker, span),
  durations: (db) => countDurations(db, TENANT, asker, span),
  'days that things are due': (db) => countDue(db, TENANT, asker, due),
  loads: (db) => countLoad(db, TENANT, asker, { of: null, limit: 100 }),
  'kinds of entries of the log': (db) =>
    listLog(
      db,
      TENANT,
      { ...asker, isAuditor: true },
      { types: ['identity.*'] },
      {
        size: 1_000_000,
        after: null,
        isDescending: true,
        limit: 50,
      },
    ),
};

it.each(Object.entries(FIGURES))('read by index: %s', async (_, ask) => {
  const sent: { sql: string; bindings: unknown[] }[] = [];
  const note = (query: { sql: string; bindings: unknown[] }) => void sent.push(query);
  knex.on('query', note);
  await ask(knex);
  knex.off('query', note);
  const plans = [];
  for (const { sql, bindings } of sent) {
    const connection = (await (knex.client as Knex.Client).acquireConnection()) as {
      query: (sql: string, bindings: unknown[]) => Promise<{ rows: Record<string, string>[] }>;
    };
    const { rows } = await connection.query(`explain ${sql}`, bindings);
    await (knex.client as Knex.Client).releaseConnection(connection);
    plans.push(...rows.map((row) => row['QUERY PLAN'] ?? ''));
  }
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((line) => /Seq Scan on (cases|clocks|journal_leaf) /.test(line))).toEqual([]);
});
