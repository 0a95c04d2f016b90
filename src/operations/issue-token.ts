/** Access tokens for connected systems: OAuth 2.0, client credentials (RFC 6749, 4.4). Opaque, for ten minutes. */
import { randomBytes } from 'node:crypto';
import { findClient, insertAccessToken } from '../../db/queries/clients.ts';
import { CaseId, type Role } from '../domain/vocabulary.ts';
import { hashSecret } from './create-key.ts';
import type { Runtime } from './runtime.ts';
import { recordOf, type RefusalRecord } from './session-record.ts';

/** How an access token begins. */
export const ACCESS_TOKEN = 'la_';
/** Seconds a token is valid for. */
export const ACCESS_TOKEN_SECONDS = 600;

export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Roles by blanks; absent: all the client has. */
  readonly scope?: string;
}

/** What RFC 6749 calls an error. */
export type TokenError = 'invalid_client' | 'invalid_scope';

export type Issued =
  { readonly token: string; readonly roles: readonly Role[] } | { readonly error: TokenError };

/** Gives a token, or says why not. */
export async function issueToken(
  runtime: Runtime,
  { clientId, clientSecret, scope }: TokenRequest,
  recordRefusal: (refusal: RefusalRecord) => Promise<void>,
): Promise<Issued> {
  const { knex, tenant } = runtime;
  const secretHash = hashSecret(clientSecret);
  const client = CaseId.safeParse(clientId).success
    ? await findClient(knex, tenant, { id: clientId, secretHash })
    : undefined;
  if (!client) {
    await recordRefusal({ way: 'client' });
    return { error: 'invalid_client' };
  }
  const wanted = scope === undefined ? client.roles : [...new Set(scope.split(' '))];
  const roles = client.roles.filter((role) => wanted.includes(role));
  if (roles.length < wanted.length) return { error: 'invalid_scope' };
  const token = `${ACCESS_TOKEN}${randomBytes(32).toString('base64url')}`;
  await knex.transaction(async (trx) => {
    await insertAccessToken(trx, tenant, {
      tokenHash: hashSecret(token),
      client: client.id,
      roles,
      seconds: ACCESS_TOKEN_SECONDS,
    });
    await recordOf(runtime, trx, 'access_token.issued', {
      by: client.person,
      data: { client: client.id, roles },
    });
  });
  runtime.onWritten?.();
  return { token, roles };
}
