/** Where the package lies, whether its sources run or what was compiled from them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above a module that holds `package.json`. */
export function rootOf(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('package.json is missing from this installation.');
    folder = dirname(folder);
  }
  return folder;
}

/** The version in `package.json`. */
export const versionOf = (moduleUrl: string): string =>
  (JSON.parse(readFileSync(join(rootOf(moduleUrl), 'package.json'), 'utf8')) as { version: string }).version;

/** Where the console is built to. */
export const consoleFolderOf = (moduleUrl: string): string => join(rootOf(moduleUrl), 'console', 'dist');
