/**
 * The master key: a file that only the program's own user can read, made at the first start and never put into the
 * database. A database remembers which key it was begun with, so that a server without that key does not start.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

export { fingerprintOf } from '../operations/sealing.ts';

export const KEY_BYTES = 32;

/** The key is missing, unreadable, readable by others, or not the one the database was begun with. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/** Reads the key, and makes one where there is none and `mayMake` allows it. Throws a SecretError. */
export function readMasterKey(file: string, mayMake: boolean): Buffer {
  if (!existsSync(file)) {
    if (!mayMake)
      throw new SecretError(
        `The master key is missing: there is no ${file}, and this database was begun with one. ` +
          'Put the key file back, or name it in LEEWAY_MASTER_KEY_FILE; without it nothing sealed can be read.',
      );
    makeKey(file);
  }
  const { mode } = statSync(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new SecretError(
      `The master key ${file} can be read by others (mode ${(mode & 0o777).toString(8)}); make it 600.`,
    );
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new SecretError(`The master key ${file} has to hold ${KEY_BYTES} bytes in base64, and does not.`);
  return key;
}

/** Written whole under another name first: of two servers that start at once, both end up with one key. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(fresh, 0o600);
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}
