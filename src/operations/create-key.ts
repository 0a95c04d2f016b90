/**
 * Makes an API key for a person or a system and answers its secret, once. The journal keeps that a key was made, for
 * whom (by pseudonym) and with which roles; never the secret, never a name.
 */
import { hash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { listRolesOf } from '../../db/queries/grants.ts';
import { insertKey, savePerson } from '../../db/queries/people.ts';
import { mixesAdministration } from '../domain/directory.ts';
import { PersonId, type Instant, type Role } from '../domain/vocabulary.ts';
import { changeDirectory, keep, type Change } from './change-directory.ts';
import type { Runtime } from './runtime.ts';

export interface CreateKey {
  /** What the key is called, and the person that is made for it; null: nobody said. */
  readonly name: string | null;
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

export interface CreatedKey {
  readonly id: string;
  readonly secret: string;
  readonly personId: PersonId;
}

/** For the operator. Throws `Problem` where the person may not have such a key: directory-conflict. */
export const createKey = (runtime: Runtime, command: CreateKey): Promise<CreatedKey> =>
  changeDirectory(runtime, null, { refusedAs: 'key.refused', about: { roles: command.roles } }, (change) =>
    createKeyIn(change, command),
  );

/** Within a change; a person who is not known is made known. */
export async function createKeyIn(
  { trx, tenant, note }: Change,
  { name, roles, person, unit, expiresAt }: CreateKey,
): Promise<CreatedKey> {
  const personId = person ?? `p-${randomBytes(6).toString('hex')}`;
  const secret = `lw_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const id = uuidv7();
  const pseudonym = await savePerson(trx, tenant, { id: personId, name, pseudonym: newPseudonym() });
  keep(
    'administrators_hold_no_case_role',
    !mixesAdministration([...roles, ...(await listRolesOf(trx, tenant, personId))]),
  );
  await insertKey(trx, tenant, {
    id,
    secretHash: hashSecret(secret),
    personId,
    roles,
    unit: unit ?? null,
    expiresAt: expiresAt ?? null,
    name,
  });
  await note('key.created', { key: id, holder: pseudonym, roles, unit: unit ?? null });
  return { id, secret, personId };
}
