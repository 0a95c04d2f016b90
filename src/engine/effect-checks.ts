/**
 * Checks of what rows ask of the world: every effect and clock is known, a clock that a state names is started and
 * stopped by somebody, and what is sent to another procedure is taken there.
 */
import { CLOCK_KEYS, type ClockKey } from '../domain/clock-keys.ts';
import { EFFECT_KINDS, type Effect } from '../domain/effect.ts';
import { OPENING } from '../machines/define-procedure.ts';
import type { Procedure, Row } from '../machines/procedure.ts';
import { moves, sources, statesOf, type Found } from './model-problem.ts';
import type { PossibleEffects } from './possible-effects.ts';

/** A procedure, with what its rows can do. */
export interface Checked {
  readonly procedure: Procedure;
  readonly effects: ReadonlyMap<Row, PossibleEffects>;
}

const CLOCK_EFFECTS = ['start_clock', 'stop_clock', 'pause_clock', 'resume_clock', 'extend_clock'];
const clockOf = (effect: Effect): string | undefined =>
  CLOCK_EFFECTS.includes(effect.kind) ? (effect as { readonly clock: string }).clock : undefined;
const isClock = (key: string | undefined): boolean => (CLOCK_KEYS as readonly unknown[]).includes(key);

/** Rows whose clock is named by the event, not by the row: the clock is checked when the event arrives. */
const namesItsClock = ({ event }: Row): boolean => event === 'EXTEND';

export function effectProblems({ procedure, effects }: Checked): Found[] {
  return procedure.rows.flatMap((row) => {
    const possible = effects.get(row);
    if (!possible || possible.isUnknown)
      return [
        { code: 'effects_unknown', at: row.row, words: 'no sample of its data could be judged' } as const,
      ];
    return possible.effects.flatMap((effect): Found[] => {
      if (!EFFECT_KINDS.includes(effect.kind))
        return [{ code: 'unknown_effect', at: row.row, words: `the engine knows no effect ${effect.kind}` }];
      const clock = clockOf(effect);
      return clock === undefined || isClock(clock) || namesItsClock(row)
        ? []
        : [{ code: 'unknown_clock', at: row.row, words: `no clock is called ${clock}` }];
    });
  });
}

export function clockProblems({ procedure, effects }: Checked): Found[] {
  const touching = (kind: Effect['kind'], clock: ClockKey): Row[] =>
    procedure.rows.filter((row) =>
      effects.get(row)?.effects.some((effect) => effect.kind === kind && clockOf(effect) === clock),
    );
  const named = new Map<ClockKey, string[]>();
  for (const [state, { clocks }] of statesOf(procedure))
    for (const clock of clocks ?? []) named.set(clock, [...(named.get(clock) ?? []), state]);
  return [...named].flatMap(([clock, states]): Found[] => {
    if (!isClock(clock))
      return [{ code: 'unknown_clock', at: states.join(' '), words: `no clock is called ${clock}` }];
    const isStopped =
      touching('stop_clock', clock).length > 0 ||
      // Every way into a closed state stops all clocks.
      moves(procedure).some(
        (row) =>
          procedure.states[row.to ?? '']?.isClosed && sources(row).some((state) => states.includes(state)),
      );
    return [
      ...(touching('start_clock', clock).length === 0
        ? [
            {
              code: 'clock_never_started',
              at: clock,
              words: `no row starts it, though it runs in ${states.join(', ')}`,
            } as const,
          ]
        : []),
      ...(isStopped
        ? []
        : [
            {
              code: 'clock_never_stopped',
              at: clock,
              words: `no row stops it, though it runs in ${states.join(', ')}`,
            } as const,
          ]),
    ];
  });
}

/** Events for linked cases have to be known where they go; so has what opens a case. */
export function sendingProblems({ procedure, effects }: Checked, all: readonly Procedure[]): Found[] {
  const seen = new Map<string, Found>();
  for (const row of procedure.rows)
    for (const effect of effects.get(row)?.effects ?? []) {
      const isOpening = effect.kind === 'open_case';
      if (!isOpening && effect.kind !== 'send_event') continue;
      const name = isOpening ? effect.procedure : 'procedure' in effect.to ? effect.to.procedure : undefined;
      const taken = all
        .filter((other) => name === undefined || other.name === name)
        .some(({ rows }) =>
          rows.some(({ event, from }) => event === effect.event && (!isOpening || from.includes(OPENING))),
        );
      if (taken) continue;
      const words = `${name ?? 'no procedure'} ${isOpening ? 'does not open with' : 'does not know'} ${effect.event}`;
      seen.set(`${row.row} ${words}`, { code: 'sends_what_is_not_taken', at: row.row, words });
    }
  return [...seen.values()];
}
