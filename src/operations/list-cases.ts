/** Pages of cases and what is counted of them, each with its light, as far as the asker may know of them. */
import {
  countCases,
  findProfilesNow,
  listCases,
  type CaseFilter,
  type CaseListRow,
  type CasePlace,
  type CaseSort,
} from '../../db/queries/cases.ts';
import type { Lights } from '../../db/queries/case-filter.ts';
import type { CaseCounts, CaseListItem } from '../contract/cases.ts';
import { dayOf, instantAt, isLocalDate } from '../domain/local-day.ts';
import { leftOf, QUEUE_LIGHTS, queueLight, soonUntil } from '../domain/queue-light.ts';
import { askingOf, worksOn, type Asker } from './acting.ts';
import { bodyTimeZone } from './body-time-zone.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** Past it nobody counts: a figure that large says "many" (1001 is shown as more than 1000). */
const MOST_COUNTED = 1_001;

export interface CasePage {
  /** Days of opening may be days as well as instants: all of the day, in the body's own time zone. */
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of cases. Throws `bad-parameter` for a cursor of another order. */
export async function readCases(
  runtime: Runtime,
  asker: Asker,
  { filter, sort, limit, cursor }: CasePage,
): Promise<{ items: CaseListItem[]; nextCursor: string | null }> {
  const after =
    cursor === undefined ? null : (fromCursor(runtime, listIn(sort), cursor) as unknown as CasePlace);
  const lights = filter.light === undefined ? undefined : await lightsNow(runtime, asker);
  const rows = await seenBy(runtime, asker, (db) =>
    listCases(db, runtime.tenant, askingOf(asker), inInstants(runtime, filter), {
      sort,
      after,
      limit: limit + 1,
      roles: asker.roles,
      ...(lights && { lights }),
    }),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await itemsOf(runtime, asker, shown),
    nextCursor: rows.length > limit && last ? toCursor(runtime, listIn(sort), placeOf(last, sort)) : null,
  };
}

/** How many cases a filter finds, by light, procedure and state. */
export async function readCaseCounts(
  runtime: Runtime,
  asker: Asker,
  filter: CaseFilter,
): Promise<CaseCounts> {
  const lights = await lightsNow(runtime, asker);
  const counted = await seenBy(runtime, asker, (db) =>
    countCases(db, runtime.tenant, askingOf(asker), inInstants(runtime, filter), {
      cap: MOST_COUNTED,
      roles: asker.roles,
      lights,
    }),
  );
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return {
    total,
    isCapped: total === MOST_COUNTED,
    lights: { ...Object.fromEntries(QUEUE_LIGHTS.map((light) => [light, 0])), ...summed(counted, 'light') },
    procedures: summed(counted, 'procedure'),
    states: summed(counted, 'state'),
  } as CaseCounts;
}

/** From the beginning of a day, and to the end of one. */
function inInstants(runtime: Runtime, filter: CaseFilter): CaseFilter {
  const { openedFrom, openedTo } = filter;
  const at = (given: string, minutes: number) =>
    isLocalDate(given) ? instantAt(dayOf(given), minutes, bodyTimeZone(runtime)) : given;
  return {
    ...filter,
    ...(openedFrom !== undefined && { openedFrom: at(openedFrom, 0) }),
    ...(openedTo !== undefined && { openedTo: at(openedTo, 1440) }),
  };
}

const listIn = (sort: CaseSort) => `cases ${sort}`;

function placeOf(row: CaseListRow, sort: CaseSort): CasePlace {
  if (sort.endsWith('updated')) return { key: row.updated_at, id: row.id };
  return { key: sort.endsWith('opened') ? null : row.next_due_at, id: row.id };
}

/** The instant that is now, and up to when a case of each profile is due soon. */
async function lightsNow(runtime: Runtime, asker: Asker): Promise<Lights> {
  const { at, hashes } = await seenBy(runtime, asker, (db) => findProfilesNow(db, runtime.tenant));
  const profiles = await pinnedBy(runtime, hashes);
  return {
    at,
    soon: Object.fromEntries([...profiles].map(([hash, pinned]) => [hash, soonUntil(at, pinned)])),
  };
}

/** Profiles by hash, each fetched once in the life of the program. */
async function pinnedBy(
  runtime: Runtime,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, PinnedProfile>> {
  const pinned = await Promise.all([...new Set(hashes)].map((hash) => runtime.pinned(hash)));
  return new Map(pinned.map((each) => [each.hash, each]));
}

async function itemsOf(
  runtime: Runtime,
  asker: Asker,
  rows: readonly CaseListRow[],
): Promise<CaseListItem[]> {
  const profiles = await pinnedBy(
    runtime,
    rows.map(({ profile_hash }) => profile_hash),
  );
  const soon = new Map<string, string>();
  return rows.map((row) => {
    const pinned = profiles.get(row.profile_hash);
    if (!pinned) throw new Error(`profile ${row.profile_hash} was not fetched`);
    const until = soon.get(row.profile_hash) ?? soonUntil(row.at, pinned);
    soon.set(row.profile_hash, until);
    return itemOf(row, asker, pinned, until);
  });
}

/** One row for one reader. A party sees when something is due, and neither who is in charge nor what staff noted. */
function itemOf(row: CaseListRow, reader: Asker, pinned: PinnedProfile, soon: string): CaseListItem {
  const { next_due_at: dueAt, clock_ledger: ledger, is_open: isOpen } = row;
  const isForStaff = worksOn(reader, row);
  const left = dueAt !== null && ledger !== null ? leftOf(ledger, dueAt, row.at, pinned) : null;
  return {
    id: row.id,
    number: row.number ?? null,
    procedure: row.procedure,
    version: row.version,
    state: row.state,
    isOpen,
    family: row.family_id,
    subject: row.subject,
    assignee: isForStaff ? row.assignee : null,
    summary: isForStaff ? row.summary : {},
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    nextDueAt: dueAt,
    nextDueOn: left?.dueOn ?? null,
    nextClock: isForStaff ? row.clock_key : null,
    isOverdue: row.is_overdue,
    light: queueLight({ isOpen, dueAt, hasClock: ledger !== null }, row.at, soon),
    left: left?.left ?? null,
    leftUnit: left?.leftUnit ?? null,
    assigneeName: isForStaff ? row.assignee_name : null,
    subjectName: isForStaff ? row.subject_name : null,
  };
}

function summed<Key extends 'light' | 'procedure' | 'state'>(
  counted: readonly (Readonly<Record<Key, string>> & { readonly count: number })[],
  key: Key,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of counted) sums[each[key]] = (sums[each[key]] ?? 0) + each.count;
  return sums;
}
