/**
 * The states of a complaint: where it stands, which clocks run there, who is owed to act. Closed states carry the
 * outcome's name; what was decided of the allegations is theirs, the complaint only adds it up.
 */
import type { StateNode } from './procedure.ts';

export const STATES = {
  received: {
    label: { zh: '已收到', en: 'received' },
    owed: ['reception_officer'],
    clocks: ['report.receipt_ack', 'report.accept_notice', 'report.route_out'],
  },
  registered: {
    label: { zh: '已登记', en: 'registered' },
    owed: ['reception_officer'],
    clocks: ['report.accept_notice', 'report.route_out'],
  },
  accepted: {
    label: { zh: '已受理', en: 'accepted' },
    owed: ['reception_officer'],
    clocks: ['report.accept_notice', 'report.hand_over'],
  },
  with_handling_dept: {
    label: { zh: '承办部门办理中', en: 'with the handling department' },
    owed: ['handling_dept_head'],
    clocks: ['report.feedback', 'report.close'],
  },
  escalated_sealed: { label: { zh: '已密封上报', en: 'sent up sealed' }, isClosed: true },
  routed_out: { label: { zh: '已转送', en: 'routed out' }, isClosed: true },
  not_accepted: { label: { zh: '不予受理', en: 'not accepted' }, isClosed: true },
  retained: { label: { zh: '重复件留存', en: 'retained as a duplicate' }, isClosed: true },
  merged: { label: { zh: '已并案', en: 'merged' }, isClosed: true },
  closed_no_action: { label: { zh: '予以了结', en: 'closed without action' }, isClosed: true },
  closed_untrue: { label: { zh: '了结：不属实', en: 'closed: untrue' }, isClosed: true },
  closed_not_proven: { label: { zh: '了结：查无实据', en: 'closed: not proven' }, isClosed: true },
  closed_minor_handling: {
    label: { zh: '了结：谈话、批评教育、责令检查或者诫勉', en: 'closed with minor handling' },
    isClosed: true,
  },
  decided_sanction: { label: { zh: '给予处分', en: 'sanctioned' }, isClosed: true },
  decided_exempt: { label: { zh: '免予处分', en: 'exempted from a sanction' }, isClosed: true },
  decided_no_sanction: { label: { zh: '不予处分', en: 'no sanction' }, isClosed: true },
  case_dismissed: { label: { zh: '撤销案件', en: 'case dismissed' }, isClosed: true },
  transferred_criminal: {
    label: { zh: '移送司法机关', en: 'passed on as a suspected crime' },
    isClosed: true,
  },
} as const satisfies Record<string, StateNode>;

export type ComplaintState = keyof typeof STATES;

export const EVERY_STATE = Object.keys(STATES) as ComplaintState[];
export const OPEN_STATES = EVERY_STATE.filter((state) => !('isClosed' in STATES[state]));
/** Closed states from which A25 leads back; a merged complaint goes on in the one it went into. */
export const REOPENABLE = EVERY_STATE.filter((state) => 'isClosed' in STATES[state] && state !== 'merged');
