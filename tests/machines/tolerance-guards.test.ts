/** What a tolerance review refuses, guard by guard, each beside the same situation in which it says yes. */
import { testGuards } from './tables.ts';
import { TOLERANCE } from './tolerance-acts.ts';
import { DECISION_REFUSALS } from './tolerance-decision-refusals.ts';
import { EVIDENCE_REFUSALS } from './tolerance-evidence-refusals.ts';
import { MERITS_REFUSALS } from './tolerance-merits-refusals.ts';
import { INTAKE_REFUSALS } from './tolerance-refusals.ts';

testGuards(
  TOLERANCE,
  [...INTAKE_REFUSALS, ...MERITS_REFUSALS, ...EVIDENCE_REFUSALS, ...DECISION_REFUSALS],
  [
    // These two choose between rows: one of them always takes a withdrawal that is otherwise in order (C17, T17).
    'C17 rests_on_the_application',
    'C17-ex-officio runs_ex_officio',
  ],
);
