/**
 * The joint check and what may follow it: where the versions differ. In version 1 the check had no event that says it
 * was passed, so that the subject could be consulted without one, and one person alone recorded that they declined.
 */
import { paper, startClock, stopClock, type Effect } from '../domain/effect.ts';
import type { ClarificationRow, ClarificationRowOf2 } from './clarification-row.ts';

const CONSULTING: readonly Effect[] = [
  paper('notice_of_intended_clarification', 'subject'),
  paper('consent_record', 'handling_dept'),
];

const WITHHOLD = {
  row: 'B-withhold',
  event: 'WITHHOLD',
  from: ['in_joint_check', 'consulted', 'approved'],
  to: 'withheld',
  roles: ['approver_incharge', 'approver_head'],
  duty: 'approved',
  guards: ['reason_is_listed'],
  record: ({ data }) => ({ reason: data.reason }),
  effects: [paper('withholding_note', 'subject', 'case_supervisor')],
  basis: ['B2', 'S14', 'T31'],
  label: { zh: '决定不予澄清', en: 'Withhold' },
} as const satisfies ClarificationRow;

const AGREES = {
  row: 'B4-agrees',
  event: 'CONSULT_SUBJECT',
  from: 'in_joint_check',
  to: 'consulted',
  when: { agrees: true },
  roles: ['handler', 'handling_dept_head'],
  duty: 'handled',
  guards: ['includes_the_written_form', 'names_a_circle'],
  record: ({ data }) => ({ forms: data.forms, circle: data.circle ?? null }),
  effects: [stopClock('clar.review'), startClock('clar.approve'), ...CONSULTING],
  basis: ['B4', 'S15'],
  label: { zh: '征求本人意见', en: 'Consult the subject' },
} as const satisfies ClarificationRow;

const DECLINES = {
  row: 'B4-declines',
  event: 'CONSULT_SUBJECT',
  from: 'in_joint_check',
  to: 'declined_by_subject',
  when: { agrees: false },
  roles: ['handler', 'handling_dept_head'],
  duty: 'handled',
  record: () => ({ reason: 'subject_does_not_want_it' }),
  effects: [paper('consent_record', 'subject', 'handling_dept')],
  basis: ['B4', 'S15'],
  label: { zh: '本人不同意澄清', en: 'The subject declines' },
} as const satisfies ClarificationRow;

export const CHECK_ROWS_OF_1: readonly ClarificationRow[] = [WITHHOLD, AGREES, DECLINES];

export const CHECK_ROWS_OF_2: readonly ClarificationRowOf2[] = [
  {
    row: 'B3-pass',
    event: 'PASS_CHECK',
    from: 'in_joint_check',
    to: 'checked',
    roles: ['reviewer', 'case_supervisor'],
    duty: 'case_reviewed',
    effects: [stopClock('clar.review'), startClock('clar.approve')],
    basis: ['B3', 'S16'],
    label: { zh: '会商审核通过', en: 'Pass the joint check' },
  },
  { ...WITHHOLD, from: ['in_joint_check', 'checked', 'consulted', 'approved'] },
  { ...AGREES, from: 'checked', effects: CONSULTING },
  { ...DECLINES, from: 'checked', people: 2, guards: ['has_the_handlers_required'] },
];
