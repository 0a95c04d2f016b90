/**
 * Finds who asks, from `Authorization` and from nowhere else: a secret in an address ends up in logs. A key comes as
 * `Bearer`; where a calendar is read, its own secret may come as the password of `Basic`, since such programs know no other.
 */
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

/** RFC 7617: user and password in Base64, with a bound. */
const BASIC = /^Basic +([A-Za-z0-9+/]{1,1024}={0,2})$/i;

/** As `authenticate`, for the calendar: the secret of a feed by `Basic`, whatever the user's name, or a key. */
export async function authenticateFeed(
  authorization: string | undefined,
  services: Foundation,
): Promise<Principal> {
  const given = BASIC.exec(authorization ?? '')?.[1];
  if (authorization !== undefined && given === undefined && BEARER.test(authorization))
    return authenticate(authorization, services);
  const pair = given === undefined ? '' : Buffer.from(given, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const secret = colon < 0 ? '' : pair.slice(colon + 1);
  const principal = secret === '' ? null : ((await services.authenticateFeed?.(secret)) ?? null);
  if (!principal)
    throw new Problem(
      'unauthenticated',
      { zh: '请以日历订阅密码登录', en: 'Sign in with the secret of a calendar feed as password' },
      { challenge: 'Basic realm="leeway calendar", charset="UTF-8"' },
    );
  return principal;
}
