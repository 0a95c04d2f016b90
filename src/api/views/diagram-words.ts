/**
 * Where a diagram's boxes, arrows and labels stand when they bear words: every box holds the wider of both languages, so
 * that another language moves nothing. Worked out once for each procedure version; what a case adds is `diagram-view.ts`.
 */
import type { Words } from '../../domain/vocabulary.ts';
import { OPENING } from '../../machines/define-procedure.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import { arrowsOf, FULL, loopsOf, weightOf, type Arrow } from './diagram-layout.ts';
import { placeGraph } from './place-graph.ts';
import { linesOf, widthOf, type Point } from './svg.ts';

const LOCALES = ['zh', 'en'] as const satisfies readonly (keyof Words)[];

/** A line is so many times as high as its type. */
export const LINE = 1.35;

/** Smallest target a pointer is sure to hit (WCAG 2.5.8). */
const TARGET = 24;

/** Faces differ: room for one that is wider than what was measured, and for bold names of states. */
const FACE = 1.1;
const BOLD = 1.2;
/** Least room in a box: for the mark of where the case stands. */
const LEAST = 92;

/** Room round words, and between a state and what is written under it. */
const PAD = 9;
/** The line under a state's name: where the case stands, or when it came by. */
export const MARK = 12;

interface Style {
  readonly stateSize: number;
  readonly eventSize: number;
  /** Widths at which words are broken. */
  readonly stateWidth: number;
  readonly eventWidth: number;
  readonly layout: Parameters<typeof placeGraph>[2];
}

const WHOLE: Style = { stateSize: 14, eventSize: 12, stateWidth: 150, eventWidth: 130, layout: FULL };

/** Three columns in some 560 px: the side of a page. */
const NEAR: Style = {
  stateSize: 13,
  eventSize: 12,
  stateWidth: 78,
  eventWidth: 74,
  layout: { rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 12 },
};

export interface WordBox extends Point {
  readonly lines: Record<keyof Words, string[]>;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEvent extends WordBox {
  readonly row: Row;
}

export interface WordLayout {
  readonly style: Pick<Style, 'stateSize' | 'eventSize'>;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (WordBox & { readonly state: string; readonly loops: readonly PlacedEvent[] })[];
  readonly edges: readonly (Omit<Arrow, 'rows'> & {
    readonly points: readonly Point[];
    readonly events: readonly PlacedEvent[];
  })[];
}

const layouts = new WeakMap<Procedure, Map<string, WordLayout>>();

function remembered(procedure: Procedure, key: string, place: () => WordLayout): WordLayout {
  const known = layouts.get(procedure) ?? new Map<string, WordLayout>();
  layouts.set(procedure, known);
  const layout = known.get(key) ?? place();
  known.set(key, layout);
  return layout;
}

/** The whole procedure, from top to bottom. */
export const wholeLayout = (procedure: Procedure): WordLayout =>
  remembered(procedure, '', () =>
    place(procedure, WHOLE, [OPENING, ...Object.keys(procedure.states)], arrowsOf(procedure)),
  );

/**
 * A state and one step each way, from left to right: what leads on from it, and where `before` is known nothing but that
 * on the side it came from.
 */
export const nearLayout = (procedure: Procedure, state: string, before: string | null): WordLayout =>
  remembered(procedure, `${state} ${before ?? ''}`, () => {
    const all = arrowsOf(procedure);
    const on = all.filter(({ from }) => from === state);
    const back = all.filter(({ from, to }) => to === state && (before === null || from === before));
    const arrows = [...on, ...back];
    const states = [state, ...arrows.flatMap(({ from, to }) => [from, to])];
    return place(procedure, NEAR, [...new Set(states)], arrows);
  });

function place(
  procedure: Procedure,
  style: Style,
  states: readonly string[],
  arrows: readonly Arrow[],
): WordLayout {
  const nodes = states.map((state) => ({ state, ...measured(procedure, state, style) }));
  const labels = arrows.map((arrow) => ({ arrow, stack: stacked(arrow.rows, style) }));
  const placed = placeGraph(
    nodes.map(({ state, width, height }) => ({ name: state, width, height })),
    labels.map(({ arrow: { from, to }, stack: { width, height } }) => ({
      from,
      to,
      width: width + 6,
      height: height + 4,
      weight: weightOf(procedure, from, to),
    })),
    style.layout,
  );
  return {
    style,
    width: Math.ceil(placed.width),
    height: Math.ceil(placed.height),
    nodes: nodes.map(({ state, lines, width, height, loops, loopsTop }) => {
      const corner = cornerOf(placed.middleOf(state), { width, height });
      return {
        state,
        lines,
        width,
        height,
        ...corner,
        loops: loops.events.map((event) => moved(event, corner.x + width / 2, corner.y + loopsTop)),
      };
    }),
    edges: labels.map(({ arrow: { from, to }, stack }) => {
      const { points, at } = placed.lineOf(from, to);
      return {
        from,
        to,
        points: points.map(({ x, y }) => ({ x: tenth(x), y: tenth(y) })),
        events: stack.events.map((event) => moved(event, at.x, at.y - stack.height / 2)),
      };
    }),
  };
}

/** How large the box of a state is: its name, a line for what a case adds, and the events that stay in it. */
function measured(procedure: Procedure, state: string, style: Style) {
  const label = procedure.states[state]?.label;
  const loops = stacked(loopsOf(procedure, state), style);
  if (!label)
    return { lines: { zh: [], en: [] }, width: 22, height: 22, loops: stacked([], style), loopsTop: 0 };
  const lines = broken(label, style.stateSize, style.stateWidth);
  const height = PAD * 2 + linesHigh(lines, style.stateSize) + MARK * LINE;
  return {
    lines,
    width: Math.ceil(Math.max(LEAST, wide(lines, style.stateSize) * BOLD, loops.width) + PAD * 2),
    height: Math.ceil(height + (loops.events.length > 0 ? loops.height + PAD : 0)),
    loops,
    loopsTop: height,
  };
}

/** Labels one under the other, about a middle line that starts at 0. */
function stacked(
  rows: readonly Row[],
  { eventSize, eventWidth }: Style,
): { readonly events: readonly PlacedEvent[]; readonly width: number; readonly height: number } {
  let y = 0;
  const events = rows.map((row) => {
    const lines = broken(row.label, eventSize, eventWidth);
    const width = Math.ceil(Math.max(TARGET, wide(lines, eventSize) * FACE + 12));
    const height = Math.ceil(Math.max(TARGET, linesHigh(lines, eventSize) + 6));
    const event = { row, lines, width, height, x: -width / 2, y };
    y += height + 4;
    return event;
  });
  return { events, width: Math.max(0, ...events.map(({ width }) => width)), height: Math.max(0, y - 4) };
}

const broken = (words: Words, size: number, limit: number): WordBox['lines'] => ({
  zh: linesOf(words.zh, size, limit),
  en: linesOf(words.en, size, limit),
});
const wide = (lines: WordBox['lines'], size: number): number =>
  Math.max(...LOCALES.flatMap((locale) => lines[locale].map((line) => widthOf(line, size))));
const linesHigh = ({ zh, en }: WordBox['lines'], size: number): number =>
  Math.max(zh.length, en.length) * size * LINE;

const cornerOf = ({ x, y }: Point, { width, height }: { width: number; height: number }): Point => ({
  x: tenth(x - width / 2),
  y: tenth(y - height / 2),
});
const moved = (event: PlacedEvent, x: number, y: number): PlacedEvent => ({
  ...event,
  x: tenth(event.x + x),
  y: tenth(event.y + y),
});

/** Finer than a screen shows. */
const tenth = (value: number): number => Math.round(value * 10) / 10;
