/** The rows of a matter of false accusation: what each does, and for whom it is. */
import { FALSE_ACCUSATION } from './false-accusation-acts.ts';
import { FALSE_ACCUSATION_ROWS } from './false-accusation-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(FALSE_ACCUSATION, FALSE_ACCUSATION_ROWS);
testRoles(FALSE_ACCUSATION, FALSE_ACCUSATION_ROWS);
