/**
 * Runs the cleaning of files in processes of their own, one after another: with nothing of our environment, a measure of
 * memory and of time, and no say over this process whatever the file does to theirs.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../contract/problems.ts';
import type { FileCleaner } from '../../operations/evidence-store.ts';
import { rootOf } from '../package-root.ts';

const TOO_LARGE = 3;

export interface CleaningLimits {
  readonly mostBytes: number;
  readonly timeMs: number;
  /** Bytes of memory, seen on Linux alone; the heap is bounded everywhere. */
  readonly mostMemory: number;
  /** How many may wait. */
  readonly mostWaiting: number;
}

const LIMITS: CleaningLimits = {
  mostBytes: 50 * 1024 * 1024,
  timeMs: 60_000,
  mostMemory: 1_500 * 1024 * 1024,
  mostWaiting: 16,
};
const HEAP_MB = 768;
const LOOK_MS = 50;
const PAGE_BYTES = 4_096;

/** From source, as tests run, the child needs what reads TypeScript. */
const isSource = import.meta.url.endsWith('.ts');
const CHILD = fileURLToPath(new URL(isSource ? './clean-child.ts' : './clean-child.js', import.meta.url));

export function createFileCleaner(limits: CleaningLimits = LIMITS): FileCleaner {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    mostBytes: limits.mostBytes,
    clean: async (kind, how, original) => {
      if (waiting >= limits.mostWaiting) throw new Problem('overloaded');
      waiting += 1;
      const turn = last.then(() => cleanedByChild([kind, how], original, limits));
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

function cleanedByChild(
  args: readonly string[],
  original: Buffer,
  limits: CleaningLimits,
): Promise<Buffer | 'too_large' | 'unreadable'> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${HEAP_MB}`, ...(isSource ? ['--import', 'tsx'] : []), CHILD, ...args],
      { cwd: rootOf(import.meta.url), env: { VIPS_WARNING: '0' }, stdio: ['pipe', 'pipe', 'ignore'] },
    );
    const stopWatching = watched(child, limits);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > 4 * limits.mostBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', (error) => {
      stopWatching();
      reject(error);
    });
    child.once('close', (code) => {
      stopWatching();
      if (code === 0 && size > 0) resolve(Buffer.concat(chunks));
      else resolve(code === TOO_LARGE || code === null ? 'too_large' : 'unreadable');
    });
    child.stdin.on('error', () => undefined); // it ended before it had read everything: its code says why
    child.stdin.end(original);
  });
}

/** Ends the child past its time or its memory; answers what stops the watching. */
function watched(child: ChildProcess, { timeMs, mostMemory }: CleaningLimits): () => void {
  const late = setTimeout(() => child.kill('SIGKILL'), timeMs);
  const looking = setInterval(() => {
    if (memoryOf(child.pid) > mostMemory) child.kill('SIGKILL');
  }, LOOK_MS);
  return () => {
    clearTimeout(late);
    clearInterval(looking);
  };
}

/** Resident bytes of a process; 0 where that cannot be seen. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0; // another system, or it ended
  }
}
