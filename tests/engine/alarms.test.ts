/** Which alarm of a clock comes next: never before the start, never twice, and again after an extension. */
import { describe, expect, it } from 'vitest';
import { awayFrom, workingDaysLeft } from '../../src/domain/clock.ts';
import { pauseClock, resumeClock, startClock, stopClock } from '../../src/domain/effect.ts';
import { alarmAt, lightOf, recorded } from '../../src/engine/alarms.ts';
import { applyClockEffect, type ClockEffect, type ClockRow } from '../../src/engine/clock-effects.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };
const { rules } = CN_DEFAULT;
/** The end of a day in China. */
const endOf = (date: string) => new Date(Date.parse(`${date}T24:00:00+08:00`)).toISOString();

let ids = 0;
function on(date: string, effect: unknown, clocks: readonly ClockRow[] = []): ClockRow {
  const change = applyClockEffect(clocks, effect as ClockEffect, morningOf(date), RULES, () => `k${++ids}`);
  return change.clocks.at(-1)!;
}
const waitsFor = ({ alarm, nextAlarmAt }: ClockRow) => [alarm, nextAlarmAt];

describe('a span from a due date', () => {
  const away = (
    date: string,
    amount: number,
    unit: 'working_day' | 'calendar_day' | 'second' = 'working_day',
  ) => awayFrom(endOf(date), { amount, unit }, CN_DEFAULT.calendar, rules);
  it.each([
    ['2025-06-13', -3, '2025-06-10'], // Friday: Wednesday to Friday are left
    ['2025-06-16', -3, '2025-06-11'], // over a weekend
    ['2025-10-09', -3, '2025-09-28'], // over the holiday of eight days, to the make-up Sunday before it
    ['2025-06-15', -1, '2025-06-12'], // a Sunday that does not give way: Friday is left
    ['2025-06-13', 5, '2025-06-20'],
    ['2025-09-30', 1, '2025-10-09'],
  ])('of working days: %s and %i is the end of %s', (due, amount, day) => {
    expect(away(due, amount)).toBe(endOf(day));
  });
  it('of calendar days counts every day, and of seconds is exact', () => {
    expect(away('2025-06-16', -3, 'calendar_day')).toBe(endOf('2025-06-13'));
    expect(away('2025-06-16', -90, 'second')).toBe('2025-06-16T15:58:30.000Z');
  });

  it('leaves so many working days, today left out', () => {
    const left = (due: string, today: string) =>
      workingDaysLeft(endOf(due), morningOf(today), CN_DEFAULT.calendar, rules);
    expect([left('2025-06-13', '2025-06-10'), left('2025-06-16', '2025-06-13')]).toEqual([3, 1]);
    expect([left('2025-06-13', '2025-06-13'), left('2025-06-13', '2025-06-16')]).toEqual([0, -1]);
  });
});

describe('the next alarm of a clock', () => {
  it('is the blue one, three working days before it is due', () => {
    const clock = on('2025-06-09', startClock('report.route_out')); // five working days: due on the 16th
    expect(waitsFor(clock)).toEqual([-1, endOf('2025-06-11')]);
  });

  it('is the due instant where the blue one would lie before the start', () => {
    const limit = { amount: 3, unit: 'working_day' as const };
    const short = on('2025-06-09', startClock('report.route_out', { limit }));
    expect(waitsFor(short)).toEqual([0, short.dueAt]);
    const longer = on('2025-06-09', startClock('report.route_out', { limit: { ...limit, amount: 4 } }));
    expect(waitsFor(longer)).toEqual([-1, endOf('2025-06-10')]);
  });

  it('is the due instant where the clock started in the past and the blue one is gone already', () => {
    const late = on('2025-06-20', startClock('report.route_out', { from: morningOf('2025-06-09') }));
    expect(waitsFor(late)).toEqual([0, endOf('2025-06-16')]);
  });

  it('goes up the ladder, each rung once, and the due instant marks it overdue', () => {
    let clock = on('2025-06-09', startClock('report.route_out'));
    const seen = [];
    while (clock.nextAlarmAt !== null) {
      const at = clock.nextAlarmAt;
      seen.push([clock.alarm, at, clock.firedAt !== null]);
      clock = recorded(clock, at, RULES);
    }
    expect(seen).toEqual([
      [-1, endOf('2025-06-11'), false],
      [0, endOf('2025-06-16'), false],
      [1, endOf('2025-06-23'), true],
      [2, endOf('2025-07-07'), true],
    ]);
    expect(clock.firedAt).toBe(endOf('2025-06-16'));
  });

  it('is none while it is paused and once it is stopped, and what is left after resumption', () => {
    const clock = on('2025-06-09', startClock('report.verify'));
    const paused = on('2025-06-10', pauseClock('report.verify'), [clock]);
    expect(paused.nextAlarmAt).toBeNull();
    const resumed = on('2025-06-12', resumeClock('report.verify'), [paused]);
    expect(waitsFor(resumed)).toEqual([-1, alarmAt(resumed, -1, RULES)]);
    expect(resumed.nextAlarmAt! > clock.nextAlarmAt!).toBe(true);
    expect(on('2025-06-13', stopClock('report.verify'), [resumed]).nextAlarmAt).toBeNull();
  });

  it('is the blue one once more after an extension', () => {
    const clock = on('2025-06-09', startClock('report.verify'));
    const warned = recorded(clock, clock.nextAlarmAt!, RULES);
    expect(waitsFor(warned)).toEqual([0, clock.dueAt]);
    const day = clock.dueAt!.slice(0, 10);
    const extended = on(day, { kind: 'extend_clock', clock: 'report.verify' }, [warned]);
    expect(extended.dueAt! > clock.dueAt!).toBe(true);
    expect(waitsFor(extended)).toEqual([-1, alarmAt(extended, -1, RULES)]);
  });

  it('stays where it was when an overdue clock is touched', () => {
    const clock = on('2025-06-09', startClock('report.verify'));
    const overdue = recorded({ ...clock, alarm: 0 }, clock.dueAt!, RULES);
    const touched = on('2026-06-09', pauseClock('report.verify'), [overdue]);
    expect(touched.ledger).not.toBe(overdue.ledger);
    expect(waitsFor(touched)).toEqual(waitsFor(overdue));
  });
});

describe('the light of a clock', () => {
  const clock = on('2025-06-09', startClock('report.route_out'));
  it.each([
    ['2025-06-11', 'green'],
    ['2025-06-12', 'blue'],
    ['2025-06-16', 'blue'],
    ['2025-06-17', 'red'],
  ])('on %s is %s', (date, light) => {
    expect(lightOf(clock, morningOf(date), RULES)).toBe(light);
  });
  it('is green while it is paused', () => {
    expect(lightOf({ ...clock, dueAt: null }, morningOf('2025-06-17'), RULES)).toBe('green');
  });
});
