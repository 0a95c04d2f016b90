/**
 * The last part of 6.7: tolerance, which an appeal sent back, is verified, weighed and determined after all, and what
 * made the error possible is corrected.
 */
import { appraisal, UNANIMOUS } from './appraisal.ts';
import { ACT, SUBJECT } from './demerit-given.ts';
import type { Step } from './scenario.ts';

const UNIT = 'pilot-office';
const PAPERS = ['weather-warning', 'payment-order', 'contract'];

/** Before the execution is over. */
export const TAKEN_UP_AGAIN: readonly Step[] = [
  {
    day: 133,
    by: 'p-xu',
    on: 'review',
    event: 'VERIFY',
    says: 'two handlers begin to verify, one of them new to the matter',
    data: { participants: ['p-wu'] },
    state: 'verifying',
  },
  {
    day: 140,
    by: 'p-xu',
    on: 'review',
    event: 'HEAR_SUBJECT',
    says: 'the person is heard, the withdrawal notwithstanding',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heard: [SUBJECT],
      heardOn: date(140),
      record: 'The warning of frost came on the day of the payment; the contract was with the lawyers.',
    }),
    state: 'heard',
  },
];

const DETERMINED: readonly Step[] = [
  {
    day: 151,
    by: 'p-xu',
    on: 'review',
    event: 'SUBMIT_VERIFICATION_REPORT',
    says: 'report: frost warning on the same day, the deputy was asked, nothing gained, nothing lost',
    data: {
      participants: ['p-wu'],
      evidence: PAPERS,
      report: 'The warning and the note on the call with the deputy are in the file.',
    },
    state: 'heard',
    due: { 'tol.decide': 165 },
  },
  {
    day: 154,
    by: 'p-song',
    on: 'review',
    event: 'CONSULT',
    says: 'the joint meeting confers',
    data: { opinions: [{ body: 'finance_bureau', opinion: 'for_tolerance' }] },
    state: 'consulted',
  },
  {
    day: 157,
    by: 'p-sun',
    on: 'review',
    event: 'PROPOSE',
    says: 'six factors rated, conditions and exclusions answered',
    data: {
      appraisals: [
        appraisal({
          act: ACT,
          person: SUBJECT,
          evidence: PAPERS,
          otherwise: { procedure_method: ['neutral', 'The deputy was asked by telephone only.'] },
          proposedOutcome: 'exempted',
        }),
      ],
    },
    state: 'proposed',
  },
  {
    day: 163,
    by: 'p-he',
    on: 'review',
    event: 'DECIDE',
    says: 'the body determines: exempted, with the admonition that stands already',
    data: {
      determinations: [
        {
          act: ACT,
          person: SUBJECT,
          outcome: 'exempted',
          minorMeasure: 'admonition',
          reason: 'Done for the heating of a quarter; the papers followed in nine days.',
        },
      ],
      rectificationDemanded: true,
      members: UNANIMOUS,
    },
    state: 'determined',
    due: { 'tol.deliver': 170, 'tol.record': 177 },
  },
  {
    day: 164,
    by: 'p-wu',
    on: 'review',
    event: 'DELIVER',
    says: 'delivered; against this, too, there is a way of appeal',
    data: ({ date }) => ({ deliveredOn: date(164), manner: 'in_person' }),
    state: 'delivered',
    finds: {
      // Nobody takes it: the window ends on a Monday, since its thirtieth day is a Saturday.
      'tolerance-appeal': {
        procedure: 'appeal',
        where: { subject: SUBJECT, track: 'tolerance' },
        due: { 'appeal.window': 196 },
      },
    },
  },
];

const CORRECTED: readonly Step[] = [
  {
    day: 164,
    by: 'p-sun',
    opens: 'rectification',
    as: 'correction',
    says: 'the rectification notice is served: no tolerance without correction',
    data: ({ id, date }) => ({
      on: id('review'),
      source: 'tolerance',
      unit: UNIT,
      deliveredOn: date(164),
      acts: [ACT],
      persons: [SUBJECT],
      problems: [
        {
          code: 'urgent-advances',
          severity: 'ordinary',
          description: 'No rule says who may pay an advance when a contract is still with the lawyers.',
          evidence: ['payment-order'],
        },
      ],
    }),
    state: 'notice_served',
    due: { 'rect.plan': 178 },
  },
  {
    day: 165,
    by: 'p-he',
    on: 'review',
    event: 'APPLY_TO_ACCOUNTABILITY',
    says: 'the decision on liability, as the appeal left it, states the result',
    data: {
      decision: 'liability-2025-19',
      states: [{ act: ACT, person: SUBJECT, outcome: 'exempted' }],
    },
    state: 'delivered',
  },
  {
    day: 168,
    by: 'p-ma',
    on: 'review',
    event: 'RECORD',
    says: 'reported to the discipline organ, copied to personnel',
    data: { filedWith: ['discipline_organ', 'org_personnel'] },
    state: 'recorded',
    also: { advance: { state: 'decided_exempt' } },
  },
  {
    day: 172,
    by: 'p-ding',
    on: 'correction',
    event: 'SUBMIT_PLAN',
    says: 'the unit hands in its four lists',
    data: ({ date }) => ({
      measures: [
        {
          code: 'advance-rule',
          problems: ['urgent-advances'],
          action: 'A rule on urgent advances: two signatures, reported within a day.',
          criteria: [
            { code: 'rule-in-force', criterion: 'The rule is signed and in force.', isCheckable: true },
          ],
          lead: 'p-ding',
          leadDept: UNIT,
          dueOn: date(214),
        },
      ],
    }),
    state: 'plan_submitted',
  },
  {
    day: 175,
    by: 'p-lin',
    on: 'correction',
    event: 'APPROVE_PLAN',
    says: 'the plan is complete: approved',
    data: {},
    state: 'running',
    due: { 'rect.item of advance-rule': 214 },
  },
  {
    day: 178,
    by: 'p-ding',
    on: 'correction',
    event: 'START',
    says: 'the measure is begun',
    data: { item: 'advance-rule' },
    state: 'running',
  },
  {
    day: 200,
    by: 'p-ding',
    on: 'correction',
    event: 'CLAIM_DONE',
    says: 'the lead person claims it done, with evidence',
    data: {
      item: 'advance-rule',
      evidence: [{ criterion: 'rule-in-force', evidence: ['rule-2025-31'] }],
      report: 'The rule is in force since the twentieth of the month.',
    },
    state: 'running',
    due: { 'rect.check of advance-rule': 217, 'rect.item of advance-rule': 'paused' },
  },
  {
    day: 203,
    by: 'p-ma',
    on: 'correction',
    event: 'CHECK',
    says: 'two from outside the unit check it: passed; in half a year it is looked back on',
    data: {
      participants: ['p-wu'],
      item: 'advance-rule',
      result: 'pass',
      record: 'Rule seen; the accounts office knows it.',
    },
    state: 'all_closed',
    due: { 'rect.look_back': 385 },
  },
];

export const LOOKED_AT_ANEW: readonly Step[] = [...DETERMINED, ...CORRECTED];
