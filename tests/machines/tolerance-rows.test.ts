/** Rows C1 to C18 of the domain brief on one tolerance review: what each does, and for whom it is. */
import { TOLERANCE } from './tolerance-acts.ts';
import { TOLERANCE_ROWS } from './tolerance-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(TOLERANCE, TOLERANCE_ROWS);
testRoles(TOLERANCE, TOLERANCE_ROWS);
