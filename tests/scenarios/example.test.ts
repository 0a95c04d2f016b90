// The example of the documentation, run as it stands: its keys, its script, a server process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '../database.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEEWAY = join(ROOT, 'bin/leeway.js');
const SLOW = 240_000;

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of this process without any setting of ours. */
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(LEEWAY_|DATABASE_|DATA_DIR|PORT|HOST)/.test(name)),
);

const running = new Set<ChildProcess>();
const start = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  const child = spawn(command, args, { cwd: ROOT, env: { ...plain, ...env } });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = start(command, args, env);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, out, err });
    });
  });

/** Starts the server and answers its address, which its log names. */
const serve = (env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = start(process.execPath, [LEEWAY, 'serve'], { ...env, PORT: '0' });
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const url = /"url":"(http[^"]+)".*"msg":"ready"/.exec(log)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => {
      reject(new Error(`the server ended:\n${log}`));
    });
  });

describe('the example', () => {
  const open = opensFor('postgresql');
  const dataDir = mkdtempSync(join(tmpdir(), 'leeway-example-'));
  let settings: NodeJS.ProcessEnv;
  let keys: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    const database = await open();
    settings = { DATABASE_URL: database.url, DATA_DIR: dataDir };
    const made = await run('sh', ['examples/make-keys.sh'], { ...settings, CLI: `node ${LEEWAY}` });
    keys = Object.fromEntries(
      [...made.out.matchAll(/^(KEY_\w+)=(lw_\S+)$/gm)].map(([, name, key]) => [name, key]),
    );
    url = await serve({ ...settings, LEEWAY_SANDBOX: '1' });
  }, SLOW);

  afterAll(async () => {
    const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill('SIGTERM');
    await Promise.all(ended);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('makes a key for each of its five persons', () => {
    expect(Object.keys(keys).sort()).toEqual([
      'KEY_APPROVER',
      'KEY_HANDLER',
      'KEY_HEAD',
      'KEY_RECEPTION',
      'KEY_SUPERVISOR',
    ]);
  });

  it(
    'goes from the complaint to two archived clarifications, with one refusal on the way',
    async () => {
      const { status, out, err } = await run('sh', ['examples/complaint-to-clarification.sh'], {
        ...keys,
        URL: url,
      });
      expect({ status, err }).toEqual({ status: 0, err: '' });
      const lines = out.trim().split('\n');
      expect(lines.slice(-2)).toEqual([
        'The family at the end: allegation closed_untrue, allegation closed_untrue, clarification archived, ' +
          'clarification archived, complaint closed_untrue.',
        'Done.',
      ]);
      expect(lines.filter((line) => line.includes('-> 403 not-permitted'))).toHaveLength(1);
      // What the page about it promises stands in what it prints.
      const page = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
      for (const line of lines.slice(-2)) expect(page).toContain(line);
      expect(out).not.toContain('A Teacher');
    },
    SLOW,
  );

  it('says which key is missing', async () => {
    const { KEY_HEAD: _left, ...others } = keys;
    const { status, err } = await run('sh', ['examples/complaint-to-clarification.sh'], {
      ...others,
      URL: url,
    });
    expect(status).toBe(2);
    expect(err).toContain('KEY_HEAD is not set');
  });
});
