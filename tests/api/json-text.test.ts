/** The reader of strangers' JSON: everything `JSON.parse` reads, minus what we refuse, in linear time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPTH_LIMIT, pointerOf, readJsonText } from '../../src/contract/json-text.ts';
import { Problem } from '../../src/contract/problems.ts';

const refusal = (text: string): Problem => {
  try {
    readJsonText(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Whether a value holds something this API refuses, judged on the value and not on its text. */
function isRefused(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0') || /\p{Surrogate}/u.test(value);
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= DEPTH_LIMIT) return true;
  return Object.entries(value).some(
    ([key, inner]) => FORBIDDEN.includes(key) || isRefused(key, depth) || isRefused(inner, depth + 1),
  );
}

const anything = fc.anything({
  key: fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'b', '"', '\\', ...FORBIDDEN),
  ),
  values: [
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  ],
  maxDepth: 6,
});

describe('agreement with JSON.parse', () => {
  it('reads every value that holds nothing refused, and refuses every other', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space) as string | undefined;
        fc.pre(text !== undefined);
        const parsed: unknown = JSON.parse(text);
        if (isRefused(parsed)) expect(refusal(text).problem).toBe('validation-failed');
        else expect(readJsonText(text)).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads no text that JSON.parse does not read', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '\\u00',
        'e',
        '-',
        '1',
        '0',
        '.',
        'true',
        'nul',
        ' ',
        '"a"',
      ),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let expected: { value: unknown } | null = null;
        try {
          expected = { value: JSON.parse(text) };
        } catch {
          expect(['malformed-json', 'validation-failed']).toContain(refusal(text).problem);
        }
        if (!expected) return;
        try {
          expect(readJsonText(text)).toEqual(expected.value);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.problem).toBe('validation-failed');
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('refusals', () => {
  it('allows nesting up to the limit and not beyond', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(readJsonText(nested(DEPTH_LIMIT))).toEqual(JSON.parse(nested(DEPTH_LIMIT)));
    expect(refusal(nested(DEPTH_LIMIT + 1)).detail.en).toContain('Nested deeper');
  });

  it('tells two objects with the same key from one key given twice', () => {
    expect(readJsonText('{"a":{"a":1},"b":[{"a":1},{"a":1}]}')).toEqual({
      a: { a: 1 },
      b: [{ a: 1 }, { a: 1 }],
    });
    expect(refusal('{"b":[{"a":1},{"c":{},"a":1,"a":1}]}').extensions.errors?.[0]?.pointer).toBe('/b/1/a');
  });

  it('finds a repeated key among thousands', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `"k${index}":${index}`);
    expect(Object.keys(readJsonText(`{${keys.join(',')}}`) as object)).toHaveLength(5000);
    expect(refusal(`{${keys.join(',')},"k4321":0}`).extensions.errors?.[0]?.pointer).toBe('/k4321');
  });

  it('holds numbers to what can be held exactly', () => {
    expect(readJsonText('[9007199254740991,-9007199254740991,1e15,0.1,-0.0,1e-400]')).toEqual([
      9007199254740991, -9007199254740991, 1e15, 0.1, -0, 0,
    ]);
    for (const number of [
      '9007199254740992',
      '-9007199254740992',
      '1e16',
      '1E+400',
      '123456789012345678901234567890',
    ]) {
      expect(refusal(`[${number}]`).extensions.errors?.[0]?.pointer).toBe('/0');
    }
  });

  it('does not take long over long texts', () => {
    const begun = performance.now();
    for (const text of [
      '['.repeat(100_000),
      '"'.repeat(100_000),
      '\\'.repeat(100_000),
      '{"a":'.repeat(20_000),
      '1'.repeat(100_000),
      `"${'\\"'.repeat(50_000)}"`,
    ]) {
      try {
        readJsonText(text);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('cuts a pointer that would carry the body back', () => {
    expect(pointerOf(['a/b', '~', 0, 'x'.repeat(1000)])).toBe(`/a~1b/~0/0/${'x'.repeat(80)}`);
  });
});
