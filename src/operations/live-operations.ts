/** Live updates, presence and batches, bound to one runtime. A list, and nothing else. */
import { forgetPresence } from '../../db/queries/presence.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import {
  createBatch,
  endBatch,
  readBatch,
  readBatchItems,
  retryBatch,
  tryBatch,
  type AskForBatch,
  type BatchPage,
} from './batches.ts';
import { createLiveUpdates } from './live-updates.ts';
import { endPresence, keepPresence, listPresence, readPresence } from './presence.ts';
import { runBatches } from './run-batches.ts';
import type { Runtime } from './runtime.ts';

export const bindLive = (runtime: Runtime) => ({
  live: createLiveUpdates(runtime),
  keepPresence: (asker: Asker, of: Parameters<typeof keepPresence>[2]) => keepPresence(runtime, asker, of),
  endPresence: (asker: Asker, caseId: CaseId) => endPresence(runtime, asker, caseId),
  readPresence: (asker: Asker, caseId: CaseId) => readPresence(runtime, asker, caseId),
  listPresence: (asker: Asker, cases: readonly CaseId[]) => listPresence(runtime, asker, cases),
  tryBatch: (asker: Asker, asked: AskForBatch) => tryBatch(runtime, asker, asked),
  createBatch: (asker: Asker, asked: AskForBatch) => createBatch(runtime, asker, asked),
  readBatch: (asker: Asker, id: string) => readBatch(runtime, asker, id),
  readBatchItems: (asker: Asker, id: string, page: BatchPage) => readBatchItems(runtime, asker, id, page),
  endBatch: (asker: Asker, id: string) => endBatch(runtime, asker, id),
  retryBatch: (asker: Asker, id: string) => retryBatch(runtime, asker, id),
  runBatches: () => runBatches(runtime),
  forgetPresence: () => forgetPresence(runtime.knex, runtime.tenant),
});
