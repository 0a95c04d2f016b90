/** What a complaint refuses, guard by guard, each beside the same situation in which it says yes. */
import { OUTCOMES } from '../../src/machines/complaint-outcome.ts';
import { COMPLAINT } from './complaint-acts.ts';
import { HANDLING_REFUSALS } from './complaint-handling-refusals.ts';
import { RECEPTION_REFUSALS } from './complaint-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(
  COMPLAINT,
  [...RECEPTION_REFUSALS, ...HANDLING_REFUSALS],
  // These choose the outcome: one of them always takes a closing that is otherwise in order (complaint-closing.test.ts).
  OUTCOMES.map((outcome) => `A24-${outcome} outcome_is_${outcome}`),
);
