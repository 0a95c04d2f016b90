/**
 * Opens the database: PostgreSQL with a URL, the embedded PGlite without. The one file that knows which of them it is;
 * everything else is given a Knex.
 */
import { lockFolder } from './folder-lock.ts';
import { UnsafeDatabase, UnsupportedDatabase } from './errors.ts';
import { knexOf, openFolder } from './embedded.ts';
import { loggerTo } from './knex-log.ts';
import { knexTo } from './postgresql.ts';
import type { Knex } from 'knex';

export { describeOwner, type FolderOwner } from './folder-lock.ts';

export interface DatabaseSettings {
  /** `postgres://…`, with one host or several; absent: embedded, in `dataDir/db`. */
  readonly url?: string;
  readonly dataDir: string;
  readonly poolSize?: number;
  /** How long a statement may run on a server; 0 for as long as it likes. */
  readonly statementTimeoutMs?: number;
  /** How long a server may be silent beyond that before it is given up. */
  readonly graceMs?: number;
  readonly connectTimeoutMs?: number;
  readonly acquireTimeoutMs?: number;
  /** What knex would print otherwise: a connection that broke, a pool that is full. */
  readonly onWarning?: (message: string) => void;
}

export interface Database {
  readonly knex: Knex;
  readonly kind: 'embedded' | 'postgresql';
  /** What an acknowledged write survives. */
  readonly durability: 'process_crash' | 'power_loss';
  /** Tells a process that is refused the embedded folder where this one listens; nothing to do on a server. */
  readonly announce: (address: string) => void;
  readonly close: () => Promise<void>;
}

/** PostgreSQL 15 is the oldest we test with. */
const OLDEST_VERSION = 15;

/** Throws `DatabaseInUse` when another process has the embedded folder, `DatabaseAway` when no server answers. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { url, dataDir, acquireTimeoutMs = 10_000, statementTimeoutMs = 5_000, onWarning } = settings;
  const log = loggerTo(onWarning);
  if (url !== undefined) {
    const limits = {
      poolSize: settings.poolSize ?? 10,
      acquireTimeoutMs,
      connectTimeoutMs: settings.connectTimeoutMs ?? 5_000,
      statementTimeoutMs,
      lockTimeoutMs: Math.floor(statementTimeoutMs * 0.8),
      idleInTransactionTimeoutMs: statementTimeoutMs * 2,
      graceMs: settings.graceMs ?? 3_000,
    };
    const knex = knexTo(url, limits, log);
    try {
      await knex.raw('select 1');
    } catch (error) {
      await knex.destroy();
      throw error;
    }
    return {
      knex,
      kind: 'postgresql',
      durability: 'power_loss',
      announce: () => undefined,
      close: () => knex.destroy(),
    };
  }
  const lock = await lockFolder(dataDir);
  try {
    const knex = knexOf(await openFolder(dataDir), acquireTimeoutMs, log);
    return {
      knex,
      kind: 'embedded',
      durability: 'process_crash',
      announce: lock.announce,
      close: async () => {
        await knex.destroy();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

/**
 * Refuses a server that is too old, does not store Unicode, or has been told to forget. Durability is judged for
 * PostgreSQL only: the embedded database makes no promise to be judged by.
 */
export async function checkServer({ knex, kind }: Pick<Database, 'knex' | 'kind'>): Promise<void> {
  const { rows } = await knex.raw<{ rows: ServerFacts[] }>(
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as full_page_writes,
       current_setting('synchronous_commit') as synchronous_commit`,
  );
  const facts = rows[0] as ServerFacts;
  if (facts.version < OLDEST_VERSION)
    throw new UnsupportedDatabase(
      `The server is PostgreSQL ${facts.version}; Leeway needs ${OLDEST_VERSION} or newer. Upgrade the server.`,
    );
  if (facts.encoding !== 'UTF8')
    throw new UnsupportedDatabase(
      `The database stores text as ${facts.encoding}; Leeway needs UTF8. Create it with "encoding 'UTF8'".`,
    );
  if (kind === 'embedded') return;
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const)
    if (facts[setting] === 'off')
      throw new UnsafeDatabase(
        `The server runs with ${setting} = off and would lose acknowledged records in a power cut. ` +
          `Set ${setting} = on (postgresql.conf, or the role's or database's own settings) and start again.`,
      );
}
