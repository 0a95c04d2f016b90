/** What an entry of the rights table is, and the groups of roles that many of them name. */
import { CASE_ROLES, GRANTABLE_ROLES, type Role, type Words } from './vocabulary.ts';

/** Where the decision falls: by role alone, or by what the person is to the case as well. */
export type DecidedBy = 'role' | 'case';

export interface Permission {
  readonly sentence: Words;
  readonly roles: readonly Role[];
  readonly decidedBy: DecidedBy;
}

export const EVERYONE = GRANTABLE_ROLES;
/** Everybody whose role has to do with cases: all but those who keep the system. */
export const WITH_CASES = CASE_ROLES;
/** Those who bring evidence, and read it: not an auditor, and not who only gets copies of decisions (domain 4.1). */
export const WITH_EVIDENCE = CASE_ROLES.filter((role) => role !== 'auditor' && role !== 'org_personnel');
