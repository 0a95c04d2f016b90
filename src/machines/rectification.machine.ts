/**
 * Rectification: problems, measures, responsibility and deadlines, closed one by one by somebody from outside.
 * Procedure D.
 *
 *   notice_served ⇄ plan_submitted ─→ running ⇄ all_closed ─→ looked_back ─→ archived
 *        └────────────────┴──────────────┴──────────┴──────────────┴─→ cancelled
 *
 * A measure: listed ─→ planned ─→ in_progress ─→ claimed_done ─→ closed | returned; a look-back may reopen it. What is
 * overdue gets a red ticket and is a ground others may name; it decides nothing by itself (T8).
 */
import { defineProcedure } from './define-procedure.ts';
import { BLANK, Events, type RectificationContext } from './rectification-events.ts';
import { ITEM_ROWS } from './rectification-item-rows.ts';
import { isClosed, isPaperOnly, isRed, nextDueOn } from './rectification-items.ts';
import { PLAN_ROWS } from './rectification-plan-rows.ts';
import { GUARDS, STATES, type RectificationState } from './rectification-states.ts';

export const rectification = defineProcedure<
  RectificationContext,
  RectificationState,
  keyof typeof GUARDS,
  typeof Events
>({
  name: 'rectification',
  version: 1,
  label: { zh: '整改', en: 'Rectification' },
  context: BLANK,
  states: STATES,
  events: Events,
  openings: ['SERVE_NOTICE'],
  joins: { by: 'on', link: 'corrects' },
  guards: GUARDS,
  rows: [...PLAN_ROWS, ...ITEM_ROWS],
  told: () => ['subject_unit'],
  summary: (context) => {
    const { items } = context;
    const red = items.filter(isRed);
    return {
      on: context.on,
      source: context.source,
      unit: context.unit ?? null,
      acts: context.acts.join(' '),
      persons: context.persons.join(' '),
      deliveredOn: context.deliveredOn,
      itemsTotal: items.length,
      itemsClosed: items.filter(isClosed).length,
      itemsRed: red.length,
      itemsPaperOnly: items.filter(isPaperOnly).length,
      itemsExtended: items.filter(({ extensions }) => extensions > 0).length,
      // A coded ground that a revocation may name; nothing follows from it by itself.
      hasOverdueItems: red.some((item) => !isClosed(item)),
      wasOverdue: red.length > 0,
      nextDueOn: nextDueOn(context),
      newProblems: context.newProblems,
    };
  },
});
