/**
 * Once for a whole run of the tests: a PostgreSQL (the one of TEST_DATABASE_URL, or one of our own), a migrated
 * database on it to clone, and an image of a migrated embedded database, kept between runs.
 */
import { hash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../db/connection.ts';
import { knexOf, openMemory } from '../db/embedded.ts';
import { loggerTo } from '../db/knex-log.ts';
import { migrate } from '../db/migrate.ts';
import { startPostgres, type PostgresServer } from '../src/cli/bench/packaged-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An URL that may create databases, the database to clone, and how names of this run begin. */
    postgres: { readonly url: string; readonly template: string; readonly prefix: string };
    /** Path of the image of a migrated embedded database. */
    embeddedImage: string;
  }
}

const CACHE = new URL('../node_modules/.cache/leeway/', import.meta.url);
const MIGRATIONS = new URL('../db/migrations/', import.meta.url);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server: PostgresServer = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startPostgres();
  const prefix = `leeway_test_${randomBytes(4).toString('hex')}_`;
  const teardown = async () => {
    try {
      if (given) await dropAll(given, prefix);
    } finally {
      await server.stop();
    }
  };
  try {
    const template = `${prefix}template`;
    await makeTemplate(server.url, template);
    // Not meanwhile: the embedded database would keep the other's answers waiting until they are too late.
    const image = await makeImage();
    project.provide('postgres', { url: server.url, template, prefix });
    project.provide('embeddedImage', image);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function makeTemplate(url: string, name: string): Promise<void> {
  await query(url, `create database ${name} template template0 encoding 'UTF8'`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  const database = await openDatabase({ url: target.href, dataDir: '' });
  try {
    await migrate(database.knex);
  } finally {
    await database.close();
  }
}

/** An embedded database takes seconds to make from nothing and less than one from an image. */
async function makeImage(): Promise<string> {
  const project = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { dependencies } = JSON.parse(project) as { dependencies: Record<string, string> };
  const migrations = readdirSync(MIGRATIONS).sort();
  const parts = migrations.map((name) => name + readFileSync(new URL(name, MIGRATIONS), 'utf8'));
  const file = new URL(
    `embedded-${hash('sha256', JSON.stringify([dependencies['@electric-sql/pglite'], ...parts])).slice(0, 16)}.tar`,
    CACHE,
  );
  if (existsSync(file)) return file.pathname;
  const embedded = await openMemory();
  const knex = knexOf(embedded, 10_000, loggerTo());
  try {
    await migrate(knex);
    const image = await embedded.dumpDataDir('none');
    mkdirSync(CACHE, { recursive: true });
    forgetImages();
    const draft = new URL(`${file.href}.${process.pid}`);
    writeFileSync(draft, Buffer.from(await image.arrayBuffer()));
    renameSync(draft, file);
  } finally {
    await knex.destroy();
  }
  return file.pathname;
}

/** Images of other days are of other migrations, most likely, and 40 MB each. */
function forgetImages(): void {
  for (const name of readdirSync(CACHE)) {
    const file = new URL(name, CACHE);
    if (Date.now() - statSync(file).mtimeMs > 24 * 3_600_000) rmSync(file, { force: true });
  }
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const { rows } = await query(
    url,
    `select datname from pg_database where left(datname, ${prefix.length}) = '${prefix}'`,
  );
  for (const { datname } of rows as { datname: string }[])
    await query(url, `drop database ${datname} with (force)`);
}

async function query(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
