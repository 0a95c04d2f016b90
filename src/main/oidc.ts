/**
 * Speaks to the provider of a single sign-on (OpenID Connect): the authorization code flow with PKCE, state and nonce.
 * Every request goes out by `outgoing.ts`: https alone unless the issuer is this very machine, no redirects followed.
 */
import { readFileSync, statSync } from 'node:fs';
import * as client from 'openid-client';
import { Problem } from '../contract/problems.ts';
import type { IdentityProvider } from '../operations/identity-provider.ts';
import { createOutgoing, OutgoingRefused } from '../operations/outgoing.ts';
import { SecretError } from './master-key.ts';
import { isLoopback, type OidcSettings } from './settings.ts';

/** Milliseconds for which what the provider says of itself is believed. */
const DISCOVERED_MS = 3_600_000;

/** A subject is ASCII, 255 characters at most (OpenID Connect Core, 2). */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** Signatures by a key pair: none, and none by the client's own secret. */
const SIGNATURES = ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512'];

/** The provider of these settings. Throws a SecretError where the secret cannot be read. */
export function createIdentityProvider(
  { issuer, clientId, clientSecretFile }: OidcSettings,
  publicUrl: string,
): IdentityProvider {
  const secret = readSecret(clientSecretFile);
  const redirectUri = `${publicUrl}/api/v1/session/oidc/callback`;
  const isOwnMachine = isLoopback(issuer);
  const outgoing = createOutgoing({ allowHosts: [new URL(issuer).hostname], isSandbox: isOwnMachine });
  let known: { readonly configuration: client.Configuration; readonly until: number } | null = null;

  const configured = async (): Promise<client.Configuration> => {
    if (known && known.until > performance.now()) return known.configuration;
    const configuration = await client.discovery(
      new URL(issuer),
      clientId,
      secret,
      client.ClientSecretBasic(secret),
      {
        [client.customFetch]: outgoing.fetch,
        // The signature of every token is checked, and not the line alone that it came by. What may go without TLS is
        // decided by the outgoing door; here it is only let through to it.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, and meant for this
        execute: [client.enableNonRepudiationChecks, ...(isOwnMachine ? [client.allowInsecureRequests] : [])],
      },
    );
    known = { configuration, until: performance.now() + DISCOVERED_MS };
    return configuration;
  };

  return {
    issuer,
    addressFor: ({ state, nonce, verifier }) =>
      orAway(async () =>
        client
          .buildAuthorizationUrl(await configured(), {
            redirect_uri: redirectUri,
            response_type: 'code',
            scope: 'openid',
            state,
            nonce,
            code_challenge: await client.calculatePKCECodeChallenge(verifier),
            code_challenge_method: 'S256',
          })
          .toString(),
      ),
    subjectIn: async (answer, { state, nonce, verifier }) => {
      const configuration = await orAway(configured);
      const back = new URL(redirectUri);
      for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
      try {
        const tokens = await client.authorizationCodeGrant(configuration, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        return claims && isSigned(tokens.id_token) && SUBJECT.test(claims.sub) ? claims.sub : null;
      } catch (error) {
        if (isAway(error)) throw new Problem('provider-away', undefined, {}, error);
        return null;
      }
    },
  };
}

/** Whether the token's own word on how it is signed is one of ours; the library checks the signature against it. */
function isSigned(token: string | undefined): boolean {
  const header = JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
    alg?: unknown;
  };
  return typeof header.alg === 'string' && SIGNATURES.includes(header.alg);
}

async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Problem('provider-away', undefined, {}, error);
  }
}

/** Whether the provider was not reached, or is out of order: nobody's sign-in is at fault. */
function isAway(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 5; depth++) {
    if (cause instanceof OutgoingRefused) return true;
    cause = cause.cause;
  }
  // What is at fault with the code or with us is told by a 4xx (RFC 6749, 5.2); a redirect is nowhere to go.
  return cause instanceof Response && !cause.ok && (cause.status < 400 || cause.status >= 500);
}

function readSecret(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new SecretError(
      `LEEWAY_OIDC_CLIENT_SECRET_FILE cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
    );
  }
  if (secret === '') throw new SecretError('LEEWAY_OIDC_CLIENT_SECRET_FILE is empty.');
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new SecretError(`The client secret ${file} can be read by others; make it 600.`);
  return secret;
}
