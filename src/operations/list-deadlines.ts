/** What is due, by whom and why: in one family, or over every case the asker may know of. */
import {
  listDeadlines as readDeadlines,
  listFamilyDeadlines as readFamilyDeadlines,
  type DeadlineRow,
  type Duty,
} from '../../db/queries/deadlines.ts';
import type { DeadlineView } from '../contract/deadlines.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { deriveDue, isPaused, workingDaysLeft } from '../domain/clock.ts';
import { dayOf, instantAt, type Day, type LocalDate } from '../domain/local-day.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import { lightOf } from '../engine/alarms.ts';
import { askedBy, type Asked } from './who-is-asked.ts';
import type { Procedure } from '../machines/procedure.ts';
import { everyProcedure, procedureOf } from '../machines/registry.ts';
import { askingOf, isStaff, type Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { visibleCase } from './read-case.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import { usualProfile } from './usual-profile.ts';

/** Every running clock of the family of a case. Throws `not-found` for a case the asker may not know of. */
export async function listFamilyDeadlines(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<DeadlineView[]> {
  const { family_id } = await visibleCase(runtime, asker, caseId);
  const rows = await seenBy(runtime, asker, (db) =>
    readFamilyDeadlines(db, runtime.tenant, family_id, askingOf(asker)),
  );
  return viewsOf(runtime, asker, rows);
}

const MINUTES_A_DAY = 1_440;

export interface DeadlineQuery {
  /** Those of cases assigned to the asker or to whom they stand in for, and those that a role of theirs can meet. */
  readonly mine: boolean;
  readonly before?: Instant;
  /** Whose last day is this day, in the body's time zone. */
  readonly on?: LocalDate;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of deadlines, what is due first. Throws `bad-parameter` for a cursor of another list. */
export async function listDeadlines(
  runtime: Runtime,
  asker: Asker,
  query: DeadlineQuery,
): Promise<{ items: DeadlineView[]; nextCursor: string | null }> {
  const list = `deadlines ${query.mine ? 'mine' : 'all'} ${query.on ?? ''}`;
  const after =
    query.cursor === undefined
      ? null
      : (fromCursor(runtime, list, query.cursor) as { dueAt: Instant; id: string });
  const rows = await deadlineRows(runtime, asker, { ...query, after, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: await viewsOf(runtime, asker, shown),
    nextCursor:
      rows.length > query.limit && last ? toCursor(runtime, list, { dueAt: last.dueAt, id: last.id }) : null,
  };
}

/** Rows of running clocks with their cases, for lists and calendars. */
export const deadlineRows = async (
  runtime: Runtime,
  asker: Asker,
  {
    mine,
    before,
    on,
    after,
    limit,
  }: Omit<DeadlineQuery, 'cursor'> & { after: { dueAt: Instant; id: string } | null },
): Promise<DeadlineRow[]> => {
  const duties = mine ? await dutiesOf(runtime, asker) : null;
  const day = on === undefined ? null : boundsOf(dayOf(on), dayOf(on), usual(runtime).rules.timeZone);
  const page = { mine: duties, before: before ?? null, day, after, limit };
  return seenBy(runtime, asker, (db) => readDeadlines(db, runtime.tenant, askingOf(asker), page));
};

/** What is due on these days: after the first began, and not after the last ended. */
export const boundsOf = (
  first: Day,
  last: Day,
  timeZone: string,
): { readonly dayBegins: Instant; readonly dayEnds: Instant } => ({
  dayBegins: instantAt(first, 0, timeZone),
  dayEnds: instantAt(last, MINUTES_A_DAY, timeZone),
});

/** Where the asker's roles are asked to act, over every version of every procedure. */
export async function dutiesOf(runtime: Runtime, { roles }: Asker): Promise<Duty[]> {
  const profile = usual(runtime);
  const duties: Duty[] = [];
  for (const procedure of everyProcedure()) {
    const { name, version } = procedure;
    const { where } = await askedBy(procedure, profile);
    duties.push(...where(roles).map((place) => ({ procedure: name, version, ...place })));
  }
  return duties;
}

/** Which rows can stop a clock does not hang on a body's numbers: the usual profile serves for all. */
const usual = (runtime: Runtime) => usualProfile(runtime).profile;

/** The profile of each row, every one fetched once. */
export async function pinnedFor(
  runtime: Runtime,
  rows: readonly DeadlineRow[],
): Promise<ReadonlyMap<string, PinnedProfile>> {
  const hashes = [...new Set(rows.map(({ profile_hash }) => profile_hash))];
  const pinned = await Promise.all(hashes.map((hash) => runtime.pinned(hash)));
  return new Map(pinned.map((each) => [each.hash, each]));
}

async function viewsOf(
  runtime: Runtime,
  asker: Asker,
  rows: readonly DeadlineRow[],
): Promise<DeadlineView[]> {
  const profiles = await pinnedFor(runtime, rows);
  const views: DeadlineView[] = [];
  for (const row of rows) {
    const pinned = profiles.get(row.profile_hash);
    const procedure = procedureOf(row.procedure, row.procedure_version);
    if (!pinned || !procedure) continue; // a newer program knows it
    const asked = await askedBy(procedure, usual(runtime));
    views.push(viewOf(row, { pinned, procedure, asker, asked }));
  }
  return views;
}

interface Beside {
  readonly pinned: PinnedProfile;
  readonly procedure: Procedure;
  readonly asker: Asker;
  readonly asked: Asked;
}

function viewOf(row: DeadlineRow, { pinned, procedure, asker, asked }: Beside): DeadlineView {
  const { profile, calendar } = pinned;
  const { ledger, at } = row;
  const { dueAt, dueOn } = deriveDue(ledger, calendar, profile.rules);
  const { escalate } = profile.rules;
  const event = Object.hasOwn(procedure.events, ledger.startEvent) ? ledger.startEvent : null;
  return {
    id: row.id,
    case: row.case_id,
    procedure: row.procedure,
    procedureLabel: procedure.label,
    state: row.state,
    stateLabel: procedure.states[row.state]?.label ?? { zh: row.state, en: row.state },
    clock: row.key,
    instance: row.instance,
    label: CLOCK_WORDS[ledger.key],
    dueAt,
    dueOn,
    isPaused: isPaused(ledger),
    isOverdue: row.firedAt !== null,
    light: lightOf({ ledger, dueAt }, at, pinned),
    daysLeft: dueAt === null ? null : workingDaysLeft(dueAt, at, calendar, profile.rules),
    who: asked.whom(row.state, row.key),
    assignee: isStaff(asker) && row.subject !== asker.personId ? row.assignee : null,
    why: {
      startedAt: ledger.startedAt,
      event,
      eventLabel: procedure.rows.find((each) => each.event === event)?.label ?? null,
      limit: { amount: ledger.limit.amount, unit: ledger.limit.unit },
      extensions: ledger.extensions.length,
      basis: [...(profile.limits[ledger.key]?.basis ?? [])],
      tells: [...(escalate.clocks[row.key] ?? escalate.default)],
    },
  };
}
