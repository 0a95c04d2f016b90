/**
 * The real program as processes: servers that can be killed at any moment, and commands that say how they ended. Built
 * once from the sources; everything they need is in a folder of their own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { inject } from 'vitest';
import type { Role } from '../../src/domain/vocabulary.ts';
import { openFor, prepare, profilesFor } from '../../src/main/prepare.ts';
import { readSettings } from '../../src/main/settings.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEEWAY = join(ROOT, 'bin', 'leeway.js');
/** A machine that is busy with other tests starts a program slowly. */
const START_MS = 60_000;

export type Environment = Readonly<Record<string, string>>;

/** Nothing of our own environment reaches the program but what it takes to run one. */
const spawning = (env: Environment) => ({
  env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...env },
  cwd: ROOT,
});

/** Compiles the program where that is needed, so that no start has to. */
export function buildOnce(): void {
  const built = spawnSync(process.execPath, [join(ROOT, 'bin', 'build.js')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed: ${built.stderr}`);
}

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command to its end; one that does not end in time is killed. */
export async function leeway(args: readonly string[], env: Environment, ms = START_MS): Promise<Ended> {
  const child = spawn(process.execPath, [LEEWAY, ...args], spawning(env));
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => (said[stream] += chunk.toString('utf8')));
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return { status, signal, ...said };
}

export interface ServerProcess {
  readonly url: string;
  /** Every line of its log so far. */
  readonly logged: readonly string[];
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts a server on a free port and waits until it serves. */
export const startServer = (env: Environment): Promise<ServerProcess> => started(env, '/health/ready');

/** Starts a server whose database is away and waits until it is alive. */
export const startWaitingServer = (env: Environment): Promise<ServerProcess> => started(env, '/health/live');

async function started(env: Environment, sign: string): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [LEEWAY, 'serve'], spawning({ ...env, PORT: String(port) }));
  const logged: string[] = [];
  let complaint = '';
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    logged.push(...lines);
  });
  const state = { isOver: false };
  const ended = once(child, 'close').then(([status, signal]) => {
    state.isOver = true;
    return { status: status as number | null, signal: signal as NodeJS.Signals | null };
  });
  const until = performance.now() + START_MS;
  for (;;) {
    const reply = await fetch(url + sign).catch(() => null);
    await reply?.arrayBuffer();
    if (reply?.status === 200) break;
    if (state.isOver || performance.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the server did not start: ${complaint}${logged.join('\n')}`);
    }
    await pause(20);
  }
  return {
    url,
    logged,
    ended,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        found(port);
      });
    });
  });

/** Puts a migrated embedded database into a data folder: making one from nothing takes many times as long. */
export async function seedEmbedded({ folder }: Pick<Installation, 'folder'>): Promise<void> {
  const image = new Blob([readFileSync(inject('embeddedImage'))]);
  const seeded = await PGlite.create({ dataDir: join(folder, 'db'), loadDataDir: image });
  await seeded.close();
}

export interface Installation {
  readonly env: Environment;
  readonly folder: string;
  /** Makes a key for a person, as the program does; the embedded database must not be open elsewhere. */
  readonly keysFor: (people: Readonly<Record<string, readonly Role[]>>) => Promise<Record<string, string>>;
  readonly remove: () => void;
}

/** A folder of its own for one installation: master key, embedded data. `env` names the database and whatever else. */
export function installation(env: Environment = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'leeway-faults-'));
  const whole = { DATA_DIR: folder, ...env };
  return {
    env: whole,
    folder,
    keysFor: async (people) => {
      const settings = readSettings(whole);
      const database = await openFor(settings);
      try {
        const { operations } = await prepare(settings, database, { profiles: profilesFor(settings) });
        const made: Record<string, string> = {};
        for (const [person, roles] of Object.entries(people))
          made[person] = (await operations.createKey({ name: person, person, roles })).secret;
        return made;
      } finally {
        await database.close();
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
