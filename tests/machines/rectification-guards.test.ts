/** What a rectification refuses, guard by guard, each beside the same situation in which it says yes. */
import { RECTIFICATION } from './rectification-acts.ts';
import { ITEM_REFUSALS } from './rectification-item-refusals.ts';
import { PLAN_REFUSALS } from './rectification-plan-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(
  RECTIFICATION,
  [...PLAN_REFUSALS, ...ITEM_REFUSALS],
  [
    // This one chooses between rows: where another measure is open, the row beside it closes this one alone.
    'D-check-last is_the_last_one_open',
  ],
);
