/**
 * A year of a working calendar, day by day, as people look at it and change it; and back, as a calendar file says it. Only
 * special days stand in it: those that are off, and weekend days that are worked.
 */
import { CalendarData, compileCalendar, kindOfDay, type Calendar, type DayKind } from './calendar.ts';
import { dateOf, dayOf, isLocalDate, weekdayOf, type Day, type LocalDate } from './local-day.ts';
import type { Words } from './vocabulary.ts';

export interface SpecialDay {
  readonly on: LocalDate;
  readonly kind: 'off' | 'work';
  /** What the plan calls the holiday; null for a day that makes up for one. */
  readonly name: Words | null;
  /** Whose plan names it: a plan may name last days of the year before. */
  readonly plan: number;
}

type YearPlan = CalendarData['years'][string];

/** Every special day of a year, and those of other years that its plan names, by date. */
export function specialDaysOf({ data }: Calendar, year: number): SpecialDay[] {
  const days = new Map<Day, SpecialDay>();
  for (const [key, plan] of Object.entries(data.years)) {
    const of = Number(key);
    const keep = (day: Day, kind: SpecialDay['kind'], name: Words | null) => {
      const on = dateOf(day);
      if (of === year || on.startsWith(`${year}-`)) days.set(day, { on, kind, name, plan: of });
    };
    for (const { name, from, to = from } of plan.holidays)
      for (let day = dayOf(from); day <= dayOf(to); day++) keep(day, 'off', name);
    for (const date of plan.makeUpDays) keep(dayOf(date), 'work', null);
  }
  return [...days.values()].sort((a, b) => a.on.localeCompare(b.on));
}

export interface GivenDay {
  readonly on: LocalDate;
  readonly kind: 'off' | 'work';
  readonly name?: Words | undefined;
}

export interface GivenPlan {
  readonly notice: string;
  readonly days: readonly GivenDay[];
}

export interface PlanFault {
  /** Which of the days; null for the plan as a whole. */
  readonly at: number | null;
  readonly words: Words;
}

const UNNAMED: Words = { zh: '休', en: 'Day off' };

export type Planned =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

/** The calendar with this plan in place of what it has for the year; or what is wrong with the plan. */
export function withPlan(calendar: Calendar, year: number, given: GivenPlan): Planned {
  const faults = faultsOf(calendar, year, given);
  if (faults.length > 0) return { ok: false, faults };
  const data = { ...calendar.data, years: sorted({ ...calendar.data.years, [year]: planOf(given) }) };
  const parsed = CalendarData.safeParse(data);
  if (parsed.success) return { ok: true, calendar: compileCalendar(parsed.data) };
  return {
    ok: false,
    faults: [{ at: null, words: { zh: '连续放假不得超过一个月', en: 'A holiday is a month long at most' } }],
  };
}

function faultsOf({ weekend }: Calendar, year: number, { days }: GivenPlan): PlanFault[] {
  const seen = new Set<LocalDate>();
  const faults: PlanFault[] = [];
  days.forEach(({ on, kind }, at) => {
    const words = !isLocalDate(on)
      ? { zh: '没有该日期', en: 'There is no such date' }
      : seen.has(on)
        ? { zh: '该日期重复', en: 'This date stands there twice' }
        : !on.startsWith(`${year}-`) && !on.startsWith(`${year - 1}-12-`)
          ? {
              zh: `该日期不在 ${year} 年，也不在上年12月`,
              en: `This date is neither in ${year} nor in the December before`,
            }
          : kind === 'work' && !weekend.has(weekdayOf(dayOf(on)))
            ? { zh: '该日本来就是工作日', en: 'This is a working day already' }
            : null;
    seen.add(on);
    if (words) faults.push({ at, words });
  });
  if (faults.length === 0 && !days.some(({ kind }) => kind === 'off'))
    faults.push({ at: null, words: { zh: '安排中没有任何休息日', en: 'The plan has no day off' } });
  return faults;
}

/** Days off that follow each other under one name become one holiday. */
function planOf({ notice, days }: GivenPlan): YearPlan {
  const holidays: { name: Words; from: LocalDate; to: LocalDate }[] = [];
  const inOrder = [...days].sort((a, b) => a.on.localeCompare(b.on));
  for (const { on, kind, name = UNNAMED } of inOrder) {
    if (kind === 'work') continue;
    const last = holidays.at(-1);
    const goesOn = last && dayOf(last.to) + 1 === dayOf(on) && last.name.zh === name.zh;
    if (goesOn && last.name.en === name.en) last.to = on;
    else holidays.push({ name, from: on, to: on });
  }
  return { notice, holidays, makeUpDays: inOrder.filter(({ kind }) => kind === 'work').map(({ on }) => on) };
}

const sorted = <T>(years: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(years).sort(([a], [b]) => a.localeCompare(b)));

export interface ChangedDay {
  readonly on: LocalDate;
  readonly before: DayKind;
  readonly after: DayKind;
}

/** The days that are not of the kind they were, by date. */
export function changedDays(before: Calendar, after: Calendar): ChangedDay[] {
  const days = new Set([before, after].flatMap((each) => [...each.holidays.keys(), ...each.makeUpDays]));
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({ on: dateOf(day), before: kindOfDay(before, day), after: kindOfDay(after, day) }))
    .filter((day) => day.before !== day.after);
}
