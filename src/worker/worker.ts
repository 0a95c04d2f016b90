/**
 * The background work of one process: deadlines that pass, places in the log for new entries, papers that are
 * owed, and forgetting answered requests after their days. Any number of workers may run on one database; each piece of work is claimed there.
 */
import { startLoop } from './loop.ts';
import type { Operations } from '../operations/operations.ts';

export interface WorkerSettings {
  readonly operations: Pick<
    Operations,
    'fireDueClocks' | 'integrateJournal' | 'drawPapers' | 'forgetAnswered'
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
  const forgetting = startLoop({
    work: async () => {
      await operations.forgetAnswered();
      return false;
    },
    pauseMs: FORGETTING_MS,
    onError: report('forget_answered'),
  });
  return {
    poke: integration.poke,
    stop: async () => {
      await Promise.all([clocks.stop(), integration.stop(), papers.stop(), forgetting.stop()]);
    },
  };
}
