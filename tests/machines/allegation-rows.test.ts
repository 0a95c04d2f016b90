/** Rows A10 to A22, A25 and A27 of the domain brief on one allegation: what each does, and for whom it is. */
import { ALLEGATION } from './allegation-acts.ts';
import { ALLEGATION_ROWS } from './allegation-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(ALLEGATION, ALLEGATION_ROWS);
testRoles(ALLEGATION, ALLEGATION_ROWS);
