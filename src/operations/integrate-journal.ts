/** Gives journal entries their places in the log, a batch a transaction. Run by one worker at a time per log. */
import { integrate } from '../../db/queries/journal-log.ts';
import type { Runtime } from './runtime.ts';

const BATCH = 2_048;

/** Answers whether more entries may be waiting. */
export const integrateJournal = async (runtime: Runtime): Promise<boolean> =>
  (await runtime.knex.transaction((trx) => integrate(trx, runtime.tenant, BATCH))) === BATCH;
