/**
 * The words every layer shares: roles, persons, instants, and who acts. Values and types only.
 */
import { z } from 'zod';

/** A text for people, in the two languages the product speaks. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Who may act, as the trade knows them (domain brief 4.1). `system` is the engine itself: links and clocks. */
export const ROLES = {
  reporter: { zh: '检举控告人', en: 'reporter' },
  subject: { zh: '被反映人', en: 'subject' },
  subject_unit: { zh: '所在单位党组织', en: "subject's unit" },
  reception_officer: { zh: '信访举报受理人员', en: 'reception officer' },
  identity_custodian: { zh: '身份信息保管人', en: 'identity custodian' },
  handler: { zh: '承办人', en: 'handler' },
  handling_dept_head: { zh: '承办部门负责人', en: 'head of the handling department' },
  case_supervisor: { zh: '案件监督管理', en: 'case supervisor' },
  reviewer: { zh: '案件审理', en: 'case reviewer' },
  approver_incharge: { zh: '分管领导', en: 'leader in charge' },
  approver_head: { zh: '主要负责人', en: 'head of the organ' },
  collegial_body: { zh: '集体讨论决定机构', en: 'collegial body' },
  tolerance_panel: { zh: '容错联席会议', en: 'tolerance panel' },
  org_personnel: { zh: '组织人事部门', en: 'organisation and personnel' },
  superior_body: { zh: '上级机关', en: 'superior body' },
  appeals_panel: { zh: '申诉公正委员会', en: 'appeals panel' },
  auditor: { zh: '审计督查', en: 'auditor' },
  api_client: { zh: '系统对接方', en: 'connected system' },
  administrator: { zh: '系统管理员', en: 'system administrator' },
  system: { zh: '系统', en: 'system' },
} as const satisfies Record<string, Words>;

export type Role = keyof typeof ROLES;

/** Roles a person can hold; `system` cannot be given to anybody. */
export const GRANTABLE_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');

/** Roles that see, do or audit something of cases. Whoever keeps the system holds none of them (domain 4.2). */
export const CASE_ROLES: readonly Role[] = GRANTABLE_ROLES.filter((role) => role !== 'administrator');

/** Roles of the parties: they see and do only what is theirs, and never work on a case. */
export const PARTY_ROLES: readonly Role[] = ['reporter', 'subject', 'subject_unit'];

/** Roles that work on cases, and so may add notes, ask for recusals and see what they work on. */
export const STAFF_ROLES: readonly Role[] = CASE_ROLES.filter(
  (role) => !PARTY_ROLES.includes(role) && role !== 'auditor' && role !== 'api_client',
);

/** An opaque reference to a person, as the body's own directory knows them; never a name. */
export const PersonId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/)
  .meta({ id: 'PersonId', description: 'Opaque reference to a person; never a name' });
export type PersonId = z.infer<typeof PersonId>;

export const CaseId = z
  .uuid()
  .toLowerCase()
  .meta({ id: 'CaseId', description: 'Identifier of a case (UUIDv7)' });
export type CaseId = z.infer<typeof CaseId>;

/** An instant: RFC 3339, UTC, three decimals, `Z`. */
export type Instant = string;

/** Years in which days are counted: another one is a slip of the pen, and no calendar and no column holds it. */
const hasCountedYear = (text: string): boolean => /^(?:19|2\d)\d\d-/.test(text);
const YEARS = { zh: '年份应为 1900 至 2999', en: 'The year has to be from 1900 to 2999' } as const;

/** A date and an instant as callers write them. */
export const GivenDate = z.iso.date().refine(hasCountedYear, { params: { words: YEARS } });
export const GivenInstant = z.iso
  .datetime({ offset: true })
  .refine(hasCountedYear, { params: { words: YEARS } });

/** Where a person stands towards recusal in a case family (domain brief 4.3). */
export type RecusalState = 'none' | 'requested' | 'granted';
