/**
 * The one clock (design 1.6), and the only file that adds days. A clock is a ledger that JSON can hold: started, paused,
 * resumed, extended, stopped. When it falls due is derived from the ledger and a calendar, with every step of the count.
 * It fires nothing and decides nothing: an overrun is a flag that others raise (T8).
 */
import { hasPlanFor, isWorkingDay, kindOfDay, type Calendar } from './calendar.ts';
import type { ClockKey } from './clock-keys.ts';
import * as words from './derivation.ts';
import type { DerivationStep, Warning } from './derivation.ts';
import type { Span } from './ladder.ts';
import type { EndConvention, Extension, Limit } from './limit.ts';
import { dateOf, instantAt, localDayOf, yearOf, type Day, type LocalDate } from './local-day.ts';
import type { Instant, Words } from './vocabulary.ts';

export type { Limit } from './limit.ts';

export interface Clock {
  readonly key: ClockKey;
  readonly startedAt: Instant;
  readonly startEvent: string;
  /** As the profile had it when the clock started: a later profile does not move a running clock. */
  readonly limit: Limit;
  readonly extensions: readonly (Pick<Extension, 'amount' | 'unit'> & { readonly at: Instant })[];
  readonly pauses: readonly Pause[];
  readonly stoppedAt: Instant | null;
}

export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  /** Of this clock alone, by a step that meant it: the end of a suspension of the case leaves it standing still. */
  readonly isOwn?: true;
}

/** What of a profile's rules turns days into instants. */
export interface DayRules {
  readonly timeZone: string;
  readonly dayEnd: '24:00' | '17:30';
}

export interface DueDate {
  /** The instant at which the limit is over; null while a pause stands. Met means done before it. */
  readonly dueAt: Instant | null;
  readonly dueOn: LocalDate | null;
  readonly isPaused: boolean;
  readonly steps: readonly DerivationStep[];
  readonly warnings: readonly Warning[];
  /** For months: what the other end convention would give, where it differs (domain brief 0.3). */
  readonly alternative?: words.OtherEnd;
}

/** Starts a clock at an instant. The day of that instant will not count. */
export function startClock(key: ClockKey, limit: Limit, at: Instant, startEvent: string): Clock {
  const { amount, unit, rollOver, endConvention, extension, pausable } = limit;
  const kept = { amount, unit, rollOver, endConvention, ...(extension && { extension }), pausable };
  return { key, startedAt: at, startEvent, limit: kept, extensions: [], pauses: [], stoppedAt: null };
}

export const isRunning = (clock: Clock): boolean => clock.stoppedAt === null && !isPaused(clock);
export const isPaused = (clock: Clock): boolean => clock.pauses.at(-1)?.to === null;

/**
 * Pauses a clock. One that is stopped, paused already or may not pause (domain brief 4.9) stays as it is; but where a
 * suspension paused it, a pause of its own outlasts the suspension.
 */
export function pauseClock(clock: Clock, at: Instant, isOwn = false): Clock {
  if (!clock.limit.pausable || clock.stoppedAt !== null) return clock;
  const open = clock.pauses.at(-1);
  if (open?.to !== null) return { ...clock, pauses: [...clock.pauses, pauseFrom(at, isOwn)] };
  if (!isOwn || open.isOwn) return clock;
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), pauseFrom(open.from, true)] };
}

const pauseFrom = (from: Instant, isOwn: boolean): Pause => ({ from, to: null, ...(isOwn && { isOwn }) });

/** Resumes a paused clock; one that is not paused stays as it is. */
export function resumeClock(clock: Clock, at: Instant): Clock {
  const open = clock.pauses.at(-1);
  if (open?.to !== null) return clock;
  return {
    ...clock,
    pauses: [...clock.pauses.slice(0, -1), { ...open, to: at > open.from ? at : open.from }],
  };
}

/** Resumes what a suspension of the case paused; a pause of the clock's own stays. */
export const resumeSuspended = (clock: Clock, at: Instant): Clock =>
  clock.pauses.at(-1)?.isOwn ? clock : resumeClock(clock, at);

/** Stops a clock for good, and ends a pause that still stands; one that is stopped keeps its instant. */
export function stopClock(clock: Clock, at: Instant): Clock {
  return clock.stoppedAt === null ? { ...resumeClock(clock, at), stoppedAt: at } : clock;
}

const EXTENSION_REFUSALS = {
  clock_stopped: { zh: '该期限已经停止计算', en: 'The clock has stopped' },
  not_extendable: { zh: '该期限不得延长', en: 'This limit may not be extended' },
  cap_used: { zh: '延长次数已经用完', en: 'The limit has been extended as often as it may be' },
  expired: {
    zh: '期限已经届满，只能在届满前延长',
    en: 'The limit is over; it can be extended only before that',
  },
} as const satisfies Record<string, Words>;
export type ExtensionRefusal = keyof typeof EXTENSION_REFUSALS;

export type Extended =
  | { readonly ok: true; readonly clock: Clock }
  | { readonly ok: false; readonly refused: ExtensionRefusal; readonly text: Words };

/**
 * Extends a clock by the amount its limit allows. Refuses, as a value, after expiry (T12), beyond the cap and on a
 * stopped clock. `dueAt` is the clock's due instant as derived; null while it is paused, when nothing can expire.
 */
export function extendClock(clock: Clock, at: Instant, dueAt: Instant | null): Extended {
  const { extension } = clock.limit;
  const refuse = (refused: ExtensionRefusal): Extended => ({
    ok: false,
    refused,
    text: EXTENSION_REFUSALS[refused],
  });
  if (clock.stoppedAt !== null) return refuse('clock_stopped');
  if (extension === undefined || extension.times === 0) return refuse('not_extendable');
  if (clock.extensions.length >= extension.times) return refuse('cap_used');
  if (isExpired(dueAt, at)) return refuse('expired');
  const { amount, unit } = extension;
  return { ok: true, clock: { ...clock, extensions: [...clock.extensions, { amount, unit, at }] } };
}

/** Whether a limit is over at an instant. The due instant itself is over: 24:00 belongs to the next day. */
export const isExpired = (dueAt: Instant | null, at: Instant): boolean => dueAt !== null && at >= dueAt;

/**
 * When a clock falls due, and how that was counted (domain brief 0.3, T6, T11). The day of the start is left out; the
 * limit ends with the last day, local time. Pause and resumption give back the days between them: working days to a
 * limit in working days, calendar days to others, exact time to seconds. A last day that was not over when the clock
 * paused is not lost: it becomes the day of resumption.
 */
export function deriveDue(clock: Clock, calendar: Calendar, rules: DayRules): DueDate {
  if (clock.limit.unit === 'second') return deriveSeconds(clock, rules);
  const { endConvention } = clock.limit;
  const steps: DerivationStep[] = [];
  const count = countDays(clock, calendar, rules, endConvention, steps);
  const start = localDayOf(clock.startedAt, rules.timeZone);
  const warnings = warningsFor(clock.limit, calendar, start, count);
  if (count.due === null) return { dueAt: null, dueOn: null, isPaused: true, steps, warnings };
  const dueOn = dateOf(count.due);
  steps.push(words.due(dueOn, rules.dayEnd));
  const result = { dueAt: endOfDay(count.due, rules), dueOn, isPaused: false, steps, warnings };
  if (clock.limit.unit !== 'month') return result;
  const convention = endConvention === 'day_before' ? 'corresponding_day' : 'day_before';
  const other = countDays(clock, calendar, rules, convention, []).due;
  if (other === null || other === count.due) return result;
  return { ...result, alternative: words.otherEnd(dateOf(other), convention) };
}

/** Monday to Friday, every week: what is known of working days where no calendar is at hand. */
const WEEKDAYS: Calendar = {
  id: 'weekdays',
  data: { id: 'weekdays', name: { zh: '工作日', en: 'weekdays' }, weekend: [6, 7], years: {} },
  weekend: new Set([6, 7]),
  holidays: new Map(),
  makeUpDays: new Set(),
  plannedYears: new Set(),
};

/**
 * The last day of a limit that starts on a day, for rules that bound a date people choose. They have no calendar at
 * hand: working days are counted as weekdays, and a last day without work does not give way.
 */
export function lastDayOf(limit: Limit, start: Day): Day {
  if (limit.unit === 'second') return start + Math.ceil(limit.amount / 86_400);
  return endOfTerm(start, limit, limit.amount, WEEKDAYS, limit.endConvention, []);
}

/**
 * The instant a span away from a due instant, before it for a negative amount. A span in days ends with a day, as limits
 * do; backwards, so many working days are left after it.
 */
export function awayFrom(
  dueAt: Instant,
  { amount, unit }: Span,
  calendar: Calendar,
  rules: DayRules,
): Instant {
  if (unit === 'second') return instant(Date.parse(dueAt) + amount * 1000);
  const due = lastDayBefore(dueAt, rules);
  if (unit === 'calendar_day') return endOfDay(due + amount, rules);
  const from = amount < 0 && !isWorkingDay(calendar, due) ? addWorkingDays(calendar, due, -1) : due;
  return endOfDay(addWorkingDays(calendar, from, amount), rules);
}

/** Working days from today, left out, to the last day of a limit; negative once it is over. */
export function workingDaysLeft(dueAt: Instant, at: Instant, calendar: Calendar, rules: DayRules): number {
  const due = lastDayBefore(dueAt, rules);
  const today = localDayOf(at, rules.timeZone);
  return today > due ? -workingDaysBetween(calendar, due, today) : workingDaysBetween(calendar, today, due);
}

/** The day that a due instant ends. */
export const lastDayBefore = (dueAt: Instant, { timeZone }: DayRules): Day =>
  localDayOf(instant(Date.parse(dueAt) - 1), timeZone);

interface Count {
  /** The last day, rolled over where the limit says so; null while a pause stands. */
  readonly due: Day | null;
  /** The last day before rolling over. */
  readonly last: Day;
}

function countDays(
  clock: Clock,
  calendar: Calendar,
  rules: DayRules,
  convention: EndConvention,
  steps: DerivationStep[],
): Count {
  const { limit } = clock;
  const start = localDayOf(clock.startedAt, rules.timeZone);
  const later: DerivationStep[] = [];
  // The quarter whose last day is over already is not the one that is meant.
  const asOf = limit.unit === 'quarter' && clock.startedAt >= endOfDay(start, rules) ? start + 1 : start;
  let last = endOfTerm(asOf, limit, limit.amount, calendar, convention, later);
  let months = limit.amount;
  for (const { amount, unit, at } of clock.extensions) {
    // Months on months are counted from the start as one term, so that a short month does not shorten them twice.
    if (unit === 'month' && limit.unit === 'month')
      last = corresponding(start, (months += amount), convention, later);
    else if (unit === 'month') last = corresponding(last, amount, 'corresponding_day', later);
    else last = unit === 'working_day' ? addWorkingDays(calendar, last, amount) : last + amount;
    later.push(words.extended({ amount, unit }, at, dateOf(last)));
  }
  const rolls = limit.rollOver || limit.unit === 'working_day';
  const rolled = (day: Day) => (rolls ? nextWorkingDay(calendar, day) : day);
  const breaks: { readonly from: Day; readonly to: Day }[] = [];
  let due: Day | null = rolled(last);
  for (const pause of clock.pauses) {
    const from = localDayOf(pause.from, rules.timeZone);
    // A pause after expiry has nothing to give back.
    if (from > due || (from === due && pause.from >= endOfDay(due, rules))) break;
    if (pause.to === null) {
      later.push(words.stillPaused(dateOf(from)));
      due = null;
      break;
    }
    const to = localDayOf(pause.to, rules.timeZone);
    breaks.push({ from, to });
    const inWorkingDays = limit.unit === 'working_day';
    const given = inWorkingDays ? workingDaysBetween(calendar, from, to) : to - from;
    last = inWorkingDays ? addWorkingDays(calendar, last, given) : last + given;
    later.push(words.paused(dateOf(from), dateOf(to), given, inWorkingDays ? 'working_day' : 'calendar_day'));
    if (last <= to) {
      last = pause.to >= endOfDay(to, rules) ? to + 1 : Math.max(last, to);
      if (given > 0) later.push(words.movedToResumption(dateOf(last)));
    }
    due = rolled(last);
  }
  steps.push(words.startDayExcluded(dateOf(start)));
  if (limit.unit === 'working_day')
    skippedDays(
      calendar,
      start,
      due ?? last,
      (day) => breaks.some(({ from, to }) => from < day && day <= to),
      steps,
    );
  steps.push(...later);
  if (due !== null && due !== last) steps.push(words.rolledOver(dateOf(last), dateOf(due)));
  return { due, last };
}

/** The last day of a term of `amount` units that starts after `start`, before extension, pause and roll-over. */
function endOfTerm(
  start: Day,
  limit: Limit,
  amount: number,
  calendar: Calendar,
  convention: EndConvention,
  steps: DerivationStep[],
): Day {
  let end: Day;
  if (limit.unit === 'working_day') end = addWorkingDays(calendar, start, amount);
  else if (limit.unit === 'calendar_day') end = start + amount;
  else if (limit.unit === 'month') end = corresponding(start, amount, convention, steps);
  else {
    const { year, month } = partsOf(start);
    end = dayIn(year, (Math.floor(month / 3) + amount) * 3, 1) - 1;
    steps.push(words.quarterEnds(dateOf(end)));
  }
  steps.unshift(words.counted(amount, limit.unit, dateOf(end)));
  return end;
}

/** The date `months` later, clamped to the end of a shorter month, or the day before it (T11, domain brief 0.3). */
function corresponding(start: Day, months: number, convention: EndConvention, steps: DerivationStep[]): Day {
  const { year, month, day } = partsOf(start);
  const lastOfMonth = dayIn(year, month + months + 1, 1) - 1;
  const wanted = dayIn(year, month + months, 1) + day - (convention === 'day_before' ? 2 : 1);
  const end = Math.min(wanted, lastOfMonth);
  if (wanted > lastOfMonth) steps.push(words.monthEndClamped(dateOf(end)));
  else if (convention === 'day_before') steps.push(words.dayBeforeTaken(dateOf(end)));
  return end;
}

function deriveSeconds(clock: Clock, rules: DayRules): DueDate {
  const { amount } = clock.limit;
  let due = Date.parse(clock.startedAt) + amount * 1000;
  const steps = [words.counted(amount, 'second', instant(due))];
  for (const extension of clock.extensions) {
    due += extension.amount * 1000;
    steps.push(words.extended(extension, extension.at, instant(due)));
  }
  for (const { from, to } of clock.pauses) {
    if (Date.parse(from) >= due) break;
    if (to === null) {
      steps.push(words.stillPaused(from));
      return { dueAt: null, dueOn: null, isPaused: true, steps, warnings: [] };
    }
    const given = Date.parse(to) - Date.parse(from);
    due += given;
    steps.push(words.paused(from, to, given / 1000, 'second'));
  }
  const dueAt = instant(due);
  steps.push(words.dueAtInstant(dueAt));
  return { dueAt, dueOn: dateOf(localDayOf(dueAt, rules.timeZone)), isPaused: false, steps, warnings: [] };
}

/** Says which days between a start and a due day did not count, and which weekend days did. */
function skippedDays(
  calendar: Calendar,
  start: Day,
  due: Day,
  isPausedOn: (day: Day) => boolean,
  steps: DerivationStep[],
): void {
  const weekend: LocalDate[] = [];
  let run: { name: Words; from: Day; to: Day } | undefined;
  const endRun = () => {
    if (run)
      steps.push(words.holidaySkipped(run.name, dateOf(run.from), dateOf(run.to), run.to - run.from + 1));
    run = undefined;
  };
  for (let day = start + 1; day <= due; day++) {
    const kind = kindOfDay(calendar, day);
    if (kind !== 'holiday') endRun();
    if (kind === 'working' || isPausedOn(day)) continue;
    if (kind === 'weekend') weekend.push(dateOf(day));
    else if (kind === 'make_up') steps.push(words.makeUpDayCounted(dateOf(day)));
    else {
      const name = calendar.holidays.get(day) as Words;
      if (run?.name === name && run.to === day - 1) run.to = day;
      else {
        endRun();
        run = { name, from: day, to: day };
      }
    }
  }
  endRun();
  if (weekend.length > 0) steps.push(words.weekendSkipped(weekend));
}

/** A year counted without a published plan is a guess, and is said to be one. */
function warningsFor(limit: Limit, calendar: Calendar, start: Day, { due, last }: Count): Warning[] {
  const asks = limit.unit === 'working_day' ? start + 1 : limit.rollOver ? last : null;
  if (asks === null) return [];
  const warnings: Warning[] = [];
  for (let year = yearOf(asks); year <= yearOf(due ?? last); year++)
    if (!hasPlanFor(calendar, dayIn(year, 0, 1))) warnings.push(words.noHolidayPlan(year, calendar.id));
  return warnings;
}

/** The day on which the `count`th working day after `day` falls, before it for a negative count; `day` for none. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  let at = day;
  const step = Math.sign(count);
  for (let left = Math.abs(count); left > 0;) if (isWorkingDay(calendar, (at += step))) left--;
  return at;
}

function workingDaysBetween(calendar: Calendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day++) if (isWorkingDay(calendar, day)) count++;
  return count;
}

function nextWorkingDay(calendar: Calendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

export const endOfDay = (day: Day, { dayEnd, timeZone }: DayRules): Instant =>
  instantAt(day, dayEnd === '24:00' ? 1440 : 1050, timeZone);

const instant = (ms: number): Instant => new Date(ms).toISOString();

function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The day of a date whose month, from 0, may run past the year. */
const dayIn = (year: number, month: number, day: number): Day => Date.UTC(year, month, day) / 86_400_000;
