/**
 * Finds who a bearer secret belongs to. Answers are remembered for under a second, so that a revoked key stops within
 * one second and a busy client does not cost a look-up a request.
 */
import { findKeyHolder } from '../../db/queries/people.ts';
import type { Asker } from './acting.ts';
import { hashSecret } from './create-key.ts';
import type { Runtime } from './runtime.ts';

/** Milliseconds a found key is believed; unknown ones are looked up every time. */
const REMEMBERED_MS = 800;
const MOST_REMEMBERED = 10_000;

export interface Authenticated extends Asker {
  readonly name?: string;
}

export function createAuthentication(runtime: Runtime): (secret: string) => Promise<Authenticated | null> {
  const remembered = new Map<string, { readonly holder: Authenticated; readonly until: number }>();
  return async (secret) => {
    const secretHash = hashSecret(secret);
    const key = secretHash.toString('base64');
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.holder;
    const found = await findKeyHolder(runtime.knex, secretHash);
    remembered.delete(key);
    if (!found) return null;
    const { keyId, personId, roles, unit, name } = found;
    const holder = { keyId, personId, roles, unit, ...(name !== null && { name }) };
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, { holder, until: performance.now() + REMEMBERED_MS });
    return holder;
  };
}
