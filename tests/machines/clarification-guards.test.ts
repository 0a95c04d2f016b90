/** What a clarification of each version refuses, guard by guard, each beside the same situation in which it says yes. */
import { describe } from 'vitest';
import { CLARIFICATION, CLARIFICATION_V1 } from './clarification-acts.ts';
import { CLARIFICATION_REFUSALS, CLARIFICATION_REFUSALS_V1 } from './clarification-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(CLARIFICATION, CLARIFICATION_REFUSALS);

describe('version 1', () => {
  testGuards(CLARIFICATION_V1, CLARIFICATION_REFUSALS_V1);
});
