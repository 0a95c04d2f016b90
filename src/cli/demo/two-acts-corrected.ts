/**
 * 6.6 of the domain brief, beside the sanctions: what was tolerated of the subsidy is corrected by the unit, measure by
 * measure, each closed by somebody from outside. The look-back is still to come when the scenario ends.
 */
import type { Step } from './scenario.ts';
import { COLLEAGUE } from './two-acts-reviewed.ts';
import { SUBJECT, X } from './two-acts-verified.ts';

const UNIT = 'pilot-office';
const MINUTES = 'minutes-complete';
const RULE = 'pilot-rule';

const byUnit = { by: 'p-ding', on: 'correction', state: 'running' } as const;
const byCheckers = { by: 'p-ma', on: 'correction', event: 'CHECK' } as const;

const PLANNED: readonly Step[] = [
  {
    day: 66,
    by: 'p-sun',
    opens: 'rectification',
    as: 'correction',
    says: 'the rectification notice for the subsidy is served on the unit; the contract is not tolerated',
    data: ({ id, date }) => ({
      on: id('review'),
      source: 'tolerance',
      unit: UNIT,
      deliveredOn: date(66),
      acts: [X],
      persons: [SUBJECT, COLLEAGUE],
      problems: [
        {
          code: 'gaps-in-minutes',
          severity: 'minor',
          description: 'The minutes do not say who was for the payment and why.',
          evidence: ['minutes'],
        },
        {
          code: 'no-rule-for-pilots',
          severity: 'ordinary',
          description: 'Subsidies of a pilot are paid without a rule that says to whom and how much.',
          evidence: ['payments'],
        },
      ],
    }),
    state: 'notice_served',
    due: { 'rect.plan': 80 },
  },
  {
    day: 73,
    by: 'p-ding',
    on: 'correction',
    event: 'SUBMIT_PLAN',
    says: 'the unit hands in its four lists, a measure for each problem',
    data: ({ date }) => ({
      measures: [
        {
          code: MINUTES,
          problems: ['gaps-in-minutes'],
          action: 'Minutes name each vote and each reason, and are signed the same day.',
          criteria: [{ code: 'ten-in-a-row', criterion: 'Ten minutes without a gap.', isCheckable: true }],
          lead: 'p-ding',
          leadDept: UNIT,
          dueOn: date(98),
        },
        {
          code: RULE,
          problems: ['no-rule-for-pilots'],
          action: 'A rule on subsidies of pilots: to whom, how much, approved by whom.',
          criteria: [
            { code: 'rule-in-force', criterion: 'The rule is signed and in force.', isCheckable: true },
          ],
          lead: 'p-ding',
          leadDept: UNIT,
          dueOn: date(122),
        },
      ],
    }),
    state: 'plan_submitted',
  },
  {
    day: 77,
    by: 'p-lin',
    on: 'correction',
    event: 'APPROVE_PLAN',
    says: 'the plan is complete and consistent: approved',
    data: {},
    state: 'running',
    due: { [`rect.item of ${MINUTES}`]: 98, [`rect.item of ${RULE}`]: 122 },
  },
];

const CARRIED_OUT: readonly Step[] = [
  { ...byUnit, day: 78, event: 'START', says: 'the minutes are begun', data: { item: MINUTES } },
  { ...byUnit, day: 78, event: 'START', says: 'the rule is begun', data: { item: RULE } },
  {
    ...byUnit,
    day: 91,
    event: 'CLAIM_DONE',
    says: 'the lead person claims the minutes done, with evidence',
    data: {
      item: MINUTES,
      evidence: [{ criterion: 'ten-in-a-row', evidence: ['minutes-2025-14-to-23'] }],
      report: 'Ten meetings, ten sets of minutes, each vote named.',
    },
    due: { [`rect.item of ${MINUTES}`]: 'paused', [`rect.check of ${MINUTES}`]: 105 },
  },
  {
    ...byCheckers,
    day: 98,
    says: 'two from outside the unit check the minutes: passed, the rule is still open',
    data: { participants: ['p-wu'], item: MINUTES, result: 'pass', record: 'All ten read.' },
    state: 'running',
  },
  {
    ...byUnit,
    day: 113,
    event: 'CLAIM_DONE',
    says: 'the lead person claims the rule done',
    data: {
      item: RULE,
      evidence: [{ criterion: 'rule-in-force', evidence: ['rule-2025-27'] }],
      report: 'Signed on the twenty-sixth, in force from the first.',
    },
    due: { [`rect.item of ${RULE}`]: 'paused', [`rect.check of ${RULE}`]: 134 },
  },
  {
    ...byCheckers,
    day: 127,
    says: 'the rule is checked as well: nothing is left open, in half a year it is looked back on',
    data: { participants: ['p-wu'], item: RULE, result: 'pass', record: 'In force; two payments follow it.' },
    state: 'all_closed',
    due: { 'rect.look_back': 309 },
  },
];

export const CORRECTED: readonly Step[] = [...PLANNED, ...CARRIED_OUT];
