/**
 * Rows of a sanction period (1.5): how it starts, what happens within it, how it is merged and how it ends; and at the
 * end of the file what holds in every state: the carrying out, and what an appeal changes or cancels (1.6).
 */
import { notify, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import { endConventionOf, measureOf, sanctionTrackOf } from '../domain/tracks.ts';
import type { Obligation } from './procedure.ts';
import type { ServedSanction, ServiceContext } from './return-to-service-events.ts';
import { EVERY_STATE, RUNNING, type ServiceRow } from './return-to-service-states.ts';

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

/** From the first day of a period to its last. */
export const PERIOD_ROWS: readonly ServiceRow[] = [
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
];

/** What holds in every state, and what an appeal does to the sanction. */
export const CHANGE_ROWS: readonly ServiceRow[] = [
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
