/** What a case shows of itself is said in words: every code that a fact may hold has them in both languages. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOfFact } from '../console/src/words/words-of.ts';
import { createWords } from '../src/operations/words.ts';
import { loadPapers } from '../src/main/papers.ts';
import { EVERY_PROCEDURE } from './machines/every-procedure.ts';
import { PROFILES } from './machines/play.ts';

const ROOT = join(import.meta.dirname, '..');
const profiles = new Map(
  [...PROFILES.values()].map((profile) => [profile.id, { hash: '', profile, calendar: profile.calendar }]),
);
const { kinds } = createWords({ papers: loadPapers({ builtinDir: join(ROOT, 'papers') }), profiles })();

/** A code of ours; a person, a file, a day, a point and a text are none. */
const IS_CODE = /^[a-z]+(?:_[a-z]+)*$/;

/** Facts that hold a reference of the body or words of its own: other bodies, points of a matter, what was promised. */
const REFERRED = ['body', 'point', 'conditions', 'lead', 'recordedBy', 'panel', 'helpers'];
/** Persons and bodies of the examples, whose references look like codes. */
const NAMED = ['sam', 'sina', 'procuratorate'];

/** Every fact that holds a code: the field, the code, and the list it is in. */
function* codesIn(value: unknown, field: string, list: string): Generator<[string, string, string]> {
  if (REFERRED.includes(field)) return;
  if (typeof value === 'string' && IS_CODE.test(value) && !NAMED.includes(value)) yield [field, value, list];
  else if (Array.isArray(value)) for (const each of value) yield* codesIn(each, field, field);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) yield* codesIn(each, name, field);
}

describe('the facts that a case shows', () => {
  it.each(EVERY_PROCEDURE.map((each) => [each.procedure.name, each] as const))(
    'of a %s are codes with words in both languages',
    (name, { at }) => {
      const shown = Object.values(at).flatMap(({ context }) =>
        Object.entries(context).flatMap(([field, value]) => [...codesIn(value, field, field)]),
      );
      expect(shown.length).toBeGreaterThan(0);
      const unnamed = shown
        .filter(([field, code, list]) => !wordsOfFact(kinds, code, { procedure: name, field, list }))
        .map(([field, code, list]) => `${list}.${field}: ${code}`);
      expect([...new Set(unnamed)]).toEqual([]);
    },
  );
});
