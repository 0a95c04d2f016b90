/** The rows of a risk filing (C0 of the domain brief): what each does, and for whom it is. */
import { FILING } from './risk-filing-acts.ts';
import { FILING_ROWS } from './risk-filing-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(FILING, FILING_ROWS);
testRoles(FILING, FILING_ROWS);
