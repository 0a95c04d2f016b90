/** What a risk filing refuses, guard by guard, each beside the same situation in which it says yes. */
import { FILING } from './risk-filing-acts.ts';
import { FILING_REFUSALS } from './risk-filing-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(FILING, FILING_REFUSALS);
