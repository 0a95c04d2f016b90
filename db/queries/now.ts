/** The clock of clocks. */
import type { Knex } from 'knex';
import type { Instant } from '../../src/domain/vocabulary.ts';

/** Now, as terms are counted: a sandbox may have moved it. */
export async function findNow(db: Knex): Promise<Instant> {
  const { rows } = await db.raw<{ rows: { at: Instant }[] }>('select iso_instant(leeway_now()) as at');
  return (rows[0] as { at: Instant }).at;
}
