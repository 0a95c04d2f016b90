/** The master key: made once, for its owner's eyes only, and never replaced by another. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, readMasterKey, SecretError } from '../../src/main/master-key.ts';

const folders: string[] = [];
let file: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'leeway-key-'));
  folders.push(folder);
  file = join(folder, 'keys', 'master');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the master key', () => {
  it('is made where there is none, readable by its owner alone', () => {
    const key = readMasterKey(file, true);
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(readMasterKey(file, true)).toEqual(key);
    expect(readMasterKey(file, false)).toEqual(key);
  });

  it('differs from installation to installation, and so does what is kept of it', () => {
    const one = readMasterKey(file, true);
    const other = readMasterKey(`${file}-2`, true);
    expect(one.equals(other)).toBe(false);
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
    expect(fingerprintOf(one)).not.toContain(one.toString('hex').slice(0, 8));
  });

  it('is not made for a database that was begun with one', () => {
    expect(() => readMasterKey(file, false)).toThrow(SecretError);
    expect(existsSync(file)).toBe(false);
  });

  it.each([0o640, 0o604, 0o660, 0o644])('is refused with the rights %s, which let others in', (mode) => {
    readMasterKey(file, true);
    chmodSync(file, mode);
    expect(() => readMasterKey(file, true)).toThrow(/can be read by others/);
  });

  it.each(['', 'short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'is refused when it is not 32 bytes: %j',
    (text) => {
      readMasterKey(file, true);
      writeFileSync(file, text);
      expect(() => readMasterKey(file, true)).toThrow(/has to hold 32 bytes/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
