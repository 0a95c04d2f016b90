/** The light of a case in a list: amber from where the first alarm before the due date goes off, never a day apart from it. */
import { describe, expect, it } from 'vitest';
import { awayFrom, startClock } from '../../src/domain/clock.ts';
import { dueWithin } from '../../src/domain/days-left.ts';
import { leftOf, queueLight, soonUntil } from '../../src/domain/queue-light.ts';
import { CN_DEFAULT, morningOf } from './calendars.ts';

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };
const { rules, calendar } = CN_DEFAULT;
const endOf = (date: string) => new Date(Date.parse(`${date}T24:00:00+08:00`)).toISOString();
const daysFrom = (date: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(date) + n * 86_400_000).toISOString().slice(0, 10),
  );

describe('what is due soon', () => {
  it.each([
    ['2025-06-09', '2025-06-11'], // Monday: Monday, Tuesday, Wednesday are left
    ['2025-06-12', '2025-06-16'], // over a weekend
    ['2025-09-29', '2025-10-09'], // Monday, Tuesday, and the Thursday after a holiday of eight days
  ])('on the morning of %s reaches to the end of %s', (today, last) => {
    expect(soonUntil(morningOf(today), RULES)).toBe(endOf(last));
  });

  it('is what has its alarm behind it, on every day of a year with holidays', () => {
    for (const span of [
      { amount: 3, unit: 'working_day' },
      { amount: 1, unit: 'working_day' },
      { amount: 5, unit: 'calendar_day' },
    ] as const)
      for (const dayEnd of ['24:00', '17:30'] as const)
        for (const today of daysFrom('2025-09-20', 30))
          for (const hour of ['00:00', '09:00', '18:00']) {
            const at = new Date(`${today}T${hour}:00+08:00`).toISOString();
            const of = { ...rules, dayEnd };
            const soon = dueWithin(at, span, calendar, of);
            for (const day of daysFrom(today, 20)) {
              const due = new Date(`${day}T${dayEnd}:00+08:00`).toISOString();
              const isBehind = awayFrom(due, { ...span, amount: -span.amount }, calendar, of) <= at;
              expect([today, hour, dayEnd, day, due <= soon]).toEqual([today, hour, dayEnd, day, isBehind]);
            }
          }
  });

  it('of seconds is exact, and three working days where a profile has no alarm', () => {
    const at = morningOf('2025-06-09');
    expect(dueWithin(at, { amount: 90, unit: 'second' }, calendar, rules)).toBe(
      new Date(Date.parse(at) + 90_000).toISOString(),
    );
    const quiet = { ...CN_DEFAULT.rules, escalate: { ...rules.escalate, ladder: [{ code: 'due' }] } };
    expect(soonUntil(at, { profile: { rules: quiet }, calendar })).toBe(endOf('2025-06-11'));
  });
});

it('a light is red, amber, green, grey, or none', () => {
  const at = morningOf('2025-06-09');
  const soon = soonUntil(at, RULES);
  const light = (dueAt: string | null, more = {}) =>
    queueLight({ isOpen: true, dueAt, hasClock: true, ...more }, at, soon);
  expect([
    light(at),
    light(endOf('2025-06-11')),
    light(endOf('2025-06-12')),
    light(null),
    light(null, { hasClock: false }),
    light(at, { isOpen: false }),
  ]).toEqual(['overdue', 'due_soon', 'on_track', 'paused', 'none', 'none']);
});

it('what is left is counted in the days of the limit', () => {
  const limit = {
    amount: 10,
    unit: 'working_day',
    rollOver: true,
    endConvention: 'day_before',
    pausable: true,
  } as const;
  const clock = startClock('clar.assess', limit, morningOf('2025-06-09'), 'OPEN');
  const left = (unit: 'working_day' | 'calendar_day' | 'month', due: string) =>
    leftOf({ limit: { ...clock.limit, unit } }, endOf(due), morningOf('2025-06-13'), RULES);
  expect(left('working_day', '2025-06-17')).toEqual({
    left: 2,
    leftUnit: 'working_day',
    dueOn: '2025-06-17',
  });
  expect(left('calendar_day', '2025-06-17').left).toBe(4);
  expect(left('month', '2025-06-10')).toEqual({ left: -3, leftUnit: 'calendar_day', dueOn: '2025-06-10' });
});
