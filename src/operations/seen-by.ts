/** Reads for an asker run behind the second wall, each in a transaction of its own. Nothing that writes goes this way. */
import type { Knex } from 'knex';
import { behindWall, type Reader } from '../../db/second-wall.ts';
import { askingOf, type Asker } from './acting.ts';
import type { Runtime } from './runtime.ts';

/** The asker as the wall knows them. */
export const readerOf = (asker: Asker): Reader => ({
  ...askingOf(asker),
  isAuditor: asker.roles.includes('auditor'),
});

/**
 * Runs `work` with a handle that shows what the asker may know of, and no more; on the replica where `from` says so.
 * Everything `work` reads goes through that handle: another one would wait for it on the embedded database.
 */
export const seenBy = <T>(
  runtime: Runtime,
  asker: Asker,
  work: (db: Knex) => Promise<T>,
  from: 'primary' | 'replica' = 'primary',
): Promise<T> => seenByReader(runtime, readerOf(asker), work, from);

/** The same for an asker whose sight was settled otherwise: an auditor counts what they do not read. */
export const seenByReader = <T>(
  { knex, replica, tenant, hasSecondWall }: Runtime,
  reader: Reader,
  work: (db: Knex) => Promise<T>,
  from: 'primary' | 'replica' = 'primary',
): Promise<T> => {
  const db = from === 'primary' ? knex : replica;
  return hasSecondWall ? behindWall(db, tenant, reader, work) : work(db);
};
