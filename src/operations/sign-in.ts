/**
 * Signing in by name, password and code. Whatever is wrong (the name, the password, the code, too many tries, an account
 * that ended, nothing held) is answered with the same words after the same work, and put on record without a name.
 */
import { findAccountByLogin } from '../../db/queries/accounts.ts';
import { Problem } from '../contract/problems.ts';
import { isPassword } from './passwords.ts';
import type { Runtime } from './runtime.ts';
import { takeCode } from './second-factor.ts';
import type { RefusalRecord } from './session-record.ts';
import { openSession } from './sessions.ts';
import type { SignInGuard } from './sign-in-guard.ts';

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
  /** The line it comes from. */
  readonly source: string;
  /** What the browser shows of an earlier sign-in. */
  readonly browser: string | undefined;
  /** Secret of the session the browser has; it ends. */
  readonly replaced: string | undefined;
}

export interface SignedIn {
  readonly secret: string;
  /** What makes the browser known from now on; null for a sign-in by a provider. */
  readonly browser: string | null;
}

/** One spelling of a login name. */
export const plainLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

/** Throws `unauthenticated`. */
export async function signIn(
  runtime: Runtime,
  { login, password, code, source, browser, replaced }: SignIn,
  {
    guard,
    recordRefusal,
  }: { readonly guard: SignInGuard; readonly recordRefusal: (of: RefusalRecord) => Promise<void> },
): Promise<SignedIn> {
  const { knex, tenant } = runtime;
  const name = plainLogin(login);
  const account = await findAccountByLogin(knex, tenant, name);
  const ticket = await guard.admit({ login: name, source, browser, account });
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  if (account && isRight && ticket.isAdmitted && !account.isStale) {
    const hasSecondFactor = account.isConfirmed && (await takeCode(runtime, knex, account, code));
    const secret =
      account.isConfirmed && !hasSecondFactor
        ? null
        : await openSession(runtime, {
            account: account.id,
            person: account.person,
            way: 'password',
            hasSecondFactor,
            replaced,
          });
    if (secret !== null) {
      await ticket.passed();
      return { secret, browser: guard.markBrowser(account) };
    }
  }
  await ticket.failed();
  await recordRefusal({
    way: 'password',
    isKnownBrowser: ticket.isKnownBrowser,
    ...(ticket.isFirstLocked && { locked: { pseudonym: account?.pseudonym ?? null } }),
  });
  throw signInRefused();
}

/** The one answer to whoever may not sign in. */
export const signInRefused = (): Problem =>
  new Problem('unauthenticated', {
    zh: '登录名、密码或者验证码不正确，或者暂时不得再试',
    en: 'Name, password or code is wrong, or there were too many tries for now',
  });
