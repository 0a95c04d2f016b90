/**
 * Walks a procedure's chart with `xstate/graph`. The events are those of the examples and the shared ones, and made-up data for every row, fired by somebody who holds every role. Cases that differ in nothing a rule is
 * likely to read count as one, so that the walk comes to an end.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { samplesFor } from '../../src/engine/sample-data.ts';
import { rowsFrom, stateOf, type StoredSnapshot } from '../../src/engine/step.ts';
import type { CaseEvent, Procedure } from '../../src/machines/procedure.ts';
import { isClarifiable, isSubstantiated } from '../../src/machines/allegation-findings.ts';
import type { Examples } from './every-procedure.ts';
import { ALL_ROLES, someone } from './people.ts';
import { asCaseEvent, CASE, DAY_0, PROFILE, throughJson } from './play.ts';
import { SHARED_ACTS } from './shared-acts.ts';
import { acceptedEvent } from './tables.ts';

/** One who may do everything and has done nothing, and two more like them. */
const ANYBODY = ['p-sample', 'p-second', 'p-third'].map((person) => someone(person, ALL_ROLES));

/** Made-up data for every row, with people enough for acts of two and decisions of a body. */
function sampled(procedure: Procedure): CaseEvent[] {
  return procedure.rows.flatMap((row) => {
    const schema = procedure.events[row.event];
    return (schema ? samplesFor(schema, row) : []).map((data): CaseEvent => ({
      type: row.event,
      data: {
        ...data,
        ...((row.people ?? 1) > 1 && { participants: [ANYBODY[1]!.person] }),
        ...(row.isCollective && { members: ANYBODY.map(({ person }) => ({ person, vote: 'for' })) }),
      },
      facts: {
        at: DAY_0,
        case: CASE,
        version: 2,
        by: ANYBODY[0]!,
        people: Object.fromEntries(ANYBODY.map((actor) => [actor.person, actor])),
        ...(row.isInternal && { via: 'link' }),
      },
      profile: PROFILE,
    }));
  });
}

/** Every event the walk tries, each once. */
export function eventsOf({ procedure, rows, refusals, more }: Examples): CaseEvent[] {
  const shown = [
    ...rows.map(({ event }) => event),
    ...refusals.map(acceptedEvent),
    ...SHARED_ACTS,
    ...(more ?? []),
  ].map((event) => asCaseEvent(procedure, event));
  const all = [...shown, ...sampled(procedure)];
  return [...new Map(all.map((event) => [nameOf(event), event])).values()];
}

export const nameOf = ({ type, data, facts }: CaseEvent): string => JSON.stringify([type, data, facts]);

export const storedOf = ({ value, context }: AnyMachineSnapshot): StoredSnapshot =>
  throughJson({ value, context });

type Value = StoredSnapshot['value'];
type Context = Readonly<Record<string, unknown>>;

interface Bound {
  /** What tells cases apart on a walk: little, chosen so that every state is reached and every row is taken. */
  readonly outline: (context: Context, value: Value) => readonly unknown[];
  /** Events tried in some states only: elsewhere they would only multiply the cases. */
  readonly onlyIn?: Readonly<Record<string, readonly string[]>>;
}

const some = (list: unknown) => (list as readonly unknown[]).length > 0;
const kindOf = (finding: unknown) =>
  isClarifiable(finding) ? 'untrue' : isSubstantiated(finding) ? 'true' : finding;

const BOUNDS: Readonly<Record<string, Bound>> = {
  complaint: {
    outline: (context, { flow, identity }) => [
      context.isTransmittalOnly,
      context.concernsHead,
      context.hasContact,
      context.isReturned,
      context.conclusionAt,
      identity === 'confirmed_real_name',
      flow === 'with_handling_dept' && [some(context.duplicates), some(context.obligations)],
    ],
    onlyIn: {
      CONFIRM_IDENTITY: ['registered'],
      NAME_REPORTER: ['registered'],
      SUSPEND: ['with_handling_dept'],
      REOPEN: ['closed_untrue'],
      ALLEGATION_REOPENED: ['with_handling_dept', 'closed_untrue'],
      ALLEGATION_EXTENDED: ['with_handling_dept', 'retained'],
    },
  },
  allegation: {
    outline: ({ letterDeliveredOn, finding, proposed, isReturned, isCaseFiled }) => [
      letterDeliveredOn,
      kindOf(finding),
      kindOf((proposed as { finding: string } | null)?.finding),
      isReturned,
      isCaseFiled,
    ],
    onlyIn: { REOPEN: ['closed_untrue'], SUSPEND: ['with_handling_dept'] },
  },
  clarification: {
    outline: ({ finding, changedTo, forms, deliveredTo }) => [
      kindOf(finding),
      kindOf(changedTo),
      some(forms),
      some(deliveredTo),
    ],
  },
  false_accusation: {
    outline: ({ tracings, proposal, accuserKind, publishedOn }, { flow }) => [
      flow === 'verifying' && (tracings as readonly { standing: string }[]).at(-1)?.standing,
      proposal,
      accuserKind,
      publishedOn,
    ],
    onlyIn: { SUSPEND: ['suspected'] },
  },
  tolerance_review: {
    outline: ({ isExOfficio, hasApplied, reportSubmittedAt, obligations, determinations }) => [
      isExOfficio,
      hasApplied,
      reportSubmittedAt,
      some(obligations),
      (obligations as readonly { code: string }[]).some(({ code }) => code === 'rectification'),
      some(determinations),
    ],
  },
  risk_filing: { outline: ({ conditions, reliedOnBy }) => [some(conditions), some(reliedOnBy)] },
  rectification: {
    outline: ({ source, items }, { flow }) => [
      source,
      flow === 'plan_submitted' ? (items as readonly object[]).length : itemStates(items),
    ],
    onlyIn: { SUSPEND: ['notice_served'], CANCEL: ['running'] },
  },
  return_to_service: {
    outline: ({ track, isRecordClean, visits, hasNewViolation }) => [
      track,
      isRecordClean,
      some(visits),
      hasNewViolation,
    ],
    onlyIn: { SUSPEND: ['running'], REGISTER_SANCTION: ['opening'] },
  },
  appeal: {
    outline: ({ step, panel, hasAskedForCure, isAccepted, hasWithdrawn, result, toDo, done }, { flow }) => [
      step,
      some(panel),
      hasAskedForCure,
      isAccepted,
      hasWithdrawn,
      result,
      flow === 'executing' && [toDo, (done as readonly object[]).length],
    ],
    onlyIn: { SUSPEND: ['filed'] },
  },
  performance_review: {
    outline: ({ signals }) =>
      (signals as readonly { signal: string; source: string; code: string | null; standing: string }[]).map(
        ({ signal, source, code, standing }) => [signal, source, code, standing],
      ),
  },
};

const itemStates = (items: unknown) =>
  (items as readonly { code: string; state: string }[]).map(({ code, state }) => [code, state]);

/** A case of the walk, and what the chart makes of each event tried there. */
export interface Stop {
  readonly state: AnyMachineSnapshot;
  readonly transitions: Readonly<
    Record<string, { readonly event: CaseEvent; readonly state: AnyMachineSnapshot }>
  >;
}

/** Who asked for a recusal tells cases apart in one state only, so that its decision is reached without doubling the walk. */
const ASKED_IN = [
  'received',
  'with_handling_dept',
  'assessing',
  'right_notified',
  'filed',
  'notice_served',
  'suspected',
  'collecting',
  'running',
];

/** How far a walk goes: only events that the present state knows are tried there. */
export function walkOptions(examples: Examples) {
  const { procedure } = examples;
  const bound = BOUNDS[procedure.name];
  if (!bound) throw new Error(`the walk on ${procedure.name} has no bound`);
  const { outline, onlyIn = {} } = bound;
  return {
    events: eventsOf(examples),
    filterEvents: (snapshot: AnyMachineSnapshot, { type }: CaseEvent) => {
      const stored = storedOf(snapshot);
      const isTried = onlyIn[type]?.includes(stateOf(stored)) ?? true;
      return isTried && rowsFrom(procedure, stored, type).length > 0;
    },
    serializeState: ({ value, context }: AnyMachineSnapshot) => {
      const { flow, standing } = value as Value;
      const asked = ASKED_IN.includes(flow ?? '') && some((context as Context).recusalsAsked);
      return JSON.stringify([flow, standing, asked, outline(context as Context, value as Value)]);
    },
    serializeEvent: nameOf,
  };
}

/** The part of the chart that the events reach. */
export function walk(examples: Examples): Stop[] {
  const map: unknown = getAdjacencyMap(examples.procedure.machine as never, walkOptions(examples) as never);
  return Object.values(map as Readonly<Record<string, Stop>>);
}
