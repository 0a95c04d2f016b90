/**
 * 6.4 of the domain brief, its end: the case on the author of the letters, which opened by a link and goes the ordinary
 * way of any lead: disposition, verification, filing, hearing, review, a decision of the body, delivery.
 */
import { ACCUSER } from './accuser-pursued.ts';
import { UNANIMOUS } from './appraisal.ts';
import type { Step } from './scenario.ts';

const POINT = 'letters-and-slip';
const MEASURE = 'major_demerit';
const TRACK = 'governmental';

const VERIFIED: readonly Step[] = [
  {
    day: 98,
    by: 'p-chen',
    on: 'lead',
    event: 'REGISTER',
    says: 'the lead that came out of it is registered like any other',
    data: {},
    state: 'registered',
  },
  {
    day: 98,
    by: 'p-chen',
    on: 'lead',
    event: 'ACCEPT',
    says: 'accepted',
    data: {},
    state: 'accepted',
    due: { 'report.hand_over': 101 },
  },
  {
    day: 99,
    by: 'p-chen',
    on: 'lead',
    event: 'HAND_OVER',
    says: 'handed to the department: one point, one person',
    data: { supervisorInformed: true, allegations: [{ point: POINT, subject: ACCUSER }] },
    state: 'with_handling_dept',
    finds: {
      letters: { procedure: 'allegation', where: { point: POINT }, due: { 'report.disposition': 129 } },
    },
  },
  {
    day: 105,
    by: 'p-sun',
    on: 'letters',
    event: 'PROPOSE_DISPOSITION',
    says: 'a preliminary verification is proposed',
    data: { disposition: 'preliminary_verification', isRecusalClear: true, isStudiedCollectively: true },
    state: 'disposition_proposed',
  },
  {
    day: 106,
    by: 'p-lin',
    on: 'letters',
    event: 'APPROVE_DISPOSITION',
    says: 'preliminary verification approved',
    data: { disposition: 'preliminary_verification' },
    state: 'preliminary_verification',
    due: { 'report.verify': 168 },
  },
  {
    day: 108,
    by: 'p-wu',
    on: 'letters',
    event: 'RECORD_INTERVIEW',
    says: 'interview by two handlers',
    data: ({ date }) => ({
      participants: ['p-xu'],
      interviewee: ACCUSER,
      heldOn: date(108),
      record: 'Admits the letters; says that the slip was meant as a joke. Read over and signed.',
    }),
  },
  {
    day: 109,
    by: 'p-xu',
    on: 'letters',
    event: 'RECORD_MATERIAL',
    says: 'the draft of the letters is secured',
    data: { kind: 'electronic', description: 'Draft of the letters and of the slip, with dates.' },
  },
  {
    day: 123,
    by: 'p-wu',
    on: 'letters',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'report: true, and nothing of it was done in duty',
    data: {
      participants: ['p-xu'],
      finding: 'true',
      evidence: ['e1', 'e2'],
      proposal: 'file_case',
      report: 'Made up the payment and the slip, to keep a rival from being elected.',
    },
    state: 'findings_proposed',
  },
  {
    day: 127,
    by: 'p-zhang',
    on: 'letters',
    event: 'APPROVE_FINDINGS',
    says: 'finding approved',
    data: {},
    state: 'findings_approved',
    due: { 'report.file_decision': 148 },
  },
];

const SANCTIONED: readonly Step[] = [
  {
    day: 128,
    by: 'p-zhang',
    on: 'letters',
    event: 'FILE_CASE',
    says: 'a case is filed; personnel moves are frozen',
    data: { act: POINT },
    state: 'investigating',
    due: { 'report.case_decision': 310 },
  },
  {
    day: 134,
    by: 'p-wu',
    on: 'letters',
    event: 'NOTIFY_AND_HEAR',
    says: 'the facts and the proposed major demerit are told, the defence is heard and checked',
    data: ({ date }) => ({
      participants: ['p-xu'],
      heardOn: date(134),
      proposedDecision: 'sanction',
      proposedMeasure: MEASURE,
      isDefenceChecked: true,
      record: 'Asks for leniency; adds nothing to the facts.',
    }),
    state: 'heard',
  },
  {
    day: 141,
    by: 'p-gao',
    on: 'letters',
    event: 'REVIEW_CASE',
    says: 'case review agrees',
    data: { opinion: 'agree', reason: 'Facts clear, procedure kept, the measure fits.' },
    state: 'reviewed',
  },
  {
    day: 147,
    by: 'p-he',
    on: 'letters',
    event: 'DECIDE',
    says: 'a major demerit; tolerance was looked at and has no place: eighteen months run from today',
    data: {
      decision: 'sanction',
      measure: MEASURE,
      track: TRACK,
      isToleranceConsidered: true,
      members: UNANIMOUS,
      reason: 'Made up for private gain and to disturb an election: nothing here can be tolerated.',
    },
    state: 'decided_sanction',
    also: { lead: { due: { 'report.close': 177 } } },
    finds: {
      period: {
        procedure: 'return_to_service',
        where: { measure: MEASURE, track: TRACK },
        due: { 'service.period': 693, 'service.return_visit': 331 },
      },
    },
  },
  {
    day: 149,
    by: 'p-wu',
    on: 'letters',
    event: 'DELIVER_DECISION',
    says: 'served: a month to ask for a re-examination',
    data: ({ date }) => ({ deliveredOn: date(149), manner: 'in_person', circle: 'unit' }),
    state: 'decided_sanction',
    finds: {
      window: { procedure: 'appeal', where: { subject: ACCUSER }, due: { 'appeal.window': 179 } },
    },
  },
  {
    day: 150,
    by: 'p-tang',
    on: 'period',
    event: 'RECORD_EXECUTION',
    says: 'the sanction is entered in the personnel file',
    data: ({ date }) => ({ duty: 'personnel_file_entry', doneOn: date(150) }),
    state: 'running',
  },
  {
    day: 154,
    by: 'p-sun',
    on: 'lead',
    event: 'CLOSE',
    says: 'the lead closes: sanctioned',
    data: { isChecklistComplete: true },
    state: 'decided_sanction',
  },
  {
    day: 239,
    by: 'p-tang',
    on: 'period',
    event: 'RETURN_VISIT',
    says: 'visited by two within half a year; nobody asked for a re-examination meanwhile',
    data: ({ date }) => ({
      participants: ['p-wu'],
      visitedOn: date(239),
      grade: 'fair',
      record: 'Has apologised in writing.',
    }),
    state: 'running',
    due: { 'service.return_visit': 420 },
    also: { window: { state: 'expired' } },
  },
];

export const ACCUSER_SANCTIONED: readonly Step[] = [...VERIFIED, ...SANCTIONED];
