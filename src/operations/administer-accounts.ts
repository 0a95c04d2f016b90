/**
 * Accounts as administrators keep them: made, reset, disabled and enabled, their sessions seen and ended. Never one's own.
 * Journalled as the operator's acts are, with pseudonyms; a password is answered once and kept as a hash.
 */
import {
  endSessionOf,
  findKeptAccount,
  listAccounts,
  listSessionsOf,
  setDisabled,
  type KeptAccount,
  type KeptSession,
} from '../../db/queries/account-list.ts';
import { findAccountOf } from '../../db/queries/accounts.ts';
import { holdPerson } from '../../db/queries/directory.ts';
import { endOtherSessions } from '../../db/queries/sessions.ts';
import type { AccountView, OneTimePassword } from '../contract/accounts.ts';
import { Problem } from '../contract/problems.ts';
import { CaseId, type PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { changeDirectory, keep, keepFromOneself, type Change } from './change-directory.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { addAccount, oneTimePassword, putOneTimePassword } from './keep-accounts.ts';
import { hashPassword } from './passwords.ts';
import type { Runtime } from './runtime.ts';

const REFUSED = { refusedAs: 'account.refused' };

export interface AccountPage {
  readonly person?: PersonId;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of accounts by the reference of their person. */
export async function readAccounts(
  runtime: Runtime,
  { person, limit, cursor }: AccountPage,
): Promise<{ items: AccountView[]; nextCursor: string | null }> {
  const list = `accounts ${person ?? ''}`;
  const after = cursor === undefined ? null : (fromCursor(runtime, list, cursor).id as PersonId);
  const rows = await listAccounts(runtime.knex, runtime.tenant, {
    person: person ?? null,
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toView),
    nextCursor: rows.length > limit ? toCursor(runtime, list, { id: shown.at(-1)?.person }) : null,
  };
}

/** Makes an account for somebody the directory knows, and answers its one-time password. */
export async function makeAccount(
  runtime: Runtime,
  asker: Asker,
  { person, login }: { readonly person: PersonId; readonly login: string },
): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const id = await changeDirectory(runtime, asker, REFUSED, async (change) => {
    const { trx, tenant } = change;
    keepFromOneself(asker, person);
    const held = await holdPerson(trx, tenant, person);
    keep('person_is_known', held !== undefined && held.pseudonym !== runtime.systemPseudonym);
    keep('person_has_not_left', held?.leftAt === null);
    keep('account_is_new', (await findAccountOf(trx, tenant, person)) === undefined);
    const pseudonym = held?.pseudonym ?? '';
    return addAccount(runtime, change, {
      person,
      pseudonym,
      login,
      passwordHash,
      issuer: null,
      subject: undefined,
    });
  });
  return { id, person, password };
}

/** A one-time password in place of the one that was lost; every session of the account ends. */
export async function resetAccountOf(
  runtime: Runtime,
  asker: Asker,
  { id, clearSecondFactor }: { readonly id: string; readonly clearSecondFactor: boolean },
): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const person = await onAccount(runtime, asker, id, async (change, { account, holder }) => {
    keep('account_has_a_password', account.hasPassword);
    await putOneTimePassword(change, { id, holder, passwordHash, keepsSecondFactor: !clearSecondFactor });
    return account.person;
  });
  return { id, person, password };
}

/** Closes an account for a time, ending its sessions, or opens it again. What is so already stays so. */
export function disableAccount(
  runtime: Runtime,
  asker: Asker,
  { id, isDisabled }: { readonly id: string; readonly isDisabled: boolean },
): Promise<AccountView> {
  return onAccount(runtime, asker, id, async ({ trx, tenant, note }, { holder }) => {
    if (await setDisabled(trx, tenant, { id, by: isDisabled ? asker.personId : null })) {
      const sessions = isDisabled ? await endOtherSessions(trx, tenant, { account: id, but: null }) : 0;
      await note(isDisabled ? 'account.disabled' : 'account.enabled', {
        account: id,
        holder,
        ...(isDisabled && { sessions }),
      });
    }
    const after = await findKeptAccount(trx, tenant, id);
    if (!after) throw noSuchAccount();
    return toView(after);
  });
}

/** The open sessions of an account, the newest first. Throws `not-found`. */
export async function readSessionsOf(runtime: Runtime, id: string): Promise<{ items: KeptSession[] }> {
  await accountOf(runtime, id);
  return { items: await listSessionsOf(runtime.knex, runtime.tenant, id) };
}

/** Ends one session of an account, at once. Throws `not-found` where there is none that is open. */
export function endSessionFor(
  runtime: Runtime,
  asker: Asker,
  { id, session }: { readonly id: string; readonly session: string },
): Promise<void> {
  return onAccount(runtime, asker, id, async ({ trx, tenant, note }, { holder }) => {
    const isEnded =
      CaseId.safeParse(session).success && (await endSessionOf(trx, tenant, { account: id, session }));
    if (!isEnded) throw new Problem('not-found', { zh: '没有该登录会话', en: 'There is no such session' });
    await note('session.ended', { session, holder, why: 'ended_by_administrator' });
  });
}

/** Ends every session of an account at once, and its calendar feed, which would outlive them. */
export function endSessionsFor(runtime: Runtime, asker: Asker, id: string): Promise<AccountView> {
  return onAccount(runtime, asker, id, async ({ trx, tenant, note }, { account, holder }) => {
    const sessions = await endOtherSessions(trx, tenant, { account: id, but: null });
    if (sessions > 0) await note('account.sessions_ended', { account: id, holder, sessions });
    return toView({ ...account, sessions: 0 });
  });
}

/** Changes something of an account that is another's, its person held meanwhile. */
function onAccount<T>(
  runtime: Runtime,
  asker: Asker,
  id: string,
  work: (change: Change, of: { readonly account: KeptAccount; readonly holder: string }) => Promise<T>,
): Promise<T> {
  return changeDirectory(runtime, asker, REFUSED, async (change) => {
    const { person } = await accountOf(runtime, id, change);
    keepFromOneself(asker, person);
    const held = await holdPerson(change.trx, change.tenant, person);
    // Read again under the lock: a reset and an end of the same account do not pass each other.
    const account = await accountOf(runtime, id, change);
    if (!held) throw noSuchAccount();
    return work(change, { account, holder: held.pseudonym });
  });
}

async function accountOf(runtime: Runtime, id: string, change?: Change): Promise<KeptAccount> {
  const found = CaseId.safeParse(id).success
    ? await findKeptAccount(change?.trx ?? runtime.knex, runtime.tenant, id)
    : undefined;
  if (!found) throw noSuchAccount();
  return found;
}

const noSuchAccount = (): Problem =>
  new Problem('not-found', { zh: '没有该账号', en: 'There is no such account' });

function toView(row: KeptAccount): AccountView {
  const { hasPassword, isSingleSignOn, mustChange, ...rest } = row;
  return {
    ...rest,
    state: row.disabledAt !== null ? 'disabled' : hasPassword && mustChange ? 'one_time_password' : 'active',
    ways: [...(hasPassword ? ['password' as const] : []), ...(isSingleSignOn ? ['oidc' as const] : [])],
  };
}
