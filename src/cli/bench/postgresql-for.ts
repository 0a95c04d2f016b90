/** The PostgreSQL a measurement runs on: the one that is named, or the one a development dependency ships. */
import { UsageError } from '../program.ts';

export interface MeasuredServer {
  /** Of a database in which databases may be created. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function postgresqlFor(databaseUrl: string | null, _folder: string): Promise<MeasuredServer> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: () => Promise.resolve() };
  throw new UsageError('no');
}
