/** The rows of a matter of false accusation (domain brief 1.2.1): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './false-accusation-acts.ts';
import { AT } from './false-accusation-acts.ts';
import { SUPERIOR } from './people.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const LEADING: readonly Role[] = ['approver_incharge', 'approver_head'];
const ABOVE: readonly Role[] = ['superior_body'];
const BODY: readonly Role[] = ['collegial_body'];

const MISTAKE = ['stop all clocks', 'paper mistaken_report_note > handling_dept, case_supervisor'];
const NOT_ESTABLISHED = ['stop all clocks', 'paper not_established_note > handling_dept, case_supervisor'];
const SENT_BACK = ['stop fa.approve', 'start fa.investigate', 'paper return_opinion > handling_dept'];
const ESTABLISHED = [
  'stop fa.approve',
  'start fa.handle',
  'paper false_accusation_decision > handling_dept, case_supervisor',
  'notify false_accusation_established > approver_head, handling_dept',
];
const SET_ASIDE = [
  'stop all clocks',
  'paper setting_aside_notice > handling_dept, case_supervisor',
  'notify false_accusation_set_aside > approver_head, case_supervisor',
];

const INQUIRY: readonly RowExample[] = [
  {
    row: 'B2-open',
    from: [AT.opening],
    event: act.open(),
    to: 'suspected',
    deeds: [
      'start fa.investigate',
      'paper false_accusation_lead_sheet > handling_dept, case_supervisor',
      'tell allegation FALSE_ACCUSATION_OPENED',
    ],
    who: LEADING,
  },
  {
    row: 'B2-verify',
    from: [AT.suspected],
    event: act.verify(),
    to: 'verifying',
    deeds: ['paper verification_plan > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'B2-trace-request',
    from: [AT.verifying],
    event: act.requestTracing(),
    deeds: [
      'paper tracing_request > superior_body',
      'notify tracing_requested > superior_body, case_supervisor',
    ],
    who: HANDLING,
  },
  {
    row: 'B2-trace-approve',
    from: [act.asked],
    event: act.approveTracing(),
    deeds: ['paper tracing_approval > handling_dept, case_supervisor'],
    who: ABOVE,
  },
  {
    row: 'B2-trace-approve-own',
    from: [act.asked],
    event: act.approveTracingHere(),
    deeds: ['paper tracing_approval > handling_dept, case_supervisor'],
    who: BODY,
  },
  {
    row: 'B2-trace-refuse',
    from: [act.asked],
    event: act.refuseTracing(),
    deeds: ['paper tracing_refusal > handling_dept, case_supervisor'],
    who: ABOVE,
  },
  {
    row: 'B2-trace-refuse-own',
    from: [act.asked],
    event: act.refuseTracingHere(),
    deeds: ['paper tracing_refusal > handling_dept, case_supervisor'],
    who: BODY,
  },
  {
    row: 'B2-trace-record',
    from: [act.tracingApproved],
    event: act.recordTrace(),
    deeds: ['paper tracing_slip > identity_custodian'],
    who: HANDLING,
  },
  {
    row: 'B2-propose',
    from: [AT.verifying],
    event: act.propose(),
    to: 'proposed',
    deeds: ['stop fa.investigate', 'paper false_accusation_proposal > approver_head, collegial_body'],
    who: HANDLING,
  },
];

const DECISION: readonly RowExample[] = [
  {
    row: 'B2-return',
    from: [AT.proposed],
    event: act.returnForMore(),
    to: 'verifying',
    deeds: SENT_BACK,
    who: LEADING,
  },
  {
    row: 'B2-return-above',
    from: [AT.awaiting_level_approval],
    event: act.returnForMore(SUPERIOR),
    to: 'verifying',
    deeds: SENT_BACK,
    who: ABOVE,
  },
  {
    row: 'B2-send-up',
    from: [AT.proposed],
    event: act.sendUp(),
    to: 'awaiting_level_approval',
    deeds: [
      'stop fa.approve',
      'start fa.approve',
      'paper request_for_level_approval > superior_body',
      'notify false_accusation_sent_up > superior_body, case_supervisor',
    ],
    who: BODY,
  },
  {
    row: 'B2-approve',
    from: [AT.awaiting_level_approval],
    event: act.approve(),
    to: 'established',
    deeds: ESTABLISHED,
    who: ABOVE,
  },
  {
    row: 'B2-refuse-mistake',
    from: [AT.awaiting_level_approval],
    event: act.refuse('mistaken_report'),
    to: 'mistaken_report',
    deeds: MISTAKE,
    who: ABOVE,
  },
  {
    row: 'B2-refuse',
    from: [AT.awaiting_level_approval],
    event: act.refuse('not_established'),
    to: 'not_established',
    deeds: NOT_ESTABLISHED,
    who: ABOVE,
  },
  {
    row: 'B2-decide',
    from: [AT.proposed],
    event: act.decide(),
    to: 'established',
    deeds: ESTABLISHED,
    who: BODY,
  },
  {
    row: 'B2-decide-mistake',
    from: [AT.proposed],
    event: act.decide('mistaken_report'),
    to: 'mistaken_report',
    deeds: MISTAKE,
    who: BODY,
  },
  {
    row: 'B2-decide-not',
    from: [AT.proposed],
    event: act.decide('not_established'),
    to: 'not_established',
    deeds: NOT_ESTABLISHED,
    who: BODY,
  },
  {
    row: 'B2-conclude-mistake',
    from: [act.proposedMistake],
    event: act.conclude('mistaken_report', true),
    to: 'mistaken_report',
    deeds: [...MISTAKE, 'paper education_talk_note > handling_dept'],
    who: ['approver_head'],
  },
  {
    row: 'B2-conclude-not',
    from: [act.proposedNot],
    event: act.conclude('not_established'),
    to: 'not_established',
    deeds: NOT_ESTABLISHED,
    who: ['approver_head'],
  },
];

const AFTERWARDS: readonly RowExample[] = [
  {
    row: 'B2-handle-official',
    from: [AT.established],
    event: act.handle({ gains: ['post'] }),
    to: 'handled',
    deeds: ['stop fa.handle', 'open complaint REFERRED', 'paper undoing_of_gains > org_personnel'],
    who: LEADING,
  },
  {
    row: 'B2-handle-other',
    from: [act.establishedOther],
    event: act.passOn(),
    to: 'handled',
    deeds: ['stop fa.handle', 'paper false_accusation_transfer > other_body'],
    who: LEADING,
  },
  {
    row: 'B2-close',
    from: [AT.handled],
    event: act.close(),
    to: 'closed',
    deeds: [
      'stop all clocks',
      'paper false_accusation_result > subject, subject_unit',
      'paper archive_volume > case_supervisor',
    ],
    who: ['case_supervisor'],
  },
  {
    row: 'B2-set-aside',
    from: [AT.established, AT.handled],
    event: act.setAside(),
    to: 'not_established',
    deeds: SET_ASIDE,
    who: ABOVE,
  },
  {
    row: 'B2-set-aside-public',
    from: [AT.closed],
    event: act.setAside(),
    to: 'not_established',
    deeds: [...SET_ASIDE, 'paper correction_of_published_result > subject, subject_unit'],
    who: ABOVE,
  },
];

export const FALSE_ACCUSATION_ROWS: readonly RowExample[] = [...INQUIRY, ...DECISION, ...AFTERWARDS];
