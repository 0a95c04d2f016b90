/** Rows B1 to B10 of the domain brief on one clarification: what each does, and for whom it is. */
import { CLARIFICATION } from './clarification-acts.ts';
import { CLARIFICATION_ROWS } from './clarification-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(CLARIFICATION, CLARIFICATION_ROWS);
testRoles(CLARIFICATION, CLARIFICATION_ROWS);
