/** What a matter of false accusation refuses, guard by guard, each beside the same situation in which it says yes. */
import { FALSE_ACCUSATION } from './false-accusation-acts.ts';
import { FALSE_ACCUSATION_REFUSALS } from './false-accusation-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(FALSE_ACCUSATION, FALSE_ACCUSATION_REFUSALS);
