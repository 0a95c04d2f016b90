/** What an allegation refuses, guard by guard, each beside the same situation in which it says yes. */
import { ALLEGATION } from './allegation-acts.ts';
import { DECISION_REFUSALS } from './allegation-decision-refusals.ts';
import { CONCLUDED_REFUSALS, LEAD_REFUSALS } from './allegation-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(
  ALLEGATION,
  [...LEAD_REFUSALS, ...CONCLUDED_REFUSALS, ...DECISION_REFUSALS],
  [
    'A22-dismiss is_not_heavier_than_told', // nothing is lighter than a dismissal
  ],
);
