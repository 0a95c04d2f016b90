/** The rows of a clarification as the domain brief has them (B1 to B10): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import * as act from './clarification-acts.ts';
import { COURSE, COURSE_V1, type Course } from './clarification-acts.ts';
import { linked } from './play.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const APPROVING: readonly Role[] = ['approver_incharge', 'approver_head'];
const NOBODY: readonly Role[] = [];

/** Rows with their examples; those of the joint check and of what follows it differ from version to version. */
const rowsOf = ({ at: AT, afterChange }: Course, check: Check): readonly RowExample[] => [
  {
    row: 'B1',
    from: [AT.opening],
    event: act.open(),
    to: 'assessing',
    deeds: ['start clar.assess', 'paper assessment_task > handling_dept'],
    who: NOBODY,
  },
  {
    row: "B1'",
    from: [AT.opening],
    event: act.applyFor(),
    to: 'assessing',
    deeds: ['start clar.assess', 'paper clarification_application > handling_dept'],
    who: ['subject', 'subject_unit'],
    recordedBy: ['reception_officer'],
  },
  {
    row: 'B2-needed',
    from: [AT.assessing],
    event: act.assessNeeded(),
    to: 'in_joint_check',
    deeds: ['stop clar.assess', 'start clar.review', 'paper assessment_sheet > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'B2-not',
    from: [AT.assessing],
    event: act.assessNotNeeded(),
    to: 'not_needed',
    deeds: ['stop all clocks', 'paper assessment_sheet > handling_dept, case_supervisor'],
    who: HANDLING,
  },
  {
    row: 'B3',
    from: [AT.in_joint_check],
    event: act.returnForMore(),
    to: 'assessing',
    deeds: ['stop clar.review', 'paper return_opinion > handling_dept', 'send allegation RETURN_FOR_MORE'],
    who: ['reviewer', 'case_supervisor'],
  },
  {
    row: 'B3-again',
    from: [AT.assessing],
    event: act.findingApproved('seriously_inaccurate'),
    deeds: ['stop clar.assess', 'start clar.assess'],
    who: NOBODY,
  },
  {
    row: 'B10-owed',
    from: [AT.carrying_out, AT.completed, AT.followed_up, AT.archived],
    event: act.findingApproved('true'),
    deeds: ['notify finding_changed_after_clarification > approver_head'],
    owes: ['supersede_clarification'],
    who: NOBODY,
  },
  {
    row: 'B-withhold',
    from: [AT.in_joint_check, ...check.passed, AT.consulted, AT.approved],
    event: act.withhold(),
    to: 'withheld',
    deeds: ['stop all clocks', 'paper withholding_note > subject, case_supervisor'],
    who: APPROVING,
  },
  {
    row: 'B4-agrees',
    from: [check.ready],
    event: act.consult(),
    to: 'consulted',
    deeds: [
      ...check.clocks,
      'paper notice_of_intended_clarification > subject',
      'paper consent_record > handling_dept',
    ],
    who: HANDLING,
  },
  {
    row: 'B4-declines',
    from: [check.ready],
    event: act.decline(),
    to: 'declined_by_subject',
    deeds: ['stop all clocks', 'paper consent_record > subject, handling_dept'],
    who: HANDLING,
  },
  {
    row: 'B5',
    from: [AT.consulted],
    event: act.approve(),
    to: 'approved',
    deeds: ['stop clar.approve', 'start clar.carry_out', 'paper approval_form > handling_dept'],
    who: APPROVING,
  },
  {
    row: 'B6',
    from: [AT.approved, AT.carrying_out],
    event: act.carryOut(),
    to: 'carrying_out',
    deeds: ['paper clarification_written > subject, subject_unit'],
    who: [...HANDLING, 'subject_unit'],
    recordedBy: ['handler'],
  },
  {
    row: 'B7',
    from: [AT.carrying_out],
    event: act.complete(),
    to: 'completed',
    deeds: [
      'stop clar.carry_out',
      'start clar.follow_up',
      'paper completion_record > handling_dept, org_personnel',
      'notify promotion_unblocked > org_personnel',
    ],
    who: ['handling_dept_head'],
  },
  {
    row: 'B8',
    from: [AT.completed],
    event: act.followUp(),
    to: 'followed_up',
    deeds: ['stop clar.follow_up', 'start clar.archive', 'paper return_visit_record > case_supervisor'],
    who: HANDLING,
  },
  {
    row: 'B9',
    from: [AT.followed_up],
    event: act.archive(),
    to: 'archived',
    deeds: ['stop all clocks', 'paper archive_volume > case_supervisor'],
    who: ['case_supervisor'],
  },
  {
    row: 'B10',
    from: [AT.carrying_out, AT.completed, AT.followed_up, AT.archived].map((stored) => afterChange(stored)),
    event: act.supersede(),
    to: 'superseded',
    deeds: [
      'stop all clocks',
      'paper supersession_notice > recipients_of_clarification',
      'notify clarification_superseded > recipients_of_clarification, subject, org_personnel',
    ],
    meets: ['supersede_clarification'],
    who: ['approver_head'],
  },
];

/** What the versions do in their own way. */
interface Check {
  /** The case of which the subject is asked. */
  readonly ready: StoredSnapshot;
  readonly passed: readonly StoredSnapshot[];
  /** The clocks that the consultation moves. */
  readonly clocks: readonly string[];
}

const STOP_AND_START = ['stop clar.review', 'start clar.approve'];
const PASSED = COURSE.ready;

export const CLARIFICATION_ROWS: readonly RowExample[] = [
  ...rowsOf(COURSE, { ready: PASSED, passed: [PASSED], clocks: [] }),
  {
    row: 'B3-pass',
    from: [COURSE.at.in_joint_check],
    event: act.passCheck(),
    to: 'checked',
    deeds: STOP_AND_START,
    who: ['reviewer', 'case_supervisor'],
  },
  {
    row: 'B-reassess',
    from: [COURSE.at.not_needed, COURSE.at.withheld],
    event: linked('REASSESS'),
    to: 'assessing',
    deeds: ['start clar.assess', 'paper assessment_task > handling_dept'],
    who: NOBODY,
  },
];

export const CLARIFICATION_ROWS_V1: readonly RowExample[] = rowsOf(COURSE_V1, {
  ready: COURSE_V1.at.in_joint_check,
  passed: [],
  clocks: STOP_AND_START,
});
