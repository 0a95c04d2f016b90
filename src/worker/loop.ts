/**
 * Runs one piece of background work again and again: at once while there is more to do, after a pause when there is
 * none, after growing pauses when it fails, sooner when it is poked. Never overlaps itself, and stops when told to.
 */

export interface Loop {
  /** Asks for a run as soon as `spacingMs` allows, instead of after the pause. */
  readonly poke: () => void;
  /** Resolves when the run under way is over; no other begins. */
  readonly stop: () => Promise<void>;
}

export interface LoopSettings {
  /** Does some work; answers true when there is more to do at once. */
  readonly work: () => Promise<boolean>;
  readonly pauseMs: number;
  /** Shortest time from the end of a run to a run that was asked for: work gathers meanwhile; 0 when absent. */
  readonly spacingMs?: number;
  readonly onError: (error: unknown) => void;
}

const LONGEST_PAUSE_MS = 10_000;

export function startLoop({ work, pauseMs, spacingMs = 0, onError }: LoopSettings): Loop {
  let isStopped = false;
  let isPoked = false;
  /** The spacing is over: whoever pokes is served at once. */
  let isSpaced = false;
  let wake: (() => void) | null = null;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopped()) {
      isPoked = false;
      let hasMore = false;
      try {
        hasMore = await work();
        failures = 0;
      } catch (error) {
        failures += 1;
        onError(error);
      }
      if (stopped()) return;
      if (failures > 0) await pause(Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** failures));
      else if (!hasMore) {
        if (spacingMs > 0) await pause(spacingMs);
        isSpaced = true;
        if (!poked() && !stopped()) await pause(Math.max(0, pauseMs - spacingMs));
        isSpaced = false;
      }
    }
  };
  // Functions, because both change while a run is awaited.
  const stopped = () => isStopped;
  const poked = () => isPoked;
  const ended = run();

  return {
    poke: () => {
      isPoked = true;
      if (isSpaced) wake?.();
    },
    stop: async () => {
      isStopped = true;
      wake?.();
      await ended;
    },
  };
}
