/**
 * Rows of an appeal from its examination to its end (1.6): heard, withdrawn, decided by a panel, delivered, carried out.
 * What is decided takes effect on the decided case at once; upheld, the next step of the track opens by delivery.
 */
import { notify, openCase, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { determinationsLine } from '../domain/tolerance.ts';
import { againstOf, itemsToDo, stepAfter, type Args } from './appeal-tracks.ts';
import { determinationsVaried } from './appeal-merits-guards.ts';
import { sittingAlso } from './appeal-intake-rows.ts';
import type { AppealContext } from './appeal-events.ts';
import { APPELLANT, BENCH, BENCH_GUARDS, RECORDING, type AppealRow } from './appeal-states.ts';
import { membersOf } from './generic-guards.ts';

const decided = (args: Args): Partial<AppealContext> => ({
  result: args.data.result as AppealContext['result'],
  ground: (args.data.ground as string | undefined) ?? null,
  considerTolerance: args.data.considerTolerance === true,
  decidedAt: args.facts.at,
  panel: sittingAlso(args),
  minority: membersOf(args.data).flatMap(({ person, vote }) => (vote === 'for' ? [] : [person])),
});

const decidedOtherwise = (args: Args): Partial<AppealContext> => ({
  ...decided(args),
  toDo: itemsToDo(args),
});

const DECIDING = {
  event: 'DECIDE',
  from: 'examining',
  roles: BENCH,
  isCollective: true,
  needs: ['family'],
  duty: 'heard_appeal',
  basis: ['1.6', 'S2', 'S5', 'S12', 'S30', 'T14', 'T23'],
} as const;
const DECIDING_GUARDS = [...BENCH_GUARDS, 'panel_is_odd', 'ground_fits_the_result'] as const;
const CLOCKS = [stopClock('appeal.decide'), startClock('appeal.deliver')];

/** A measure that was set aside undoes nothing of the case it was taken in; whoever took it is told. */
function revoked({ context, data, profile }: Args): Effect[] {
  if (againstOf(profile, context.track) === 'measure') return [];
  return [
    tell('parent', 'allegation', 'DECISION_REVOKED', { considerTolerance: data.considerTolerance === true }),
    tell('parent', 'tolerance_review', 'DETERMINATION_REVOKED'),
    tell('parent', 'clarification', 'REASSESS'),
  ];
}

function varied(args: Args): Effect[] {
  const { decision, measure, minorHandling, finding, ground, considerTolerance, determinations } = args.data;
  return [
    ...(decision === undefined
      ? []
      : [
          tell('parent', 'allegation', 'DECISION_VARIED', {
            decision,
            ...(measure !== undefined && { measure }),
            ...(minorHandling !== undefined && { minorHandling }),
            ...(finding !== undefined && { finding }),
            ...(ground !== undefined && { ground }),
            considerTolerance: considerTolerance === true,
          }),
        ]),
    ...(determinations === undefined
      ? []
      : [
          tell('parent', 'tolerance_review', 'DETERMINATION_VARIED', {
            determinations: determinationsLine(determinationsVaried(args)),
          }),
        ]),
  ];
}

/** The window of the next step, from the day this result arrived. */
function nextWindow({ context, facts, profile }: Args): Effect[] {
  const step = stepAfter({ context, profile });
  if (step === null || context.subject === null) return [];
  const { on, subject, track, resultDeliveredOn: deliveredOn, circle, decision, measure } = context;
  return [
    openCase('appeal', 'OPEN', 'appeals_against', {
      on,
      subject,
      track,
      step,
      deliveredOn,
      earlierStep: facts.case,
      ...(circle !== null && { circle }),
      ...(decision !== null && { decision }),
      ...(measure !== null && { measure }),
    }),
  ];
}

const DELIVERING = {
  event: 'DELIVER',
  roles: ['appeals_panel', 'superior_body', 'reception_officer', 'case_supervisor'],
  guards: ['is_not_done_in_the_future', 'is_delivered_once_made'],
  basis: ['1.6', 'S2', 'S30', 'T35'],
} as const;
const ENDING = {
  event: 'CLOSE_EXECUTION',
  from: 'executing',
  roles: ['org_personnel', 'handling_dept_head', 'case_supervisor'],
  effects: [paper('execution_report', 'appeals_panel', 'case_supervisor')],
  basis: ['1.6', 'S2', 'T22'],
  label: { zh: '执行完毕', en: 'Everything is carried out' },
} as const;

export const MERITS_ROWS: readonly AppealRow[] = [
  {
    row: 'F-hear',
    event: 'HEAR',
    from: 'examining',
    roles: BENCH,
    needs: ['family'],
    duty: 'heard_appeal',
    guards: [...BENCH_GUARDS, 'is_not_done_in_the_future'],
    record: (args) => ({ isHeard: true, panel: sittingAlso(args) }),
    effects: [paper('hearing_record', 'appeals_panel')],
    basis: ['1.6', 'S5', 'S30'],
    label: { zh: '听取申诉人意见', en: 'Hear the person' },
  },
  {
    row: 'F-withdraw',
    event: 'WITHDRAW',
    from: ['filed', 'curing', 'examining'],
    roles: APPELLANT,
    recordedBy: RECORDING,
    whileSuspended: true,
    guards: ['is_filed_for_oneself', 'is_in_writing'],
    record: () => ({ hasWithdrawn: true }),
    effects: [
      paper('withdrawal_note', 'parties_told', 'appeals_panel'),
      notify('appeal_withdrawn', 'appeals_panel'),
    ],
    basis: ['1.6', '4.6', 'S30'],
    label: { zh: '撤回申诉', en: 'Withdraw' },
  },
  {
    row: 'F-end',
    event: 'END_WITHDRAWN',
    from: ['filed', 'curing', 'examining'],
    to: 'withdrawn',
    roles: BENCH,
    needs: ['family'],
    duty: 'heard_appeal',
    guards: [...BENCH_GUARDS, 'was_withdrawn'],
    record: (args) => ({ panel: sittingAlso(args) }),
    effects: [paper('termination_notice', 'parties_told', 'handling_dept')],
    basis: ['1.6', '4.6', 'S30'],
    label: { zh: '因撤回终止', en: 'End it after the withdrawal' },
  },
  {
    ...DECIDING,
    row: 'F-uphold',
    to: 'decided_upheld',
    when: { result: 'uphold' },
    guards: [...DECIDING_GUARDS, 'carries_nothing_new'],
    record: decided as never,
    effects: [...CLOCKS, paper('appeal_decision', 'parties_told', 'handling_dept')],
    label: { zh: '维持', en: 'Uphold' },
  },
  {
    ...DECIDING,
    row: 'F-revoke',
    to: 'decided_revoked',
    when: { result: 'revoke_redo' },
    guards: [...DECIDING_GUARDS, 'carries_nothing_new', 'still_stands'],
    record: decidedOtherwise as never,
    effects: ((args: Args) => [
      ...CLOCKS,
      paper('appeal_decision', 'parties_told', 'handling_dept'),
      notify('decision_to_be_made_anew', 'approver_head', 'handling_dept'),
      ...revoked(args),
    ]) as never,
    label: { zh: '撤销，责令重作', en: 'Revoke, to be made anew' },
  },
  {
    ...DECIDING,
    row: 'F-vary',
    to: 'decided_varied',
    when: { result: 'vary' },
    guards: [
      ...DECIDING_GUARDS,
      'still_stands',
      'is_a_whole_decision',
      'is_never_worse',
      'differs_from_what_was_decided',
    ],
    record: decidedOtherwise as never,
    effects: ((args: Args) => [
      ...CLOCKS,
      paper('appeal_decision', 'parties_told', 'handling_dept'),
      ...varied(args),
    ]) as never,
    label: { zh: '变更', en: 'Vary' },
  },
  {
    ...DELIVERING,
    row: 'F-deliver-upheld',
    from: 'decided_upheld',
    to: 'upheld',
    record: ((args: Args) => ({
      resultDeliveredOn: args.data.deliveredOn,
      nextStep: args.context.subject === null ? null : stepAfter(args),
    })) as never,
    effects: ((args: Args) => [paper('delivery_record', 'case_supervisor'), ...nextWindow(args)]) as never,
    label: { zh: '送达维持决定', en: 'Deliver what was upheld' },
  },
  {
    ...DELIVERING,
    row: 'F-deliver-changed',
    from: ['decided_revoked', 'decided_varied'],
    to: 'executing',
    record: (({ data }: Args) => ({ resultDeliveredOn: data.deliveredOn })) as never,
    effects: [
      stopClock('appeal.deliver'),
      startClock('appeal.execute'),
      paper('delivery_record', 'case_supervisor'),
      paper('execution_order', 'org_personnel', 'handling_dept', 'subject_unit'),
    ],
    label: { zh: '送达撤销或者变更决定', en: 'Deliver what was changed' },
  },
  {
    row: 'F-execute',
    event: 'EXECUTE',
    from: 'executing',
    roles: ['org_personnel', 'handling_dept_head'],
    guards: ['is_to_be_done', 'is_the_original_circle', 'is_done_since_the_decision'],
    record: ({ context, data }) => ({
      done: [...context.done, { item: data.item, doneOn: data.doneOn, outcome: data.outcome }],
    }),
    effects: ({ data }) => [
      data.item === 'name_restored'
        ? paper('restoration_notice', 'parties_told', 'subject_unit')
        : paper('execution_record', 'org_personnel'),
    ],
    basis: ['1.6', 'S2', 'T22'],
    label: { zh: '执行一项', en: 'Carry out one item' },
  },
  { ...ENDING, row: 'F-close-revoked', to: 'revoked_redone', guards: ['everything_is_done', 'was_revoked'] },
  { ...ENDING, row: 'F-close-varied', to: 'varied', guards: ['everything_is_done', 'was_varied'] },
];
