/**
 * Tells those who look on what happens in the cases they may know of. One look at the journal a second serves all of them;
 * who may hear of what is asked anew at each look, so that a recusal, a lost post or a sign-out counts at once. Nothing is
 * kept that another process would need: a stream goes on at a place in the journal, anywhere.
 */
import {
  listHolders,
  listLogAfter,
  listStanding,
  type CameBy,
  type LogRow,
  type StandingHolder,
  type StandingRow,
} from '../../db/queries/live.ts';
import { findLogSize } from '../../db/queries/journal-log.ts';
import { listPresenceChanges, type PresenceChange } from '../../db/queries/presence.ts';
import { LIVE_LIMITS, type LiveLimits } from '../contract/limits.ts';
import type { LiveMessage, StreamEnd } from '../contract/live.ts';
import { Problem } from '../contract/problems.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** Who hears what a stream tells. */
export interface Listener {
  /** Answers false when they are too slow: then they hear nothing more. */
  readonly hear: (message: LiveMessage) => boolean;
  /** Nothing more comes. */
  readonly ended: () => void;
}

export interface LiveUpdates {
  /** Tells a listener everything after a place, or from now on; answers how to leave. Throws `Problem`: too-many-requests, overloaded. */
  readonly listen: (asker: Asker, after: number | null, listener: Listener) => Promise<() => void>;
  /** What there is to tell after a place, once. */
  readonly tellOnce: (asker: Asker, after: number | null) => Promise<LiveMessage[]>;
  /** Ends every stream, and takes no more. */
  readonly stop: () => void;
}

interface Stream {
  asker: Asker;
  readonly came: CameBy;
  /** The last place they were told of. */
  place: number;
  readonly listener: Listener;
}

/** Entries read at one look. */
const PAGE = 1_000;

/** What one look found. */
interface Look {
  readonly rows: readonly LogRow[];
  readonly changes: readonly PresenceChange[];
}

export function createLiveUpdates(runtime: Runtime, limits: LiveLimits = LIVE_LIMITS): LiveUpdates {
  const { knex, tenant } = runtime;
  const streams = new Set<Stream>();
  let timer: NodeJS.Timeout | null = null;
  let isLooking = false;
  let isStopped = false;
  let failures = 0;
  let lookedAt = 0;
  /** Changes of presence that were told, so that looks that overlap tell none twice. */
  let told = new Set<string>();

  const end = (stream: Stream, reason: StreamEnd): void => {
    if (!streams.delete(stream)) return;
    stream.listener.hear({ kind: 'end', reason });
    stream.listener.ended();
  };
  const tell = (stream: Stream, message: LiveMessage): void => {
    if (!streams.has(stream) || stream.listener.hear(message)) return;
    streams.delete(stream);
    stream.listener.ended();
  };

  function schedule(ms: number = limits.tickMs): void {
    if (timer !== null || isLooking || streams.size === 0) return;
    timer = setTimeout(() => {
      timer = null;
      void look();
    }, ms).unref();
  }

  async function look(): Promise<void> {
    isLooking = true;
    let hasMore = false;
    try {
      hasMore = await tellAll([...streams]);
      failures = 0;
    } catch {
      // Whoever asks anything else is told that the database is away. Who only listens is, when it lasts.
      failures += 1;
      if (failures >= limits.mostFailures) for (const stream of [...streams]) end(stream, 'unavailable');
    }
    isLooking = false;
    schedule(hasMore ? 0 : limits.tickMs);
  }

  /** Tells the streams what is new for each; answers whether there is more to tell at once. */
  async function tellAll(all: readonly Stream[]): Promise<boolean> {
    const from = Math.min(...all.map(({ place }) => place));
    const rows = await listLogAfter(knex, tenant, from, PAGE);
    const changes = await newChanges();
    const still = new Map(
      (
        await listHolders(
          knex,
          tenant,
          all.map(({ came }) => came),
        )
      ).map((holder) => [`${holder.via} ${holder.keyId}`, holder]),
    );
    for (const stream of all) {
      const holder = still.get(`${stream.came.via} ${stream.came.keyId}`);
      if (holder) stream.asker = askerNow(stream.asker, holder);
      else end(stream, 'signed_out');
    }
    for (const alike of groupedByAsker(all.filter((stream) => streams.has(stream))))
      await tellAlike(alike, { rows, changes });
    return rows.length === PAGE;
  }

  /** Tells streams of one asker: one question about all the cases of this look. */
  async function tellAlike(alike: readonly Stream[], { rows, changes }: Look): Promise<void> {
    const [first] = alike;
    if (!first) return;
    const from = Math.min(...alike.map(({ place }) => place));
    const news = rows.filter(({ idx, case_id }) => idx > from && case_id !== null);
    const others = changes.filter(({ person }) => person !== first.asker.personId);
    const standing = await standingFor(first.asker, [
      ...news.flatMap(({ case_id }) => case_id ?? []),
      ...others.map((change) => change.case),
    ]);
    const last = rows.at(-1)?.idx;
    const present = new Set(others.map((change) => change.case));
    for (const stream of alike) {
      for (const row of news) {
        const message = row.idx > stream.place ? messageOf(row, standing) : null;
        if (message) tell(stream, message);
      }
      for (const id of present)
        if (standing.get(id)?.isWorkedOn) tell(stream, { kind: 'presence', case: id });
      if (last === undefined || last <= stream.place) continue;
      stream.place = last;
      tell(stream, { kind: 'place', id: last });
    }
  }

  async function standingFor(
    asker: Asker,
    ids: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, StandingRow>> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const rows = await seenBy(runtime, asker, (db) => listStanding(db, tenant, askingOf(asker), asked));
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Changes of presence since the look before. Looks overlap, since a change is seen when it is committed and not when it was made. */
  async function newChanges(): Promise<PresenceChange[]> {
    const now = performance.now();
    const seconds = Math.min(60, lookedAt === 0 ? 0 : (now - lookedAt) / 1_000) + 2;
    const changes = await listPresenceChanges(knex, tenant, seconds);
    lookedAt = now;
    const before = told;
    const keyOf = ({ case: of, person, mark }: PresenceChange) => `${of} ${person} ${mark}`;
    told = new Set(changes.map(keyOf));
    return changes.filter((change) => !before.has(keyOf(change)));
  }

  /** Where a stream begins, and whether it was told to read anew. */
  async function beginningOf(after: number | null): Promise<{ place: number; isReset: boolean }> {
    const last = (await findLogSize(knex, tenant)) - 1;
    if (after === null) return { place: last, isReset: false };
    return after > last || last - after > limits.mostBehind
      ? { place: last, isReset: true }
      : { place: after, isReset: false };
  }

  const firstMessage = ({ place, isReset }: { place: number; isReset: boolean }): LiveMessage =>
    isReset ? { kind: 'reset', id: place } : { kind: 'place', id: place };

  return {
    listen: async (asker, after, listener) => {
      if (isStopped) throw new Problem('not-ready');
      const came = cameBy(asker);
      const beginning = await beginningOf(after);
      const own = [...streams].filter(({ asker: { personId } }) => personId === asker.personId);
      if (own.length >= limits.perPerson)
        throw new Problem('too-many-requests', {
          zh: `每人最多同时打开 ${limits.perPerson} 个实时更新连接`,
          en: `One person may follow by at most ${limits.perPerson} streams at once`,
        });
      if (streams.size >= limits.total) throw new Problem('overloaded');
      const stream: Stream = { asker, came, place: beginning.place, listener };
      streams.add(stream);
      tell(stream, firstMessage(beginning));
      schedule(0);
      return () => void streams.delete(stream);
    },
    tellOnce: async (asker, after) => {
      const beginning = await beginningOf(after);
      const told: LiveMessage[] = [firstMessage(beginning)];
      const rows = await listLogAfter(knex, tenant, beginning.place, PAGE);
      const standing = await standingFor(
        asker,
        rows.flatMap(({ case_id }) => case_id ?? []),
      );
      for (const row of rows) {
        const message = messageOf(row, standing);
        if (message) told.push(message);
      }
      const last = rows.at(-1)?.idx;
      if (last !== undefined) told.push({ kind: 'place', id: last });
      return told;
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const stream of [...streams]) end(stream, 'stopping');
    },
  };
}

/** An entry for somebody who may know of its case as it stands; null for anybody else. */
function messageOf(
  { idx, case_id, seq, type, procedure }: LogRow,
  standing: ReadonlyMap<CaseId, StandingRow>,
): LiveMessage | null {
  const found = case_id === null ? undefined : standing.get(case_id);
  if (!found || seq === null) return null;
  return {
    kind: 'case',
    id: idx,
    case: found.id,
    procedure: procedure ?? found.procedure,
    version: seq,
    state: found.state,
    type: found.isWorkedOn ? type : null,
  };
}

function cameBy({ via = 'key', keyId }: Asker): CameBy {
  if (via === 'portal') throw new Problem('not-permitted');
  return { via, keyId };
}

/** The asker with the roles they have now; a token keeps to those it was given. */
function askerNow(asker: Asker, { via, roles, unit, bodies }: StandingHolder): Asker {
  const now = via === 'client' ? asker.roles.filter((role) => roles.includes(role)) : roles;
  return { ...asker, roles: now, unit, bodies };
}

/** Windows of one person, signed in the same way, are asked about together. */
function groupedByAsker(streams: readonly Stream[]): Stream[][] {
  const groups = new Map<string, Stream[]>();
  for (const stream of streams) {
    const key = JSON.stringify(askingOf(stream.asker));
    const group = groups.get(key);
    if (group) group.push(stream);
    else groups.set(key, [stream]);
  }
  return [...groups.values()];
}
