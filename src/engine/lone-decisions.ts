/**
 * Can one person alone bring a case to a decision? Searches every path of a chart for somebody who holds every role and
 * is held back only by the separation of duties and by acts that take several. Guards are taken to be met (T14).
 */
import { incompatibleWith, type Duty } from '../domain/duty.ts';
import { OPENING } from '../machines/define-procedure.ts';
import type { Procedure, Row } from '../machines/procedure.ts';

export interface LoneDecision {
  readonly row: Row;
  /** Rows one person could fire, in order, the decision last. */
  readonly path: readonly string[];
}

interface Stand {
  readonly state: string;
  readonly duties: readonly Duty[];
  readonly path: readonly string[];
}

/** Whether a row settles something: it leads to an end of substance, or its actor approves or decides. */
export function isDecision(
  procedure: Procedure,
  row: Row,
  isAdministrative: (state: string) => boolean,
): boolean {
  if (row.isInternal || (row.region ?? 'flow') !== 'flow') return false;
  if (row.to !== undefined && isAdministrative(row.to)) return false;
  const closes = row.to !== undefined && procedure.states[row.to]?.isClosed === true;
  return closes || row.duty === 'approved' || row.duty === 'decided';
}

/**
 * The decisions one person could reach, with the shortest way for each. Internal rows are free to take: what fires them
 * is judged where it is decided, in the procedure that sends the event.
 */
export function loneDecisions(
  procedure: Procedure,
  isAdministrative: (state: string) => boolean,
): LoneDecision[] {
  const found = new Map<Row, LoneDecision>();
  const queue: Stand[] = [{ state: OPENING, duties: [], path: [] }];
  const seen = new Set([keyOf(OPENING, [])]);
  for (let stand = queue.shift(); stand; stand = queue.shift()) {
    for (const row of procedure.rows) {
      if ((row.region ?? 'flow') !== 'flow' || !(row.from as readonly string[]).includes(stand.state))
        continue;
      if (!canTakeAlone(row, stand.duties)) continue;
      const path = [...stand.path, row.row];
      if (isDecision(procedure, row, isAdministrative) && !found.has(row)) found.set(row, { row, path });
      const duties = row.duty === undefined || row.isInternal ? stand.duties : [...stand.duties, row.duty];
      const state = row.to ?? stand.state;
      const key = keyOf(state, duties);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, duties: [...new Set(duties)], path });
    }
  }
  return [...found.values()];
}

function canTakeAlone(row: Row, duties: readonly Duty[]): boolean {
  if (row.isInternal) return true;
  if ((row.people ?? 1) > 1 || row.isCollective) return false;
  return row.duty === undefined || incompatibleWith(row.duty, duties).length === 0;
}

const keyOf = (state: string, duties: readonly Duty[]): string =>
  `${state} ${[...new Set(duties)].sort().join(' ')}`;
