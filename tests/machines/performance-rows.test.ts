/** The rows of a performance review: what each does, and for whom it is. */
import { PERFORMANCE } from './performance-acts.ts';
import { PERFORMANCE_ROWS } from './performance-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(PERFORMANCE, PERFORMANCE_ROWS);
testRoles(PERFORMANCE, PERFORMANCE_ROWS);
