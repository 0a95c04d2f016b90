/**
 * Figures over cases for dashboards: bounded in time, counted from what the asker may know of; an auditor, who reads the
 * whole journal, counts all. Each answer says at which instant it was taken.
 */
import type { Knex } from 'knex';
import {
  countLoad,
  countMonths,
  countOpenCases,
  countOutcomes,
  countPunctuality,
  countTurnover,
  type OpenFigures,
  type Span,
} from '../../db/queries/case-figures.ts';
import { countDurations } from '../../db/queries/clock-figures.ts';
import type { Asking } from '../../db/queries/cases.ts';
import { findNow } from '../../db/queries/now.ts';
import type {
  DurationFigures,
  LoadFigures,
  MonthFigures,
  OpenCaseFigures,
  OutcomeFigures,
  OverviewFigures,
  PunctualityFigures,
} from '../contract/figures.ts';
import { Problem } from '../contract/problems.ts';
import { workingDaysLeft } from '../domain/clock.ts';
import { DAY_MS } from '../domain/local-day.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { periodOf, type PeriodAsked } from './period.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { readerOf, seenBy, seenByReader } from './seen-by.ts';
import { usualProfile } from './usual-profile.ts';

/** The longest period a figure is counted over. */
const MOST_DAYS = 400;

/** The period where none is asked for. */
const USUAL_DAYS = 90;

/** Fewer than these say more of a case than of a unit. */
export const FEWEST = 5;

/** Who has more open cases than all others but these is seen all the same. */
const MOST_ASSIGNEES = 100;

/** Whole days at which a span of ages begins. */
const AGES = [0, 8, 16, 31, 61, 91, 181];

/** Working days at which a span of what is left begins. */
const LEFT = [0, 1, 4, 11, 21, 61];

export interface FiguresAsked extends PeriodAsked {
  /** A unit, with all below it; absent: every unit. */
  readonly unit?: string;
}

type Count<T> = (db: Knex, asking: Asking, span: Span & { readonly asOf: Instant }) => Promise<T>;

/** Counts over a period. Throws `bad-parameter` for one that is empty or longer than 400 days. */
export function over<T>(
  runtime: Runtime,
  asker: Asker,
  asked: FiguresAsked,
  count: Count<T>,
): Promise<{ readonly asOf: Instant; readonly from: Instant; readonly to: Instant } & T> {
  const reader = countingReaderOf(asker);
  return seenByReader(
    runtime,
    reader,
    async (db) => {
      const asOf = await findNow(db);
      const { from, to } = boundsOf(periodOf(runtime, asked), asOf);
      const span = { from, to, of: asked.unit ?? null, asOf };
      return { asOf, from, to, ...(await count(db, reader, span)) };
    },
    'replica',
  );
}

/** An auditor counts what they do not read. */
export const countingReaderOf = (asker: Asker) => {
  const own = readerOf(asker);
  return own.isAuditor ? { ...own, sees: 'all' as const } : own;
};

function boundsOf(
  { from, to }: ReturnType<typeof periodOf>,
  asOf: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const ends = to ?? asOf;
  const begins = from ?? new Date(Date.parse(ends) - USUAL_DAYS * DAY_MS).toISOString();
  const length = Date.parse(ends) - Date.parse(begins);
  if (length <= 0 || length > MOST_DAYS * DAY_MS)
    throw new Problem('bad-parameter', undefined, {
      errors: [
        {
          pointer: '/query/from',
          message: {
            zh: `统计期间须在 to 之前开始，且不超过 ${MOST_DAYS} 天`,
            en: `has to lie before \`to\`, by ${MOST_DAYS} days at most`,
          },
        },
      ],
    });
  return { from: begins, to: ends };
}

/** In hand, received, closed and run out, beside the period of the same length before. */
export const countOverview = (
  runtime: Runtime,
  asker: Asker,
  asked: FiguresAsked,
): Promise<OverviewFigures> =>
  over(runtime, asker, asked, (db, asking, span) => {
    const before = new Date(2 * Date.parse(span.from) - Date.parse(span.to)).toISOString();
    return countTurnover(db, runtime.tenant, asking, { ...span, before });
  });

/** Received and closed, month by month in the body's time zone. */
export const countByMonth = (runtime: Runtime, asker: Asker, asked: FiguresAsked): Promise<MonthFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => {
    const { timeZone } = usualProfile(runtime).profile.rules;
    return { timeZone, items: await countMonths(db, runtime.tenant, asking, { ...span, zone: timeZone }) };
  });

/** Closed on time, by unit; too few to tell are not told. */
export const countByUnit = (
  runtime: Runtime,
  asker: Asker,
  asked: FiguresAsked,
): Promise<PunctualityFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => ({
    items: (await countPunctuality(db, runtime.tenant, asking, span)).map((row) =>
      row.closed < FEWEST
        ? { ...row, closed: null, onTime: null, isSuppressed: true }
        : { ...row, isSuppressed: false },
    ),
  }));

/** How long what a limit is set for took, by clock. */
export const countByClock = (runtime: Runtime, asker: Asker, asked: FiguresAsked): Promise<DurationFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => ({
    items: await countDurations(db, runtime.tenant, asking, span),
  }));

/** How the cases ended that were closed. */
export const countByOutcome = (
  runtime: Runtime,
  asker: Asker,
  asked: FiguresAsked,
): Promise<OutcomeFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => ({
    items: await countOutcomes(db, runtime.tenant, asking, span),
  }));

/** Open cases as they stand: states, ages, working days left. */
export async function countOpen(
  runtime: Runtime,
  asker: Asker,
  { unit }: Pick<FiguresAsked, 'unit'>,
): Promise<OpenCaseFigures> {
  const reader = countingReaderOf(asker);
  const zone = usualProfile(runtime).profile.rules.timeZone;
  const { asOf, open } = await seenByReader(
    runtime,
    reader,
    async (db) => ({
      asOf: await findNow(db),
      open: await countOpenCases(db, runtime.tenant, reader, {
        of: unit ?? null,
        zone,
        bounds: AGES.slice(1),
      }),
    }),
    'replica',
  );
  const profiles = await pinnedByHash(runtime, open.dues);
  const left = (due: OpenFigures['dues'][number]): number => {
    const pinned = profiles.get(due.profile);
    if (due.isOver || !pinned) return -1;
    return Math.max(0, workingDaysLeft(due.dueAt, asOf, pinned.calendar, pinned.profile.rules));
  };
  return {
    asOf,
    total: sum(open.states.map(({ count }) => count)),
    overdue: sum(open.states.map(({ overdue }) => overdue)),
    states: [...open.states],
    ages: spans(
      AGES,
      open.ages.map(({ bucket, count }) => [AGES[bucket] ?? 0, count]),
    ),
    daysLeft: [
      { from: null, to: -1, count: sum(open.dues.filter((due) => left(due) < 0).map(({ count }) => count)) },
      ...spans(
        LEFT,
        open.dues.filter((due) => left(due) >= 0).map((due) => [left(due), due.count]),
      ),
    ],
    undated: open.undated,
    units: [...open.units],
  };
}

/** Who carries how much, of the cases the asker may know of. */
export const countLoads = (
  runtime: Runtime,
  asker: Asker,
  { unit }: Pick<FiguresAsked, 'unit'>,
): Promise<LoadFigures> =>
  seenBy(
    runtime,
    asker,
    async (db) => ({
      asOf: await findNow(db),
      items: await countLoad(db, runtime.tenant, askingOf(asker), {
        of: unit ?? null,
        limit: MOST_ASSIGNEES,
      }),
    }),
    'replica',
  );

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How many values lie in each span; the last one has no end. */
const spans = (bounds: readonly number[], values: readonly (readonly [value: number, count: number])[]) =>
  bounds.map((from, at) => {
    const to = bounds[at + 1];
    const within = values.filter(([value]) => value >= from && (to === undefined || value < to));
    return { from, to: to === undefined ? null : to - 1, count: sum(within.map(([, count]) => count)) };
  });

/** The profiles that groups of clocks are counted by, every one fetched once. */
export async function pinnedByHash(
  runtime: Runtime,
  groups: readonly { readonly profile: string }[],
): Promise<ReadonlyMap<string, PinnedProfile>> {
  const hashes = [...new Set(groups.map(({ profile }) => profile))];
  const pinned = await Promise.all(hashes.map((hash) => runtime.pinned(hash)));
  return new Map(pinned.map((each) => [each.hash, each]));
}
