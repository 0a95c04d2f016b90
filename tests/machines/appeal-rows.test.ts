/** Rows of an appeal (1.6): what each does, and for whom it is. */
import { APPEAL } from './appeal-acts.ts';
import { APPEAL_ROWS } from './appeal-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(APPEAL, APPEAL_ROWS);
testRoles(APPEAL, APPEAL_ROWS);
