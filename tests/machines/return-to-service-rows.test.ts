/** Rows of a sanction period and of the review of use (1.5): what each does, and for whom it is. */
import { SERVICE } from './return-to-service-acts.ts';
import { SERVICE_ROWS } from './return-to-service-examples.ts';
import { testRoles, testRows } from './tables.ts';

testRows(SERVICE, SERVICE_ROWS);
testRoles(SERVICE, SERVICE_ROWS);
