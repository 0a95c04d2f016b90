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
import { APPEAL, AT as APPEAL_AT, executeAll } from './appeal-acts.ts';
import { APPEAL_DECISION_REFUSALS } from './appeal-decision-refusals.ts';
import { APPEAL_ROWS } from './appeal-examples.ts';
import { APPEAL_INTAKE_REFUSALS } from './appeal-refusals.ts';
import {
  AT as CLARIFICATION_AT,
  CLARIFICATION,
  CLARIFICATION_V1,
  COURSE_V1 as CLARIFICATION_COURSE_V1,
} from './clarification-acts.ts';
import { CLARIFICATION_ROWS, CLARIFICATION_ROWS_V1 } from './clarification-examples.ts';
import { CLARIFICATION_REFUSALS, CLARIFICATION_REFUSALS_V1 } from './clarification-refusals.ts';
import { AT as COMPLAINT_AT, COMPLAINT, submitNamed, submitStub } from './complaint-acts.ts';
import { COMPLAINT_ROWS } from './complaint-examples.ts';
import { HANDLING_REFUSALS } from './complaint-handling-refusals.ts';
import { RECEPTION_REFUSALS } from './complaint-refusals.ts';
import { AT as FALSE_ACCUSATION_AT, FALSE_ACCUSATION } from './false-accusation-acts.ts';
import { FALSE_ACCUSATION_ROWS } from './false-accusation-examples.ts';
import { FALSE_ACCUSATION_REFUSALS } from './false-accusation-refusals.ts';
import { AT as PERFORMANCE_AT, PERFORMANCE, review, signal } from './performance-acts.ts';
import { PERFORMANCE_ROWS } from './performance-examples.ts';
import { PERFORMANCE_REFUSALS } from './performance-refusals.ts';
import type { Played } from './play.ts';
import { AT as RECTIFICATION_AT, check as checkItem, claimOf, RECTIFICATION } from './rectification-acts.ts';
import { AT as SERVICE_AT, SERVICE } from './return-to-service-acts.ts';
import { SERVICE_ROWS } from './return-to-service-examples.ts';
import { SERVICE_REFUSALS } from './return-to-service-refusals.ts';
import { RECTIFICATION_ROWS } from './rectification-examples.ts';
import { ITEM_REFUSALS } from './rectification-item-refusals.ts';
import { PLAN_REFUSALS } from './rectification-plan-refusals.ts';
import { AT as FILING_AT, FILING } from './risk-filing-acts.ts';
import { FILING_ROWS } from './risk-filing-examples.ts';
import { FILING_REFUSALS } from './risk-filing-refusals.ts';
import type { GuardExample, RowExample } from './tables.ts';
import { AT as TOLERANCE_AT, TOLERANCE } from './tolerance-acts.ts';
import { TOLERANCE_ROWS } from './tolerance-examples.ts';
import { DECISION_REFUSALS as TOLERANCE_DECISION_REFUSALS } from './tolerance-decision-refusals.ts';
import { EVIDENCE_REFUSALS } from './tolerance-evidence-refusals.ts';
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
    procedure: FALSE_ACCUSATION,
    at: FALSE_ACCUSATION_AT,
    rows: FALSE_ACCUSATION_ROWS,
    refusals: FALSE_ACCUSATION_REFUSALS,
  },
  {
    procedure: TOLERANCE,
    at: TOLERANCE_AT,
    rows: TOLERANCE_ROWS,
    refusals: [...INTAKE_REFUSALS, ...MERITS_REFUSALS, ...EVIDENCE_REFUSALS, ...TOLERANCE_DECISION_REFUSALS],
  },
  {
    procedure: FILING,
    at: FILING_AT,
    rows: FILING_ROWS,
    refusals: FILING_REFUSALS,
  },
  {
    procedure: RECTIFICATION,
    at: RECTIFICATION_AT,
    rows: RECTIFICATION_ROWS,
    refusals: [...PLAN_REFUSALS, ...ITEM_REFUSALS],
    more: [claimOf('m-2'), checkItem('m-2')],
  },
  {
    procedure: SERVICE,
    at: SERVICE_AT,
    rows: SERVICE_ROWS,
    refusals: SERVICE_REFUSALS,
  },
  {
    procedure: APPEAL,
    at: APPEAL_AT,
    rows: APPEAL_ROWS,
    refusals: [...APPEAL_INTAKE_REFUSALS, ...APPEAL_DECISION_REFUSALS],
    more: executeAll,
  },
  {
    procedure: PERFORMANCE,
    at: PERFORMANCE_AT,
    rows: PERFORMANCE_ROWS,
    refusals: PERFORMANCE_REFUSALS,
    more: [signal('s0', { source: 'audit' }), review('s1')],
  },
];

/** Versions that no case opens with any more, and that cases still run on. */
const OLDER_VERSIONS: readonly Examples[] = [
  {
    procedure: CLARIFICATION_V1,
    at: CLARIFICATION_COURSE_V1.at,
    rows: CLARIFICATION_ROWS_V1,
    refusals: CLARIFICATION_REFUSALS_V1,
  },
];

export const EVERY_VERSION: readonly Examples[] = [...EVERY_PROCEDURE, ...OLDER_VERSIONS];

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
