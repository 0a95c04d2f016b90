/**
 * Signing in by a provider (OpenID Connect, authorization code with PKCE). State, nonce and verifier are derived from a
 * secret in the browser's cookie; the database knows its hash, and the first answer takes it away.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { findAccountBySubject } from '../../db/queries/accounts.ts';
import { claimAttempt, insertAttempt } from '../../db/queries/sessions.ts';
import { Problem } from '../contract/problems.ts';
import { hashSecret } from './create-key.ts';
import type { IdentityProvider, SignOnSecrets } from './identity-provider.ts';
import type { Runtime } from './runtime.ts';
import type { RefusalRecord } from './session-record.ts';
import { openSession } from './sessions.ts';
import { signInRefused, type SignedIn } from './sign-in.ts';

const secretsOf = (secret: string): SignOnSecrets => {
  const derived = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
};

const providerOf = ({ identityProvider }: Runtime): IdentityProvider => {
  if (!identityProvider)
    throw new Problem('not-found', { zh: '未配置单点登录', en: 'No single sign-on is set up' });
  return identityProvider;
};

/** Begins a sign-in: where the browser goes, and the secret it keeps meanwhile. */
export async function beginSignOn(
  runtime: Runtime,
): Promise<{ readonly secret: string; readonly address: string }> {
  const provider = providerOf(runtime);
  const secret = randomBytes(32).toString('base64url');
  const address = await provider.addressFor(secretsOf(secret));
  await insertAttempt(runtime.knex, runtime.tenant, hashSecret(secret));
  return { secret, address };
}

/** Ends a sign-in by what the provider answered. Throws `unauthenticated` without saying what was wrong. */
export async function finishSignOn(
  runtime: Runtime,
  {
    secret,
    answer,
    replaced,
  }: {
    readonly secret: string | undefined;
    readonly answer: Readonly<Record<string, string>>;
    readonly replaced: string | undefined;
  },
  recordRefusal: (of: RefusalRecord) => Promise<void>,
): Promise<SignedIn> {
  const provider = providerOf(runtime);
  const { knex, tenant } = runtime;
  const isKnown = secret !== undefined && (await claimAttempt(knex, tenant, hashSecret(secret)));
  const subject = isKnown ? await provider.subjectIn(answer, secretsOf(secret)) : null;
  const account =
    subject === null
      ? undefined
      : await findAccountBySubject(knex, tenant, { issuer: provider.issuer, subject });
  const opened = account
    ? await openSession(runtime, {
        account: account.id,
        person: account.person,
        way: 'oidc',
        hasSecondFactor: false,
        replaced,
      })
    : null;
  if (opened !== null) return { secret: opened, browser: null };
  await recordRefusal({ way: 'oidc' });
  throw signInRefused();
}
