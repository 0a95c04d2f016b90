/** The use cases of signing in, bound to one runtime: what they share (tries that were counted, sessions remembered) is here. */
import type { PersonId } from '../domain/vocabulary.ts';
import type { SessionView } from '../contract/session.ts';
import { hashSecret } from './create-key.ts';
import { issueToken, type TokenRequest } from './issue-token.ts';
import {
  createAccount,
  createClient,
  endClient,
  endUser,
  resetAccount,
  revokeKeys,
  type CreateAccount,
} from './keep-accounts.ts';
import { changePassword, confirmOwnSecondFactor, enrolSecondFactor } from './keep-own-account.ts';
import type { Runtime } from './runtime.ts';
import { createRefusalRecord } from './session-record.ts';
import { createSessionAuthentication, endBy, lookAtSession, readSession, switchPost } from './sessions.ts';
import { beginSignOn, finishSignOn } from './single-sign-on.ts';
import { signIn, type SignedIn, type SignIn } from './sign-in.ts';
import { createSignInGuard } from './sign-in-guard.ts';

export function bindSessions(runtime: Runtime) {
  const guard = createSignInGuard(runtime, runtime.signInLimits);
  const recordRefusal = createRefusalRecord(runtime);
  const sessions = createSessionAuthentication(runtime);
  /** Does something to a session, which is looked up again afterwards. */
  const changing = async <T>(secret: string | undefined, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      if (secret !== undefined) sessions.forget(secret);
    }
  };
  const viewed = async <T extends { readonly secret: string }>(
    given: T,
  ): Promise<T & { readonly session: SessionView }> => ({
    ...given,
    session: await readSession(runtime, given.secret),
  });

  return {
    authenticateSession: (
      secret: string,
      { isBackground }: { readonly isBackground: boolean } = { isBackground: false },
    ) => (isBackground ? lookAtSession(runtime, secret) : sessions.find(secret)),
    signIn: (command: SignIn) =>
      changing(command.replaced, async () =>
        viewed(await signIn(runtime, command, { guard, recordRefusal })),
      ),
    readSession: (secret: string | undefined) => readSession(runtime, secret),
    endSession: (secret: string | undefined) =>
      changing(secret, async () => {
        if (secret !== undefined) await endBy(runtime, hashSecret(secret), 'signed_out');
      }),
    switchPost: (secret: string | undefined, unit: string | null) =>
      changing(secret, () => switchPost(runtime, secret, unit)),
    changePassword: (secret: string | undefined, of: Parameters<typeof changePassword>[2]) =>
      changing(secret, async () => viewed<SignedIn>(await changePassword(runtime, secret, of, guard))),
    enrolSecondFactor: (secret: string | undefined, of: Parameters<typeof enrolSecondFactor>[2]) =>
      changing(secret, () => enrolSecondFactor(runtime, secret, of, guard)),
    confirmSecondFactor: (secret: string | undefined, code: string) =>
      changing(secret, async () => viewed(await confirmOwnSecondFactor(runtime, secret, code, guard))),
    beginSignOn: () => beginSignOn(runtime),
    finishSignOn: (of: Parameters<typeof finishSignOn>[1]) =>
      changing(of.replaced, () => finishSignOn(runtime, of, recordRefusal)),
    issueToken: (request: TokenRequest) => issueToken(runtime, request, recordRefusal),
    createAccount: (command: CreateAccount) => createAccount(runtime, command),
    resetAccount: (person: PersonId) => resetAccount(runtime, person),
    endUser: (person: PersonId) => endUser(runtime, person),
    revokeKeys: (which: Parameters<typeof revokeKeys>[1]) => revokeKeys(runtime, which),
    createClient: (of: Parameters<typeof createClient>[1]) => createClient(runtime, of),
    endClient: (id: string) => endClient(runtime, id),
  };
}
