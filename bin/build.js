#!/usr/bin/env node
// Compiles src/ and db/ to dist/, and builds the console, when they are newer than what is there. Type errors are
// `npm run check:types`' business.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

/** The newest change among the files of some folders, in milliseconds; 0 in a package that ships no sources. */
function newestIn(folders, endings) {
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(root, folder, name),
        )
      : [],
  );
  return Math.max(
    0,
    ...files
      .filter((file) => endings.some((end) => file.endsWith(end)))
      .map((file) => statSync(file).mtimeMs),
  );
}

const isStale = (stamp, newest) => !existsSync(stamp) || statSync(stamp).mtimeMs < newest;

/** Builds into a folder of its own and swaps it in, so that two commands at once never see half a build. */
function compileIfStale() {
  if (!isStale(stamp, newestIn(['src', 'db'], ['.ts']))) return;
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

/** Builds the console beside what is there and puts it in its place. */
function buildConsoleIfStale() {
  const built = join(root, 'console', 'dist');
  const sources = newestIn(['console/src', 'console/public'], ['']);
  if (!isStale(join(built, '.built'), sources)) return;
  const fresh = join(root, 'console', `.dist-${process.pid}`);
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const done = spawnSync(
    process.execPath,
    [vite, 'build', join(root, 'console'), '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
    { stdio: ['ignore', process.stderr, process.stderr] },
  );
  if (done.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error('The console could not be built; the bundler said why above.');
  }
  writeFileSync(join(fresh, '.built'), '');
  const worn = join(root, 'console', `.dist-worn-${process.pid}`);
  if (existsSync(built)) renameSync(built, worn);
  renameSync(fresh, built);
  rmSync(worn, { recursive: true, force: true });
}

/** The program, and unless it is left out the console, each when its sources are newer than what was made of them. */
export function buildIfStale({ withConsole = true } = {}) {
  compileIfStale();
  if (withConsole) buildConsoleIfStale();
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1])
  buildIfStale({ withConsole: !process.argv.includes('--no-console') });
