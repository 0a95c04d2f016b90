/** Figures about the journal for Prometheus: how long the oldest entry has waited for its place in the log. */
import type { Knex } from 'knex';
import { Gauge, type Registry } from 'prom-client';
import { findOldestPending } from '../../db/queries/journal-log.ts';

/** Adds the gauge; it asks the database when it is scraped, and says nothing while the database is away. */
export function watchJournal(registry: Registry, knex: Knex): void {
  const gauge = new Gauge({
    name: 'journal_oldest_pending_seconds',
    help: 'Age of the oldest journal entry that has no place in the log yet; alarm at 10',
    registers: [registry],
    async collect() {
      try {
        this.set(await findOldestPending(knex));
      } catch {
        this.reset(); // an old figure would look like a present one
      }
    },
  });
  gauge.set(0);
}
