/**
 * The light of a case in a list, and how much is left of the clock that is due next. Amber begins where the profile's
 * ladder has its first alarm before the due date. Seen from the due date alone: a limit shorter than that is amber all along.
 */
import type { Calendar } from './calendar.ts';
import { lastDayBefore, workingDaysLeft, type Clock } from './clock.ts';
import { calendarDaysLeft, dueWithin } from './days-left.ts';
import { lowestRank, rungAt, type Span } from './ladder.ts';
import { dateOf, type LocalDate } from './local-day.ts';
import type { Profile } from './profile.ts';
import type { Instant } from './vocabulary.ts';

/** Overdue, due soon, on track; paused where every clock stands still; none where no clock runs or the case is closed. */
export const QUEUE_LIGHTS = ['overdue', 'due_soon', 'on_track', 'paused', 'none'] as const;
export type QueueLight = (typeof QUEUE_LIGHTS)[number];

/** What is counted towards a limit in working days, and towards any other. */
export const LEFT_UNITS = ['working_day', 'calendar_day'] as const;
export type LeftUnit = (typeof LEFT_UNITS)[number];

interface Rules {
  readonly profile: Pick<Profile, 'rules'>;
  readonly calendar: Calendar;
}

/** Where a profile has no alarm before the due date: what most offices do. */
const USUAL: Span = { amount: 3, unit: 'working_day' };

/** Up to which due instant a case of this profile is due soon. */
export function soonUntil(at: Instant, { profile, calendar }: Rules): Instant {
  const { ladder } = profile.rules.escalate;
  const span = rungAt(ladder, lowestRank(ladder))?.before ?? USUAL;
  return dueWithin(at, span, calendar, profile.rules);
}

export interface Lit {
  readonly isOpen: boolean;
  /** When its next clock is due; null where none runs. */
  readonly dueAt: Instant | null;
  /** Whether it has a clock at all, a paused one included. */
  readonly hasClock: boolean;
}

export function queueLight({ isOpen, dueAt, hasClock }: Lit, at: Instant, soon: Instant): QueueLight {
  if (!isOpen) return 'none';
  if (dueAt === null) return hasClock ? 'paused' : 'none';
  if (dueAt <= at) return 'overdue';
  return dueAt <= soon ? 'due_soon' : 'on_track';
}

export interface Left {
  readonly left: number;
  readonly leftUnit: LeftUnit;
  readonly dueOn: LocalDate;
}

/** What is left of a clock that is due at an instant, in the days its limit is counted in. */
export function leftOf(
  { limit }: Pick<Clock, 'limit'>,
  dueAt: Instant,
  at: Instant,
  { profile, calendar }: Rules,
): Left {
  const { rules } = profile;
  const dueOn = dateOf(lastDayBefore(dueAt, rules));
  return limit.unit === 'working_day'
    ? { left: workingDaysLeft(dueAt, at, calendar, rules), leftUnit: 'working_day', dueOn }
    : { left: calendarDaysLeft(dueAt, at, rules), leftUnit: 'calendar_day', dueOn };
}
