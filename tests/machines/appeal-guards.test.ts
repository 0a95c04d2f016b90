/** What an appeal refuses, guard by guard, each beside the same situation in which it says yes. */
import { APPEAL } from './appeal-acts.ts';
import { APPEAL_DECISION_REFUSALS } from './appeal-decision-refusals.ts';
import { APPEAL_INTAKE_REFUSALS } from './appeal-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(
  APPEAL,
  [...APPEAL_INTAKE_REFUSALS, ...APPEAL_DECISION_REFUSALS],
  [
    // These two choose between rows: one of them always takes a filing that is otherwise in order.
    'F-direct is_taken_in_first',
    'F-direct-examined filing_is_acceptance',
    'F-file is_taken_in_first',
    'F-file-examined filing_is_acceptance',
    // So do these, of an appeal whose items are all carried out.
    'F-close-revoked was_revoked',
    'F-close-varied was_varied',
  ],
);
