/**
 * 6.5 of the domain brief: a flood wall is repaired under an emergency order before the permit is there. The risk was
 * filed and accepted beforehand; the error is not pursued, and what made it possible is corrected and looked back on.
 */
import { appraisal, UNANIMOUS } from './appraisal.ts';
import { CORRECTED, NOTICE_SERVED } from './flood-wall-corrected.ts';
import { FILED } from './flood-wall-filed.ts';
import type { Scenario } from './scenario.ts';

const SUBJECT = 'p-shen';
const ACT = 'repair-without-permit';
const PAPERS = ['emergency-order', 'meeting-minutes', 'permit'];
const APPRAISED = {
  act: ACT,
  person: SUBJECT,
  evidence: PAPERS,
  otherwise: { nature_degree: ['neutral', 'A rule on permits was broken, and cured soon after.'] },
  proposedOutcome: 'not_pursued',
} as const;
const DECISION = {
  determinations: [
    { act: ACT, person: SUBJECT, outcome: 'not_pursued', reason: 'Urgent, open, and made good.' },
  ],
  rectificationDemanded: true,
  members: UNANIMOUS,
};

export const TOLERATED_IN_FULL: Scenario = {
  id: '6.5',
  title: 'Full tolerance, with a risk filed beforehand',
  dayZero: '2024-07-01',
  steps: [
    ...FILED,
    {
      day: 0,
      by: 'p-sun',
      opens: 'tolerance_review',
      as: 'review',
      says: 'an audit notes a missing permit: accountability opens, the right to apply is notified',
      data: ({ date }) => ({
        event: 'OPEN_ACCOUNTABILITY',
        subject: SUBJECT,
        acts: [{ act: ACT, description: 'Repair of a flood wall begun before the permit was issued.' }],
        noticeDeliveredOn: date(0),
      }),
      state: 'right_notified',
      due: { 'tol.apply': 14 },
    },
    {
      day: 9,
      by: SUBJECT,
      on: 'review',
      event: 'APPLY',
      says: 'the person held to account applies for tolerance',
      data: {
        statement: 'The wall would not have held; the risk was filed beforehand and the permit followed.',
        evidence: [
          { factor: 'motive_attitude', evidence: ['emergency-order'] },
          { factor: 'procedure_method', evidence: ['meeting-minutes', 'risk-filing'] },
          { factor: 'remedy_of_loss', evidence: ['permit'] },
        ],
      },
      state: 'applied',
      due: { 'tol.accept': 16 },
    },
    {
      day: 14,
      by: 'p-sun',
      on: 'review',
      event: 'ACCEPT',
      says: 'accepted',
      data: { isRecusalClear: true },
      state: 'accepted',
      due: { 'tol.verify': 42 },
    },
    {
      day: 15,
      by: 'p-zhou',
      on: 'review',
      event: 'VERIFY',
      says: 'two handlers begin to verify, with an expert on flood defence',
      data: { participants: ['p-wu'], experts: ['flood_defence'] },
      state: 'verifying',
    },
    {
      day: 28,
      by: 'p-zhou',
      on: 'review',
      event: 'HEAR_SUBJECT',
      says: 'the person is heard',
      data: ({ date }) => ({
        participants: ['p-wu'],
        heard: [SUBJECT],
        heardOn: date(28),
        record: 'Began on the order of the flood headquarters; kept both conditions of the filing.',
      }),
      state: 'heard',
    },
    {
      day: 38,
      by: 'p-zhou',
      on: 'review',
      event: 'SUBMIT_VERIFICATION_REPORT',
      says: 'report: conditions kept, decided together, permit 20 days after the start, no gain, no loss',
      data: {
        participants: ['p-wu'],
        evidence: PAPERS,
        report: 'The permit came twenty days after the start; nobody gained and nothing was lost.',
      },
      state: 'heard',
      due: { 'tol.decide': 52 },
    },
    {
      day: 39,
      by: 'p-song',
      on: 'review',
      event: 'CONSULT',
      says: 'the joint meeting has no objection',
      data: {
        opinions: [
          { body: 'discipline_organ', opinion: 'no_objection' },
          { body: 'water_bureau', opinion: 'for_tolerance' },
        ],
      },
      state: 'consulted',
    },
    {
      day: 43,
      by: 'p-sun',
      on: 'review',
      event: 'PROPOSE',
      says: 'to propose it without a word on the filing, which the review found by itself',
      data: { appraisals: [appraisal(APPRAISED)] },
      refused: 'answers_every_filing',
    },
    {
      day: 43,
      by: 'p-sun',
      on: 'review',
      event: 'PROPOSE',
      says: 'every factor supports tolerance, one is neutral; all conditions hold, nothing excludes it',
      data: ({ id }) => ({ appraisals: [appraisal({ ...APPRAISED, filings: [id('filing')] })] }),
      state: 'proposed',
    },
    {
      day: 46,
      by: 'p-he',
      on: 'review',
      event: 'DECIDE',
      says: 'to pursue nothing and to correct nothing either',
      data: { ...DECISION, rectificationDemanded: false },
      refused: 'demands_rectification',
    },
    {
      day: 46,
      by: 'p-he',
      on: 'review',
      event: 'DECIDE',
      says: 'the body decides: not pursued, and the gap in the procedure has to be corrected',
      data: DECISION,
      state: 'determined',
      due: { 'tol.deliver': 53, 'tol.record': 60 },
      also: { filing: { state: 'used' } },
    },
    {
      day: 49,
      by: 'p-wu',
      on: 'review',
      event: 'DELIVER',
      says: 'delivered to the person and the party organisation',
      data: ({ date }) => ({ deliveredOn: date(49), manner: 'in_person' }),
      state: 'delivered',
      finds: {
        window: { procedure: 'appeal', where: { subject: SUBJECT }, due: { 'appeal.window': 79 } },
      },
    },
    NOTICE_SERVED,
    {
      day: 52,
      by: 'p-he',
      on: 'review',
      event: 'APPLY_TO_ACCOUNTABILITY',
      says: 'the decision on liability states it: not pursued',
      data: {
        decision: 'liability-2024-05',
        states: [{ act: ACT, person: SUBJECT, outcome: 'not_pursued' }],
      },
      state: 'delivered',
    },
    {
      day: 56,
      by: 'p-ma',
      on: 'review',
      event: 'RECORD',
      says: 'reported to the discipline organ, copied to personnel',
      data: { filedWith: ['discipline_organ', 'org_personnel'] },
      state: 'recorded',
    },
    ...CORRECTED,
  ],
  ends: {
    states: { filing: 'used', review: 'recorded', window: 'expired', correction: 'archived' },
    root: 'review',
    family: { tolerance_review: 1, risk_filing: 1, appeal: 1, rectification: 1 },
    owes: {},
    running: {},
    summary: {
      review: { determinations: `${ACT}:${SUBJECT}:not_pursued`, isInLiabilityDecision: true },
    },
    identities: 0,
  },
};
