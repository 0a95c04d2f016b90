/**
 * Brings a database up to what this program needs. Safe with any number of processes starting at once: they take turns
 * on an advisory lock, all in one transaction, so that a failed migration, or a killed one, leaves nothing behind.
 */
import { readdirSync } from 'node:fs';
import type { Knex } from 'knex';
import { DatabaseNewer } from './errors.ts';
import { withoutLimits } from './postgresql.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const MIGRATION_FILE = /^(\d{14}_\w+)\.(?:ts|js)$/;
const TABLE = 'migrations';

/** Any number will do, so long as nothing else in the database uses it. */
const LOCK = 0x1ee7_3a71;

/** Recorded without their extension: `.ts` in development and `.js` in a build are one migration, not two. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(knownMigrations()),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const file = readdirSync(FOLDER).find((each) => MIGRATION_FILE.exec(each)?.[1] === name);
    return import(/* @vite-ignore */ new URL(file ?? name, FOLDER).href) as Promise<Knex.Migration>;
  },
};

/** For `knex.migrate`. */
export const migrationConfig = { migrationSource, tableName: TABLE } satisfies Knex.MigratorConfig;

function knownMigrations(): string[] {
  return readdirSync(FOLDER)
    .flatMap((name) => MIGRATION_FILE.exec(name)?.[1] ?? [])
    .sort();
}

/**
 * Runs what is missing, in order; answers the names. Running it again changes nothing.
 * Throws `DatabaseNewer` when the database has migrations this program does not know.
 */
export function migrate(db: Knex, onStep: (name: string) => void = () => undefined): Promise<string[]> {
  return withoutLimits(db, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    await pendingMigrations(trx);
    // Other processes may be at work on the tables: rather fail than stop them all behind a waiting lock.
    await trx.raw(`set local lock_timeout = '10s'`);
    const [, done] = (await trx.migrate.latest({
      ...migrationConfig,
      beforeEach: (_, migrations) => {
        migrations.forEach((name) => {
          onStep(name as string);
        });
        return Promise.resolve();
      },
    })) as [number, string[]];
    return done;
  });
}

/** The migrations this program knows and the database lacks, in order. Throws `DatabaseNewer` the other way round. */
export async function pendingMigrations(db: Knex): Promise<string[]> {
  const known = knownMigrations();
  const { rows: found } = await db.raw<{ rows: { present: boolean }[] }>(
    `select to_regclass('${TABLE}') is not null as present`,
  );
  if (found[0]?.present !== true) return known;
  const applied = (await db<{ name: string }>(TABLE).select('name')).map(({ name }) => name);
  const unknown = applied.filter((name) => !known.includes(name)).sort();
  if (unknown.length > 0)
    throw new DatabaseNewer(
      `The database has migrations this program does not know (${unknown.join(', ')}); ` +
        `its own latest is ${known.at(-1) ?? 'none'}. Start the version of Leeway that made them, or a newer one.`,
    );
  return known.filter((name) => !applied.includes(name));
}
