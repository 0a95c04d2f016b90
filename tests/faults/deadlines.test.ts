/**
 * Deadlines under several workers that are killed at any moment: each is recorded exactly once, and never before it is
 * due by the clock of the database. Drill limits in seconds come from a profile of the test's own.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor, type TestDatabase } from '../database.ts';
import { call } from './client.ts';
import {
  buildOnce,
  installation,
  startServer,
  type Installation,
  type ServerProcess,
} from './server-process.ts';

const COMPLAINTS = 25;
const CLOCKS = COMPLAINTS * 2;
const ROUNDS = 5;
const DRILL = `
id: drill
version: '1'
name: { zh: 演练, en: Drill }
extends: cn-default
limits:
  report.route_out: { amount: 4, unit: second, pausable: false, basis: [D] }
  report.accept_notice: { amount: 6, unit: second, pausable: false, basis: [D] }
`;

/** Recorded deadlines beside their clocks, by the clock of the database. */
const PASSED = `
  select k.id, k.due_at, j.occurred_at, j.recorded_at, k.fired_at, clock_timestamp() as seen_at
  from journal j
  join journal_sealed d on d.entry_id = j.id and d.name = 'facts'
  join clocks k on k.case_id = j.case_id
  join journal_sealed e on e.entry_id = j.id and e.name = 'data'
  where j.type = 'complaint.DEADLINE_PASSED'
    and convert_from(decode(translate(rpad(e.disclosure, (length(e.disclosure) + 3) / 4 * 4, '='), '-_', '+/'), 'base64'), 'UTF8')
      like '%"clock":"' || k.key || '"%'`;

describe('deadlines', () => {
  const open = opensFor('postgresql');
  let database: TestDatabase;
  let home: Installation;
  let api: ServerProcess;
  let secret: string;
  const workers: ServerProcess[] = [];

  beforeAll(async () => {
    buildOnce();
    database = await open();
    home = installation({ DATABASE_URL: database.url!, LOG_LEVEL: 'warn' });
    const profiles = join(home.folder, 'profiles');
    mkdirSync(profiles);
    writeFileSync(join(profiles, 'drill.yaml'), DRILL);
    home = { ...home, env: { ...home.env, PROFILES_DIR: profiles } };
    secret = (await home.keysFor({ 'p-reception': ['reception_officer'] }))['p-reception']!;
    api = await startServer({ ...home.env, LEEWAY_ROLE: 'api' });
  });
  afterAll(async () => {
    for (const server of [api, ...workers]) server.kill('SIGKILL');
    await Promise.all([api, ...workers].map(({ ended }) => ended));
    home.remove();
  });
  const startWorker = async () => {
    const worker = await startServer({ ...home.env, LEEWAY_ROLE: 'worker' });
    workers.push(worker);
    return worker;
  };
  const query = async <T>(sql: string): Promise<T[]> => (await database.knex.raw<{ rows: T[] }>(sql)).rows;
  const early = () =>
    query(`select * from (${PASSED}) p where p.due_at > p.seen_at or p.due_at > p.occurred_at`);
  const unfired = async () =>
    (
      await query<{ count: number }>(
        'select count(*)::int as count from clocks where is_active and fired_at is null',
      )
    )[0]!.count;

  it(
    'are each recorded exactly once and never early, however often workers die',
    { timeout: 180_000 },
    async () => {
      let pair = await Promise.all([startWorker(), startWorker()]);
      const opened = Array.from({ length: COMPLAINTS }, async (_, n) => {
        // Some fall due while a worker dies, some while none is there.
        await pause(n * 150);
        return call(api.url, secret, {
          method: 'POST',
          path: '/api/v1/cases',
          body: { procedure: 'complaint', profile: 'drill', data: { channel: 'letter' } },
        });
      });
      const watch = { isOver: false };
      const watched = (async () => {
        const seen: unknown[] = [];
        while (!watch.isOver) {
          seen.push(...(await early()));
          await pause(20);
        }
        return seen;
      })();
      for (let round = 0; round < ROUNDS; round++) {
        const replacing = startWorker();
        await pause(300);
        // Killed with work in hand: at the moment it holds clocks, where that can be seen.
        await untilHeld(query);
        pair[0].kill('SIGKILL');
        pair = [pair[1], await replacing];
      }
      const replies = await Promise.all(opened);
      expect(replies.map(({ status }) => status)).toEqual(Array<number>(COMPLAINTS).fill(201));
      for (let tries = 0; (await unfired()) > 0 && tries < 400; tries++) await pause(50);
      watch.isOver = true;

      expect(await watched).toEqual([]);
      const passed = await query<{ id: string }>(PASSED);
      expect(passed).toHaveLength(CLOCKS);
      expect(new Set(passed.map(({ id }) => id)).size).toBe(CLOCKS);
      const [{ count }] = (await query<{ count: number }>(
        `select count(*)::int as count from journal where type = 'complaint.DEADLINE_PASSED'`,
      )) as [{ count: number }];
      expect(count).toBe(CLOCKS);
    },
  );

  it('go on being recorded after every worker died and one came back', async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    const { body } = await call(api.url, secret, {
      method: 'POST',
      path: '/api/v1/cases',
      body: { procedure: 'complaint', profile: 'drill', data: { channel: 'letter' } },
    });
    const due = Date.now() + 4_000;
    while (Date.now() < due + 500) await pause(100);
    expect(await unfired()).toBe(2);
    const began = performance.now();
    await startWorker();
    for (let tries = 0; (await unfired()) > 0 && tries < 400; tries++) await pause(50);
    expect(performance.now() - began).toBeLessThan(15_000);
    const read = await call(api.url, secret, { path: `/api/v1/cases/${body.id as string}` });
    expect([read.body.version, read.body.state]).toEqual([3, 'received']);
  });
});

/** Waits, not for long, until a worker is in the middle of recording. */
async function untilHeld(query: <T>(sql: string) => Promise<T[]>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const held = await query(
      `select 1 from pg_stat_activity where application_name = 'leeway' and datname = current_database()
         and pid <> pg_backend_pid() and xact_start is not null and query like '%clocks%' and state <> 'idle'`,
    );
    if (held.length > 0) return;
    await pause(5);
  }
}
