// Every due date that the scenarios 6.1 to 6.6 and 6.8 of the domain brief state, from the profile and the real calendar.
import { describe, expect, it } from 'vitest';
import { deriveDue, extendClock, startClock } from '../../src/domain/clock.ts';
import type { ClockKey, ProfileLimit } from '../../src/domain/profile.ts';
import { CHINA, CN, CN_DEFAULT, later, limit, morningOf } from './calendars.ts';

const DAY_0 = '2025-06-09';
const DAY_0_OF_6_5 = '2024-07-01';

const started = (key: ClockKey, on: string) =>
  startClock(key, CN_DEFAULT.limits[key] as ProfileLimit, morningOf(on), 'SUBMIT');
const dueOf = (clock: ReturnType<typeof started>) => deriveDue(clock, CN, CN_DEFAULT.rules);

describe('due dates of the scenarios', () => {
  it.each<[string, string, ClockKey, number, number]>([
    ['6.1', DAY_0, 'report.accept_notice', 0, 21],
    ['6.1', DAY_0, 'report.disposition', 3, 35],
    ['6.1', DAY_0, 'report.verify', 25, 85],
    ['6.1', DAY_0, 'report.feedback', 63, 84],
    ['6.1', DAY_0, 'clar.assess', 63, 70],
    ['6.1', DAY_0, 'clar.review', 66, 80],
    ['6.1', DAY_0, 'clar.approve', 72, 79],
    ['6.1', DAY_0, 'clar.carry_out', 74, 95],
    ['6.1', DAY_0, 'clar.follow_up', 85, 175],
    ['6.2', DAY_0, 'report.disposition', 2, 32],
    ['6.2', DAY_0, 'report.disposition', 203, 233],
    ['6.2', DAY_0, 'report.verify', 213, 273],
    ['6.3', DAY_0, 'report.verify', 18, 78],
    ['6.3', DAY_0, 'recusal.decide', 42, 45],
    ['6.4', DAY_0, 'report.verify', 11, 71],
    ['6.4', DAY_0, 'clar.assess', 49, 56],
    ['6.4', DAY_0, 'clar.carry_out', 63, 84],
    ['6.4', DAY_0, 'fa.investigate', 51, 81],
    ['6.4', DAY_0, 'fa.approve', 80, 94],
    ['6.4', DAY_0, 'clar.follow_up', 77, 168],
    ['6.5', DAY_0_OF_6_5, 'prefile.screen', -49, -48],
    ['6.5', DAY_0_OF_6_5, 'tol.apply', 0, 14],
    ['6.5', DAY_0_OF_6_5, 'tol.accept', 9, 16],
    ['6.5', DAY_0_OF_6_5, 'tol.verify', 14, 42],
    ['6.5', DAY_0_OF_6_5, 'tol.decide', 38, 52],
    ['6.5', DAY_0_OF_6_5, 'tol.deliver', 46, 53],
    ['6.5', DAY_0_OF_6_5, 'tol.record', 46, 60],
    ['6.5', DAY_0_OF_6_5, 'rect.plan', 49, 63],
    ['6.5', DAY_0_OF_6_5, 'rect.item', 49, 109],
    ['6.5', DAY_0_OF_6_5, 'rect.check', 105, 119],
    ['6.6', DAY_0, 'tol.apply', 0, 14],
    ['6.6', DAY_0, 'tol.verify', 11, 39],
    ['6.6', DAY_0, 'tol.decide', 52, 66],
    ['6.6', DAY_0, 'tol.deliver', 63, 70],
  ])('scenario %s from %s: %s started on day %i is due on day %i', (_scenario, dayZero, key, from, to) => {
    const due = dueOf(started(key, later(dayZero, from)));
    expect(due.dueOn).toBe(later(dayZero, to));
    expect(due.warnings).toEqual([]);
  });

  it('scenario 6.6: ten working days granted on day 37 move the verification from day 39 to day 53', () => {
    const clock = started('tol.verify', later(DAY_0, 11));
    const extended = extendClock(clock, morningOf(later(DAY_0, 37)), dueOf(clock).dueAt);
    if (!extended.ok) expect.fail(extended.refused);
    expect(dueOf(extended.clock).dueOn).toBe(later(DAY_0, 53));
  });

  it.each([
    ['party warning', '2024-01-31', '2025-01-31', '2025-01-30'],
    ['governmental demerit', '2024-03-15', '2025-03-15', '2025-03-14'],
  ])(
    'scenario 6.8: twelve months of a %s end by either convention, and the other is noted',
    (_what, from, civil, party) => {
      const months = (endConvention: 'corresponding_day' | 'day_before') =>
        deriveDue(
          startClock(
            'report.case_decision',
            limit(12, 'month', { endConvention, rollOver: false }),
            morningOf(from),
            'DECIDE',
          ),
          CN,
          CHINA,
        );
      expect(months('corresponding_day')).toMatchObject({
        dueOn: civil,
        alternative: { dueOn: party, convention: 'day_before' },
      });
      expect(months('day_before')).toMatchObject({
        dueOn: party,
        alternative: { dueOn: civil, convention: 'corresponding_day' },
      });
    },
  );
});
