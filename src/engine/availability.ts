/**
 * Whether an event could be fired now whatever its data: rights, duties, recusal, suspension, and every guard that
 * looks at no data. What depends on the data is left open, so a yes here may still become a no, and a no stays one.
 */
import { personChecks, rolesIn, type PersonGuard } from '../machines/generic-guards.ts';
import type { BaseContext, CaseEvent, GuardArguments, Procedure, Row } from '../machines/procedure.ts';
import {
  allowedEvents,
  explain,
  isSuspended,
  rowsFrom,
  stateOf,
  type Refusal,
  type StoredSnapshot,
} from './step.ts';

/** Acts of several people are judged by the actor alone: the others are in the data. */
const OF_THE_ACTOR: readonly PersonGuard[] = [
  'has_role',
  'is_not_recused',
  'is_not_concerned',
  'keeps_duties_apart',
];

class LookedAtData extends Error {}

/** Data that cannot be looked at: whoever tries is not judged. */
const UNSEEN: CaseEvent['data'] = new Proxy(
  {},
  {
    get: () => {
      throw new LookedAtData();
    },
    has: () => {
      throw new LookedAtData();
    },
    ownKeys: () => {
      throw new LookedAtData();
    },
  },
);

/** Why nobody could make this event acceptable by choosing its data, or null. `facts` need family, clocks and `by`. */
export function refusalWhateverData(
  procedure: Procedure,
  stored: StoredSnapshot,
  event: Omit<CaseEvent, 'data'>,
): Refusal | null {
  const args = { context: stored.context, data: {}, facts: event.facts, profile: event.profile };
  const tried = rowsFrom(procedure, stored, event.type).map((row) => ({
    row,
    guard: obstacle(procedure, stored, row, args),
  }));
  if (tried.length === 0 || tried.some(({ guard }) => guard === null)) return null;
  const isPerson = (guard: string | null) => (OF_THE_ACTOR as readonly (string | null)[]).includes(guard);
  const { row, guard } = tried.find((each) => !isPerson(each.guard)) ?? (tried[0] as (typeof tried)[number]);
  const { words, basis } = explain(procedure, row, guard as string, args);
  return {
    refused: isPerson(guard) ? 'person' : 'guard',
    event: event.type,
    state: stateOf(stored),
    guard: guard as string,
    words,
    basis: [...new Set([...basis, ...row.basis])],
    couldAct: row.roles,
    allowed: allowedEvents(procedure, stored),
  };
}

function obstacle(
  procedure: Procedure,
  stored: StoredSnapshot,
  row: Row,
  args: GuardArguments<BaseContext>,
): string | null {
  for (const name of OF_THE_ACTOR) {
    // Staff may record what a party does; whether they do so here is in the data.
    const mayRecord = row.recordedBy?.some((role) => rolesIn(args.context, args.facts.by).includes(role));
    if (name === 'has_role' && mayRecord === true) continue;
    // A decision of a body is its members' doing, and they are in the data too.
    if (name === 'keeps_duties_apart' && row.isCollective === true) continue;
    if (!personChecks[name](row, args)) return name;
  }
  if (isSuspended(stored) && !row.whileSuspended && (row.region ?? 'flow') !== 'standing')
    return 'is_not_suspended';
  return (row.guards ?? []).find((name) => !holdsWhateverData(procedure, name, args)) ?? null;
}

function holdsWhateverData(procedure: Procedure, name: string, args: GuardArguments<BaseContext>): boolean {
  try {
    return procedure.guards[name]?.holds({ ...args, data: UNSEEN }) !== false;
  } catch {
    return true; // it looks at the data, or cannot be judged: the step itself will say
  }
}
