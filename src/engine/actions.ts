/**
 * What may be done with a case now: every event its state knows, allowed or not for whoever asks, why not, who could, and
 * when, if a clock decides. Also what the state does not know yet, where a clock that runs out leads to it.
 */
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import type { ClockKey } from '../domain/clock-keys.ts';
import type { Profile } from '../domain/profile.ts';
import type { Instant, Role, Words } from '../domain/vocabulary.ts';
import type { Facts, Procedure, Row } from '../machines/procedure.ts';
import { refusalWhateverData } from './availability.ts';
import type { ClockRow } from './clock-effects.ts';
import { rowsFrom, stateOf, type StoredSnapshot } from './step.ts';

/** The clock that decides when: `from` its end on, or `until` then. Both null while it is paused. */
export interface When {
  readonly clock: string;
  readonly instance: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

export interface Action {
  readonly event: string;
  readonly rows: readonly Row[];
  readonly refusal: {
    readonly guard: string;
    readonly why: Words;
    readonly basis: readonly string[];
    readonly couldAct: readonly Role[];
  } | null;
  readonly when: When | null;
}

export interface Asked {
  /** With family, clocks and `by`. */
  readonly facts: Facts;
  readonly profile: Profile;
  /** The running clocks of the case. */
  readonly clocks: readonly ClockRow[];
}

/** Every event that people may fire in the present state, and those a clock leads to, in the order of the table. */
export function actionsOf(procedure: Procedure, stored: StoredSnapshot, asked: Asked): Action[] {
  const events = [
    ...new Set(procedure.rows.filter(({ isInternal }) => !isInternal).map(({ event }) => event)),
  ];
  const known = events.flatMap((event): Action[] => {
    const rows = rowsFrom(procedure, stored, event);
    if (rows.length === 0) return [];
    const { facts, profile } = asked;
    const refusal = refusalWhateverData(procedure, stored, { type: event, facts, profile });
    return [
      {
        event,
        rows,
        refusal: refusal && {
          guard: refusal.guard ?? refusal.refused,
          why: refusal.words,
          basis: refusal.basis,
          couldAct: refusal.couldAct,
        },
        when: whenOf(rows, asked),
      },
    ];
  });
  return [...known, ...notYet(procedure, stored, asked.clocks)];
}

/** Events that the state reached when a clock runs out accepts, and the present one does not know. */
function notYet(procedure: Procedure, stored: StoredSnapshot, clocks: readonly ClockRow[]): Action[] {
  const state = stateOf(stored);
  const leading = procedure.rows.filter(
    (row) =>
      row.isInternal === true &&
      row.event === 'DEADLINE_PASSED' &&
      row.to !== undefined &&
      row.to !== state &&
      (row.from as readonly string[]).includes(state),
  );
  const found = new Map<string, Action>();
  for (const row of leading)
    for (const key of [row.when?.clock ?? []].flat()) {
      const clock = clocks.find((each) => each.key === key);
      if (!clock) continue;
      const then = { ...stored, value: { ...stored.value, flow: row.to as string } };
      const words = CLOCK_WORDS[key as ClockKey];
      for (const { event, isInternal } of procedure.rows) {
        if (isInternal || found.has(event) || rowsFrom(procedure, stored, event).length > 0) continue;
        const rows = rowsFrom(procedure, then, event).filter((each) => each.isInternal !== true);
        if (rows.length === 0) continue;
        found.set(event, {
          event,
          rows,
          refusal: {
            guard: 'not_yet',
            why: {
              zh: `“${words.zh}”的期限届满后方可办理`,
              en: `Possible once this clock has run out: ${words.en}`,
            },
            basis: row.basis,
            couldAct: [...new Set(rows.flatMap(({ roles }) => roles))],
          },
          when: atItsEnd(clock, 'from'),
        });
      }
    }
  return [...found.values()];
}

/** The clock that a row names, or that EXTEND could still move. */
function whenOf(rows: readonly Row[], { facts, clocks, profile }: Asked): When | null {
  for (const { waitsFor } of rows) {
    const clock = earliest(clocks.filter(({ key, dueAt }) => key === waitsFor && !isOver(dueAt, facts.at)));
    if (clock) return atItsEnd(clock, 'from');
  }
  const extendable = ({ instance, ledger }: ClockRow) =>
    instance === '' &&
    ledger.extensions.length <
      (ledger.limit.extension?.times ?? profile.limits[ledger.key]?.extension?.times ?? 0);
  const bounded = clocks.filter(
    (clock) =>
      !isOver(clock.dueAt, facts.at) &&
      rows.some(
        ({ until, guards }) =>
          until === clock.key || (guards?.includes('runs_and_may_be_extended') === true && extendable(clock)),
      ),
  );
  const last = earliest(bounded.toReversed(), -1);
  return last ? atItsEnd(last, 'until') : null;
}

const isOver = (dueAt: Instant | null, at: Instant) => dueAt !== null && dueAt <= at;

/** The clock that falls due first, or with -1 last; a paused one only where there is no other. */
function earliest(clocks: readonly ClockRow[], sign: 1 | -1 = 1): ClockRow | undefined {
  const running = clocks.filter(({ dueAt }) => dueAt !== null);
  const sorted = running.toSorted((a, b) => ((a.dueAt as string) < (b.dueAt as string) ? -sign : sign));
  return sorted[0] ?? clocks[0];
}

const atItsEnd = ({ key, instance, dueAt }: ClockRow, side: 'from' | 'until'): When => ({
  clock: key,
  instance,
  from: null,
  until: null,
  [side]: dueAt,
});
