/**
 * Tolerance review: which errors of which persons are tolerated, inside an accountability matter. Procedure C.
 *
 *   right_notified ─→ applied ⇄ curing ─→ accepted ─→ verifying ─→ heard ─→ consulted ─→ proposed ─→ determined ─→
 *        └──── ex officio ─────────────────↗     ↖─────────── returned ──────────────────┘          delivered ─→ recorded
 *
 * One case holds a determination per act and person (T18). A withdrawal ends an application, not the body's own duty
 * to look (T17); what was tolerated is always followed by rectification (T4) and stated by the liability decision (T5).
 * The rows stand in `tolerance-review-intake-rows.ts`, `-merits-rows.ts` and `-afterwards-rows.ts`.
 */
import { determinationsLine, isTolerated } from '../domain/tolerance.ts';
import { defineProcedure } from './define-procedure.ts';
import { AFTERWARDS_ROWS } from './tolerance-review-afterwards-rows.ts';
import { BLANK, Events, type ToleranceContext } from './tolerance-review-events.ts';
import { INTAKE_ROWS } from './tolerance-review-intake-rows.ts';
import { MERITS_ROWS } from './tolerance-review-merits-rows.ts';
import { GUARDS, STATES, type ToleranceGuard, type ToleranceState } from './tolerance-review-states.ts';

export const toleranceReview = defineProcedure<
  ToleranceContext,
  ToleranceState,
  ToleranceGuard,
  typeof Events
>({
  name: 'tolerance_review',
  version: 1,
  label: { zh: '容错纠错认定', en: 'Tolerance review' },
  context: BLANK,
  states: STATES,
  events: Events,
  openings: ['OPEN_ACCOUNTABILITY', 'OPEN_EX_OFFICIO', 'APPLY'],
  joins: { by: 'allegation', link: 'reviews_tolerance_of' },
  guards: GUARDS,
  rows: [...INTAKE_ROWS, ...MERITS_ROWS, ...AFTERWARDS_ROWS],
  told: () => ['subject', 'subject_unit'],
  summary: (context) => ({
    subject: context.subject,
    allegation: context.allegation,
    acts: context.acts.map(({ act }) => act).join(' '),
    persons: context.persons.join(' '),
    isExOfficio: context.isExOfficio,
    hasApplied: context.hasApplied,
    isDetermined: context.determinations.length > 0,
    isTolerated: context.determinations.some(isTolerated),
    determinations: determinationsLine(context.determinations),
    isInLiabilityDecision: context.liabilityDecision !== null,
  }),
});
