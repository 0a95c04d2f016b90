/**
 * Accounts and clients as the operator keeps them, from the command line: made, reset, ended. The first administrator of
 * a body is made this way. Journalled with pseudonyms; a login name is nowhere in the journal.
 */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  endAccounts,
  findAccountOf,
  insertAccount,
  removeSecondFactor,
  setPassword,
} from '../../db/queries/accounts.ts';
import { insertClient, revokeClient } from '../../db/queries/clients.ts';
import { endEverything, holdPerson } from '../../db/queries/directory.ts';
import { hasSameGrant, insertGrant, listRolesOf } from '../../db/queries/grants.ts';
import { listOpenKeys, revokeKey } from '../../db/queries/keys.ts';
import { savePerson } from '../../db/queries/people.ts';
import { endOtherSessions } from '../../db/queries/sessions.ts';
import { holdUnit } from '../../db/queries/units.ts';
import { Problem } from '../contract/problems.ts';
import { mixesAdministration } from '../domain/directory.ts';
import type { PersonId, Role } from '../domain/vocabulary.ts';
import { changeDirectory, keep, type Change } from './change-directory.ts';
import { hashSecret, newPseudonym } from './create-key.ts';
import { noSuchPerson } from './keep-people.ts';
import { hashPassword, randomReadable } from './passwords.ts';
import type { Runtime } from './runtime.ts';
import { fingerprintOf, newSealKey } from './sealing.ts';
import { plainLogin } from './sign-in.ts';

export interface CreateAccount {
  readonly name: string;
  readonly login?: string;
  /** What the provider of the single sign-on calls the person. */
  readonly subject?: string;
  /** Absent: a person of that name is made. */
  readonly person?: PersonId;
  readonly roles: readonly Role[];
  readonly unit?: string;
}

export interface CreatedAccount {
  readonly person: PersonId;
  /** Good for one thing: changing it within a week. null for an account without a login name. */
  readonly password: string | null;
}

/** 80 random bits in letters that are not mistaken. */
export const oneTimePassword = (): string => randomReadable(16);

/** Who acts where the operator does. */
const OPERATOR = 'system';

/** Makes an account, with posts for the roles. Throws `Problem`: directory-conflict, validation-failed. */
export async function createAccount(
  runtime: Runtime,
  { name, login, subject, person, roles, unit }: CreateAccount,
): Promise<CreatedAccount> {
  const issuer = subject === undefined ? null : (runtime.identityProvider?.issuer ?? null);
  if (subject !== undefined && issuer === null)
    throw new Problem('not-found', {
      zh: '未配置单点登录',
      en: 'No single sign-on is set up: see LEEWAY_OIDC_ISSUER',
    });
  const password = login === undefined ? null : oneTimePassword();
  const passwordHash = password === null ? null : await hashPassword(password);
  const id = person ?? `p-${randomBytes(6).toString('hex')}`;
  await changeDirectory(runtime, null, { refusedAs: 'account.refused', about: { roles } }, async (change) => {
    const { trx, tenant } = change;
    const pseudonym = await savePerson(trx, tenant, { id, name, pseudonym: newPseudonym() });
    const held = await holdPerson(trx, tenant, id);
    keep('person_is_known', pseudonym !== runtime.systemPseudonym);
    keep('person_has_not_left', held?.leftAt === null);
    keep('account_is_new', (await findAccountOf(trx, tenant, id)) === undefined);
    await addAccount(runtime, change, { person: id, pseudonym, login, passwordHash, issuer, subject });
    await givePosts(change, { person: id, pseudonym, roles, unit: unit ?? null });
  });
  return { person: id, password };
}

/** The account itself, within a change; answers its identifier. */
export async function addAccount(
  runtime: Runtime,
  { trx, tenant, note }: Change,
  of: {
    readonly person: PersonId;
    readonly pseudonym: string;
    readonly login: string | undefined;
    readonly passwordHash: string | null;
    readonly issuer: string | null;
    readonly subject: string | undefined;
  },
): Promise<string> {
  const { person, pseudonym, login, passwordHash, issuer, subject } = of;
  const key = newSealKey(runtime.masterKey);
  await insertAccount(trx, tenant, {
    id: key.id,
    person,
    login: login === undefined ? null : plainLogin(login),
    passwordHash,
    issuer,
    subject: subject ?? null,
    wrapped: key.wrapped,
    wrappedBy: fingerprintOf(runtime.masterKey),
  });
  await note('account.created', {
    account: key.id,
    holder: pseudonym,
    ways: [...(login === undefined ? [] : ['password']), ...(subject === undefined ? [] : ['oidc'])],
  });
  return key.id;
}

/** A post for each role that the person does not hold there already. */
async function givePosts(
  { trx, tenant, note }: Change,
  of: {
    readonly person: PersonId;
    readonly pseudonym: string;
    readonly roles: readonly Role[];
    readonly unit: string | null;
  },
): Promise<void> {
  const { person, pseudonym, roles, unit } = of;
  if (unit !== null) keep('unit_is_known', await holdUnit(trx, tenant, unit));
  keep('subject_unit_has_a_unit', unit !== null || !roles.includes('subject_unit'));
  keep(
    'administrators_hold_no_case_role',
    !mixesAdministration([...roles, ...(await listRolesOf(trx, tenant, person))]),
  );
  for (const role of roles) {
    const grant = {
      id: uuidv7(),
      person,
      role,
      unit,
      kind: 'post' as const,
      inPlaceOf: null,
      from: null,
      until: null,
      basis: null,
      grantedBy: OPERATOR,
    };
    if (await hasSameGrant(trx, tenant, grant)) continue;
    await insertGrant(trx, tenant, grant);
    await note('grant.made', { grant: grant.id, holder: pseudonym, role, unit, kind: 'post' });
  }
}

/** A one-time password in place of the one that was lost; the second factor goes, and every session ends. */
export async function resetAccount(
  runtime: Runtime,
  person: PersonId,
): Promise<{ readonly password: string }> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await changeDirectory(runtime, null, { refusedAs: 'account.refused' }, async (change) => {
    const held = await holdPerson(change.trx, change.tenant, person);
    const account = await findAccountOf(change.trx, change.tenant, person);
    if (!held || typeof account?.login !== 'string')
      throw new Problem('not-found', {
        zh: '该人员没有以密码登录的账号',
        en: 'This person has no account with a password',
      });
    const { id } = account;
    await putOneTimePassword(change, { id, holder: held.pseudonym, passwordHash, keepsSecondFactor: false });
  });
  return { password };
}

/** A one-time password for an account, within a change: every session of it ends. */
export async function putOneTimePassword(
  { trx, tenant, note }: Change,
  of: {
    readonly id: string;
    readonly holder: string;
    readonly passwordHash: string;
    readonly keepsSecondFactor: boolean;
  },
): Promise<void> {
  const { id, holder, passwordHash, keepsSecondFactor } = of;
  await setPassword(trx, tenant, { id, passwordHash, mustChange: true });
  if (!keepsSecondFactor) await removeSecondFactor(trx, tenant, id);
  const sessions = await endOtherSessions(trx, tenant, { account: id, but: null });
  await note('account.reset', {
    account: id,
    holder,
    sessions,
    ...(keepsSecondFactor && { secondFactor: 'kept' }),
  });
}

/** Lets a person go: account, sessions, keys, posts and substitutions end at once. */
export function endUser(runtime: Runtime, person: PersonId): Promise<{ readonly isNew: boolean }> {
  return changeDirectory(
    runtime,
    null,
    { refusedAs: 'person.refused' },
    async ({ trx, tenant, at, note }) => {
      const known = await holdPerson(trx, tenant, person);
      if (!known || known.pseudonym === runtime.systemPseudonym) throw noSuchPerson();
      const account = await findAccountOf(trx, tenant, person);
      const sessions = account ? await endOtherSessions(trx, tenant, { account: account.id, but: null }) : 0;
      const accounts = await endAccounts(trx, tenant, person);
      if (known.leftAt !== null) return { isNew: false };
      const ended = await endEverything(trx, tenant, { person, leftAt: at, by: OPERATOR });
      await note('person.left', { person: known.pseudonym, leftAt: at, ...ended, accounts, sessions });
      return { isNew: true };
    },
  );
}

/** Revokes one key, or every key of a person; answers how many. */
export function revokeKeys(
  runtime: Runtime,
  which: { readonly id: string } | { readonly person: PersonId },
): Promise<number> {
  return changeDirectory(runtime, null, { refusedAs: 'key.refused' }, async ({ trx, tenant, note }) => {
    const found = await listOpenKeys(trx, tenant, which);
    for (const { id, person } of found) {
      const holder = await holdPerson(trx, tenant, person);
      if (await revokeKey(trx, tenant, id)) await note('key.revoked', { key: id, holder: holder?.pseudonym });
    }
    return found.length;
  });
}

export interface CreatedClient {
  readonly id: string;
  readonly secret: string;
}

/** Makes a client of OAuth 2.0 for a connected system; its secret is answered once. */
export async function createClient(
  runtime: Runtime,
  { name, roles, unit }: { readonly name: string; readonly roles: readonly Role[]; readonly unit?: string },
): Promise<CreatedClient> {
  const id = uuidv7();
  const person = `c-${randomBytes(6).toString('hex')}`;
  const secret = `lo_${randomBytes(32).toString('base64url')}`;
  await changeDirectory(runtime, null, { refusedAs: 'client.refused', about: { roles } }, async (change) => {
    const { trx, tenant, note } = change;
    keep('administrators_are_persons', !roles.includes('administrator'));
    const pseudonym = await savePerson(trx, tenant, { id: person, name, pseudonym: newPseudonym() });
    await insertClient(trx, tenant, {
      id,
      secretHash: hashSecret(secret),
      person,
      roles,
      unit: unit ?? null,
    });
    await note('client.created', { client: id, holder: pseudonym, roles, unit: unit ?? null });
  });
  return { id, secret };
}

/** Revokes a client with all its tokens; answers whether there was one. */
export function endClient(runtime: Runtime, id: string): Promise<boolean> {
  return changeDirectory(runtime, null, { refusedAs: 'client.refused' }, async ({ trx, tenant, note }) => {
    const revoked = await revokeClient(trx, tenant, id);
    if (!revoked) return false;
    const holder = await holdPerson(trx, tenant, revoked.person);
    await note('client.revoked', { client: id, holder: holder?.pseudonym });
    return true;
  });
}
