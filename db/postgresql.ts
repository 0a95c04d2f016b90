/**
 * PostgreSQL through `pg`: several hosts, of which the writable one is used; limits on the server's side and, for a
 * server that falls silent, on ours. A connection that broke or was given up never returns to the pool.
 */
import { createRequire } from 'node:module';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { DatabaseAway, UnsupportedDatabase } from './errors.ts';
import { clientTypes } from './result-types.ts';

export interface PostgresqlLimits {
  readonly poolSize: number;
  readonly acquireTimeoutMs: number;
  readonly connectTimeoutMs: number;
  /** By the server; 0 for none. Ours (`graceMs` later) is for a server that does not answer. */
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  readonly graceMs: number;
}

interface DialectQuery {
  readonly sql: string;
}

interface Dialect {
  _query(connection: pg.Client, query: DialectQuery): Promise<DialectQuery>;
}

const PostgresDialect = createRequire(import.meta.url)('knex/lib/dialects/postgres/index.js') as new (
  config: object,
) => Dialect;

/** Connections that are not to be used again. */
const broken = new WeakSet<pg.Client>();
/** Connections whose server gave up waiting for its standby during the statement at hand. */
const unreplicated = new WeakSet<pg.Client>();
/** Connections at work on something that may take its time. */
const unlimited = new WeakSet<pg.Client>();

/** The server is shutting down or starting (57P01–57P03), or has become a standby (25006). */
const LEAVING = ['57P01', '57P02', '57P03', '25006'];

/** What the server reports in place of an error when a commit is durable here, and perhaps nowhere else. */
const GAVE_UP_ON_STANDBY = 'SyncRepWaitForLSN';

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** Gives up on a connection whose server does not answer in time. */
async function within<T>(connection: pg.Client, ms: number, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    broken.add(connection);
    socketOf(connection).destroy(new Error(`the database did not answer within ${ms} ms`));
  }, ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

const socketOf = (connection: pg.Client) =>
  (connection as unknown as { connection: { stream: { destroy: (error?: Error) => void } } }).connection
    .stream;

async function connect(target: pg.ClientConfig): Promise<pg.Client> {
  const connection = new pg.Client(target);
  const breaks = () => broken.add(connection);
  // Heard, so that an idle connection that dies does not end the process.
  connection.on('error', breaks);
  connection.on('end', breaks);
  connection.on('notice', ({ routine }) => {
    if (routine === GAVE_UP_ON_STANDBY) unreplicated.add(connection);
  });
  await connection.connect();
  return connection;
}

async function isWritable(connection: pg.Client, ms: number): Promise<boolean> {
  const sql = 'select pg_is_in_recovery() as is_standby';
  const { rows } = await within(connection, ms, connection.query<{ is_standby: boolean }>(sql));
  return rows[0]?.is_standby === false;
}

const hang = (connection: pg.Client): void => {
  connection.end().catch(() => undefined);
};

/** A dialect for one list of hosts; where a connection goes is decided anew for each. */
function dialectFor(targets: readonly pg.ClientConfig[], limits: PostgresqlLimits) {
  const deadlineMs = limits.statementTimeoutMs > 0 ? limits.statementTimeoutMs + limits.graceMs : 0;
  let favourite = 0;

  return class extends PostgresDialect {
    async _acquireOnlyConnection(): Promise<pg.Client> {
      const failures: string[] = [];
      for (let turn = 0; turn < targets.length; turn++) {
        const at = (favourite + turn) % targets.length;
        let connection: pg.Client | undefined;
        try {
          connection = await connect(targets[at] as pg.ClientConfig);
          if (targets.length === 1 || (await isWritable(connection, limits.connectTimeoutMs))) {
            favourite = at;
            return connection;
          }
          failures.push(`host ${at + 1} is a standby`);
        } catch (error) {
          // A wrong password or an unknown database is no outage, and no other host will know better.
          if (/^(28|3D|42)/.test(String(codeOf(error)))) throw error;
          failures.push(`host ${at + 1}: ${(error as Error).message}`);
        }
        if (connection) hang(connection);
      }
      throw new DatabaseAway(`no writable database was reached (${failures.join('; ')})`, 'nothing_written');
    }

    override async _query(connection: pg.Client, query: DialectQuery): Promise<DialectQuery> {
      try {
        const work = super._query(connection, query);
        const answered =
          deadlineMs > 0 && !unlimited.has(connection)
            ? await within(connection, deadlineMs, work)
            : await work;
        if (!unreplicated.delete(connection)) return answered;
      } catch (error) {
        const isLeaving = LEAVING.includes(String(codeOf(error)));
        if (isLeaving) broken.add(connection);
        if (!broken.has(connection)) throw error;
        const outcome = codeOf(error) === '25006' ? 'nothing_written' : 'unknown';
        throw new DatabaseAway((error as Error).message, outcome, error);
      }
      throw new DatabaseAway('the commit is not known to have reached a standby', 'unknown');
    }

    validateConnection(connection: pg.Client): boolean {
      return !broken.has(connection);
    }

    async destroyRawConnection(connection: pg.Client): Promise<void> {
      await within(connection, PARTING_MS, connection.end());
    }
  };
}

/** How long a server has to take leave before the socket is closed on it. */
const PARTING_MS = 1_000;

/** One URL per host of `postgres://user:password@h1:5432,h2:5433/name?options`. */
export function hostUrls(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/s.exec(url);
  if (!parts) throw new TypeError('DATABASE_URL is not of the form postgres://user:password@host:port/name');
  const [, before = '', hosts = '', after = ''] = parts;
  return hosts.split(',').map((host) => `${before}${host.trim()}${after}`);
}

/**
 * Session settings travel with the connection request: nothing is set, and so nothing can leak, through a pool. A
 * PgBouncer in between has to let `options` pass (`ignore_startup_parameters`), and then sets these limits by itself.
 */
function targetOf(url: string, limits: PostgresqlLimits): pg.ClientConfig {
  const settings = {
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs,
    timezone: 'UTC',
  };
  const target = new URL(url);
  const asked = target.searchParams.get('options') ?? '';
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  target.searchParams.set('options', [...own, asked].join(' ').trim());
  const config = {
    connectionString: target.href,
    application_name: 'leeway',
    connectionTimeoutMillis: limits.connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: clientTypes,
  };
  try {
    new pg.Client(config);
  } catch (error) {
    // A certificate that is not there is no outage: waiting brings nothing back.
    throw new UnsupportedDatabase(
      `The address of the database cannot be used (${(error as Error).message}); see DATABASE_URL.`,
    );
  }
  return config;
}

export function knexTo(url: string, limits: PostgresqlLimits, log: Knex.Logger): Knex {
  const targets = hostUrls(url).map((each) => targetOf(each, limits));
  return knex({
    client: dialectFor(targets, limits) as unknown as typeof Knex.Client,
    connection: {},
    // Said so that knex does not ask on its own, outside of every limit; `checkServer` asks.
    version: '15',
    pool: {
      min: 0,
      max: limits.poolSize,
      createTimeoutMillis: limits.connectTimeoutMs * targets.length * 2,
      idleTimeoutMillis: 30_000,
    },
    acquireConnectionTimeout: limits.acquireTimeoutMs,
    compileSqlOnError: false,
    log,
  });
}

/**
 * Runs a transaction whose statements may take as long as they need: a migration, never a request. On the embedded
 * database there is no limit to lift.
 */
export function withoutLimits<T>(db: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    // Inside a transaction this is the connection of the transaction.
    const connection = (await (trx.client as Knex.Client).acquireConnection()) as pg.Client;
    unlimited.add(connection);
    try {
      await trx.raw('set local statement_timeout = 0');
      await trx.raw('set local lock_timeout = 0');
      return await work(trx);
    } finally {
      unlimited.delete(connection);
    }
  });
}
