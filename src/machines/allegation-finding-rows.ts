/**
 * Rows of an allegation that is verified: the acts that gather evidence, the report, and the finding (A17, A18, B3).
 * Approving a finding sets off all that follows from it; nothing here decides on liability.
 */
import type { z } from 'zod';
import { notify, openCase, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import type { AllegationContext, Events } from './allegation-events.ts';
import { isClarifiable, isErrorInDuty, isSubstantiated } from './allegation-findings.ts';
import { HANDLING, newlyOwed, withEvidence, type AllegationRow } from './allegation-lead-rows.ts';
import type { FamilyMember, GuardArguments, Obligation } from './procedure.ts';

type Args = GuardArguments<AllegationContext>;

/** Where evidence may still be gathered. */
const VERIFYING = [
  'letter_inquiry',
  'reply_under_review',
  'preliminary_verification',
  'investigating',
  'heard',
] as const;

/** Clarifications of this allegation that are not over: the finding they rest on concerns them. */
const clarificationsOf = ({ facts }: Pick<Args, 'facts'>): FamilyMember[] =>
  (facts.family ?? []).filter(
    ({ procedure, state, summary }) =>
      procedure === 'clarification' &&
      summary.allegation === facts.case &&
      !['not_needed', 'withheld', 'declined_by_subject', 'superseded'].includes(state),
  );

/** What an approved finding means for a clarification: opened once, told of every further version (B1, B3, B10). */
export function clarificationEffects({ context, facts }: Args): Effect[] {
  const { finding, findingVersion } = context;
  if (clarificationsOf({ facts }).length > 0)
    return [tell('child', 'clarification', 'FINDING_APPROVED', { finding, findingVersion })];
  if (!isClarifiable(finding)) return [];
  return [
    openCase('clarification', 'OPEN', 'clarifies', {
      allegation: facts.case,
      subject: context.subject,
      point: context.point,
      finding,
      findingVersion,
    }),
  ];
}

/** Substantiated: filing has to be decided on. Minor: the handling is owed. Otherwise the complaint's close is. */
const decisionClock = ({ finding }: AllegationContext): Effect[] =>
  isSubstantiated(finding)
    ? [startClock('report.file_decision')]
    : finding === 'true_minor'
      ? [startClock('report.minor_handling')]
      : [];

const whatFindingOwes = ({ context }: Args): Omit<Obligation, 'since'>[] => {
  const { finding, signsOfIntent } = context.proposed ?? { finding: null, signsOfIntent: false };
  return newlyOwed(context, [
    ...(finding === 'fabricated' && signsOfIntent
      ? [{ code: 'false_accusation_lead', procedure: 'false_accusation', row: 'A18' }]
      : []),
    ...(isErrorInDuty(finding, context.isOfDuty)
      ? [
          {
            code: 'tolerance_review_offer',
            procedure: 'tolerance_review',
            row: 'A18',
            ...(context.subject !== null && { person: context.subject }),
          },
        ]
      : []),
  ]);
};

const REPORTED = {
  event: 'SUBMIT_VERIFICATION_REPORT',
  to: 'findings_proposed',
  roles: HANDLING,
  people: 2,
  duty: 'handled',
  effects: [paper('verification_report', 'approver_head')],
} satisfies Partial<AllegationRow>;

const reported = ({
  context,
  data,
}: {
  context: AllegationContext;
  data: z.output<typeof Events.SUBMIT_VERIFICATION_REPORT>;
}): Partial<AllegationContext> => ({
  proposed: { finding: data.finding, evidence: data.evidence, signsOfIntent: data.signsOfIntent },
  isOfDuty: data.isOfDuty ?? context.isOfDuty,
});

export const FINDING_ROWS: readonly AllegationRow[] = [
  {
    row: 'A17-interview',
    event: 'RECORD_INTERVIEW',
    from: VERIFYING,
    roles: HANDLING,
    people: 2,
    duty: 'handled',
    guards: ['has_the_handlers_required', 'is_not_done_in_the_future'],
    record: (args) => withEvidence(args as Args, 'interview'),
    effects: [paper('interview_record', 'handling_dept')],
    basis: ['A17', 'S2', 'domain 4.2', 'D'],
    label: { zh: '谈话取证', en: 'Record an interview' },
  },
  {
    row: 'A17-material',
    event: 'RECORD_MATERIAL',
    from: VERIFYING,
    roles: HANDLING,
    duty: 'handled',
    record: (args) => withEvidence(args as Args, args.data.kind),
    basis: ['A17', 'D'],
    label: { zh: '收集材料', en: 'Record a piece of material' },
  },
  {
    ...REPORTED,
    row: 'A17',
    from: 'preliminary_verification',
    guards: ['has_the_handlers_required', 'rests_on_usable_evidence'],
    record: reported,
    basis: ['A17', 'S1', 'S2'],
    label: { zh: '提交核查报告', en: 'Submit the verification report' },
  },
  {
    ...REPORTED,
    row: 'A17-investigation',
    from: 'investigating',
    guards: ['case_is_not_filed_yet', 'has_the_handlers_required', 'rests_on_usable_evidence'],
    record: reported,
    basis: ['A13', 'A17', 'S1', 'S2', 'D'],
    label: { zh: '提交审查调查报告', en: 'Submit the report of the investigation' },
  },
  {
    row: 'A18',
    event: 'APPROVE_FINDINGS',
    from: 'findings_proposed',
    to: 'findings_approved',
    roles: ['approver_head'],
    duty: 'approved',
    needs: ['family'],
    record: ({ context }) => ({
      finding: context.proposed?.finding ?? null,
      findingVersion: context.findingVersion + 1,
      isFindingApproved: true,
    }),
    owes: whatFindingOwes as never,
    effects: (args) => {
      const { context, facts } = args as Args;
      return [
        stopClock('report.verify'),
        ...decisionClock(context),
        paper('finding_sheet', 'handling_dept'),
        ...clarificationEffects(args as Args),
        ...(context.obligations.some(({ code }) => code === 'false_accusation_lead')
          ? [notify('false_accusation_lead', 'approver_head')]
          : []),
        tell('parent', 'complaint', 'FINDINGS_APPROVED', {
          allegation: facts.case,
          finding: context.finding,
        }),
      ];
    },
    basis: ['A18', 'S1', '1.7', 'T1', 'T2', 'T3'],
    label: { zh: '批准核查结论', en: 'Approve the finding' },
  },
  {
    row: 'A18-return',
    event: 'RETURN_FINDINGS',
    from: 'findings_proposed',
    to: 'preliminary_verification',
    roles: ['approver_head'],
    duty: 'approved',
    needs: ['clocks'],
    record: () => ({ proposed: null }),
    // The clock that runs goes on running: sending a report back gives nobody sixty new days.
    effects: ({ facts }) => [
      ...(facts.clocks?.['report.verify'] === undefined ? [startClock('report.verify')] : []),
      paper('return_opinion', 'handling_dept'),
    ],
    basis: ['A18', 'D'],
    label: { zh: '退回补充核查', en: 'Send the report back' },
  },
  {
    row: 'B3-return',
    event: 'RETURN_FOR_MORE',
    from: ['findings_approved', 'closed_untrue'],
    to: 'preliminary_verification',
    roles: ['system'],
    isInternal: true,
    record: () => ({ proposed: null, isFindingApproved: false }),
    effects: ({ facts }) => [
      stopClock('report.file_decision'),
      stopClock('report.minor_handling'),
      startClock('report.verify'),
      tell('parent', 'complaint', 'ALLEGATION_REOPENED', { allegation: facts.case }),
    ],
    basis: ['B3', 'S16', 'settled 1'],
    label: { zh: '会商退回补充核查', en: 'The joint check returns it for more verification' },
  },
];
