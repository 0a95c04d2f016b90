/**
 * What the first look at each page costs a slow line: everything that the browser has to fetch before the page can be drawn,
 * packed as the server packs it. Reckoned from what the bundler says of its files, so that no browser is needed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const BUILT = join(import.meta.dirname, '..', '..', 'console', 'dist');
const MANIFEST = join(BUILT, '.vite', 'manifest.json');
const ROUTES = join(import.meta.dirname, '..', '..', 'console', 'src', 'app', 'routes.tsx');

/** Most bytes on the line, in kB of 1,000 bytes: the queue, and how much more another page may take. */
const QUEUE_KB = 380;
const OTHERS_KB = 60;
/** The charts. */
const DASHBOARDS_KB = 220;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

if (!existsSync(MANIFEST))
  throw new Error('The console is not built: run `node bin/build.js` first, as `npm test` does.');
const chunks = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Readonly<Record<string, Chunk>>;

/** The files a chunk needs before it runs, with its own. */
function filesOf(name: string, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = chunks[name];
  if (!chunk) throw new Error(`The bundler made no chunk of ${name}.`);
  if (seen.has(name)) return new Set();
  seen.add(name);
  return new Set([
    chunk.file,
    ...(chunk.css ?? []),
    ...(chunk.imports ?? []).flatMap((each) => [...filesOf(each, seen)]),
  ]);
}

const weights = new Map<string, number>();
function weightOf(file: string): number {
  const known = weights.get(file) ?? gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).byteLength;
  weights.set(file, known);
  return known;
}

/** What a page fetches only once it is there, such as the part of a case that is open, or the charts. */
function laterOf(page: string): readonly string[] {
  const ofEntry = new Set(chunks['index.html']?.dynamicImports);
  const files = filesOf(page);
  const within = Object.values(chunks).filter(({ file }) => files.has(file));
  return [...new Set(within.flatMap(({ dynamicImports = [] }) => dynamicImports))].filter(
    (name) => !ofEntry.has(name),
  );
}

/** What opening the console on a page takes, in kB: with the heaviest of what it fetches later, as only one is open. */
function costOf(page: string): number {
  const own = [...filesOf('index.html'), ...filesOf(page), 'index.html'];
  const wholes = [[], ...laterOf(page).map((part) => [...filesOf(part)])].map((part) =>
    [...new Set([...own, ...part])].reduce((sum, file) => sum + weightOf(file), 0),
  );
  return Math.max(...wholes) / 1_000;
}

const PAGES = [...readFileSync(ROUTES, 'utf8').matchAll(/import\('\.\.\/(pages\/[\w/-]+\.tsx)'\)/g)].map(
  ([, path]) => `src/${path ?? ''}`,
);
const QUEUE = PAGES.find((page) => page.endsWith('/work-queue-page.tsx')) ?? '';

describe('the first look', () => {
  it('is reckoned for each page that has an address', () => {
    const addresses = [...readFileSync(ROUTES, 'utf8').matchAll(/^\s+(?:\{ )?path: '/gm)];
    expect(PAGES.length).toBe(addresses.length);
    expect(PAGES.length).toBeGreaterThan(10);
  });

  it(`at the work queue takes ${String(QUEUE_KB)} kB at most`, () => {
    expect(costOf(QUEUE)).toBeLessThanOrEqual(QUEUE_KB);
  });

  it.each(PAGES)('at %s takes little more than the work queue', (page) => {
    const more = page.includes('/dashboards/') ? DASHBOARDS_KB : OTHERS_KB;
    expect(costOf(page) - costOf(QUEUE)).toBeLessThanOrEqual(more);
  });
});
