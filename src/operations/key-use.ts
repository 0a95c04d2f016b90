/**
 * Keeps in which hour a key was last used. Written beside the request and not within it, by each process once an hour for a key:
 * a read costs no write, and what could not be written down is tried again at the next use.
 */
import { noteKeyUse } from '../../db/queries/keys.ts';
import type { Runtime } from './runtime.ts';

const AN_HOUR = 3_600_000;
/** About 100 bytes each. */
const MOST_NOTED = 10_000;

export function createKeyUse({ knex, tenant }: Pick<Runtime, 'knex' | 'tenant'>): (keyId: string) => void {
  const noted = new Map<string, number>();
  return (keyId) => {
    const hour = Math.floor(Date.now() / AN_HOUR);
    if (noted.get(keyId) === hour) return;
    if (noted.size >= MOST_NOTED) noted.clear();
    noted.set(keyId, hour);
    noteKeyUse(knex, tenant, keyId).catch(() => noted.delete(keyId));
  };
}
