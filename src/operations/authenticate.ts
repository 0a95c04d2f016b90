/**
 * Finds who a bearer secret belongs to: a key, or an access token of a connected system. Answers are remembered for under
 * a second, so that a revoked one stops within one second.
 */
import { findTokenHolder } from '../../db/queries/clients.ts';
import { findKeyHolder, type KeyHolder } from '../../db/queries/people.ts';
import type { Owed } from '../domain/session.ts';
import type { Asker } from './acting.ts';
import { ACCESS_TOKEN } from './issue-token.ts';
import { createKeyUse } from './key-use.ts';
import { remembering } from './remember.ts';
import type { Runtime } from './runtime.ts';

export interface Authenticated extends Asker {
  readonly name?: string;
  /** What a session has to do before anything else; null or absent for nothing. */
  readonly owes?: Owed | null;
}

export function createAuthentication(runtime: Runtime): (secret: string) => Promise<Authenticated | null> {
  const noteUse = createKeyUse(runtime);
  const keys = remembering(async (secretHash) => {
    const found = await findKeyHolder(runtime.knex, runtime.tenant, secretHash);
    if (found) noteUse(found.keyId);
    return authenticatedBy(found, 'key');
  });
  const tokens = remembering(async (secretHash) =>
    authenticatedBy(await findTokenHolder(runtime.knex, runtime.tenant, secretHash), 'client'),
  );
  return (secret) => (secret.startsWith(ACCESS_TOKEN) ? tokens : keys).find(secret);
}

/** The holder of a secret as operations know them. */
export function authenticatedBy(found: KeyHolder | undefined, via: 'key' | 'client'): Authenticated | null {
  if (!found) return null;
  const { keyId, personId, roles, unit, name, bodies } = found;
  return { keyId, personId, roles, unit, bodies, via, ...(name !== null && { name }) };
}
