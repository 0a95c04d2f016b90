/**
 * The master key of a real installation changed by command: repeated after a kill, refused with words, and the server that
 * comes up afterwards with the new key alone. Also a server whose key comes from a command.
 */
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '../database.ts';
import {
  buildOnce,
  installation,
  leeway,
  seedEmbedded,
  startServer,
  type Environment,
  type Installation,
} from './server-process.ts';

const CONTENT = 'Words under the old key';
const LEEWAY = fileURLToPath(new URL('../../bin/leeway.js', import.meta.url));

const homes: Installation[] = [];
const home = (env: Environment = {}): Installation => {
  const made = installation({ LOG_LEVEL: 'silent', ...env });
  homes.push(made);
  return made;
};
beforeAll(buildOnce);
afterAll(() => {
  for (const each of homes) each.remove();
});

const call = async (url: string, secret: string, path: string, body?: object) => {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> & { id: string } };
};

/** Runs a server for as long as `work` takes. */
async function serving<T>(env: Environment, work: (url: string) => Promise<T>): Promise<T> {
  const server = await startServer(env);
  try {
    return await work(server.url);
  } finally {
    server.kill('SIGTERM');
    await server.ended;
  }
}

const begun = async (at: Installation) => {
  const secrets = await at.keysFor({ 'p-1': ['reception_officer'] });
  const secret = secrets['p-1']!;
  const { body } = await serving(at.env, (url) =>
    call(url, secret, '/cases', { procedure: 'complaint', data: { channel: 'web', content: CONTENT } }),
  );
  return { secret, caseId: body.id };
};
const contentOf = async (env: Environment, { secret, caseId }: { secret: string; caseId: string }) => {
  const { body } = await serving(env, (url) => call(url, secret, `/cases/${caseId}/events`));
  return (body.items as { data: { content?: string } }[])[0]!.data.content;
};

describe('another master key by command', () => {
  const open = opensFor('postgresql');

  it('is made, put in force, and the old one is of no use', { timeout: 240_000 }, async () => {
    const at = home();
    await seedEmbedded(at);
    const known = await begun(at);
    const next = join(at.folder, 'next');
    const done = await leeway(['master-key', 'rotate', '--new-file', next], at.env);
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/next is in force: \d+ keys are wrapped by it, and by no other\.$/m);
    expect(statSync(next).mode & 0o777).toBe(0o600);
    const again = await leeway(['master-key', 'rotate', '--new-file', next], at.env);
    expect([again.status, again.stdout]).toEqual([
      0,
      `The master key ${next} is in force already: nothing was changed.\n`,
    ]);

    const refused = await leeway(['serve'], { ...at.env, PORT: '0' });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(
      /keys\/master is not the one in force: the master key was changed on \d{4}-\d\d-\d\d\. Name the new one in LEEWAY_MASTER_KEY_FILE/,
    );
    rmSync(join(at.folder, 'keys'), { recursive: true });
    expect(await contentOf({ ...at.env, LEEWAY_MASTER_KEY_FILE: next }, known)).toBe(CONTENT);
    const replayed = await leeway(['replay'], { ...at.env, LEEWAY_MASTER_KEY_FILE: next });
    expect(replayed.status).toBe(0);
  });

  it(
    'leaves the old key in force when the run is killed, and can be repeated',
    { timeout: 240_000 },
    async () => {
      const database = await open();
      const at = home({ DATABASE_URL: database.url! });
      const known = await begun(at);
      const next = join(at.folder, 'next');
      const fresh = () => database.knex('seal_keys').orderBy('id').select('wrapped');
      const before: unknown = await fresh();
      // Holds the run where it is about to write, so that the kill falls into it.
      const holder = await database.knex.transaction();
      await holder.raw('lock table installation in share mode');
      const child = spawn(process.execPath, [LEEWAY, 'master-key', 'rotate', '--new-file', next], {
        env: { PATH: process.env.PATH, ...at.env },
      });
      const ended = once(child, 'close');
      const isWaiting = async () => {
        const { rows } = await database.knex.raw<{ rows: unknown[] }>(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%master_key%'`,
        );
        return rows.length > 0;
      };
      await expect.poll(isWaiting, { timeout: 60_000, interval: 20 }).toBe(true);
      child.kill('SIGKILL');
      await ended;
      await holder.rollback();
      expect(await fresh()).toEqual(before);
      expect(await contentOf(at.env, known)).toBe(CONTENT);
      expect((await leeway(['master-key', 'rotate', '--new-file', next], at.env)).status).toBe(0);
      expect(await fresh()).not.toEqual(before);
      expect(await contentOf({ ...at.env, LEEWAY_MASTER_KEY_FILE: next }, known)).toBe(CONTENT);
    },
  );

  it('says what is wrong with how it was asked', { timeout: 120_000 }, async () => {
    const at = home();
    await seedEmbedded(at);
    for (const args of [[], ['--new-file', 'a', '--new-command', 'b']]) {
      const { status, stderr } = await leeway(['master-key', 'rotate', ...args], at.env);
      expect([status, stderr]).toEqual([2, 'leeway: Say --new-file or --new-command, one of the two.\n']);
    }
    const early = await leeway(['master-key', 'rotate', '--new-file', join(at.folder, 'next')], at.env);
    expect([early.status, early.stderr]).toEqual([
      1,
      'leeway: This database has no master key yet: there is nothing to change.\n',
    ]);
    expect(existsSync(join(at.folder, 'next'))).toBe(false);
  });
});

describe('a master key from a command', () => {
  it('serves as one from a file does, and its noise is in no log', { timeout: 240_000 }, async () => {
    const at = home();
    await seedEmbedded(at);
    const known = await begun(at);
    const key = readFileSync(join(at.folder, 'keys', 'master'), 'utf8').trim();
    const vault = join(at.folder, 'vault');
    const answers = (script: string) => {
      writeFileSync(vault, `#!/bin/sh\n${script}\n`);
      chmodSync(vault, 0o700);
    };
    answers(`echo Hunter2 >&2\necho ${key}`);
    rmSync(join(at.folder, 'keys'), { recursive: true });
    const env = { ...at.env, LEEWAY_MASTER_KEY_COMMAND: vault };
    expect(await contentOf(env, known)).toBe(CONTENT);
    answers('echo Hunter2 >&2\nexit 4');
    const refused = await leeway(['serve'], { ...env, PORT: '0' });
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(
      /^leeway: The command for the master key, .*vault, failed \(exit status 4\)/,
    );
    expect(refused.stderr).not.toMatch(/Hunter2/);
    const both = await leeway(['serve'], { ...env, LEEWAY_MASTER_KEY_FILE: join(at.folder, 'x'), PORT: '0' });
    expect([both.status, both.stderr]).toEqual([
      1,
      'leeway: LEEWAY_MASTER_KEY_COMMAND is a second source of the master key beside LEEWAY_MASTER_KEY_FILE; name one.\n',
    ]);
  });
});
