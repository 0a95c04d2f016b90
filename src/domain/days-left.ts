/** How many days of the calendar are left, and what falls due within a span, by the days that `clock.ts` counts. */
import type { Calendar } from './calendar.ts';
import { addWorkingDays, endOfDay, lastDayBefore } from './clock.ts';
import type { Span } from './ladder.ts';
import type { DayRules } from './clock.ts';
import { localDayOf } from './local-day.ts';
import type { Instant } from './vocabulary.ts';

/** Days of the calendar from today, left out, to the last day of a limit; negative once it is over. */
export const calendarDaysLeft = (dueAt: Instant, at: Instant, rules: DayRules): number =>
  lastDayBefore(dueAt, rules) - localDayOf(at, rules.timeZone);

/**
 * The last due instant that is within a span at an instant: whatever falls due up to it has `awayFrom`, so much before,
 * behind it. The day in progress counts as one that is left.
 */
export function dueWithin(at: Instant, { amount, unit }: Span, calendar: Calendar, rules: DayRules): Instant {
  if (unit === 'second') return new Date(Date.parse(at) + amount * 1000).toISOString();
  const today = localDayOf(at, rules.timeZone);
  const before = at >= endOfDay(today, rules) ? today : today - 1;
  if (unit === 'calendar_day') return endOfDay(before + amount, rules);
  return endOfDay(addWorkingDays(calendar, before, amount + 1) - 1, rules);
}
