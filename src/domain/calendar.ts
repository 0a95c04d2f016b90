/**
 * Working calendars: which day is worked and why not. Holidays and make-up working days are data of a year's published
 * plan; a year without a plan is weekdays and weekends, and says so. Judges single days only; `clock.ts` counts them.
 */
import { z } from 'zod';
import { dayOf, isLocalDate, weekdayOf, yearOf, type Day } from './local-day.ts';
import type { Words } from './vocabulary.ts';

const BothLanguages = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const DateText = z.string().refine(isLocalDate, 'has to be a date that exists, written YYYY-MM-DD');

const Holiday = z
  .strictObject({ name: BothLanguages, from: DateText, to: DateText.optional() })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: 'lies before `from`' });

const YearPlan = z.strictObject({
  notice: z.string().min(1),
  holidays: z.array(Holiday).min(1),
  makeUpDays: z.array(DateText),
});

/** A calendar as its file says it. A plan of one year may name last days of the year before. */
export const CalendarData = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: BothLanguages,
    /** Days of the week without work, 1 for Monday to 7 for Sunday. */
    weekend: z.array(z.int().min(1).max(7)).max(6),
    years: z.record(z.string().regex(/^\d{4}$/), YearPlan),
  })
  .superRefine((calendar, context) => {
    for (const [year, plan] of Object.entries(calendar.years)) {
      const path = ['years', year];
      const inYear = (date: string) => date.startsWith(year) || date.startsWith(`${Number(year) - 1}-12`);
      const off = new Set<Day>();
      plan.holidays.forEach(({ from, to = from }, at) => {
        if (!isLocalDate(from) || !isLocalDate(to)) return;
        for (const date of [from, to])
          if (!inYear(date))
            context.addIssue({
              code: 'custom',
              path: [...path, 'holidays', at],
              message: `${date} is not in ${year}`,
            });
        if (dayOf(to) - dayOf(from) > 31)
          context.addIssue({
            code: 'custom',
            path: [...path, 'holidays', at],
            message: 'is longer than a month',
          });
        else for (let day = dayOf(from); day <= dayOf(to); day++) off.add(day);
      });
      plan.makeUpDays.forEach((date, at) => {
        if (!isLocalDate(date)) return;
        const wrong = !inYear(date)
          ? `${date} is not in ${year}`
          : off.has(dayOf(date))
            ? `${date} is a holiday in the same plan`
            : !calendar.weekend.includes(weekdayOf(dayOf(date)))
              ? `${date} is a working day already, so it makes up for nothing`
              : undefined;
        if (wrong !== undefined)
          context.addIssue({ code: 'custom', path: [...path, 'makeUpDays', at], message: wrong });
      });
    }
  });
export type CalendarData = z.infer<typeof CalendarData>;

/** A calendar ready to be asked; `data` is what it was made of. */
export interface Calendar {
  readonly id: string;
  readonly data: CalendarData;
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<Day, Words>;
  readonly makeUpDays: ReadonlySet<Day>;
  readonly plannedYears: ReadonlySet<number>;
}

export function compileCalendar(data: CalendarData): Calendar {
  const holidays = new Map<Day, Words>();
  const makeUpDays = new Set<Day>();
  for (const plan of Object.values(data.years)) {
    for (const { name, from, to = from } of plan.holidays)
      for (let day = dayOf(from); day <= dayOf(to); day++) holidays.set(day, name);
    for (const date of plan.makeUpDays) makeUpDays.add(dayOf(date));
  }
  return {
    id: data.id,
    data,
    weekend: new Set(data.weekend),
    holidays,
    makeUpDays,
    plannedYears: new Set(Object.keys(data.years).map(Number)),
  };
}

/** What kind of day it is; only `working` and `make_up` days are worked (domain brief 0.3). */
export type DayKind = 'working' | 'make_up' | 'weekend' | 'holiday';

export function kindOfDay(calendar: Calendar, day: Day): DayKind {
  if (calendar.makeUpDays.has(day)) return 'make_up';
  if (calendar.holidays.has(day)) return 'holiday';
  return calendar.weekend.has(weekdayOf(day)) ? 'weekend' : 'working';
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return !calendar.holidays.has(day) && !calendar.weekend.has(weekdayOf(day));
}

/** Whether a holiday plan is known for the year of a day; without one the count is a guess. */
export function hasPlanFor(calendar: Calendar, day: Day): boolean {
  return calendar.plannedYears.has(yearOf(day));
}
