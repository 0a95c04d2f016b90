/**
 * 6.6 of the domain brief, its first part: an inspection brings up two acts of one person, both are verified, and a case
 * is filed on each. The brief begins on the last of these days; what comes before makes the later sanctions real ones.
 */
import { onEach, type Step } from './scenario.ts';

export const SUBJECT = 'p-pan';
export const X = 'pilot-subsidy';
export const Y = 'contract-to-relative';
export const ALLEGATIONS = ['subsidy', 'contract'] as const;
const ACT_OF = { subsidy: X, contract: Y };

export const VERIFIED: readonly Step[] = [
  {
    day: -70,
    by: 'p-chen',
    opens: 'complaint',
    as: 'report',
    says: 'an inspection team passes on two points',
    data: {
      channel: 'inspection',
      subject: SUBJECT,
      content: 'A pilot subsidy was paid without a rule; a firm of a relative got a contract.',
    },
    state: 'received',
    due: { 'report.accept_notice': -48, 'report.route_out': -62 },
  },
  {
    day: -70,
    by: 'p-chen',
    on: 'report',
    event: 'REGISTER',
    says: 'registered',
    data: {},
    state: 'registered',
  },
  {
    day: -69,
    by: 'p-chen',
    on: 'report',
    event: 'ACCEPT',
    says: 'accepted',
    data: {},
    state: 'accepted',
    due: { 'report.hand_over': -63 },
  },
  {
    day: -69,
    by: 'p-chen',
    on: 'report',
    event: 'HAND_OVER',
    says: 'handed to the department, one allegation for each act',
    data: {
      supervisorInformed: true,
      allegations: [
        { point: X, subject: SUBJECT, isOfDuty: true },
        { point: Y, subject: SUBJECT },
      ],
    },
    state: 'with_handling_dept',
    finds: {
      // Thirty days end on a holiday; the first working day after it is the last one.
      subsidy: { procedure: 'allegation', where: { point: X }, due: { 'report.disposition': -34 } },
      contract: { procedure: 'allegation', where: { point: Y }, due: { 'report.disposition': -34 } },
    },
  },
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: -60,
    by: 'p-sun',
    on: allegation,
    event: 'PROPOSE_DISPOSITION',
    says: 'a preliminary verification is proposed',
    data: { disposition: 'preliminary_verification', isRecusalClear: true, isStudiedCollectively: true },
    state: 'disposition_proposed',
  })),
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: -59,
    by: 'p-lin',
    on: allegation,
    event: 'APPROVE_DISPOSITION',
    says: 'preliminary verification approved',
    data: { disposition: 'preliminary_verification' },
    state: 'preliminary_verification',
    due: { 'report.verify': 1 },
  })),
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: -40,
    by: 'p-zhou',
    on: allegation,
    event: 'RECORD_INTERVIEW',
    says: 'interview by two handlers',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heldOn: date(-40),
      record: 'Read over and signed.',
    }),
  })),
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: -28,
    by: 'p-wu',
    on: allegation,
    event: 'RECORD_MATERIAL',
    says: 'minutes, payments and the register of firms are secured',
    data: { kind: 'document', description: 'Minutes, payment orders, register of firms.' },
  })),
  {
    day: -10,
    by: 'p-zhou',
    on: 'subsidy',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'report: true, an error in duty',
    data: {
      participants: ['p-wu'],
      finding: 'true_error_in_duty',
      isOfDuty: true,
      evidence: ['e1', 'e2'],
      proposal: 'file_case',
      report: 'Paid for a pilot before there was a rule; the aim was open, the minutes have gaps.',
    },
    state: 'findings_proposed',
  },
  {
    day: -10,
    by: 'p-zhou',
    on: 'contract',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'report: true',
    data: {
      participants: ['p-wu'],
      finding: 'true',
      evidence: ['e1', 'e2'],
      proposal: 'file_case',
      report: "The contract went to a brother-in-law's firm; the relation was not disclosed.",
    },
    state: 'findings_proposed',
  },
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: -6,
    by: 'p-zhang',
    on: allegation,
    event: 'APPROVE_FINDINGS',
    says: 'finding approved',
    data: {},
    state: 'findings_approved',
    due: { 'report.file_decision': 15 },
  })),
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: 0,
    by: 'p-zhang',
    on: allegation,
    event: 'FILE_CASE',
    says: 'a case is filed; personnel moves are frozen',
    data: { act: ACT_OF[allegation] },
    state: 'investigating',
    due: { 'report.case_decision': 183 },
  })),
];
