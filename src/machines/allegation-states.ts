/**
 * The states of an allegation: where it stands, which clocks run there, who is owed to act. Closed states carry the
 * outcome's name; every one of them can be reopened but a merged one.
 */
import type { StateNode } from './procedure.ts';

export const STATES = {
  with_handling_dept: {
    label: { zh: '承办部门办理中', en: 'with the handling department' },
    owed: ['handling_dept_head'],
    clocks: ['report.disposition'],
  },
  disposition_proposed: {
    label: { zh: '已提出处置意见', en: 'disposition proposed' },
    owed: ['approver_incharge'],
    clocks: ['report.disposition'],
  },
  letter_inquiry: {
    label: { zh: '谈话函询中', en: 'under inquiry by talk or letter' },
    owed: ['handler'],
    clocks: ['report.letter_reply'],
  },
  reply_under_review: {
    label: { zh: '说明审核中', en: 'reply under review' },
    owed: ['handling_dept_head'],
    clocks: ['report.explanation_report'],
  },
  preliminary_verification: {
    label: { zh: '初步核实中', en: 'under preliminary verification' },
    owed: ['handler'],
    clocks: ['report.verify'],
  },
  findings_proposed: {
    label: { zh: '核查结论待批准', en: 'findings proposed' },
    owed: ['approver_head'],
    clocks: ['report.verify'],
  },
  findings_approved: {
    label: { zh: '核查结论已批准', en: 'findings approved' },
    owed: ['handling_dept_head', 'approver_head'],
    clocks: ['report.file_decision', 'report.minor_handling'],
  },
  shelved: {
    label: { zh: '暂存待查', en: 'shelved' },
    owed: ['handling_dept_head'],
    clocks: ['report.shelf_review'],
  },
  investigating: {
    label: { zh: '审查调查中', en: 'under investigation' },
    owed: ['handler'],
    clocks: ['report.verify', 'report.case_decision'],
  },
  heard: {
    label: { zh: '已告知并听取申辩', en: 'person notified and heard' },
    owed: ['reviewer'],
    clocks: ['report.case_decision'],
  },
  reviewed: {
    label: { zh: '已审理', en: 'case reviewed' },
    owed: ['collegial_body'],
    clocks: ['report.case_decision'],
  },
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
  merged: { label: { zh: '已并案', en: 'merged' }, isClosed: true },
} as const satisfies Record<string, StateNode>;

export type AllegationState = keyof typeof STATES;

const closed = (Object.keys(STATES) as AllegationState[]).filter((state) => 'isClosed' in STATES[state]);
export const EVERY_STATE = Object.keys(STATES) as AllegationState[];
/** Closed states from which A25 leads back. */
export const REOPENABLE = closed.filter((state) => state !== 'merged');
