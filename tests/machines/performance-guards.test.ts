/** What a performance review refuses, guard by guard, each beside the same situation in which it says yes. */
import { PERFORMANCE } from './performance-acts.ts';
import { PERFORMANCE_REFUSALS } from './performance-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(PERFORMANCE, PERFORMANCE_REFUSALS);
