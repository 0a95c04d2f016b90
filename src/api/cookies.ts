/**
 * The cookies of a signed-in browser. Where the address is https each is bound to the host by its name (`__Host-`), so
 * that no neighbour under the same domain can plant one; all are out of reach of scripts.
 */
import type { Foundation } from './services.ts';

/** What is kept in a cookie: the session, what makes the browser known, a sign-in by a provider that is under way. */
export type CookieKind = 'session' | 'browser' | 'sign_on';

/** By https, and without: there the prefix would keep browsers from taking them. */
const NAMES: Readonly<Record<CookieKind, readonly [string, string]>> = {
  session: ['__Host-leeway', 'leeway_session'],
  browser: ['__Host-leeway-browser', 'leeway_browser'],
  sign_on: ['__Host-leeway-sign-on', 'leeway_sign_on'],
};

/** Seconds; a session's cookie goes with the browser, and the server ends it before. */
const AGES: Readonly<Record<CookieKind, number | null>> = {
  session: null,
  browser: 180 * 24 * 3_600,
  sign_on: 600,
};

type Where = Pick<Foundation, 'publicUrl'>;

const isHttps = ({ publicUrl }: Where): boolean => publicUrl.startsWith('https://');

export const cookieName = (kind: CookieKind, where: Where): string => NAMES[kind][isHttps(where) ? 0 : 1];

/** The value of a cookie that was sent; undefined for none, and for what none of ours looks like. */
export function readCookie(header: string | undefined, kind: CookieKind, where: Where): string | undefined {
  if (header === undefined) return undefined;
  const start = `${cookieName(kind, where)}=`;
  const sent = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  const value = sent?.slice(start.length);
  return value !== undefined && /^[\w.-]{1,200}$/.test(value) ? value : undefined;
}

/**
 * Sets a cookie; null takes it away. A browser comes back from a provider by a link of another site, so the cookie of
 * that way is sent along with links; the others go with requests of our own pages alone.
 */
export function writeCookie(kind: CookieKind, value: string | null, where: Where): string {
  const age = value === null ? 0 : AGES[kind];
  return [
    `${cookieName(kind, where)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${kind === 'sign_on' ? 'Lax' : 'Strict'}`,
    ...(isHttps(where) ? ['Secure'] : []),
    ...(age === null ? [] : [`Max-Age=${age}`]),
  ].join('; ');
}
