/** The rows of a sanction period and of the review of use (1.5): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import { USE_RESULTS } from '../../src/machines/return-to-service-events.ts';
import * as act from './return-to-service-acts.ts';
import { AT, SERVICE } from './return-to-service-acts.ts';
import type { RowExample } from './tables.ts';

const NOBODY: readonly Role[] = [];
const NOTICE = 'paper notice_of_sanction_period > subject, subject_unit, org_personnel';
const PERIODS = [AT.running, AT.merged_running, AT.completed_pending_lift];
const DAY = 'start service.period from 2025-06-09T04:00:00.000Z';
const everyState = Object.keys(SERVICE.states).map((state) => AT[state as keyof typeof AT]);

const use = (result: (typeof USE_RESULTS)[number]): RowExample => ({
  row: `E-use-${result}`,
  from: [result === 'priority_use' ? act.visited() : AT.use_review],
  event: act.decideUse(result),
  to: result,
  deeds: [
    ...(result === 'hold' ? [] : ['stop all clocks']),
    'stop service.use_review',
    ...(result === 'hold' ? ['start service.hold'] : []),
    'paper use_decision > org_personnel, subject',
  ],
  who: ['collegial_body'],
});

export const SERVICE_ROWS: readonly RowExample[] = [
  {
    row: 'E-open',
    from: [AT.opening],
    event: act.open(),
    to: 'running',
    deeds: [DAY, 'start service.return_visit', NOTICE, 'tell allegation SANCTION_IN_EFFECT'],
    owes: ['personnel_file_entry'],
    who: NOBODY,
  },
  {
    row: 'E-register',
    from: [AT.opening],
    event: act.register({ measure: 'demotion' }),
    to: 'running',
    deeds: ['start service.period from 2025-06-02T04:00:00.000Z', 'start service.return_visit', NOTICE],
    owes: ['personnel_file_entry', 'post_and_pay_changes'],
    who: ['org_personnel'],
  },
  {
    row: 'E-visit',
    from: PERIODS,
    event: act.visit(),
    deeds: [
      'start service.return_visit',
      'paper return_visit_form > case_supervisor',
      'notify recommended_after_visit > org_personnel',
    ],
    who: ['org_personnel', 'handler', 'case_supervisor'],
  },
  {
    row: 'E-violation',
    from: PERIODS,
    event: act.violation(),
    deeds: ['paper new_violation_note > approver_head, org_personnel'],
    who: ['org_personnel', 'case_supervisor'],
  },
  {
    row: 'E-add',
    from: PERIODS,
    event: act.add({ months: 18, other: '01890000-0000-7000-8000-00000000000f' }),
    to: 'merged_running',
    deeds: ['stop service.lift', DAY, NOTICE, 'send 01890000-0000-7000-8000-00000000000f MERGED_INTO'],
    who: ['approver_head', 'org_personnel'],
  },
  {
    row: 'E-merged',
    from: [AT.running, AT.merged_running],
    event: act.mergedInto(),
    to: 'merged',
    deeds: ['stop all clocks', 'notify period_merged > org_personnel'],
    who: NOBODY,
  },
  {
    row: 'E-end',
    from: [AT.running, AT.merged_running],
    event: act.periodOver(),
    to: 'completed_pending_lift',
    deeds: [
      'stop service.period',
      'start service.lift',
      'paper expiry_notice > org_personnel',
      'notify period_over > org_personnel',
    ],
    who: NOBODY,
  },
  {
    row: 'E-lift-automatic',
    from: [AT.completed_pending_lift],
    event: act.lift(),
    to: 'lifted',
    deeds: [
      'stop service.lift',
      'stop service.return_visit',
      'paper lifting_note > subject, subject_unit, org_personnel',
    ],
    who: ['org_personnel', 'approver_head'],
  },
  {
    row: 'E-lift-written',
    from: [act.institutionOver()],
    event: act.liftInWriting(),
    to: 'lifted',
    deeds: [
      'stop service.lift',
      'stop service.return_visit',
      'paper lifting_decision > subject, subject_unit, org_personnel',
    ],
    who: ['org_personnel', 'approver_head'],
  },
  {
    row: 'E-review',
    from: [AT.lifted],
    event: act.openReview(),
    to: 'use_review',
    deeds: ['start service.use_review', 'paper use_review_sheet > org_personnel'],
    who: ['org_personnel'],
  },
  {
    row: 'E-opinion',
    from: [AT.lifted, act.withoutOpinion()],
    event: act.opinion(),
    deeds: ['paper clean_record_opinion > org_personnel'],
    who: ['case_supervisor', 'superior_body'],
  },
  ...USE_RESULTS.map(use),
  {
    row: 'E-resume',
    from: [AT.hold],
    event: act.resume(),
    to: 'use_review',
    deeds: ['stop service.hold', 'start service.use_review'],
    who: ['org_personnel'],
  },
  {
    row: 'E-execution',
    from: everyState,
    event: act.executed(),
    deeds: ['paper execution_record > org_personnel'],
    meets: ['personnel_file_entry'],
    who: ['org_personnel'],
  },
  {
    row: 'E-changed',
    from: PERIODS,
    event: act.changed(),
    to: 'running',
    deeds: ['stop service.lift', DAY, NOTICE, 'notify period_recomputed > org_personnel'],
    who: NOBODY,
  },
  {
    row: 'E-cancelled',
    from: everyState.filter((stored) => stored !== AT.cancelled),
    event: act.cancelled(),
    to: 'cancelled',
    deeds: [
      'stop all clocks',
      'paper cancellation_notice > subject, subject_unit, org_personnel',
      'notify period_cancelled > org_personnel',
    ],
    meets: ['personnel_file_entry'],
    who: NOBODY,
  },
];
