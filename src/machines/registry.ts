/**
 * Every procedure version that a stored case may name. A version that a case has used is frozen: a change of rules is
 * a further entry here, never an edit of an old one.
 */
import { allegation } from './allegation.machine.ts';
import { appeal } from './appeal.machine.ts';
import { clarification, clarificationV1 } from './clarification.machine.ts';
import { complaint } from './complaint.machine.ts';
import { falseAccusation } from './false-accusation.machine.ts';
import { performanceReview } from './performance-review.machine.ts';
import type { Procedure } from './procedure.ts';
import { rectification } from './rectification.machine.ts';
import { returnToService } from './return-to-service.machine.ts';
import { riskFiling } from './risk-filing.machine.ts';
import { toleranceReview } from './tolerance-review.machine.ts';

const ALL = [
  complaint,
  allegation,
  clarificationV1,
  clarification,
  falseAccusation,
  toleranceReview,
  riskFiling,
  rectification,
  returnToService,
  appeal,
  performanceReview,
] as unknown as readonly Procedure[];

const byVersion = new Map(ALL.map((procedure) => [`${procedure.name}@${procedure.version}`, procedure]));

/** The procedure of a name in a version, or undefined when this program does not know it. */
export const procedureOf = (name: string, version: number): Procedure | undefined =>
  byVersion.get(`${name}@${version}`);

/** The version new cases are opened with, or undefined for an unknown name. */
export const currentProcedure = (name: string): Procedure | undefined =>
  currentProcedures().find((procedure) => procedure.name === name);

/** The newest version of each procedure, in the order of the brief. */
export function currentProcedures(): Procedure[] {
  const newest = new Map<string, Procedure>();
  for (const procedure of ALL)
    if ((newest.get(procedure.name)?.version ?? 0) < procedure.version) newest.set(procedure.name, procedure);
  return [...newest.values()];
}

export const everyProcedure = (): readonly Procedure[] => ALL;
