/**
 * The way a case took through its procedure: each move from one state to another, counted from 1. Rebuilt from its
 * journal by the step that wrote it, without a text being opened; for those who work on the case and nobody else.
 */
import type { CaseView } from '../contract/cases.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import { OPENING } from '../machines/define-procedure.ts';
import { worksOn, type Asker } from './acting.ts';
import { toCaseView } from './case-view.ts';
import { visibleCase } from './read-case.ts';
import { replay } from './replay-case.ts';
import type { Runtime } from './runtime.ts';

/** Events that are looked through; few cases have had so many. */
const MOST_EVENTS = 500;

export interface Move {
  readonly number: number;
  /** The row of the table that was taken. */
  readonly row: string;
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
}

export interface CasePath {
  readonly case: CaseView;
  readonly moves: readonly Move[];
  /** There were more events than are looked through. */
  readonly isCut: boolean;
}

/** Throws `not-found` for a case the asker may not know of. A party learns where it stands, not how it got there. */
export async function readCasePath(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<CasePath> {
  const row = await visibleCase(runtime, asker, caseId);
  const view = toCaseView(row, asker);
  if (!worksOn(asker, row)) return { case: view, moves: [], isCut: false };
  const moves: Move[] = [];
  let from = OPENING;
  await replay(runtime, row, { version: MOST_EVENTS }, ({ last, entry }) => {
    if (last.state !== from)
      moves.push({ number: moves.length + 1, row: last.row, from, to: last.state, at: entry.occurred_at });
    from = last.state;
  });
  return { case: view, moves, isCut: row.version > MOST_EVENTS };
}
