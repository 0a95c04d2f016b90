/**
 * Every trap of the trade has a test named after it. What of a trap no code can guard against stands in the table below
 * with the reason; the rest of that trap is tested all the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TRAPS = Array.from({ length: 35 }, (_, at) => `T${String(at + 1)}`);

/** The part of a trap that lies outside the program, and why. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  T3: 'whether a body lowers its trust in a reporter is a matter of people: the program keeps no such mark',
  T10: 'what people write into free text, and which combination only one person could know',
  T15: 'whether it concerns the head is said by whoever registers it',
  T19: 'what a letter says: the approver confirms that nothing sealed is in it',
  T29: 'whether rules of another version are the lighter ones: the body says so, with its reason, on the decision',
  T30: 'which figures a body rewards: the program publishes no measure of speed or of refusals',
  T33: 'what an officer does by force outside the program: here there is only the passing on',
  T34: 'differences in time of microseconds, which no test can tell from noise',
};

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
const titles = files.flatMap((name) => {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  return [...text.matchAll(/\b(?:describe|it)\(\s*(['"`])(T\d+: .+?)\1,/g)].map(([, , title]) => title ?? '');
});
const tested = new Set(titles.map((title) => title.slice(0, title.indexOf(':'))));

it('every trap has a test named after it', () => {
  expect(TRAPS.filter((trap) => !tested.has(trap))).toEqual([]);
});

it('nothing is named after a trap that there is not', () => {
  expect([...tested, ...Object.keys(OUT_OF_REACH)].filter((trap) => !TRAPS.includes(trap))).toEqual([]);
});

it('what is out of reach is a part of a trap, and says why', () => {
  for (const [trap, why] of Object.entries(OUT_OF_REACH))
    expect([trap, tested.has(trap), why.length > 30]).toEqual([trap, true, true]);
});

it('each title says what is right, once', () => {
  expect(titles.length).toBeGreaterThanOrEqual(TRAPS.length);
  expect(new Set(titles).size).toBe(titles.length);
});
