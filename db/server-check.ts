/** Refuses a server that is too old, does not store Unicode, or has been told to forget; says what to do about it. */
import type { Knex } from 'knex';
import { UnsafeDatabase, UnsupportedDatabase } from './errors.ts';

export interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
}

/** The oldest PostgreSQL we test with. */
const OLDEST_VERSION = 15;

const WHAT_KEEPS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Throws `UnsupportedDatabase` or `UnsafeDatabase`. */
export async function checkServer({
  knex,
  kind,
}: {
  readonly knex: Knex;
  readonly kind: 'embedded' | 'postgresql';
}): Promise<void> {
  const { rows } = await knex.raw<{ rows: ServerFacts[] }>(
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('full_page_writes') as full_page_writes,
       current_setting('synchronous_commit') as synchronous_commit`,
  );
  judgeServer(rows[0] as ServerFacts, kind);
}

/** Durability is judged for PostgreSQL only: the embedded database makes no promise to be judged by. */
export function judgeServer(facts: ServerFacts, kind: 'embedded' | 'postgresql'): void {
  if (facts.version < OLDEST_VERSION)
    throw new UnsupportedDatabase(
      `The server is PostgreSQL ${facts.version}; Leeway needs ${OLDEST_VERSION} or newer. Upgrade the server.`,
    );
  if (facts.encoding !== 'UTF8')
    throw new UnsupportedDatabase(
      `The database stores text as ${facts.encoding}; Leeway needs UTF8. Create it with "encoding 'UTF8'".`,
    );
  if (kind === 'embedded') return;
  for (const setting of WHAT_KEEPS)
    if (facts[setting] === 'off')
      throw new UnsafeDatabase(
        `The server runs with ${setting} = off and would lose acknowledged records in a power cut. ` +
          `Set ${setting} = on (postgresql.conf, or the role's or database's own settings) and start again.`,
      );
}
