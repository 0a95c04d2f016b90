/**
 * Working calendars as the body looks after them: the special days of a year, what a plan that somebody tries would move,
 * and the plan as a file for the folder of further profiles. Nothing is written here: calendars are files (design 1.7).
 */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import canonicalize from 'canonicalize';
import { stringify } from 'yaml';
import { listCalendarClocks, type CalendarClock } from '../../db/queries/calendar-clocks.ts';
import type { CalendarImpact, CalendarPlanRequest, CalendarYearView } from '../contract/calendars.ts';
import { Problem } from '../contract/problems.ts';
import { changedDays, specialDaysOf, withPlan } from '../domain/calendar-plan.ts';
import type { Calendar } from '../domain/calendar.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { deriveDue } from '../domain/clock.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import { CASE_ROLES, type Words } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { timeZoneOf } from './keep-people.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** Clocks counted anew for one preview; as many again would hold the process for seconds. */
const MOST_CLOCKS = 5_000;
/** Clocks counted before others get their turn. */
const AT_ONCE = 200;
/** Rows of the table by case. */
const MOST_ITEMS = 500;

/** The special days of a year. Throws `not-found` for a calendar that no loaded profile counts by. */
export function readCalendarYear(
  runtime: Runtime,
  { year, calendar: id }: { readonly year: number; readonly calendar?: string },
): CalendarYearView {
  const calendar = calendarOf(runtime, id);
  if (!calendar) throw new Problem('not-found', NO_CALENDAR);
  const plan = calendar.data.years[String(year)];
  return {
    year,
    calendar: calendar.id,
    name: calendar.data.name,
    calendars: [...calendarsOf(runtime).keys()].sort(),
    weekend: [...calendar.data.weekend],
    isPlanned: plan !== undefined,
    notice: plan?.notice ?? null,
    version: plan ? fingerprintOf(plan) : null,
    days: specialDaysOf(calendar, year),
  };
}

/** What a plan would move, clock by clock for who may know of cases, in numbers for who keeps the system. */
export async function previewCalendarYear(
  runtime: Runtime,
  asker: Asker,
  year: number,
  request: CalendarPlanRequest,
): Promise<CalendarImpact> {
  const { before, after } = planned(runtime, year, request);
  const difference = changedDays(before, after);
  const reach = asker.roles.some((role) => CASE_ROLES.includes(role)) ? 'known' : 'all';
  const first = difference[0];
  const rows = first ? await clocksFrom(runtime, reach === 'known' ? asker : null, before, first.on) : [];
  const moved = await movedBy(runtime, rows.slice(0, MOST_CLOCKS), after);
  return {
    year,
    calendar: before.id,
    difference,
    examined: Math.min(rows.length, MOST_CLOCKS),
    isComplete: rows.length <= MOST_CLOCKS,
    reach,
    cases: new Set(moved.map(({ case: of }) => of)).size,
    overAtOnce: moved.filter(({ isOver }) => isOver).length,
    moves: countedMoves(moved),
    items:
      reach === 'known'
        ? moved.slice(0, MOST_ITEMS).map(({ days: _days, label: _label, isOver: _isOver, ...item }) => item)
        : null,
  };
}

/** The whole calendar with the plan in it, as YAML for `calendars/` of the folder of further profiles. */
export function writeCalendarFile(
  runtime: Runtime,
  year: number,
  request: CalendarPlanRequest,
): { readonly name: string; readonly text: string } {
  const { after } = planned(runtime, year, request);
  return { name: `${after.id}.yaml`, text: stringify(after.data, { lineWidth: 0 }) };
}

const NO_CALENDAR: Words = {
  zh: '没有该工作日历，或者没有规则按其计算',
  en: 'There is no such calendar, or no loaded profile counts by it',
};

const calendarsOf = (runtime: Runtime): Map<string, Calendar> =>
  new Map([...runtime.profiles.values()].map(({ calendar }) => [calendar.id, calendar]));

function calendarOf(runtime: Runtime, id: string | undefined): Calendar | undefined {
  const usual = runtime.profiles.get(DEFAULT_PROFILE) ?? [...runtime.profiles.values()][0];
  return id === undefined ? usual?.calendar : calendarsOf(runtime).get(id);
}

const fingerprintOf = (plan: unknown): string =>
  createHash('sha256')
    .update(canonicalize(plan) ?? '')
    .digest('hex')
    .slice(0, 12);

function planned(
  runtime: Runtime,
  year: number,
  { calendar: id, notice, days }: CalendarPlanRequest,
): { readonly before: Calendar; readonly after: Calendar } {
  const before = calendarOf(runtime, id);
  if (!before)
    throw new Problem('validation-failed', undefined, {
      errors: [{ pointer: '/calendar', message: NO_CALENDAR }],
    });
  const result = withPlan(before, year, { notice, days });
  if (!result.ok)
    throw new Problem('validation-failed', undefined, {
      errors: result.faults.map(({ at, words }) => ({
        pointer: at === null ? '/days' : `/days/${at}/on`,
        message: words,
      })),
    });
  return { before, after: result.calendar };
}

/** A day ends at another instant in every zone: clocks due from the day before on are looked at. */
function clocksFrom(
  runtime: Runtime,
  asker: Asker | null,
  { id }: Calendar,
  first: string,
): Promise<CalendarClock[]> {
  const of = {
    calendar: id,
    from: instantAt(dayOf(first) - 1, 0, timeZoneOf(runtime)),
    limit: MOST_CLOCKS + 1,
  };
  return asker
    ? seenBy(runtime, asker, (db) => listCalendarClocks(db, runtime.tenant, askingOf(asker), of))
    : listCalendarClocks(runtime.knex, runtime.tenant, null, of);
}

interface Moved {
  readonly case: string;
  readonly clock: string;
  readonly instance: string;
  readonly from: string;
  readonly to: string;
  readonly label: Words;
  readonly days: number;
  readonly isOver: boolean;
}

async function movedBy(runtime: Runtime, rows: readonly CalendarClock[], after: Calendar): Promise<Moved[]> {
  const hashes = [...new Set(rows.map(({ profile_hash }) => profile_hash))];
  const pinned = new Map(
    await Promise.all(hashes.map(async (hash) => [hash, await runtime.pinned(hash)] as const)),
  );
  const moved: Moved[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await breathe();
    const own = pinned.get(row.profile_hash);
    if (!own) continue;
    const { rules } = own.profile;
    const { dueOn: from } = deriveDue(row.ledger, own.calendar, rules);
    const { dueOn: to, dueAt } = deriveDue(row.ledger, after, rules);
    if (from === null || to === null || dueAt === null || from === to) continue;
    moved.push({
      case: row.case_id,
      clock: row.key,
      instance: row.instance,
      from,
      to,
      label: CLOCK_WORDS[row.ledger.key],
      days: dayOf(to) - dayOf(from),
      isOver: dueAt <= row.at,
    });
  }
  return moved;
}

function countedMoves(moved: readonly Moved[]): CalendarImpact['moves'] {
  const counted = new Map<string, CalendarImpact['moves'][number]>();
  for (const { clock, label, days } of moved) {
    const key = `${clock} ${days}`;
    counted.set(key, { clock, label, days, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => a.clock.localeCompare(b.clock) || a.days - b.days);
}
