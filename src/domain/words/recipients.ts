/** Whom papers and notices go to: roles as those who read a paper call them, and those who are no role. */
import type { Recipient } from '../effect.ts';
import type { Words } from '../vocabulary.ts';

export const RECIPIENT_WORDS: Readonly<Record<Recipient, Words>> = {
  reporter: { zh: '检举控告人', en: 'the reporter' },
  subject: { zh: '被反映人', en: 'the person concerned' },
  subject_unit: { zh: '所在单位党组织', en: "the party organisation of the subject's unit" },
  reception_officer: { zh: '信访举报受理人员', en: 'reception' },
  identity_custodian: { zh: '身份信息保管人', en: 'the identity custodian' },
  handler: { zh: '承办人', en: 'the handler' },
  handling_dept_head: { zh: '承办部门负责人', en: 'the head of the handling department' },
  handling_dept: { zh: '承办部门', en: 'the handling department' },
  case_supervisor: { zh: '案件监督管理部门', en: 'case supervision' },
  reviewer: { zh: '案件审理部门', en: 'case review' },
  approver_incharge: { zh: '分管领导', en: 'the leader in charge' },
  approver_head: { zh: '主要负责人', en: 'the head of the organ' },
  collegial_body: { zh: '集体讨论决定机构', en: 'the collegial body' },
  tolerance_panel: { zh: '容错联席会议', en: 'the tolerance panel' },
  org_personnel: { zh: '组织人事部门', en: 'organisation and personnel' },
  superior_body: { zh: '上级机关', en: 'the superior body' },
  appeals_panel: { zh: '申诉公正委员会', en: 'the appeals panel' },
  auditor: { zh: '审计督查', en: 'the auditor' },
  api_client: { zh: '系统对接方', en: 'the connected system' },
  administrator: { zh: '系统管理员', en: 'system administrator' },
  discipline_organ: { zh: '纪检监察机关', en: 'the discipline organ' },
  other_body: { zh: '有关机关', en: 'the body concerned' },
  recipients_of_clarification: { zh: '原澄清告知对象', en: 'those who were told of the clarification' },
  parties_told: { zh: '当事人', en: 'the parties' },
  system: { zh: '系统', en: 'the system' },
};
