/** Whole weeks as a calendar page shows them, Monday first, with their numbers (ISO 8601). */
import { dayOf, weekdayOf, yearOf, type Day } from './local-day.ts';

export interface Week {
  /** 1 to 53; week 1 holds the first Thursday of the year. */
  readonly number: number;
  readonly days: readonly Day[];
}

/** The weeks that hold the days from `first` to `last`. */
export function weeksOver(first: Day, last: Day): Week[] {
  const weeks: Week[] = [];
  for (let monday = first - weekdayOf(first) + 1; monday <= last; monday += 7)
    weeks.push({
      number: numberOf(monday + 3),
      days: Array.from({ length: 7 }, (_, at) => monday + at),
    });
  return weeks;
}

const numberOf = (thursday: Day): number =>
  Math.floor((thursday - dayOf(`${String(yearOf(thursday)).padStart(4, '0')}-01-01`)) / 7) + 1;

/** The first and the last day of a month `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly first: Day; readonly last: Day } {
  const first = dayOf(`${month}-01`);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  const [nextYear, nextMonth] = next.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'));
  return { first, last: dayOf(`${nextYear ?? ''}-${nextMonth ?? ''}-01`) - 1 };
}
