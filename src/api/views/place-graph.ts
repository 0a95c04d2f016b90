/** The one use of Dagre: boxes and arrows in, places out. What the boxes are, those know who ask. */
import * as dagre from '@dagrejs/dagre';
import type { Point } from './svg.ts';

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

export interface GraphNode {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Room for its label. */
  readonly width: number;
  readonly height: number;
  /** How much it wants to run straight. */
  readonly weight: number;
}

export interface PlacedGraph {
  /** The middle of a box. */
  readonly middleOf: (name: string) => Point;
  /** The bends of an arrow, and the middle of its label. */
  readonly lineOf: (from: string, to: string) => { readonly points: readonly Point[]; readonly at: Point };
  readonly width: number;
  readonly height: number;
}

/** Places boxes in ranks, downwards or to the right. One arrow for each pair of boxes. */
export function placeGraph(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  options: {
    readonly rankdir: 'TB' | 'LR';
    readonly nodesep: number;
    readonly edgesep: number;
    readonly ranksep: number;
  },
): PlacedGraph {
  const graph = new Graph();
  graph.setGraph({ ...options });
  for (const { name, width, height } of nodes) graph.setNode(name, { width, height });
  for (const { from, to, ...label } of edges) graph.setEdge(from, to, { ...label, labelpos: 'c' });
  layout(graph);
  const { width, height } = graph.graph();
  return {
    middleOf: (name) => {
      const { x, y } = graph.node(name);
      return { x, y };
    },
    lineOf: (from, to) => {
      const { points, x, y } = graph.edge(from, to);
      return { points, at: { x, y } };
    },
    width,
    height,
  };
}
