/**
 * What a role may be allowed to do: noun.verb, a sentence in both languages, and who. A permission with
 * `decidedBy: 'case'` is only a door: machine, duties, recusal and need-to-know decide inside the step and the query.
 */
import { EVERYONE, WITH_CASES, WITH_EVIDENCE, type Permission } from './permission-entry.ts';
import { SECRECY_PERMISSIONS } from './permissions-of-secrecy.ts';
import { STAFF_ROLES, type Role } from './vocabulary.ts';

export const PERMISSIONS = {
  'procedure.read': {
    sentence: { zh: '查阅各类程序及其图示', en: 'Read the procedures and their diagrams' },
    roles: EVERYONE,
    decidedBy: 'role',
  },
  'permission.read': {
    sentence: { zh: '查阅权限表', en: 'Read the rights table' },
    roles: EVERYONE,
    decidedBy: 'role',
  },
  'session.use': {
    sentence: {
      zh: '查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素',
      en: 'See, switch and end their own session; keep their own password and second factor',
    },
    roles: EVERYONE,
    decidedBy: 'role',
  },
  'directory.read': {
    sentence: { zh: '查阅单位、人员、任职和密钥', en: 'Read units, people, posts and keys' },
    roles: ['administrator'],
    decidedBy: 'role',
  },
  'directory.change': {
    sentence: {
      zh: '变更单位、人员、任职和密钥，本人的除外',
      en: 'Change units, people, posts and keys, but not what they hold themselves',
    },
    roles: ['administrator'],
    decidedBy: 'role',
  },
  'person.look_up': {
    sentence: {
      zh: '填写表单时查找单位、同事和被反映人员',
      en: 'Look up units, colleagues and officials while filling in a form',
    },
    roles: STAFF_ROLES,
    decidedBy: 'role',
  },
  'person.register': {
    sentence: {
      zh: '登记名册中没有的被反映人员',
      en: 'Register an official whom the directory does not know',
    },
    roles: ['reception_officer', 'handler', 'handling_dept_head', 'case_supervisor'],
    decidedBy: 'role',
  },
  'draft.keep': {
    sentence: { zh: '保存本人尚未提交的草稿', en: 'Keep drafts of what they have not sent yet' },
    roles: EVERYONE,
    decidedBy: 'role',
  },
  'complaint.compare': {
    sentence: {
      zh: '查找可知悉的疑似重复检举控告',
      en: 'Look for complaints they may know of that a new one may repeat',
    },
    roles: ['reception_officer', 'handling_dept_head', 'case_supervisor'],
    decidedBy: 'role',
  },
  'batch.run': {
    sentence: {
      zh: '对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断',
      en: 'Assign or chase many cases they may know of at once, each judged by its rules',
    },
    roles: STAFF_ROLES,
    decidedBy: 'role',
  },
  'case.hand_over': {
    sentence: {
      zh: '将某人可知悉的在办案件移交他人',
      en: 'Hand the open cases of somebody over to another, as far as they may know of them',
    },
    roles: ['case_supervisor', 'handling_dept_head'],
    decidedBy: 'role',
  },
  'case.open': {
    sentence: { zh: '发起程序准许其发起的案件', en: 'Open a case, where its procedure lets them' },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'case.read': {
    sentence: { zh: '查阅依职责可知悉的案件', en: 'Read the cases they need to know of' },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'case.act': {
    sentence: { zh: '办理案件当前状态准许其办理的事项', en: 'Act on a case, as its state lets them' },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'paper.read': {
    sentence: {
      zh: '阅看可知悉案件的文书，当事人仅限发给本人的',
      en: 'Read papers of the cases they may know of; a party, those addressed to them',
    },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'evidence.add': {
    sentence: {
      zh: '向可知悉且尚未办结的案件提交证据材料',
      en: 'Add evidence to the open cases they may know of',
    },
    roles: WITH_EVIDENCE,
    decidedBy: 'case',
  },
  'evidence.read': {
    sentence: {
      zh: '查阅可知悉案件的证据材料，当事人和对接系统仅限本人提交的',
      en: 'Read the evidence of the cases they may know of; a party and a connected system, what they sent themselves',
    },
    roles: WITH_EVIDENCE,
    decidedBy: 'case',
  },
  'deadline.read': {
    sentence: {
      zh: '查看可知悉案件的期限，订阅本人的期限日历',
      en: 'See what is due in the cases they may know of, and subscribe to a calendar of their own',
    },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'journal.read': {
    sentence: { zh: '查询可知悉案件的日志', en: 'Query the journal of the cases they may know of' },
    roles: WITH_CASES,
    decidedBy: 'case',
  },
  'statistics.read': {
    sentence: {
      zh: '查看可知悉案件的统计数字，审计查看全部',
      en: 'Count the cases they may know of; an auditor, all of them',
    },
    roles: ['case_supervisor', 'approver_incharge', 'approver_head', 'superior_body', 'auditor'],
    decidedBy: 'role',
  },
  'load.read': {
    sentence: {
      zh: '查看可知悉案件由谁承办、各有多少',
      en: 'See who carries how many of the open cases they may know of',
    },
    roles: ['handling_dept_head', 'case_supervisor', 'approver_incharge', 'approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'freeze.read': {
    sentence: {
      zh: '查询某人现在能否晋升、交流、奖励、退休，为何不能，到何时',
      en: 'Ask whether a person may be promoted, moved, rewarded or retired now, why not, and until when',
    },
    roles: [
      'org_personnel',
      'approver_incharge',
      'approver_head',
      'collegial_body',
      'case_supervisor',
      'superior_body',
      'api_client',
    ],
    decidedBy: 'role',
  },
  'migration.propose': {
    sentence: {
      zh: '提出将在办案件转入程序新版本',
      en: 'Propose to move running cases to a newer version of their procedure',
    },
    roles: ['approver_head', 'superior_body'],
    decidedBy: 'role',
  },
  'migration.read': {
    sentence: { zh: '查阅案件迁移及其影响', en: 'Read migrations of running cases and what they mean' },
    roles: ['approver_head', 'superior_body', 'case_supervisor'],
    decidedBy: 'role',
  },
  'migration.approve': {
    sentence: {
      zh: '批准他人提出的案件迁移并实施',
      en: 'Approve a migration that somebody else proposed, and have it carried out',
    },
    roles: ['case_supervisor', 'superior_body'],
    decidedBy: 'role',
  },
  ...SECRECY_PERMISSIONS,
  'calendar.read': {
    sentence: { zh: '查阅工作日历', en: 'Read the working calendars' },
    roles: [...STAFF_ROLES, 'auditor', 'administrator'],
    decidedBy: 'role',
  },
  'calendar.preview': {
    sentence: {
      zh: '预览放假安排对期限的影响，生成工作日历文件；系统管理员只见数字',
      en: 'Try a plan of a year: what it would move, and its file; an administrator sees numbers only',
    },
    roles: ['administrator', 'case_supervisor'],
    decidedBy: 'role',
  },
  'system.read': {
    sentence: {
      zh: '查看规则文件、程序版本及其在办案件数，系统运行情况',
      en: 'See profiles and versions with how many open cases each has, and how the system runs',
    },
    roles: ['administrator', 'case_supervisor', 'approver_head', 'superior_body', 'auditor'],
    decidedBy: 'role',
  },
  'view.keep': {
    sentence: {
      zh: '保存本人的列表视图，查看本部门共享的视图',
      en: 'Keep views of lists, and see those their unit shares',
    },
    roles: WITH_CASES,
    decidedBy: 'role',
  },
  'sandbox_clock.read': {
    sentence: { zh: '查看沙盒时钟', en: 'Read the clock of a sandbox' },
    roles: EVERYONE,
    decidedBy: 'role',
  },
  'sandbox_clock.move': {
    sentence: { zh: '拨动沙盒时钟', en: 'Move the clock of a sandbox forward' },
    roles: EVERYONE,
    decidedBy: 'role',
  },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof PERMISSIONS;

/** Whether one of these roles opens the door; what lies behind it may still say no. */
export function mayTry(roles: readonly Role[], name: PermissionName): boolean {
  const permission: Permission = PERMISSIONS[name];
  return roles.some((role) => permission.roles.includes(role));
}
