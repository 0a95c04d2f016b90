/** Rows B1 to B10 of the domain brief on one clarification of each version: what each does, and for whom it is. */
import { describe } from 'vitest';
import { CLARIFICATION, CLARIFICATION_V1 } from './clarification-acts.ts';
import { CLARIFICATION_ROWS, CLARIFICATION_ROWS_V1 } from './clarification-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(CLARIFICATION, CLARIFICATION_ROWS);
testRoles(CLARIFICATION, CLARIFICATION_ROWS);

describe('version 1', () => {
  testRows(CLARIFICATION_V1, CLARIFICATION_ROWS_V1);
  testRoles(CLARIFICATION_V1, CLARIFICATION_ROWS_V1);
});
