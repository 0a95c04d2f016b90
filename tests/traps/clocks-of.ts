/** A case played with its clocks: what runs after some events, each on a day of its own, and when it is due. */
import { isPaused } from '../../src/domain/clock.ts';
import { applyClockEffect, type ClockEffect, type ClockRow } from '../../src/engine/clock-effects.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';
import { playFrom, type Played } from '../machines/play.ts';

export interface Watched {
  readonly stored: StoredSnapshot;
  readonly clocks: readonly ClockRow[];
}

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };

/** The case and its clocks after these events; each happens in the morning of the day beside it. */
export function watch(procedure: Procedure, ...events: readonly (readonly [string, Played])[]): Watched {
  return watchOn(procedure, { stored: blankSnapshot(procedure), clocks: [] }, ...events);
}

export function watchOn(
  procedure: Procedure,
  from: Watched,
  ...events: readonly (readonly [string, Played])[]
): Watched {
  let watched = from;
  let ids = from.clocks.length;
  for (const [day, event] of events) {
    const at = morningOf(day);
    const { snapshot, effects } = playFrom(procedure, watched.stored, {
      ...event,
      facts: { ...event.facts, at },
    });
    let { clocks } = watched;
    for (const effect of effects)
      if (effect.kind.includes('_clock'))
        ({ clocks } = applyClockEffect(clocks, effect as ClockEffect, at, RULES, () => `clock-${++ids}`));
    watched = { stored: snapshot, clocks };
  }
  return watched;
}

/** The clocks that count, as `key due on day`, in the time of the body; a paused one is `key paused`. */
export const running = ({ clocks }: Watched): string[] =>
  clocks
    .filter(({ isActive }) => isActive)
    .map(({ key, ledger, dueAt }) =>
      isPaused(ledger) || dueAt === null ? `${key} paused` : `${key} due ${lastDayBefore(dueAt)}`,
    );

/** The day that is over at an instant, in China: 24:00 of a day is the first instant of the next. */
const lastDayBefore = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000 - 1).toISOString().slice(0, 10);
