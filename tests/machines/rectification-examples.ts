/** The rows of a rectification as the domain brief has them (1.4): what each does and for whom it is. */
import { STAFF_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import * as act from './rectification-acts.ts';
import { AT, claimed, lastClaimed } from './rectification-acts.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const CHECKING: readonly Role[] = ['case_supervisor', ...HANDLING];
const LEADING: readonly Role[] = ['subject_unit', ...STAFF_ROLES];
const APPROVING: readonly Role[] = ['case_supervisor', 'approver_incharge'];
const NOBODY: readonly Role[] = [];

const PLAN: readonly RowExample[] = [
  {
    row: 'D-notice',
    from: [AT.opening],
    event: act.serveNotice(),
    to: 'notice_served',
    deeds: [
      'start rect.plan from 2025-06-09T04:00:00.000Z',
      'paper rectification_notice > subject_unit',
      'paper delivery_record > handling_dept',
      'tell tolerance_review RECTIFICATION_OPENED',
      'tell allegation RECTIFICATION_OPENED',
    ],
    who: HANDLING,
  },
  {
    row: 'D-plan',
    from: [AT.notice_served, AT.plan_submitted],
    event: act.submitPlan(),
    to: 'plan_submitted',
    deeds: ['paper rectification_plan > handling_dept, case_supervisor'],
    who: ['subject_unit'],
    recordedBy: ['handler'],
  },
  {
    row: 'D-approve',
    from: [AT.plan_submitted],
    event: act.approvePlan(),
    to: 'running',
    deeds: [
      'stop rect.plan',
      'start rect.item of m-1 from 2025-06-09T04:00:00.000Z',
      'start rect.item of m-2 from 2025-06-09T04:00:00.000Z',
      'paper plan_approval > subject_unit, handling_dept',
    ],
    who: APPROVING,
  },
  {
    row: 'D-plan-return',
    from: [AT.plan_submitted],
    event: act.returnPlan(),
    to: 'notice_served',
    deeds: ['paper return_opinion > subject_unit'],
    who: APPROVING,
  },
  {
    row: 'D-lead',
    from: [AT.running, AT.all_closed],
    event: act.reportNewProblem(),
    deeds: ['open complaint REFERRED', 'paper new_lead_note > handling_dept'],
    who: CHECKING,
  },
  {
    row: 'D-archive',
    from: [AT.looked_back],
    event: act.archive(),
    to: 'archived',
    deeds: ['stop all clocks', 'paper archive_volume > case_supervisor'],
    who: ['case_supervisor'],
  },
  {
    row: 'D-cancel',
    from: [AT.notice_served, AT.plan_submitted, AT.running, AT.all_closed, AT.looked_back],
    event: act.cancel(),
    to: 'cancelled',
    deeds: ['stop all clocks', 'paper cancellation_notice > subject_unit, case_supervisor'],
    who: ['approver_head'],
  },
];

const ITEMS: readonly RowExample[] = [
  {
    row: 'D-start',
    from: [AT.running],
    event: act.start(),
    deeds: ['record'],
    who: LEADING,
    recordedBy: ['handler'],
  },
  {
    row: 'D-claim',
    from: [AT.running],
    event: act.claim(),
    deeds: [
      'pause rect.item of m-1',
      'start rect.check of m-1',
      'paper completion_report > handling_dept, case_supervisor',
    ],
    who: LEADING,
    recordedBy: ['handler'],
  },
  {
    row: 'D-check-last',
    from: [lastClaimed],
    event: act.check(),
    to: 'all_closed',
    deeds: [
      'stop rect.check of m-1',
      'stop rect.item of m-1',
      'start rect.look_back',
      'paper check_record > case_supervisor, subject_unit',
      'notify rectification_all_closed > case_supervisor, subject_unit',
    ],
    who: CHECKING,
  },
  {
    row: 'D-check-pass',
    from: [claimed],
    event: act.check(),
    deeds: [
      'stop rect.check of m-1',
      'stop rect.item of m-1',
      'paper check_record > case_supervisor, subject_unit',
    ],
    who: CHECKING,
  },
  {
    row: 'D-check-paper',
    from: [claimed],
    event: act.sendBack('m-1', 'paper_only'),
    deeds: [
      'stop rect.check of m-1',
      'resume rect.item of m-1',
      'paper supervision_ticket > subject_unit, case_supervisor',
      'notify paper_rectification > case_supervisor, approver_incharge',
    ],
    who: CHECKING,
  },
  {
    row: 'D-check-return',
    from: [claimed],
    event: act.sendBack(),
    deeds: ['stop rect.check of m-1', 'resume rect.item of m-1', 'paper return_opinion > subject_unit'],
    who: CHECKING,
  },
  {
    row: 'D-extend',
    from: [AT.running],
    event: act.extendItem(),
    deeds: ['extend rect.item of m-1', 'paper extension_note > subject_unit, case_supervisor'],
    who: ['approver_incharge'],
  },
  {
    row: 'D-ticket',
    from: [AT.running],
    event: act.ticket(),
    deeds: ['paper supervision_ticket > subject_unit'],
    who: ['case_supervisor'],
  },
  {
    row: 'D-blue',
    from: [AT.running],
    event: act.warned(),
    deeds: [
      'paper supervision_ticket > subject_unit',
      'notify rectification_near_due > subject_unit, case_supervisor',
    ],
    who: NOBODY,
  },
  {
    row: 'D-red',
    from: [AT.running],
    event: act.overdue(),
    deeds: [
      'paper supervision_ticket > subject_unit',
      'notify overdue:rect.item > handling_dept_head, case_supervisor',
    ],
    who: NOBODY,
  },
  {
    row: 'D-look-confirmed',
    from: [AT.all_closed],
    event: act.lookBack(),
    to: 'looked_back',
    deeds: [
      'stop rect.look_back',
      'start rect.archive',
      'paper look_back_record > case_supervisor, subject_unit',
    ],
    who: CHECKING,
  },
  {
    row: 'D-look-relapsed',
    from: [AT.all_closed],
    event: act.relapsed('m-2'),
    to: 'running',
    deeds: [
      'stop rect.look_back',
      'start rect.item of m-2',
      'paper look_back_record > case_supervisor, subject_unit',
    ],
    who: CHECKING,
  },
];

export const RECTIFICATION_ROWS: readonly RowExample[] = [...PLAN, ...ITEMS];
