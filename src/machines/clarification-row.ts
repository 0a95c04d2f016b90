/** The types of a clarification's rows: one that both versions have, and one that may use what version 2 added. */
import type { ClarificationContext, EVENTS, EVENTS_OF_2 } from './clarification-events.ts';
import type { GUARDS } from './clarification-guards.ts';
import type { STATES, STATES_OF_2 } from './clarification-states.ts';
import type { RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

type GuardName = keyof typeof GUARDS | SharedGuard;

export type ClarificationRow = RowOf<ClarificationContext, keyof typeof STATES, GuardName, typeof EVENTS>;

export type ClarificationRowOf2 = RowOf<
  ClarificationContext,
  keyof typeof STATES_OF_2,
  GuardName,
  typeof EVENTS_OF_2
>;
