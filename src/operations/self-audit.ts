/**
 * Puts on record who looked at what: reads of sealed texts and of papers, searches over persons, refusals for want of a
 * right. An entry names the reader, the case and the purpose, and says nothing of what was seen. It is committed before
 * the answer goes out; where it cannot be written, nothing is answered.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SEARCHES_PER_HOUR, SEARCHES_PER_HOUR_OF_SYSTEMS } from '../contract/limits.ts';
import { Problem } from '../contract/problems.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import { isStaff, type Asker } from './acting.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { readFor } from './take-step.ts';

const HOUR = 3_600;
const MINUTE = 60;
/** About 200 bytes each; past it all are forgotten, and what is read again is written down again. */
const MOST_REMEMBERED = 20_000;

export interface Reading {
  readonly type: 'case.read' | 'paper.read' | 'assessment.read';
  readonly case: CaseId;
  readonly paper?: string;
  readonly purpose: Purpose;
}

export interface Search {
  /** Whom it is about; null for everybody whose name begins so. */
  readonly person: PersonId | null;
  /** By which question. */
  readonly by: 'freeze' | 'case_list' | 'duplicates' | 'official';
  readonly purpose: Purpose;
}

export interface SelfAudit {
  /** A reading, once for each person, thing and purpose in an hour. Parties are not watched when they read what is theirs. */
  readonly recordReading: (asker: Asker, reading: Reading) => Promise<void>;
  /**
   * Every search; but who keys in a complaint asks the same of the same person with each field, and that is one search an
   * hour. Throws `too-many-requests` past the measure of an hour, which is put on record once.
   */
  readonly recordSearch: (asker: Asker, search: Search) => Promise<void>;
  /** A refusal by role, once for each person and operation in a minute: a client that repeats itself fills no journal. */
  readonly recordRefusal: (asker: Asker, operation: string) => Promise<void>;
}

/**
 * The self-audit of one process. What was put on record already is remembered in memory, so that a reading costs no
 * statement beyond its first in the hour. A restart forgets it, and another process does not know it: then the same
 * reading is on record twice, never not at all.
 */
export function createSelfAudit(runtime: Runtime): SelfAudit {
  const recorded = new Map<string, { readonly until: number; readonly written: Promise<void> }>();
  const ofPersons = new RateLimiterMemory({ points: SEARCHES_PER_HOUR, duration: HOUR });
  const ofSystems = new RateLimiterMemory({ points: SEARCHES_PER_HOUR_OF_SYSTEMS, duration: HOUR });

  async function write(asker: Asker, { type, outcome, data, of, person }: Recorded): Promise<void> {
    const read = await readFor(runtime, { asker, data: person === undefined ? {} : { person } }, null);
    const pseudonymOf = (of: PersonId) => read.actors.find((known) => known.person === of)?.pseudonym ?? null;
    const actor = pseudonymOf(asker.personId);
    if (actor === null) throw new Error('the asker has no pseudonym');
    const { entry, sealed } = makeEntry({
      type,
      time: read.at,
      recorded: new Date().toISOString(),
      actor,
      outcome,
      ...(of !== undefined && { case: { id: of } }),
      disclosed: [
        {
          name: 'data',
          value: { ...data, ...(person !== undefined && { person: pseudonymOf(person) }) },
        },
      ],
    });
    await runtime.writeStep({ moves: [], entries: [entry], sealed });
  }

  /** Runs `work` unless it was done for this key within the time; who comes meanwhile waits for the one under way. */
  function once(key: string, seconds: number, work: () => Promise<void>): Promise<void> {
    const known = recorded.get(key);
    if (known && known.until > performance.now()) return known.written;
    if (recorded.size >= MOST_REMEMBERED) recorded.clear();
    const written = work();
    recorded.set(key, { until: performance.now() + seconds * 1_000, written });
    written.catch(() => recorded.delete(key));
    return written;
  }

  return {
    recordReading: async (asker, { type, case: of, paper, purpose }) => {
      if (!isStaff(asker)) return;
      await once(`${type} ${asker.personId} ${paper ?? of} ${purpose}`, HOUR, () =>
        write(asker, { type, outcome: 'done', of, data: { purpose, ...(paper !== undefined && { paper }) } }),
      );
    },

    recordSearch: (asker, search) => {
      const record = () => recordSearch(asker, search);
      const { person, by, purpose } = search;
      return by === 'duplicates'
        ? once(`searched ${asker.personId} ${person ?? ''} ${purpose}`, HOUR, record)
        : record();
    },

    recordRefusal: (asker, operation) =>
      once(`refused ${asker.personId} ${operation}`, MINUTE, () =>
        write(asker, { type: 'request.refused', outcome: 'refused', data: { operation } }),
      ),
  };

  async function recordSearch(asker: Asker, { person, by, purpose }: Search): Promise<void> {
    const limiter = asker.roles.every((role) => role === 'api_client') ? ofSystems : ofPersons;
    try {
      await limiter.consume(asker.personId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const { points } = limiter;
      if (refusal.consumedPoints === points + 1)
        await write(asker, {
          type: 'searches.unusual',
          outcome: 'refused',
          data: { searches: points, within: 'hour', purpose },
        });
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw new Problem('too-many-requests', undefined, {
        retryAfter: seconds,
        rateLimit: { policy: 'searches', most: points, window: HOUR, reset: seconds },
      });
    }
    await write(asker, {
      type: 'person.searched',
      outcome: 'done',
      data: { by, purpose },
      ...(person !== null && { person }),
    });
  }
}

interface Recorded {
  readonly type: string;
  readonly outcome: 'done' | 'refused';
  readonly data: Readonly<Record<string, unknown>>;
  readonly of?: CaseId;
  /** Whose pseudonym, if there is one, is named in the data. */
  readonly person?: PersonId;
}
