/** Where the master key comes from: a file, or a command that prints it and nothing else, in time, and is never quoted. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecretError } from '../../src/main/master-key.ts';
import { masterKeyFrom } from '../../src/main/master-key-source.ts';

const KEY = Buffer.alloc(32, 7);
const TEXT = KEY.toString('base64');

describe('a command for the master key', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'leeway-source-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  let made = 0;
  const command = (script: string, mode = 0o700): string => {
    const file = join(folder, `key-${(made += 1)}`);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, mode);
    return file;
  };
  const refusalOf = async (file: string, limitMs?: number): Promise<string> => {
    const error: unknown = await masterKeyFrom({ command: file }, true, limitMs).catch((why: unknown) => why);
    expect(error).toBeInstanceOf(SecretError);
    return (error as SecretError).message;
  };

  it.each([
    `echo ${TEXT}`,
    `printf %s ${TEXT}`,
    `echo ${TEXT.replace('=', '')}`,
    `echo noise >&2; echo ${TEXT}`,
  ])('gives the key: %s', async (script) => {
    expect(await masterKeyFrom({ command: command(script) }, false)).toEqual(KEY);
  });

  it.each([
    ['exit 3', /failed \(exit status 3\)/],
    [`echo ${TEXT}; exit 1`, /failed \(exit status 1\)/],
    ['kill -9 $$', /failed \(SIGKILL\)/],
    ['true', /has to print 32 bytes in base64 and nothing else/],
    ['echo hunter2', /has to print 32 bytes/],
    [`echo ${Buffer.alloc(31, 7).toString('base64')}`, /has to print 32 bytes/],
    [`echo ${TEXT}; echo hunter2`, /has to print 32 bytes/],
    [`echo "!${TEXT}"`, /has to print 32 bytes/],
    ['yes hunter2', /printed more than a key/],
  ])('is refused when it runs %s', async (script, why) => {
    const said = await refusalOf(command(script));
    expect(said).toMatch(why);
    expect(said).toMatch(/LEEWAY_MASTER_KEY_COMMAND/);
    expect(said).not.toMatch(/hunter2|BwcH/);
  });

  it('is refused when it does not answer in time, with whatever it started', async () => {
    const begun = performance.now();
    expect(await refusalOf(command('sleep 60 & wait'), 300)).toMatch(/did not answer within 0\.3 seconds/);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('is refused when it cannot be run', async () => {
    expect(await refusalOf(join(folder, 'absent'))).toMatch(/cannot be run \(ENOENT\)/);
    expect(await refusalOf(command('true', 0o600))).toMatch(/cannot be run \(EACCES\)/);
  });

  it('is run without a shell: its name is a path and nothing more', async () => {
    expect(await refusalOf(`${command(`echo ${TEXT}`)}; echo x`)).toMatch(/cannot be run \(ENOENT\)/);
  });
});

describe('a file for the master key', () => {
  it('is read as ever', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leeway-source-'));
    const file = join(folder, 'master');
    writeFileSync(file, TEXT, { mode: 0o600 });
    expect(await masterKeyFrom({ file }, false)).toEqual(KEY);
    await expect(masterKeyFrom({ file: `${file}-2` }, false)).rejects.toThrow(SecretError);
    rmSync(folder, { recursive: true, force: true });
  });
});
