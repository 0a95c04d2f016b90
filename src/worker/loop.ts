/**
 * Runs one piece of background work again and again: at once while there is more to do, after a pause when there is
 * none, after growing pauses when it fails. Never overlaps itself, and stops when told to.
 */

export interface Loop {
  /** Asks for a run now instead of after the pause. */
  readonly poke: () => void;
  /** Resolves when the run under way is over; no other begins. */
  readonly stop: () => Promise<void>;
}

export interface LoopSettings {
  /** Does some work; answers how much, 0 when there was none. */
  readonly work: () => Promise<number>;
  readonly pauseMs: number;
  readonly onError: (error: unknown) => void;
}

const LONGEST_PAUSE_MS = 10_000;

export function startLoop({ work, pauseMs, onError }: LoopSettings): Loop {
  let isStopped = false;
  let isPoked = false;
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
    for (;;) {
      if (stopped()) return;
      isPoked = false;
      let done = 0;
      try {
        done = await work();
        failures = 0;
      } catch (error) {
        failures += 1;
        onError(error);
      }
      if (stopped()) return;
      if (failures > 0) await pause(Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** failures));
      else if (done === 0 && !poked()) await pause(pauseMs);
    }
  };
  // Functions, because both change while a run is awaited.
  const stopped = () => isStopped;
  const poked = () => isPoked;
  const ended = run();

  return {
    poke: () => {
      isPoked = true;
      wake?.();
    },
    stop: async () => {
      isStopped = true;
      wake?.();
      await ended;
    },
  };
}
