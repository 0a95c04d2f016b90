/**
 * The console knows no rule of the trade: what may be done, by whom and why not is the server's to say. So no file but those
 * made for one procedure names a procedure, an event, a guard or a state of any, and a new machine appears without a change
 * here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { everyProcedure } from '../../src/machines/registry.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'console', 'src');

/** Made for one procedure each, or for the figures of one. */
const OF_ONE_PROCEDURE = /^(?:pages\/(?:clarification|tolerance|intake|ledgers|dashboards\/cards)|words)\//;

/** What others name all the same, and why. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  // Procedures have these in common: whoever opens a step of theirs from a list has to say which.
  'pages/queue/assign.tsx': ['ASSIGN'],
  'pages/queue/selection-bar.tsx': ['ASSIGN', 'NOTE'],
  'pages/batches/batch-drawer.tsx': ['ASSIGN', 'NOTE'],
  'pages/batches/batch-page.tsx': ['ASSIGN', 'NOTE'],
  'pages/case/clocks/clocks-tab.tsx': ['EXTEND'],
  // Only what came in came in by some way.
  'pages/queue/more-filters.tsx': ['complaint'],
};

const codes = new Set(
  everyProcedure().flatMap(({ name, rows, states }) => [
    name,
    ...rows.flatMap(({ event, guards = [] }) => [event, ...guards]),
    // A state of one word is a word for other things too.
    ...Object.keys(states).filter((state) => state.includes('_')),
  ]),
);

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('schema.d.ts') && !OF_ONE_PROCEDURE.test(file),
);

const namedIn = (file: string): string[] => [
  ...new Set(
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(['"`])(\w+)\1/g)]
      .map(([, , text = '']) => text)
      .filter((text) => codes.has(text)),
  ),
];

it('names no procedure, event, guard or state outside the pages that are made for one', () => {
  expect(codes.size).toBeGreaterThan(300);
  expect(files.length).toBeGreaterThan(100);
  const named = files
    .map((file) => [file, namedIn(file).sort()] as const)
    .filter(([, found]) => found.length > 0);
  expect(Object.fromEntries(named)).toEqual(NAMED);
});
