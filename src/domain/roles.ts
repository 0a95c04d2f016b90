/**
 * What each role is for and what it may not do, in the words of the trade (domain brief 4.1, 4.2). The rules themselves
 * stand in the procedures and in `permission.ts`; these sentences are what API, console and documents tell people.
 */
import type { Role, Words } from './vocabulary.ts';

export interface RoleConduct {
  readonly may: Words;
  /** null where nothing is barred beyond what the procedures say. */
  readonly mayNot: Words | null;
  readonly basis: readonly string[];
}

export const ROLE_CONDUCT: Readonly<Record<Exclude<Role, 'system'>, RoleConduct>> = {
  reporter: {
    may: {
      zh: '提交检举控告、补充证据、提出异议、实名的可询问结果、申请回避',
      en: 'submit, add evidence, object, ask for the result (real-name), ask for a recusal',
    },
    mayNot: { zh: '查阅证据和他人的检举控告', en: 'see evidence or other reports' },
    basis: ['domain 4.1'],
  },
  subject: {
    may: {
      zh: '说明、申辩，申请容错或者澄清，申请回避，申诉',
      en: 'explain, defend, apply for tolerance or clarification, ask for a recusal, appeal',
    },
    mayNot: {
      zh: '知悉检举控告人身份和检举控告原件',
      en: "see the reporter's identity or the original report",
    },
    basis: ['domain 4.1', 'S4'],
  },
  subject_unit: {
    may: {
      zh: '提出申请，接收决定，实施澄清和整改',
      en: 'apply, receive decisions, carry out clarification and rectification',
    },
    mayNot: { zh: '知悉检举控告人身份', en: "see the reporter's identity" },
    basis: ['domain 4.1', 'S4'],
  },
  reception_officer: {
    may: { zh: '登记、核实身份、分流、告知', en: 'register, verify identity, route, notify' },
    mayNot: { zh: '决定问题线索的处置；参与核查', en: 'decide the disposition, or investigate' },
    basis: ['domain 4.1', 'domain 4.2'],
  },
  identity_custodian: {
    may: { zh: '经批准开启密封的身份信息', en: 'open the sealed identity slip on approval' },
    mayNot: { zh: '承办案件', en: 'handle the case' },
    basis: ['domain 4.1'],
  },
  handler: {
    may: { zh: '核实、起草、回访（两人以上）', en: 'verify, draft, visit (in pairs)' },
    mayNot: {
      zh: '批准本人承办的事项；审理；参加申诉处理',
      en: 'approve their own work, review, or sit in an appeal',
    },
    basis: ['domain 4.1', 'S2', 'S31'],
  },
  handling_dept_head: {
    may: {
      zh: '集体研究后提出处理建议；指定和移交承办人',
      en: 'propose after collective study; assign and hand over',
    },
    mayNot: {
      zh: '对本部门提出的处分作最后批准',
      en: 'give final approval of a sanction their own unit proposed',
    },
    basis: ['domain 4.1'],
  },
  case_supervisor: {
    may: {
      zh: '查看期限、督办、管理台账、接收移交，受理对措施的申诉控告',
      en: 'see clocks, urge, keep ledgers, receive handovers, take complaints on measures',
    },
    mayNot: { zh: '决定实体问题', en: 'decide the merits' },
    basis: ['domain 4.1', 'S11'],
  },
  reviewer: {
    may: { zh: '审核事实、程序、法律适用；退回', en: 'check facts, procedure and law; return' },
    mayNot: { zh: '审理本人核查过的案件', en: 'review what they investigated' },
    basis: ['domain 4.1', 'domain 4.2'],
  },
  approver_incharge: {
    may: { zh: '批准处置、延期、澄清', en: 'approve disposition, extension, clarification' },
    mayNot: null,
    basis: ['domain 4.1'],
  },
  approver_head: {
    may: { zh: '批准立案、核查报告', en: 'file a case, approve the verification report' },
    mayNot: { zh: '回避后参与决定', en: 'sit if recused' },
    basis: ['domain 4.1', 'S1'],
  },
  collegial_body: {
    may: {
      zh: '决定处分、容错和诬告认定建议',
      en: 'decide on sanctions, tolerance and proposals on false accusation',
    },
    mayNot: { zh: '由已回避的成员参与决定', en: 'decide with recused members' },
    basis: ['domain 4.1'],
  },
  tolerance_panel: {
    may: { zh: '依本机关规定提出意见或者认定', en: 'advise or determine, as the profile says' },
    mayNot: {
      zh: '由提出该处分建议的人员参加',
      en: 'sit with whoever proposed the sanction in question',
    },
    basis: ['domain 4.1', 'domain 4.2'],
  },
  org_personnel: {
    may: { zh: '接收副本、运用审查结果、更新档案', en: 'receive copies, use review results, change files' },
    mayNot: { zh: '查阅检举控告原件', en: 'see report originals' },
    basis: ['domain 4.1'],
  },
  superior_body: {
    may: {
      zh: '批准、责令、提级办理，决定主要负责人的回避',
      en: 'approve, order, take over, decide on the recusal of a head',
    },
    mayNot: null,
    basis: ['domain 4.1'],
  },
  appeals_panel: {
    may: { zh: '处理申诉（人数为单数）', en: 'hear an appeal (odd in number)' },
    mayNot: { zh: '由原案任何参与人员参加', en: 'seat anyone from the original case' },
    basis: ['domain 4.1', 'S5', 'S12', 'S30'],
  },
  auditor: {
    may: { zh: '查阅审计日志', en: 'read the audit log' },
    mayNot: { zh: '查阅案件内容；变更任何事项', en: 'see case content, or change anything' },
    basis: ['domain 4.1'],
  },
  api_client: {
    may: {
      zh: '凭凭证在授权范围内读写；查询人事限制',
      en: 'read and write within its scope by token; ask the freeze query',
    },
    mayNot: { zh: '批量导出身份信息', en: 'export identities in bulk' },
    basis: ['domain 4.1'],
  },
  administrator: {
    may: {
      zh: '维护单位、人员、任职和密钥',
      en: 'keep units, people, posts and keys',
    },
    mayNot: {
      zh: '承担办案角色；知悉任何案件；变更本人的任职',
      en: 'hold a case role, know of any case, or change their own posts',
    },
    basis: ['domain 4.2'],
  },
};
