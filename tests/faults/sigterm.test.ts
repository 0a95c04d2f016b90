/**
 * SIGTERM under load: what was accepted is answered, what takes effect was acknowledged, and the process is gone, with
 * status 0, well before anybody would kill it.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { Client } from './client.ts';
import { contradictions, entriesIn, type Entry } from './history.ts';
import {
  buildOnce,
  installation,
  seedEmbedded,
  startServer,
  type Installation,
  type ServerProcess,
} from './server-process.ts';

const ROUNDS = 2;
const WRITERS = 12;
const LONGEST_MS = 10_000;

beforeAll(buildOnce);

describe.each(['postgresql', 'embedded'] as const)('SIGTERM under load, on %s', (kind) => {
  let database: TestDatabase | null = null;
  let home: Installation;
  let server: ServerProcess | null = null;
  let clients: Client[];

  beforeAll(async () => {
    database = kind === 'postgresql' ? await freshDatabase(kind) : null;
    home = installation({
      LOG_LEVEL: 'info',
      ...(database?.url !== undefined && { DATABASE_URL: database.url }),
    });
    if (!database) await seedEmbedded(home);
    const people = [...Array(WRITERS).keys()].map((n) => [`p-${n}`, ['reception_officer']] as const);
    clients = Object.values(await home.keysFor(Object.fromEntries(people))).map(
      (secret) => new Client(secret),
    );
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await server?.ended;
    await database?.close();
    home.remove();
  });
  const entries = async (): Promise<Entry[]> => {
    const own = database ?? (await openDatabase({ dataDir: home.folder }));
    const found = await entriesIn(own.knex);
    if (!database) await own.close();
    return found;
  };

  /** Waits until everybody is in the middle of it. */
  const underWay = async (): Promise<void> => {
    const count = () =>
      clients.flatMap(({ answers }) => answers).filter(({ status }) => status === 200).length;
    for (const before = count(); count() < before + 40;) await pause(10);
  };

  it('finishes what was accepted and ends with status 0 in time', { timeout: 120_000 }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      server = await startServer(home.env);
      const { url } = server;
      let isOver = false;
      const load = clients.map(async (client) => {
        let { answeredCase: id, version } = await client.open(url);
        while (!isOver && id !== null) ({ answeredCase: id, version } = await client.note(url, id, version!));
      });
      await underWay();
      const began = performance.now();
      server.kill('SIGTERM');
      const ended = await server.ended;
      isOver = true;
      await Promise.all(load);
      expect([ended.status, ended.signal]).toEqual([0, null]);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      expect(server.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
    }
    const answers = clients.flatMap((client) => client.answers);
    const found = await entries();
    expect(contradictions(answers, found)).toEqual([]);
    // Nothing was refused for the stop, and nothing took effect that its caller was not told of.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, null]));
    const unanswered = answers.filter(({ status }) => status === null).map(({ key }) => key);
    expect(found.filter(({ reference }) => unanswered.includes(reference ?? ''))).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(ROUNDS * 40);
  });

  it('does not wait for callers who only hold their line open', { timeout: 60_000 }, async () => {
    server = await startServer(home.env);
    const port = Number(new URL(server.url).port);
    const idle: Socket[] = [];
    for (let n = 0; n < 20; n++) idle.push(connect(port, '127.0.0.1').on('error', () => undefined));
    for (const socket of idle.slice(0, 10))
      socket.write('GET /health/live HTTP/1.1\r\nHost: leeway\r\nConnection: keep-alive\r\n\r\n');
    // Half a request, of which the rest never comes.
    idle[10]!.write('POST /api/v1/cases HTTP/1.1\r\nHost: leeway\r\nContent-Le');
    await pause(200);
    const began = performance.now();
    server.kill('SIGTERM');
    expect((await server.ended).status).toBe(0);
    expect(performance.now() - began).toBeLessThan(LONGEST_MS / 2);
    for (const socket of idle) socket.destroy();
  });

  it('heeds SIGINT as well, and keeps what it acknowledged', { timeout: 60_000 }, async () => {
    server = await startServer(home.env);
    const opened = await clients[0]!.open(server.url);
    expect(opened.status).toBe(201);
    server.kill('SIGINT');
    expect((await server.ended).status).toBe(0);
    expect((await entries()).map(({ reference }) => reference)).toContain(opened.key);
  });
});
