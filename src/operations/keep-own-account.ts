/** What people do with their own account while signed in: another password, a second factor. Both ask for the password. */
import {
  confirmSecondFactor,
  findAccount,
  replaceRecoveryCodes,
  setPassword,
  setSecondFactor,
  type AccountRow,
} from '../../db/queries/accounts.ts';
import { endOtherSessions, type SessionRow } from '../../db/queries/sessions.ts';
import { Problem } from '../contract/problems.ts';
import type { Words } from '../domain/vocabulary.ts';
import { hashSecret } from './create-key.ts';
import { passwordRefusal } from './password-policy.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { Runtime } from './runtime.ts';
import { newRecoveryCodes, newSecondFactor, stepOf, takeCode } from './second-factor.ts';
import { recordOf } from './session-record.ts';
import { endBy, renewed, sessionOf } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';
import type { SignInGuard } from './sign-in-guard.ts';

interface Own {
  readonly row: SessionRow;
  readonly account: AccountRow;
  /** Ends the session where its holder guesses too often. Throws `validation-failed` at `pointer`, or `unauthenticated`. */
  readonly wrong: (pointer: string, message: Words) => Promise<never>;
}

/** Another password; every other session of the account ends, and this one gets another secret. */
export async function changePassword(
  runtime: Runtime,
  secret: string | undefined,
  { current, password }: { readonly current: string; readonly password: string },
  guard: SignInGuard,
): Promise<SignedIn> {
  const { row, account, wrong } = await ownOf(runtime, secret, guard);
  if (!(await isPassword(account.passwordHash, current))) await wrong('/current', WRONG_PASSWORD);
  const refusal = passwordRefusal(password, { login: account.login ?? '', name: account.name, current });
  if (refusal) throw invalid('/password', refusal);
  const passwordHash = await hashPassword(password);
  const fresh = await runtime.knex.transaction(async (trx) => {
    await setPassword(trx, runtime.tenant, { id: account.id, passwordHash, mustChange: false });
    const ended = await endOtherSessions(trx, runtime.tenant, { account: account.id, but: row.id });
    await recordOf(runtime, trx, 'password.changed', {
      by: account.person,
      data: { session: row.id, sessionsEnded: ended },
    });
    return renewed(runtime, trx, { id: row.id });
  });
  runtime.onWritten?.();
  const changed = await findAccount(runtime.knex, runtime.tenant, account.id);
  return { secret: fresh, browser: guard.markBrowser(changed ?? account) };
}

/** Begins a second factor, in place of one there is, whose code is asked for then. It counts once it is confirmed. */
export async function enrolSecondFactor(
  runtime: Runtime,
  secret: string | undefined,
  { password, code }: { readonly password: string; readonly code?: string },
  guard: SignInGuard,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const { row, account, wrong } = await ownOf(runtime, secret, guard);
  if (!(await isPassword(account.passwordHash, password))) await wrong('/password', WRONG_PASSWORD);
  if (account.isConfirmed && !(await takeCode(runtime, runtime.knex, account, code)))
    await wrong('/code', WRONG_CODE);
  const { sealed, ...shown } = newSecondFactor(runtime, account);
  await runtime.knex.transaction(async (trx) => {
    await setSecondFactor(trx, runtime.tenant, { id: account.id, sealed });
    await recordOf(runtime, trx, 'second_factor.begun', { by: account.person, data: { session: row.id } });
  });
  runtime.onWritten?.();
  return shown;
}

/** Confirms the second factor by its first code. Other sessions of the account end; this one gets another secret. */
export async function confirmOwnSecondFactor(
  runtime: Runtime,
  secret: string | undefined,
  code: string,
  guard: SignInGuard,
): Promise<{ readonly secret: string; readonly recoveryCodes: string[] }> {
  const { row, account, wrong } = await ownOf(runtime, secret, guard);
  if (account.secondFactor === null || account.isConfirmed) throw nothingBegun();
  const step = stepOf(runtime, account, code) ?? (await wrong('/code', WRONG_CODE));
  const { codes, hashes } = newRecoveryCodes();
  const fresh = await runtime.knex.transaction(async (trx) => {
    const { tenant } = runtime;
    if (!(await confirmSecondFactor(trx, tenant, { id: account.id, step }))) throw nothingBegun();
    await replaceRecoveryCodes(trx, tenant, { id: account.id, hashes });
    const ended = await endOtherSessions(trx, tenant, { account: account.id, but: row.id });
    await recordOf(runtime, trx, 'second_factor.confirmed', {
      by: account.person,
      data: { session: row.id, sessionsEnded: ended },
    });
    return renewed(runtime, trx, { id: row.id, hasSecondFactor: true });
  });
  runtime.onWritten?.();
  return { secret: fresh, recoveryCodes: codes };
}

/** The session of a secret and the account behind it. Throws `not-found` where there is none, or it has no password. */
async function ownOf(runtime: Runtime, secret: string | undefined, guard: SignInGuard): Promise<Own> {
  const row = await sessionOf(runtime, secret);
  const account = await findAccount(runtime.knex, runtime.tenant, row.account);
  if (typeof account?.passwordHash !== 'string' || row.way !== 'password')
    throw new Problem('not-found', {
      zh: '单点登录的密码和验证由身份提供方管理',
      en: 'Password and second factor of a single sign-on are kept by its provider',
    });
  return {
    row,
    account,
    wrong: async (pointer, message) => {
      if (await guard.again(row.id)) throw invalid(pointer, message);
      await endBy(runtime, hashSecret(secret ?? ''), 'too_many_tries');
      throw new Problem('unauthenticated');
    },
  };
}

const WRONG_PASSWORD = { zh: '现用密码不正确', en: 'This is not the present password' } as const;
const WRONG_CODE = { zh: '验证码不正确或者已经用过', en: 'The code is wrong, or was used before' } as const;

const invalid = (pointer: string, message: Words): Problem =>
  new Problem('validation-failed', message, { errors: [{ pointer, message }] });

const nothingBegun = (): Problem =>
  new Problem('request-closed', {
    zh: '没有待确认的第二验证要素',
    en: 'No second factor waits to be confirmed',
  });
