/**
 * One step of one case: snapshot + event -> snapshot + effects, or a refusal that says why. Pure. XState takes the
 * transition; the procedure's rows explain it. Nothing that was refused changes anything, and nothing unknown is "done".
 */
import { transition, type AnyMachineSnapshot } from 'xstate';
import { EFFECT_KINDS, type Effect } from '../domain/effect.ts';
import type { Duty } from '../domain/duty.ts';
import type { PersonId, Role, Words } from '../domain/vocabulary.ts';
import { firstFailing, isChosen, OPENING } from '../machines/define-procedure.ts';
import { dutyWords, GENERIC_WORDS, PERSON_GUARDS, peopleOf, rolesIn } from '../machines/generic-guards.ts';
import type {
  BaseContext,
  CaseEvent,
  Guard,
  GuardArguments,
  Procedure,
  Row,
  Summary,
} from '../machines/procedure.ts';

/** What is stored of a case's machine: nothing that XState might shape differently tomorrow. */
export interface StoredSnapshot {
  readonly value: Readonly<Record<string, string>>;
  readonly context: BaseContext;
}

export interface DutyTaken {
  readonly person: PersonId;
  readonly duty: Duty;
}

export interface Accepted {
  readonly snapshot: StoredSnapshot;
  readonly row: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly summary: Summary;
  readonly effects: readonly Effect[];
  /** Duties the step gives that the person did not hold in this family before. */
  readonly duties: readonly DutyTaken[];
}

export type RefusalReason = 'unknown_event' | 'not_in_this_state' | 'person' | 'guard';

export interface Refusal {
  readonly refused: RefusalReason;
  readonly event: string;
  readonly state: string;
  /** The guard that said no; absent when no guard was reached. */
  readonly guard?: string;
  readonly words: Words;
  readonly basis: readonly string[];
  /** Who could do it instead, as far as roles go. */
  readonly couldAct: readonly Role[];
  /** Events the present state accepts, whoever fires them. */
  readonly allowed: readonly string[];
}

export const isRefusal = (result: object): result is Refusal => 'refused' in result;

const blanks = new WeakMap<Procedure, StoredSnapshot>();

/** The snapshot from which an opening event starts. */
export function blankSnapshot(procedure: Procedure): StoredSnapshot {
  const known = blanks.get(procedure);
  if (known) return known;
  const state = procedure.machine.getInitialSnapshot({} as never) as AnyMachineSnapshot;
  const blank = { value: state.value as StoredSnapshot['value'], context: state.context as BaseContext };
  blanks.set(procedure, blank);
  return blank;
}

/** A stored snapshot with the blank value of every field that its version learnt to remember since (ADR 0014). */
export const completed = (procedure: Procedure, { value, context }: StoredSnapshot): StoredSnapshot => ({
  value,
  context: { ...blankSnapshot(procedure).context, ...context },
});

/** Takes one step. Never throws for anything an event or a stored snapshot can contain. */
export function step(procedure: Procedure, stored: StoredSnapshot, event: CaseEvent): Accepted | Refusal {
  const row = judge(procedure, stored, event);
  if (isRefusal(row)) return row;
  const args = argumentsOf(stored.context, event);
  try {
    const before = procedure.machine.resolveState({ value: stored.value, context: stored.context } as never);
    const [after, actions] = transition(procedure.machine, before, event as never);
    const effects = (actions as readonly { type: string; params?: unknown }[])
      .filter(({ type }) => type === 'effects')
      .flatMap(({ params }) => (params as { effects: readonly Effect[] }).effects);
    if (effects.length === 0) throw new Error(`the chart did not take row ${row.row}`);
    const unknown = effects.find(({ kind }) => !EFFECT_KINDS.includes(kind));
    if (unknown) throw new Error(`unknown effect ${unknown.kind}`);
    const snapshot: StoredSnapshot = {
      value: after.value as StoredSnapshot['value'],
      context: after.context as BaseContext,
    };
    return {
      snapshot,
      row: row.row,
      state: stateOf(snapshot),
      isOpen: isOpenState(procedure, snapshot),
      summary: procedure.summary(snapshot.context),
      effects: isSuspended(stored) && isSuspended(snapshot) ? heldBack(effects) : effects,
      duties: dutiesTaken(row, args),
    };
  } catch (error) {
    return brokenRule(procedure, stored, event, error);
  }
}

/** The row an event takes, or why it is refused: rights first, then the rules on persons, then the row's own guards. */
function judge(procedure: Procedure, stored: StoredSnapshot, event: CaseEvent): Row | Refusal {
  const state = stateOf(stored);
  // Worked out for a refusal alone: most events are accepted.
  const base = () => ({ event: event.type, state, allowed: allowedEvents(procedure, stored) });
  if (!Object.hasOwn(procedure.events, event.type) || event.type.startsWith('xstate.'))
    return {
      ...base(),
      refused: 'unknown_event',
      words: { zh: '本程序没有该事项', en: 'This procedure knows no such event' },
      basis: [],
      couldAct: [],
    };
  const rows = rowsFrom(procedure, stored, event.type);
  if (rows.length === 0)
    return {
      ...base(),
      refused: 'not_in_this_state',
      words: {
        zh: `案件处于“${labelOf(procedure, state).zh}”，不接受该事项`,
        en: `The case does not accept this event while it is "${labelOf(procedure, state).en}"`,
      },
      basis: [],
      couldAct: [],
    };
  try {
    const args = argumentsOf(stored.context, event);
    const tried = rows.map((row) => ({ row, guard: firstObstacle(procedure, stored, row, args) }));
    const taken = tried.find(({ guard }) => guard === null);
    if (taken) return taken.row;
    const { row, guard } = tried.toSorted((a, b) => depth(b.guard) - depth(a.guard))[0] as {
      row: Row;
      guard: string;
    };
    const isPerson = (PERSON_GUARDS as readonly string[]).includes(guard);
    const { words, basis } = explain(procedure, row, guard, args);
    return {
      ...base(),
      refused: isPerson ? 'person' : 'guard',
      guard,
      words,
      basis: [...new Set([...basis, ...row.basis])],
      couldAct: row.roles,
    };
  } catch (error) {
    return brokenRule(procedure, stored, event, error);
  }
}

/** The events that some row accepts in the present state, whoever fires them. */
export function allowedEvents(procedure: Procedure, stored: StoredSnapshot): string[] {
  const events = procedure.rows
    .filter((row) => !row.isInternal && isFrom(procedure, stored, row))
    .filter((row) => !isSuspended(stored) || row.whileSuspended === true || row.region === 'standing')
    .map(({ event }) => event);
  return [...new Set(events)].sort();
}

/** Rows of one event that start from the present state. */
export const rowsFrom = (procedure: Procedure, stored: StoredSnapshot, event: string): Row[] =>
  procedure.rows.filter((row) => row.event === event && isFrom(procedure, stored, row));

export const stateOf = (stored: StoredSnapshot): string => stored.value.flow ?? OPENING;
export const isSuspended = (stored: StoredSnapshot): boolean => stored.value.standing === 'suspended';

function isOpenState(procedure: Procedure, stored: StoredSnapshot): boolean {
  return procedure.states[stateOf(stored)]?.isClosed !== true;
}

function isFrom(procedure: Procedure, stored: StoredSnapshot, row: Row): boolean {
  const region = row.region ?? 'flow';
  if (!(row.from as readonly string[]).includes(stored.value[region] ?? '')) return false;
  return region !== 'standing' || (isOpenState(procedure, stored) && stateOf(stored) !== OPENING);
}

function firstObstacle(
  procedure: Procedure,
  stored: StoredSnapshot,
  row: Row,
  args: GuardArguments<BaseContext>,
): string | null {
  const guard = firstFailing(row, procedure.guards, args);
  const isPerson =
    guard !== null && ((PERSON_GUARDS as readonly string[]).includes(guard) || !isChosen(row, args.data));
  if (!isPerson && isSuspended(stored) && !row.whileSuspended && (row.region ?? 'flow') !== 'standing')
    return 'is_not_suspended';
  return guard;
}

/** Of several rows, the refusal that came furthest is the one worth telling. */
function depth(guard: string | null): number {
  if (guard === 'has_a_matching_choice') return 0;
  return (PERSON_GUARDS as readonly string[]).includes(guard ?? '') ? 1 : 2;
}

/** A guard's words and basis; for duties with the names of those that stand in the way, for terms with their last day. */
export function explain(
  procedure: Procedure,
  row: Row,
  guard: string,
  args: GuardArguments<BaseContext>,
): { words: Words; basis: readonly string[] } {
  const generic = GENERIC_WORDS[guard as keyof typeof GENERIC_WORDS] as
    (typeof GENERIC_WORDS)[keyof typeof GENERIC_WORDS] | undefined;
  if (guard === 'keeps_duties_apart' && row.duty && generic) {
    const held = dutyWords(row.duty, peopleOf(row, args));
    return {
      words: { zh: `${generic.words.zh}（${held.zh}）`, en: `${generic.words.en} (${held.en})` },
      basis: generic.basis,
    };
  }
  if (generic) return generic;
  const { words, basis, until } = procedure.guards[guard] as Guard<BaseContext>;
  const day = until?.(args) ?? null;
  if (day === null) return { words, basis };
  return { words: { zh: `${words.zh}（至${day}）`, en: `${words.en} (until ${day})` }, basis };
}

function dutiesTaken(row: Row, args: GuardArguments<BaseContext>): DutyTaken[] {
  const { duty } = row;
  if (duty === undefined || row.isInternal || args.facts.via === 'link') return [];
  return peopleOf(row, args)
    .filter(({ duties }) => !duties.includes(duty))
    .map(({ person }) => ({ person, duty }));
}

/** A clock that starts or resumes while the case is suspended waits with the others until it is resumed (4.9). */
const heldBack = (effects: readonly Effect[]): readonly Effect[] =>
  effects.some(({ kind }) => kind === 'start_clock' || kind === 'resume_clock')
    ? [...effects, { kind: 'pause_clocks' }]
    : effects;

/** A guard or an assignment that threw: the rule cannot be judged on this case, so the answer is no. */
function brokenRule(procedure: Procedure, stored: StoredSnapshot, event: CaseEvent, error: unknown): Refusal {
  return {
    refused: 'guard',
    event: event.type,
    state: stateOf(stored),
    guard: 'rule_can_be_judged',
    words: {
      zh: `规则无法在本案件上判断，未作任何更改（${procedure.name} 第${procedure.version}版）`,
      en: `A rule of ${procedure.name} version ${procedure.version} could not be judged on this case; nothing was changed`,
    },
    basis: [error instanceof Error ? error.constructor.name : 'error'],
    couldAct: [],
    allowed: allowedEvents(procedure, stored),
  };
}

const labelOf = (procedure: Procedure, state: string): Words =>
  procedure.states[state]?.label ?? { zh: state, en: state };

const argumentsOf = (
  context: BaseContext,
  { data, facts, profile }: CaseEvent,
): GuardArguments<BaseContext> => ({
  context,
  data,
  facts,
  profile,
});

/** Roles of the actor that count in this case, stand-ins included. For views. */
export const actingRoles = rolesIn;
