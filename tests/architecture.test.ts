/**
 * Who may import whom, and what may stand where: the layers of the design, no circles between files, date arithmetic in
 * one place, the environment read in one place, machines that start and wait for nothing, files that can be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Each layer, and the layers it may import. Its own files are always allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/contract': ['src/domain'],
  'src/machines': ['src/domain'],
  'src/engine': ['src/domain', 'src/machines'],
  db: ['src/domain', 'src/machines', 'src/engine'],
  // The form of papers: what they say comes from the domain, and nothing else of a case is known here.
  'src/papers': ['src/domain'],
  'src/operations': ['src/domain', 'src/contract', 'src/machines', 'src/engine', 'src/papers', 'db'],
  'src/api': ['src/domain', 'src/contract', 'src/machines', 'src/engine', 'src/operations'],
  'src/worker': ['src/domain', 'src/contract', 'src/machines', 'src/engine', 'src/operations'],
  // A command may open a database, migrate it and dump its schema; queries are for operations.
  'src/cli': [
    'src/domain',
    'src/contract',
    'src/machines',
    'src/engine',
    'src/operations',
    'db/connection.ts',
    'db/migrate.ts',
    'db/dump-schema.ts',
  ],
  'src/main': [
    'src/domain',
    'src/contract',
    'src/machines',
    'src/engine',
    'src/papers',
    'db',
    'src/operations',
    'src/api',
    'src/worker',
    'src/cli',
  ],
};

/** Imports that go past their layer, each with its reason. */
const PAST_THE_LAYER: Readonly<Record<string, string>> = {
  'src/cli/generate.ts -> src/api/':
    'writes the documents that the table of routes and the diagrams are read into',
  'src/cli/generate.ts -> src/main/profiles.ts':
    'asks rows that compute their effects by a profile what they can do, for the pages on procedures',
  'src/cli/demo/load.ts -> db/queries/installation.ts':
    'marks the database of a demo as a sandbox before anything runs',
};

/** Packages that the pure layers may use; nothing there reads a file, a socket or a clock. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['zod'],
  'src/contract': ['zod', 'node:buffer'],
  'src/machines': ['zod', 'xstate'],
  'src/engine': ['zod', 'xstate'],
};

const MOST_LINES = 400;
const ROOT = join(import.meta.dirname, '..');
const sourcesOf = (dir: string): string[] =>
  readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(dir, name))
    .sort();
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const FILES = [...sourcesOf('src'), ...sourcesOf('db')];
const LAYERS = Object.keys(MAY_IMPORT).toSorted((a, b) => b.length - a.length);
const layerOf = (file: string) => LAYERS.find((layer) => file.startsWith(`${layer}/`));

const SPECIFIERS = /^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm;
const specifiersIn = (file: string) =>
  [...text(file).matchAll(SPECIFIERS)].map(([, still, dynamic]) => still ?? dynamic ?? '');
const importsOf = (file: string): string[] =>
  specifiersIn(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier));
const isWithin = (target: string, prefix: string) => target === prefix || target.startsWith(`${prefix}/`);

describe('layers', () => {
  it('have every file of the program', () => {
    expect(FILES.filter((file) => layerOf(file) === undefined)).toEqual([]);
    expect(FILES.length).toBeGreaterThan(100);
  });

  it.each(FILES)('%s imports what its layer may', (file) => {
    const layer = layerOf(file)!;
    const wrong = importsOf(file)
      .filter((target) => ![layer, ...MAY_IMPORT[layer]!].some((prefix) => isWithin(target, prefix)))
      .filter(
        (target) => !Object.keys(PAST_THE_LAYER).some((known) => `${file} -> ${target}`.startsWith(known)),
      );
    expect(wrong).toEqual([]);
  });

  it('name no exception that is none', () => {
    const all = FILES.flatMap((file) => importsOf(file).map((target) => `${file} -> ${target}`));
    const unused = Object.keys(PAST_THE_LAYER).filter((known) => !all.some((one) => one.startsWith(known)));
    expect(unused).toEqual([]);
  });

  it('that are pure use no package but those that compute', () => {
    const used = FILES.flatMap((file) => {
      const allowed = PURE_PACKAGES[layerOf(file)!];
      if (!allowed) return [];
      return specifiersIn(file)
        .filter((specifier) => !specifier.startsWith('.') && !allowed.includes(specifier))
        .map((specifier) => `${file} uses ${specifier}`);
    });
    expect(used).toEqual([]);
  });
});

it('no two files import each other, however far around', () => {
  const graph = new Map(FILES.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

describe('time', () => {
  const ARITHMETIC = /86_?400_?000|24 \* 60 \* 60|\.set(?:UTC)?(?:Date|Month|FullYear|Hours)\(|\bDate\.UTC\(/;
  const MAY_ADD_DAYS = ['src/domain/clock.ts', 'src/domain/local-day.ts'];
  const judged = ['src/domain', 'src/machines', 'src/engine', 'src/operations'].flatMap(sourcesOf);

  it('is added to by the clock alone', () => {
    const adding = judged.filter((file) => ARITHMETIC.test(text(file)));
    expect(adding.filter((file) => !MAY_ADD_DAYS.includes(file))).toEqual([]);
    expect(adding).toEqual(MAY_ADD_DAYS);
  });

  it('arrives as a value in the pure layers, and so does chance', () => {
    const pure = ['src/domain', 'src/contract', 'src/machines', 'src/engine'].flatMap(sourcesOf);
    const asking = /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|randomUUID|\bawait\b/;
    expect(pure.filter((file) => asking.test(text(file)))).toEqual([]);
  });
});

describe('machines', () => {
  const files = sourcesOf('src/machines');

  it('start nothing, wait for nothing, end nothing', () => {
    const living = /\b(?:invoke|after|onDone|onError)\s*:|\bspawn(?:Child)?\(|type: '(?:final|history)'/;
    expect(files.filter((file) => living.test(text(file)))).toEqual([]);
  });

  it('are never run as actors, here or anywhere', () => {
    const actors = /\b(?:createActor|interpret|fromPromise|fromCallback|fromObservable|waitFor|toPromise)\b/;
    expect(FILES.filter((file) => text(file).includes("'xstate") && actors.test(text(file)))).toEqual([]);
  });
});

it('the environment is read by `main` and the command line alone', () => {
  const reading = FILES.filter((file) => /\bprocess\.env\b/.test(text(file)));
  expect(reading.filter((file) => !['src/main', 'src/cli'].includes(layerOf(file)!))).toEqual([]);
  expect(reading.length).toBeGreaterThan(0);
});

describe('files', () => {
  const lengths = FILES.map((file) => [file, text(file).split('\n').length - 1] as const);

  it('are short enough to be read', () => {
    const long = lengths.filter(([, lines]) => lines > MOST_LINES).map(([file]) => file);
    expect(long).toEqual([]);
  });

  it('open by saying what they are for', () => {
    const silent = FILES.filter((file) => !file.startsWith('db/migrations/')).filter(
      (file) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/)/.test(text(file)),
    );
    expect(silent).toEqual([]);
  });

  it('are no barrels, and are not named for being useful', () => {
    const empty = /(?:^|\/)(?:index|utils?|helpers?|common|misc)\.ts$/;
    expect(FILES.filter((file) => empty.test(file))).toEqual([]);
  });
});
