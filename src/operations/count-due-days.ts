/**
 * What is due on each day, by light: the page of a month, or the next six weeks. Whole weeks, with the kind of each day and
 * the number of each week, so that whoever shows them counts no days.
 */
import { countDue, type DueGroup, type DueSpan } from '../../db/queries/clock-figures.ts';
import { findNow } from '../../db/queries/now.ts';
import type { Reader } from '../../db/second-wall.ts';
import type { DueCalendar } from '../contract/figures.ts';
import { hasPlanFor, kindOfDay } from '../domain/calendar.ts';
import { lastDayBefore } from '../domain/clock.ts';
import { dateOf, localDayOf, type Day } from '../domain/local-day.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { daysOfMonth, weeksOver, type Week } from '../domain/weeks.ts';
import { lightOf, type Light } from '../engine/alarms.ts';
import type { Asker } from './acting.ts';
import { countingReaderOf, pinnedByHash } from './count-cases.ts';
import { boundsOf, dutiesOf } from './list-deadlines.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { readerOf, seenByReader } from './seen-by.ts';
import { usualProfile } from './usual-profile.ts';

/** Today's week and these many after it. */
const WEEKS_AFTER = 5;

export interface DueDaysAsked {
  /** `YYYY-MM`; absent: six weeks from this one on. */
  readonly month?: string;
  readonly mine: boolean;
}

/** Days with what is due on them: the asker's own, or of every case they may know of. */
export async function readDueDays(
  runtime: Runtime,
  asker: Asker,
  { month, mine }: DueDaysAsked,
): Promise<DueCalendar> {
  const duties = mine ? await dutiesOf(runtime, asker) : null;
  return calendarOf(runtime, readerOf(asker), { month, mine: duties, isCounting: false });
}

/** The next six weeks over every case that counts for the asker; an auditor counts all. */
export const countDueDays = (runtime: Runtime, asker: Asker): Promise<DueCalendar> =>
  calendarOf(runtime, countingReaderOf(asker), { month: undefined, mine: null, isCounting: true });

async function calendarOf(
  runtime: Runtime,
  reader: Reader,
  { month, ...of }: { readonly month: string | undefined } & Pick<DueSpan, 'mine' | 'isCounting'>,
): Promise<DueCalendar> {
  const usual = usualProfile(runtime);
  const { timeZone } = usual.profile.rules;
  const { asOf, weeks, groups } = await seenByReader(
    runtime,
    reader,
    async (db) => {
      const now = await findNow(db);
      const shown = month === undefined ? weeksFrom(localDayOf(now, timeZone)) : weeksOf(month);
      const { dayBegins: after, dayEnds: until } = boundsOf(firstOf(shown), lastOf(shown), timeZone);
      return {
        asOf: now,
        weeks: shown,
        groups: await countDue(db, runtime.tenant, reader, { ...of, after, until, zone: timeZone }),
      };
    },
    'replica',
  );
  const counts = countsByDay(groups, await pinnedByHash(runtime, groups), asOf, timeZone);
  return {
    asOf,
    timeZone,
    today: dateOf(localDayOf(asOf, timeZone)),
    weeks: weeks.map(({ number, days }) => ({
      week: number,
      days: days.map((day) => ({ ...dayOn(usual, day), ...(counts.get(day) ?? NOTHING) })),
    })),
  };
}

const weeksFrom = (today: Day): Week[] => weeksOver(today, today + 7 * WEEKS_AFTER);
const weeksOf = (month: string): Week[] => {
  const { first, last } = daysOfMonth(month);
  return weeksOver(first, last);
};
const firstOf = (weeks: readonly Week[]): Day => weeks[0]?.days[0] ?? 0;
const lastOf = (weeks: readonly Week[]): Day => weeks.at(-1)?.days.at(-1) ?? 0;

const NOTHING: Readonly<Record<Light, number>> = { green: 0, blue: 0, red: 0 };

function countsByDay(
  groups: readonly DueGroup[],
  profiles: ReadonlyMap<string, PinnedProfile>,
  at: Instant,
  timeZone: string,
): ReadonlyMap<Day, Readonly<Record<Light, number>>> {
  const counts = new Map<Day, Record<Light, number>>();
  for (const group of groups) {
    const pinned = profiles.get(group.profile);
    if (!pinned) continue;
    const { rules } = pinned.profile;
    const day = lastDayBefore(group.dueAt, { ...rules, timeZone });
    const on = counts.get(day) ?? { ...NOTHING };
    on[lightOf(group, at, pinned)] += group.count;
    counts.set(day, on);
  }
  return counts;
}

const dayOn = ({ calendar }: PinnedProfile, day: Day) => ({
  date: dateOf(day),
  kind: kindOfDay(calendar, day),
  holiday: calendar.holidays.get(day) ?? null,
  isPlanned: hasPlanFor(calendar, day),
});
