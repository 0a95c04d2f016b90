/**
 * Rows of a complaint once it is accepted: hand-over to the department, what its allegations and its linked pieces tell
 * it, feedback, withdrawal, closing and reopening (A10, A11, A23-A25). Its outcome follows from the allegations.
 */
import { notify, openCase, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import type { ComplaintContext } from './complaint-events.ts';
import { awaitingFeedback, isOwedAnswers } from './complaint-guards.ts';
import type { ComplaintRow } from './complaint-intake-rows.ts';
import { areAtTheirEnd, areConcluded, OUTCOMES } from './complaint-outcome.ts';
import { EVERY_STATE, OPEN_STATES, REOPENABLE } from './complaint-states.ts';
import type { Facts, GuardArguments } from './procedure.ts';

type Args = GuardArguments<ComplaintContext>;

interface NamedAllegation {
  readonly point: string;
  readonly subject: string;
  readonly isOfDuty: boolean;
}

const allegationsOpened = (named: readonly NamedAllegation[]): Effect[] =>
  named.map(({ point, subject, isOfDuty }) =>
    openCase('allegation', 'OPEN', 'allegation_of', { point, subject, isOfDuty }),
  );

const withAllegations = (context: ComplaintContext, named: readonly NamedAllegation[]) => ({
  subject: context.subject ?? named[0]?.subject ?? null,
  subjects: [...new Set([...context.subjects, ...named.map(({ subject }) => subject)])],
  allegations: [...context.allegations, ...named.map(({ point, subject }) => ({ point, subject }))],
});

/** One feedback clock a reporter: the own one without an instance, those of linked pieces by their case. */
const feedbackClock = (of: string | null): Effect =>
  startClock('report.feedback', of === null ? {} : { instance: of });
const stoppedFeedback = (of: string | null | undefined): Effect =>
  stopClock('report.feedback', of ?? undefined);

/** The conclusion no longer holds: whoever is owed the result is owed the next one. */
const unconcluded = ({ duplicates }: ComplaintContext) => ({
  conclusionAt: null,
  isFeedbackGiven: false,
  duplicates: duplicates.map((duplicate) => ({ ...duplicate, isFeedbackGiven: false })),
});

const stoppedAfterConclusion = ({ duplicates }: ComplaintContext): Effect[] => [
  stoppedFeedback(null),
  ...duplicates.map((duplicate) => stoppedFeedback(duplicate.case)),
  stopClock('report.close'),
];

/** Feedback counts from when the last allegation is concluded, closing from when nothing is open any more. */
const whatConclusionStarts = ({ context, facts }: Args): Effect[] => [
  ...(context.conclusionAt === facts.at ? awaitingFeedback(context).map(feedbackClock) : []),
  ...(areAtTheirEnd(facts) && facts.clocks?.['report.close'] === undefined
    ? [startClock('report.close')]
    : []),
];

const conclusion = ({ context, facts }: { context: ComplaintContext; facts: Facts }) => ({
  conclusionAt: context.conclusionAt ?? (areConcluded(facts) ? facts.at : null),
});

const fromAllegation = {
  from: 'with_handling_dept',
  roles: ['system'],
  isInternal: true,
  whileSuspended: true,
  needs: ['family', 'clocks'],
  effects: (args: unknown) => {
    const started = whatConclusionStarts(args as Args);
    return started.length > 0 ? started : [{ kind: 'record' } as const];
  },
} as const;

const withDuplicate = (
  { duplicates }: ComplaintContext,
  data: { readonly duplicate: string; readonly isRealName: boolean; readonly newFacts: boolean },
) => ({
  duplicates: [
    ...duplicates,
    {
      case: data.duplicate,
      isRealName: data.isRealName,
      hasNewFacts: data.newFacts,
      isFeedbackGiven: false,
    },
  ],
});

const newFactsOwe = ({ data }: { data: { readonly newFacts: boolean } }) =>
  data.newFacts ? [{ code: 'new_allegation', procedure: 'complaint', row: 'A8' }] : [];
/** Nothing about the head of this body passes through that inbox (T15). */
const newFactsTold = ({
  context,
  data,
}: {
  context: ComplaintContext;
  data: { readonly newFacts: boolean };
}): Effect[] =>
  data.newFacts
    ? [
        notify(
          'new_facts_in_linked_complaint',
          'handling_dept',
          context.concernsHead ? 'superior_body' : 'approver_head',
        ),
      ]
    : [{ kind: 'record' }];

const closingRows = OUTCOMES.map(
  (outcome) =>
    ({
      row: `A24-${outcome}`,
      event: 'CLOSE',
      from: 'with_handling_dept',
      to: outcome,
      roles: ['handling_dept_head'],
      duty: 'handled',
      needs: ['family'],
      guards: [
        'allegations_are_at_their_end',
        'claimed_name_was_checked',
        'feedback_is_given_or_not_owed',
        'new_evidence_is_checked',
        'clarifications_are_opened',
        'checklist_is_complete',
        `outcome_is_${outcome}`,
      ],
      record: () => ({ outcome }),
      effects: [
        tell('child', 'allegation', 'CLOSE'),
        paper('closing_checklist', 'case_supervisor'),
        paper('archive_volume', 'case_supervisor'),
      ],
      basis: ['A24', '1.1', 'T17'],
      label: { zh: '办结', en: 'Close' },
    }) satisfies ComplaintRow,
);

export const HANDLING_ROWS: readonly ComplaintRow[] = [
  {
    row: 'A10',
    event: 'HAND_OVER',
    from: 'accepted',
    to: 'with_handling_dept',
    roles: ['reception_officer'],
    duty: 'received',
    guards: ['supervisor_is_informed', 'names_an_allegation', 'allegations_are_new'],
    meets: ['new_allegation'],
    record: ({ context, data }) => ({
      ...withAllegations(context, data.allegations),
      department: data.department ?? context.department,
      isReturned: false,
      reason: null,
    }),
    effects: ({ context, data }) => [
      stopClock('report.hand_over'),
      ...allegationsOpened(data.allegations),
      ...(context.allegations.length > data.allegations.length
        ? [tell('child', 'allegation', 'HANDED_BACK')]
        : []),
      paper('handover_list', 'handling_dept', 'case_supervisor'),
    ],
    basis: ['A10', 'S10', 'T1', 'settled 2'],
    label: { zh: '移交承办部门', en: 'Hand over to the department' },
  },
  {
    row: 'A10-add',
    event: 'ADD_ALLEGATION',
    from: 'with_handling_dept',
    roles: ['handling_dept_head', 'reception_officer'],
    guards: ['allegations_are_new'],
    meets: ['new_allegation'],
    record: ({ context, data }) => ({
      ...unconcluded(context),
      ...withAllegations(context, data.allegations),
    }),
    effects: ({ context, data }) => [
      ...stoppedAfterConclusion(context),
      ...allegationsOpened(data.allegations),
      paper('handover_list', 'handling_dept', 'case_supervisor'),
    ],
    basis: ['domain 4.7', 'T1', 'T16', 'D'],
    label: { zh: '增加反映的问题', en: 'Add an allegation' },
  },
  {
    row: 'A11',
    event: 'RETURN_TO_RECEPTION',
    from: 'with_handling_dept',
    to: 'registered',
    roles: ['handling_dept_head'],
    duty: 'handled',
    needs: ['family'],
    guards: ['leader_in_charge_consents', 'allegations_are_undecided'],
    record: ({ data }) => ({ isReturned: true, reason: data.reason }),
    effects: [
      tell('child', 'allegation', 'RETURNED'),
      startClock('report.route_out'),
      paper('return_note', 'reception_officer'),
    ],
    basis: ['A11', 'S10'],
    label: { zh: '退回受理部门', en: 'Return to reception' },
  },
  {
    row: 'A18-findings',
    event: 'FINDINGS_APPROVED',
    ...fromAllegation,
    record: conclusion,
    basis: ['A18', 'A23', 'S10'],
    label: { zh: '问题的核查结论已批准', en: 'The finding on an allegation was approved' },
  },
  {
    row: 'A24-allegation',
    event: 'ALLEGATION_CONCLUDED',
    ...fromAllegation,
    record: conclusion,
    basis: ['A13', 'A22', 'A24', '1.1'],
    label: { zh: '一个问题已办结', en: 'An allegation came to its end' },
  },
  {
    row: 'A25-allegation-open',
    event: 'ALLEGATION_REOPENED',
    from: OPEN_STATES,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ context }) => unconcluded(context),
    effects: ({ context }) => stoppedAfterConclusion(context),
    basis: ['A25', 'B3'],
    label: { zh: '一个问题重新办理', en: 'An allegation was taken up again' },
  },
  {
    row: 'A25-allegation-closed',
    event: 'ALLEGATION_REOPENED',
    from: REOPENABLE,
    to: 'with_handling_dept',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ context }) => ({ ...unconcluded(context), outcome: null }),
    effects: [paper('reopening_sheet', 'handling_dept', 'case_supervisor')],
    basis: ['A25', 'B3', '1.1'],
    label: {
      zh: '一个问题重新办理，本件恢复办理',
      en: 'An allegation was taken up again, and the complaint with it',
    },
  },
  {
    row: 'A8-linked',
    event: 'DUPLICATE_LINKED',
    from: OPEN_STATES,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    guards: ['is_not_linked_itself', 'concerns_the_same_subject'],
    record: ({ context, data }) => withDuplicate(context, data),
    owes: newFactsOwe,
    effects: ({ context, data }) => [
      ...(data.isRealName && context.conclusionAt !== null ? [feedbackClock(data.duplicate)] : []),
      ...newFactsTold({ context, data }),
    ],
    basis: ['A8', 'domain 4.7', 'T16'],
    label: { zh: '关联重复件', en: 'Another piece on the same matter was linked' },
  },
  {
    row: 'A8-linked-closed',
    event: 'DUPLICATE_LINKED',
    from: EVERY_STATE.filter((state) => !OPEN_STATES.includes(state)),
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    guards: ['is_not_linked_itself', 'concerns_the_same_subject'],
    record: ({ context, data }) => withDuplicate(context, data),
    owes: newFactsOwe,
    effects: newFactsTold,
    basis: ['A8', 'domain 4.7', 'S10', 'T16'],
    label: { zh: '办结后又收到重复件', en: 'Another piece came in after the end' },
  },
  {
    row: 'A8-identified',
    event: 'DUPLICATE_IDENTIFIED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    needs: ['family'],
    guards: ['is_linked_here'],
    record: ({ context, data }) => ({
      duplicates: context.duplicates.map((duplicate) =>
        duplicate.case === data.duplicate ? { ...duplicate, isRealName: data.isRealName } : duplicate,
      ),
    }),
    effects: ({ context, data, facts }) => {
      const isOpen = facts.family?.find(({ relation }) => relation === 'self')?.isOpen === true;
      if (!data.isRealName) return [stoppedFeedback(data.duplicate)];
      return isOpen && context.conclusionAt !== null ? [feedbackClock(data.duplicate)] : [{ kind: 'record' }];
    },
    basis: ['A3', 'domain 4.5', 'domain 4.7', 'T16'],
    label: { zh: '重复件的检举控告人身份已核实', en: 'The reporter of a linked piece was checked' },
  },
  {
    row: 'A23',
    event: 'GIVE_FEEDBACK',
    from: ['with_handling_dept', ...OUTCOMES],
    roles: ['handler', 'handling_dept_head', 'reception_officer'],
    whileSuspended: true,
    guards: [
      'is_linked_here',
      'reporter_is_confirmed',
      'conclusion_is_approved',
      'is_not_done_in_the_future',
    ],
    record: ({ context, data }) =>
      data.duplicate === undefined
        ? { isFeedbackGiven: true }
        : {
            duplicates: context.duplicates.map((duplicate) =>
              duplicate.case === data.duplicate ? { ...duplicate, isFeedbackGiven: true } : duplicate,
            ),
          },
    owes: ({ data }) =>
      data.newEvidence ? [{ code: 'check_new_evidence', procedure: 'complaint', row: 'A23' }] : [],
    effects: ({ data }) => [stoppedFeedback(data.duplicate), paper('feedback_record', 'handling_dept')],
    basis: ['A23', 'S10', 'T16'],
    label: { zh: '反馈结果', en: 'Give feedback' },
  },
  {
    row: 'A23-check',
    event: 'RECORD_CHECK',
    from: ['with_handling_dept', ...OUTCOMES],
    roles: ['handler', 'handling_dept_head'],
    guards: ['new_evidence_waits_for_a_check'],
    meets: ['check_new_evidence'],
    effects: [paper('check_record', 'handling_dept')],
    basis: ['A23', 'S10'],
    label: { zh: '核查反馈中提出的新证据', en: 'Check the evidence named on feedback' },
  },
  {
    row: 'A-withdrawal',
    event: 'RECORD_WITHDRAWAL',
    from: OPEN_STATES,
    roles: ['reception_officer', 'handler', 'handling_dept_head'],
    whileSuspended: true,
    record: ({ context, data, facts }) => ({
      withdrawals: [
        ...context.withdrawals,
        { at: facts.at, threat: data.threat, leak: data.leak, malice: data.malice },
      ],
    }),
    effects: [paper('withdrawal_note', 'handling_dept', 'case_supervisor')],
    basis: ['domain 4.6', 'S35', 'T17'],
    label: { zh: '记录检举控告人撤回', en: 'Record that the reporter withdrew' },
  },
  ...closingRows,
  {
    row: 'A25',
    event: 'REOPEN',
    from: REOPENABLE,
    to: 'registered',
    roles: ['approver_head', 'superior_body'],
    guards: ['is_reopened_at_the_right_level'],
    record: ({ context, data, facts }) => ({
      ...unconcluded(context),
      parent: null,
      isReturned: false,
      isAccepted: false,
      outcome: null,
      reason: data.reason,
      reopenings: [...context.reopenings, { at: facts.at, reason: data.reason }],
    }),
    effects: ({ context }) => [
      startClock('report.route_out'),
      ...(isOwedAnswers(context) && !context.isNoticeDelivered ? [startClock('report.accept_notice')] : []),
      paper('reopening_sheet', 'reception_officer', 'case_supervisor'),
    ],
    basis: ['A25', 'settled 1'],
    label: { zh: '重新办理', en: 'Reopen' },
  },
];
