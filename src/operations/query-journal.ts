/**
 * The audit query: pages of the numbered log, pinned to its size, by filter and keyset. An auditor reads what
 * happened and who saw what, not the texts of cases and not the facts the engine judged by: those are named as withheld.
 * Persons are told to an auditor by pseudonym alone, and nothing that is about the auditor.
 */
import {
  findLogSize,
  listLog,
  type JournalFilter,
  type NumberedEntry,
} from '../../db/queries/journal-log.ts';
import { listPseudonyms } from '../../db/queries/people.ts';
import { Problem } from '../contract/problems.ts';
import type { JournalItem } from '../contract/journal.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { disclosedValue } from './journal-entry.ts';
import { periodOf } from './period.ts';
import { isCaseEvent, personsNamedIn, withPseudonyms } from './persons-in-entries.ts';
import type { Runtime } from './runtime.ts';
import { readerOf, seenBy } from './seen-by.ts';

/** Disclosures an audit query shows; everything else is named as withheld. */
const SHOWN = ['data', 'effects'];

export interface JournalPage {
  readonly filter: JournalFilter;
  readonly size?: number;
  readonly isDescending: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** Throws `bad-parameter` for a size beyond the log or a foreign cursor. */
export async function queryJournal(
  runtime: Runtime,
  asker: Asker,
  { filter, size, isDescending, limit, cursor }: JournalPage,
): Promise<{ asOf: { size: number }; items: JournalItem[]; nextCursor: string | null }> {
  const list = `journal ${isDescending ? 'desc' : 'asc'}`;
  const place = cursor === undefined ? null : fromCursor(runtime, list, cursor);
  const present = await findLogSize(runtime.replica, runtime.tenant);
  const pinned = place ? Number(place.size) : (size ?? present);
  if (pinned > present)
    throw new Problem('bad-parameter', undefined, {
      errors: [
        {
          pointer: '/query/size',
          message: { zh: `日志目前只有 ${present} 条`, en: `is beyond the log, which holds ${present}` },
        },
      ],
    });
  const page = { size: pinned, after: place ? Number(place.after) : null, isDescending, limit: limit + 1 };
  const reader = readerOf(asker);
  const { from, to } = periodOf(runtime, filter);
  const period = { ...(from !== null && { from }), ...(to !== null && { to }) };
  const { entries, pseudonyms } = await seenBy(
    runtime,
    asker,
    async (db) => {
      const found = await listLog(db, runtime.tenant, reader, { ...filter, ...period }, page);
      const named = reader.isAuditor ? [asker.personId, ...found.filter(isOfCase).flatMap(namedIn)] : [];
      return {
        entries: found,
        pseudonyms: named.length === 0 ? NOBODY : await listPseudonyms(db, runtime.tenant, named),
      };
    },
    'replica',
  );
  const shown = entries.slice(0, limit);
  return {
    asOf: { size: pinned },
    items: shown
      .filter((entry) => !isSearchFor(entry, pseudonyms.get(asker.personId)))
      .map((entry) => toItem(entry, reader.isAuditor && isOfCase(entry) ? pseudonyms : null)),
    nextCursor:
      entries.length > limit ? toCursor(runtime, list, { size: pinned, after: shown.at(-1)?.idx }) : null,
  };
}

const NOBODY: ReadonlyMap<PersonId, string> = new Map();

const isOfCase = ({ type }: NumberedEntry): boolean => isCaseEvent(type);

/** What an entry tells in clear, by name. */
const clearIn = ({ disclosures }: NumberedEntry): [name: string, value: unknown][] =>
  disclosures.flatMap(({ name, disclosure }) =>
    disclosure !== null && SHOWN.includes(name) ? [[name, disclosedValue(disclosure)]] : [],
  );

/**
 * Whether somebody else looked for this person: an auditor whom a matter is about does not learn it here. The entry is left
 * out whole: one with its data withheld would tell them as much.
 */
const isSearchFor = (entry: NumberedEntry, own: string | undefined): boolean =>
  own !== undefined &&
  entry.type === 'person.searched' &&
  entry.actor !== own &&
  clearIn(entry).some(([, value]) => (value as { person?: unknown }).person === own);

const namedIn = (entry: NumberedEntry): PersonId[] =>
  clearIn(entry).flatMap(([, value]) => personsNamedIn(value));

/** `pseudonyms` null: persons are told as they stand. */
function toItem(entry: NumberedEntry, pseudonyms: ReadonlyMap<PersonId, string> | null): JournalItem {
  const { prev = null, procedure = null } = JSON.parse(entry.leaf) as { prev?: string; procedure?: string };
  return {
    index: entry.idx,
    id: entry.id,
    type: entry.type,
    time: entry.occurred_at,
    recorded: entry.recorded_at,
    case: entry.case_id,
    seq: entry.seq,
    procedure,
    at: entry.at_version,
    outcome: entry.outcome,
    actor: { id: entry.actor },
    ...Object.fromEntries(
      clearIn(entry).map(([name, value]) => [name, pseudonyms ? withPseudonyms(value, pseudonyms) : value]),
    ),
    leafHash: Buffer.from(entry.leaf_hash, 'hex').toString('base64'),
    prev,
    withheld: entry.disclosures
      .filter(({ name, disclosure }) => disclosure === null || !SHOWN.includes(name))
      .map(({ name }) => name),
    erased: [],
  };
}
