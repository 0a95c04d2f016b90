/**
 * A procedure drawn from its own rows: a box per state, an arrow per pair of states with the events that lead there.
 * Rows every procedure shares (notes, recusal, suspension …) are left out. Text and attributes only: no script, no
 * style sheet, nothing fetched.
 */
import { ROLES, type Words } from '../../domain/vocabulary.ts';
import { OPENING } from '../../machines/define-procedure.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import { CODE, codesOf, LABEL, placedOf, wideRows, type Placed } from './diagram-layout.ts';
import { element, escapeXml, MONO, round, SANS, softPath, widthOf, type Point } from './svg.ts';

type Locale = keyof Words;

export interface DiagramOptions {
  readonly locale: Locale;
  /** The state of a case, drawn as the place where it stands. */
  readonly current?: string;
  readonly isSuspended?: boolean;
}

const WORDS = {
  start: { zh: '发起', en: 'start' },
  open: { zh: '办理中的状态', en: 'open state' },
  closed: { zh: '终结的状态', en: 'closed state' },
  current: { zh: '案件当前所处状态', en: 'where the case stands' },
  here: { zh: '当前', en: 'now' },
  suspended: { zh: '当前 · 已中止', en: 'now · suspended' },
  many: { zh: '可在多个状态发生', en: 'possible in several states' },
  internal: { zh: '由关联案件或者期限触发', en: 'fired by a linked case or a clock' },
} as const satisfies Record<string, Words>;

const INK = '#1f2933';
const FAINT = '#52606d';
const LOOKS = {
  open: { fill: '#eaf2fb', stroke: '#2f6da8' },
  closed: { fill: '#f4f1ea', stroke: '#75664a' },
  current: { fill: '#ffe8a3', stroke: '#a84300' },
} as const;
const MARGIN = 24;
const HEADER = 46;

/** The drawing as one SVG document. Throws nothing a procedure of the registry can cause. */
export function diagramOf(procedure: Procedure, { locale, current, isSuspended }: DiagramOptions): string {
  const placed = placedOf(procedure, locale);
  const id = `leeway-${procedure.name}-v${procedure.version}`;
  const heading = procedure.label[locale];
  const legend = legendOf(locale, current !== undefined);
  const notes = notesOf(procedure, locale);
  const inner = Math.max(placed.width, widthOf(heading, 18) + 180, legend.width, notes.width);
  const width = inner + 2 * MARGIN;
  const height = placed.height + HEADER + 2 * MARGIN + 28 + notes.height;
  const at = (x: number, y: number, content: string) =>
    element('g', { transform: `translate(${round(x)} ${round(y)})` }, content);
  const version = `${procedure.name} · v${procedure.version}`;
  const content = [
    element('title', { id: `${id}-title` }, escapeXml(titleOf(procedure, locale))),
    element('desc', { id: `${id}-desc` }, escapeXml(descriptionOf(procedure, locale, current))),
    element('defs', {}, arrowHead(id)),
    element('rect', { width, height, fill: '#ffffff' }),
    text(heading, { x: MARGIN, y: MARGIN + 14, size: 18, weight: 600 }),
    text(version, { x: MARGIN, y: MARGIN + 32, size: CODE, mono: true, fill: FAINT }),
    at(
      (width - placed.width) / 2,
      MARGIN + HEADER,
      [
        ...placed.arrows.map((arrow) => lineOf(arrow, id)),
        ...placed.boxes.map((box) => boxOf(procedure, box, { locale, current, isSuspended })),
        ...placed.arrows.map((arrow) => arrowLabel(arrow, locale)),
      ].join('\n'),
    ),
    at(MARGIN, MARGIN + HEADER + placed.height + 24, notes.content),
    at(MARGIN, height - MARGIN, legend.content),
  ].join('\n');
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.ceil(width),
      height: Math.ceil(height),
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      role: 'img',
      lang: locale === 'zh' ? 'zh-CN' : 'en',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': SANS,
      fill: INK,
    },
    `\n${content}\n`,
  )}\n`;
}

function text(
  content: string,
  {
    x,
    y,
    size,
    ...look
  }: Point & { size: number; weight?: number; mono?: boolean; fill?: string; anchor?: 'middle' },
): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': look.weight,
      'font-family': look.mono ? MONO : undefined,
      fill: look.fill,
      'text-anchor': look.anchor,
    },
    escapeXml(content),
  );
}

const arrowHead = (id: string): string =>
  element(
    'marker',
    {
      id: `${id}-head`,
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto',
    },
    element('path', { d: 'M0,0.8 L10,5 L0,9.2 z', fill: FAINT }),
  );

function lineOf({ rows, points }: Placed['arrows'][number], id: string): string {
  return element('path', {
    d: softPath(points),
    fill: 'none',
    stroke: FAINT,
    'stroke-width': 1.3,
    'stroke-dasharray': rows.every(({ isInternal }) => isInternal) ? '5 4' : undefined,
    'marker-end': `url(#${id}-head)`,
  });
}

/** Event and row of each arrow on a white ground; what it is called, and who may do it, for those who point at it. */
function arrowLabel({ rows, at }: Placed['arrows'][number], locale: Locale): string {
  const lines = rows.map(codesOf);
  const width = Math.max(...lines.map((line) => widthOf(line, CODE, 'mono'))) + 6;
  const height = lines.length * (CODE + 3) + 3;
  const top = at.y - height / 2;
  return element(
    'g',
    {},
    [
      element('title', {}, escapeXml(rows.map((row) => sentenceOf(row, locale)).join('\n'))),
      element('rect', {
        x: at.x - width / 2,
        y: top,
        width,
        height,
        rx: 3,
        fill: '#ffffff',
        'fill-opacity': 0.92,
      }),
      ...lines.map((line, index) =>
        text(line, {
          x: at.x,
          y: top + (index + 1) * (CODE + 3) - 2,
          size: CODE,
          mono: true,
          anchor: 'middle',
        }),
      ),
    ].join(''),
  );
}

const sentenceOf = (row: Row, locale: Locale): string => {
  const who = row.isInternal
    ? WORDS.internal[locale]
    : row.roles.map((role) => ROLES[role][locale]).join(locale === 'zh' ? '、' : ', ');
  return `${row.label[locale]} (${row.event} ${row.row}): ${who}`;
};

function boxOf(
  procedure: Procedure,
  { state, lines, loops, x, y, width, height }: Placed['boxes'][number],
  {
    locale,
    current,
    isSuspended,
  }: { locale: Locale; current: string | undefined; isSuspended: boolean | undefined },
): string {
  if (state === OPENING)
    return element(
      'g',
      {},
      element('title', {}, WORDS.start[locale]) + element('circle', { cx: x, cy: y, r: 9, fill: INK }),
    );
  const isClosed = procedure.states[state]?.isClosed === true;
  const isCurrent = state === current;
  const look = isCurrent ? LOOKS.current : isClosed ? LOOKS.closed : LOOKS.open;
  const left = x - width / 2;
  const top = y - height / 2;
  const kind = isClosed ? WORDS.closed[locale] : WORDS.open[locale];
  let line = top + 10;
  const next = (step: number) => (line += step);
  const outline = { x: left, y: top, width, height, rx: 11, stroke: look.stroke };
  const inner = { x: left + 3.5, y: top + 3.5, width: width - 7, height: height - 7, rx: 8 };
  return element(
    'g',
    { 'data-state': state, 'aria-current': isCurrent ? 'true' : undefined },
    [
      element('title', {}, escapeXml(`${lines.join(' ')} (${state}): ${kind}`)),
      element('rect', { ...outline, fill: look.fill, 'stroke-width': isCurrent ? 3.5 : 1.6 }),
      isClosed ? element('rect', { ...inner, fill: 'none', stroke: look.stroke, 'stroke-width': 1 }) : '',
      ...lines.map((words) =>
        text(words, { x, y: next(LABEL + 3.5), size: LABEL, weight: 600, anchor: 'middle' }),
      ),
      text(state, { x, y: next(CODE + 4.5), size: CODE, mono: true, fill: FAINT, anchor: 'middle' }),
      loops.length > 0
        ? element('line', {
            x1: left + 12,
            x2: left + width - 12,
            y1: next(7),
            y2: line,
            stroke: look.stroke,
            'stroke-opacity': 0.45,
          })
        : '',
      ...loops.map((loop) =>
        text(`↻ ${loop}`, { x, y: next(CODE + 3.5), size: CODE, mono: true, anchor: 'middle' }),
      ),
      isCurrent ? badge(left + width, top, WORDS[isSuspended ? 'suspended' : 'here'][locale]) : '',
    ].join(''),
  );
}

/** So that the place of the case does not rest on colour alone. At the corner, where no arrow ends. */
function badge(right: number, y: number, words: string): string {
  const width = widthOf(words, 11) * 1.08 + 18;
  const x = right + 12 - width / 2;
  return (
    element('rect', { x: x - width / 2, y: y - 10, width, height: 18, rx: 9, fill: LOOKS.current.stroke }) +
    text(words, { x, y: y + 3.5, size: 11, weight: 600, fill: '#ffffff', anchor: 'middle' })
  );
}

function legendOf(locale: Locale, hasCase: boolean): { content: string; width: number } {
  let x = 0;
  const entries = (['open', 'closed', ...(hasCase ? (['current'] as const) : [])] as const).map((kind) => {
    const words = WORDS[kind][locale];
    const { fill, stroke } = LOOKS[kind];
    const entry =
      element('rect', { x, y: -11, width: 20, height: 13, rx: 4, fill, stroke, 'stroke-width': 1.5 }) +
      (kind === 'closed'
        ? element('rect', { x: x + 3, y: -8, width: 14, height: 7, rx: 2, fill: 'none', stroke })
        : '') +
      text(words, { x: x + 27, y: 0, size: 11.5, fill: FAINT });
    x += 27 + widthOf(words, 11.5) + 26;
    return entry;
  });
  const words = WORDS.internal[locale];
  const dashes = element('line', {
    x1: x,
    x2: x + 26,
    y1: -4,
    y2: -4,
    stroke: FAINT,
    'stroke-width': 1.3,
    'stroke-dasharray': '5 4',
  });
  const content = [...entries, dashes, text(words, { x: x + 33, y: 0, size: 11.5, fill: FAINT })].join('');
  return { content, width: x + 33 + widthOf(words, 11.5) };
}

/** What may happen in many states: a line each, under the drawing. */
function notesOf(procedure: Procedure, locale: Locale): { content: string; width: number; height: number } {
  const rows = wideRows(procedure);
  if (rows.length === 0) return { content: '', width: 0, height: 0 };
  const lines = rows.map((row) => {
    const to = row.to === undefined ? '' : ` → ${row.to}`;
    return { row, line: `${row.isInternal ? '- - ' : '↻ '}${codesOf(row)}${to}` };
  });
  const step = CODE + 5;
  const content = [
    text(WORDS.many[locale], { x: 0, y: 0, size: 12, weight: 600 }),
    ...lines.map(({ row, line }, index) =>
      element(
        'g',
        {},
        element('title', {}, escapeXml(sentenceOf(row, locale))) +
          text(line, { x: 0, y: (index + 1) * step + 2, size: CODE, mono: true, fill: FAINT }),
      ),
    ),
  ].join('');
  return {
    content,
    width: Math.max(...lines.map(({ line }) => widthOf(line, CODE, 'mono'))),
    height: (lines.length + 1) * step + 14,
  };
}

const titleOf = ({ label, version }: Procedure, locale: Locale): string =>
  locale === 'zh' ? `${label.zh} 流程图（第${version}版）` : `${label.en}: diagram of version ${version}`;

function descriptionOf(procedure: Procedure, locale: Locale, current: string | undefined): string {
  const states = Object.values(procedure.states);
  const closed = states.filter(({ isClosed }) => isClosed).length;
  const open = states.length - closed;
  const here = current === undefined ? undefined : procedure.states[current]?.label;
  if (locale === 'zh')
    return `${open}个办理中的状态，${closed}个终结的状态。${here ? `案件当前处于“${here.zh}”。` : ''}`;
  return `${open} open states and ${closed} closed ones.${here ? ` The case is at "${here.en}".` : ''}`;
}
