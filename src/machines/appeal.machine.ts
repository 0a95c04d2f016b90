/**
 * Appeal: one step of one track, of one person, against one decision. Procedure F.
 *
 *   window_open ─→ filed ⇄ curing                      ┌─→ decided_upheld ─→ upheld (the next step opens)
 *        │  ↑late    └──→ examining ───────────────────┼─→ decided_revoked ─┐
 *        └─→ expired ←       └─→ refused | withdrawn   └─→ decided_varied ──┴─→ executing ─→ revoked_redone | varied
 *
 * Steps, windows and terms are the profile's table (T9). Nothing of the decided case is paused by an appeal, and nothing
 * becomes worse by one (T23). Rows stand in `appeal-intake-rows.ts` and `appeal-merits-rows.ts`.
 */
import { BLANK, Events, type AppealContext } from './appeal-events.ts';
import { INTAKE_ROWS } from './appeal-intake-rows.ts';
import { MERITS_ROWS } from './appeal-merits-rows.ts';
import { GUARDS, STATES, type AppealGuard, type AppealState } from './appeal-states.ts';
import { defineProcedure } from './define-procedure.ts';

export const appeal = defineProcedure<AppealContext, AppealState, AppealGuard, typeof Events>({
  name: 'appeal',
  version: 1,
  label: { zh: '复核申诉', en: 'Appeal' },
  context: BLANK,
  states: STATES,
  events: Events,
  openings: ['FILE'],
  joins: { by: 'on', link: 'appeals_against' },
  guards: GUARDS,
  rows: [...INTAKE_ROWS, ...MERITS_ROWS],
  // A reply to a petition is appealed against by whoever sent it; anything else by the person decided on.
  told: ({ onProcedure }) => [onProcedure === 'complaint' ? 'reporter' : 'subject'],
  summary: (context) => ({
    on: context.on,
    onProcedure: context.onProcedure,
    subject: context.subject,
    track: context.track,
    step: context.step,
    isLate: context.isLate,
    hasWithdrawn: context.hasWithdrawn,
    panel: context.panel.join(' '),
    result: context.result,
    ground: context.ground,
    nextStep: context.nextStep,
    itemsToDo: context.toDo.length,
    itemsDone: context.done.length,
  }),
});
