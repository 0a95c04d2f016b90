/** Rows B5 to B10 of the domain brief, as both versions have them: approval, carrying out, follow-up, supersession. */
import { notify, paper, startClock, stopClock } from '../domain/effect.ts';
import type { ClarificationRow } from './clarification-row.ts';

/** Owed once while the finding differs from the one that was clarified; met too when it is that one again (B10). */
const SUPERSEDING = 'supersede_clarification';

/** The finding became another one after it was clarified. */
export const FINDING_CHANGED: ClarificationRow = {
  row: 'B10-owed',
  event: 'FINDING_APPROVED',
  from: ['carrying_out', 'completed', 'followed_up', 'archived'],
  roles: ['system'],
  isInternal: true,
  whileSuspended: true,
  record: ({ context, data }) => ({
    changedTo: data.finding,
    ...(data.finding === context.finding && {
      obligations: context.obligations.filter(({ code }) => code !== SUPERSEDING),
    }),
  }),
  owes: ({ context, data }) =>
    data.finding === context.finding || context.obligations.some(({ code }) => code === SUPERSEDING)
      ? []
      : [{ code: SUPERSEDING, procedure: 'clarification', row: 'B10' }],
  effects: ({ context, data }) => [
    notify(
      data.finding === context.finding ? 'finding_as_clarified_again' : 'finding_changed_after_clarification',
      'approver_head',
    ),
  ],
  basis: ['B10', 'T20'],
  label: { zh: '核查结论已改变', en: 'The finding changed afterwards' },
};

export const LATE_ROWS: readonly ClarificationRow[] = [
  {
    row: 'B5',
    event: 'APPROVE',
    from: 'consulted',
    to: 'approved',
    roles: ['approver_incharge', 'approver_head'],
    duty: 'approved',
    needs: ['family'],
    guards: [
      'is_within_the_damage',
      'names_nothing_sealed',
      'finding_still_stands',
      'point_is_in_no_other_open_case',
    ],
    effects: [
      stopClock('clar.approve'),
      startClock('clar.carry_out'),
      paper('approval_form', 'handling_dept'),
    ],
    basis: ['B5', 'S13', 'S15', 'S16'],
    label: { zh: '批准澄清', en: 'Approve' },
  },
  {
    row: 'B6',
    event: 'CARRY_OUT',
    from: ['approved', 'carrying_out'],
    to: 'carrying_out',
    roles: ['handler', 'handling_dept_head', 'subject_unit'],
    recordedBy: ['handler'],
    needs: ['family'],
    guards: ['form_was_chosen', 'finding_still_stands', 'is_not_done_in_the_future'],
    record: ({ context, data }) => ({
      done: [...new Set([...context.done, data.form])],
      recipients: [...new Set([...context.recipients, ...data.recipients])],
      deliveredTo:
        data.form === 'written' && data.deliveredOn !== undefined
          ? [...new Set([...context.deliveredTo, ...data.recipients])]
          : context.deliveredTo,
    }),
    effects: ({ data }) => [paper(`clarification_${data.form}`, 'subject', 'subject_unit')],
    basis: ['B6', 'S13'],
    label: { zh: '实施澄清', en: 'Carry out one form' },
  },
  {
    row: 'B7',
    event: 'COMPLETE',
    from: 'carrying_out',
    to: 'completed',
    roles: ['handling_dept_head'],
    needs: ['family'],
    guards: ['all_forms_are_done', 'finding_still_stands'],
    effects: [
      stopClock('clar.carry_out'),
      startClock('clar.follow_up'),
      paper('completion_record', 'handling_dept', 'org_personnel'),
      notify('promotion_unblocked', 'org_personnel'),
    ],
    basis: ['B7', 'S14'],
    label: { zh: '澄清完成', en: 'Complete' },
  },
  {
    row: 'B8',
    event: 'FOLLOW_UP',
    from: 'completed',
    to: 'followed_up',
    roles: ['handler', 'handling_dept_head'],
    people: 2,
    guards: ['has_the_handlers_required', 'is_not_done_in_the_future'],
    effects: [
      stopClock('clar.follow_up'),
      startClock('clar.archive'),
      paper('return_visit_record', 'case_supervisor'),
    ],
    basis: ['B8', 'S15', 'S16'],
    label: { zh: '回访', en: 'Follow up' },
  },
  {
    row: 'B9',
    event: 'ARCHIVE',
    from: 'followed_up',
    to: 'archived',
    roles: ['case_supervisor'],
    effects: [paper('archive_volume', 'case_supervisor')],
    basis: ['B9'],
    label: { zh: '归档', en: 'Archive' },
  },
  {
    row: 'B10',
    event: 'SUPERSEDE',
    from: ['carrying_out', 'completed', 'followed_up', 'archived'],
    to: 'superseded',
    roles: ['approver_head'],
    guards: ['finding_has_changed'],
    meets: [SUPERSEDING],
    record: () => ({ reason: 'finding_changed' }),
    effects: [
      paper('supersession_notice', 'recipients_of_clarification'),
      notify('clarification_superseded', 'recipients_of_clarification', 'subject', 'org_personnel'),
    ],
    basis: ['B10', 'T20'],
    label: { zh: '撤销原澄清', en: 'Supersede' },
  },
];
