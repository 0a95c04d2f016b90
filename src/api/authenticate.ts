/**
 * Finds who asks, from `Authorization` or the cookie of a session, and from nowhere else: a secret in an address ends up in
 * logs. A key or an access token comes as `Bearer`; where a calendar is read, its own secret may come as the password of `Basic`, since such programs know no other.
 */
import type { IncomingMessage } from 'node:http';
import { Problem } from '../contract/problems.ts';
import { readCookie } from './cookies.ts';
import { isSafe, requireOwnPage } from './own-page.ts';
import type { Foundation, Principal } from './services.ts';

/** RFC 6750 token68, with a bound: nothing longer is one of ours. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,4096}=*)$/i;

/** Throws `unauthenticated`; unknown, expired and revoked credentials are answered alike. */
export async function authenticate(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  services: Foundation,
  how?: { readonly isBackground: boolean },
): Promise<Principal> {
  const { authorization } = headers;
  if (authorization === undefined) {
    const session = services.authenticateSession && readCookie(headers.cookie, 'session', services);
    if (session !== undefined) {
      const principal = (await services.authenticateSession?.(session, how)) ?? null;
      if (!principal) throw unknownCredential();
      if (!isSafe(method)) requireOwnPage(headers, session, services);
      return principal;
    }
    throw new Problem(
      'unauthenticated',
      { zh: '请以 Authorization: Bearer 出示凭据', en: 'Present a key as Authorization: Bearer' },
      { challenge: 'Bearer realm="leeway"' },
    );
  }
  const secret = BEARER.exec(authorization)?.[1];
  const principal = secret === undefined ? null : await services.authenticate(secret);
  if (!principal) throw unknownCredential();
  return principal;
}

const unknownCredential = (): Problem =>
  new Problem(
    'unauthenticated',
    { zh: '凭据无效、已过期或已撤销', en: 'The credential is unknown, expired or revoked' },
    { challenge: 'Bearer realm="leeway", error="invalid_token"' },
  );

/** RFC 7617: user and password in Base64, with a bound. */
const BASIC = /^Basic +([A-Za-z0-9+/]{1,1024}={0,2})$/i;

/** As `authenticate`, for the calendar: the secret of a feed by `Basic`, whatever the user's name, or a key. */
export async function authenticateFeed(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  services: Foundation,
): Promise<Principal> {
  const { authorization } = request.headers;
  const given = BASIC.exec(authorization ?? '')?.[1];
  if (authorization !== undefined && given === undefined && BEARER.test(authorization))
    return authenticate(request, services);
  if (authorization === undefined && readCookie(request.headers.cookie, 'session', services) !== undefined)
    return authenticate(request, services);
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
