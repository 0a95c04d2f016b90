/**
 * Gives journal entries their places in the log, a batch a transaction, and cases that open in them their numbers. Run by
 * one worker at a time per log.
 */
import { numberCases } from '../../db/queries/case-numbers.ts';
import { integrate } from '../../db/queries/journal-log.ts';
import { NUMBER_DIGITS, NUMBER_PREFIXES, OTHER_PREFIX } from '../domain/case-number.ts';
import { bodyTimeZone } from './body-time-zone.ts';
import type { Runtime } from './runtime.ts';

const BATCH = 2_048;

/** Places looked at for openings in one go: more than a batch, so that a log from before numbers is soon caught up with. */
const NUMBERED_AT_ONCE = 16 * BATCH;

/** Answers whether more entries may be waiting. */
export const integrateJournal = async (runtime: Runtime): Promise<boolean> =>
  runtime.knex.transaction(async (trx) => {
    const placed = await integrate(trx, runtime.tenant, BATCH);
    const hasMoreToNumber = await numberCases(trx, runtime.tenant, {
      prefixes: NUMBER_PREFIXES,
      otherPrefix: OTHER_PREFIX,
      digits: NUMBER_DIGITS,
      timeZone: bodyTimeZone(runtime),
      limit: NUMBERED_AT_ONCE,
    });
    return placed === BATCH || hasMoreToNumber;
  });
