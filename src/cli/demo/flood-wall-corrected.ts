/** The end of 6.5: what made the error possible is put right, checked from outside, and looked back on after six months. */
import { FLOOD_WORKS } from './flood-wall-filed.ts';
import type { Step } from './scenario.ts';

export const NOTICE_SERVED: Step = {
  day: 49,
  by: 'p-sun',
  opens: 'rectification',
  as: 'correction',
  says: 'the rectification notice is served with the decision: no tolerance without correction',
  data: ({ id, date }) => ({
    on: id('review'),
    source: 'tolerance',
    unit: FLOOD_WORKS,
    deliveredOn: date(49),
    acts: ['repair-without-permit'],
    persons: ['p-shen'],
    problems: [
      {
        code: 'emergency-permits',
        severity: 'ordinary',
        description: 'Nobody is told off to apply for permits when works begin in an emergency.',
        evidence: ['meeting-minutes'],
      },
    ],
  }),
  state: 'notice_served',
  due: { 'rect.plan': 63 },
};

export const CORRECTED: readonly Step[] = [
  {
    day: 58,
    by: 'p-cai',
    on: 'correction',
    event: 'SUBMIT_PLAN',
    says: 'the unit hands in its four lists: problem, measure, who, by when',
    data: ({ date }) => ({
      measures: [
        {
          code: 'permit-desk',
          problems: ['emergency-permits'],
          action: 'A desk applies for the permit on the day works begin.',
          criteria: [
            { code: 'rule-in-force', criterion: 'The rule is signed and in force.', isCheckable: true },
            {
              code: 'drill-held',
              criterion: 'A drill shows an application within a day.',
              isCheckable: true,
            },
          ],
          lead: 'p-cai',
          leadDept: FLOOD_WORKS,
          dueOn: date(109),
        },
      ],
    }),
    state: 'plan_submitted',
  },
  {
    day: 60,
    by: 'p-lin',
    on: 'correction',
    event: 'APPROVE_PLAN',
    says: 'the plan is complete and consistent: approved',
    data: {},
    state: 'running',
    due: { 'rect.item of permit-desk': 109 },
  },
  {
    day: 64,
    by: 'p-cai',
    on: 'correction',
    event: 'START',
    says: 'the measure is begun',
    data: { item: 'permit-desk' },
    state: 'running',
  },
  {
    day: 105,
    by: 'p-cai',
    on: 'correction',
    event: 'CLAIM_DONE',
    says: 'the lead person claims it done, with evidence for each criterion',
    data: {
      item: 'permit-desk',
      evidence: [
        { criterion: 'rule-in-force', evidence: ['rule-2024-9'] },
        { criterion: 'drill-held', evidence: ['drill-record'] },
      ],
      report: 'The rule is in force since the first of the month; the drill took four hours.',
    },
    state: 'running',
    due: { 'rect.item of permit-desk': 'paused', 'rect.check of permit-desk': 119 },
  },
  {
    day: 114,
    by: 'p-ma',
    on: 'correction',
    event: 'CHECK',
    says: 'two from outside the unit check it on site: passed, and nothing is left open',
    data: {
      participants: ['p-wu'],
      item: 'permit-desk',
      result: 'pass',
      record: 'Rule and drill seen; the desk is manned.',
    },
    state: 'all_closed',
    due: { 'rect.look_back': 296 },
  },
  {
    day: 295,
    by: 'p-ma',
    on: 'correction',
    event: 'LOOK_BACK',
    says: 'looked back on after half a year: it holds',
    data: {
      participants: ['p-wu'],
      result: 'confirmed',
      record: 'Three emergencies, three permits in time.',
    },
    state: 'looked_back',
    due: { 'rect.archive': 311 },
  },
  {
    day: 298,
    by: 'p-ma',
    on: 'correction',
    event: 'ARCHIVE',
    says: 'archived',
    data: {},
    state: 'archived',
  },
];
