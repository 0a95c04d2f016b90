/**
 * The embedded database: PGlite in this process, a folder on disk, one connection. Survives the death of the process;
 * never syncs to disk, so not a power cut.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import knex, { type Knex } from 'knex';
import { BYTEA, INT8, LEFT_AS_TEXT, parseBytea, parseInt8, parseText } from './result-types.ts';

interface DialectQuery {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: unknown;
}

interface Dialect {
  _query(connection: PGlite, query: DialectQuery): Promise<DialectQuery>;
}

const PgliteDialect = createRequire(import.meta.url)('knex-pglite') as new (config: object) => Dialect;

/** Sends what has no parameters as plain text, so that a migration may hold several statements, as on a server. */
class EmbeddedDialect extends PgliteDialect {
  override async _query(connection: PGlite, query: DialectQuery): Promise<DialectQuery> {
    if (query.bindings?.length) return super._query(connection, query);
    query.response = (await connection.exec(query.sql)).at(-1) ?? { rows: [], fields: [] };
    return query;
  }
}

const parsers: NonNullable<PGliteOptions['parsers']> = {
  [INT8]: parseInt8,
  [BYTEA]: parseBytea,
  ...Object.fromEntries(LEFT_AS_TEXT.map((oid) => [oid, parseText])),
};

/** Opens the database in `dataDir/db`. The caller holds the lock on `dataDir`. */
export function openFolder(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'db');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return PGlite.create({ dataDir: folder, parsers });
}

/** A database in memory, for tests; `image` is what `dumpDataDir` gave. */
export const openMemory = (image?: Blob): Promise<PGlite> =>
  PGlite.create({ parsers, ...(image && { loadDataDir: image }) });

/**
 * Closing the knex closes the PGlite. A query beside an open transaction waits for the one connection: for
 * `acquireTimeoutMs`, then it fails instead of waiting for itself for ever.
 */
export const knexOf = (pglite: PGlite, acquireTimeoutMs: number, log: Knex.Logger): Knex =>
  knex({
    client: EmbeddedDialect as unknown as typeof Knex.Client,
    connection: (() => ({ pglite })) as unknown as Knex.StaticConnectionConfig,
    acquireConnectionTimeout: acquireTimeoutMs,
    compileSqlOnError: false,
    log,
  });
