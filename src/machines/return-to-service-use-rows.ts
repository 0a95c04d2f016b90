/**
 * Rows after a sanction period (1.5): its lifting, noted or decided by track (T21), and the review of use, which a body
 * decides.
 */
import { paper, startClock, stopClock, type Effect } from '../domain/effect.ts';
import { dateOf, localDayOf } from '../domain/local-day.ts';
import { USE_RESULTS, type UseResult } from './return-to-service-events.ts';
import type { ServiceRow } from './return-to-service-states.ts';

const useRow = (result: UseResult): ServiceRow => ({
  row: `E-use-${result}`,
  event: 'DECIDE_USE',
  from: 'use_review',
  to: result,
  when: { result },
  roles: ['collegial_body'],
  isCollective: true,
  duty: 'decided',
  needs: ['family', 'elsewhere'],
  guards: [
    'opinion_is_in',
    'natures_are_listed',
    ...(result === 'hold' ? [] : (['strong_dispute_is_put_off'] as const)),
    ...(result === 'normal_use' || result === 'priority_use'
      ? (['record_is_clean', 'nature_is_no_bar', 'other_periods_are_over', 'no_case_is_open'] as const)
      : []),
    ...(result === 'priority_use' ? (['was_visited_with_good_result'] as const) : []),
  ],
  record: () => ({ useDecision: result }),
  effects: [
    stopClock('service.use_review'),
    ...(result === 'hold' ? [startClock('service.hold')] : []),
    paper('use_decision', 'org_personnel', 'subject'),
  ],
  basis: ['1.5', '1.7', 'S31', 'T21'],
  label: {
    normal_use: { zh: '决定正常使用', en: 'Decide: normal use' },
    priority_use: { zh: '决定优先使用', en: 'Decide: use with priority' },
    hold: { zh: '决定暂缓使用', en: 'Decide: put off' },
    re_supervise: { zh: '决定继续教育监督', en: 'Decide: further supervision' },
  }[result],
});

const LIFTING = {
  event: 'CONFIRM_LIFT',
  from: 'completed_pending_lift',
  to: 'lifted',
  roles: ['org_personnel', 'approver_head'],
  record: ({ facts, profile }) => ({ liftedOn: dateOf(localDayOf(facts.at, profile.rules.timeZone)) }),
} satisfies Partial<ServiceRow>;

const liftingEffects = (code: string): Effect[] => [
  stopClock('service.lift'),
  stopClock('service.return_visit'),
  paper(code, 'subject', 'subject_unit', 'org_personnel'),
];

/** From the lifting to the decision on use. */
export const USE_ROWS: readonly ServiceRow[] = [
  {
    ...LIFTING,
    row: 'E-lift-automatic',
    when: { manner: 'automatic' },
    guards: ['lifting_is_of_its_track', 'has_no_new_violation', 'repentance_was_noted'],
    effects: liftingEffects('lifting_note'),
    basis: ['1.5', 'S2', 'S3', 'S5'],
    label: { zh: '期满自动解除，予以记载', en: 'Note the lifting that the end brought' },
  },
  {
    ...LIFTING,
    row: 'E-lift-written',
    when: { manner: 'written' },
    guards: [
      'lifting_is_of_its_track',
      'has_no_new_violation',
      'repentance_was_noted',
      'lifting_was_delivered',
      'is_not_done_in_the_future',
    ],
    effects: liftingEffects('lifting_decision'),
    basis: ['1.5', 'S7', 'T21'],
    label: { zh: '书面解除处分', en: 'Lift in writing' },
  },
  {
    row: 'E-review',
    event: 'OPEN_USE_REVIEW',
    from: 'lifted',
    to: 'use_review',
    roles: ['org_personnel'],
    duty: 'handled',
    needs: ['family', 'elsewhere'],
    guards: ['other_periods_are_over', 'no_case_is_open', 'conditions_of_the_post_are_met'],
    effects: [startClock('service.use_review'), paper('use_review_sheet', 'org_personnel')],
    basis: ['1.5', '1.7', '6.8', 'T21'],
    label: { zh: '启动使用研判', en: 'Open the review of use' },
  },
  {
    row: 'E-opinion',
    event: 'OPINION',
    from: ['lifted', 'use_review'],
    roles: ['case_supervisor', 'superior_body'],
    duty: 'case_reviewed',
    record: ({ data }) => ({ isRecordClean: data.isClean }),
    effects: [paper('clean_record_opinion', 'org_personnel')],
    basis: ['1.5', 'S31'],
    label: { zh: '出具廉洁意见', en: 'Give the opinion on the clean record' },
  },
  ...USE_RESULTS.map(useRow),
  {
    row: 'E-resume',
    event: 'RESUME_USE_REVIEW',
    from: 'hold',
    to: 'use_review',
    roles: ['org_personnel'],
    record: () => ({ isRecordClean: null, useDecision: null }),
    effects: [stopClock('service.hold'), startClock('service.use_review')],
    basis: ['1.5', 'D'],
    label: { zh: '重启使用研判', en: 'Take the review up again' },
  },
];
