/** What a diagram says, as rows: the table shows them, and what is drawn is held to be the same. */
import type { Diagram } from './diagram-queries.ts';

type Row = Diagram['rows'][number];
type Visit = Diagram['nodes'][number]['visits'][number];

export interface Fact {
  readonly key: string;
  /** States it starts from; several where it is listed instead of drawn. */
  readonly from: readonly string[];
  /** Null where the case stays in its state. */
  readonly to: string | null;
  readonly row: Row;
  readonly isLegalNow: boolean;
  readonly visits: readonly Visit[];
}

/** Every event of the picture: on arrows, in boxes, and listed beneath. */
export function factsOf({ edges, nodes, elsewhere, rows }: Diagram): Fact[] {
  const byId = new Map(rows.map((row) => [row.row, row]));
  const rowOf = (id: string): Row => {
    const row = byId.get(id);
    if (!row) throw new Error(`The diagram draws ${id} and does not describe it.`);
    return row;
  };
  const onArrows = edges.flatMap(({ from, to, events }) =>
    events.map((event) => ({ ...event, from: [from], to })),
  );
  const inBoxes = nodes.flatMap(({ state, loops }) =>
    loops.map((event) => ({ ...event, from: [state], to: null })),
  );
  const listed = elsewhere.map((event) => ({
    ...event,
    from: rowOf(event.row).from,
    to: rowOf(event.row).to,
  }));
  const order = new Map(rows.map(({ row }, at) => [row, at]));
  return [...onArrows, ...inBoxes, ...listed]
    .map(({ row, from, to, isLegalNow, visits }) => ({
      key: `${row} ${from.length === 1 ? (from[0] ?? '') : '*'}`,
      row: rowOf(row),
      from,
      to,
      isLegalNow,
      visits,
    }))
    .sort((a, b) => (order.get(a.row.row) ?? 0) - (order.get(b.row.row) ?? 0));
}

/** The middle of the present state in the picture as it is shown. */
export function currentOf({ nodes }: Diagram, zoom: number): { x: number; y: number } | null {
  const node = nodes.find(({ isCurrent }) => isCurrent);
  return node ? { x: (node.x + node.width / 2) * zoom, y: (node.y + node.height / 2) * zoom } : null;
}
