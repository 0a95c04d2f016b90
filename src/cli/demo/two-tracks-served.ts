/**
 * 6.8 of the domain brief: a party warning and a governmental demerit for one act, each with a period and an end of its
 * own. Nobody is promoted before the longer one is lifted; then the review of use lets the person go on.
 */
import { UNANIMOUS } from './appraisal.ts';
import { carriedOut, DAY_ZERO, on, registered, visited } from './sanction-served.ts';
import type { Scenario, Step } from './scenario.ts';
import {
  DEMERIT_IN_AN_INSTITUTION,
  INSTITUTION_VISITED,
  INSTITUTION_VISITED_AGAIN,
  LIFTED_IN_WRITING,
} from './written-lifting.ts';

const SUBJECT = 'p-kong';
const ACT = 'subsidy-paid-unchecked';

const SANCTIONED: readonly Step[] = [
  registered({
    as: 'party',
    says: 'a party warning reaches personnel; its twelve months run from its approval, three weeks ago',
    registeredOn: '2024-02-20',
    subject: SUBJECT,
    track: 'party_discipline',
    measure: 'warning',
    effectiveOn: DAY_ZERO,
    decidedBy: 'county_party_discipline',
    act: ACT,
    endsOn: '2025-01-30',
    visitBy: '2024-08-20',
  }),
  carriedOut('party', '2024-03-01', 'personnel_file_entry', 'the warning is entered in the personnel file'),
  carriedOut('party', '2024-03-01', 'execution_report', 'reported to the body that decided'),
  registered({
    as: 'demerit',
    says: 'for the same act a governmental demerit takes effect: another track, another period',
    registeredOn: '2024-03-15',
    subject: SUBJECT,
    track: 'governmental',
    measure: 'demerit',
    effectiveOn: '2024-03-15',
    decidedBy: 'county_supervision',
    act: ACT,
    endsOn: '2025-03-15',
    visitBy: '2024-09-18',
  }),
];

const PROMOTION_BARRED: readonly Step[] = [
  {
    day: on('2025-02-06'),
    by: 'p-tang',
    on: 'party',
    event: 'CONFIRM_LIFT',
    says: 'after the holiday it is noted that the party warning was lifted by its end',
    data: { manner: 'automatic', isRepentanceNoted: true },
    state: 'lifted',
  },
  {
    day: on('2025-02-10'),
    by: 'p-tang',
    on: 'party',
    event: 'OPEN_USE_REVIEW',
    says: 'the unit asks to promote: would open the review of use while the demerit still runs',
    data: { meetsConditionsOfPost: true, post: 'section_head' },
    refused: 'other_periods_are_over',
  },
];

const LIFTED: readonly Step[] = [
  {
    day: on('2025-03-17'),
    by: 'p-tang',
    on: 'demerit',
    event: 'CONFIRM_LIFT',
    says: 'the period ended on Saturday: lifted by itself, with repentance and no new violation',
    data: { manner: 'automatic', isRepentanceNoted: true },
    state: 'lifted',
  },
  {
    day: on('2025-03-17'),
    by: 'p-ma',
    on: 'demerit',
    event: 'OPINION',
    says: 'the discipline organ knows of nothing against the person',
    data: { isClean: true, opinion: 'Nothing is known that would stand in the way.' },
    state: 'lifted',
  },
];

const USED_AGAIN: readonly Step[] = [
  {
    day: on('2025-04-07'),
    by: 'p-tang',
    on: 'demerit',
    event: 'OPEN_USE_REVIEW',
    says: 'every period is over and lifted: the review of use is opened',
    data: { meetsConditionsOfPost: true, post: 'section_head' },
    state: 'use_review',
    due: { 'service.use_review': on('2025-05-07') },
  },
  {
    day: on('2025-04-21'),
    by: 'p-he',
    on: 'demerit',
    event: 'DECIDE_USE',
    says: 'would decide for use over a strong dispute, which asks for a hold',
    data: {
      result: 'normal_use',
      isCauseWorkRelated: true,
      hasStrongDispute: true,
      members: UNANIMOUS,
      reason: 'The consultation is at odds.',
    },
    refused: 'strong_dispute_is_put_off',
  },
  {
    day: on('2025-04-21'),
    by: 'p-he',
    on: 'demerit',
    event: 'DECIDE_USE',
    says: 'nobody disputes it: cause in the work, light sanction, good record, no bar: normal use',
    data: {
      result: 'normal_use',
      isCauseWorkRelated: true,
      members: UNANIMOUS,
      reason: 'An error in the work, a light sanction, two good visits and a clean record.',
    },
    state: 'normal_use',
  },
];

export const TWO_TRACKS_SERVED: Scenario = {
  id: '6.8',
  title: 'Return to service on two tracks, and counting in months',
  dayZero: DAY_ZERO,
  steps: [
    ...SANCTIONED,
    ...DEMERIT_IN_AN_INSTITUTION,
    carriedOut('demerit', '2024-03-22', 'personnel_file_entry', 'the demerit is entered in the file as well'),
    visited('party', '2024-08-20', '2025-02-20', 'two visitors, for the party warning: good'),
    visited('demerit', '2024-08-20', '2025-02-20', 'the same visit, for the demerit'),
    ...INSTITUTION_VISITED,
    visited('party', '2025-01-10', '2025-07-10', 'the second visit: good again'),
    visited('demerit', '2025-01-10', '2025-07-10', 'the same, for the demerit'),
    ...INSTITUTION_VISITED_AGAIN,
    ...PROMOTION_BARRED,
    ...LIFTED,
    ...LIFTED_IN_WRITING,
    ...USED_AGAIN,
  ],
  ends: {
    states: { party: 'lifted', demerit: 'normal_use', institution: 'lifted' },
    root: 'demerit',
    family: { return_to_service: 1 },
    owes: {},
    running: {},
    summary: {
      party: { track: 'party_discipline', effectiveOn: DAY_ZERO, months: 12, liftedOn: '2025-02-06' },
      demerit: {
        track: 'governmental',
        effectiveOn: '2024-03-15',
        months: 12,
        liftedOn: '2025-03-17',
        useDecision: 'normal_use',
      },
      institution: { track: 'institution_staff', liftedOn: '2025-03-24', useDecision: null },
    },
    identities: 0,
  },
};
