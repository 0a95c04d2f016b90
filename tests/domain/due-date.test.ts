import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, isWorkingDay } from '../../src/domain/calendar.ts';
import { deriveDue, pauseClock, resumeClock, startClock, type Limit } from '../../src/domain/clock.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import { BRUSSELS, CHINA, CN, EU, limit, morningOf } from './calendars.ts';

const KEY = 'report.verify';
const start = (terms: Limit, on: string) => startClock(KEY, terms, morningOf(on), 'SUBMIT');
const due = (terms: Limit, on: string) => deriveDue(start(terms, on), CN, CHINA);
const paused = (terms: Limit, on: string, from: string, to: string) =>
  resumeClock(pauseClock(start(terms, on), morningOf(from)), morningOf(to));
const codes = ({ steps }: { readonly steps: readonly { readonly code: string }[] }) =>
  steps.map(({ code }) => code);

describe('working days', () => {
  it('counts make-up working days and leaves holidays out: received on 26 September 2025, due on 23 October', () => {
    const result = due(limit(15, 'working_day'), '2025-09-26');
    expect(result).toMatchObject({ dueOn: '2025-10-23', dueAt: '2025-10-23T16:00:00.000Z', isPaused: false });
    expect(result.steps.map(({ text }) => text.en)).toEqual([
      'The first day, 2025-09-26, does not count',
      '2025-09-28 is a make-up working day and counts',
      'Holiday not counted: National Day and Mid-Autumn Festival, 2025-10-01 to 2025-10-08, 8 days',
      '2025-10-11 is a make-up working day and counts',
      '4 days of weekend not counted',
      'The limit of 15 working days runs to 2025-10-23',
      'Due on 2025-10-23 at 24:00',
    ]);
    expect(result.steps.every(({ text }) => text.zh.length > 0)).toBe(true);
  });

  it.each([
    [1, '2025-06-09', '2025-06-10'],
    [1, '2025-06-13', '2025-06-16'],
    [1, '2025-06-14', '2025-06-16'],
    [1, '2025-09-26', '2025-09-28'],
    [5, '2025-01-24', '2025-02-07'],
    [10, '2026-02-12', '2026-03-04'],
    [3, '2025-12-31', '2026-01-06'],
  ])('%i working days from %s are due on %s', (amount, on, expected) => {
    expect(due(limit(amount, 'working_day'), on).dueOn).toBe(expected);
  });

  it('ends on a working day even where the limit does not roll over', () => {
    expect(due(limit(1, 'working_day', { rollOver: false }), '2025-06-13').dueOn).toBe('2025-06-16');
  });
});

describe('calendar days', () => {
  it.each([
    [30, '2025-06-12', '2025-07-14', 'a Saturday rolls to Monday'],
    [5, '2025-09-23', '2025-09-28', 'a Sunday that is worked stays'],
    [5, '2025-09-26', '2025-10-09', 'a holiday rolls to the first working day after it'],
    [60, '2025-06-09', '2025-08-08', 'a Friday stays'],
  ])('%i calendar days from %s are due on %s: %s', (amount, on, expected) => {
    expect(due(limit(amount, 'calendar_day'), on).dueOn).toBe(expected);
  });

  it('may end on a Saturday where the limit does not roll over', () => {
    const result = due(limit(30, 'calendar_day', { rollOver: false }), '2025-06-12');
    expect(result.dueOn).toBe('2025-07-12');
    expect(codes(result)).toEqual(['start_day_excluded', 'counted', 'due']);
  });

  it('says from which day it rolled over', () => {
    const { steps } = due(limit(30, 'calendar_day'), '2025-06-12');
    expect(steps.find(({ code }) => code === 'rolled_over')?.params).toEqual({
      from: '2025-07-12',
      to: '2025-07-14',
    });
  });
});

describe('months and quarters', () => {
  it.each([
    ['2025-01-31', 1, 'corresponding_day', '2025-02-28'],
    ['2024-01-31', 1, 'corresponding_day', '2024-02-29'],
    ['2024-02-29', 12, 'corresponding_day', '2025-02-28'],
    ['2025-08-31', 6, 'corresponding_day', '2026-02-28'],
    ['2025-08-31', 6, 'day_before', '2026-02-28'],
    ['2025-08-15', 6, 'day_before', '2026-02-14'],
    ['2024-03-01', 12, 'day_before', '2025-02-28'],
    ['2024-12-15', 1, 'corresponding_day', '2025-01-15'],
  ] as const)('from %s, %i months by %s end on %s', (on, amount, endConvention, expected) => {
    expect(due(limit(amount, 'month', { endConvention, rollOver: false }), on).dueOn).toBe(expected);
  });

  it('notes where the other convention would end the term, in words', () => {
    const { alternative } = due(limit(12, 'month', { rollOver: false }), '2024-03-15');
    expect(alternative).toMatchObject({ dueOn: '2025-03-14', convention: 'day_before' });
    expect(alternative?.text.zh).toContain('对应日的前一日为期限最后一日，则于2025-03-14届满');
    expect(alternative?.text.en).toContain('ends the day before the corresponding date: 2025-03-14');
    const other = due(limit(12, 'month', { rollOver: false, endConvention: 'day_before' }), '2024-01-31');
    expect(other.alternative?.text.en).toContain('ends on the corresponding date: 2025-01-31');
  });

  it('tells of no alternative where both conventions come to the same day', () => {
    expect(due(limit(6, 'month', { rollOver: false }), '2025-08-31')).not.toHaveProperty('alternative');
    expect(due(limit(30, 'calendar_day'), '2025-08-31')).not.toHaveProperty('alternative');
  });

  it('says that a month without the date ends with its last day', () => {
    expect(codes(due(limit(1, 'month'), '2025-01-31'))).toContain('month_end_clamped');
  });

  it('counts months that extend months from the start, so that a short month costs nothing', () => {
    const terms = limit(6, 'month', { rollOver: false, extension: { amount: 6, unit: 'month', times: 1 } });
    const clock = {
      ...start(terms, '2024-08-31'),
      extensions: [{ amount: 6, unit: 'month' as const, at: morningOf('2025-01-10') }],
    };
    expect(deriveDue(clock, CN, CHINA).dueOn).toBe('2025-08-31');
  });

  it.each([
    ['2025-01-01', '2025-03-31'],
    ['2025-05-20', '2025-06-30'],
    ['2025-08-31', '2025-09-30'],
    ['2025-12-31', '2025-12-31'],
  ])('the quarter in which %s falls ends on %s', (on, expected) => {
    expect(due(limit(1, 'quarter'), on).dueOn).toBe(expected);
  });

  it('a quarter that is over at close of business gives way to the next', () => {
    const started = startClock(KEY, limit(1, 'quarter'), '2025-03-31T09:30:00.000Z', 'SUBMIT');
    expect(deriveDue(started, CN, { ...CHINA, dayEnd: '17:30' }).dueOn).toBe('2025-06-30');
    expect(deriveDue(started, CN, CHINA).dueOn).toBe('2025-03-31');
  });

  it('the end of a quarter rolls over like any other last day', () => {
    expect(due(limit(1, 'quarter', { rollOver: true }), '2024-05-20').dueOn).toBe('2024-07-01');
  });
});

describe('the end of the day', () => {
  it('is close of business where the body counts so', () => {
    const result = deriveDue(start(limit(1, 'working_day'), '2025-06-09'), CN, { ...CHINA, dayEnd: '17:30' });
    expect(result.dueAt).toBe('2025-06-10T09:30:00.000Z');
  });

  it('belongs to the time zone of the body, not to UTC', () => {
    const lateEvening = startClock(KEY, limit(1, 'calendar_day'), '2025-06-09T17:00:00.000Z', 'SUBMIT');
    expect(deriveDue(lateEvening, CN, CHINA).dueOn).toBe('2025-06-11');
    expect(deriveDue(lateEvening, EU.calendar, BRUSSELS).dueOn).toBe('2025-06-10');
  });

  it.each([
    ['2025-03-28', '2025-03-29', '2025-03-29T23:00:00.000Z', 'before the clocks go forward'],
    ['2025-03-29', '2025-03-30', '2025-03-30T22:00:00.000Z', 'on the day they do'],
    ['2025-10-24', '2025-10-25', '2025-10-25T22:00:00.000Z', 'before the clocks go back'],
    ['2025-10-25', '2025-10-26', '2025-10-26T23:00:00.000Z', 'on the day they do so'],
  ])('in Brussels a day from %s ends on %s at %s, %s', (on, dueOn, dueAt) => {
    const clock = startClock(
      KEY,
      limit(1, 'calendar_day', { rollOver: false }),
      `${on}T12:00:00.000Z`,
      'SUBMIT',
    );
    expect(deriveDue(clock, EU.calendar, BRUSSELS)).toMatchObject({ dueOn, dueAt });
  });

  it('in Brussels a limit that spans both changes keeps its calendar days', () => {
    const clock = startClock(
      KEY,
      limit(300, 'calendar_day', { rollOver: false }),
      '2025-01-01T23:30:00.000Z',
      'SUBMIT',
    );
    expect(deriveDue(clock, EU.calendar, BRUSSELS)).toMatchObject({
      dueOn: '2025-10-29',
      dueAt: '2025-10-29T23:00:00.000Z',
    });
  });
});

describe('pauses', () => {
  it('is not due while a pause stands', () => {
    const result = deriveDue(
      pauseClock(start(limit(15, 'working_day'), '2025-06-09'), morningOf('2025-06-12')),
      CN,
      CHINA,
    );
    expect(result).toMatchObject({ dueAt: null, dueOn: null, isPaused: true });
    expect(codes(result).at(-1)).toBe('still_paused');
  });

  it('gives working days back to a limit in working days', () => {
    const result = deriveDue(
      paused(limit(10, 'working_day'), '2025-06-09', '2025-06-12', '2025-06-17'),
      CN,
      CHINA,
    );
    expect(result.dueOn).toBe('2025-06-26');
    expect(result.steps.find(({ code }) => code === 'paused')?.text.en).toBe(
      'Paused on 2025-06-12, resumed on 2025-06-17: 3 working days given back',
    );
  });

  it('gives calendar days back to a limit in calendar days', () => {
    const result = deriveDue(
      paused(limit(60, 'calendar_day'), '2025-06-09', '2025-06-12', '2025-06-19'),
      CN,
      CHINA,
    );
    expect(result.dueOn).toBe('2025-08-15');
  });

  it('moves a last day that was not over when the clock paused to the day of resumption', () => {
    const result = deriveDue(
      paused(limit(5, 'working_day'), '2025-06-09', '2025-06-16', '2025-06-25'),
      CN,
      CHINA,
    );
    expect(result.dueOn).toBe('2025-06-25');
    expect(codes(result)).toContain('moved_to_resumption');
  });

  it('does the same for a last day that had rolled over', () => {
    const result = deriveDue(
      paused(limit(5, 'calendar_day'), '2025-06-09', '2025-06-16', '2025-06-25'),
      CN,
      CHINA,
    );
    expect(result.dueOn).toBe('2025-06-25');
  });

  it('leaves the next day where the clock resumes after the day has ended', () => {
    const clock = resumeClock(
      pauseClock(start(limit(1, 'working_day'), '2025-06-09'), morningOf('2025-06-10')),
      '2025-06-11T10:00:00.000Z',
    );
    expect(deriveDue(clock, CN, { ...CHINA, dayEnd: '17:30' }).dueOn).toBe('2025-06-12');
  });

  it('gives nothing back after expiry, and does not hide it', () => {
    const late = pauseClock(start(limit(5, 'working_day'), '2025-06-09'), morningOf('2025-06-17'));
    expect(deriveDue(late, CN, CHINA)).toMatchObject({ dueOn: '2025-06-16', isPaused: false });
    expect(deriveDue(resumeClock(late, morningOf('2025-06-30')), CN, CHINA).dueOn).toBe('2025-06-16');
  });

  it('gives nothing back to a pause that begins on the last day after close of business', () => {
    const late = pauseClock(start(limit(5, 'working_day'), '2025-06-09'), '2025-06-16T10:00:00.000Z');
    expect(deriveDue(late, CN, { ...CHINA, dayEnd: '17:30' }).dueOn).toBe('2025-06-16');
  });
});

describe('seconds, for drills', () => {
  it('run in exact instants, over weekends and nights', () => {
    const clock = startClock(KEY, limit(3, 'second'), '2025-06-14T15:59:59.250Z', 'SUBMIT');
    expect(deriveDue(clock, CN, CHINA)).toMatchObject({
      dueAt: '2025-06-14T16:00:02.250Z',
      dueOn: '2025-06-15',
    });
  });

  it('are not due while paused, and extended they run longer', () => {
    const clock = startClock(KEY, limit(3, 'second'), '2025-06-14T00:00:00.000Z', 'SUBMIT');
    expect(deriveDue(pauseClock(clock, '2025-06-14T00:00:01.000Z'), CN, CHINA).dueAt).toBeNull();
    const extensions = [{ amount: 4, unit: 'second' as const, at: '2025-06-14T00:00:01.000Z' }];
    expect(deriveDue({ ...clock, extensions }, CN, CHINA).dueAt).toBe('2025-06-14T00:00:07.000Z');
  });

  it('give nothing back to a pause after expiry', () => {
    const clock = startClock(KEY, limit(3, 'second'), '2025-06-14T00:00:00.000Z', 'SUBMIT');
    expect(deriveDue(pauseClock(clock, '2025-06-14T00:00:03.000Z'), CN, CHINA).dueAt).toBe(
      '2025-06-14T00:00:03.000Z',
    );
  });
});

describe('a year without a holiday plan', () => {
  it('is counted by weekdays, with a warning that names the year', () => {
    const result = due(limit(10, 'working_day'), '2026-12-28');
    expect(result.dueOn).toBe('2027-01-11');
    expect(result.warnings).toHaveLength(1);
    expect(result.warnings[0]).toMatchObject({
      code: 'no_holiday_plan',
      params: { year: 2027, calendar: 'cn' },
    });
    expect(result.warnings[0]?.text.en).toContain('no holiday plan for 2027');
  });

  it('warns of each such year', () => {
    expect(due(limit(600, 'working_day'), '2027-01-04').warnings.map(({ params }) => params.year)).toEqual([
      2027, 2028, 2029,
    ]);
  });

  it('warns where it decides whether a last day rolls over, and not where nothing rolls', () => {
    expect(due(limit(1, 'month'), '2026-12-15').warnings).toHaveLength(1);
    expect(due(limit(1, 'month', { rollOver: false }), '2026-12-15').warnings).toEqual([]);
    expect(due(limit(1, 'month'), '2025-12-15').warnings).toEqual([]);
  });
});

describe('properties', () => {
  const plain = compileCalendar({ id: 'none', name: { zh: '无', en: 'none' }, weekend: [6, 7], years: {} });
  const calendars = fc.constantFrom(CN, EU.calendar, plain);
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Brussels', 'America/New_York', 'UTC');
  const ends = fc.constantFrom('24:00' as const, '17:30' as const);
  const day = fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2026-12-31') });
  const units = fc.constantFrom(
    'working_day' as const,
    'calendar_day' as const,
    'month' as const,
    'quarter' as const,
  );
  const conventions = fc.constantFrom('corresponding_day' as const, 'day_before' as const);
  const instants = fc
    .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) })
    .map((ms) => new Date(ms).toISOString());

  it('no due date falls on a day without work where the limit rolls over, whatever the pauses', () => {
    fc.assert(
      fc.property(
        calendars,
        zones,
        ends,
        units,
        conventions,
        instants,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 4e9 })), {
          maxLength: 3,
        }),
        (calendar, timeZone, dayEnd, unit, endConvention, at, amount, gaps) => {
          let clock = startClock(KEY, limit(amount, unit, { endConvention }), at, 'SUBMIT');
          let now = Date.parse(at);
          for (const [before, length] of gaps) {
            clock = pauseClock(clock, new Date((now += before)).toISOString());
            clock = resumeClock(clock, new Date((now += length)).toISOString());
          }
          const { dueOn, dueAt } = deriveDue(clock, calendar, { timeZone, dayEnd });
          expect(isWorkingDay(calendar, dayOf(dueOn!))).toBe(true);
          expect(dueAt! > at).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('a limit of working days holds exactly that many of them', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 1, max: 250 }), (calendar, from, amount) => {
        const { dueOn } = deriveDue(start(limit(amount, 'working_day'), dateOf(from)), calendar, CHINA);
        let worked = 0;
        for (let at = from + 1; at <= dayOf(dueOn!); at++) if (isWorkingDay(calendar, at)) worked++;
        expect(worked).toBe(amount);
      }),
    );
  });

  it('pause and resumption give back exactly the calendar days', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 90 }),
        fc.nat(90),
        fc.nat(200),
        (from, amount, after, length) => {
          const terms = limit(amount, 'calendar_day', { rollOver: false });
          const offset = Math.min(after, amount);
          const [pause, resume] = [dateOf(from + offset), dateOf(from + offset + length)];
          const { dueOn } = deriveDue(paused(terms, dateOf(from), pause, resume), CN, CHINA);
          expect(dayOf(dueOn!) - (from + amount)).toBe(length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('pause and resumption give back exactly the working days', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 2, max: 60 }),
        fc.nat(90),
        fc.nat(120),
        (from, amount, after, length) => {
          const terms = limit(amount, 'working_day');
          const before = dayOf(due(terms, dateOf(from)).dueOn!);
          const pause = Math.min(from + after, before - 1);
          const resume = pause + length;
          const { dueOn } = deriveDue(paused(terms, dateOf(from), dateOf(pause), dateOf(resume)), CN, CHINA);
          const worked = (a: number, b: number) => {
            let count = 0;
            for (let at = a + 1; at <= b; at++) if (isWorkingDay(CN, at)) count++;
            return count;
          };
          expect(worked(before, dayOf(dueOn!))).toBe(worked(pause, resume));
          expect(worked(resume, dayOf(dueOn!))).toBe(worked(pause, before));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('pause and resumption give back exactly the time of a limit in seconds', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat(1e9),
        fc.nat(1e9),
        (at, amount, after, length) => {
          const began = Date.parse(at);
          const offset = Math.min(after, amount * 1000 - 1);
          const iso = (ms: number) => new Date(ms).toISOString();
          const clock = startClock(KEY, limit(amount, 'second'), at, 'SUBMIT');
          const resumed = resumeClock(pauseClock(clock, iso(began + offset)), iso(began + offset + length));
          expect(deriveDue(resumed, CN, CHINA).dueAt).toBe(iso(began + amount * 1000 + length));
        },
      ),
    );
  });

  it('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(
        calendars,
        units,
        conventions,
        instants,
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        (calendar, unit, endConvention, at, amount, rollOver) => {
          const dueOf = (n: number) =>
            deriveDue(
              startClock(KEY, limit(n, unit, { endConvention, rollOver }), at, 'SUBMIT'),
              calendar,
              CHINA,
            ).dueAt!;
          const capped = unit === 'quarter' ? Math.min(amount, 30) : amount;
          expect(dueOf(capped + 1) >= dueOf(capped)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
