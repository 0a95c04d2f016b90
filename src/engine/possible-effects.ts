/**
 * Which effects a row can have. Rows that compute their effects are asked with made-up data and contexts; nothing of a
 * real case is looked at. What no sample brings out is not found, so this serves checks and documents, never a step.
 */
import type { Effect, EventData } from '../domain/effect.ts';
import type { Profile } from '../domain/profile.ts';
import type {
  BaseContext,
  FamilyMember,
  Facts,
  GuardArguments,
  Procedure,
  Row,
} from '../machines/procedure.ts';
import { SAMPLE_CASE, samplesFor } from './sample-data.ts';

/** A linked case at its end, for rows that look whether anything is open still. */
const LINKED: FamilyMember = {
  case: SAMPLE_CASE,
  procedure: 'allegation',
  state: 'closed_no_action',
  isOpen: false,
  relation: 'child',
  summary: { isFindingApproved: true },
};

const FACTS: Facts = {
  at: '2025-06-09T02:00:00.000Z',
  case: SAMPLE_CASE,
  version: 2,
  by: { person: 'sample', roles: [], unit: null, duties: [], recusal: 'none' },
  people: {},
  family: [],
  clocks: {},
  acts: [],
  elsewhere: [],
};

export interface PossibleEffects {
  readonly effects: readonly Effect[];
  /** No sample could be judged: what the row does is unknown. */
  readonly isUnknown: boolean;
}

/** Every effect the row is seen to have, each once, the kit's own `stop_all_clocks` left out. */
export function possibleEffects(procedure: Procedure, row: Row, profile: Profile): PossibleEffects {
  const { effects } = row;
  if (typeof effects !== 'function') return { effects: effects ?? [], isUnknown: false };
  const seen = new Map<string, Effect>();
  let judged = 0;
  for (const data of dataFor(procedure, row))
    for (const context of contextsOf(procedure, profile))
      for (const family of [[], [LINKED]]) {
        const args = { context, data, facts: { ...FACTS, family }, profile };
        const found = attempt(() => effects(afterRecord(row, args)));
        if (!found) continue;
        judged += 1;
        for (const effect of found) seen.set(JSON.stringify(effect), effect);
      }
  return { effects: [...seen.values()], isUnknown: judged === 0 };
}

const dataFor = (procedure: Procedure, row: Row): EventData[] => {
  const schema = procedure.events[row.event];
  return schema ? samplesFor(schema, row) : [];
};

/** Effects are computed with what the row has just written down. */
function afterRecord(row: Row, args: GuardArguments<BaseContext>): GuardArguments<BaseContext> {
  const changes = attempt(() => row.record?.(args)) ?? {};
  return { ...args, context: { ...args.context, ...changes } };
}

const contexts = new WeakMap<Procedure, readonly BaseContext[]>();

/** The blank context, the same with every flag raised and every gap filled, and what each single row leaves behind. */
function contextsOf(procedure: Procedure, profile: Profile): readonly BaseContext[] {
  const known = contexts.get(procedure);
  if (known) return known;
  const blank = (procedure.machine.getInitialSnapshot({} as never) as { context: BaseContext }).context;
  const filled = Object.fromEntries(
    Object.entries(blank).map(([field, value]: [string, unknown]) => [
      field,
      typeof value === 'boolean' ? !value : value === null ? 'sample' : value,
    ]),
  ) as unknown as BaseContext;
  const left = procedure.rows
    .filter(({ record }) => record !== undefined)
    .flatMap((row) =>
      dataFor(procedure, row).map(
        (data) => afterRecord(row, { context: blank, data, facts: FACTS, profile }).context,
      ),
    );
  const all = [...new Map([blank, filled, ...left].map((each) => [JSON.stringify(each), each])).values()];
  contexts.set(procedure, all);
  return all;
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined; // this sample says nothing of the row
  }
}
