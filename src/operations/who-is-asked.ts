/**
 * Whom a running clock asks to act: the roles of the rows that could stop it from the state a case is in, and whoever the
 * state says is owed to act. Worked out once for each procedure version, from what its rows can do.
 */
import type { Profile } from '../domain/profile.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Procedure } from '../machines/procedure.ts';
import { possibleEffects } from '../engine/possible-effects.ts';

export interface Asked {
  /** Roles that can stop a clock of this key from a state, and those the state waits for. */
  readonly whom: (state: string, clock: string) => Role[];
  /** Where these roles are asked to act: by state and clock, or by state alone where the state waits for them. */
  readonly where: (roles: readonly Role[]) => readonly { readonly state: string; readonly clock?: string }[];
}

/** Roles by state, then by clock. */
type Stoppers = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Role>>>;

const known = new WeakMap<Procedure, Promise<Asked>>();

/** Whom the clocks of a procedure ask. The first time takes up to a second, in steps that let others go first. */
export function askedBy(procedure: Procedure, profile: Profile): Promise<Asked> {
  const made = known.get(procedure) ?? workOut(procedure, profile);
  known.set(procedure, made);
  return made;
}

async function workOut(procedure: Procedure, profile: Profile): Promise<Asked> {
  const stoppers = await stoppersOf(procedure, profile);
  const states = Object.entries(procedure.states);
  return {
    whom: (state, clock) => [
      ...new Set([...(stoppers.get(state)?.get(clock) ?? []), ...(procedure.states[state]?.owed ?? [])]),
    ],
    where: (roles) => {
      const isOneOf = (role: Role) => roles.includes(role);
      const owed = states.filter(([, { owed: by }]) => by?.some(isOneOf)).map(([state]) => ({ state }));
      const stopping = [...stoppers].flatMap(([state, clocks]) =>
        [...clocks].filter(([, who]) => [...who].some(isOneOf)).map(([clock]) => ({ state, clock })),
      );
      return [...owed, ...stopping];
    },
  };
}

async function stoppersOf(procedure: Procedure, profile: Profile): Promise<Stoppers> {
  const open = Object.entries(procedure.states)
    .filter(([, { isClosed }]) => !isClosed)
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
    await othersFirst();
  }
  return stoppers;
}

const othersFirst = () => new Promise<void>((resolve) => void setImmediate(resolve));
