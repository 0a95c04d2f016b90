/** What a clarification refuses, guard by guard, each beside the same situation in which it says yes. */
import { CLARIFICATION } from './clarification-acts.ts';
import { CLARIFICATION_REFUSALS } from './clarification-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(CLARIFICATION, CLARIFICATION_REFUSALS);
