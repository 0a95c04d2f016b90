/**
 * Counts the families in which a name or a contact was given, among those the asker may know of: a number and never which.
 * The journal keeps that somebody counted, and not what they looked for (4.4).
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { countMarkedFamilies } from '../../db/queries/identity-marks.ts';
import { Problem } from '../contract/problems.ts';
import { askingOf, type Asker } from './acting.ts';
import { markOf, type Marked } from './identity-marks.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import { readFor } from './take-step.ts';

/** Counts of one person in an hour: enough to look for repeats, too few to try names from a list. */
export const MOST_COUNTS = 20;
const AN_HOUR = 3_600;

export interface CountIdentities {
  readonly by: Marked;
  readonly text: string;
}

/** The use case, with its memory of who counted how often. */
export function createIdentityCount(runtime: Runtime) {
  const limiter = new RateLimiterMemory({ points: MOST_COUNTS, duration: AN_HOUR });

  /** Throws `too-many-requests`. */
  return async (asker: Asker, { by, text }: CountIdentities): Promise<{ families: number }> => {
    const read = await readFor(runtime, { asker, data: {} }, null);
    const actor = read.actors.find(({ person }) => person === asker.personId)?.pseudonym;
    if (!actor) throw new Error('the actor has no pseudonym');
    const note = (type: string, outcome: 'done' | 'refused', data: Readonly<Record<string, unknown>>) => {
      const recorded = new Date().toISOString();
      const { entry, sealed } = makeEntry({
        type,
        time: read.at,
        recorded,
        actor,
        outcome,
        disclosed: [{ name: 'data', value: data }],
      });
      return { moves: [], entries: [entry], sealed };
    };
    try {
      await limiter.consume(asker.personId);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      if (refused.consumedPoints === MOST_COUNTS + 1)
        await runtime.writeStep(
          note('identity.counts_unusual', 'refused', { counts: refused.consumedPoints, within: 'hour' }),
        );
      throw new Problem('too-many-requests', undefined, {
        retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)),
      });
    }
    const mark = markOf(runtime.lookupKey, by, text);
    // First the journal: what could not be written down is not counted.
    await runtime.writeStep(note('identity.counted', 'done', { by }));
    const families = await seenBy(runtime, asker, (db) =>
      countMarkedFamilies(db, runtime.tenant, askingOf(asker), mark),
    );
    return { families };
  };
}
