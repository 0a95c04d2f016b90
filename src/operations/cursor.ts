/** Cursors of keyset lists: opaque and signed, so that a place in a list can be handed out and not made up. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../contract/problems.ts';
import type { Runtime } from './runtime.ts';

/** `list` says which list in which order: a place in one means nothing in another. */
function signed(runtime: Runtime, list: string, body: string): string {
  const signature = createHmac('sha256', runtime.masterKey).update(`cursor ${list} ${body}`).digest();
  return `${body}.${signature.subarray(0, 12).toString('base64url')}`;
}

export const toCursor = (runtime: Runtime, list: string, place: object): string =>
  signed(runtime, list, Buffer.from(JSON.stringify(place)).toString('base64url'));

/** Throws `bad-parameter` for anything that `toCursor` did not make for this list. */
export function fromCursor(runtime: Runtime, list: string, cursor: string): Record<string, unknown> {
  const [body = ''] = cursor.split('.', 1);
  const given = Buffer.from(cursor);
  const wanted = Buffer.from(signed(runtime, list, body));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Problem(
      'bad-parameter',
      { zh: 'cursor 无效', en: 'The cursor is not one that this list gave out' },
      {
        errors: [
          { pointer: '/query/cursor', message: { zh: '无效', en: 'is not one that this list gave out' } },
        ],
      },
    );
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
}
