/**
 * Whom a running clock asks to act: the roles of the rows that could stop it from the state a case is in, and whoever the
 * state says is owed to act. Worked out once for each procedure version, from what its rows can do.
 */
import type { Profile } from '../domain/profile.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Procedure } from '../machines/procedure.ts';
import { possibleEffects } from './possible-effects.ts';

/** Roles by state, then by clock. */
type Stoppers = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Role>>>;

const known = new WeakMap<Procedure, Stoppers>();

/** Roles that can stop a clock of this key from a state, and those the state waits for. */
export function whoIsAsked(procedure: Procedure, profile: Profile, state: string, clock: string): Role[] {
  const stopping = stoppersOf(procedure, profile).get(state)?.get(clock) ?? [];
  return [...new Set([...stopping, ...(procedure.states[state]?.owed ?? [])])];
}

/** Where these roles are asked to act: by state and clock, or by state alone where the state waits for them. */
export function askedOf(
  procedure: Procedure,
  profile: Profile,
  roles: readonly Role[],
): { readonly state: string; readonly clock?: string }[] {
  const isOneOf = (role: Role) => roles.includes(role);
  const owed = Object.entries(procedure.states)
    .filter(([, node]) => node.owed?.some(isOneOf))
    .map(([state]) => ({ state }));
  const stopping = [...stoppersOf(procedure, profile)].flatMap(([state, clocks]) =>
    [...clocks].filter(([, who]) => [...who].some(isOneOf)).map(([clock]) => ({ state, clock })),
  );
  return [...owed, ...stopping];
}

function stoppersOf(procedure: Procedure, profile: Profile): Stoppers {
  const made = known.get(procedure);
  if (made) return made;
  const open = Object.entries(procedure.states)
    .filter(([, node]) => !node.isClosed)
    .map(([state]) => state);
  const stoppers = new Map<string, Map<string, Set<Role>>>();
  for (const row of procedure.rows) {
    if (row.isInternal) continue;
    // Rows beside the flow (resumption) may be taken in any open state.
    const from = (row.region ?? 'flow') === 'flow' ? (row.from as readonly string[]) : open;
    for (const effect of possibleEffects(procedure, row, profile).effects) {
      if (effect.kind !== 'stop_clock') continue;
      for (const state of from) {
        const clocks = stoppers.get(state) ?? new Map<string, Set<Role>>();
        stoppers.set(state, clocks);
        clocks.set(effect.clock, new Set([...(clocks.get(effect.clock) ?? []), ...row.roles]));
      }
    }
  }
  known.set(procedure, stoppers);
  return stoppers;
}
