/** Gives journal entries their places in the log, a batch a transaction. Run by one worker at a time per log. */
import { integrate } from '../../db/queries/journal-log.ts';
import type { Runtime } from './runtime.ts';

const BATCH = 2_048;

/** Answers how many entries found their place; call again while it is not 0. */
export const integrateJournal = (runtime: Runtime): Promise<number> =>
  runtime.knex.transaction((trx) => integrate(trx, runtime.tenant, BATCH));
