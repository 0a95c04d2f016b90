/**
 * Interprets clock effects: which ledgers a case's clocks become. Pure; ids come from the caller, all date arithmetic
 * from `domain/clock.ts`. A limit that the profile switches off starts no clock and says so.
 */
import type { Calendar } from '../domain/calendar.ts';
import {
  deriveDue,
  extendClock,
  pauseClock,
  resumeClock,
  resumeSuspended,
  startClock,
  stopClock,
  type Clock,
} from '../domain/clock.ts';
import type { Effect } from '../domain/effect.ts';
import type { Profile } from '../domain/profile.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { ClockFact } from '../machines/procedure.ts';
import { armed, type NextAlarm } from './alarms.ts';

/** One clock of a case as stored: the ledger, and what is derived from it. */
export interface ClockRow extends NextAlarm {
  readonly id: string;
  readonly key: string;
  /** Tells apart clocks of one key in one case; empty for most. */
  readonly instance: string;
  readonly ledger: Clock;
  /** Null while paused. */
  readonly dueAt: Instant | null;
  readonly isActive: boolean;
  readonly firedAt: Instant | null;
}

/** What became of a clock, as the journal tells it. */
export interface ClockOutcome {
  readonly kind: Effect['kind'];
  readonly clock: string;
  readonly instance?: string;
  readonly dueAt?: Instant | null;
  readonly isOff?: true;
}

export type ClockEffect = Extract<
  Effect,
  {
    kind:
      | 'start_clock'
      | 'stop_clock'
      | 'pause_clock'
      | 'resume_clock'
      | 'extend_clock'
      | 'pause_clocks'
      | 'resume_clocks'
      | 'stop_all_clocks';
  }
>;

/** The active clocks as guards and rows know them: by key, and by `key instance` where there may be several of one key. */
export const clockFactsOf = (clocks: readonly ClockRow[]): Readonly<Record<string, ClockFact>> =>
  Object.fromEntries(
    clocks
      .filter(({ isActive }) => isActive)
      .map(({ key, instance, dueAt, ledger }) => [
        instance === '' ? key : `${key} ${instance}`,
        {
          dueAt,
          isRunning: dueAt !== null,
          extensions: ledger.extensions.length,
          mostExtensions: ledger.limit.extension?.times ?? 0,
        },
      ]),
  );

interface Rules {
  readonly profile: Profile;
  readonly calendar: Calendar;
  /** The event that brings the effect, for the ledger of a clock it starts. */
  readonly event?: string;
}

export interface ClockChange {
  readonly clocks: ClockRow[];
  readonly outcomes: ClockOutcome[];
  /** Ids of the clocks that are not what they were. */
  readonly touched: readonly string[];
}

export function applyClockEffect(
  clocks: readonly ClockRow[],
  effect: ClockEffect,
  at: Instant,
  rules: Rules,
  newId: () => string,
): ClockChange {
  if (effect.kind === 'start_clock') return started(clocks, effect, at, rules, newId);
  const change = changeOf(effect, at, rules);
  const outcomes: ClockOutcome[] = [];
  const touched: string[] = [];
  const changed = clocks.map((clock) => {
    if (!clock.isActive || !concerns(effect, clock, rules.profile)) return clock;
    const ledger = change(clock.ledger);
    if (ledger === clock.ledger) return clock;
    const isActive = ledger.stoppedAt === null;
    const dueAt = isActive ? deriveDue(ledger, rules.calendar, rules.profile.rules).dueAt : clock.dueAt;
    touched.push(clock.id);
    outcomes.push({
      kind: effect.kind,
      clock: clock.key,
      ...(clock.instance !== '' && { instance: clock.instance }),
      ...(isActive && { dueAt }),
    });
    const after = { ...clock, ledger, isActive, dueAt };
    return { ...after, ...armed(after, at, rules) };
  });
  return { clocks: changed, outcomes, touched };
}

function started(
  clocks: readonly ClockRow[],
  effect: Extract<Effect, { kind: 'start_clock' }>,
  at: Instant,
  rules: Rules,
  newId: () => string,
): ClockChange {
  const { profile, calendar, event = effect.kind } = rules;
  const { clock: key, instance = '', from = at } = effect;
  const stated = profile.limits[key];
  const limit = stated && { ...stated, ...effect.limit };
  const named = { kind: effect.kind, clock: key, ...(instance !== '' && { instance }) };
  if (!limit) return { clocks: [...clocks], outcomes: [{ ...named, isOff: true }], touched: [] };
  // Starting anew ends the one that runs: one clock of a key at a time, the old ledger kept.
  const ended = applyClockEffect(
    clocks,
    { kind: 'stop_clock', clock: key, ...(instance !== '' && { instance }) },
    at,
    rules,
    newId,
  );
  const ledger = startClock(key, limit, from, event);
  const { dueAt } = deriveDue(ledger, calendar, profile.rules);
  const id = newId();
  const fresh = { id, key, instance, ledger, dueAt, isActive: true, firedAt: null, alarm: 0 };
  return {
    clocks: [...ended.clocks, { ...fresh, ...armed(fresh, at, rules) }],
    outcomes: [...ended.outcomes, { ...named, dueAt }],
    touched: [...ended.touched, id],
  };
}

/** Whether a clock is meant by an effect. */
function concerns(effect: ClockEffect, clock: ClockRow, profile: Profile): boolean {
  switch (effect.kind) {
    case 'stop_all_clocks':
      return true;
    case 'pause_clocks':
    case 'resume_clocks':
      return (profile.rules.pausedBySuspension as readonly string[]).includes(clock.key);
    case 'stop_clock':
      return clock.key === effect.clock && (effect.instance ?? '') === clock.instance;
    default:
      return (
        clock.key === effect.clock && (effect.instance === undefined || effect.instance === clock.instance)
      );
  }
}

/** What an effect does to a ledger; the same ledger back means that nothing changed. */
function changeOf(effect: ClockEffect, at: Instant, { profile, calendar }: Rules): (ledger: Clock) => Clock {
  switch (effect.kind) {
    case 'pause_clock':
      return (ledger) => pauseClock(ledger, at, true);
    case 'pause_clocks':
      return (ledger) => pauseClock(ledger, at);
    case 'resume_clock':
      return (ledger) => resumeClock(ledger, at);
    case 'resume_clocks':
      return (ledger) => resumeSuspended(ledger, at);
    case 'extend_clock':
      return (ledger) => {
        const { dueAt } = deriveDue(ledger, calendar, profile.rules);
        const extended = extendClock(ledger, at, dueAt);
        return extended.ok ? extended.clock : ledger;
      };
    default:
      return (ledger) => stopClock(ledger, at);
  }
}
