/**
 * The database goes away, by a line that is refused and by one that falls silent: the process lives and says so, every
 * request is answered within its limit, nothing acknowledged is lost, and all is well again soon after it is back.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor, type TestDatabase } from '../database.ts';
import { proxyTo, type Proxy } from '../proxy.ts';
import { call, Client, type Answer } from './client.ts';
import { contradictions, entriesIn } from './history.ts';
import {
  buildOnce,
  installation,
  startServer,
  startWaitingServer,
  type Installation,
  type ServerProcess,
} from './server-process.ts';

/** A statement may take five seconds and its answer three more; on a busy machine a little longer. */
const LIMIT_MS = 12_000;
const PROBE_LIMIT_MS = 4_000;
const RECOVERY_MS = 10_000;
const WRITERS = 6;

describe('a database that goes away', () => {
  const open = opensFor('postgresql');
  let database: TestDatabase;
  let home: Installation;
  let line: Proxy;
  let server: ServerProcess;
  let clients: Client[];

  beforeAll(async () => {
    buildOnce();
    database = await open();
    line = await proxyTo(database.url!);
    home = installation({ DATABASE_URL: line.url, LOG_LEVEL: 'warn' });
    const people = [...Array(WRITERS).keys()].map((n) => [`p-${n}`, ['reception_officer']] as const);
    clients = Object.values(await home.keysFor(Object.fromEntries(people))).map(
      (secret) => new Client(secret),
    );
    server = await startServer(home.env);
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await line.close();
    home.remove();
  });
  const probe = async (path: string) => call(server.url, '', { path });
  const readyAgain = async (): Promise<number> => {
    const began = performance.now();
    for (;;) {
      const { status } = await probe('/health/ready');
      const written = status === 200 ? await clients[0]!.open(server.url) : null;
      if (written?.status === 201) return performance.now() - began;
      if (performance.now() - began > 2 * RECOVERY_MS) throw new Error('it did not come back');
      await pause(50);
    }
  };
  /** Everybody writes on a case of their own while `happens`; answers how long each answer took. */
  const underLoad = async (happens: () => Promise<void>): Promise<(Answer & { ms: number })[]> => {
    const load = { isOver: false };
    const took: (Answer & { ms: number })[] = [];
    const writing = clients.map(async (client) => {
      let { answeredCase: id, version } = await client.open(server.url);
      while (!load.isOver) {
        const answer =
          id === null ? await client.open(server.url) : await client.note(server.url, id, version!);
        took.push({ ...answer, ms: answer.answeredAt - answer.sentAt });
        ({ answeredCase: id, version } = answer);
        if (answer.version === null) await pause(50);
      }
    });
    await happens();
    load.isOver = true;
    await Promise.all(writing);
    return took;
  };
  const acknowledgedMore = async (wanted: number): Promise<void> => {
    const count = () =>
      clients.flatMap(({ answers }) => answers).filter(({ version }) => version !== null).length;
    for (const before = count(); count() < before + wanted;) await pause(5);
  };
  /** What was answered 503 is open until it is sent again with its key. */
  const resolved = async (): Promise<void> => {
    for (const client of clients)
      for (const [at, answer] of client.answers.entries()) {
        if (answer.status !== 503) continue;
        const reply = await client.repeat(server.url, answer);
        expect([200, 201]).toContain(reply.status);
        client.answers[at] = {
          ...answer,
          status: reply.status,
          version: reply.body.version as number,
          answeredCase: reply.body.id as string,
          answeredAt: performance.now(),
        };
      }
    const answers = clients.flatMap((client) => client.answers);
    expect(contradictions(answers, await entriesIn(database.knex))).toEqual([]);
  };
  const judged = (answers: readonly (Answer & { ms: number })[]): void => {
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, 503]));
    for (const { status, headers, body } of answers)
      if (status === 503) {
        expect(Number(headers!.get('retry-after'))).toBeGreaterThan(0);
        expect((body as { code: string }).code).toBe('database-away');
      }
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(LIMIT_MS);
  };

  it.each([
    ['refuses', 1_500],
    ['falls silent', 9_000],
  ] as const)(
    'that %s is told as 503 in time, and is back by itself',
    { timeout: 90_000 },
    async (how, ms) => {
      const answers = await underLoad(async () => {
        await pause(300);
        if (how === 'refuses') await line.refuse();
        else line.silence();
        const began = performance.now();
        const ready = await probe('/health/ready');
        expect([ready.status, ready.body.reasons, ready.body.database.kind]).toEqual([
          503,
          ['database_away'],
          'postgresql',
        ]);
        expect(ready.ms).toBeLessThan(PROBE_LIMIT_MS);
        expect(Number(ready.headers!.get('retry-after'))).toBeGreaterThan(0);
        for (const path of ['/health/live', '/metrics', '/openapi.json'])
          expect([path, (await probe(path)).status]).toEqual([path, 200]);
        await pause(Math.max(0, ms - (performance.now() - began)));
        await line.heal();
        expect(await readyAgain()).toBeLessThan(RECOVERY_MS);
        await pause(300);
      });
      judged(answers);
      await resolved();
    },
  );

  it('that loses its lines in the middle of writing leaves no doubt that a key does not settle', async () => {
    const answers = await underLoad(async () => {
      for (let n = 0; n < 10; n++) {
        await acknowledgedMore(2 * WRITERS);
        line.cut();
      }
      await acknowledgedMore(2 * WRITERS);
    });
    judged(answers);
    await resolved();
  });

  it('opens no case twice where a request without a key lost its line', async () => {
    const before = (await entriesIn(database.knex)).length;
    const load = { isOver: false };
    const cutting = (async () => {
      while (!load.isOver) {
        await pause(25);
        line.cut();
      }
    })();
    const replies = await Promise.all(
      [...Array(40).keys()].map(async (n) => {
        await pause(n * 12);
        return call(server.url, clients[0]!.secret, {
          method: 'POST',
          path: '/api/v1/cases',
          body: { procedure: 'complaint', data: { channel: 'letter', reference: `no-key-${n}` } },
        });
      }),
    );
    load.isOver = true;
    await cutting;
    await readyAgain();
    const entries = (await entriesIn(database.knex)).slice(0);
    for (const [n, { status }] of replies.entries()) {
      const count = entries.filter(({ reference }) => reference === `no-key-${n}`).length;
      expect([201, 503]).toContain(status);
      if (status === 201) expect([n, count]).toEqual([n, 1]);
      else expect([n, count <= 1]).toEqual([n, true]);
    }
    expect(entries.length).toBeGreaterThan(before);
  });

  it(
    'that is away at the start is waited for: alive, not ready, and then serving',
    { timeout: 60_000 },
    async () => {
      await line.refuse();
      const waiting = await startWaitingServer(home.env);
      const ready = await call(waiting.url, '', { path: '/health/ready' });
      expect([ready.status, ready.body.reasons]).toEqual([503, ['database_away']]);
      const asked = await call(waiting.url, clients[0]!.secret, { path: '/api/v1/cases' });
      expect([asked.status, asked.body.code, asked.headers!.has('retry-after')]).toEqual([
        503,
        'not-ready',
        true,
      ]);
      await line.heal();
      const began = performance.now();
      let status: number | null = 503;
      while (status !== 200 && performance.now() - began < RECOVERY_MS) {
        await pause(50);
        ({ status } = await call(waiting.url, clients[0]!.secret, { path: '/api/v1/cases' }));
      }
      expect(status).toBe(200);
      waiting.kill('SIGTERM');
      expect((await waiting.ended).status).toBe(0);
    },
  );
});
