/**
 * When the session ends if nobody does anything: reckoned here, because asking the server would put it off. Each answer of
 * the server, in whatever window, puts it off; what a page asks by itself does not, neither there nor here.
 */
import { api } from '../api/client.ts';
import type { Session } from '../app/session.tsx';

/** The server notes that a session is in use once a minute. */
const NOTED_EVERY_MS = 60_000;
/** What the server answers without keeping the session in use. */
const BACKGROUND = ['/api/v1/stream', '/api/v1/presence', '/api/v1/cases/{caseId}/presence'];

/** Milliseconds of the clock of this computer at which the session was used last, in whatever window. */
let usedAt = 0;
/** How much the clock of the server is ahead of it. */
let ahead = 0;
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('leeway.session');
channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (typeof event.data === 'number') usedAt = Math.max(usedAt, event.data);
});

api.use({
  onResponse: ({ response, schemaPath }) => {
    const said = Date.parse(response.headers.get('Date') ?? '');
    if (!Number.isNaN(said)) ahead = said - Date.now();
    if (response.status === 401 || BACKGROUND.includes(schemaPath)) return undefined;
    usedAt = Date.now();
    channel?.postMessage(usedAt);
    return undefined;
  },
});

/** What is known beside the session, by the clock of this computer. */
export interface Known {
  /** When the session was read. */
  readonly readAt: number;
  readonly usedAt: number;
  readonly ahead: number;
}

export interface Ending {
  /** By the clock of this computer. */
  readonly at: number;
  /** Whether going on puts it off; at the end of the longest session it does not. */
  readonly isIdle: boolean;
}

export const endingNow = (session: Session, readAt: number): Ending =>
  endingOf(session, { readAt, usedAt, ahead });

/** When a session ends. */
export function endingOf(
  session: Pick<Session, 'idleUntil' | 'expiresAt'>,
  { readAt, usedAt: used, ahead: by }: Known,
): Ending {
  const idleUntil = Date.parse(session.idleUntil) - by;
  const idleFor = idleUntil - readAt;
  const idleAt = Math.max(idleUntil, used + idleFor - NOTED_EVERY_MS);
  const expiresAt = Date.parse(session.expiresAt) - by;
  return expiresAt <= idleAt ? { at: expiresAt, isIdle: false } : { at: idleAt, isIdle: true };
}
