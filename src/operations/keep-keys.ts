/** Keys of persons and systems as an administrator keeps them: listed without secrets, made for others, revoked. */
import { findPerson, holdPerson } from '../../db/queries/directory.ts';
import { findKey, listKeys, revokeKey, type KeyRow } from '../../db/queries/keys.ts';
import type { KeyView } from '../contract/grants.ts';
import { Problem } from '../contract/problems.ts';
import { isGrantable } from '../domain/directory.ts';
import { CaseId, type Instant, type PersonId, type Role } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { changeDirectory, keep, keepFromOneself } from './change-directory.ts';
import { createKeyIn, type CreatedKey } from './create-key.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { keepUnit } from './keep-grants.ts';
import type { Runtime } from './runtime.ts';

/** A page of keys, the newest first, revoked ones too. */
export async function readKeys(
  runtime: Runtime,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: KeyView[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : (fromCursor(runtime, 'keys', cursor).id as string);
  const rows = await listKeys(runtime.knex, runtime.tenant, { before, limit: limit + 1 });
  const items = rows.slice(0, limit).map(toView);
  return {
    items,
    nextCursor: rows.length > limit ? toCursor(runtime, 'keys', { id: items.at(-1)?.id }) : null,
  };
}

export interface MakeKey {
  readonly person: PersonId;
  readonly name?: string;
  readonly roles: readonly string[];
  readonly unit?: string;
  readonly expiresAt?: Instant;
}

/** Makes a key for somebody the directory knows, and answers its secret, once. */
export async function makeKey(
  runtime: Runtime,
  asker: Asker,
  { person, name, roles, unit, expiresAt }: MakeKey,
): Promise<CreatedKey> {
  const known = await findPerson(runtime.knex, runtime.tenant, person);
  const about = { ...(known && { holder: known.pseudonym }), roles: roles.filter(isGrantable) };
  return changeDirectory(runtime, asker, { refusedAs: 'key.refused', about }, async (change) => {
    keep('role_is_known', roles.every(isGrantable));
    keepFromOneself(asker, person);
    const holder = await holdPerson(change.trx, change.tenant, person);
    keep('person_is_known', known !== undefined && holder?.pseudonym !== runtime.systemPseudonym);
    keep('person_has_not_left', holder?.leftAt === null);
    await keepUnit(change, { roles, unit: unit ?? null });
    keep('expires_later', expiresAt === undefined || Date.parse(expiresAt) > Date.now());
    return createKeyIn(change, {
      name: name ?? null,
      person,
      roles: [...new Set(roles)] as Role[],
      ...(unit !== undefined && { unit }),
      ...(expiresAt !== undefined && { expiresAt }),
    });
  });
}

/**
 * Revokes a key: it opens nothing from the next second on. One's own too, as it may have been seen by others; one that
 * is revoked already stays as it is. Throws `not-found`.
 */
export async function revokeKeyOf(runtime: Runtime, asker: Asker, id: string): Promise<KeyView> {
  const found = CaseId.safeParse(id).success ? await findKey(runtime.knex, runtime.tenant, id) : undefined;
  if (!found) throw new Problem('not-found', { zh: '没有该密钥', en: 'There is no such key' });
  return changeDirectory(runtime, asker, { refusedAs: 'key.refused' }, async ({ trx, tenant, note }) => {
    const holder = await holdPerson(trx, tenant, found.person);
    if (await revokeKey(trx, tenant, id)) await note('key.revoked', { key: id, holder: holder?.pseudonym });
    const row = await findKey(trx, tenant, id);
    if (!row) throw new Error('a key that was just revoked is not there');
    return toView(row);
  });
}

const toView = (row: KeyRow): KeyView => ({ ...row, roles: [...row.roles] });
