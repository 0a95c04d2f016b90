/**
 * False accusation: whether an untrue report was made up to harm somebody. Procedure B2. The case is about the person
 * who was reported; who accused is nowhere in it but sealed.
 *
 *   suspected ─→ verifying ─→ proposed ─→ awaiting_level_approval ─→ established ─→ handled ─→ closed
 *                   ↑            │  └────── decided by a city or province ───↗ │         │        │ set aside
 *                   └─ returned ─┤                    │                        └─────────┴────────┤
 *                                └────────────────────┴─→ mistaken_report · not_established ←─────┘
 *
 * People open it, two of them, after the finding; nothing opens it by itself. A mistake is an ordinary end and leaves no
 * mark on anybody (T3). The rows stand in `false-accusation-inquiry-rows.ts` and `false-accusation-decision-rows.ts`.
 */
import { defineProcedure } from './define-procedure.ts';
import { DECISION_ROWS } from './false-accusation-decision-rows.ts';
import { BLANK, Events, type FalseAccusationContext } from './false-accusation-events.ts';
import { INQUIRY_ROWS } from './false-accusation-inquiry-rows.ts';
import { GUARDS, STATES, type FalseAccusationState } from './false-accusation-states.ts';

export const falseAccusation = defineProcedure<
  FalseAccusationContext,
  FalseAccusationState,
  keyof typeof GUARDS,
  typeof Events
>({
  name: 'false_accusation',
  version: 1,
  label: { zh: '诬告陷害核查', en: 'Matter of false accusation' },
  context: BLANK,
  states: STATES,
  events: Events,
  openings: ['OPEN'],
  joins: { by: 'allegation', link: 'examines_accuser_of' },
  guards: GUARDS,
  rows: [...INQUIRY_ROWS, ...DECISION_ROWS],
  summary: ({ allegation, point, subject, tracings, proposal, result, approval, publishedOn }) => ({
    allegation,
    point,
    subject,
    tracing: tracings.at(-1)?.standing ?? null,
    tracingApproval: tracings.findLast(({ approval: id }) => id !== null)?.approval ?? null,
    proposal,
    result,
    approval,
    publishedOn,
  }),
});
