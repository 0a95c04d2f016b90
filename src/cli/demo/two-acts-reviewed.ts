/**
 * 6.6 of the domain brief, its second part: the tolerance review of both acts, a colleague taken in, the time limit
 * extended before it expires, and three different results in one decision, after two that the rules do not allow.
 */
import { appraisal, UNANIMOUS } from './appraisal.ts';
import type { Step } from './scenario.ts';
import { SUBJECT, X, Y } from './two-acts-verified.ts';

export const COLLEAGUE = 'p-yuan';

export const determinations = (outcomes: { readonly x: string; readonly y: string }) => [
  {
    act: X,
    person: SUBJECT,
    outcome: outcomes.x,
    reason: 'No rule yet, open aim; but the minutes have gaps.',
  },
  { act: Y, person: SUBJECT, outcome: outcomes.y, reason: "A brother-in-law's firm gained by it." },
  { act: X, person: COLLEAGUE, outcome: 'not_pursued', reason: 'Dissent is on record in the minutes.' },
];
const decision = (outcomes: { readonly x: string; readonly y: string }) => ({
  determinations: determinations(outcomes),
  rectificationDemanded: true,
  members: UNANIMOUS,
});

export const FILED_WITH = { filedWith: ['discipline_organ', 'org_personnel'] };

export const REVIEWED: readonly Step[] = [
  {
    day: 0,
    by: 'p-sun',
    opens: 'tolerance_review',
    as: 'review',
    says: 'with accountability the tolerance review opens for both acts; the right to apply is notified',
    data: ({ id, date }) => ({
      event: 'OPEN_ACCOUNTABILITY',
      allegation: id('subsidy'),
      acts: [
        { act: X, description: 'A pilot subsidy paid before there was a rule for it.' },
        { act: Y, allegation: id('contract'), description: 'A contract for the firm of a brother-in-law.' },
      ],
      noticeDeliveredOn: date(0),
    }),
    state: 'right_notified',
    due: { 'tol.apply': 14 },
    also: { subsidy: { state: 'investigating' }, contract: { state: 'investigating' } },
  },
  {
    day: 8,
    by: 'p-sun',
    on: 'review',
    event: 'ADD_TO_SCOPE',
    says: 'a colleague who sat in the same meeting is taken in',
    data: { persons: [COLLEAGUE], reason: 'Took part in the decision on the subsidy.' },
    state: 'right_notified',
  },
  {
    day: 10,
    by: SUBJECT,
    on: 'review',
    event: 'APPLY',
    says: 'the person held to account applies for both acts',
    data: {
      acts: [{ act: X }, { act: Y }],
      statement: 'The subsidy was a trial; the firm was the cheapest.',
      evidence: [{ factor: 'motive_attitude', evidence: ['pilot-plan'] }],
    },
    state: 'applied',
    due: { 'tol.accept': 17 },
  },
  {
    day: 11,
    by: 'p-sun',
    on: 'review',
    event: 'ACCEPT',
    says: 'accepted',
    data: { isRecusalClear: true },
    state: 'accepted',
    due: { 'tol.verify': 39 },
  },
  {
    day: 14,
    by: 'p-zhou',
    on: 'review',
    event: 'VERIFY',
    says: 'two handlers begin to verify',
    data: { participants: ['p-wu'] },
    state: 'verifying',
  },
  {
    day: 30,
    by: 'p-zhou',
    on: 'review',
    event: 'HEAR_SUBJECT',
    says: 'the applicant is heard',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heard: [SUBJECT],
      heardOn: date(30),
      record: 'Stands by the subsidy; did not see the relation to the firm as a matter.',
    }),
    state: 'heard',
  },
  {
    day: 31,
    by: 'p-zhou',
    on: 'review',
    event: 'HEAR_SUBJECT',
    says: 'the colleague is heard: the dissent stands in the minutes',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heard: [COLLEAGUE],
      heardOn: date(31),
      record: 'Spoke against the payment and had that recorded.',
    }),
    state: 'heard',
  },
  {
    day: 37,
    by: 'p-lin',
    on: 'review',
    event: 'EXTEND',
    says: 'ten working days more, granted before the time limit expires',
    data: { clock: 'tol.verify', reason: 'The accounts of the firm are still with the auditors.' },
    state: 'heard',
    due: { 'tol.verify': 53 },
  },
  {
    day: 52,
    by: 'p-zhou',
    on: 'review',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'verification report in',
    data: {
      participants: ['p-wu'],
      evidence: ['minutes', 'payments', 'firm-register'],
      report: 'Act by act and person by person, with the accounts of the firm.',
    },
    state: 'heard',
    due: { 'tol.decide': 66 },
  },
  {
    day: 56,
    by: 'p-song',
    on: 'review',
    event: 'CONSULT',
    says: 'the joint meeting confers',
    data: {
      opinions: [
        { body: 'discipline_organ', opinion: 'no_objection' },
        { body: 'finance_bureau', opinion: 'no_view' },
      ],
    },
    state: 'consulted',
  },
  {
    day: 58,
    by: 'p-sun',
    on: 'review',
    event: 'PROPOSE',
    says: 'six factors rated for each act and each person, conditions and exclusions answered',
    data: {
      appraisals: [
        appraisal({
          act: X,
          person: SUBJECT,
          evidence: ['minutes', 'payments'],
          otherwise: { procedure_method: ['against', 'The minutes are incomplete.'] },
          proposedOutcome: 'mitigated',
        }),
        appraisal({
          act: Y,
          person: SUBJECT,
          evidence: ['payments', 'firm-register'],
          otherwise: {
            motive_attitude: ['bars', "A brother-in-law's firm gained."],
            objective_conditions: ['neutral', 'Other firms had offered.'],
            procedure_method: ['against', 'The relation was not disclosed.'],
            nature_degree: ['against', 'A rule on relatives was broken.'],
            remedy_of_loss: ['neutral', 'Nothing was paid back yet.'],
          },
          answers: { inexperience: 'na', exploratory: 'na', unintended: 'no' },
          failing: { public_spirited: 'A relative gained.', reform_related: 'Plain procurement.' },
          applying: { private_gain: 'The contract went to the firm of a brother-in-law.' },
          proposedOutcome: 'not_tolerated',
        }),
        appraisal({
          act: X,
          person: COLLEAGUE,
          evidence: ['minutes'],
          proposedOutcome: 'not_pursued',
        }),
      ],
    },
    state: 'proposed',
  },
  {
    day: 63,
    by: 'p-he',
    on: 'review',
    event: 'DECIDE',
    says: 'to exempt the applicant for the subsidy, with the procedure against it',
    data: decision({ x: 'exempted', y: 'not_tolerated' }),
    refused: 'key_factors_are_not_against',
  },
  {
    day: 63,
    by: 'p-he',
    on: 'review',
    event: 'DECIDE',
    says: 'to be lenient on the contract, with gain for a relative',
    data: decision({ x: 'mitigated', y: 'lighter' }),
    refused: 'a_bar_leaves_no_tolerance',
  },
  {
    day: 63,
    by: 'p-he',
    on: 'review',
    event: 'DECIDE',
    says: 'the body decides: subsidy mitigated, contract not tolerated, the colleague not pursued',
    data: decision({ x: 'mitigated', y: 'not_tolerated' }),
    state: 'determined',
    due: { 'tol.deliver': 70, 'tol.record': 77 },
  },
  {
    day: 66,
    by: 'p-wu',
    on: 'review',
    event: 'DELIVER',
    says: 'delivered to both persons and their party organisation: each has a way of appeal',
    data: ({ date }) => ({ deliveredOn: date(66), manner: 'in_person' }),
    state: 'delivered',
    finds: {
      // The thirtieth day is a Saturday; the Monday after it is the last one.
      'window-pan': {
        procedure: 'appeal',
        where: { subject: SUBJECT, track: 'tolerance' },
        due: { 'appeal.window': 98 },
      },
      'window-yuan': {
        procedure: 'appeal',
        where: { subject: COLLEAGUE, track: 'tolerance' },
        due: { 'appeal.window': 98 },
      },
    },
  },
  {
    day: 66,
    by: 'p-ma',
    on: 'review',
    event: 'RECORD',
    says: 'to report and file it, with nothing served yet on what has to be corrected',
    data: FILED_WITH,
    refused: 'rectification_was_served',
  },
];
