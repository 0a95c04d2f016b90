/** One process to an embedded database: the second is told who has it, and a dead owner is in nobody's way. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { describeOwner, openDatabase } from '../../db/connection.ts';
import { lockFolder } from '../../db/folder-lock.ts';

const OWNER = fileURLToPath(new URL('./folder-owner.ts', import.meta.url));

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeway-lock-'));
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(folder, { recursive: true });
});

interface Child {
  readonly process: ChildProcess;
  /** The next line it says; undefined when it is gone. */
  readonly next: () => Promise<string | undefined>;
}

function startOwner(...what: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', OWNER, folder, ...what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { process: child, next: async () => (await lines.next()).value as string | undefined };
}

/** A database that is there already: making one from nothing takes seconds, and the first open would do it. */
function unpackDatabase(): void {
  mkdirSync(join(folder, 'db'), { mode: 0o700 });
  const done = spawnSync('tar', ['-xf', inject('embeddedImage'), '-C', join(folder, 'db')]);
  expect(done.status).toBe(0);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe('a folder', () => {
  it('has one owner, whom the second is told about', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      name: 'DatabaseInUse',
      pid: process.pid,
      address: null,
    });
    lock.announce('http://127.0.0.1:3000');
    await expect(lockFolder(folder)).rejects.toMatchObject({ address: 'http://127.0.0.1:3000' });
    await expect(lockFolder(folder)).rejects.toThrow(
      `${folder} is in use by process ${process.pid}, which serves http://127.0.0.1:3000.`,
    );
    await lock.release();
  });

  it('can be asked who owns it', async () => {
    expect(await describeOwner(join(folder, 'never-used'))).toBeNull();
    const lock = await lockFolder(folder);
    lock.announce('http://127.0.0.1:3000');
    expect(await describeOwner(folder)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:3000' });
    await lock.release();
    expect(await describeOwner(folder)).toBeNull();
  });

  it('is free again after it was released, any number of times, and gathers nothing', async () => {
    for (let turn = 0; turn < 5; turn++) await (await lockFolder(folder)).release();
    expect(readdirSync(join(folder, 'db-lock'))).toHaveLength(1);
  });

  it('lets nobody else in to look', async () => {
    const lock = await lockFolder(join(folder, 'made', 'on-the-way'));
    for (const made of ['made', 'made/on-the-way', 'made/on-the-way/db-lock'])
      expect(statSync(join(folder, made)).mode & 0o077).toBe(0);
    await lock.release();
  });

  it('is owned also where its path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(120));
    mkdirSync(deep);
    const lock = await lockFolder(deep);
    await expect(lockFolder(deep)).rejects.toMatchObject({ name: 'DatabaseInUse' });
    await lock.release();
    await (await lockFolder(deep)).release();
  });

  it('goes to exactly one of many who succeed a dead owner at the same moment', async () => {
    const dead = startOwner();
    expect(await dead.next()).toBe('owned');
    await kill(dead.process);
    for (let round = 0; round < 10; round++) {
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
      const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(locks).toHaveLength(1);
      await locks[0]!.release();
    }
  });
});

describe('of two processes', { timeout: 90_000 }, () => {
  it('the second is refused while the first lives, stopped or not, and let in once it was killed', async () => {
    const owner = startOwner();
    expect(await owner.next()).toBe('owned');
    owner.process.kill('SIGSTOP');
    await expect(lockFolder(folder)).rejects.toMatchObject({ pid: owner.process.pid });
    await kill(owner.process);
    await (await lockFolder(folder)).release();
  });

  it('one wins, when several start on what a killed one left', async () => {
    const dead = startOwner();
    await dead.next();
    await kill(dead.process);
    const said = await Promise.all([1, 2, 3, 4].map(() => startOwner().next()));
    expect(said.sort()).toEqual(['DatabaseInUse', 'DatabaseInUse', 'DatabaseInUse', 'owned']);
  });

  it('what the first wrote before it was killed in the middle of writing is there for the second', async () => {
    unpackDatabase();
    const writer = startOwner('database');
    expect(await writer.next()).toBe('owned');
    await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
      name: 'DatabaseInUse',
      pid: writer.process.pid,
    });
    let acknowledged = 0;
    while (acknowledged < 20) acknowledged = Number(await writer.next());
    await kill(writer.process);
    const { knex, kind, durability, close } = await openDatabase({ dataDir: folder });
    const { rows } = await knex.raw<{ rows: { most: number }[] }>('select max(n) as most from written');
    expect(rows[0]!.most).toBeGreaterThanOrEqual(acknowledged);
    expect({ kind, durability }).toEqual({ kind: 'embedded', durability: 'process_crash' });
    await close();
    expect(await describeOwner(folder)).toBeNull();
  });
});
