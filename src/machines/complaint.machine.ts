/**
 * Complaint: one report as it came in, from receipt to feedback. Procedure A; what is checked and decided hangs on its
 * allegations, one for each point and person (T1).
 *
 *   received ─→ registered ─→ accepted ─→ with_handling_dept ─→ closed_* · decided_* · case_dismissed · transferred_criminal
 *                 │   ↑ ↖─────────── returned ─────┘
 *                 │   └── reopened
 *                 └─→ escalated_sealed · routed_out · not_accepted · retained · merged
 *
 * The reporter's identity is a region of its own: it is checked beside the flow, and never known here by name (T10).
 * The rows stand in `complaint-intake-rows.ts` and `complaint-handling-rows.ts`.
 */
import { BLANK, Events, type ComplaintContext } from './complaint-events.ts';
import {
  awaitingFeedback,
  HANDLING_GUARDS,
  INTAKE_GUARDS,
  isOwedAnswers,
  OUTCOME_GUARDS,
} from './complaint-guards.ts';
import { HANDLING_ROWS } from './complaint-handling-rows.ts';
import { INTAKE_ROWS, type ComplaintGuard } from './complaint-intake-rows.ts';
import { STATES, type ComplaintState } from './complaint-states.ts';
import { WAITING_ROWS } from './complaint-waiting-rows.ts';
import { defineProcedure } from './define-procedure.ts';

export const complaint = defineProcedure<ComplaintContext, ComplaintState, ComplaintGuard, typeof Events>({
  name: 'complaint',
  version: 1,
  label: { zh: '检举控告', en: 'Complaint' },
  context: BLANK,
  states: STATES,
  regions: {
    identity: {
      initial: 'unverified',
      states: {
        unverified: { label: { zh: '身份未核实', en: 'identity not checked' } },
        confirmed_real_name: { label: { zh: '确认实名', en: 'real name confirmed' } },
        denied: { label: { zh: '本人否认，按匿名处理', en: 'denied, handled as anonymous' } },
        unreachable: { label: { zh: '无法联系', en: 'could not be reached' } },
        impersonated: { label: { zh: '冒用他人姓名', en: "another's name was used" } },
      },
    },
  },
  events: Events,
  openings: ['SUBMIT'],
  guards: { ...INTAKE_GUARDS, ...HANDLING_GUARDS, ...OUTCOME_GUARDS },
  rows: [...INTAKE_ROWS, ...HANDLING_ROWS, ...WAITING_ROWS],
  told: (context) => (isOwedAnswers(context) ? ['reporter'] : []),
  summary: (context) => ({
    subject: context.subject,
    channel: context.channel,
    origin: context.origin,
    identity: context.identity,
    isRealName: context.isRealName,
    concernsHead: context.concernsHead,
    parent: context.parent,
    duplicates: context.duplicates.length,
    isConcluded: context.conclusionAt !== null,
    isFeedbackOwed: context.conclusionAt !== null && awaitingFeedback(context).length > 0,
    reason: context.reason,
    outcome: context.outcome,
  }),
});
