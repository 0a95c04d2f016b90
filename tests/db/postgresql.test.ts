/** What a server may do to us: be elsewhere, fall silent, restart under a statement. Nothing hangs and the pool recovers. */
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database, type DatabaseSettings } from '../../db/connection.ts';
import { isDatabaseAway } from '../../db/errors.ts';
import { hostUrls } from '../../db/postgresql.ts';
import { opensFor } from '../database.ts';
import { startProxy, through, type TcpProxy } from './tcp-proxy.ts';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

const open = opensFor('postgresql');

async function openAt(url: string, settings: Partial<DatabaseSettings> = {}): Promise<Database> {
  const database = await openDatabase({ url, dataDir: '', ...settings });
  opened.push(database);
  return database;
}

async function proxyTo(url: string, alter?: (said: Buffer) => Buffer): Promise<TcpProxy> {
  const proxy = await startProxy(url, alter);
  opened.push(proxy);
  return proxy;
}

/** A port that nobody listens on. */
async function deadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const deadHost = async () => `127.0.0.1:${await deadPort()}`;

let live: string;

beforeAll(async () => {
  live = (await open()).url!;
});

const sessionOf = async ({ knex }: Pick<Database, 'knex'>): Promise<number> => {
  const { rows } = await knex.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid');
  return rows[0]!.pid;
};

describe('an address with several hosts', () => {
  it('is one address for each of them', () => {
    expect(hostUrls('postgres://u:p@h1:5432,h2:5433/db?sslmode=require')).toEqual([
      'postgres://u:p@h1:5432/db?sslmode=require',
      'postgres://u:p@h2:5433/db?sslmode=require',
    ]);
    expect(hostUrls('postgresql://[::1]:1,[::2]/db')).toEqual([
      'postgresql://[::1]:1/db',
      'postgresql://[::2]/db',
    ]);
    expect(hostUrls('postgres:///db')).toEqual(['postgres:///db']);
    expect(() => hostUrls('mysql://h/db')).toThrow('DATABASE_URL');
  });

  it('leads past a host that is down', async () => {
    const database = await openAt(through(live, await deadPort(), Number(new URL(live).port)));
    expect(await sessionOf(database)).toBeGreaterThan(0);
  });

  it('leads past a standby', async () => {
    // The answer of `pg_is_in_recovery()`: a row of one column of one byte, which says f for false.
    const no = Buffer.from('440000000b00010000000166', 'hex');
    const standby = await proxyTo(live, (said) => {
      const at = said.indexOf(no);
      if (at >= 0) said.write('t', at + no.length - 1);
      return said;
    });
    const primary = await proxyTo(live);
    await openAt(through(live, standby.port, primary.port));
    expect([standby.made(), primary.made()]).toEqual([1, 1]);
  });

  it('says of each host what is wrong when none will do, and never the password', async () => {
    const attempt = openAt(`postgres://u:open-sesame@${await deadHost()},${await deadHost()}/db`);
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'nothing_written' });
    await expect(attempt).rejects.toThrow(/host 1: .*; host 2: /);
    await expect(attempt).rejects.not.toThrow(/open-sesame/);
  });

  it('is no outage when it is the name of the database that is wrong', async () => {
    const wrong = new URL(live);
    wrong.pathname = '/no_such_database';
    const error = await openAt(wrong.href).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '3D000' });
    expect(isDatabaseAway(error)).toBe(false);
  });
});

describe('a server that falls silent', () => {
  const limits = { statementTimeoutMs: 300, graceMs: 200, connectTimeoutMs: 500, poolSize: 2 };

  it('has its statement given up in time, and is left by the pool', async () => {
    const proxy = await proxyTo(live);
    const database = await openAt(through(live, proxy.port), limits);
    proxy.fallSilent();
    const started = performance.now();
    await expect(database.knex.raw('select 1')).rejects.toMatchObject({
      name: 'DatabaseAway',
      outcome: 'unknown',
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    proxy.recover();
    expect(await sessionOf(database)).toBeGreaterThan(0);
    expect(proxy.made()).toBe(2);
  });

  it('in the middle of a transaction leaves neither that nor the next one hanging', async () => {
    const proxy = await proxyTo(live);
    const { knex } = await openAt(through(live, proxy.port), limits);
    const attempt = knex.transaction(async (trx) => {
      await trx.raw('create table half (n int)');
      proxy.fallSilent();
      await trx.raw('insert into half values (1)');
    });
    await expect(attempt).rejects.toSatisfy(isDatabaseAway);
    proxy.recover();
    const { rows } = await knex.raw<{ rows: unknown[] }>(`select to_regclass('half') as half`);
    expect(rows).toEqual([{ half: null }]);
  });

  it('before it has let us in is given up, too', async () => {
    const proxy = await proxyTo(live);
    proxy.fallSilent();
    await expect(openAt(through(live, proxy.port), limits)).rejects.toMatchObject({
      name: 'DatabaseAway',
      outcome: 'nothing_written',
    });
  });
});

describe('a connection that ends', () => {
  it('while idle is replaced, and does not end the process', async () => {
    const [database, other] = await Promise.all([open({ poolSize: 1 }), open()]);
    const before = await sessionOf(database);
    await other.knex.raw('select pg_terminate_backend(?)', [before]);
    // The news and the next statement race; one that loses says so, and the one after it has a new connection.
    const after = await sessionOf(database).catch(() => sessionOf(database));
    expect(after).not.toBe(before);
  });

  it('under a statement leaves the outcome unknown', async () => {
    const [database, other] = await Promise.all([open({ poolSize: 1 }), open()]);
    const session = await sessionOf(database);
    const attempt = expect(database.knex.raw('select pg_sleep(10)')).rejects.toMatchObject({
      name: 'DatabaseAway',
      outcome: 'unknown',
    });
    await other.knex.raw('select pg_terminate_backend(?)', [session]);
    await attempt;
    expect(await sessionOf(database)).not.toBe(session);
  });

  it('before the commit was answered leaves the outcome unknown', async () => {
    // The answer to a COMMIT never arrives, which is not to say that nothing was committed.
    const proxy = await proxyTo(live, (said) => (said.includes('COMMIT\0') ? Buffer.alloc(0) : said));
    const { knex } = await openAt(through(live, proxy.port), { statementTimeoutMs: 300, graceMs: 200 });
    const attempt = knex.transaction((trx) => trx.raw('create table kept (n int)'));
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'unknown' });
    const { rows } = await knex.raw<{ rows: { kept: string | null }[] }>(
      `select to_regclass('kept')::text as kept`,
    );
    expect(rows[0]?.kept).toBe('kept');
  });

  it('does not count as a commit when the server gave up waiting for its standby', async () => {
    const notice = noticeOf({
      S: 'WARNING',
      V: 'WARNING',
      C: '01000',
      M: 'canceling wait',
      R: 'SyncRepWaitForLSN',
    });
    const proxy = await proxyTo(live, (said) => {
      const at = said.indexOf('COMMIT\0') - 5; // behind the kind and the length of the message
      return at >= 0 ? Buffer.concat([said.subarray(0, at), notice, said.subarray(at)]) : said;
    });
    const { knex } = await openAt(through(live, proxy.port));
    const attempt = knex.transaction((trx) => trx.raw('select 1'));
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'unknown' });
    await expect(knex.raw('select 1')).resolves.toBeDefined();
  });
});

/** A message of the server beside its answers, as it travels. */
function noticeOf(fields: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(
    `${Object.entries(fields)
      .map(([code, text]) => `${code}${text}\0`)
      .join('')}\0`,
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from('N'), length, body]);
}

describe('a session', () => {
  it('is opened with whatever signs its password holds', async () => {
    const { knex } = await open();
    const password = 'a+b c/%@:';
    const role = `odd_${process.pid}`;
    await knex.raw(`create role ${role} login password '${password}'`);
    const theirs = new URL(live);
    theirs.username = role;
    theirs.password = encodeURIComponent(password).replace('%2B', '+');
    const { knex: own, close } = await openDatabase({ url: theirs.href, dataDir: '' });
    const { rows } = await own.raw('select current_user as me');
    await close();
    await knex.raw(`drop role ${role}`);
    expect(rows).toEqual([{ me: role }]);
  });

  it('has its limits and its time zone from the start, and loses them with no pool', async () => {
    const { knex } = await open({ statementTimeoutMs: 5_000, poolSize: 1 });
    const settings = async () =>
      (
        await knex.raw<{ rows: unknown[] }>(
          `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
             current_setting('idle_in_transaction_session_timeout') as idle, current_setting('timezone') as zone`,
        )
      ).rows[0];
    const expected = { statement: '5s', lock: '4s', idle: '10s', zone: 'UTC' };
    expect(await settings()).toEqual(expected);
    await knex.raw('reset all');
    expect(await settings()).toEqual(expected);
  });

  it('has what the address says besides', async () => {
    const given = new URL(live);
    given.searchParams.set('options', '-c work_mem=5MB -c lock_timeout=1s');
    const { knex } = await openAt(given.href);
    const { rows } = await knex.raw(
      `select current_setting('work_mem') as mem, current_setting('lock_timeout') as lock, current_setting('timezone') as zone`,
    );
    expect(rows).toEqual([{ mem: '5MB', lock: '1s', zone: 'UTC' }]);
  });

  it('has a statement that takes too long stopped by the server, and goes on', async () => {
    const database = await open({ statementTimeoutMs: 200, poolSize: 1 });
    const before = await sessionOf(database);
    const error: unknown = await database.knex.raw('select pg_sleep(10)').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '57014' });
    expect(isDatabaseAway(error)).toBe(true);
    expect(await sessionOf(database)).toBe(before);
  });
});
