/** Requests already answered, kept 7 days for those who ask again. */
import type { Knex } from 'knex';

/** Removes those older than that; answers how many. */
export async function forgetAnswered(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>('select forget_answered() as count');
  return rows[0]?.count ?? 0;
}
