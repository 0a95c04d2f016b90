/**
 * Every code that somebody may meet in a form or on a page has its words in both languages. Codes are collected from where
 * they are used: machines, what they may ask of the world, the operations that write to the journal.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WordsDocument } from '../src/contract/words.ts';
import { CLOCK_KEYS } from '../src/domain/clock-keys.ts';
import { FORM_FORMATS, LISTED_FIELDS, PICKED_FIELDS } from '../src/domain/form-fields.ts';
import { FORM_KEYWORDS, filledForm, formOf, type FormSchema } from '../src/domain/form-schema.ts';
import { PERMISSIONS } from '../src/domain/permission.ts';
import { EVENT_WORDS } from '../src/domain/words/events.ts';
import { FIELD_TABLES, FIELD_WORDS } from '../src/domain/words/fields.ts';
import { VALUE_FIELDS } from '../src/domain/words/value-groups.ts';
import { possibleEffects } from '../src/engine/possible-effects.ts';
import { currentProcedures, everyProcedure } from '../src/machines/registry.ts';
import { profileChoices, schemaOf } from '../src/operations/event-forms.ts';
import { createWords } from '../src/operations/words.ts';
import { loadPapers } from '../src/main/papers.ts';
import { EVERY_PROCEDURE } from './machines/every-procedure.ts';
import { PROFILE, PROFILES } from './machines/play.ts';

const ROOT = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;
const profiles = new Map(
  [...PROFILES.values()].map((profile) => [profile.id, { hash: '', profile, calendar: profile.calendar }]),
);
const readWords = createWords({ papers: loadPapers({ builtinDir: join(ROOT, 'papers') }), profiles });
const { kinds, version } = readWords();
const missing = (codes: Iterable<string>, words: Readonly<Record<string, unknown>>): string[] =>
  [...new Set(codes)].filter((code) => !(code in words));

const effects = everyProcedure().flatMap((procedure) =>
  procedure.rows.flatMap((row) => possibleEffects(procedure, row, PROFILE).effects),
);

const formsOf = everyProcedure().flatMap((procedure) =>
  Object.keys(procedure.events).map(
    (event) => [`${procedure.name}@${procedure.version} ${event}`, schemaOf(procedure, event)] as const,
  ),
);
const partsOf = (form: FormSchema): FormSchema[] => [
  form,
  ...Object.values(form.properties ?? {}).flatMap(partsOf),
  ...(form.items ? partsOf(form.items) : []),
];

describe('the words of all codes', () => {
  it('are as their schema says, and the same every time', () => {
    expect(WordsDocument.safeParse(readWords()).success).toBe(true);
    expect(readWords().version).toBe(version);
  });

  it('are there in both languages', () => {
    const flat = Object.entries(kinds).flatMap(([kind, words]) =>
      Object.entries(words).flatMap(([code, of]) =>
        'zh' in of
          ? [[`${kind} ${code}`, of] as const]
          : Object.entries(of).map(([inner, each]) => [`${kind} ${code} ${inner}`, each] as const),
      ),
    ) as (readonly [string, { zh: string; en: string }])[];
    expect(flat.length).toBeGreaterThan(1_500);
    const wrong = flat.filter(
      ([, { zh, en }]) =>
        !HAN.test(zh) || HAN.test(en) || !/[A-Za-z]/.test(en) || zh.trim() !== zh || en.trim() !== en,
    );
    expect(wrong).toEqual([]);
  });

  it('name every notice, paper, recipient, effect and link that a row may ask for', () => {
    const of = <K extends (typeof effects)[number]['kind']>(kind: K) =>
      effects.filter((effect): effect is Extract<typeof effect, { kind: K }> => effect.kind === kind);
    const notices = of('notify').map(({ notice }) => notice.replace(/:.*$/, ''));
    expect(missing(notices, kinds.notice)).toEqual([]);
    const papers = of('issue_document');
    expect(
      missing(
        papers.map(({ paper }) => paper),
        kinds.paper,
      ),
    ).toEqual([]);
    const told = [...papers.flatMap(({ to }) => to), ...of('notify').flatMap(({ who }) => who)];
    expect(missing(told, kinds.recipient)).toEqual([]);
    expect(
      missing(
        effects.map(({ kind }) => kind),
        kinds.effect,
      ),
    ).toEqual([]);
    expect(
      missing(
        of('open_case').map(({ link }) => link),
        kinds.link,
      ),
    ).toEqual([]);
  });

  it('name every obligation, duty, clock, guard, region and event', () => {
    const rows = everyProcedure().flatMap((procedure) => procedure.rows);
    const owed = EVERY_PROCEDURE.flatMap(({ rows: examples }) => examples.flatMap(({ owes = [] }) => owes));
    expect(missing(owed, kinds.obligation)).toEqual([]);
    expect(missing(CLOCK_KEYS, kinds.clock)).toEqual([]);
    expect(
      missing(
        rows.flatMap(({ duty }) => (duty ? [duty] : [])),
        kinds.duty,
      ),
    ).toEqual([]);
    expect(
      missing(
        rows.flatMap(({ guards = [] }) => guards),
        kinds.guard,
      ),
    ).toEqual([]);
    for (const { name, regions, events } of currentProcedures()) {
      expect(missing(Object.keys(regions), kinds.regionName)).toEqual([]);
      expect([name, missing(Object.keys(events), kinds.event[name]!)]).toEqual([name, []]);
    }
  });

  it('have one name for an event that stands in several rows, and none for another', () => {
    const several = currentProcedures().flatMap(({ name, rows }) =>
      [...new Set(rows.map(({ event }) => event))].flatMap((event) => {
        const labels = rows.filter((row) => row.event === event).map(({ label }) => label.zh);
        return new Set(labels).size > 1 ? [`${name}.${event}`] : [];
      }),
    );
    expect(Object.keys(EVENT_WORDS).sort()).toEqual(several.sort());
  });

  it('name every fact that a case shows of itself', () => {
    const facts = EVERY_PROCEDURE.flatMap(({ procedure, at }) =>
      Object.values(at).flatMap(({ context }) => [
        ...Object.keys(procedure.summary(context)),
        ...Object.keys(context),
      ]),
    );
    expect(missing(facts, FIELD_WORDS).filter((fact) => !someNames(fact))).toEqual([]);
  });

  it('name every entry that an operation writes', () => {
    const folder = join(ROOT, 'src/operations');
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const typed = [...text.matchAll(/\btype: '([a-z_]+\.[a-z_]+)'/g)];
        const noted = [...text.matchAll(/'([a-z_]+\.[a-z_]+ed)'/g)];
        return [...typed, ...noted].map(([, type]) => type!);
      });
    expect(written.length).toBeGreaterThan(50);
    expect(missing(written, kinds.entry).filter((type) => !(type in PERMISSIONS))).toEqual([]);
  });
});

/** Whether a field is named in one procedure or event, though not by its name alone. */
const someNames = (field: string) => Object.keys(FIELD_WORDS).some((name) => name.endsWith(`.${field}`));

describe('the tables of fields', () => {
  it('name no field twice', () => {
    const names = FIELD_TABLES.flatMap((table) => Object.keys(table));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('name no event that there is not', () => {
    const events = new Set(everyProcedure().flatMap((procedure) => Object.keys(procedure.events)));
    const named = [FIELD_WORDS, VALUE_FIELDS, PICKED_FIELDS, LISTED_FIELDS].flatMap((table) =>
      Object.keys(table).flatMap((name) => name.split('.').filter((part) => /^[A-Z_]+$/.test(part))),
    );
    expect([...new Set(named)].filter((event) => !events.has(event))).toEqual([]);
  });
});

describe('the form of every event', () => {
  it.each(formsOf)('%s can be drawn', (_, form) => {
    for (const part of partsOf(form)) {
      expect(
        Object.keys(part).filter((keyword) => !(FORM_KEYWORDS as readonly string[]).includes(keyword)),
      ).toEqual([]);
      expect(FORM_FORMATS).toContain(part['x-format']);
      for (const property of Object.values(part.properties ?? {})) {
        expect(property['x-title']).toMatchObject({ zh: expect.stringMatching(HAN), en: expect.any(String) });
        expect(property['x-order']).toEqual(expect.any(Number));
      }
      if (part.enum) expect(Object.keys(part['x-labels'] ?? {})).toEqual(part.enum);
    }
  });

  it.each([
    ['oneOf', { type: 'object', properties: { text: { oneOf: [] } } }],
    [
      'one of several',
      { type: 'object', properties: { text: { anyOf: [{ type: 'string' }, { type: 'number' }] } } },
    ],
    ['no words', { type: 'object', properties: { colourOfShoes: { type: 'string' } } }],
    ['codes that have no words', { type: 'object', properties: { text: { type: 'string', enum: ['a'] } } }],
    ['no words in vote', { type: 'object', properties: { vote: { type: 'string', enum: ['perhaps'] } } }],
  ])('is refused where it holds %s', (_, schema) => {
    expect(() => formOf(schema, 'complaint', 'NOTE')).toThrow(/complaint NOTE/);
  });

  it('says which way of clarifying comes with any other', () => {
    const clarification = currentProcedures().find(({ name }) => name === 'clarification')!;
    const { properties }: FormSchema = schemaOf(clarification, 'CONSULT_SUBJECT');
    expect(properties!.forms!['x-companion']).toBe('written');
    expect(properties!.forms!.items!.enum).toContain('written');
  });

  it('offers the codes of the profile, and asks for others where several act', () => {
    const complaint = currentProcedures()[0]!;
    const decline = filledForm(schemaOf(complaint, 'DECLINE'), profileChoices(PROFILE));
    expect(decline.properties!.reason!.enum).toEqual(
      PROFILE.lists.non_acceptance_reasons.map(({ code }) => code),
    );
    expect(decline.properties!.participants!['x-rare']).toBe(true);
    const many = filledForm(schemaOf(complaint, 'DECLINE'), {}, 2);
    expect(many.properties!.participants!['x-rare']).toBeUndefined();
    expect(many.properties!.reason!.enum).toBeUndefined();
  });
});
