/**
 * Rows of a rectification from the notice to the plan, and its ends: archived when the look-back is confirmed, cancelled
 * when the decision it rests on is gone.
 */
import { openCase, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import type { ItemRecord } from './rectification-events.ts';
import { itemsIn, problemsIn } from './rectification-items.ts';
import { HANDLING, type RectificationRow } from './rectification-states.ts';

/** Noon of the day the notice arrived: from there the plan and its measures count (T35). */
const delivery = (deliveredOn: string | null, { rules }: Profile) =>
  deliveredOn === null ? {} : { from: instantAt(dayOf(deliveredOn), 12 * 60, rules.timeZone) };

/** A measure runs to the day its plan names; a profile for drills, in seconds, keeps its own limit. */
const itemClock = ({ code, dueOn }: ItemRecord, deliveredOn: string | null, profile: Profile): Effect =>
  dueOn === null || deliveredOn === null || profile.limits['rect.item']?.unit === 'second'
    ? startClock('rect.item', { instance: code })
    : startClock('rect.item', {
        instance: code,
        ...delivery(deliveredOn, profile),
        limit: { amount: dayOf(dueOn) - dayOf(deliveredOn), unit: 'calendar_day' },
      });

export const PLAN_ROWS: readonly RectificationRow[] = [
  {
    row: 'D-notice',
    event: 'SERVE_NOTICE',
    from: 'opening',
    to: 'notice_served',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family'],
    guards: [
      'a_decision_exists',
      'covers_what_was_decided',
      'is_not_under_way_already',
      'problems_are_told_apart',
      'is_not_done_in_the_future',
    ],
    record: ({ data }) => ({
      on: data.on,
      source: data.source,
      advice: data.advice ?? null,
      unit: data.unit,
      deliveredOn: data.deliveredOn,
      acts: [...new Set(data.acts)],
      persons: [...new Set(data.persons)],
      subject: data.persons[0] ?? null,
      problems: problemsIn(data, data.unit),
    }),
    effects: ({ data, profile }) => {
      const covered = { acts: [...new Set(data.acts)], persons: [...new Set(data.persons)] };
      return [
        startClock('rect.plan', delivery(data.deliveredOn, profile)),
        paper('rectification_notice', 'subject_unit'),
        paper('delivery_record', 'handling_dept'),
        tell('parent', 'tolerance_review', 'RECTIFICATION_OPENED', covered),
        tell('parent', 'allegation', 'RECTIFICATION_OPENED', covered),
      ];
    },
    basis: ['domain 1.4', 'C16', 'S33', 'T4'],
    label: { zh: '下达整改通知', en: 'Serve the rectification notice' },
  },
  {
    row: 'D-plan',
    event: 'SUBMIT_PLAN',
    from: ['notice_served', 'plan_submitted'],
    to: 'plan_submitted',
    roles: ['subject_unit'],
    recordedBy: ['handler'],
    guards: ['acts_for_the_unit_served'],
    record: ({ context, data }) => ({
      furtherProblems: problemsIn(data, context.unit ?? ''),
      items: itemsIn(data, context.unit ?? ''),
    }),
    effects: [paper('rectification_plan', 'handling_dept', 'case_supervisor')],
    basis: ['domain 1.4', 'S33'],
    label: { zh: '提交整改方案', en: 'Submit the plan' },
  },
  {
    row: 'D-approve',
    event: 'APPROVE_PLAN',
    from: 'plan_submitted',
    to: 'running',
    roles: ['case_supervisor', 'approver_incharge'],
    duty: 'approved',
    guards: [
      'plan_codes_are_told_apart',
      'every_problem_has_a_measure',
      'every_measure_serves_a_problem',
      'every_measure_has_one_lead',
      'every_measure_has_a_due_date',
      'every_criterion_can_be_checked',
      'responsibility_lies_with_a_unit_concerned',
      'due_dates_are_within_the_limit',
    ],
    record: ({ context }) => ({
      items: context.items.map((item): ItemRecord => ({ ...item, state: 'planned' })),
    }),
    effects: ({ context, profile }) => [
      stopClock('rect.plan'),
      ...context.items.map((item) => itemClock(item, context.deliveredOn, profile)),
      paper('plan_approval', 'subject_unit', 'handling_dept'),
    ],
    basis: ['domain 1.4', 'S33', 'T26'],
    label: { zh: '审定整改方案', en: 'Approve the plan' },
  },
  {
    row: 'D-plan-return',
    event: 'RETURN_PLAN',
    from: 'plan_submitted',
    to: 'notice_served',
    roles: ['case_supervisor', 'approver_incharge'],
    record: () => ({ furtherProblems: [], items: [] }),
    effects: [paper('return_opinion', 'subject_unit')],
    basis: ['domain 1.4', 'D'],
    label: { zh: '退回整改方案', en: 'Return the plan' },
  },
  {
    row: 'D-lead',
    event: 'REPORT_NEW_PROBLEM',
    from: ['running', 'all_closed'],
    roles: ['case_supervisor', ...HANDLING],
    record: ({ context }) => ({ newProblems: context.newProblems + 1 }),
    effects: ({ data, facts }) => [
      openCase('complaint', 'REFERRED', 'arises_from', {
        subject: data.subject,
        origin: 'rectification',
        from: facts.case,
      }),
      paper('new_lead_note', 'handling_dept'),
    ],
    basis: ['domain 1.7', 'domain 1.4'],
    label: { zh: '移交整改中发现的新问题', en: 'Pass on a new problem as a lead' },
  },
  {
    row: 'D-archive',
    event: 'ARCHIVE',
    from: 'looked_back',
    to: 'archived',
    roles: ['case_supervisor'],
    effects: [paper('archive_volume', 'case_supervisor')],
    basis: ['domain 1.4'],
    label: { zh: '归档', en: 'Archive' },
  },
  {
    row: 'D-cancel',
    event: 'CANCEL',
    from: 'open',
    to: 'cancelled',
    roles: ['approver_head'],
    duty: 'approved',
    needs: ['family'],
    guards: ['decision_no_longer_stands'],
    effects: [paper('cancellation_notice', 'subject_unit', 'case_supervisor')],
    basis: ['domain 1.4', 'C18', 'D'],
    label: { zh: '取消整改', en: 'Cancel: the decision is gone' },
  },
];
