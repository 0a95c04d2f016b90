/**
 * Builds a procedure's statechart from its rows: a transition, a guard and `meta` per row. The chart is parallel:
 * `flow` is where the case stands, `standing` whether it is suspended, further regions are the procedure's own.
 * Nothing here is `final`, waits, spawns or invokes: a closed case can be reopened, and time belongs to the clocks.
 */
import { and, assign, not, or, setup, stateIn, type AnyStateMachine } from 'xstate';
import type { Effect, Recipient } from '../domain/effect.ts';
import type { Role, Words } from '../domain/vocabulary.ts';
import { personChecks, PERSON_GUARDS } from './generic-guards.ts';
import type {
  BaseContext,
  CaseEvent,
  EventSchemas,
  Guard,
  GuardArguments,
  Joins,
  Obligation,
  Procedure,
  Region,
  Row,
  RowOf,
  StateNode,
  Summary,
} from './procedure.ts';
import { EXTENSION, SHARED_EVENTS, SHARED_GUARDS, SHARED_ROWS } from './shared-rows.ts';

/** The state before the opening event; no stored case is ever in it. */
export const OPENING = 'opening';

const STANDING: Region = {
  initial: 'active',
  states: {
    active: { label: { zh: '办理中', en: 'active' } },
    suspended: { label: { zh: '已中止', en: 'suspended' } },
  },
};

export interface ProcedureTable<
  C extends BaseContext,
  State extends string,
  G extends string,
  E extends EventSchemas,
> extends Told<C> {
  readonly name: string;
  readonly version: number;
  readonly label: Words;
  /** What the case remembers beside the base, before its opening event. */
  readonly context: Omit<C, keyof BaseContext>;
  readonly states: Readonly<Record<State, StateNode>>;
  readonly regions?: Readonly<Record<string, Region>>;
  readonly events: E;
  readonly openings: readonly (keyof E & string)[];
  readonly joins?: Joins;
  readonly guards: Readonly<Record<G, Guard<C>>>;
  readonly rows: readonly RowOf<C, State, G | keyof typeof SHARED_GUARDS, E>[];
  readonly summary: (context: C) => Summary;
  readonly migrates?: Procedure['migrates'];
}

/** Who learns that a case moves, and how. */
interface Told<C> {
  /** The parties who may learn at this point that the case exists and how it moves; absent: nobody. */
  readonly told?: (context: C) => readonly Recipient[];
  /** What an extension sets off beside its note, where somebody waits for this case who may not know of it (T12). */
  readonly extended?: (args: GuardArguments<C>) => readonly Effect[];
}

const BASE: BaseContext = {
  subject: null,
  assignee: null,
  obligations: [],
  designations: [],
  disposals: [],
  recusalsAsked: [],
};

/** Makes a procedure of its table. Throws an `Error` naming the row when the table is inconsistent in itself. */
export function defineProcedure<
  C extends BaseContext,
  State extends string,
  const G extends string,
  const E extends EventSchemas,
>(table: ProcedureTable<C, State, G, E>): Procedure<C> {
  const states = table.states as Readonly<Record<string, StateNode>>;
  const open = Object.keys(states).filter((state) => !states[state]?.isClosed);
  const regions: Record<string, Region> = { standing: STANDING, ...table.regions };
  const guards: Record<string, Guard<C>> = { ...SHARED_GUARDS, ...table.guards };
  const rows = [
    ...(table.rows as unknown as readonly Row<C>[]),
    ...(SHARED_ROWS as unknown as readonly Row<C>[]),
  ].map((row) => ({ ...row, from: sourcesOf(row, open, Object.keys(states)) }));
  checkTable(table.name, rows, states, regions, guards, { ...SHARED_EVENTS, ...table.events });

  const machine = setup({
    types: {} as { context: C; events: CaseEvent; tags: 'open' | 'closed' },
    guards: {
      permits: ({ context, event }, { at }: { at: number }) =>
        firstFailing(rows[at] as Row<C>, guards, argumentsOf(context, event)) === null,
    },
    actions: {
      remember: assign(({ context, event }, { at }: { at: number }) =>
        remembered(rows[at] as Row<C>, argumentsOf(context, event as CaseEvent)),
      ),
      effects: (_, _params: { effects: readonly Effect[] }) => undefined,
    },
  });

  const suspended = stateIn({ standing: 'suspended' } as never);
  const isOpen = or(open.map((state) => stateIn({ flow: state } as never)));
  // A case that ends while it is suspended would otherwise be held for good: nothing resumes a closed one.
  const endsWithTheCase = { target: 'active', guard: not(isOpen) };
  const transitions = (region: string, source: string) => {
    const on: Record<string, object[]> = {};
    rows.forEach((row, at) => {
      if ((row.region ?? 'flow') !== region || !(row.from as string[]).includes(source)) return;
      const permits = { type: 'permits', params: { at } };
      const guard =
        region === 'standing'
          ? and([isOpen, permits] as never)
          : row.whileSuspended || source === OPENING
            ? permits
            : and([not(suspended), permits] as never);
      (on[row.event] ??= []).push({
        guard,
        ...(row.to === undefined ? {} : { target: row.to }),
        actions: [
          { type: 'remember', params: { at } },
          {
            type: 'effects',
            params: ({ context, event }: { context: C; event: CaseEvent }) => ({
              effects: effectsOf(row, states, argumentsOf(context, event), table),
            }),
          },
        ],
        meta: metaOf(row),
      });
    });
    return on;
  };

  const chart = {
    id: table.name,
    type: 'parallel',
    context: { ...BASE, ...table.context },
    states: {
      flow: {
        initial: OPENING,
        states: {
          [OPENING]: { on: transitions('flow', OPENING) },
          ...Object.fromEntries(
            Object.entries(states).map(([name, { isClosed }]) => [
              name,
              { tags: isClosed ? 'closed' : 'open', on: transitions('flow', name) },
            ]),
          ),
        },
      },
      ...Object.fromEntries(
        Object.entries(regions).map(([region, { initial, states: leaves }]) => [
          region,
          {
            initial,
            states: Object.fromEntries(
              Object.keys(leaves).map((leaf) => [
                leaf,
                {
                  on: transitions(region, leaf),
                  ...(region === 'standing' && leaf === 'suspended' && { always: endsWithTheCase }),
                },
              ]),
            ),
          },
        ]),
      ),
    },
  };

  return {
    name: table.name,
    version: table.version,
    label: table.label,
    states,
    initial: OPENING,
    regions,
    // Without a prototype: what asks for an event called `constructor` finds nothing, like for any other unknown one.
    events: Object.assign(Object.create(null) as object, SHARED_EVENTS, table.events),
    openings: table.openings,
    ...(table.joins && { joins: table.joins }),
    ...(table.migrates && { migrates: table.migrates }),
    guards,
    rows,
    machine: machine.createMachine(chart as never) as unknown as AnyStateMachine,
    summary: table.summary,
  };
}

/**
 * The first guard that refuses a row, generic ones first, or null when the row may be taken. Suspension is judged
 * apart, by the engine and the chart, since it needs the state.
 */
export function firstFailing<C extends BaseContext>(
  row: Row<C>,
  guards: Readonly<Record<string, Guard<C>>>,
  args: GuardArguments<C>,
): string | null {
  if (!isChosen(row, args.data)) return 'has_a_matching_choice';
  for (const name of PERSON_GUARDS) if (!personChecks[name](row as unknown as Row, args)) return name;
  for (const name of row.guards ?? []) if (!guards[name]?.holds(args)) return name;
  return null;
}

/** Whether the data make the choice this row stands for (`when`). */
export function isChosen<C>(row: Row<C>, data: GuardArguments<C>['data']): boolean {
  return Object.entries(row.when ?? {}).every(([field, wanted]) => {
    const value = data[field];
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });
}

const argumentsOf = <C>(context: C, { data, facts, profile }: CaseEvent): GuardArguments<C> => ({
  context,
  data,
  facts,
  profile,
});

function remembered<C extends BaseContext>(row: Row<C>, args: GuardArguments<C>): Partial<C> {
  const changes: Partial<C> = row.record?.(args) ?? {};
  const owed = (row.owes?.(args) ?? []).map((obligation) => ({ ...obligation, since: args.facts.at }));
  if (owed.length === 0 && !row.meets) return changes;
  const { meets } = row;
  const isMet = (obligation: Obligation): boolean =>
    typeof meets === 'function' ? meets(obligation, args) : meets?.includes(obligation.code) === true;
  const kept = (changes.obligations ?? args.context.obligations).filter((obligation) => !isMet(obligation));
  return { ...changes, obligations: [...kept, ...owed] };
}

function effectsOf<C>(
  row: Row<C>,
  states: Readonly<Record<string, StateNode>>,
  args: GuardArguments<C>,
  { told, extended }: Told<C>,
): readonly Effect[] {
  const computed = [
    ...(typeof row.effects === 'function' ? row.effects(args) : (row.effects ?? [])),
    ...(row.row === EXTENSION ? (extended?.(args) ?? []) : []),
  ];
  const own = computed.map((effect) => addressed(effect, told?.(args.context) ?? []));
  const closes = row.to !== undefined && states[row.to]?.isClosed === true;
  if (closes) return [{ kind: 'stop_all_clocks' }, ...own];
  return own.length > 0 ? own : [{ kind: 'record' }];
}

/** Names the parties who are told. A paper that no party may see yet goes to case supervision, which keeps it. */
function addressed(effect: Effect, parties: readonly Recipient[]): Effect {
  const named = (to: readonly Recipient[]): readonly Recipient[] => {
    if (!to.includes('parties_told')) return to;
    const all = [...new Set(to.flatMap((one) => (one === 'parties_told' ? parties : [one])))];
    return all.length > 0 ? all : ['case_supervisor'];
  };
  if (effect.kind === 'issue_document') return { ...effect, to: named(effect.to) };
  if (effect.kind === 'notify') return { ...effect, who: named(effect.who) };
  return effect;
}

function sourcesOf<C>(row: Row<C>, open: readonly string[], all: readonly string[]): readonly string[] {
  if (row.from === 'open') return open;
  if (row.from === 'any') return all;
  return typeof row.from === 'string' ? [row.from] : row.from;
}

/** What console, API, documentation and model checks read of a transition. */
export interface TransitionMeta {
  readonly row: string;
  readonly roles: readonly Role[];
  readonly basis: readonly string[];
  readonly label: Words;
}

const metaOf = <C>({ row, roles, basis, label }: Row<C>): TransitionMeta => ({ row, roles, basis, label });

function checkTable<C>(
  name: string,
  rows: readonly Row<C>[],
  states: Readonly<Record<string, StateNode>>,
  regions: Readonly<Record<string, Region>>,
  guards: Readonly<Record<string, unknown>>,
  events: EventSchemas,
): void {
  const fail = (row: Row<C>, what: string): never => {
    throw new Error(`${name} ${row.row}: ${what}`);
  };
  for (const row of rows) {
    const known =
      row.region === undefined
        ? [OPENING, ...Object.keys(states)]
        : Object.keys(regions[row.region]?.states ?? {});
    for (const source of row.from as readonly string[])
      if (!known.includes(source)) fail(row, `no state ${source}`);
    if (row.to !== undefined && !known.includes(row.to)) fail(row, `no state ${row.to}`);
    if (!(row.event in events)) fail(row, `no schema for ${row.event}`);
    for (const guard of row.guards ?? []) if (!(guard in guards)) fail(row, `no guard ${guard}`);
  }
}
