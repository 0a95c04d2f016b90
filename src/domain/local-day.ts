/**
 * Days as numbers: a day is the count of days since 1970-01-01 in the body's own time zone. Turns instants and dates
 * into days and back; it adds none (`clock.ts` does) and knows no holidays (`calendar.ts` does).
 */
import type { Instant } from './vocabulary.ts';

/** A day in some time zone, as the number of days since 1970-01-01. */
export type Day = number;

/** A date as people write it: `YYYY-MM-DD`. */
export type LocalDate = string;

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The day of a date `YYYY-MM-DD`. The date has to exist; `isLocalDate` tells. */
export function dayOf(date: LocalDate): Day {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** The date of a day, `YYYY-MM-DD`. */
export function dateOf(day: Day): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Whether `text` is a date that exists: `2025-02-30` is not. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;
}

/** Whether the platform knows the IANA time zone `name`. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The day on which an instant falls in a time zone. Throws a RangeError for what is no instant or no zone. */
export function localDayOf(at: Instant, timeZone: string): Day {
  const ms = Date.parse(at);
  return Math.floor((ms + offsetAt(ms, timeZone)) / DAY_MS);
}

/**
 * The instant `minutes` after midnight of a day in a time zone; 1440 is the end of that day. On the days when clocks
 * change it is the wall-clock time that counts: of a time that comes twice the first, of one that is skipped the one an hour on.
 */
export function instantAt(day: Day, minutes: number, timeZone: string): Instant {
  const wall = day * DAY_MS + minutes * MINUTE_MS;
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  // The earlier of the two readings that is right; in a gap neither is, and the offset before it gives its far side.
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  const ms = early + offsetAt(early, timeZone) === wall ? early : late;
  return new Date(ms).toISOString();
}

/** Making a formatter costs a hundred times what using it does, and a program knows few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Milliseconds by which the wall clock of a zone is ahead of UTC at an instant. Reads `09/26/2025, 23:59:59`. */
function offsetAt(ms: number, timeZone: string): number {
  const text = formatterOf(timeZone).format(ms);
  const part = (from: number, to: number) => Number(text.slice(from, to));
  const wall = Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17), part(18, 20));
  return wall - Math.floor(ms / 1000) * 1000;
}
