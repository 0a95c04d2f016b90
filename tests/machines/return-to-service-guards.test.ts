/** What a sanction period and a review of use refuse, guard by guard, each beside what they accept. */
import { SERVICE } from './return-to-service-acts.ts';
import { SERVICE_REFUSALS } from './return-to-service-refusals.ts';
import { testGuards } from './tables.ts';

testGuards(SERVICE, SERVICE_REFUSALS);
