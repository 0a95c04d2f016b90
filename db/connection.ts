/**
 * Opens the database: PostgreSQL with a URL, the embedded PGlite without. The one file that knows which of them it is;
 * everything else is given a Knex.
 */
import { lockFolder } from './folder-lock.ts';
import { knexOf, openFolder } from './embedded.ts';
import { loggerTo } from './knex-log.ts';
import { knexTo } from './postgresql.ts';
import type { Knex } from 'knex';

export { describeOwner, type FolderOwner } from './folder-lock.ts';
export { checkServer } from './server-check.ts';

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
