/** The rows of a rectification (1.4 of the domain brief): what each does, and for whom it is. */
import { RECTIFICATION } from './rectification-acts.ts';
import { RECTIFICATION_ROWS } from './rectification-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(RECTIFICATION, RECTIFICATION_ROWS);
testRoles(RECTIFICATION, RECTIFICATION_ROWS);
