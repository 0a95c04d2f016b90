/**
 * Databases for tests: real ones, each file its own, cloned from the migrated one of `global-setup.ts`. A race shows on
 * PostgreSQL only (the embedded database has one connection), so what is about concurrency asks for that.
 */
import { readFileSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, inject } from 'vitest';
import { openDatabase, type Database, type DatabaseSettings } from '../db/connection.ts';
import { knexOf, openMemory } from '../db/embedded.ts';
import { loggerTo } from '../db/knex-log.ts';
import { migrate } from '../db/migrate.ts';

export type DatabaseKind = Database['kind'];

export interface TestDatabase extends Database {
  /** Where it is; undefined for the embedded one, which is in memory. */
  readonly url?: string;
}

export interface FreshSettings extends Partial<Omit<DatabaseSettings, 'url' | 'dataDir'>> {
  /** False for a database without any table. */
  readonly migrated?: boolean;
}

/** A database of its own; the caller closes it, which removes it. */
export function freshDatabase(kind: DatabaseKind, settings: FreshSettings = {}): Promise<TestDatabase> {
  return kind === 'embedded' ? freshEmbedded(settings) : freshPostgresql(settings);
}

/**
 * Runs a suite on both kinds; its name says which, so that test names stay unique. `open` gives a fresh database each
 * time (see `opensFor`).
 */
export function describeOnBoth(
  name: string,
  suite: (open: (settings?: FreshSettings) => Promise<TestDatabase>, kind: DatabaseKind) => void,
): void {
  for (const kind of ['postgresql', 'embedded'] as const)
    describe(`${name}, on ${kind}`, () => {
      suite(opensFor(kind), kind);
    });
}

/**
 * For suites on one kind only. A database opened in a test is gone after that test, one opened before the tests after
 * the last of them.
 */
export function opensFor(kind: DatabaseKind): (settings?: FreshSettings) => Promise<TestDatabase> {
  const ofSuite: TestDatabase[] = [];
  const ofTest: TestDatabase[] = [];
  let isInTest = false;
  const close = (databases: TestDatabase[]) =>
    Promise.all(databases.splice(0).map((database) => database.close()));
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(async () => {
    isInTest = false;
    await close(ofTest);
  });
  afterAll(async () => {
    await close(ofSuite);
    await Promise.all(spare.splice(0).map((pglite) => pglite.close()));
  });
  return async (settings) => {
    const database = await freshDatabase(kind, settings);
    (isInTest ? ofTest : ofSuite).push(database);
    return database;
  };
}

/** Embedded databases that are done with: wiping one takes a tenth of the time of loading another. */
const spare: PGlite[] = [];

async function freshEmbedded(settings: FreshSettings): Promise<TestDatabase> {
  const { migrated = true, acquireTimeoutMs = 10_000 } = settings;
  const used = spare.pop();
  const pglite = used ?? (await openMemory(new Blob([readFileSync(inject('embeddedImage'))])));
  if (used ?? !migrated) await wipe(pglite);
  const knex = knexOf(pglite, acquireTimeoutMs, loggerTo());
  if (used && migrated) await migrate(knex);
  let isOpen = true;
  return {
    knex,
    kind: 'embedded',
    durability: 'process_crash',
    announce: () => undefined,
    // The knex is let go rather than closed, which would close the PGlite.
    close: () => {
      if (isOpen) spare.push(pglite);
      isOpen = false;
      return Promise.resolve();
    },
  };
}

/** Whatever a test left open or set goes, and then every table. */
async function wipe(pglite: PGlite): Promise<void> {
  for (const sql of ['rollback', 'discard all', 'drop schema public cascade', 'create schema public'])
    await pglite.exec(sql);
}

let made = 0;

async function freshPostgresql({ migrated = true, ...settings }: FreshSettings): Promise<TestDatabase> {
  const { url: server, template, prefix } = inject('postgres');
  const name = `${prefix}${process.pid}_${made++}`;
  await onServer(server, `create database ${name} template ${migrated ? template : 'template0'}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, dataDir: '', poolSize: 8, ...settings });
  return {
    ...database,
    url: url.href,
    close: async () => {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** Runs one statement as the superuser, outside any database of the tests. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
