/**
 * The audit query: pages of the numbered log, pinned to its size, by filter and keyset. An auditor reads what
 * happened, not the texts of cases and not the facts the engine judged by, which name persons: those are named as withheld.
 */
import {
  findLogSize,
  listLog,
  type JournalFilter,
  type NumberedEntry,
} from '../../db/queries/journal-log.ts';
import { Problem } from '../contract/problems.ts';
import type { JournalItem } from '../contract/journal.ts';
import type { Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { disclosedValue } from './journal-entry.ts';
import { askingOf } from './read-case.ts';
import type { Runtime } from './runtime.ts';

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
  const reader = { ...askingOf(asker), isAuditor: asker.roles.includes('auditor') };
  const entries = await listLog(runtime.replica, runtime.tenant, reader, filter, {
    size: pinned,
    after: place ? Number(place.after) : null,
    isDescending,
    limit: limit + 1,
  });
  const shown = entries.slice(0, limit);
  return {
    asOf: { size: pinned },
    items: shown.map(toItem),
    nextCursor:
      entries.length > limit ? toCursor(runtime, list, { size: pinned, after: shown.at(-1)?.idx }) : null,
  };
}

function toItem(entry: NumberedEntry): JournalItem {
  const clear = entry.disclosures.filter(
    ({ name, disclosure }) => disclosure !== null && SHOWN.includes(name),
  );
  return {
    index: entry.idx,
    id: entry.id,
    type: entry.type,
    time: entry.occurred_at,
    recorded: entry.recorded_at,
    case: entry.case_id,
    seq: entry.seq,
    at: entry.at_version,
    outcome: entry.outcome,
    actor: { id: entry.actor },
    ...Object.fromEntries(clear.map(({ name, disclosure }) => [name, disclosedValue(disclosure ?? '')])),
    leafHash: Buffer.from(entry.leaf_hash, 'hex').toString('base64'),
    withheld: entry.disclosures
      .filter(({ name, disclosure }) => disclosure === null || !SHOWN.includes(name))
      .map(({ name }) => name),
    erased: [],
  };
}
