/**
 * The asker's own deadlines as entries of a calendar, and the secrets by which calendar programs read them. A secret opens
 * one calendar and nothing else; the journal keeps that one was made or revoked, never the secret.
 */
import { randomBytes } from 'node:crypto';
import {
  deleteFeeds,
  findFeedHolder,
  findPseudonym,
  saveAccountFeed,
  saveFeed,
} from '../../db/queries/calendar-feeds.ts';
import type { DeadlineRow } from '../../db/queries/deadlines.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { Problem } from '../contract/problems.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { awayFrom, deriveDue, lastDayBefore, type Clock } from '../domain/clock.ts';
import { instantAt, type LocalDate } from '../domain/local-day.ts';
import type { CaseId, Instant, Words } from '../domain/vocabulary.ts';
import { procedureOf } from '../machines/registry.ts';
import type { Asker } from './acting.ts';
import { authenticatedBy, type Authenticated } from './authenticate.ts';
import { hashSecret } from './create-key.ts';
import { makeEntry } from './journal-entry.ts';
import { deadlineRows, pinnedFor } from './list-deadlines.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';

/** More than anybody has to do; calendar programs choke on more. */
const MOST_ENTRIES = 500;

/** Minutes after midnight at which a reminder comes. */
const MORNING = 540;

export interface CalendarEntry {
  /** Of the clock: the same for as long as it runs. */
  readonly id: string;
  readonly case: CaseId;
  readonly label: Words;
  readonly procedure: Words;
  readonly dueOn: LocalDate;
  /** In the morning, one working day before the last day. */
  readonly remindAt: Instant;
  /** How often it was moved. */
  readonly sequence: number;
  /** When it was moved last. */
  readonly changedAt: Instant;
}

/** What is due of the asker's own, the earliest first. */
export async function readCalendar(runtime: Runtime, asker: Asker): Promise<CalendarEntry[]> {
  const rows = await deadlineRows(runtime, asker, { mine: true, after: null, limit: MOST_ENTRIES });
  const profiles = await pinnedFor(runtime, rows);
  return rows.flatMap((row) => {
    const pinned = profiles.get(row.profile_hash);
    return pinned ? entryOf(row, pinned) : [];
  });
}

function entryOf(row: DeadlineRow, { profile, calendar }: PinnedProfile): CalendarEntry[] {
  const { ledger } = row;
  const { dueAt, dueOn } = deriveDue(ledger, calendar, profile.rules);
  if (dueAt === null || dueOn === null) return [];
  const dayBefore = awayFrom(dueAt, { amount: -1, unit: 'working_day' }, calendar, profile.rules);
  return [
    {
      id: row.id,
      case: row.case_id,
      label: CLOCK_WORDS[ledger.key],
      procedure: procedureOf(row.procedure, row.procedure_version)?.label ?? {
        zh: row.procedure,
        en: row.procedure,
      },
      dueOn,
      remindAt: instantAt(lastDayBefore(dayBefore, profile.rules), MORNING, profile.rules.timeZone),
      sequence: ledger.extensions.length + ledger.pauses.length,
      changedAt: lastChangeOf(ledger),
    },
  ];
}

const lastChangeOf = ({ startedAt, extensions, pauses }: Clock): Instant =>
  [startedAt, ...extensions.map(({ at }) => at), ...pauses.map(({ from, to }) => to ?? from)].sort().at(-1) ??
  startedAt;

/**
 * Makes the secret of the calendar of the asker's key, or of their account in the unit they act for, in place of any before
 * it. Answered once. A connected system has no calendar of its own: `not-permitted`.
 */
export async function createFeed(runtime: Runtime, asker: Asker): Promise<{ readonly secret: string }> {
  const { via = 'key', keyId, personId, unit } = asker;
  if (via !== 'key' && via !== 'session')
    throw new Problem('not-permitted', {
      zh: '日历订阅密码属于个人：请登录后申请，或以密钥申请',
      en: 'The secret of a feed belongs to a person: ask for it signed in, or with a key',
    });
  const secret = `lc_${randomBytes(32).toString('base64url')}`;
  const secretHash = hashSecret(secret);
  await runtime.knex.transaction(async (trx) => {
    if (via === 'key') await saveFeed(trx, runtime.tenant, { keyId, secretHash });
    else await saveAccountFeed(trx, runtime.tenant, { person: personId, unit, secretHash });
    await journal(runtime, trx, asker, 'calendar_feed.created');
  });
  return { secret };
}

/** Revokes every calendar secret of the asker; where there is none, nothing happens. */
export async function revokeFeeds(runtime: Runtime, asker: Asker): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    const revoked = await deleteFeeds(trx, runtime.tenant, asker.personId);
    if (revoked > 0) await journal(runtime, trx, asker, 'calendar_feed.revoked');
  });
}

async function journal(runtime: Runtime, trx: Runtime['knex'], asker: Asker, type: string): Promise<void> {
  const actor = await findPseudonym(trx, runtime.tenant, asker.personId);
  if (actor === undefined) throw new Error('whoever asks is not among the people');
  const now = new Date().toISOString();
  const { entry, sealed } = makeEntry({
    type,
    time: now,
    recorded: now,
    actor,
    outcome: 'done',
    disclosed: [{ name: 'data', value: { key: asker.keyId } }],
  });
  await writeSteps(trx, runtime.tenant, [{ moves: [], entries: [entry], sealed }]);
}

/** Whose calendar a secret opens. Asked for seldom, so every time in the database: a revoked one stops at once. */
export async function authenticateFeed(runtime: Runtime, secret: string): Promise<Authenticated | null> {
  const found = await findFeedHolder(runtime.knex, runtime.tenant, hashSecret(secret));
  return authenticatedBy(found, 'key');
}
