/**
 * Once for the browser tests: the sandbox that `npm run demo` gives, in a folder of its own on a port of its own, and where
 * its people sign in. The server is the real one; what the tests do to its cases stays with them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    console: { readonly url: string; readonly password: string; readonly said: string };
  }
}

const ROOT = join(import.meta.dirname, '..', '..');
/** Milliseconds for the sample cases to be played. */
const PATIENCE_MS = 300_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'leeway-browser-'));
  const server = spawn(process.execPath, ['bin/leeway.js', 'demo'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LEEWAY_RATE_LIMIT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const said = await whatItSays(server, /^Serving (\S+) until/m);
    const url = /^Serving (\S+) until/m.exec(said)?.[1];
    const password = /with the password (\S+)/.exec(said)?.[1];
    if (url === undefined || password === undefined)
      throw new Error(`The demo named no address or no password:\n${said}`);
    project.provide('console', { url, password, said });
    return stop;
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
}

/** What a process writes until a line of it matches. */
function whatItSays(process: ChildProcess, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      reject(new Error(`The demo did not begin to serve in time:\n${said}`));
    }, PATIENCE_MS);
    process.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (!until.test(said)) return;
      clearTimeout(late);
      resolve(said);
    });
    process.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The demo ended with status ${code ?? 'none'}:\n${said}`));
    });
  });
}
