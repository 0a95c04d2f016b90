/**
 * Sanction period and return to service: one sanction, one track, one person. Procedure E.
 *
 *   running ⇄ merged_running ─→ completed_pending_lift ─→ lifted ─→ use_review ⇄ hold
 *      └─→ merged                                                     └─→ normal_use · priority_use · re_supervise
 *
 * The period runs from the day the decision takes effect, by the months of the track's table, and ends by the calendar:
 * what ends is the term, and the lifting is still to be noted or decided (T21). An appeal changes or cancels it. Rows
 * stand in `return-to-service-period-rows.ts` and `return-to-service-use-rows.ts`.
 */
import { defineProcedure } from './define-procedure.ts';
import { BLANK, Events, executedOf, type ServiceContext } from './return-to-service-events.ts';
import { SERVICE_GUARDS } from './return-to-service-guards.ts';
import { CHANGE_ROWS, PERIOD_ROWS } from './return-to-service-period-rows.ts';
import { STATES, type ServiceGuard, type ServiceState } from './return-to-service-states.ts';
import { USE_ROWS } from './return-to-service-use-rows.ts';

export const returnToService = defineProcedure<ServiceContext, ServiceState, ServiceGuard, typeof Events>({
  name: 'return_to_service',
  version: 1,
  label: { zh: '处分期与期满使用', en: 'Sanction period and return to service' },
  context: BLANK,
  states: STATES,
  events: Events,
  openings: ['REGISTER_SANCTION'],
  guards: SERVICE_GUARDS,
  rows: [...PERIOD_ROWS, ...USE_ROWS, ...CHANGE_ROWS],
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
