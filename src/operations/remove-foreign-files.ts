/**
 * Lets go of files in the store that belong to no row: what a process left there that died between the store and the
 * database. Their keys went with it, so nobody could open them.
 */
import { listForeignNames } from '../../db/queries/evidence.ts';
import type { Runtime } from './runtime.ts';

/** Hours after which a file without a row belongs to nobody: far more than any upload takes. */
const GRACE_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Answers how many there were. Nothing to do where no evidence is kept. */
export async function removeForeignFiles({ evidence, knex, tenant }: Runtime): Promise<number> {
  if (!evidence) return 0;
  let removed = 0;
  for await (const names of evidence.store.names(new Date(Date.now() - GRACE_HOURS * HOUR_MS)))
    for (const name of await listForeignNames(knex, tenant, names)) {
      await evidence.store.remove(name);
      removed += 1;
    }
  return removed;
}
