/**
 * Rebuilds a case from its journal, by the same step that wrote it: at a version, at an instant, or whole to be
 * compared with what is stored. Texts are not needed, so a case replays after they are erased.
 */
import { isDeepStrictEqual } from 'node:util';
import { listCaseEntries, type StoredEntry } from '../../db/queries/case-journal.ts';
import { findCase } from '../../db/queries/cases.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import { carry, isCarried, MIGRATED } from '../engine/carry.ts';
import {
  blankSnapshot,
  completed,
  isRefusal,
  step,
  type Accepted,
  type StoredSnapshot,
} from '../engine/step.ts';
import type { Facts, Procedure } from '../machines/procedure.ts';
import { procedureOf } from '../machines/registry.ts';
import { disclosedValue } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';

/** Entries fetched at a time: a case's journal is read in pages, never whole. */
const PAGE = 500;

export interface Replayed {
  readonly version: number;
  readonly snapshot: StoredSnapshot;
  readonly last: Accepted;
  readonly entry: StoredEntry;
  /** The version of the machine that the case ran on from this entry on. */
  readonly procedure: Procedure;
}

/** The machine a case runs on. Throws for a version that this program does not know. */
function procedureFor(row: Pick<CaseRow, 'id' | 'procedure' | 'procedure_version'>): Procedure {
  const procedure = procedureOf(row.procedure, row.procedure_version);
  if (procedure) return procedure;
  throw new Error(`case ${row.id} runs on an unknown version: ${row.procedure}@${row.procedure_version}`);
}

/** Which version of the machine an entry was taken by, and the hash of what that declared then, as its leaf says. */
function versionOf({ id, leaf }: StoredEntry): {
  readonly procedure: Procedure;
  readonly definition: string;
} {
  const { procedure: called = '', def = '' } = JSON.parse(leaf) as { procedure?: string; def?: string };
  const [name = '', version] = called.split('@');
  const procedure = procedureOf(name, Number(version));
  if (procedure) return { procedure, definition: def };
  throw new Error(`entry ${id} was taken by an unknown version: ${called}`);
}

/** What a migration left: nothing was fired, the case stands where the newer version put it. */
function migrated(from: Procedure, to: Procedure, stored: StoredSnapshot): Accepted {
  const carried = carry(from, to, stored);
  if (!isCarried(carried))
    throw new Error(`${from.name}@${from.version} cannot be carried to version ${to.version}`);
  const { snapshot, state, isOpen, summary } = carried;
  return { snapshot, row: MIGRATED, state, isOpen, summary, effects: [], duties: [] };
}

/** Replays a case up to a version or an instant; undefined when it did not exist yet. `each` is told of every version. */
export async function replay(
  runtime: Runtime,
  row: Pick<CaseRow, 'id' | 'procedure' | 'procedure_version' | 'profile_hash'>,
  until: { readonly version?: number; readonly at?: Instant } = {},
  each?: (replayed: Replayed) => void,
): Promise<Replayed | undefined> {
  const { profile } = await runtime.pinned(row.profile_hash);
  let snapshot: StoredSnapshot | undefined;
  let replayed: Replayed | undefined;
  for (;;) {
    const page = await listCaseEntries(runtime.knex, runtime.tenant, row.id, {
      afterVersion: replayed?.version ?? 0,
      limit: PAGE,
    });
    for (const entry of page) {
      const version = entry.seq ?? 0;
      if (until.version !== undefined && version > until.version) return replayed;
      if (until.at !== undefined && entry.occurred_at > until.at) return replayed;
      const facts = valueOf<Facts>(entry, 'facts');
      if (!facts) throw new Error(`entry ${entry.id} has lost its facts`);
      const type = eventOf(entry);
      const { procedure } = versionOf(entry);
      if (type === MIGRATED && snapshot && replayed) {
        const last = migrated(replayed.procedure, procedure, snapshot);
        snapshot = last.snapshot;
        replayed = { version, snapshot, last, entry, procedure };
        each?.(replayed);
        continue;
      }
      const result = step(procedure, snapshot ?? blankSnapshot(procedure), {
        type,
        data: valueOf<EventData>(entry, 'data') ?? {},
        facts,
        profile,
      });
      if (isRefusal(result))
        throw new Error(
          `version ${version} of case ${row.id} does not replay: ${result.guard ?? result.refused}`,
        );
      snapshot = result.snapshot;
      replayed = { version, snapshot, last: result, entry, procedure };
      each?.(replayed);
    }
    if (page.length < PAGE) return replayed;
  }
}

/** The case row as it stood after a version. */
export async function caseAtVersion(
  runtime: Runtime,
  caseId: CaseId,
  version: number,
): Promise<CaseRow | undefined> {
  const row = await findCase(runtime.knex, runtime.tenant, caseId);
  if (!row || row.version === version) return row;
  const replayed = await replay(runtime, row, { version });
  return replayed && rowAt(row, replayed);
}

/** The row as the replayed version left it. Clocks are not part of it. */
export function rowAt(row: CaseRow, { version, snapshot, last, entry }: Replayed): CaseRow {
  const { procedure, definition } = versionOf(entry);
  return {
    ...row,
    procedure_version: procedure.version,
    definition_hash: definition,
    version,
    state: last.state,
    value: snapshot.value,
    context: snapshot.context,
    summary: last.summary,
    is_open: last.isOpen,
    subject: snapshot.context.subject,
    assignee: snapshot.context.assignee,
    head_hash: entry.leaf_hash,
    next_due_at: null,
    is_overdue: false,
    updated_at: entry.occurred_at,
  };
}

/** Whether the stored snapshot is exactly what the journal gives; the reason when it is not. */
export async function replayDiffers(runtime: Runtime, row: CaseRow): Promise<string | null> {
  try {
    const replayed = await replay(runtime, row);
    if (!replayed) return 'the journal holds nothing about it';
    if (replayed.procedure.version !== row.procedure_version)
      return `the journal ends under version ${replayed.procedure.version} of ${row.procedure}`;
    if (replayed.version !== row.version)
      return `the journal ends at version ${replayed.version}, not ${row.version}`;
    if (!isDeepStrictEqual(throughJson(replayed.snapshot.value), row.value)) return 'the state differs';
    const stored = completed(procedureFor(row), row).context;
    if (!isDeepStrictEqual(throughJson(replayed.snapshot.context), throughJson(stored)))
      return 'the context differs';
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'it does not replay';
  }
}

/** The event that an entry records, without the name of its procedure. */
export const eventOf = ({ type }: Pick<StoredEntry, 'type'>): string => type.slice(type.indexOf('.') + 1);

/** The value of a disclosure in clear, or undefined when the entry has none of that name. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it wrote there
export function valueOf<T>(entry: StoredEntry, name: string): T | undefined {
  const text = entry.disclosures.find((disclosure) => disclosure.name === name)?.disclosure;
  return text ? (disclosedValue(text) as T) : undefined;
}

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
