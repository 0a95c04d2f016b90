/** The PostgreSQL a measurement runs on: the one that is named, or the one a development dependency ships. */
import { startPostgres, type PostgresServer } from './packaged-postgres.ts';
import { UsageError } from '../program.ts';

/** A server in whose database other databases may be created. Throws a UsageError where there is none to be had. */
export async function postgresqlFor(databaseUrl: string | null): Promise<PostgresServer> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: () => Promise.resolve() };
  try {
    return await startPostgres();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it did not start';
    throw new UsageError(`There is no PostgreSQL to measure on: set DATABASE_URL. (${why})`);
  }
}
