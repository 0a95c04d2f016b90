/**
 * Makes an API key for a person or a system and answers its secret, once. The journal keeps that a key was made, for
 * whom (by pseudonym) and with which roles; never the secret, never a name.
 */
import { hash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { insertKey, savePerson } from '../../db/queries/people.ts';
import { PersonId, type Instant, type Role } from '../domain/vocabulary.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { writeSteps } from '../../db/queries/step-write.ts';

export interface CreateKey {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Reference to the person in the body's directory; absent: a person of that name is made. */
  readonly person?: PersonId;
  readonly unit?: string;
  readonly expiresAt?: Instant;
}

/** 256 random bits: nothing to guess, so a plain hash is enough to store. */
const SECRET_BYTES = 32;

export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer');
export const newPseudonym = (): string => `a-${randomBytes(8).toString('hex')}`;

export async function createKey(
  runtime: Runtime,
  { name, roles, person, unit, expiresAt }: CreateKey,
): Promise<{ readonly secret: string; readonly personId: PersonId }> {
  const personId = person ?? `p-${randomBytes(6).toString('hex')}`;
  const secret = `lw_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const id = uuidv7();
  await runtime.knex.transaction(async (trx) => {
    const pseudonym = await savePerson(trx, runtime.tenant, {
      id: personId,
      name,
      pseudonym: newPseudonym(),
    });
    await insertKey(trx, runtime.tenant, {
      id,
      secretHash: hashSecret(secret),
      personId,
      roles,
      unit: unit ?? null,
      expiresAt: expiresAt ?? null,
    });
    const now = new Date().toISOString();
    const made = makeEntry({
      type: 'key.created',
      time: now,
      recorded: now,
      actor: runtime.systemPseudonym,
      outcome: 'done',
      disclosed: [{ name: 'data', value: { key: id, holder: pseudonym, roles, unit: unit ?? null } }],
    });
    await writeSteps(trx, runtime.tenant, [{ moves: [], entries: [made.entry], sealed: made.sealed }]);
  });
  return { secret, personId };
}
