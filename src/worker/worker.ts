/**
 * The background work of one process: deadlines that pass, places in the log for new entries, papers that are
 * owed, batches somebody asked for, and letting go of what nobody needs: answered requests after their days, files of evidence without a row. Any number of workers may run on one database; each piece of work is claimed there.
 */
import { startLoop } from './loop.ts';
import type { Operations } from '../operations/operations.ts';

export interface WorkerSettings {
  readonly operations: Pick<
    Operations,
    | 'fireDueClocks'
    | 'integrateJournal'
    | 'drawPapers'
    | 'forgetAnswered'
    | 'forgetDrafts'
    | 'forgetPresence'
    | 'removeForeignFiles'
    | 'runBatches'
  >;
  readonly onError: (work: string, error: unknown) => void;
}

export interface Worker {
  /** New entries are in the journal: give them their places soon. */
  readonly poke: () => void;
  readonly stop: () => Promise<void>;
}

/** How late a deadline may be recorded, and an entry be numbered, when nobody pokes. */
const CLOCKS_MS = 500;
const INTEGRATION_MS = 500;
/** Entries gather for so long before they get their places together: a place each would cost a commit each. */
const INTEGRATION_SPACING_MS = 100;
/** How late a paper may be drawn that nobody asks for; whoever reads one has it drawn at once. */
const PAPERS_MS = 1_000;
/** How late a batch may begin. */
const BATCHES_MS = 500;
/** Who has a case open is of interest for a minute. */
const PRESENCE_MS = 60_000;
const FORGETTING_MS = 3_600_000;

export function startWorker({ operations, onError }: WorkerSettings): Worker {
  const report = (work: string) => (error: unknown) => {
    onError(work, error);
  };
  const clocks = startLoop({
    work: async () => (await operations.fireDueClocks()) > 0,
    pauseMs: CLOCKS_MS,
    onError: report('fire_due_clocks'),
  });
  const papers = startLoop({
    work: operations.drawPapers,
    pauseMs: PAPERS_MS,
    onError: report('draw_papers'),
  });
  const integration = startLoop({
    work: operations.integrateJournal,
    pauseMs: INTEGRATION_MS,
    spacingMs: INTEGRATION_SPACING_MS,
    onError: report('integrate_journal'),
  });
  const batches = startLoop({
    work: operations.runBatches,
    pauseMs: BATCHES_MS,
    onError: report('run_batches'),
  });
  const presence = startLoop({
    work: async () => {
      await operations.forgetPresence();
      return false;
    },
    pauseMs: PRESENCE_MS,
    onError: report('forget_presence'),
  });
  const forgetting = startLoop({
    work: async () => {
      await operations.forgetAnswered();
      await operations.forgetDrafts();
      return false;
    },
    pauseMs: FORGETTING_MS,
    onError: report('forget_answered'),
  });
  const clearing = startLoop({
    work: async () => {
      await operations.removeForeignFiles();
      return false;
    },
    pauseMs: FORGETTING_MS,
    onError: report('remove_foreign_files'),
  });
  return {
    poke: integration.poke,
    stop: async () => {
      await Promise.all([
        clocks.stop(),
        integration.stop(),
        papers.stop(),
        batches.stop(),
        presence.stop(),
        forgetting.stop(),
        clearing.stop(),
      ]);
    },
  };
}
