/** Days, dates and instants of a time zone: every one there and back, and the hours that clocks skip or repeat. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayOf,
  instantAt,
  isLocalDate,
  isTimeZone,
  localDayOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/local-day.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const days = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2060-12-31') });

describe('a date', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['1969-12-31', -1],
    ['2025-06-09', 20_248],
  ])('%s is day %i', (date, day) => {
    expect(dayOf(date)).toBe(day);
    expect(dateOf(day)).toBe(date);
  });

  it.each([
    ['2025-06-09', 1],
    ['2025-06-15', 7],
    ['1970-01-01', 4],
    ['1969-12-29', 1],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(dayOf(date))).toBe(weekday);
  });

  it('belongs to its year', () => {
    expect([yearOf(dayOf('2024-12-31')), yearOf(dayOf('2025-01-01'))]).toEqual([2024, 2025]);
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-1-1', false],
    ['20250609', false],
    ['2025-06-09T00:00:00Z', false],
    ['', false],
  ])('%j exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2025-06-09T15:59:59.999Z', 'Asia/Shanghai', '2025-06-09'],
    ['2025-06-09T16:00:00.000Z', 'Asia/Shanghai', '2025-06-10'],
    ['2025-06-09T21:59:59.999Z', 'Europe/Brussels', '2025-06-09'],
    ['2025-12-09T22:59:59.999Z', 'Europe/Brussels', '2025-12-09'],
    ['2025-06-09T03:59:59.999Z', 'America/New_York', '2025-06-08'],
  ])('%s in %s is %s', (at, zone, date) => {
    expect(dateOf(localDayOf(at, zone))).toBe(date);
  });
});

describe('an instant of a day', () => {
  it.each([
    ['2025-06-09', 1440, 'Asia/Shanghai', '2025-06-09T16:00:00.000Z'],
    ['2025-06-09', 1050, 'Asia/Shanghai', '2025-06-09T09:30:00.000Z'],
    // The day the clocks go forward is an hour shorter, the day they go back an hour longer.
    ['2025-03-30', 1440, 'Europe/Brussels', '2025-03-30T22:00:00.000Z'],
    ['2025-10-26', 1440, 'Europe/Brussels', '2025-10-26T23:00:00.000Z'],
    // 02:30 is skipped in spring and comes twice in autumn: an hour on, and the first of the two.
    ['2025-03-30', 150, 'Europe/Brussels', '2025-03-30T01:30:00.000Z'],
    ['2025-10-26', 150, 'Europe/Brussels', '2025-10-26T00:30:00.000Z'],
  ])('%s, minute %i in %s is %s', (date, minutes, zone, at) => {
    expect(instantAt(dayOf(date), minutes, zone)).toBe(at);
  });
});

describe('properties', () => {
  it('a day is its date, and its noon falls on it, in every zone', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        expect(dayOf(dateOf(day))).toBe(day);
        expect(localDayOf(instantAt(day, 720, zone), zone)).toBe(day);
      }),
    );
  });

  it('the end of a day is the first instant of the next', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const end = instantAt(day, 1440, zone);
        const before = new Date(Date.parse(end) - 1).toISOString();
        expect([localDayOf(before, zone), localDayOf(end, zone)]).toEqual([day, day + 1]);
      }),
    );
  });
});

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['Asia/Changsha', false],
    ['', false],
  ])('%j is known: %s', (name, isKnown) => {
    expect(isTimeZone(name)).toBe(isKnown);
  });
});
