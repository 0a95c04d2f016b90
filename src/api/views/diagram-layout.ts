/**
 * Where the boxes and arrows of a procedure's diagram stand. Dagre places them; how they look is `diagram.ts`. Rows that
 * join the same two states share an arrow, what leaves the case in its state is listed in the box, and what may happen
 * in many states is listed once, below: drawn from each of them it would hide the ordinary course.
 */
import type { Words } from '../../domain/vocabulary.ts';
import { OPENING } from '../../machines/define-procedure.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import { SHARED_ROWS } from '../../machines/shared-rows.ts';
import { placeGraph } from './place-graph.ts';
import { linesOf, widthOf, type Point } from './svg.ts';

type Locale = keyof Words;

/** Sizes of type, in pixels. */
export const LABEL = 14;
export const CODE = 10.5;

interface Box {
  readonly state: string;
  readonly lines: readonly string[];
  /** Events that leave the case in this state. */
  readonly loops: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Row[];
}

export interface Placed {
  readonly boxes: readonly (Box & Point)[];
  readonly arrows: readonly (Arrow & { points: readonly Point[]; at: Point })[];
  readonly width: number;
  readonly height: number;
}

const layouts = new WeakMap<Procedure, Partial<Record<Locale, Placed>>>();

/** Where everything stands: worked out once for each procedure and language, whatever case is shown in it. */
export function placedOf(procedure: Procedure, locale: Locale): Placed {
  const known = layouts.get(procedure) ?? {};
  layouts.set(procedure, known);
  return (known[locale] ??= place(procedure, locale));
}

function place(procedure: Procedure, locale: Locale): Placed {
  const boxes = boxesOf(procedure, locale);
  const arrows = arrowsOf(procedure);
  const placed = placeGraph(
    boxes.map(({ state, width, height }) => ({ name: state, width, height })),
    arrows.map(({ from, to, rows }) => {
      const lines = rows.map(codesOf);
      return {
        from,
        to,
        width: Math.max(...lines.map((line) => widthOf(line, CODE, 'mono'))) + 8,
        height: lines.length * (CODE + 3) + 4,
        weight: weightOf(procedure, from, to),
      };
    }),
    FULL,
  );
  return {
    boxes: boxes.map((box) => ({ ...box, ...placed.middleOf(box.state) })),
    arrows: arrows.map((arrow) => ({ ...arrow, ...placed.lineOf(arrow.from, arrow.to) })),
    width: placed.width,
    height: placed.height,
  };
}

/** How a whole procedure is laid out: downwards, in the order of its table. */
export const FULL = { rankdir: 'TB', nodesep: 44, edgesep: 22, ranksep: 34 } as const;

/** The way on weighs more than the way back, so that the ordinary course runs straight. */
export const weightOf = (procedure: Procedure, from: string, to: string): number =>
  order(procedure, to) === order(procedure, from) + 1 ? 6 : 1;

const order = (procedure: Procedure, state: string): number => Object.keys(procedure.states).indexOf(state);

const shared = new Set(SHARED_ROWS.map(({ row }) => row));
const ownRows = (procedure: Procedure): Row[] =>
  procedure.rows.filter((row) => (row.region ?? 'flow') === 'flow' && !shared.has(row.row));

/** From this many states on, a row is listed instead of drawn. */
const MANY = 4;
const isWide = ({ from }: Row): boolean => from.length >= MANY;
const flowRows = (procedure: Procedure): Row[] => ownRows(procedure).filter((row) => !isWide(row));

/** Rows that start from many states, in the order of the table. */
export const wideRows = (procedure: Procedure): Row[] => ownRows(procedure).filter(isWide);

function boxesOf(procedure: Procedure, locale: Locale): Box[] {
  const states = Object.entries(procedure.states).map(([state, { label }]): Box => {
    const lines = linesOf(label[locale], LABEL, 150);
    const loops = [...new Set(loopsOf(procedure, state).map(codesOf))];
    const inner = Math.max(
      ...lines.map((line) => widthOf(line, LABEL) * 1.06),
      widthOf(state, CODE, 'mono'),
      ...loops.map((loop) => widthOf(loop, CODE, 'mono') + 14),
    );
    const height = 18 + lines.length * (LABEL + 4) + (CODE + 4) + loops.length * (CODE + 3.5);
    return {
      state,
      lines,
      loops,
      width: Math.max(96, inner + 26),
      height: height + (loops.length > 0 ? 9 : 0),
    };
  });
  return [{ state: OPENING, lines: [], loops: [], width: 22, height: 22 }, ...states];
}

/** Rows that leave a case in this state. */
export const loopsOf = (procedure: Procedure, state: string): Row[] =>
  flowRows(procedure).filter((row) => row.from.includes(state) && (row.to === undefined || row.to === state));

/** Rows by the pair of states they join; what stays in its state is written inside the box instead. */
export function arrowsOf(procedure: Procedure): Arrow[] {
  const arrows = new Map<string, { from: string; to: string; rows: Row[] }>();
  for (const row of flowRows(procedure))
    for (const from of row.from as readonly string[]) {
      if (row.to === undefined || row.to === from) continue;
      const key = `${from} ${row.to}`;
      const arrow = arrows.get(key) ?? { from, to: row.to, rows: [] };
      arrows.set(key, arrow);
      arrow.rows.push(row);
    }
  return [...arrows.values()];
}

/** What stands on an arrow: the event and the row of the table. */
export const codesOf = ({ event, row }: Row): string => `${event} ${row}`;
