/** Finds who asks, from `Authorization: Bearer` and from nowhere else: a secret in an address ends up in logs. */
import { Problem } from '../contract/problems.ts';
import type { Foundation, Principal } from './services.ts';

/** RFC 6750 token68, with a bound: nothing longer is one of ours. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i;

/** Throws `unauthenticated`; unknown, expired and revoked credentials are answered alike. */
export async function authenticate(
  authorization: string | undefined,
  services: Foundation,
): Promise<Principal> {
  if (authorization === undefined) {
    throw new Problem(
      'unauthenticated',
      { zh: '请以 Authorization: Bearer 出示凭据', en: 'Present a key as Authorization: Bearer' },
      { challenge: 'Bearer realm="leeway"' },
    );
  }
  const secret = BEARER.exec(authorization)?.[1];
  const principal = secret === undefined ? null : await services.authenticate(secret);
  if (!principal) {
    throw new Problem(
      'unauthenticated',
      { zh: '凭据无效、已过期或已撤销', en: 'The credential is unknown, expired or revoked' },
      { challenge: 'Bearer realm="leeway", error="invalid_token"' },
    );
  }
  return principal;
}
