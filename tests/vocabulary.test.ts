/**
 * The words of the trade: every code is spelled one way, `snake_case`, events in capitals, and has its words in Chinese
 * and in English. Codes are collected from where they are used, so that a new one cannot slip by.
 */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CASE_PART_WORDS } from '../src/domain/case-parts.ts';
import { CLOCK_KEYS } from '../src/domain/clock-keys.ts';
import { CLOCK_WORDS } from '../src/domain/clock-words.ts';
import { DIRECTORY_RULES, GRANT_KINDS } from '../src/domain/directory.ts';
import { DUTIES } from '../src/domain/duty.ts';
import { IDENTITY_PURPOSES } from '../src/domain/identity-purposes.ts';
import { PERMISSIONS } from '../src/domain/permission.ts';
import { LIST_NAMES } from '../src/domain/profile.ts';
import { ROLE_CONDUCT } from '../src/domain/roles.ts';
import * as tolerance from '../src/domain/tolerance.ts';
import { PURPOSES } from '../src/domain/purpose.ts';
import { ROLES, type Words } from '../src/domain/vocabulary.ts';
import { OBLIGATION_WORDS } from '../src/domain/words/effects.ts';
import { possibleEffects } from '../src/engine/possible-effects.ts';
import { FINDINGS } from '../src/machines/allegation-findings.ts';
import { OUTCOMES } from '../src/machines/complaint-outcome.ts';
import { GENERIC_WORDS } from '../src/machines/generic-guards.ts';
import { currentProcedures } from '../src/machines/registry.ts';
import { PERSON_RULES } from '../src/operations/case-act.ts';
import { EVERY_PROCEDURE } from './machines/every-procedure.ts';
import { PROFILE, PROFILES } from './machines/play.ts';

const SNAKE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const SCREAMING = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const HAN = /\p{Script=Han}/u;

type Worded = readonly [string, Words];
const of = (what: string, words: Readonly<Record<string, Words>>): Worded[] =>
  Object.entries(words).map(([code, both]) => [`${what} ${code}`, both]);

const procedures = currentProcedures();
const perProcedure = procedures.flatMap(({ name, label, states, regions, guards, rows }): Worded[] => [
  [`procedure ${name}`, label],
  ...Object.entries(states).map(([code, state]): Worded => [`state ${name}.${code}`, state.label]),
  ...Object.entries(regions).flatMap(([region, { states: leaves }]) =>
    Object.entries(leaves).map(([code, leaf]): Worded => [`state ${name}.${region}.${code}`, leaf.label]),
  ),
  ...Object.entries(guards).map(([code, guard]): Worded => [`guard ${name}.${code}`, guard.words]),
  ...rows.map((row): Worded => [`event ${name}.${row.event} by ${row.row}`, row.label]),
]);
const perProfile = [...PROFILES.values()].flatMap(({ id, lists }) =>
  LIST_NAMES.flatMap((name) => lists[name].map((item): Worded => [`item ${id}.${name}.${item.code}`, item])),
);

const WORDED: readonly Worded[] = [
  ...perProcedure,
  ...perProfile,
  ...of('role', ROLES),
  ...of('grant kind', GRANT_KINDS),
  ...Object.entries(DIRECTORY_RULES).map(([code, { words }]): Worded => [`directory rule ${code}`, words]),
  ...Object.entries(ROLE_CONDUCT).flatMap(([role, { may, mayNot }]): Worded[] => [
    [`what ${role} may do`, may],
    ...(mayNot ? [[`what ${role} may not do`, mayNot] as const] : []),
  ]),
  ...of('duty', DUTIES),
  ...of('part in a case', CASE_PART_WORDS),
  ...of('purpose of an opening', IDENTITY_PURPOSES),
  ...of('purpose of a reading', PURPOSES),
  ...of('rule on persons', PERSON_RULES),
  ...of('finding', FINDINGS),
  ...of('outcome', tolerance.OUTCOMES),
  ...of('factor', tolerance.FACTORS),
  ...of('rating', tolerance.RATINGS),
  ...of('distinction', tolerance.DISTINCTIONS),
  ...of('minor measure', tolerance.MINOR_MEASURES),
  ...of('sham kind', tolerance.SHAM_KINDS),
  ...Object.entries(GENERIC_WORDS).map(([code, { words }]): Worded => [`guard ${code}`, words]),
  ...Object.entries(PERMISSIONS).map(([code, { sentence }]): Worded => [`permission ${code}`, sentence]),
  ...of('clock', CLOCK_WORDS),
];

describe('every code has its words', () => {
  it.each(WORDED)('%s', (_, { zh, en }) => {
    expect(zh).toMatch(HAN);
    expect(zh.trim()).toBe(zh);
    expect(en).toMatch(/[a-z]/);
    expect(en).not.toMatch(HAN);
    expect(en.trim()).toBe(en);
  });

  it('and each clock of the profile has them', () => {
    expect(Object.keys(CLOCK_WORDS).sort()).toEqual([...CLOCK_KEYS].sort());
  });

  it('and each obligation that a row leaves has them', () => {
    const owed = EVERY_PROCEDURE.flatMap(({ rows }) => rows.flatMap(({ owes = [] }) => owes));
    const known = Object.keys(OBLIGATION_WORDS);
    expect([...new Set(owed)].filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('every code is spelled one way', () => {
  const clockParts = CLOCK_KEYS.flatMap((key) => key.split('.'));
  const codes = {
    procedure: procedures.map(({ name }) => name),
    state: procedures.flatMap(({ states, regions }) => [
      ...Object.keys(states),
      ...Object.entries(regions).flatMap(([region, { states: leaves }]) => [region, ...Object.keys(leaves)]),
    ]),
    guard: [...procedures.flatMap(({ guards }) => Object.keys(guards)), ...Object.keys(GENERIC_WORDS)],
    role: Object.keys(ROLES),
    'grant kind': Object.keys(GRANT_KINDS),
    'directory rule': Object.keys(DIRECTORY_RULES),
    duty: Object.keys(DUTIES),
    finding: Object.keys(FINDINGS),
    outcome: [...Object.keys(tolerance.OUTCOMES), ...OUTCOMES],
    clock: clockParts,
    list: LIST_NAMES,
    item: [...PROFILES.values()].flatMap(({ lists }) =>
      LIST_NAMES.flatMap((name) => lists[name].map(({ code }) => code)),
    ),
    obligation: Object.keys(OBLIGATION_WORDS),
  } satisfies Record<string, readonly string[]>;

  it.each(Object.entries(codes))('%s', (_, list) => {
    expect(list.length).toBeGreaterThan(0);
    expect([...new Set(list)].filter((code) => !SNAKE.test(code))).toEqual([]);
  });

  it('event', () => {
    const events = procedures.flatMap((procedure) => Object.keys(procedure.events));
    expect(events.filter((event) => !SCREAMING.test(event))).toEqual([]);
  });

  it('clock key: a prefix of its procedure, a dot, a name', () => {
    const prefixes = [
      'report',
      'recusal',
      'clar',
      'fa',
      'tol',
      'prefile',
      'rect',
      'service',
      'appeal',
      'perf',
    ];
    expect(CLOCK_KEYS.filter((key) => !prefixes.includes(key.split('.')[0]!))).toEqual([]);
    expect(CLOCK_KEYS.filter((key) => key.split('.').length !== 2)).toEqual([]);
  });

  it('paper and notice', () => {
    const effects = procedures.flatMap((procedure) =>
      procedure.rows.flatMap((row) => possibleEffects(procedure, row, PROFILE).effects),
    );
    const papers = effects.flatMap((effect) => (effect.kind === 'issue_document' ? [effect.paper] : []));
    const notices = effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice] : []));
    expect(papers.length).toBeGreaterThan(30);
    expect([...new Set(papers)].filter((code) => !SNAKE.test(code))).toEqual([]);
    expect([...new Set(notices)].filter((code) => !SNAKE.test(code) && !code.startsWith('overdue:'))).toEqual(
      [],
    );
  });

  it('row: the letter and number of the brief, or a name of our own behind the letter', () => {
    const rows = procedures.flatMap((procedure) => procedure.rows.map(({ row }) => row));
    const odd = rows.filter(
      (row) => !/^(?:[A-GP]\d*'?(?:-[a-z]+(?:[-_][a-z]+)*)?|[a-z]+(?:-[a-z]+)?)$/.test(row),
    );
    expect(odd).toEqual([]);
  });
});

describe('what travels', () => {
  interface Shape {
    readonly properties?: Readonly<Record<string, Shape>>;
    readonly items?: Shape;
    readonly anyOf?: readonly Shape[];
    readonly enum?: readonly unknown[];
    readonly $defs?: Readonly<Record<string, Shape>>;
  }
  const shapesIn = (shape: Shape): Shape[] => [
    shape,
    ...Object.values(shape.properties ?? {}).flatMap(shapesIn),
    ...(shape.items ? shapesIn(shape.items) : []),
    ...(shape.anyOf ?? []).flatMap(shapesIn),
    ...Object.values(shape.$defs ?? {}).flatMap(shapesIn),
  ];
  const shapes = procedures.flatMap((procedure) =>
    Object.values(procedure.events).flatMap((schema) =>
      shapesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape),
    ),
  );

  it('has fields in camelCase', () => {
    const fields = shapes.flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect([...new Set(fields)].filter((field) => !CAMEL.test(field))).toEqual([]);
  });

  it('has codes in snake_case for values', () => {
    const values = shapes.flatMap((shape) => shape.enum ?? []);
    expect(values.length).toBeGreaterThan(50);
    expect([...new Set(values)].filter((value) => !SNAKE.test(value as string))).toEqual([]);
  });

  it('has summaries in camelCase', () => {
    const fields = EVERY_PROCEDURE.flatMap(({ procedure, at }) =>
      Object.keys(procedure.summary(Object.values(at)[1]!.context)),
    );
    expect(fields.filter((field) => !CAMEL.test(field))).toEqual([]);
  });
});

describe('one word', () => {
  it('is used for each minor measure, in tolerance and in the lists of the profile', () => {
    const listed = PROFILE.lists.minor_handling.map(({ code, zh }) => [code, zh]);
    expect(Object.entries(tolerance.MINOR_MEASURES).map(([code, { zh }]) => [code, zh])).toEqual(listed);
  });

  it('is used for an outcome, of a complaint and of the allegation that brought it about', () => {
    const [complaint, allegation] = procedures;
    for (const outcome of OUTCOMES)
      expect([outcome, complaint!.states[outcome]?.label]).toEqual([
        outcome,
        allegation!.states[outcome]?.label,
      ]);
  });
});
