/**
 * Server-sent events: messages as text, and a stream of them that keeps the line open. A comment now and then keeps
 * proxies from cutting it; who reads too slowly is let go and comes back to the place they were at.
 */
import { Readable } from 'node:stream';
import type { LiveMessage } from '../contract/live.ts';
import type { Listener } from '../operations/live-updates.ts';

/** Milliseconds after which a browser comes back by itself. */
const RETRY_MS = 3_000;
/** Milliseconds between signs of life. */
const HEARTBEAT_MS = 15_000;
/** Characters that may wait for a reader. */
const MOST_WAITING = 65_536;

const block = (event: string, data: object, id?: number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** A message as it travels. A place alone is an id without an event: browsers remember it and tell nobody. */
export function eventText(message: LiveMessage): string {
  switch (message.kind) {
    case 'case': {
      const { kind, id, ...data } = message;
      return block(kind, data, id);
    }
    case 'presence':
      return block('presence', { case: message.case });
    case 'reset':
      return block('reset', {}, message.id);
    case 'end':
      return block('end', { reason: message.reason });
    case 'place':
      return `id: ${message.id}\n\n`;
  }
}

/** A whole answer, for who asks once and does not stay. */
export const eventsText = (messages: readonly LiveMessage[]): string => messages.map(eventText).join('');

/** A stream of what `listen` tells. The first place goes out at once, later ones with the next sign of life. */
export async function eventStream(
  listen: (listener: Listener) => Promise<() => void>,
  heartbeatMs: number = HEARTBEAT_MS,
): Promise<Readable> {
  const stream = new Readable({ read: () => undefined, encoding: 'utf8' });
  stream.push(`retry: ${RETRY_MS}\n\n`);
  let place: number | null = null;
  let isFirst = true;
  const write = (text: string): boolean => {
    if (stream.destroyed || stream.readableEnded) return false;
    stream.push(text);
    return stream.readableLength <= MOST_WAITING;
  };
  const leave = await listen({
    hear: (message) => {
      if (message.kind === 'place' && !isFirst) {
        place = message.id;
        return true;
      }
      isFirst = false;
      return write(eventText(message));
    },
    ended: () => {
      if (stream.readableLength > MOST_WAITING) stream.destroy();
      else stream.push(null);
    },
  });
  const heartbeat = setInterval(() => {
    write(place === null ? ':\n\n' : `:\nid: ${place}\n\n`);
    place = null;
  }, heartbeatMs).unref();
  stream.once('close', () => {
    clearInterval(heartbeat);
    leave();
  });
  return stream;
}
