/**
 * How long a request may take to arrive. Node has one measure for all of them, which a file on a slow line would not keep;
 * so every body gets a time, and a file besides it as much as its bytes have earned. Who sends a byte a second is cut (T11).
 */
import type { IncomingMessage, Server } from 'node:http';
import { hasBody } from './body.ts';

/** Milliseconds for a body, and for a file before its first byte. */
export const BODY_MS = 20_000;
/** The slowest line a file may come by. */
const BYTES_PER_SECOND = 32 * 1024;

const earned = new WeakMap<IncomingMessage, () => number>();

/** From now on this request has the time that its bytes earn. */
export function earnTime(request: IncomingMessage, bytes: () => number): void {
  earned.set(request, () => (bytes() / BYTES_PER_SECOND) * 1_000);
}

/** Cuts the bodies that come too slowly, as Node itself would: with `clientError`, which answers 408. */
export function keepPace(server: Server, bodyMs = BODY_MS): void {
  server.on('request', (request: IncomingMessage) => {
    if (!hasBody(request)) return;
    const since = performance.now();
    let timer: NodeJS.Timeout;
    const look = (): void => {
      const left = since + bodyMs + (earned.get(request)?.() ?? 0) - performance.now();
      if (request.complete || request.destroyed) return;
      if (left > 0) timer = setTimeout(look, Math.max(10, left)).unref();
      else
        server.emit(
          'clientError',
          Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
          request.socket,
        );
    };
    timer = setTimeout(look, bodyMs).unref();
    request.once('close', () => {
      clearTimeout(timer);
    });
  });
}
