/**
 * 6.6 of the domain brief: one person with two acts and a colleague; one act mitigated, one not tolerated, the colleague
 * who dissented not pursued. The two sanctions are decisions that state the tolerance results. The sanction periods and
 * the correction stay owed: they are procedures that are not built yet.
 */
import { UNANIMOUS } from './appraisal.ts';
import { onEach, type Scenario, type Step } from './scenario.ts';
import { COLLEAGUE, determinations, REVIEWED } from './two-acts-reviewed.ts';
import { ALLEGATIONS, SUBJECT, VERIFIED, X, Y } from './two-acts-verified.ts';

const SANCTIONED: readonly Step[] = [
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
    data: { filedWith: ['discipline_organ', 'org_personnel'] },
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
      toleranceResult: 'mitigated',
      members: UNANIMOUS,
    },
    state: 'decided_sanction',
  },
  {
    day: 77,
    by: 'p-he',
    on: 'contract',
    event: 'DECIDE',
    says: 'a demerit, the heavier of the two, which is the one executed',
    data: {
      decision: 'sanction',
      measure: 'demerit',
      toleranceResult: 'not_tolerated',
      members: UNANIMOUS,
    },
    state: 'decided_sanction',
    also: { report: { due: { 'report.close': 107 } } },
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
    day: 80,
    by: 'p-sun',
    on: 'report',
    event: 'CLOSE',
    says: 'the report closes: sanctioned',
    data: { isChecklistComplete: true },
    state: 'decided_sanction',
  },
];

export const TOLERATED_IN_PART: Scenario = {
  id: '6.6',
  title: 'Partial tolerance: two acts, two persons, three results',
  dayZero: '2025-06-09',
  steps: [...VERIFIED, ...REVIEWED, ...SANCTIONED],
  ends: {
    states: {
      report: 'decided_sanction',
      subsidy: 'decided_sanction',
      contract: 'decided_sanction',
      review: 'recorded',
    },
    root: 'report',
    family: { complaint: 1, allegation: 2, tolerance_review: 1 },
    owes: {
      subsidy: ['appeal', 'return_to_service'],
      contract: ['appeal', 'return_to_service'],
      review: ['appeal', 'appeal', 'rectification', 'rectification'],
    },
    running: {},
    summary: {
      subsidy: { measure: 'warning', isHrFrozen: false },
      contract: { measure: 'demerit', isHrFrozen: false },
      review: {
        determinations: `${X}:${SUBJECT}:mitigated; ${Y}:${SUBJECT}:not_tolerated; ${X}:${COLLEAGUE}:not_pursued`,
        isInLiabilityDecision: true,
      },
    },
    identities: 0,
  },
};
