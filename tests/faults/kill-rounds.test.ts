/**
 * kill -9 under load, again and again: nothing that was acknowledged is lost or doubled, and every request that was left
 * in doubt is resolved by sending it again with its key. On PostgreSQL two processes die at once; the embedded database
 * lives in the process that dies.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { Client } from './client.ts';
import { contradictions, entriesIn, type Entry } from './history.ts';
import {
  buildOnce,
  installation,
  leeway,
  seedEmbedded,
  startServer,
  type Installation,
  type ServerProcess,
} from './server-process.ts';

const ROUNDS = 5;
const LOAD_MS = 1_000;
/** Answers of a round that make it a load, and how long a busy machine may take for them. */
const FEWEST = 20;
const LONGEST_MS = 10_000;
const WRITERS = 8;
const SETUPS = [
  { kind: 'postgresql', processes: 2 },
  { kind: 'embedded', processes: 1 },
] as const;

beforeAll(buildOnce);

describe.each(SETUPS)('kill -9 under load, on $kind', ({ kind, processes }) => {
  let database: TestDatabase | null = null;
  let home: Installation;
  let servers: ServerProcess[] = [];
  let secrets: string[];
  let clients: Client[];
  let auditor: string;

  beforeAll(async () => {
    database = kind === 'postgresql' ? await freshDatabase(kind) : null;
    home = installation({
      LOG_LEVEL: 'error',
      ...(database?.url !== undefined && { DATABASE_URL: database.url }),
    });
    if (!database) await seedEmbedded(home);
    const writers = [...Array(WRITERS).keys()].map((n) => [`p-${n}`, ['reception_officer']] as const);
    const made = await home.keysFor({ ...Object.fromEntries(writers), 'p-auditor': ['auditor'] });
    auditor = made['p-auditor']!;
    secrets = writers.map(([person]) => made[person]!);
    clients = secrets.map((secret) => new Client(secret));
  });
  afterAll(async () => {
    await killAll();
    await database?.close();
    home.remove();
  });

  const urlOf = (n: number) => servers[n % servers.length]!.url;
  const restart = async (): Promise<void> => {
    servers = await Promise.all(Array.from({ length: processes }, () => startServer(home.env)));
  };
  const killAll = async (): Promise<void> => {
    for (const server of servers) server.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
  };
  /** Reads what is on disk, with nobody else at it. */
  const withTables = async <T>(read: (entries: Entry[]) => T): Promise<T> => {
    const own = database ?? (await openDatabase({ dataDir: home.folder }));
    try {
      return read(await entriesIn(own.knex));
    } finally {
      if (!database) await own.close();
    }
  };
  const answers = () => clients.flatMap((each) => each.answers);
  const acknowledged = () => answers().filter(({ version }) => version !== null);

  /** Everybody writes, on a case of their own and on one that is everybody's, until all servers die in the middle of it. */
  const loadUntilKilled = async (): Promise<void> => {
    let isOver = false;
    const load = clients.map(async (client, n) => {
      const opened = await client.open(urlOf(n));
      const shared = answers().find(({ answeredCase }) => answeredCase !== null)?.answeredCase;
      for (let turn = 0, last = opened; !isOver && last.answeredCase !== null; turn++)
        if (turn % 4 === 3 && shared) {
          const { body } = await client.get(urlOf(n), `/api/v1/cases/${shared}`);
          if (body) await client.note(urlOf(n + turn), shared, body.version as number);
        } else last = await client.note(urlOf(n + turn), last.answeredCase, last.version!);
    });
    const before = acknowledged().length;
    const began = performance.now();
    await pause(LOAD_MS + randomInt(200));
    while (acknowledged().length <= before + FEWEST && performance.now() - began < LONGEST_MS)
      await pause(randomInt(50));
    const killed = killAll();
    isOver = true;
    await Promise.all([killed, ...load]);
  };

  /** Sends again, twice, what got no answer; notes what came of it. Answers how many there were. */
  const resolveDoubts = async (): Promise<number> => {
    let count = 0;
    for (const client of clients)
      for (const [at, doubtful] of client.answers.entries()) {
        if (doubtful.status !== null) continue;
        count += 1;
        const reply = await client.repeat(urlOf(at), doubtful);
        // It took effect now or then, once; or somebody else was first, and it never will.
        expect([200, 201, 412]).toContain(reply.status);
        const again = await client.repeat(urlOf(at + 1), doubtful);
        const isDone = reply.status !== 412;
        expect(again.status).toBe(reply.status);
        // Its number is given within the second that follows, perhaps between the two.
        const number: unknown = again.body.number;
        if (isDone) expect(again.body).toEqual({ ...reply.body, number });
        client.answers[at] = {
          ...doubtful,
          status: reply.status,
          version: isDone ? (reply.body.version as number) : null,
          answeredCase: isDone ? (reply.body.id as string) : null,
          answeredAt: performance.now(),
        };
      }
    return count;
  };

  it('loses and doubles nothing, and resolves what was left in doubt', { timeout: 240_000 }, async () => {
    let inDoubt = 0;
    await restart();
    for (let round = 0; round < ROUNDS; round++) {
      await loadUntilKilled();
      expect(await withTables((entries) => contradictions(answers(), entries))).toEqual([]);
      await restart();
      inDoubt += await resolveDoubts();
    }
    await killAll();
    expect(await withTables((entries) => contradictions(answers(), entries))).toEqual([]);
    expect(answers().filter(({ status }) => status === null)).toEqual([]);
    expect(acknowledged().length).toBeGreaterThan(ROUNDS * FEWEST);
    expect(inDoubt).toBeGreaterThan(0);
  });

  it('leaves every case what its journal says, and a log without gaps', { timeout: 60_000 }, async () => {
    const replayed = await leeway(['replay'], home.env);
    expect([replayed.status, replayed.stderr]).toEqual([0, '']);
    expect(replayed.stdout).toMatch(/every one is what its journal says/);

    await restart();
    const reader = new Client(auditor);
    const { url } = servers[0]!;
    const entries = await until(async () => {
      const seen: number[] = [];
      let cursor: string | null = '';
      let size = 0;
      while (cursor !== null) {
        const { body } = await reader.get(
          url,
          `/api/v1/journal?order=asc&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...(body.items as { index: number }[]).map(({ index }) => index));
        size = body.asOf.size as number;
        cursor = body.nextCursor as string | null;
      }
      // Everything acknowledged has its place once the worker has come by.
      return size >= acknowledged().length ? seen : undefined;
    });
    expect(entries).toEqual(entries.map((_, at) => at));
  });
});

/** Asks again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(50);
  }
  throw new Error('it did not come to pass');
}
