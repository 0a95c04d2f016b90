import { describe, expect, it } from 'vitest';
import {
  deriveDue,
  extendClock,
  isExpired,
  isPaused,
  isRunning,
  lastDayOf,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type Clock,
} from '../../src/domain/clock.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import { CHINA, CN, limit, morningOf } from './calendars.ts';

const TWICE = limit(20, 'working_day', { extension: { amount: 10, unit: 'working_day', times: 2 } });
const begun = (terms = TWICE): Clock => startClock('tol.verify', terms, morningOf('2025-06-20'), 'ACCEPT');
const dueAt = (clock: Clock) => deriveDue(clock, CN, CHINA).dueAt;
const refusal = (clock: Clock, on: string) => {
  const result = extendClock(clock, morningOf(on), dueAt(clock));
  return result.ok ? undefined : result.refused;
};

describe('the ledger of a clock', () => {
  it('survives JSON, so that a row of the database can hold it', () => {
    const clock = stopClock(
      resumeClock(pauseClock(begun(), morningOf('2025-06-23')), morningOf('2025-06-24')),
      morningOf('2025-06-25'),
    );
    expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
  });

  it('keeps the limit as it was at the start and nothing else of the profile', () => {
    const clock = begun({ ...TWICE, basis: ['D'] } as typeof TWICE);
    expect(clock.limit).toEqual(TWICE);
  });

  it('runs, pauses, resumes and stops', () => {
    const running = begun();
    expect([isRunning(running), isPaused(running)]).toEqual([true, false]);
    const paused = pauseClock(running, morningOf('2025-06-23'));
    expect([isRunning(paused), isPaused(paused)]).toEqual([false, true]);
    const resumed = resumeClock(paused, morningOf('2025-06-24'));
    expect(resumed.pauses).toEqual([{ from: morningOf('2025-06-23'), to: morningOf('2025-06-24') }]);
    const stopped = stopClock(resumed, morningOf('2025-06-25'));
    expect([isRunning(stopped), stopped.stoppedAt]).toEqual([false, morningOf('2025-06-25')]);
  });

  it('stopping a paused clock ends the pause at the same instant', () => {
    const stopped = stopClock(pauseClock(begun(), morningOf('2025-06-23')), morningOf('2025-06-25'));
    expect(stopped.pauses).toEqual([{ from: morningOf('2025-06-23'), to: morningOf('2025-06-25') }]);
  });

  it('pausing twice, resuming a running clock and stopping twice change nothing', () => {
    const paused = pauseClock(begun(), morningOf('2025-06-23'));
    expect(pauseClock(paused, morningOf('2025-06-24'))).toBe(paused);
    const running = begun();
    expect(resumeClock(running, morningOf('2025-06-24'))).toBe(running);
    const stopped = stopClock(running, morningOf('2025-06-24'));
    expect(stopClock(stopped, morningOf('2025-06-30'))).toBe(stopped);
    expect(pauseClock(stopped, morningOf('2025-06-30'))).toBe(stopped);
  });

  it('a duty that never pauses runs on', () => {
    const duty = begun(limit(15, 'working_day', { pausable: false }));
    expect(pauseClock(duty, morningOf('2025-06-23'))).toBe(duty);
  });

  it('a pause never ends before it began', () => {
    const clock = resumeClock(pauseClock(begun(), morningOf('2025-06-23')), morningOf('2025-06-20'));
    expect(clock.pauses).toEqual([{ from: morningOf('2025-06-23'), to: morningOf('2025-06-23') }]);
  });
});

describe('extending a clock', () => {
  it('adds the amount of the limit and says so in the derivation', () => {
    const clock = begun();
    const result = extendClock(clock, morningOf('2025-07-16'), dueAt(clock));
    if (!result.ok) expect.fail(result.refused);
    const { dueOn, steps } = deriveDue(result.clock, CN, CHINA);
    expect(dueOn).toBe('2025-08-01');
    expect(steps.find(({ code }) => code === 'extended')?.text.en).toBe(
      'Extended by 10 working days, to 2025-08-01',
    );
  });

  it('is refused after expiry, from the due instant on', () => {
    const clock = begun();
    expect(refusal(clock, '2025-07-18')).toBeUndefined();
    expect(refusal(clock, '2025-07-19')).toBe('expired');
    expect(extendClock(clock, dueAt(clock)!, dueAt(clock))).toMatchObject({
      ok: false,
      refused: 'expired',
    });
  });

  it('is refused beyond the cap', () => {
    let clock = begun();
    for (const on of ['2025-07-16', '2025-07-17']) {
      const result = extendClock(clock, morningOf(on), dueAt(clock));
      if (!result.ok) expect.fail(result.refused);
      clock = result.clock;
    }
    expect(refusal(clock, '2025-07-18')).toBe('cap_used');
  });

  it('is refused on a stopped clock and on a limit that allows none', () => {
    expect(refusal(stopClock(begun(), morningOf('2025-06-24')), '2025-06-25')).toBe('clock_stopped');
    expect(refusal(begun(limit(5, 'working_day')), '2025-06-24')).toBe('not_extendable');
    const capOfNone = limit(5, 'working_day', { extension: { amount: 5, unit: 'working_day', times: 0 } });
    expect(refusal(begun(capOfNone), '2025-06-24')).toBe('not_extendable');
  });

  it('is possible while the clock is paused, when nothing can expire', () => {
    expect(refusal(pauseClock(begun(), morningOf('2025-06-23')), '2026-06-23')).toBeUndefined();
  });

  it('refuses in both languages', () => {
    const result = extendClock(stopClock(begun(), morningOf('2025-06-24')), morningOf('2025-06-25'), null);
    expect(result).toMatchObject({ ok: false, text: { en: 'The clock has stopped' } });
  });

  it('may be by days where the limit is in months', () => {
    const clock = begun(limit(1, 'month', { extension: { amount: 10, unit: 'calendar_day', times: 1 } }));
    const result = extendClock(clock, morningOf('2025-07-01'), dueAt(clock));
    if (!result.ok) expect.fail(result.refused);
    expect(deriveDue(result.clock, CN, CHINA).dueOn).toBe('2025-07-30');
  });
});

describe('expiry', () => {
  it('comes with the due instant and not before', () => {
    const due = '2025-07-18T16:00:00.000Z';
    expect(isExpired(due, '2025-07-18T15:59:59.999Z')).toBe(false);
    expect(isExpired(due, due)).toBe(true);
    expect(isExpired(null, due)).toBe(false);
  });
});

describe('the last day of a limit, where no calendar is at hand', () => {
  const last = (terms: ReturnType<typeof limit>, start: string) => dateOf(lastDayOf(terms, dayOf(start)));
  it.each([
    [limit(60, 'calendar_day'), '2024-08-19', '2024-10-18'],
    [limit(12, 'month'), '2024-02-29', '2025-02-28'],
    [limit(12, 'month', { endConvention: 'day_before' }), '2024-07-01', '2025-06-30'],
    [limit(5, 'working_day'), '2024-09-27', '2024-10-04'], // the National Day holiday is not known here
    [limit(1, 'quarter'), '2024-08-19', '2024-09-30'],
    [limit(60, 'second'), '2024-08-19', '2024-08-20'],
  ])('%o from %s ends on %s', (terms, start, end) => {
    expect(last(terms, start)).toBe(end);
  });
});
