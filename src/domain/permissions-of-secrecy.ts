/** Rights to what is sealed, shut off or put apart: identities, erasures, conflicts, messages, sheets, reading out of the ordinary. */
import type { Permission } from './permission-entry.ts';
import { STAFF_ROLES } from './vocabulary.ts';

export const SECRECY_PERMISSIONS = {
  'identity.request': {
    sentence: { zh: '申请开启封存的身份信息', en: 'Ask that a sealed identity be opened' },
    roles: [
      'reception_officer',
      'handler',
      'handling_dept_head',
      'case_supervisor',
      'reviewer',
      'approver_incharge',
      'approver_head',
      'superior_body',
      'appeals_panel',
    ],
    decidedBy: 'role',
  },
  'identity.approve': {
    sentence: {
      zh: '批准他人提出的身份开启申请，追查匿名举报人仅限上级机关',
      en: 'Approve that an identity somebody else asked for be opened; of a nameless reporter, the superior body only',
    },
    roles: ['approver_incharge', 'approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'identity.open': {
    sentence: {
      zh: '查看经批准开启的身份信息：申请人或者转交的身份信息保管人',
      en: 'See an identity that was approved to be opened: who asked, or the custodian who hands it over',
    },
    roles: [
      'identity_custodian',
      'reception_officer',
      'handler',
      'handling_dept_head',
      'case_supervisor',
      'reviewer',
      'approver_incharge',
      'approver_head',
      'superior_body',
      'appeals_panel',
    ],
    decidedBy: 'role',
  },
  'identity.count': {
    sentence: {
      zh: '统计某姓名或者联系方式涉及多少可知悉的案件族',
      en: 'Count in how many families they may know of a name or a contact was given',
    },
    roles: ['case_supervisor'],
    decidedBy: 'role',
  },
  'erasure.propose': {
    sentence: {
      zh: '提出删除已办结案件的内容',
      en: 'Propose to erase what a finished family of cases holds',
    },
    roles: ['identity_custodian', 'case_supervisor'],
    decidedBy: 'role',
  },
  'erasure.approve': {
    sentence: { zh: '批准并实施他人提出的删除', en: 'Approve an erasure that somebody else proposed' },
    roles: ['approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'legal_hold.place': {
    sentence: { zh: '下达依法保留令', en: 'Order that a family of cases be kept' },
    roles: ['case_supervisor', 'approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'legal_hold.release': {
    sentence: { zh: '解除他人下达的依法保留令', en: 'Release a legal hold that somebody else placed' },
    roles: ['approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'conflict.read': {
    sentence: {
      zh: '指定人员前查询其与案件有无利益冲突',
      en: 'Ask what stands between a person and a part in a case',
    },
    roles: ['reception_officer', 'handling_dept_head', 'case_supervisor', 'approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'shut_out.read': {
    sentence: {
      zh: '查看因被列为涉案人员而失去知悉权的工作人员',
      en: 'See which staff lost sight of a matter because a step names them',
    },
    roles: ['case_supervisor', 'superior_body'],
    decidedBy: 'role',
  },
  'relation.declare': {
    sentence: {
      zh: '申报、查阅本人的亲属和利害关系，组织人事部门可代为办理并记录终止',
      en: 'Declare and read relations of one’s own; personnel, those of others, and record their end',
    },
    roles: STAFF_ROLES,
    decidedBy: 'case',
  },
  'message.read': {
    sentence: {
      zh: '查阅可知悉的检举控告与举报人的往来留言',
      en: 'Read what reporters and those who work on their reports wrote to each other',
    },
    roles: [
      'reception_officer',
      'handler',
      'handling_dept_head',
      'case_supervisor',
      'approver_incharge',
      'approver_head',
      'superior_body',
    ],
    decidedBy: 'role',
  },
  'message.send': {
    sentence: { zh: '给举报人留言', en: 'Write to a reporter' },
    roles: ['reception_officer', 'handler', 'handling_dept_head'],
    decidedBy: 'role',
  },
  'assessment.read': {
    sentence: {
      zh: '查看可知悉容错案件的评估表，他人的评估表须全体提交后方可查看',
      en: 'See the sheets of tolerance reviews they may know of; those of others once all have submitted',
    },
    roles: [
      'handler',
      'handling_dept_head',
      'tolerance_panel',
      'collegial_body',
      'case_supervisor',
      'reviewer',
      'approver_incharge',
      'approver_head',
      'superior_body',
      'appeals_panel',
    ],
    decidedBy: 'role',
  },
  'assessment.keep': {
    sentence: {
      zh: '在容错案件中填写并提交本人的评估表',
      en: 'Keep and submit sheets of their own in a tolerance review',
    },
    roles: ['handler', 'handling_dept_head', 'tolerance_panel'],
    decidedBy: 'role',
  },
  'assessment.name': {
    sentence: { zh: '指定容错案件的评估人', en: 'List who assesses a tolerance review' },
    roles: ['handling_dept_head'],
    decidedBy: 'role',
  },
  'interference.report': {
    sentence: {
      zh: '报告对可知悉案件的打听、说情和干预',
      en: 'Report interference with the cases they may know of',
    },
    roles: STAFF_ROLES,
    decidedBy: 'role',
  },
  'interference.read': {
    sentence: {
      zh: '查阅可知悉案件的干预记录，审计不见文字内容，被报告人不得查阅涉及本人的记录',
      en: 'Read what was reported of interference with them; an auditor without the words, nobody what is about themselves',
    },
    roles: ['case_supervisor', 'approver_head', 'superior_body', 'auditor'],
    decidedBy: 'role',
  },
  'break_glass.open': {
    sentence: {
      zh: '说明理由，限时紧急查阅依职责不可知悉的案件',
      en: 'Read a case out of the ordinary, for a time and with a reason',
    },
    roles: STAFF_ROLES,
    decidedBy: 'role',
  },
  'break_glass.read': {
    sentence: {
      zh: '查看本人的紧急查阅，复核人员可查看他人的',
      en: 'See what they read out of the ordinary; those who review, what others did',
    },
    roles: STAFF_ROLES,
    decidedBy: 'role',
  },
  'break_glass.review': {
    sentence: { zh: '复核他人的紧急查阅', en: 'Review what somebody else read out of the ordinary' },
    roles: ['case_supervisor', 'superior_body'],
    decidedBy: 'role',
  },
} as const satisfies Record<string, Permission>;
