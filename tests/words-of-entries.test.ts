/**
 * What an entry of the journal tells is named by words, field by field, in the way the console looks them up: the data of every
 * event, what a case remembers, and what operations write of everything else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { changesBetween, wordsOfPath } from '../console/src/pages/journal/changes.ts';
import { wordsOf, wordsOfField, type FieldPlace, type Kinds } from '../console/src/words/words-of.ts';
import { CaseView } from '../src/contract/cases.ts';
import type { FormSchema } from '../src/domain/form-schema.ts';
import { possibleEffects } from '../src/engine/possible-effects.ts';
import { everyProcedure } from '../src/machines/registry.ts';
import { schemaOf } from '../src/operations/event-forms.ts';
import { createWords } from '../src/operations/words.ts';
import { loadPapers } from '../src/main/papers.ts';
import { EVERY_PROCEDURE } from './machines/every-procedure.ts';
import { PROFILE, PROFILES } from './machines/play.ts';

const ROOT = join(import.meta.dirname, '..');
const profiles = new Map(
  [...PROFILES.values()].map((profile) => [profile.id, { hash: '', profile, calendar: profile.calendar }]),
);
const papers = loadPapers({ builtinDir: join(ROOT, 'papers') });
const kinds: Kinds = createWords({ papers, profiles })().kinds;

const isNamed = (name: string, place: FieldPlace = {}): boolean => {
  const words = wordsOfField(kinds, name, place);
  return words !== undefined && words.zh !== '' && words.en !== '';
};

/** Every field of a form, those of lists and records too. */
const fieldsOf = (form: FormSchema): string[] =>
  Object.entries(form.properties ?? {}).flatMap(([name, inner]) => [
    name,
    ...fieldsOf(inner),
    ...(inner.items ? fieldsOf(inner.items) : []),
  ]);

/** Every field of a record as it stands, with the record or list it is in. */
const namesIn = (value: unknown, list?: string): { name: string; list: string | undefined }[] => {
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, list));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [{ name, list }, ...namesIn(inner, name)]);
};

/** What differs in the first reading and in all that a case of a procedure may become. */
const readingsOf = ({ procedure, at }: (typeof EVERY_PROCEDURE)[number]) =>
  Object.values(at).map(({ value, context }) => ({
    state: value.flow ?? '',
    regions: value,
    summary: procedure.summary(context),
    details: context,
  }));

const OPERATIONS = join(ROOT, 'src/operations');
/** An entry that is no event of a case: `account.created`. */
const isEntry = (node: ts.Node): boolean =>
  ts.isStringLiteral(node)
    ? wordsOf(kinds, 'entry', [node.text]) !== undefined && node.text.includes('.')
    : ts.isConditionalExpression(node) && isEntry(node.whenTrue);

/** Names of the fields that a literal gives, whatever it depends on. */
function namesOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return namesOf(node.expression);
  if (ts.isBinaryExpression(node)) return [...namesOf(node.left), ...namesOf(node.right)];
  if (ts.isConditionalExpression(node)) return [...namesOf(node.whenTrue), ...namesOf(node.whenFalse)];
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) =>
    ts.isSpreadAssignment(property)
      ? namesOf(property.expression)
      : [
          property.name.getText(),
          ...(ts.isPropertyAssignment(property) ? namesOf(property.initializer) : []),
        ],
  );
}

const propertyOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)
    ?.initializer;

/** What a piece of code writes in clear: `data` of an entry, its disclosure, or what a function is handed to write. */
function writtenAt(node: ts.Node): string[] {
  if (ts.isObjectLiteralExpression(node)) {
    const isData = propertyOf(node, 'name')?.getText() === "'data'";
    return [
      ...namesOf(propertyOf(node, 'data')),
      ...namesOf(propertyOf(node, 'about')),
      ...(isData ? namesOf(propertyOf(node, 'value')) : []),
    ];
  }
  if (!ts.isCallExpression(node) || !node.arguments.some(isEntry)) return [];
  return node.arguments.flatMap((given) =>
    ts.isObjectLiteralExpression(given) && propertyOf(given, 'data') === undefined ? namesOf(given) : [],
  );
}

const writtenIn = (node: ts.Node): string[] => {
  const found = writtenAt(node);
  ts.forEachChild(node, (child) => void found.push(...writtenIn(child)));
  return found;
};

describe('what the journal tells is called', () => {
  it('by the words of its form, in the data of every event', () => {
    const unnamed = everyProcedure().flatMap((procedure) =>
      Object.keys(procedure.events).flatMap((event) =>
        fieldsOf(schemaOf(procedure, event))
          .filter((field) => !isNamed(field, { procedure: procedure.name, event }))
          .map((field) => `${procedure.name}.${event}.${field}`),
      ),
    );
    expect(unnamed).toEqual([]);
  });

  it('by words, in every field that an operation writes of its own', () => {
    const written = readdirSync(OPERATIONS)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        writtenIn(
          ts.createSourceFile(
            name,
            readFileSync(join(OPERATIONS, name), 'utf8'),
            ts.ScriptTarget.Latest,
            true,
          ),
        ),
      );
    expect(new Set(written).size).toBeGreaterThan(80);
    for (const known of ['sessionsEnded', 'refused', 'evidence', 'substitutions'])
      expect(written).toContain(known);
    expect([...new Set(written)].filter((field) => !isNamed(field)).sort()).toEqual([]);
  });

  it('by words, in what follows from an event', () => {
    const effects = everyProcedure().flatMap((procedure) =>
      procedure.rows.flatMap((row) => possibleEffects(procedure, row, PROFILE).effects),
    );
    const outcome = { dueAt: '', isOff: true };
    const names = [...effects.map((effect) => ({ ...effect, data: {} })), outcome].flatMap((effect) =>
      namesIn(effect).map(({ name }) => name),
    );
    expect(names).toContain('clock');
    expect([...new Set(names)].filter((field) => !isNamed(field))).toEqual([]);
  });
});

describe('before and after', () => {
  it('names each field of a case as every reader of it sees it', () => {
    const noted = ['regions', 'summary', 'details', 'version', 'accepts', 'updatedAt'];
    const shown = Object.keys(CaseView.shape).filter((field) => !noted.includes(field));
    expect(shown.filter((field) => !isNamed(field, { procedure: 'complaint' }))).toEqual([]);
  });

  it.each(EVERY_PROCEDURE.map((each) => [each.procedure.name, each] as const))(
    'names everything that changes in a %s, in both languages',
    (procedure, each) => {
      const readings = readingsOf(each);
      for (const locale of ['zh', 'en'] as const) {
        const unnamed = new Set<string>();
        const code = (kind: string, ...parts: readonly string[]) =>
          wordsOf(kinds, kind, parts)?.[locale] ?? String(unnamed.add(parts.join('.')).size);
        const field = (name: string, place: FieldPlace) =>
          wordsOfField(kinds, name, place)?.[locale] ?? String(unnamed.add(name).size);
        const changes = readings.flatMap((after) => changesBetween(null, after));
        expect(changes.length).toBeGreaterThan(0);
        for (const { path } of changes) wordsOfPath(path, procedure, { code, field });
        const inside = changes.flatMap(({ path, after }) => namesIn(after, path.at(-1)));
        for (const { name, list } of inside) field(name, { procedure, list });
        expect([locale, ...unnamed]).toEqual([locale]);
      }
    },
  );

  it('tells apart what differs, and not what merely was written anew', () => {
    const before = {
      version: 1,
      state: 'a',
      regions: { flow: 'a', standing: 'open' },
      details: { list: [1] },
    };
    const after = {
      version: 2,
      state: 'b',
      regions: { flow: 'b', standing: 'open' },
      details: { list: [1], record: { name: true }, none: [] },
    };
    expect(changesBetween(before, after)).toEqual([
      { path: ['state'], before: 'a', after: 'b' },
      { path: ['details', 'record', 'name'], before: null, after: true },
    ]);
    expect(changesBetween(after, before).map(({ after: now }) => now)).toEqual(['a', null]);
    expect(changesBetween(null, { state: 'a' })).toEqual([{ path: ['state'], before: null, after: 'a' }]);
  });
});
