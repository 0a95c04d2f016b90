/**
 * 6.6 of the domain brief, its third part: two decisions for two acts, each stating its tolerance result. The heavier
 * sanction is the one executed, and takes the other into its period; each is served and can be appealed.
 */
import { UNANIMOUS } from './appraisal.ts';
import { onEach, type Find, type Known, type Step } from './scenario.ts';
import { determinations, FILED_WITH } from './two-acts-reviewed.ts';
import { ALLEGATIONS, SUBJECT } from './two-acts-verified.ts';

const SERVED = ({ date }: Known) => ({ deliveredOn: date(80), manner: 'in_person', circle: 'unit' });
const WINDOW: Find = {
  procedure: 'appeal',
  where: { subject: SUBJECT, track: 'civil_servant' },
  due: { 'appeal.window': 111 },
};
const PERIODS = [
  { period: 'warning-period', state: 'merged' },
  { period: 'demerit-period', state: 'merged_running' },
] as const;

export const SANCTIONED: readonly Step[] = [
  {
    day: 70,
    by: 'p-zhou',
    on: 'subsidy',
    event: 'NOTIFY_AND_HEAR',
    says: 'the facts and the proposed warning are told, the defence is heard and checked',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heardOn: date(70),
      proposedDecision: 'sanction',
      proposedMeasure: 'warning',
      isDefenceChecked: true,
    }),
    state: 'heard',
  },
  {
    day: 70,
    by: 'p-zhou',
    on: 'contract',
    event: 'NOTIFY_AND_HEAR',
    says: 'the facts and the proposed demerit are told, the defence is heard and checked',
    data: ({ date }) => ({
      participants: ['p-wu'],
      heardOn: date(70),
      proposedDecision: 'sanction',
      proposedMeasure: 'demerit',
      isDefenceChecked: true,
    }),
    state: 'heard',
  },
  ...onEach(ALLEGATIONS, (allegation) => ({
    day: 73,
    by: 'p-gao',
    on: allegation,
    event: 'REVIEW_CASE',
    says: 'case review agrees',
    data: { opinion: 'agree', reason: 'Facts clear, procedure kept, tolerance result stated.' },
    state: 'reviewed',
  })),
  {
    day: 74,
    by: 'p-ma',
    on: 'review',
    event: 'RECORD',
    says: 'reported to the discipline organ, copied to personnel',
    data: FILED_WITH,
    state: 'recorded',
    also: { subsidy: { state: 'reviewed' }, contract: { state: 'reviewed' } },
  },
  {
    day: 77,
    by: 'p-he',
    on: 'subsidy',
    event: 'DECIDE',
    says: 'a warning, one grade below what the act would bring; the decision states the tolerance result',
    data: {
      decision: 'sanction',
      measure: 'warning',
      track: 'civil_servant',
      toleranceResult: 'mitigated',
      members: UNANIMOUS,
    },
    state: 'decided_sanction',
    finds: {
      'warning-period': {
        procedure: 'return_to_service',
        where: { measure: 'warning' },
        due: { 'service.period': 261, 'service.return_visit': 261 },
      },
    },
  },
  {
    day: 77,
    by: 'p-he',
    on: 'contract',
    event: 'DECIDE',
    says: 'a demerit, the heavier of the two; nothing of it was tolerated',
    data: {
      decision: 'sanction',
      measure: 'demerit',
      track: 'civil_servant',
      toleranceResult: 'not_tolerated',
      members: UNANIMOUS,
    },
    state: 'decided_sanction',
    also: { report: { due: { 'report.close': 107 } } },
    finds: {
      'demerit-period': {
        procedure: 'return_to_service',
        where: { measure: 'demerit' },
        due: { 'service.period': 442, 'service.return_visit': 261 },
      },
    },
  },
  {
    day: 77,
    by: 'p-he',
    on: 'review',
    event: 'APPLY_TO_ACCOUNTABILITY',
    says: 'the decision on liability states all three results',
    data: {
      decision: 'liability-2025-11',
      states: determinations({ x: 'mitigated', y: 'not_tolerated' }).map(({ act, person, outcome }) => ({
        act,
        person,
        outcome,
      })),
    },
    state: 'recorded',
  },
  {
    day: 78,
    by: 'p-tang',
    on: 'demerit-period',
    event: 'ADD_SANCTION',
    says: 'of two different sanctions the heavier is executed: its twelve months take in the warning',
    data: ({ id, date }) => ({
      measure: 'warning',
      months: 12,
      effectiveOn: date(77),
      other: id('warning-period'),
      reason: 'Two acts, two sanctions of different weight: the heavier one is carried out.',
    }),
    state: 'merged_running',
    due: { 'service.period': 442 },
    also: { 'warning-period': { state: 'merged' } },
  },
  {
    day: 80,
    by: 'p-wu',
    on: 'subsidy',
    event: 'DELIVER_DECISION',
    says: 'the warning is served: thirty days to ask for a re-check',
    data: SERVED,
    state: 'decided_sanction',
    finds: { 'warning-window': WINDOW },
  },
  {
    day: 80,
    by: 'p-wu',
    on: 'contract',
    event: 'DELIVER_DECISION',
    says: 'and the demerit: each decision has a way of appeal of its own',
    data: SERVED,
    state: 'decided_sanction',
    finds: { 'demerit-window': WINDOW },
  },
  ...PERIODS.map(({ period, state }): Step => ({
    day: 80,
    by: 'p-tang',
    on: period,
    event: 'RECORD_EXECUTION',
    says: 'entered in the personnel file',
    data: ({ date }) => ({ duty: 'personnel_file_entry', doneOn: date(80) }),
    state,
  })),
  {
    day: 80,
    by: 'p-sun',
    on: 'report',
    event: 'CLOSE',
    says: 'the report closes: sanctioned',
    data: { isChecklistComplete: true },
    state: 'decided_sanction',
  },
  {
    day: 184,
    by: 'p-tang',
    on: 'demerit-period',
    event: 'RETURN_VISIT',
    says: 'two visitors within half a year: good; the next visit is due in another half',
    data: ({ date }) => ({
      participants: ['p-zhou'],
      visitedOn: date(184),
      grade: 'good',
      record: 'Owns the contract as an error; keeps the new rule on subsidies.',
    }),
    state: 'merged_running',
    due: { 'service.return_visit': 366 },
  },
];
