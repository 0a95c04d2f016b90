/**
 * The people of the sample cases, all made up: one key each, one person each, so that separation of duties and recusal
 * bite as they would in a real body. Reporters have no account; who they are is sealed with what they sent in.
 */
import type { PersonId, Role } from '../../domain/vocabulary.ts';

export interface Member {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The unit whose person it is, for those who act for one. */
  readonly unit?: string;
}

const member = <const P extends PersonId>(person: P, name: string, ...roles: Role[]) => ({
  person,
  name,
  roles,
});

export const CAST = [
  member('p-chen', '陈素梅', 'reception_officer'),
  member('p-zhou', '周明远', 'handler'),
  member('p-wu', '吴海燕', 'handler'),
  member('p-xu', '徐立', 'handler'),
  member('p-sun', '孙国栋', 'handling_dept_head'),
  member('p-ma', '马跃', 'case_supervisor'),
  member('p-gao', '高静', 'reviewer'),
  member('p-lin', '林建业', 'approver_incharge'),
  member('p-zhang', '张维民', 'approver_head'),
  member('p-he', '何志远', 'collegial_body'),
  member('p-luo', '罗敏', 'collegial_body'),
  member('p-liang', '梁宇', 'collegial_body'),
  member('p-song', '宋岚', 'tolerance_panel'),
  member('p-du', '杜衡', 'tolerance_panel'),
  member('p-meng', '孟琪', 'tolerance_panel'),
  member('p-jin', '金卓', 'appeals_panel'),
  member('p-qian', '钱蓉', 'appeals_panel'),
  member('p-rao', '饶兵', 'appeals_panel'),
  member('p-tang', '唐晓', 'org_personnel'),
  member('p-feng', '冯正', 'superior_body'),
  member('p-bai', '白露', 'superior_body'),
  member('p-qin', '秦朗', 'superior_body'),
  member('p-ruan', '阮青', 'reviewer', 'superior_body'),
  member('p-dong', '董一凡', 'auditor'),
  member('web-portal', '网上举报平台', 'api_client'),
  member('p-yang', '杨帆', 'subject'),
  member('p-shen', '沈河', 'subject'),
  member('p-pan', '潘越', 'subject'),
  member('p-ning', '宁远', 'subject'),
  { ...member('p-cai', '蔡明', 'subject_unit'), unit: 'flood-works' },
  { ...member('p-ding', '丁岚', 'subject_unit'), unit: 'pilot-office' },
] as const satisfies readonly Member[];

/** Keeps the system, knows of no case, and plays in no story: has an account and no key. */
export const KEEPER = member('p-fang', '方启', 'administrator');

export type Player = (typeof CAST)[number]['person'];

/** Persons under report who never act themselves: known by reference and name alone. */
export const WITHOUT_ACCOUNT = [
  { person: 'p-guo', name: '郭立新' },
  { person: 'p-deng', name: '邓海涛' },
  { person: 'p-tian', name: '田文斌' },
  { person: 'p-yuan', name: '袁晓峰' },
  { person: 'p-bian', name: '卞国强' },
  { person: 'p-kong', name: '孔令山' },
  { person: 'p-mao', name: '毛锦堂' },
] as const;

/** Reads what the demo looks up beside the steps: sees every case and decides none. */
export const READER: Player = 'p-ma';

export const memberOf = (person: Player): Member => CAST.find((one) => one.person === person) as Member;
