/**
 * The build-time check of every procedure (design 4): each state leads to an end, is owed by somebody or by a clock, no
 * decision falls to one person, every row has its words and basis, every name it uses is known. Judges tables, not cases.
 */
import type { Profile } from '../domain/profile.ts';
import type { Words } from '../domain/vocabulary.ts';
import { OPENING } from '../machines/define-procedure.ts';
import type { Procedure, Row } from '../machines/procedure.ts';
import { administrativeEnd, ADMINISTRATIVE_ENDS, type AdministrativeEnds } from './administrative-ends.ts';
import { isDecision, loneDecisions } from './lone-decisions.ts';
import { clockProblems, effectProblems, sendingProblems, type Checked } from './effect-checks.ts';
import { isFlow, moves, sources, statesOf, type Found } from './model-problem.ts';
import { possibleEffects } from './possible-effects.ts';

export interface ModelProblem extends Found {
  readonly procedure: string;
  readonly version: number;
}

export interface StateReport {
  readonly procedure: string;
  readonly version: number;
  readonly state: string;
  readonly label: Words;
  readonly isClosed: boolean;
  readonly clocks: readonly string[];
  readonly owed: readonly string[];
  readonly exits: readonly { readonly event: string; readonly row: string; readonly to: string }[];
  /** Who can settle something here: `collegial_body as a body`, `handler or handling_dept_head, 2 persons`. */
  readonly deciders: readonly string[];
}

export interface ModelCheck {
  readonly problems: readonly ModelProblem[];
  readonly table: readonly StateReport[];
}

/**
 * Checks procedures against themselves and each other. `profile` is only a stand-in for rows that compute effects from
 * it. Pass every procedure there is: events sent to one that is missing count as problems.
 */
export function checkProcedures(
  procedures: readonly Procedure[],
  profile: Profile,
  ends: AdministrativeEnds = ADMINISTRATIVE_ENDS,
): ModelCheck {
  const checked = procedures.map((procedure): Checked => ({
    procedure,
    effects: new Map(procedure.rows.map((row) => [row, possibleEffects(procedure, row, profile)])),
  }));
  const problems = checked.flatMap((each) =>
    [
      ...wayProblems(each.procedure),
      ...owedProblems(each.procedure),
      ...loneProblems(each.procedure, ends),
      ...rowProblems(each.procedure),
      ...effectProblems(each),
      ...clockProblems(each),
      ...eventProblems(each.procedure),
      ...sendingProblems(each, procedures),
      ...endProblems(each.procedure, ends),
    ].map((found): ModelProblem => ({
      procedure: each.procedure.name,
      version: each.procedure.version,
      ...found,
    })),
  );
  return { problems, table: procedures.flatMap((procedure) => reportOf(procedure, ends)) };
}

/** States from which `start` can be reached, going along `next`. */
function closure(start: Iterable<string>, next: (state: string) => Iterable<string>): Set<string> {
  const seen = new Set(start);
  for (const state of seen) for (const other of next(state)) seen.add(other);
  return seen;
}

function wayProblems(procedure: Procedure): Found[] {
  const rows = moves(procedure);
  const closed = statesOf(procedure).flatMap(([state, { isClosed }]) => (isClosed ? [state] : []));
  const ending = closure(closed, (state) =>
    rows.filter(({ to }) => to === state).flatMap((row) => sources(row)),
  );
  const entered = closure([OPENING], (state) =>
    rows.filter((row) => sources(row).includes(state)).flatMap(({ to }) => to ?? []),
  );
  const states = Object.keys(procedure.states);
  return [
    ...states
      .filter((state) => !ending.has(state))
      .map((at): Found => ({
        code: 'no_way_to_an_end',
        at,
        words: 'no closed state can be reached from it',
      })),
    ...states
      .filter((state) => !entered.has(state))
      .map((at): Found => ({ code: 'never_entered', at, words: 'no row leads to it from the opening' })),
  ];
}

function owedProblems(procedure: Procedure): Found[] {
  return statesOf(procedure)
    .filter(([, { isClosed, clocks, owed }]) => !isClosed && !clocks?.length && !owed?.length)
    .map(([at]) => ({
      code: 'nothing_is_owed',
      at,
      words: 'it is open, no clock runs and nobody is owed to act',
    }));
}

function loneProblems(procedure: Procedure, ends: AdministrativeEnds): Found[] {
  return loneDecisions(procedure, (state) => administrativeEnd(ends, procedure, state)).map(
    ({ row, path }) => ({
      code: 'decided_by_one_person',
      at: row.row,
      words: `one person alone can fire ${path.join(', ')}`,
    }),
  );
}

const isBlank = (words: Words | undefined): boolean => !words?.zh.trim() || !words.en.trim();

function rowProblems(procedure: Procedure): Found[] {
  const rows = procedure.rows.flatMap((row): Found[] => [
    ...(row.basis.length === 0
      ? [{ code: 'no_basis', at: row.row, words: 'it names no legal basis' } as const]
      : []),
    ...(row.roles.length === 0
      ? [{ code: 'no_roles', at: row.row, words: 'it names no roles' } as const]
      : []),
    ...(isBlank(row.label)
      ? [{ code: 'no_label', at: row.row, words: 'it lacks a label in Chinese or English' } as const]
      : []),
  ]);
  const labelled: [string, Words][] = [
    [procedure.name, procedure.label],
    ...statesOf(procedure).map(([state, { label }]): [string, Words] => [state, label]),
    ...Object.entries(procedure.regions).flatMap(([region, { states }]) =>
      Object.entries(states).map(([state, { label }]): [string, Words] => [`${region}.${state}`, label]),
    ),
    ...Object.entries(procedure.guards).map(([guard, { words }]): [string, Words] => [guard, words]),
  ];
  const guards = Object.entries(procedure.guards).filter(([, { basis }]) => basis.length === 0);
  return [
    ...rows,
    ...labelled
      .filter(([, words]) => isBlank(words))
      .map(([at]): Found => ({ code: 'no_label', at, words: 'it lacks words in Chinese or English' })),
    ...guards.map(([at]): Found => ({ code: 'no_basis', at, words: 'the guard names no legal basis' })),
  ];
}

function eventProblems(procedure: Procedure): Found[] {
  const declared = Object.keys(procedure.events);
  const handled = new Set(procedure.rows.map(({ event }) => event));
  const openings = new Set(
    procedure.rows
      .filter((row) => sources(row).includes(OPENING) && !row.isInternal)
      .map(({ event }) => event),
  );
  return [
    ...declared
      .filter((event) => !handled.has(event))
      .map((at): Found => ({ code: 'event_not_handled', at, words: 'it has a schema and no row' })),
    ...[...handled]
      .filter((event) => !declared.includes(event))
      .map((at): Found => ({ code: 'event_not_declared', at, words: 'it has a row and no schema' })),
    ...procedure.openings
      .filter((event) => !openings.has(event))
      .map((at): Found => ({
        code: 'opening_is_wrong',
        at,
        words: 'it is an opening, and no row opens with it',
      })),
  ];
}

function endProblems({ name, states }: Procedure, ends: AdministrativeEnds): Found[] {
  return Object.keys(ends[name] ?? {})
    .filter((state) => !states[state]?.isClosed)
    .map((at) => ({
      code: 'unknown_state_is_listed',
      at,
      words: 'it is listed as an administrative end and is none',
    }));
}

function reportOf(procedure: Procedure, ends: AdministrativeEnds): StateReport[] {
  return statesOf(procedure).map(([state, { label, isClosed, clocks, owed }]) => {
    const from = procedure.rows.filter((row) => isFlow(row) && sources(row).includes(state));
    const isEnd = (other: string) => administrativeEnd(ends, procedure, other);
    return {
      procedure: procedure.name,
      version: procedure.version,
      state,
      label,
      isClosed: isClosed === true,
      clocks: clocks ?? [],
      owed: owed ?? [],
      exits: from.flatMap(({ event, row, to }) =>
        to === undefined || to === state ? [] : [{ event, row, to }],
      ),
      deciders: [...new Set(from.filter((row) => isDecision(procedure, row, isEnd)).map(decidersOf))],
    };
  });
}

function decidersOf({ roles, people, isCollective }: Row): string {
  const who = roles.join(' or ');
  if (isCollective) return `${who} as a body`;
  return (people ?? 1) > 1 ? `${who}, ${people ?? 1} persons` : who;
}
