/** What a model check may find, and the few questions about rows that all checks ask. */
import type { Procedure, Row, StateNode } from '../machines/procedure.ts';

export type ProblemCode =
  | 'no_way_to_an_end'
  | 'never_entered'
  | 'nothing_is_owed'
  | 'decided_by_one_person'
  | 'no_basis'
  | 'no_roles'
  | 'no_label'
  | 'unknown_effect'
  | 'effects_unknown'
  | 'unknown_clock'
  | 'clock_never_started'
  | 'clock_never_stopped'
  | 'event_not_handled'
  | 'event_not_declared'
  | 'opening_is_wrong'
  | 'sends_what_is_not_taken'
  | 'unknown_state_is_listed';

/** One finding, before it is known in which procedure. */
export interface Found {
  readonly code: ProblemCode;
  /** The state, row, event or clock it is about. */
  readonly at: string;
  readonly words: string;
}

export const isFlow = (row: Row): boolean => (row.region ?? 'flow') === 'flow';
export const sources = (row: Row): readonly string[] => row.from as readonly string[];
/** Rows of the flow that lead somewhere. */
export const moves = ({ rows }: Procedure): Row[] =>
  rows.filter((row) => isFlow(row) && row.to !== undefined);
export const statesOf = ({ states }: Procedure): [string, StateNode][] => Object.entries(states);
