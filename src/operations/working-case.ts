/** A case while a plan is being made: as it was read or as it opens, and what the plan has done to it so far. */
import { uuidv7 } from 'uuidv7';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import { blankSnapshot, completed, type StoredSnapshot } from '../engine/step.ts';
import type { Actor, Procedure } from '../machines/procedure.ts';
import type { LoadedCase } from './plan-input.ts';
import type { PinnedProfile } from './runtime.ts';
import type { SealKey } from './sealing.ts';

export interface Working {
  readonly procedure: Procedure;
  readonly pinned: PinnedProfile;
  readonly expected: number;
  readonly key: SealKey;
  row: CaseRow;
  snapshot: StoredSnapshot;
  clocks: ClockRow[];
  readonly touched: Set<string>;
  isDirty: boolean;
}

/** A case as read, ready to be moved. */
export const workingOn = (
  { row, clocks }: LoadedCase,
  { procedure, pinned, key }: Pick<Working, 'procedure' | 'pinned' | 'key'>,
): Working => ({
  procedure,
  pinned,
  expected: row.version,
  key,
  row,
  snapshot: completed(procedure, row),
  clocks: [...clocks],
  touched: new Set(),
  isDirty: false,
});

export interface Opening {
  readonly procedure: Procedure;
  readonly definitionHash: string;
  readonly pinned: PinnedProfile;
  readonly key: SealKey;
  /** The case whose family it joins; null where it begins one. */
  readonly kin: Working | null;
  readonly by: Actor;
  readonly at: Instant;
}

/** A case that opens: at version 0 until its opening event is taken. */
export function workingAnew({ procedure, definitionHash, pinned, key, kin, by, at }: Opening): Working {
  const snapshot = blankSnapshot(procedure);
  const id = uuidv7();
  return {
    procedure,
    pinned,
    expected: 0,
    key,
    row: {
      id,
      family_id: kin?.row.family_id ?? id,
      procedure: procedure.name,
      procedure_version: procedure.version,
      definition_hash: definitionHash,
      profile_hash: pinned.hash,
      seal_key_id: key.id,
      version: 0,
      state: procedure.initial,
      value: snapshot.value,
      context: snapshot.context,
      summary: {},
      is_open: true,
      subject: null,
      assignee: null,
      unit: by.unit,
      opened_by: by.person,
      head_hash: '',
      next_due_at: null,
      is_overdue: false,
      opened_at: at,
      updated_at: at,
    },
    snapshot,
    clocks: [],
    touched: new Set(),
    isDirty: false,
  };
}

/** The row as the plan leaves it: what falls due first, what is overdue included, and whether anything is. */
export function settledRow({ row, clocks }: Pick<Working, 'row' | 'clocks'>): CaseRow {
  const running = clocks.filter(({ isActive }) => isActive);
  const due = running.flatMap(({ dueAt }) => dueAt ?? []);
  return {
    ...row,
    next_due_at: due.sort()[0] ?? null,
    is_overdue: running.some(({ firedAt }) => firedAt !== null),
  };
}
