/** The special days of a year by date: as they are shown, as they are turned, as a month is laid out. */
import type { components } from '../../api/schema.d.ts';
import type { PlanDay } from './calendar-import.ts';

export type DayMap = ReadonlyMap<string, PlanDay>;

/** The special days of a year by date. */
export const daysOf = ({ days }: Pick<components['schemas']['CalendarYear'], 'days'>): DayMap =>
  new Map(days.map(({ on, kind, name }) => [on, { on, kind, ...(name && { name }) }]));

/** The next of what a day can be: off and back; at the weekend, worked first. */
export function turned(days: DayMap, on: string, isWeekend: boolean): DayMap {
  const next = new Map(days);
  const kind = days.get(on)?.kind;
  if (kind === 'off') next.delete(on);
  else if (kind === undefined && isWeekend) next.set(on, { on, kind: 'work' });
  else next.set(on, { on, kind: 'off' });
  return next;
}

/** The days of a month in rows of seven from Monday, with nothing where another month stands. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const first = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
  const cells: (string | null)[] = [
    ...Array.from({ length: first }, () => null),
    ...Array.from({ length }, (_, at) => new Date(Date.UTC(year, month, at + 1)).toISOString().slice(0, 10)),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}
