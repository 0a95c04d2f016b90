/**
 * Whether somebody who acts for a unit acts for their own. Staff who record an act for the unit, or act as staff, are
 * not asked: what they may do is a matter of their role.
 */
import type { GuardArguments } from './procedure.ts';

/** Holds for staff, and for the unit's own people. Whoever acts for a unit without belonging to one acts for none. */
export const actsForUnit = (
  { data, facts }: Pick<GuardArguments<unknown>, 'data' | 'facts'>,
  unit: string | null | undefined,
): boolean =>
  data.onBehalfOf !== undefined ||
  !facts.by.roles.includes('subject_unit') ||
  (facts.by.unit !== null && facts.by.unit === unit);
