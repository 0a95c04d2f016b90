/** Cursors of keyset lists: opaque and signed, so that a place in a list can be handed out and not made up. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../contract/problems.ts';
import type { Runtime } from './runtime.ts';

const signature = (runtime: Runtime, body: string) =>
  createHmac('sha256', runtime.masterKey).update(`cursor ${body}`).digest().subarray(0, 12);

export function toCursor(runtime: Runtime, place: object): string {
  const body = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${body}.${signature(runtime, body).toString('base64url')}`;
}

/** Throws `bad-parameter` for anything that `toCursor` did not make. */
export function fromCursor(runtime: Runtime, cursor: string): Record<string, unknown> {
  const [body = '', signed = ''] = cursor.split('.');
  const given = Buffer.from(signed, 'base64url');
  const wanted = signature(runtime, body);
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
