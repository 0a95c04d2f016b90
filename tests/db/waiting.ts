/** For races that are provoked, not hoped for: waits until a session stands in front of somebody else's lock. */
import type { Knex } from 'knex';

/** Resolves as soon as `count` sessions of this database wait for a lock. */
export async function untilBlocked(db: Knex, count = 1): Promise<void> {
  for (;;) {
    const { rows } = await db.raw<{ rows: { waiting: number }[] }>(
      `select count(*) as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
}
