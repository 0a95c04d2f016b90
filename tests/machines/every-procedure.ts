/**
 * Every procedure with its examples, for tests that hold of all of them: a case in each state, the rows of its table,
 * and what its guards refuse. A procedure that joins the registry has to be laid out here.
 */
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { Procedure, Row } from '../../src/machines/procedure.ts';
import { ALLEGATION, AT as ALLEGATION_AT, report } from './allegation-acts.ts';
import { DECISION_REFUSALS } from './allegation-decision-refusals.ts';
import { ALLEGATION_ROWS } from './allegation-examples.ts';
import { CONCLUDED_REFUSALS, LEAD_REFUSALS } from './allegation-refusals.ts';
import { AT as CLARIFICATION_AT, CLARIFICATION } from './clarification-acts.ts';
import { CLARIFICATION_ROWS } from './clarification-examples.ts';
import { CLARIFICATION_REFUSALS } from './clarification-refusals.ts';
import { AT as COMPLAINT_AT, COMPLAINT, submitNamed, submitStub } from './complaint-acts.ts';
import { COMPLAINT_ROWS } from './complaint-examples.ts';
import { HANDLING_REFUSALS } from './complaint-handling-refusals.ts';
import { RECEPTION_REFUSALS } from './complaint-refusals.ts';
import type { Played } from './play.ts';
import type { GuardExample, RowExample } from './tables.ts';
import { AT as TOLERANCE_AT, TOLERANCE } from './tolerance-acts.ts';
import { TOLERANCE_ROWS } from './tolerance-examples.ts';
import { DECISION_REFUSALS as TOLERANCE_DECISION_REFUSALS } from './tolerance-decision-refusals.ts';
import { MERITS_REFUSALS } from './tolerance-merits-refusals.ts';
import { INTAKE_REFUSALS } from './tolerance-refusals.ts';

export interface Examples {
  readonly procedure: Procedure;
  readonly at: Readonly<Record<string, StoredSnapshot>>;
  readonly rows: readonly RowExample[];
  readonly refusals: readonly GuardExample[];
  /** Events that are no row's or guard's example, for walks. */
  readonly more?: readonly Played[];
}

export const EVERY_PROCEDURE: readonly Examples[] = [
  {
    procedure: COMPLAINT,
    at: COMPLAINT_AT,
    rows: COMPLAINT_ROWS,
    refusals: [...RECEPTION_REFUSALS, ...HANDLING_REFUSALS],
    more: [submitStub(), submitNamed()],
  },
  {
    procedure: ALLEGATION,
    at: ALLEGATION_AT,
    rows: ALLEGATION_ROWS,
    refusals: [...LEAD_REFUSALS, ...CONCLUDED_REFUSALS, ...DECISION_REFUSALS],
    more: (['true_minor', 'not_proven', 'true_error_in_duty'] as const).map((finding) => report(finding)),
  },
  {
    procedure: CLARIFICATION,
    at: CLARIFICATION_AT,
    rows: CLARIFICATION_ROWS,
    refusals: CLARIFICATION_REFUSALS,
  },
  {
    procedure: TOLERANCE,
    at: TOLERANCE_AT,
    rows: TOLERANCE_ROWS,
    refusals: [...INTAKE_REFUSALS, ...MERITS_REFUSALS, ...TOLERANCE_DECISION_REFUSALS],
  },
];

/** An example of a row with the row itself, as the procedure has it. */
export interface OfRow {
  readonly procedure: Procedure;
  readonly row: Row;
  readonly example: RowExample;
}

const rowOf = ({ rows }: Procedure, name: string): Row => {
  const found = rows.find(({ row }) => row === name);
  if (!found) throw new Error(`there is no row ${name}`);
  return found;
};

/** Rows of every procedure that hold some property, with the words by which a test calls them. */
export const rowsWhere = (holds: (row: Row) => boolean): (readonly [string, OfRow])[] =>
  EVERY_PROCEDURE.flatMap(({ procedure, rows }) =>
    rows
      .map((example) => ({ procedure, row: rowOf(procedure, example.row), example }))
      .filter(({ row }) => holds(row))
      .map((of) => [`${procedure.name} ${of.row.row}`, of] as const),
  );

/** States of a procedure that are open, and those that are closed. */
export const statesOf = ({ procedure, at }: Examples, isClosed: boolean): [string, StoredSnapshot][] =>
  Object.entries(procedure.states)
    .filter(([, state]) => (state.isClosed ?? false) === isClosed)
    .map(([state]) => [state, at[state]!]);

export const suspended = (stored: StoredSnapshot): StoredSnapshot => ({
  ...stored,
  value: { ...stored.value, standing: 'suspended' },
});
