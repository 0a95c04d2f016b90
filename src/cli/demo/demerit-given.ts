/**
 * The beginning of 6.7: an audit brings up an advance that was paid too early; it is verified, an application for
 * tolerance is withdrawn and nobody looks any further, and the unit gives a demerit that it announces at its meeting.
 */
import { UNANIMOUS } from './appraisal.ts';
import type { Step } from './scenario.ts';

export const SUBJECT = 'p-ning';
export const ACT = 'advance-before-contract';
/** Reviewed the case while on loan to the body, and sits on the superior body since. */
export const ON_LOAN = 'p-ruan';
/** Where the demerit is announced: the meeting of the whole unit. */
export const MEETING_CIRCLE = 'unit';

const VERIFIED: readonly Step[] = [
  {
    day: -98,
    by: 'p-chen',
    opens: 'complaint',
    as: 'report',
    says: 'the audit office passes on a point: an advance was paid before the contract was signed',
    data: {
      channel: 'other_organ',
      subject: SUBJECT,
      content: 'An advance for a heating line of the pilot was paid before the contract was signed.',
    },
    state: 'received',
    due: { 'report.accept_notice': -77, 'report.route_out': -91 },
  },
  {
    day: -98,
    by: 'p-chen',
    on: 'report',
    event: 'REGISTER',
    says: 'registered',
    data: {},
    state: 'registered',
  },
  {
    day: -97,
    by: 'p-chen',
    on: 'report',
    event: 'ACCEPT',
    says: 'in scope, accepted',
    data: {},
    state: 'accepted',
    due: { 'report.hand_over': -94 },
  },
  {
    day: -96,
    by: 'p-chen',
    on: 'report',
    event: 'HAND_OVER',
    says: 'handed to the department',
    data: { supervisorInformed: true, allegations: [{ point: ACT, subject: SUBJECT }] },
    state: 'with_handling_dept',
    finds: {
      advance: { procedure: 'allegation', where: { point: ACT }, due: { 'report.disposition': -63 } },
    },
  },
  {
    day: -88,
    by: 'p-sun',
    on: 'advance',
    event: 'PROPOSE_DISPOSITION',
    says: 'a preliminary verification is proposed',
    data: { disposition: 'preliminary_verification', isRecusalClear: true, isStudiedCollectively: true },
    state: 'disposition_proposed',
  },
  {
    day: -87,
    by: 'p-lin',
    on: 'advance',
    event: 'APPROVE_DISPOSITION',
    says: 'preliminary verification approved',
    data: { disposition: 'preliminary_verification' },
    state: 'preliminary_verification',
    due: { 'report.verify': -27 },
  },
  {
    day: -75,
    by: 'p-zhou',
    on: 'advance',
    event: 'RECORD_INTERVIEW',
    says: 'interview by two handlers',
    data: ({ date }) => ({
      participants: ['p-wu'],
      interviewee: SUBJECT,
      heldOn: date(-75),
      record: 'Says that the pipes had to be ordered before the frost. Read over and signed.',
    }),
  },
  {
    day: -74,
    by: 'p-wu',
    on: 'advance',
    event: 'RECORD_MATERIAL',
    says: 'payment order and contract are secured',
    data: { kind: 'document', description: 'Payment order, contract with the date of its signature.' },
  },
  {
    day: -47,
    by: 'p-zhou',
    on: 'advance',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'report: true; why the advance was paid early is left aside',
    data: {
      participants: ['p-wu'],
      finding: 'true',
      evidence: ['e1', 'e2'],
      proposal: 'file_case',
      report: 'The advance left nine days before the contract was signed. Nothing was lost.',
    },
    state: 'findings_proposed',
  },
  {
    day: -45,
    by: 'p-zhang',
    on: 'advance',
    event: 'APPROVE_FINDINGS',
    says: 'finding approved',
    data: {},
    state: 'findings_approved',
    due: { 'report.file_decision': -20 },
  },
];

const WITHDRAWN: readonly Step[] = [
  {
    day: -42,
    by: 'p-sun',
    opens: 'tolerance_review',
    as: 'review',
    says: 'accountability opens: the right to apply for tolerance is notified',
    data: ({ id, date }) => ({
      event: 'OPEN_ACCOUNTABILITY',
      allegation: id('advance'),
      acts: [{ act: ACT, description: 'An advance paid before the contract was signed.' }],
      noticeDeliveredOn: date(-42),
    }),
    state: 'right_notified',
    due: { 'tol.apply': -25 },
    also: { advance: { state: 'findings_approved' } },
  },
  {
    day: -41,
    by: SUBJECT,
    on: 'review',
    event: 'APPLY',
    says: 'the person held to account applies',
    data: {
      acts: [{ act: ACT }],
      statement: 'Without the advance the line would not have stood before the frost.',
      evidence: [{ factor: 'objective_conditions', evidence: ['weather-warning'] }],
    },
    state: 'applied',
    due: { 'tol.accept': -31 },
  },
  {
    day: -33,
    by: SUBJECT,
    on: 'review',
    event: 'WITHDRAW',
    says: 'withdraws in writing; that the body has to look all the same stays owed, and nobody does',
    data: { isInWriting: true, reason: 'Was told that the matter would be over sooner.' },
    state: 'withdrawn',
  },
];

const SANCTIONED: readonly Step[] = [
  {
    day: -32,
    by: 'p-zhang',
    on: 'advance',
    event: 'FILE_CASE',
    says: 'a case is filed; personnel moves are frozen',
    data: {},
    state: 'investigating',
    due: { 'report.case_decision': 154 },
  },
  {
    day: -12,
    by: 'p-zhou',
    on: 'advance',
    event: 'NOTIFY_AND_HEAR',
    says: 'the facts and the proposed demerit are told, the defence is heard',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heardOn: date(-12),
      proposedDecision: 'sanction',
      proposedMeasure: 'demerit',
      isDefenceChecked: true,
      record: 'Again names the frost.',
    }),
    state: 'heard',
  },
  {
    day: -5,
    by: ON_LOAN,
    on: 'advance',
    event: 'REVIEW_CASE',
    says: 'case review agrees; 阮青 is on loan to the body for it',
    data: { opinion: 'agree', reason: 'Facts clear, procedure kept.' },
    state: 'reviewed',
  },
  {
    day: 0,
    by: 'p-he',
    on: 'advance',
    event: 'DECIDE',
    says: 'a demerit: its twelve months run from today',
    data: {
      decision: 'sanction',
      measure: 'demerit',
      track: 'civil_servant',
      members: UNANIMOUS,
      reason: 'Money left before there was a contract.',
    },
    state: 'decided_sanction',
    also: { report: { due: { 'report.close': 30 } } },
    finds: {
      period: {
        procedure: 'return_to_service',
        where: { measure: 'demerit' },
        due: { 'service.period': 365, 'service.return_visit': 183 },
      },
    },
  },
  {
    day: 2,
    by: 'p-wu',
    on: 'advance',
    event: 'DELIVER_DECISION',
    says: 'served, and announced at the meeting of the unit: thirty days to ask for a re-check',
    data: ({ date }) => ({ deliveredOn: date(2), manner: 'in_person', circle: MEETING_CIRCLE }),
    state: 'decided_sanction',
    finds: {
      recheck: { procedure: 'appeal', where: { subject: SUBJECT }, due: { 'appeal.window': 32 } },
    },
  },
  {
    day: 3,
    by: 'p-tang',
    on: 'period',
    event: 'RECORD_EXECUTION',
    says: 'the demerit is entered in the personnel file',
    data: ({ date }) => ({ duty: 'personnel_file_entry', doneOn: date(3) }),
    state: 'running',
  },
  {
    day: 4,
    by: 'p-sun',
    on: 'report',
    event: 'CLOSE',
    says: 'the report closes: sanctioned',
    data: { isChecklistComplete: true },
    state: 'decided_sanction',
  },
];

export const DEMERIT_GIVEN: readonly Step[] = [...VERIFIED, ...WITHDRAWN, ...SANCTIONED];
