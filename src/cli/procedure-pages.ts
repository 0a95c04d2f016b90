/**
 * `docs/procedures/*.md`: each procedure as a page — its diagram, its states, its table of transitions with who, guards,
 * papers, clocks and basis, the rules in plain words. Made from the machines, so that it cannot go stale. Pure.
 */
import type { Effect } from '../domain/effect.ts';
import type { Profile } from '../domain/profile.ts';
import { ROLES, type Role, type Words } from '../domain/vocabulary.ts';
import { possibleEffects } from '../engine/possible-effects.ts';
import type { Procedure, Row } from '../machines/procedure.ts';
import { SHARED_GUARDS, SHARED_ROWS } from '../machines/shared-rows.ts';
import { table } from './glossary/markdown-table.ts';

type Locale = keyof Words;

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => [...new Set(texts)].map(code).join(', ');
const cell = (text: string): string => text.replaceAll('|', '\\|');

const HEADS = {
  en: {
    states: ['State', 'Meaning', 'Who is owed to act', 'Clocks'],
    rows: ['Row', 'Event', 'From', 'To', 'Who', 'Guards', 'Papers', 'Clocks', 'Opens or tells', 'Basis'],
    guards: ['Guard', 'It asks for', 'Basis'],
    closed: 'closed',
    any: 'any state',
    open: 'any open state',
    stays: 'as it is',
    engine: 'the engine',
    persons: (count: number) => `${count} persons`,
    body: 'as a body',
    recordedBy: 'recorded by',
    titles: ['States', 'Transitions', 'Rules', 'What every procedure has'],
    shared:
      'Notes, assignment, recusal, designation, suspension, extension and the mark of a passed deadline are the same in each.',
    note: 'Written by `npm run generate` from src/machines; not to be edited here.',
    version: (version: number) => `Version ${version}.`,
  },
  zh: {
    states: ['状态', '含义', '应当办理的人', '期限'],
    rows: ['序号', '事项', '从', '到', '办理人', '条件', '文书', '期限', '发起、通知', '依据'],
    guards: ['条件', '要求', '依据'],
    closed: '终结',
    any: '任何状态',
    open: '任何未终结状态',
    stays: '不变',
    engine: '系统',
    persons: (count: number) => `${count}人以上`,
    body: '集体决定',
    recordedBy: '代为登记：',
    titles: ['状态', '流转', '规则', '各程序共有的事项'],
    shared: '记录、指定承办人、回避、指定代行、中止、延长和期限届满标记，各程序相同。',
    note: '由程序依据 src/machines 生成，请勿直接修改。',
    version: (version: number) => `第${version}版。`,
  },
} as const;

/** The page of one procedure in one language. `profile` stands in for rows that compute effects from it. */
export function procedurePage(procedure: Procedure, profile: Profile, locale: Locale): string {
  const head = HEADS[locale];
  const shared = new Set(SHARED_ROWS.map(({ row }) => row));
  const own = procedure.rows.filter(({ row }) => !shared.has(row));
  const [states, transitions, rules, common] = head.titles;
  return [
    `# ${procedure.label[locale]}`,
    `<!-- ${head.note} -->`,
    `${code(procedure.name)}. ${head.version(procedure.version)}`,
    `![${procedure.label[locale]}](${procedure.name}.${locale}.svg)`,
    `## ${states}`,
    table(head.states, stateRows(procedure, locale)),
    `## ${transitions}`,
    table(
      head.rows,
      own.map((row) => transitionRow(procedure, row, profile, locale)),
    ),
    `## ${rules}`,
    table(head.guards, guardRows(procedure, locale)),
    `## ${common}`,
    head.shared,
  ]
    .join('\n\n')
    .concat('\n');
}

function stateRows({ states }: Procedure, locale: Locale): string[][] {
  const head = HEADS[locale];
  return Object.entries(states).map(([name, { label, isClosed, owed = [], clocks = [] }]) => [
    code(name),
    isClosed ? `${label[locale]} (${head.closed})` : label[locale],
    whose(owed, locale),
    codes(clocks),
  ]);
}

function transitionRow(procedure: Procedure, row: Row, profile: Profile, locale: Locale): string[] {
  const { effects } = possibleEffects(procedure, row, profile);
  return [
    row.row,
    `${code(row.event)}<br>${cell(row.label[locale])}`,
    fromWhere(procedure, row, locale),
    row.to === undefined ? HEADS[locale].stays : code(row.to),
    who(row, locale),
    codes(row.guards ?? []),
    codes(effects.flatMap((effect) => (effect.kind === 'issue_document' ? [effect.paper] : []))),
    codes(effects.flatMap(clockOf)),
    codes(effects.flatMap(linkedOf)),
    row.basis.join(', '),
  ];
}

const VERBS: Readonly<Record<string, string>> = { start_clock: '+', stop_clock: '-', extend_clock: '→' };
const clockOf = (effect: Effect): string[] =>
  'clock' in effect ? [`${VERBS[effect.kind] ?? ''}${effect.clock}`] : [];
const linkedOf = (effect: Effect): string[] =>
  effect.kind === 'open_case'
    ? [`${effect.procedure}.${effect.event}`]
    : effect.kind === 'send_event' && 'procedure' in effect.to
      ? [`${effect.to.procedure}.${effect.event}`]
      : [];

function fromWhere({ states, regions }: Procedure, { from, region }: Row, locale: Locale): string {
  const all = region === undefined ? Object.keys(states) : Object.keys(regions[region]?.states ?? {});
  const open = Object.entries(states).flatMap(([name, { isClosed }]) => (isClosed ? [] : [name]));
  const sources = from as readonly string[];
  if (all.length > 3 && all.every((state) => sources.includes(state))) return HEADS[locale].any;
  if (open.length > 3 && sources.length === open.length && open.every((state) => sources.includes(state)))
    return HEADS[locale].open;
  return codes(sources);
}

function who(row: Row, locale: Locale): string {
  const head = HEADS[locale];
  if (row.isInternal) return head.engine;
  return [
    whose(row.roles, locale),
    ...(row.isCollective ? [head.body] : []),
    ...((row.people ?? 1) > 1 ? [head.persons(row.people ?? 1)] : []),
    ...(row.recordedBy ? [`(${head.recordedBy} ${whose(row.recordedBy, locale)})`] : []),
  ].join(locale === 'zh' ? '；' : '; ');
}

const whose = (roles: readonly Role[], locale: Locale): string =>
  roles.map((role) => ROLES[role][locale]).join(locale === 'zh' ? '、' : ', ');

/** The rules of the procedure itself, and those shared ones that its own rows name. */
function guardRows(procedure: Procedure, locale: Locale): string[][] {
  const shared = new Set(SHARED_ROWS.map(({ row }) => row));
  const used = new Set(
    procedure.rows.filter(({ row }) => !shared.has(row)).flatMap(({ guards }) => guards ?? []),
  );
  return Object.entries(procedure.guards)
    .filter(([name]) => used.has(name) || !(name in SHARED_GUARDS))
    .map(([name, { words, basis }]) => [code(name), cell(words[locale]), basis.join(', ')]);
}

/** The list of the pages. */
export function procedureIndex(procedures: readonly Procedure[]): string {
  return [
    '# Procedures · 各项程序',
    `<!-- ${HEADS.en.note} -->`,
    table(
      ['Procedure', '程序', 'Version', 'Opened by'],
      procedures.map(({ name, label, version, openings }) => [
        `[${label.en}](${name}.en.md)`,
        `[${label.zh}](${name}.zh.md)`,
        String(version),
        openings.length > 0 ? codes(openings) : 'another procedure',
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}
