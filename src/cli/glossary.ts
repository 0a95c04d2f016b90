/**
 * `docs/glossary.md`: every code the product uses, with its Chinese term and one line. The tables are built from the code,
 * so that they cannot go stale; what words mean is written in `glossary/`. Pure: no file, no clock, no profile.
 */
import { CLOCK_KEYS, NEVER_PAUSED } from '../domain/clock-keys.ts';
import { DUTIES, INCOMPATIBLE } from '../domain/duty.ts';
import { EFFECT_KINDS, LINK_TYPES } from '../domain/effect.ts';
import { UNITS } from '../domain/limit.ts';
import { LIST_NAMES } from '../domain/profile.ts';
import {
  DISTINCTIONS,
  FACTORS,
  KEY_FACTORS,
  MINOR_MEASURES,
  OUTCOMES,
  RATINGS,
  SHAM_KINDS,
  type Factor,
} from '../domain/tolerance.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { PARTY_ROLES, ROLES, STAFF_ROLES, type Role, type Words } from '../domain/vocabulary.ts';
import { EFFECT_WORDS, LINK_WORDS, OBLIGATION_WORDS } from '../domain/words/effects.ts';
import { DAY_WORDS, LIST_WORDS, UNIT_WORDS } from '../domain/words/limits.ts';
import { REFUSAL_WORDS } from '../domain/words/refusals.ts';
import { VALUE_GROUPS } from '../domain/words/value-groups.ts';
import { PROBLEMS } from '../contract/problems.ts';
import { DECISIONS, DISPOSITIONS, MATERIALS, MEASURES } from '../machines/allegation-events.ts';
import {
  allowsMinorHandling,
  FINDINGS,
  isClarifiable,
  isErrorInDuty,
  isSubstantiated,
  needsNothingMore,
} from '../machines/allegation-findings.ts';
import { CIRCLES, FORMS } from '../machines/clarification-events.ts';
import { CHANNELS } from '../machines/complaint-events.ts';
import { ACCUSER_KINDS, GAINS } from '../machines/false-accusation-events.ts';
import { OUTCOMES as COMPLAINT_OUTCOMES } from '../machines/complaint-outcome.ts';
import { GENERIC_WORDS } from '../machines/generic-guards.ts';
import { REVIEW_RESULTS, SOURCES } from '../machines/performance-review-events.ts';
import type { Procedure } from '../machines/procedure.ts';
import { currentProcedures } from '../machines/registry.ts';
import { SHARED_EVENTS } from '../machines/shared-rows.ts';
import {
  DELIVERY_MANNERS,
  INTAKE_REFUSALS,
  REVOCATION_GROUNDS,
} from '../machines/tolerance-review-events.ts';
import * as words from './glossary/code-words.ts';
import { table } from './glossary/markdown-table.ts';
import { OF_THE_PROGRAM, OF_THE_TRADE, type Meaning } from './glossary/meanings.ts';

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(', ');

/** Codes with the words they carry, or with a line instead where that says more. */
const coded = (
  entries: Readonly<Record<string, Words>>,
  order: readonly string[] = Object.keys(entries),
  lines: Readonly<Record<string, string>> = {},
): string =>
  table(
    ['Code', '中文', 'In English'],
    order.map((name) => [code(name), entries[name]?.zh ?? '', lines[name] ?? entries[name]?.en ?? '']),
  );

const meanings = (of: readonly Meaning[]): string =>
  table(
    ['Word', '中文', 'What it means here'],
    of.map(({ word, zh, meaning }) => [`**${word}**`, zh, meaning]),
  );

const kindOf = (role: Role): string =>
  PARTY_ROLES.includes(role) ? 'party' : STAFF_ROLES.includes(role) ? 'staff' : 'other';

const roles = (): string =>
  table(
    ['Code', '中文', 'In English', 'Kind', 'What for'],
    (Object.keys(ROLES) as Role[]).map((role) => [
      code(role),
      ROLES[role].zh,
      ROLES[role].en,
      kindOf(role),
      words.ROLE_LINES[role],
    ]),
  );

const duties = (): string =>
  table(
    ['Code', '中文', 'In English', 'How it comes about', 'Excludes'],
    (Object.keys(DUTIES) as (keyof typeof DUTIES)[]).map((duty) => [
      code(duty),
      DUTIES[duty].zh,
      DUTIES[duty].en,
      words.DUTY_LINES[duty],
      codes(INCOMPATIBLE.filter((pair) => pair.includes(duty)).map(([a, b]) => (a === duty ? b : a))),
    ]),
  );

const procedures = (): string =>
  table(
    ['Code', '中文', 'In English', 'Opened by'],
    currentProcedures().map(({ name, label, openings }) => [
      code(name),
      label.zh,
      label.en,
      openings.length > 0 ? codes(openings) : 'a linked case alone',
    ]),
  );

const states = ({ states: all }: Procedure): string =>
  table(
    ['State', '中文', 'In English', 'Clocks', 'Owed to act'],
    Object.entries(all).map(([state, { label, isClosed, clocks = [], owed = [] }]) => [
      code(state),
      label.zh,
      label.en,
      isClosed === true ? 'closed' : codes(clocks),
      codes(owed),
    ]),
  );

/** Events by name: those the procedure shares with all others are told apart, once. */
function events({ rows }: Procedure, isShared: boolean): string {
  const shown = rows.filter(({ event }) => event in SHARED_EVENTS === isShared);
  return table(
    ['Event', '中文', 'In English', 'Rows', 'Who'],
    [...new Set(shown.map(({ event }) => event))].map((event) => {
      const own = shown.filter((row) => row.event === event);
      const labels = [...new Map(own.map(({ label }) => [label.en, label])).values()];
      return [
        code(event),
        labels.map(({ zh }) => zh).join('；'),
        labels.map(({ en }) => en).join('; '),
        own.map(({ row }) => row).join(', '),
        codes([...new Set(own.flatMap((row) => [...row.roles, ...(row.recordedBy ?? [])]))]),
      ];
    }),
  );
}

const regions = (): string =>
  table(
    ['Region', 'State', '中文', 'In English', 'Procedures'],
    [...new Set(currentProcedures().flatMap((each) => Object.keys(each.regions)))].flatMap((region) => {
      const having = currentProcedures().filter((each) => region in each.regions);
      const own = having[0]?.regions[region]?.states ?? {};
      return Object.entries(own).map(([state, { label }]) => [
        code(region),
        code(state),
        label.zh,
        label.en,
        having.length === currentProcedures().length ? 'all' : codes(having.map(({ name }) => name)),
      ]);
    }),
  );

function leadsTo(finding: string): string {
  const ways = [
    isClarifiable(finding) && 'opens a clarification',
    isSubstantiated(finding) && 'a case may be filed',
    allowsMinorHandling(finding) && 'minor handling is open',
    isErrorInDuty(finding, false) && 'tolerance has to be looked at',
    !isErrorInDuty(finding, false) && isErrorInDuty(finding, true) && 'tolerance too, where it is of duty',
    needsNothingMore(finding) && 'closes with the complaint',
  ];
  return ways.filter((way) => way !== false).join('; ');
}

const findings = (): string =>
  table(
    ['Code', '中文', 'In English', 'Leads to'],
    Object.entries(FINDINGS).map(([finding, { zh, en }]) => [code(finding), zh, en, leadsTo(finding)]),
  );

const factors = (): string =>
  table(
    ['Code', '中文', 'In English', 'Against: no `exempted`, no `not_pursued`'],
    (Object.keys(FACTORS) as Factor[]).map((factor) => [
      code(factor),
      FACTORS[factor].zh,
      FACTORS[factor].en,
      KEY_FACTORS.includes(factor) ? 'by a rule of its own' : 'by the rule for all factors',
    ]),
  );

const clocks = (): string =>
  table(
    ['Key', '中文', 'In English', 'In suspension'],
    CLOCK_KEYS.map((key) => [
      code(key),
      CLOCK_WORDS[key].zh,
      CLOCK_WORDS[key].en,
      NEVER_PAUSED.includes(key) ? 'never pauses' : 'as the profile says',
    ]),
  );

const refusals = (): string =>
  table(
    ['Reason', 'HTTP', '中文', 'In English'],
    Object.entries(words.REFUSAL_LINES).map(([reason, { line, status }]) => [
      code(reason),
      status,
      REFUSAL_WORDS[reason as keyof typeof REFUSAL_WORDS].zh,
      line,
    ]),
  );

const genericGuards = (): string =>
  table(
    ['Guard', '中文', 'In English'],
    Object.entries(GENERIC_WORDS).map(([guard, { words: said }]) => [code(guard), said.zh, said.en]),
  );

const problems = (): string =>
  table(
    ['Code', 'HTTP', '中文', 'In English'],
    Object.entries(PROBLEMS).map(([name, { status, title }]) => [
      `[${name}](problems.md#${name})`,
      String(status),
      title.zh,
      title.en,
    ]),
  );

const HEAD = `# Glossary

<!-- Written by \`npm run generate\` from src/cli/glossary.ts; not to be edited here. -->

Every code of the product with its Chinese term. Codes are spelled the same in the machines, the database, the API and the
journal. Words in both languages come with every answer of the API; this page is for looking them up.

本页列出系统使用的全部代码及其中文术语；由程序生成，请勿直接修改。`;

const MARKS = `Rules say what they rest on, in \`basis\`. The marks are these; [sources.md](sources.md) lists them one by one.

- \`A9\`, \`B5\`, \`C12\`: the row of the procedure's table. A is the complaint and its allegations, B clarification, C tolerance.
- \`S10\`: a numbered source, a law, a rule or a study.
- \`K\`: general knowledge that nobody has looked up. \`D\`: a default that this product chose. Check both before use.
- \`T14\`: a trap that a naive design falls into, and this rule keeps out of.
- \`1.7\`, \`domain 4.2\`, \`settled 6\`, \`design 1.3\`, \`contract\`: sections of the working papers behind the tables.`;

/** The whole page, as Prettier leaves it. */
export function glossary(): string {
  const each = (of: (procedure: Procedure) => string): string =>
    currentProcedures()
      .map((procedure) => `### ${procedure.label.en} (${code(procedure.name)})\n\n${of(procedure)}`)
      .join('\n\n');
  const first = currentProcedures()[0] as Procedure;
  const sections: readonly (readonly [heading: string, ...parts: string[]])[] = [
    ['Words of the program', meanings(OF_THE_PROGRAM)],
    ['Words of the trade', meanings(OF_THE_TRADE)],
    ['Marks of a basis', MARKS],
    ['Roles', roles()],
    ['Duties', 'A person who has one of these in a family cannot take on those it excludes.', duties()],
    ['Procedures', procedures()],
    ['States', each(states)],
    ['Regions beside the flow', regions()],
    ['Events', each((procedure) => events(procedure, false)), '### In every procedure', events(first, true)],
    ['Findings', 'One for each allegation and person.', findings()],
    ['Dispositions', coded(VALUE_GROUPS.disposition, DISPOSITIONS, words.DISPOSITION_LINES)],
    ['Decisions', 'From light to heavy.', coded(VALUE_GROUPS.decision, DECISIONS, words.DECISION_LINES)],
    ['Measures of a sanction', 'From light to heavy.', coded(VALUE_GROUPS.measure, MEASURES)],
    ['Minor measures', coded(MINOR_MEASURES)],
    [
      'Outcomes of a complaint',
      `The gravest outcome of any allegation is the complaint's. From light to grave: ${codes(COMPLAINT_OUTCOMES)}.`,
    ],
    ['Outcomes of a tolerance review', 'One for each act and person.', coded(OUTCOMES)],
    ['Factors', factors()],
    ['Ratings of a factor', coded(RATINGS)],
    ['Distinctions', coded(DISTINCTIONS)],
    ['Kinds of sham performance', 'They describe how a duty was done and are no verdict.', coded(SHAM_KINDS)],
    ['Refusals of intake', coded(VALUE_GROUPS.intake_refusal, INTAKE_REFUSALS, words.INTAKE_REFUSAL_LINES)],
    ['Grounds of revocation', coded(VALUE_GROUPS.revocation, REVOCATION_GROUNDS, words.REVOCATION_LINES)],
    ['Forms of clarification', coded(VALUE_GROUPS.form, FORMS, words.FORM_LINES)],
    ['Circles', 'From narrow to wide.', coded(VALUE_GROUPS.circle, CIRCLES, words.CIRCLE_LINES)],
    ['Kinds of accusers', coded(VALUE_GROUPS.accuser_kind, ACCUSER_KINDS, words.ACCUSER_KIND_LINES)],
    ['Gains by an accusation', coded(VALUE_GROUPS.gain, GAINS)],
    ['Sources of signals', coded(VALUE_GROUPS.signal_source, SOURCES, words.SIGNAL_SOURCE_LINES)],
    [
      'Results of a performance review',
      coded(VALUE_GROUPS.performance, REVIEW_RESULTS, words.REVIEW_RESULT_LINES),
    ],
    ['Channels of a complaint', coded(VALUE_GROUPS.channel, CHANNELS, words.CHANNEL_LINES)],
    ['Materials', coded(VALUE_GROUPS.material, MATERIALS, words.MATERIAL_LINES)],
    ['Manners of delivery', coded(VALUE_GROUPS.manner, DELIVERY_MANNERS, words.DELIVERY_LINES)],
    ['Clocks', 'The limits are in the [profile](profiles.md).', clocks()],
    ['Units of a limit', coded(UNIT_WORDS, UNITS, words.UNIT_LINES)],
    ['Kinds of days', coded(DAY_WORDS, undefined, words.DAY_LINES)],
    ['Lists of a profile', coded(LIST_WORDS, LIST_NAMES, words.LIST_LINES)],
    ['Effects', coded(EFFECT_WORDS, EFFECT_KINDS, words.EFFECT_LINES)],
    ['Links', coded(LINK_WORDS, LINK_TYPES)],
    ['Obligations', coded(OBLIGATION_WORDS)],
    [
      'Refusals',
      'Why the engine says no, and the HTTP status it becomes.',
      refusals(),
      'Guards of every row. Those of a procedure stand in `GET /api/v1/procedures/{name}`, with words and basis.',
      genericGuards(),
    ],
    ['Problems', 'What the API answers when it says no.', problems()],
  ];
  const body = sections.map(([heading, ...parts]) => [`## ${heading}`, ...parts].join('\n\n'));
  return `${[HEAD, ...body].join('\n\n')}\n`;
}
