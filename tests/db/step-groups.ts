/** Vocabulary of the database tests: cases and steps on them as the engine would hand them over, made of plain values. */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Knex } from 'knex';
import { writeSteps, type Entry, type Move, type StepGroup } from '../../db/queries/step-write.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';

export const TENANT = 't1';
export const NOON = '2026-01-05T12:00:00.000Z';

type CaseClock = ClockRow & { case_id: string };
type Fields = Partial<Move>;

const hexHash = () => randomBytes(32).toString('hex');

/** A case as it stands after its opening event. */
export function someCase(fields: Fields = {}): Move {
  const id = fields.id ?? uuidv7();
  return {
    id,
    expected: 0,
    family_id: id,
    procedure: 'complaint',
    procedure_version: 1,
    definition_hash: 'd',
    profile_hash: 'p',
    seal_key_id: uuidv7(),
    version: 1,
    state: 'received',
    value: { flow: 'received' },
    context: { subject: null, assignee: null, obligations: [] } as unknown as Move['context'],
    summary: {},
    is_open: true,
    subject: null,
    assignee: null,
    unit: null,
    opened_by: 'p-reporter',
    head_hash: hexHash(),
    next_due_at: null,
    is_overdue: false,
    opened_at: NOON,
    updated_at: NOON,
    ...fields,
  };
}

/** The same case one version on. */
export const next = (of: Move, fields: Fields = {}): Move => ({
  ...of,
  expected: of.version,
  version: of.version + 1,
  head_hash: hexHash(),
  ...fields,
});

/** The journal entry of a step on a case, or of something else when no case is given. */
export const entryOf = (of: Move | null, fields: Partial<Entry> = {}): Entry => ({
  id: uuidv7(),
  type: of === null ? 'key.created' : `${of.procedure}.STEP`,
  case_id: of?.id ?? null,
  seq: of?.version ?? null,
  at_version: null,
  actor: 'a-1',
  procedure: of?.procedure ?? null,
  outcome: 'accepted',
  occurred_at: NOON,
  recorded_at: NOON,
  leaf: Buffer.from('{}').toString('hex'),
  leaf_hash: of?.head_hash ?? hexHash(),
  ...fields,
});

/** A group of one step, with whatever else it writes. */
export const stepOn = (of: Move, rest: Partial<StepGroup> = {}): StepGroup => ({
  moves: [of],
  entries: [entryOf(of)],
  sealed: [],
  ...(of.expected === 0 && { keys: [{ id: of.seal_key_id, purpose: 'family' as const, wrapped: 'aa' }] }),
  ...rest,
});

/** A clock that waits for its due instant, or for nothing once that is recorded. */
export const clockOf = (of: Move, fields: Partial<CaseClock> = {}): CaseClock => {
  const { dueAt = NOON, firedAt = null } = fields;
  return {
    id: uuidv7(),
    case_id: of.id,
    key: 'report.handle',
    instance: '',
    ledger: { key: 'report.handle' } as unknown as ClockRow['ledger'],
    isActive: true,
    alarm: firedAt === null ? 0 : 1,
    nextAlarmAt: firedAt === null ? dueAt : null,
    ...fields,
    dueAt,
    firedAt,
  };
};

/** Opens cases in one write and answers them as they stand. */
export async function openCases(db: Knex, ...cases: readonly Move[]): Promise<readonly Move[]> {
  await writeSteps(
    db,
    TENANT,
    cases.map((each) => stepOn(each)),
  );
  return cases;
}

export async function openCase(db: Knex, fields: Fields = {}): Promise<Move> {
  const opened = someCase(fields);
  await openCases(db, opened);
  return opened;
}

/** How many rows a table holds. */
export async function countOf(db: Knex, table: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { n: number }[] }>(`select count(*) as n from ??`, [table]);
  return rows[0]!.n;
}
