/**
 * One allegation against one person: the unit to which disposition, finding, clarification and tolerance attach (T1).
 * Procedure A, rows A12 to A22, A25 and A27; opened by the complaint's hand-over, never on its own.
 *
 *   with_handling_dept ⇄ disposition_proposed ─→ letter_inquiry ─→ reply_under_review ─┐
 *        ↑ reopened         ├─→ preliminary_verification ────────────────────────────→ findings_proposed
 *        │                  ├─→ shelved            ↖──────────── returned ───────────────┤
 *      closed_* ←───────────┤                                                     findings_approved ─→ closed_*
 *                           └─→ investigating ─→ heard ─→ reviewed ─→ decided_* ←────────┘ filed
 *
 * The rows stand in `allegation-lead-rows.ts`, `allegation-finding-rows.ts`, `allegation-case-rows.ts` and `allegation-afterwards-rows.ts`.
 */
import { tell } from '../domain/effect.ts';
import { AFTERWARDS_ROWS } from './allegation-afterwards-rows.ts';
import { CASE_ROWS } from './allegation-case-rows.ts';
import { BLANK, Events, type AllegationContext } from './allegation-events.ts';
import { CASE_GUARDS, excludedEvidence, LEAD_GUARDS } from './allegation-guards.ts';
import { FINDING_ROWS } from './allegation-finding-rows.ts';
import { LEAD_ROWS, type AllegationGuard } from './allegation-lead-rows.ts';
import { STATES, type AllegationState } from './allegation-states.ts';
import { defineProcedure } from './define-procedure.ts';

export const allegation = defineProcedure<AllegationContext, AllegationState, AllegationGuard, typeof Events>(
  {
    name: 'allegation',
    version: 1,
    label: { zh: '反映的问题', en: 'Allegation' },
    context: BLANK,
    states: STATES,
    events: Events,
    openings: [],
    guards: { ...LEAD_GUARDS, ...CASE_GUARDS },
    rows: [...LEAD_ROWS, ...FINDING_ROWS, ...CASE_ROWS, ...AFTERWARDS_ROWS],
    // A person under a covert verification does not learn of it by a notice that a limit was extended.
    told: ({ letterDeliveredOn, isCaseFiled }) =>
      letterDeliveredOn !== null || isCaseFiled ? ['subject'] : [],
    // Whoever reported waits for it, and may know of the complaint only: that is where they are told (T12).
    extended: ({ facts }) => [tell('parent', 'complaint', 'ALLEGATION_EXTENDED', { allegation: facts.case })],
    summary: (context) => ({
      subject: context.subject,
      point: context.point,
      act: context.act,
      isOfDuty: context.isOfDuty,
      isReturned: context.isReturned,
      disposition: context.disposition,
      finding: context.finding,
      findingVersion: context.findingVersion === 0 ? null : context.findingVersion,
      isFindingApproved: context.isFindingApproved,
      isCaseFiled: context.isCaseFiled,
      isHrFrozen: context.isHrFrozen,
      decision: context.decision,
      measure: context.measure,
      minorHandling: context.minorHandling,
      track: context.track,
      deliveredOn: context.deliveredOn,
      decisionVersion: context.decisions.length === 0 ? null : context.decisions.length,
      evidence: context.evidence.map(({ id }) => id).join(' '),
      excludedEvidence: excludedEvidence(context).join(' '),
    }),
  },
);
