/**
 * What a role may be allowed to do: noun.verb, a sentence in both languages, and who. A permission with
 * `decidedBy: 'case'` is only a door: machine, duties, recusal and need-to-know decide inside the step and the query.
 */
import { GRANTABLE_ROLES, type Role, type Words } from './vocabulary.ts';

/** Where the decision falls: by role alone, or by what the person is to the case as well. */
export type DecidedBy = 'role' | 'case';

export interface Permission {
  readonly sentence: Words;
  readonly roles: readonly Role[];
  readonly decidedBy: DecidedBy;
}

const EVERYONE = GRANTABLE_ROLES;

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
  'case.open': {
    sentence: { zh: '发起程序准许其发起的案件', en: 'Open a case, where its procedure lets them' },
    roles: EVERYONE,
    decidedBy: 'case',
  },
  'case.read': {
    sentence: { zh: '查阅依职责可知悉的案件', en: 'Read the cases they need to know of' },
    roles: EVERYONE,
    decidedBy: 'case',
  },
  'case.act': {
    sentence: { zh: '办理案件当前状态准许其办理的事项', en: 'Act on a case, as its state lets them' },
    roles: EVERYONE,
    decidedBy: 'case',
  },
  'paper.read': {
    sentence: {
      zh: '阅看可知悉案件的文书，当事人仅限发给本人的',
      en: 'Read papers of the cases they may know of; a party, those addressed to them',
    },
    roles: EVERYONE,
    decidedBy: 'case',
  },
  'deadline.read': {
    sentence: {
      zh: '查看可知悉案件的期限，订阅本人的期限日历',
      en: 'See what is due in the cases they may know of, and subscribe to a calendar of their own',
    },
    roles: EVERYONE,
    decidedBy: 'case',
  },
  'journal.read': {
    sentence: { zh: '查询可知悉案件的日志', en: 'Query the journal of the cases they may know of' },
    roles: EVERYONE,
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
