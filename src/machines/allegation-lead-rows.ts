/**
 * Rows of an allegation while it is a lead: from the hand-over to a disposition, the inquiry by letter, and what was
 * shelved (A10-A16, A27). Nothing here decides on liability.
 */
import {
  paper,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  tell,
  type Effect,
} from '../domain/effect.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import type { AllegationContext, Events, EvidenceItem } from './allegation-events.ts';
import type { CASE_GUARDS, LEAD_GUARDS } from './allegation-guards.ts';
import type { AllegationState } from './allegation-states.ts';
import type { Facts, GuardArguments, Obligation, RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

export type AllegationGuard = keyof typeof LEAD_GUARDS | keyof typeof CASE_GUARDS;
export type AllegationRow = RowOf<
  AllegationContext,
  AllegationState,
  AllegationGuard | SharedGuard,
  typeof Events
>;
type Args = GuardArguments<AllegationContext>;

export const HANDLING = ['handler', 'handling_dept_head'] as const;
export const APPROVING = ['approver_incharge', 'approver_head'] as const;

/** Tells the complaint that this allegation has come to its end. */
export const concluded = (facts: Facts, outcome: string): Effect =>
  tell('parent', 'complaint', 'ALLEGATION_CONCLUDED', { allegation: facts.case, outcome });

/** Obligations not on file yet: a finding approved again owes nothing twice. */
export const newlyOwed = (
  { obligations }: AllegationContext,
  owed: readonly Omit<Obligation, 'since'>[],
): Omit<Obligation, 'since'>[] =>
  owed.filter(({ code }) => !obligations.some((known) => known.code === code));

/** One more piece of evidence, numbered by the case. */
export const withEvidence = (
  { context, facts }: Args,
  kind: EvidenceItem['kind'],
): Partial<AllegationContext> => ({
  evidence: [
    ...context.evidence,
    { id: `e${context.evidence.length + 1}`, kind, version: facts.version, at: facts.at },
  ],
});

const approvedAs = (
  { facts }: Pick<Args, 'facts'>,
  disposition: NonNullable<AllegationContext['disposition']>,
  reason?: string,
): Partial<AllegationContext> => ({ disposition, dispositionAt: facts.at, reason: reason ?? null });

export const LEAD_ROWS: readonly AllegationRow[] = [
  {
    row: 'A10-open',
    event: 'OPEN',
    from: 'opening',
    to: 'with_handling_dept',
    roles: ['system'],
    isInternal: true,
    record: ({ data, facts }) => ({
      case: facts.case,
      subject: data.subject,
      point: data.point,
      act: data.act ?? null,
      isOfDuty: data.isOfDuty,
    }),
    effects: [startClock('report.disposition'), paper('allegation_sheet', 'handling_dept')],
    basis: ['A10', 'T1'],
    label: { zh: '交承办部门', en: 'Hand the allegation to the department' },
  },
  {
    row: 'A11-returned',
    event: 'RETURNED',
    from: ['with_handling_dept', 'disposition_proposed'],
    to: 'with_handling_dept',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: () => ({ isReturned: true }),
    effects: [pauseClock('report.disposition')],
    basis: ['A11', 'S10'],
    label: { zh: '随检举控告退回受理部门', en: 'Returned to reception with the complaint' },
  },
  {
    row: 'A11-back',
    event: 'HANDED_BACK',
    from: 'with_handling_dept',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    guards: ['is_returned'],
    record: () => ({ isReturned: false }),
    effects: [resumeClock('report.disposition')],
    basis: ['A10', 'A11', 'D'],
    label: { zh: '重新交承办部门', en: 'Handed over again' },
  },
  {
    row: 'A11-ended',
    event: 'COMPLAINT_ENDED',
    from: 'with_handling_dept',
    to: 'closed_no_action',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    guards: ['is_returned'],
    record: ({ data }) => ({ reason: data.outcome }),
    basis: ['A6', 'A7', 'A11', 'D'],
    label: { zh: '检举控告已由受理部门办结', en: 'Reception ended the complaint it had back' },
  },
  {
    row: 'A12',
    event: 'PROPOSE_DISPOSITION',
    from: 'with_handling_dept',
    to: 'disposition_proposed',
    roles: HANDLING,
    duty: 'handled',
    guards: ['is_with_the_department', 'recusal_is_clear', 'was_studied_collectively'],
    effects: [paper('disposition_proposal', 'approver_incharge')],
    basis: ['A12'],
    label: { zh: '提出处置意见', en: 'Propose a disposition' },
  },
  {
    row: 'A13-return',
    event: 'RETURN_PROPOSAL',
    from: 'disposition_proposed',
    to: 'with_handling_dept',
    roles: APPROVING,
    duty: 'approved',
    effects: [paper('return_opinion', 'handling_dept')],
    basis: ['A13', 'D'],
    label: { zh: '退回处置意见', en: 'Send the proposal back' },
  },
  {
    row: 'A13-letter',
    event: 'APPROVE_DISPOSITION',
    from: 'disposition_proposed',
    to: 'letter_inquiry',
    when: { disposition: 'letter_inquiry' },
    roles: APPROVING,
    duty: 'approved',
    record: (args) => ({ ...approvedAs(args, 'letter_inquiry'), letterDeliveredOn: null }),
    effects: [
      stopClock('report.disposition'),
      paper('approval_sheet', 'handling_dept'),
      paper('letter_of_inquiry', 'subject'),
    ],
    basis: ['A13', 'S10'],
    label: { zh: '批准谈话函询', en: 'Approve an inquiry by talk or letter' },
  },
  {
    row: 'A13-verify',
    event: 'APPROVE_DISPOSITION',
    from: 'disposition_proposed',
    to: 'preliminary_verification',
    when: { disposition: 'preliminary_verification' },
    roles: APPROVING,
    duty: 'approved',
    record: (args) => approvedAs(args, 'preliminary_verification'),
    effects: [
      stopClock('report.disposition'),
      startClock('report.verify'),
      paper('approval_sheet', 'handling_dept'),
    ],
    basis: ['A13', 'S10'],
    label: { zh: '批准初步核实', en: 'Approve a preliminary verification' },
  },
  {
    row: 'A13-shelve',
    event: 'APPROVE_DISPOSITION',
    from: 'disposition_proposed',
    to: 'shelved',
    when: { disposition: 'shelved' },
    roles: APPROVING,
    duty: 'approved',
    guards: ['reason_is_listed'],
    record: (args) => approvedAs(args, 'shelved', args.data.reasonCode),
    effects: ({ facts }) => [
      stopClock('report.disposition'),
      startClock('report.shelf_review'),
      paper('approval_sheet', 'handling_dept'),
      concluded(facts, 'shelved'),
    ],
    basis: ['A13', 'S10', 'S11'],
    label: { zh: '批准暂存待查', en: 'Approve shelving' },
  },
  {
    row: 'A13-close',
    event: 'APPROVE_DISPOSITION',
    from: 'disposition_proposed',
    to: 'closed_no_action',
    when: { disposition: 'closed_no_action' },
    roles: APPROVING,
    duty: 'approved',
    guards: ['reason_is_listed'],
    record: (args) => approvedAs(args, 'closed_no_action', args.data.reasonCode),
    effects: ({ facts }) => [paper('approval_sheet', 'handling_dept'), concluded(facts, 'closed_no_action')],
    basis: ['A13', 'S10'],
    label: { zh: '批准予以了结', en: 'Approve ending it without action' },
  },
  {
    row: 'A13-investigate',
    event: 'APPROVE_DISPOSITION',
    from: 'disposition_proposed',
    to: 'investigating',
    when: { disposition: 'sent_to_investigation' },
    roles: APPROVING,
    duty: 'approved',
    record: (args) => approvedAs(args, 'sent_to_investigation'),
    effects: [
      stopClock('report.disposition'),
      startClock('report.verify'),
      paper('approval_sheet', 'handling_dept'),
    ],
    basis: ['A13', 'S10', 'settled 1'],
    label: { zh: '批准移送审查调查', en: 'Approve passing it to the investigation department' },
  },
  {
    row: 'A13-deliver',
    event: 'DELIVER_LETTER',
    from: 'letter_inquiry',
    roles: HANDLING,
    guards: ['letter_is_not_delivered_yet', 'is_delivered_on_a_possible_day'],
    record: ({ data }) => ({ letterDeliveredOn: data.deliveredOn }),
    effects: ({ data, profile }) => [
      startClock('report.letter_reply', {
        from: instantAt(dayOf(data.deliveredOn), 12 * 60, profile.rules.timeZone),
      }),
      paper('delivery_record', 'handling_dept'),
    ],
    basis: ['A13', 'T35', 'D'],
    label: { zh: '送达函询', en: 'Deliver the letter' },
  },
  {
    row: 'A14',
    event: 'SUBJECT_REPLIES',
    from: 'letter_inquiry',
    to: 'reply_under_review',
    roles: ['subject', 'subject_unit'],
    recordedBy: HANDLING,
    guards: ['is_the_person_concerned', 'letter_was_delivered'],
    record: (args) => withEvidence(args as Args, 'explanation'),
    effects: [
      stopClock('report.letter_reply'),
      startClock('report.explanation_report'),
      paper('explanation', 'handling_dept'),
    ],
    basis: ['A14'],
    label: { zh: '被反映人作出说明', en: 'The person replies' },
  },
  {
    row: 'A15',
    event: 'ACCEPT_EXPLANATION',
    from: 'reply_under_review',
    to: 'findings_proposed',
    roles: ['handling_dept_head'],
    duty: 'handled',
    guards: ['rests_on_usable_evidence'],
    record: ({ context, data }) => ({
      proposed: {
        finding: data.finding,
        evidence: data.evidence ?? context.evidence.map(({ id }) => id),
        signsOfIntent: false,
      },
      isOfDuty: data.isOfDuty ?? context.isOfDuty,
    }),
    effects: [
      stopClock('report.explanation_report'),
      paper('notice_of_acceptance_of_explanation', 'subject'),
    ],
    basis: ['A15'],
    label: { zh: '采信说明', en: 'Accept the explanation' },
  },
  {
    row: 'A16',
    event: 'ESCALATE_TO_VERIFICATION',
    from: ['letter_inquiry', 'reply_under_review'],
    to: 'preliminary_verification',
    roles: APPROVING,
    duty: 'approved',
    record: (args) => approvedAs(args, 'preliminary_verification', args.data.ground),
    effects: [
      stopClock('report.letter_reply'),
      stopClock('report.explanation_report'),
      startClock('report.verify'),
      paper('amended_disposition', 'handling_dept'),
    ],
    basis: ['A16'],
    label: { zh: '转为初步核实', en: 'Escalate to a verification' },
  },
  {
    row: 'A27',
    event: 'SHELF_REVIEW',
    from: 'shelved',
    to: 'disposition_proposed',
    roles: HANDLING,
    duty: 'handled',
    effects: [
      stopClock('report.shelf_review'),
      startClock('report.disposition'),
      paper('review_note', 'approver_incharge'),
    ],
    basis: ['A27', 'S11'],
    label: { zh: '定期清理暂存线索', en: 'Review what was shelved' },
  },
];
