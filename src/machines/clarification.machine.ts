/**
 * Clarification of an untrue report: one finding on one allegation, one person. Procedure B, in two versions.
 *
 *   assessing ─→ in_joint_check ─→ checked ─→ consulted ─→ approved ─→ carrying_out ─→ completed ─→ followed_up ─→ archived
 *       └─→ not_needed   └─→ withheld  └─→ declined_by_subject                            └─────────→ superseded
 *
 * A completed clarification stays open until it is archived, and even then a changed finding supersedes it (T20).
 * Version 1 has no `checked`; it is frozen, and runs on for the cases that were opened with it (ADR 0014).
 */
import { paper, startClock } from '../domain/effect.ts';
import { CHECK_ROWS_OF_1, CHECK_ROWS_OF_2 } from './clarification-check-rows.ts';
import { EARLY_ROWS } from './clarification-early-rows.ts';
import { EVENTS, EVENTS_OF_2, type ClarificationContext } from './clarification-events.ts';
import { GUARDS } from './clarification-guards.ts';
import { FINDING_CHANGED, LATE_ROWS } from './clarification-late-rows.ts';
import type { ClarificationRowOf2 } from './clarification-row.ts';
import { STATES, STATES_OF_2 } from './clarification-states.ts';
import { defineProcedure, type ProcedureTable } from './define-procedure.ts';

/** Rows that version 2 learnt after it was released; version 1 learns nothing any more. */
const ADDED_TO_2: readonly ClarificationRowOf2[] = [
  {
    row: 'B-reassess',
    event: 'REASSESS',
    from: ['not_needed', 'withheld'],
    to: 'assessing',
    roles: ['system'],
    isInternal: true,
    record: () => ({ reason: null }),
    effects: [startClock('clar.assess'), paper('assessment_task', 'handling_dept')],
    basis: ['1.6', '1.7', 'D', 'T31'],
    label: { zh: '复核后重新评估', en: 'An appeal has it assessed anew' },
  },
];

/** What both versions declare alike. */
const COMMON = {
  name: 'clarification',
  label: { zh: '失实检举控告澄清', en: 'Clarification of an untrue report' },
  context: {
    allegation: null,
    point: null,
    finding: null,
    findingVersion: null,
    changedTo: null,
    ground: null,
    reason: null,
    damage: null,
    circle: null,
    forms: [],
    done: [],
    recipients: [],
    deliveredTo: [],
  },
  openings: ['APPLY'],
  joins: { by: 'allegation', link: 'clarifies' },
  guards: GUARDS,
  told: () => ['subject'],
  summary: ({ allegation, point, subject, finding, reason, forms }) => ({
    allegation,
    point,
    subject,
    finding,
    reason,
    forms: forms.join(' '),
  }),
} as const satisfies Partial<
  ProcedureTable<ClarificationContext, keyof typeof STATES, keyof typeof GUARDS, typeof EVENTS>
>;

export const clarificationV1 = defineProcedure<
  ClarificationContext,
  keyof typeof STATES,
  keyof typeof GUARDS,
  typeof EVENTS
>({
  ...COMMON,
  version: 1,
  states: STATES,
  events: EVENTS,
  rows: [...EARLY_ROWS, FINDING_CHANGED, ...CHECK_ROWS_OF_1, ...LATE_ROWS],
});

export const clarification = defineProcedure<
  ClarificationContext,
  keyof typeof STATES_OF_2,
  keyof typeof GUARDS,
  typeof EVENTS_OF_2
>({
  ...COMMON,
  version: 2,
  states: STATES_OF_2,
  events: EVENTS_OF_2,
  rows: [...EARLY_ROWS, FINDING_CHANGED, ...CHECK_ROWS_OF_2, ...LATE_ROWS, ...ADDED_TO_2],
});
