/** Every promise of docs/security.md names tests, and each of them is there: a promise that nobody keeps is taken back. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const promises = [
  ...readFileSync('docs/security.md', 'utf8').matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm),
].map(([, number, promise, tests]) => ({ number: Number(number), promise: promise!, tests: tests! }));

it('the promises are numbered without gaps', () => {
  expect(promises.map(({ number }) => number)).toEqual(promises.map((_, at) => at + 1));
  expect(promises.length).toBeGreaterThan(20);
});

it.each(promises)('promise $number is kept by tests that are there', ({ tests }) => {
  const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect([name, existsSync(name)]).toEqual([name, true]);
});
