/** Rows A1 to A11 and A23 to A25 of the domain brief on one complaint: what each does, and for whom it is. */
import { COMPLAINT } from './complaint-acts.ts';
import { COMPLAINT_ROWS } from './complaint-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(COMPLAINT, COMPLAINT_ROWS);
testRoles(COMPLAINT, COMPLAINT_ROWS);
