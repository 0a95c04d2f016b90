/**
 * Tells requests of our own pages from those that another site makes a browser send (CSRF). Where a cookie signs in, a
 * change needs both: the browser's word on where it comes from, and a token that only our pages can read.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../contract/problems.ts';
import { csrfTokenOf } from '../operations/sessions.ts';
import type { Foundation } from './services.ts';

/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export const isSafe = (method: string | undefined): boolean => SAFE.includes(method ?? '');

/** What the browser says of where a request comes from; it says nothing where it is no browser. */
function pageOf(
  headers: IncomingHttpHeaders,
  { publicUrl }: Pick<Foundation, 'publicUrl'>,
): 'ours' | 'foreign' | null {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'foreign';
  if (headers.origin === undefined) return null;
  return headers.origin === new URL(publicUrl).origin ? 'ours' : 'foreign';
}

/** Throws `foreign-page` unless a change that a session's cookie signs in comes from a page of ours. */
export function requireOwnPage(
  headers: IncomingHttpHeaders,
  secret: string,
  services: Pick<Foundation, 'publicUrl'>,
): void {
  if (pageOf(headers, services) !== 'ours' || !isToken(headers['x-csrf-token'], csrfTokenOf(secret)))
    throw new Problem('foreign-page');
}

/** Throws `foreign-page` where another site's page sends it; whoever is no browser may. */
export function refuseForeignPage(
  headers: IncomingHttpHeaders,
  services: Pick<Foundation, 'publicUrl'>,
): void {
  if (pageOf(headers, services) === 'foreign') throw new Problem('foreign-page');
}

function isToken(given: string | readonly string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
