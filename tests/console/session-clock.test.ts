// @vitest-environment happy-dom
/** When somebody is told that their session ends: reckoned without asking, by a clock that may be wrong. */
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../console/src/live/session-clock.ts';

const at = (time: string): number => Date.parse(`2026-03-02T${time}Z`);
const said = (time: string): string => new Date(at(time)).toISOString();
/** Read at nine, half an hour without use allowed, eight hours in all. */
const session = { idleUntil: said('09:30:00'), expiresAt: said('17:00:00') };

describe('the end of a session', () => {
  it('comes half an hour after it was used last', () => {
    const known = { readAt: at('09:00:00'), usedAt: at('09:00:00'), ahead: 0 };
    expect(endingOf(session, known)).toEqual({ at: at('09:30:00'), isIdle: true });
  });

  it('is put off by use in whatever window, as exactly as the server notes it', () => {
    const known = { readAt: at('09:00:00'), usedAt: at('09:20:00'), ahead: 0 };
    expect(endingOf(session, known)).toEqual({ at: at('09:49:00'), isIdle: true });
  });

  it('is not put off past the longest session', () => {
    const known = { readAt: at('09:00:00'), usedAt: at('16:50:00'), ahead: 0 };
    expect(endingOf(session, known)).toEqual({ at: at('17:00:00'), isIdle: false });
  });

  it('is told by the clock of this computer, which may be ten minutes slow', () => {
    const known = { readAt: at('08:50:00'), usedAt: at('08:50:00'), ahead: 600_000 };
    expect(endingOf(session, known)).toEqual({ at: at('09:20:00'), isIdle: true });
  });
});
