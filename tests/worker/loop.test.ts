/** The loop of background work: never two runs at once, none after the stop, patience after a fault. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoop, type Loop } from '../../src/worker/loop.ts';

describe('a loop of background work', () => {
  let loop: Loop | null = null;
  const errors: unknown[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    errors.length = 0;
  });
  afterEach(async () => {
    const stopped = loop?.stop();
    await vi.runAllTimersAsync();
    await stopped;
    vi.useRealTimers();
  });
  /** Runs that find work as often as `results` says, and then none. */
  const over = (results: (boolean | Error)[], spacingMs = 0) => {
    const runs: number[] = [];
    loop = startLoop({
      work: () => {
        runs.push(Date.now());
        const result = results.shift() ?? false;
        return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
      },
      pauseMs: 500,
      spacingMs,
      onError: (error) => errors.push(error),
    });
    return runs;
  };
  const gaps = (runs: readonly number[]) => runs.slice(1).map((at, n) => at - runs[n]!);

  it('runs at once while there is more to do, and after its pause when there is none', async () => {
    const runs = over([true, true, false]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(gaps(runs)).toEqual([0, 0, 500, 500]);
  });

  it('runs sooner when it is poked', async () => {
    const runs = over([]);
    await vi.advanceTimersByTimeAsync(100);
    loop!.poke();
    await vi.advanceTimersByTimeAsync(1);
    expect(runs).toHaveLength(2);
  });

  it('serves many pokes with one run, no sooner than its spacing', async () => {
    const runs = over([], 100);
    for (let n = 0; n < 10; n++) {
      loop!.poke();
      await vi.advanceTimersByTimeAsync(9);
    }
    expect(runs).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(gaps(runs)).toEqual([100]);
  });

  it('waits longer after each fault, reports it, and is itself again after a good run', async () => {
    const fault = new Error('the database is away');
    const runs = over([fault, fault, fault, false]);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(gaps(runs).slice(0, 4)).toEqual([1_000, 2_000, 4_000, 500]);
    expect(errors).toEqual([fault, fault, fault]);
  });

  it('never waits longer than ten seconds', async () => {
    const runs = over(Array.from({ length: 12 }, () => new Error('away')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Math.max(...gaps(runs))).toBe(10_000);
  });

  it('does not overlap itself, and its stop waits for the run under way', async () => {
    let running = 0;
    let most = 0;
    let finish: () => void = () => undefined;
    loop = startLoop({
      work: () => {
        running += 1;
        most = Math.max(most, running);
        return new Promise<boolean>((resolve) => {
          finish = () => {
            running -= 1;
            resolve(true);
          };
        });
      },
      pauseMs: 10,
      onError: () => undefined,
    });
    loop.poke();
    await vi.advanceTimersByTimeAsync(100);
    let isStopped = false;
    const stopped = loop.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(100);
    expect([isStopped, running]).toEqual([false, 1]);
    finish();
    await stopped;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([running, most]).toEqual([0, 1]);
  });
});
