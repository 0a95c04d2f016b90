/**
 * Which alarm of a clock comes next, and when: worked out whenever the clock changes, and after each alarm. What lies
 * before the start or on its day, or was passed over by a pause or an extension, is left out; the due instant and what
 * follows never is.
 */
import type { Calendar } from '../domain/calendar.ts';
import { awayFrom, lastDayBefore, type Clock } from '../domain/clock.ts';
import { lowestRank, offsetOf, rungAt } from '../domain/ladder.ts';
import { localDayOf } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** The alarm a clock waits for. */
export interface NextAlarm {
  /** Its rank in the ladder: 0 when it falls due, less before, more after. */
  readonly alarm: number;
  /** Null while the clock is paused, once it is stopped, and past the last rung. */
  readonly nextAlarmAt: Instant | null;
}

interface Alarmed {
  readonly ledger: Clock;
  readonly dueAt: Instant | null;
  readonly isActive: boolean;
  readonly firedAt: Instant | null;
}

interface Rules {
  readonly profile: Profile;
  readonly calendar: Calendar;
}

/** The alarm that a clock waits for after it was started, paused, resumed, extended or stopped at an instant. */
export function armed(clock: Alarmed & { readonly alarm: number }, at: Instant, rules: Rules): NextAlarm {
  if (clock.firedAt !== null) return from(clock, Math.max(clock.alarm, 1), '', rules);
  return from(clock, lowestRank(rules.profile.rules.escalate.ladder), at, rules);
}

/** The clock once the alarm it waited for is recorded: at the due instant it is overdue from then on. */
export function recorded<C extends Alarmed & NextAlarm>(clock: C, at: Instant, rules: Rules): C {
  const firedAt = clock.alarm === 0 ? at : clock.firedAt;
  return { ...clock, firedAt, ...from(clock, clock.alarm + 1, '', rules) };
}

/** When the alarm of a rank goes off; null where the clock has no such alarm. */
export function alarmAt(
  { ledger, dueAt }: Pick<Alarmed, 'ledger' | 'dueAt'>,
  rank: number,
  { profile, calendar }: Rules,
): Instant | null {
  const rung = rungAt(profile.rules.escalate.ladder, rank);
  if (!rung || dueAt === null) return null;
  const offset = offsetOf(rung);
  if (!offset) return dueAt;
  const instant = awayFrom(dueAt, offset, calendar, profile.rules);
  if (rank > 0) return instant;
  // The day of the start does not count, so a warning on it would be one at the start.
  const isTooEarly =
    offset.unit === 'second'
      ? instant <= ledger.startedAt
      : lastDayBefore(instant, profile.rules) <= localDayOf(ledger.startedAt, profile.rules.timeZone);
  return isTooEarly ? null : instant;
}

/** The first alarm from a rank on; one before the due instant only if it lies after `passed`. */
function from(clock: Alarmed, rank: number, passed: Instant, rules: Rules): NextAlarm {
  if (!clock.isActive) return { alarm: rank, nextAlarmAt: null };
  for (let alarm = rank; alarm < 0; alarm++) {
    const instant = alarmAt(clock, alarm, rules);
    if (instant !== null && instant > passed) return { alarm, nextAlarmAt: instant };
  }
  const alarm = Math.max(rank, 0);
  return { alarm, nextAlarmAt: alarmAt(clock, alarm, rules) };
}

export type Light = 'green' | 'blue' | 'red';

/** Red once it is due, blue once the first alarm before that has gone off, green otherwise and while it is paused. */
export function lightOf(clock: Pick<Alarmed, 'ledger' | 'dueAt'>, at: Instant, rules: Rules): Light {
  if (clock.dueAt === null) return 'green';
  if (at >= clock.dueAt) return 'red';
  for (let rank = lowestRank(rules.profile.rules.escalate.ladder); rank < 0; rank++) {
    const instant = alarmAt(clock, rank, rules);
    if (instant !== null && at >= instant) return 'blue';
  }
  return 'green';
}
