/** A tolerance review in the state in which it is weighed, and sheets that its assessors may submit. */
import type { CaseView } from '../../src/contract/cases.ts';
import { DISTINCTION_CODES, FACTOR_CODES, type Rating } from '../../src/domain/tolerance.ts';
import { PROFILE } from '../machines/play.ts';
import { SUBJECT, type Staff } from '../staff.ts';

/** A review of one act of the subject, that goes on ex officio. */
export async function underReview({ deptHead }: Pick<Staff, 'deptHead'>): Promise<CaseView> {
  const opened = await deptHead.opens('tolerance_review', {
    event: 'OPEN_ACCOUNTABILITY',
    subject: SUBJECT,
    acts: [{ act: 'act-1' }],
  });
  return deptHead.does(opened, 'OPEN_EX_OFFICIO', {});
}

export const REASONING = 'The minutes of the meeting show it, on page three and four.';

/** Everything answered, every factor rated alike. */
export const sheet = (rating: Rating = 'supports', reason = REASONING) => ({
  act: 'act-1',
  person: SUBJECT,
  factors: FACTOR_CODES.map((factor) => ({ factor, rating, reason, evidence: ['m1'] })),
  distinctions: DISTINCTION_CODES.map((code) => ({ code, answer: 'yes', evidence: ['m1'] })),
  conditions: PROFILE.lists.tolerance_conditions.map(({ code }) => ({ code, holds: true })),
  exclusions: PROFILE.lists.tolerance_exclusions.map(({ code }) => ({ code, applies: false })),
});
