#!/usr/bin/env node
// Compiles src/ and db/ to dist/ when they are newer than what is there. Type errors are `npm run check:types`' business.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

/** The newest change among the sources, in milliseconds; 0 in a package that ships no sources. */
function newestSource() {
  const files = ['src', 'db'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(root, folder, name),
        )
      : [],
  );
  return Math.max(0, ...files.filter((file) => file.endsWith('.ts')).map((file) => statSync(file).mtimeMs));
}

/** Builds into a folder of its own and swaps it in, so that two commands at once never see half a build. */
export function buildIfStale() {
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newestSource()) return;
  const fresh = join(root, `.dist-${process.pid}`);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const done = spawnSync(
    process.execPath,
    [tsc, '-p', join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', fresh],
    {
      stdio: ['ignore', process.stderr, process.stderr],
    },
  );
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error('The build failed; the compiler said why above.');
  }
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, '.built'), '');
  const worn = join(root, `.dist-worn-${process.pid}`);
  if (existsSync(dist)) renameSync(dist, worn);
  try {
    renameSync(fresh, dist);
  } catch (error) {
    if (!existsSync(stamp)) throw error; // somebody else's build won the race: use theirs
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(worn, { recursive: true, force: true });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) buildIfStale();
