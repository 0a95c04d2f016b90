/**
 * Where the boxes and arrows of a procedure's diagram stand. Dagre places them; how they look is `diagram.ts`. Rows that
 * join the same two states share an arrow, what leaves the case in its state is listed in the box, and what may happen
 * in many states is listed once, below: drawn from each of them it would hide the ordinary course.
 */
import * as dagre from '@dagrejs/dagre';
import type { Words } from '../../domain/vocabulary.ts';
import { OPENING } from '../../machines/define-procedure.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import { SHARED_ROWS } from '../../machines/shared-rows.ts';
import { linesOf, widthOf, type Point } from './svg.ts';

/** What is used of Dagre, whose own declarations do not resolve under NodeNext. */
interface LayoutGraph {
  setGraph(options: Readonly<Record<string, string | number>>): void;
  setNode(name: string, size: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: Readonly<Record<string, string | number>>): void;
  graph(): { width: number; height: number };
  node(name: string): Point;
  edge(from: string, to: string): Point & { points: readonly Point[] };
}
const { Graph, layout } = dagre as unknown as {
  Graph: new () => LayoutGraph;
  layout: (graph: LayoutGraph) => void;
};

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

interface Arrow {
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
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 44, edgesep: 22, ranksep: 34 });
  const boxes = boxesOf(procedure, locale);
  const arrows = arrowsOf(procedure);
  for (const { state, width, height } of boxes) graph.setNode(state, { width, height });
  for (const { from, to, rows } of arrows) {
    const lines = rows.map(codesOf);
    graph.setEdge(from, to, {
      width: Math.max(...lines.map((line) => widthOf(line, CODE, 'mono'))) + 8,
      height: lines.length * (CODE + 3) + 4,
      labelpos: 'c',
      // The way on weighs more than the way back, so that the ordinary course runs straight.
      weight: order(procedure, to) === order(procedure, from) + 1 ? 6 : 1,
    });
  }
  layout(graph);
  const { width, height } = graph.graph();
  return {
    boxes: boxes.map((box) => ({ ...box, ...graph.node(box.state) })),
    arrows: arrows.map((arrow) => {
      const { points, x, y } = graph.edge(arrow.from, arrow.to);
      return { ...arrow, points, at: { x, y } };
    }),
    width,
    height,
  };
}

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
    const loops = [
      ...new Set(
        flowRows(procedure)
          .filter((row) => row.from.includes(state) && (row.to === undefined || row.to === state))
          .map(codesOf),
      ),
    ];
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

/** Rows by the pair of states they join; what stays in its state is written inside the box instead. */
function arrowsOf(procedure: Procedure): Arrow[] {
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
