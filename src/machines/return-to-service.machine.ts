/**
 * Sanction period and return to service: one sanction, one track, one person. Procedure E.
 *
 *   running ⇄ merged_running ─→ completed_pending_lift ─→ lifted ─→ use_review ⇄ hold
 *      └─→ merged                                                     └─→ normal_use · priority_use · re_supervise
 *
 * The period runs from the day the decision takes effect, by the months of the track's table, and ends by the calendar:
 * what ends is the term, and the lifting is still to be noted or decided (T21). An appeal changes or cancels it.
 */
import { notify, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { dateOf, dayOf, instantAt, localDayOf } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import { endConventionOf, measureOf, sanctionTrackOf } from '../domain/tracks.ts';
import { defineProcedure } from './define-procedure.ts';
import type { Obligation, RowOf } from './procedure.ts';
import {
  BLANK,
  Events,
  executedOf,
  USE_RESULTS,
  type ServedSanction,
  type ServiceContext,
  type UseResult,
} from './return-to-service-events.ts';
import { SERVICE_GUARDS } from './return-to-service-guards.ts';
import type { SharedGuard } from './shared-rows.ts';

const States = {
  running: {
    label: { zh: '处分期内', en: 'period running' },
    clocks: ['service.period', 'service.return_visit'],
  },
  merged_running: {
    label: { zh: '合并处分期内', en: 'merged period running' },
    clocks: ['service.period', 'service.return_visit'],
  },
  completed_pending_lift: {
    label: { zh: '期满待解除', en: 'over, lifting to be noted' },
    owed: ['org_personnel'],
    clocks: ['service.lift'],
  },
  lifted: { label: { zh: '已解除', en: 'lifted' }, owed: ['org_personnel'] },
  use_review: { label: { zh: '使用研判中', en: 'use under review' }, clocks: ['service.use_review'] },
  hold: { label: { zh: '暂缓使用', en: 'put off' }, clocks: ['service.hold'] },
  normal_use: { label: { zh: '正常使用', en: 'normal use' }, isClosed: true },
  priority_use: { label: { zh: '优先使用', en: 'use with priority' }, isClosed: true },
  re_supervise: { label: { zh: '继续教育监督', en: 'further supervision' }, isClosed: true },
  cancelled: { label: { zh: '处分已撤销', en: 'the sanction fell' }, isClosed: true },
  merged: { label: { zh: '已并入其他处分期', en: 'merged into another period' }, isClosed: true },
} as const;
type State = keyof typeof States;
type Guards = keyof typeof SERVICE_GUARDS;
type ServiceRow = RowOf<ServiceContext, State, Guards | SharedGuard, typeof Events>;

const RUNNING = ['running', 'merged_running'] as const;
const EVERY_STATE = Object.keys(States) as State[];

/** The period from the first sanction's day; a profile for drills, in seconds, keeps its own. */
function periodClock({ track: code, sanctions, months }: ServiceContext, profile: Profile): Effect {
  const track = sanctionTrackOf(profile, code);
  const from = sanctions[0]?.effectiveOn;
  if (!track || from === undefined || months === null || profile.limits['service.period']?.unit === 'second')
    return startClock('service.period');
  return startClock('service.period', {
    from: instantAt(dayOf(from), 12 * 60, profile.rules.timeZone),
    limit: { amount: months, unit: 'month', endConvention: endConventionOf(track, profile.rules) },
  });
}

const sanctionIn = (
  profile: Profile,
  track: unknown,
  { measure, effectiveOn }: { readonly measure: string; readonly effectiveOn: string },
): ServedSanction => ({ measure, effectiveOn, months: measureOf(profile, track, measure)?.months ?? 0 });

/** Demotion, removal and the like: from there on post and pay are changed within a month (S2). */
const CHANGES_POST_FROM_MONTHS = 24;

const executionOwed = (
  profile: Profile,
  data: { track: string; measure: string },
): Omit<Obligation, 'since'>[] =>
  [
    'personnel_file_entry',
    ...((measureOf(profile, data.track, data.measure)?.months ?? 0) >= CHANGES_POST_FROM_MONTHS
      ? ['post_and_pay_changes']
      : []),
    ...(sanctionTrackOf(profile, data.track)?.reportsExecution ? ['execution_report'] : []),
  ].map((code) => ({ code, procedure: 'return_to_service', row: 'E-execution' }));

const begins = ({ context, profile }: { context: ServiceContext; profile: Profile }): Effect[] => [
  periodClock(context, profile),
  startClock('service.return_visit'),
  paper('notice_of_sanction_period', 'subject', 'subject_unit', 'org_personnel'),
];

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

const ROWS: readonly ServiceRow[] = [
  {
    row: 'E-open',
    event: 'OPEN',
    from: 'opening',
    to: 'running',
    roles: ['system'],
    isInternal: true,
    guards: ['track_has_the_measure'],
    record: ({ data, profile }) => {
      const sanction = sanctionIn(profile, data.track, data);
      return {
        decision: data.decision,
        subject: data.subject,
        act: data.act ?? null,
        track: data.track,
        sanctions: [sanction],
        months: sanction.months,
      };
    },
    owes: ({ data, profile }) => executionOwed(profile, data),
    effects: (args) => [...begins(args), tell('parent', 'allegation', 'SANCTION_IN_EFFECT')],
    basis: ['1.5', '1.7', 'S2', 'S3', 'S5'],
    label: { zh: '处分生效，期限起算', en: 'The sanction takes effect' },
  },
  {
    row: 'E-register',
    event: 'REGISTER_SANCTION',
    from: 'opening',
    to: 'running',
    roles: ['org_personnel'],
    needs: ['elsewhere'],
    guards: ['track_has_the_measure', 'took_effect_already', 'one_act_is_sanctioned_once'],
    record: ({ data, profile }) => {
      const sanction = sanctionIn(profile, data.track, data);
      return {
        subject: data.subject,
        track: data.track,
        act: data.act ?? null,
        decidedBy: data.decidedBy,
        sanctions: [sanction],
        months: sanction.months,
      };
    },
    owes: ({ data, profile }) => executionOwed(profile, data),
    effects: begins,
    basis: ['1.5', 'S2', 'S7', 'S31', 'T24'],
    label: { zh: '登记其他机关作出的处分', en: 'Register a sanction that another body decided' },
  },
  {
    row: 'E-visit',
    event: 'RETURN_VISIT',
    from: ['running', 'merged_running', 'completed_pending_lift'],
    roles: ['org_personnel', 'handler', 'case_supervisor'],
    people: 2,
    guards: ['has_the_handlers_required', 'is_not_done_in_the_future', 'is_within_the_period'],
    record: ({ context, data }) => ({
      visits: [...context.visits, { visitedOn: data.visitedOn, grade: data.grade }],
    }),
    effects: ({ data }) => [
      startClock('service.return_visit'),
      paper('return_visit_form', 'case_supervisor'),
      ...(data.grade === 'good' ? [notify('recommended_after_visit', 'org_personnel')] : []),
    ],
    basis: ['1.5', 'S31'],
    label: { zh: '回访教育', en: 'Visit the person' },
  },
  {
    row: 'E-violation',
    event: 'RECORD_NEW_VIOLATION',
    from: ['running', 'merged_running', 'completed_pending_lift'],
    roles: ['org_personnel', 'case_supervisor'],
    record: () => ({ hasNewViolation: true }),
    effects: [paper('new_violation_note', 'approver_head', 'org_personnel')],
    basis: ['1.5', 'S2'],
    label: { zh: '登记处分期内新的违纪违法行为', en: 'Record a new violation within the period' },
  },
  {
    row: 'E-add',
    event: 'ADD_SANCTION',
    from: ['running', 'merged_running', 'completed_pending_lift'],
    to: 'merged_running',
    roles: ['approver_head', 'org_personnel'],
    guards: ['track_has_the_measure', 'took_effect_already', 'merged_period_is_within_bounds'],
    record: ({ context, data, profile }) => ({
      sanctions: [...context.sanctions, sanctionIn(profile, context.track, data)],
      months: data.months,
      hasNewViolation: false,
    }),
    effects: ({ context, data, facts, profile }) => [
      stopClock('service.lift'),
      periodClock(context, profile),
      paper('notice_of_sanction_period', 'subject', 'subject_unit', 'org_personnel'),
      ...(data.other === undefined
        ? []
        : [
            {
              kind: 'send_event',
              to: { case: data.other },
              event: 'MERGED_INTO',
              data: { into: facts.case },
            } as const,
          ]),
    ],
    basis: ['1.5', 'S2', 'S5'],
    label: { zh: '合并处分期', en: 'Merge the period of a further sanction' },
  },
  {
    row: 'E-merged',
    event: 'MERGED_INTO',
    from: RUNNING,
    to: 'merged',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    effects: [notify('period_merged', 'org_personnel')],
    basis: ['1.5', 'S2'],
    label: { zh: '并入其他处分期', en: 'Merged into another period' },
  },
  {
    row: 'E-end',
    event: 'DEADLINE_PASSED',
    from: RUNNING,
    to: 'completed_pending_lift',
    when: { clock: 'service.period' },
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    effects: [
      stopClock('service.period'),
      startClock('service.lift'),
      paper('expiry_notice', 'org_personnel'),
      notify('period_over', 'org_personnel'),
    ],
    basis: ['1.5', 'S2', 'S3', 'S7', 'T21'],
    label: { zh: '处分期届满', en: 'The period is over' },
  },
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
  {
    row: 'E-execution',
    event: 'RECORD_EXECUTION',
    from: EVERY_STATE,
    roles: ['org_personnel'],
    guards: ['is_not_done_in_the_future'],
    meets: ({ code }, { data }) => code === data.duty,
    effects: [paper('execution_record', 'org_personnel')],
    basis: ['1.5', 'S2', 'S12'],
    label: { zh: '登记处分执行情况', en: 'Record what was carried out' },
  },
  {
    row: 'E-changed',
    event: 'SANCTION_CHANGED',
    from: ['running', 'merged_running', 'completed_pending_lift'],
    to: 'running',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    guards: ['track_has_the_measure'],
    record: ({ context, data, profile }) => {
      const effectiveOn = context.sanctions[0]?.effectiveOn ?? '';
      const sanction = sanctionIn(profile, context.track, { measure: data.measure, effectiveOn });
      return { sanctions: [sanction], months: sanction.months };
    },
    effects: ({ context, profile }) => [
      stopClock('service.lift'),
      periodClock(context, profile),
      paper('notice_of_sanction_period', 'subject', 'subject_unit', 'org_personnel'),
      notify('period_recomputed', 'org_personnel'),
    ],
    basis: ['1.6', '1.7', 'S2'],
    label: { zh: '处分变更，重新计算期限', en: 'The sanction changed; the period is computed anew' },
  },
  {
    row: 'E-cancelled',
    event: 'SANCTION_CANCELLED',
    from: EVERY_STATE.filter((state) => state !== 'cancelled'),
    to: 'cancelled',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: () => ({ obligations: [] }),
    effects: [
      paper('cancellation_notice', 'subject', 'subject_unit', 'org_personnel'),
      notify('period_cancelled', 'org_personnel'),
    ],
    basis: ['1.6', '1.7', 'S2', '6.7'],
    label: { zh: '处分撤销，期限自始不计', en: 'The sanction fell, and its period from the first day' },
  },
];

export const returnToService = defineProcedure<ServiceContext, State, Guards, typeof Events>({
  name: 'return_to_service',
  version: 1,
  label: { zh: '处分期与期满使用', en: 'Sanction period and return to service' },
  context: BLANK,
  states: States,
  events: Events,
  openings: ['REGISTER_SANCTION'],
  guards: SERVICE_GUARDS,
  rows: ROWS,
  told: () => ['subject', 'subject_unit'],
  summary: (context) => ({
    subject: context.subject,
    track: context.track,
    act: context.act,
    measure: executedOf(context.sanctions)?.measure ?? null,
    effectiveOn: context.sanctions[0]?.effectiveOn ?? null,
    months: context.months,
    sanctions: context.sanctions.length,
    liftedOn: context.liftedOn,
    useDecision: context.useDecision,
  }),
});
