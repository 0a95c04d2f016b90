/** A diagram as programs draw it: the layout of a procedure, with where a case stands and how it got there. */
import type { DiagramView } from '../../contract/diagrams.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { OPENING } from '../../machines/define-procedure.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import type { Move } from '../../operations/read-case-path.ts';
import { wideRows } from './diagram-layout.ts';
import { LINE, nearLayout, wholeLayout, type PlacedEvent } from './diagram-words.ts';
import { toTransition } from './procedure-view.ts';

/** What a case adds. */
export interface CasePlace {
  readonly state: string;
  readonly isSuspended: boolean;
  /** Events it accepts where it stands. */
  readonly accepts: readonly string[];
  readonly moves: readonly Move[];
  readonly isCut: boolean;
}

/** `near`: the present state of the case, or the start, and one step each way. */
export function toDiagramView(
  procedure: Procedure,
  { near, place }: { readonly near: boolean; readonly place: CasePlace | null },
): DiagramView {
  const moves = place?.moves ?? [];
  const current = place?.state ?? null;
  const before = moves.findLast(({ to }) => to === current)?.from ?? null;
  const layout = near ? nearLayout(procedure, current ?? OPENING, before) : wholeLayout(procedure);
  const visits = (of: (move: Move) => boolean): { number: number; at: Instant }[] =>
    moves.filter(of).map(({ number, at }) => ({ number, at }));
  const isLegal = ({ event, from, isInternal }: Row): boolean =>
    place !== null &&
    !isInternal &&
    place.accepts.includes(event) &&
    (from as readonly string[]).includes(place.state);
  const eventIn = ({ row, ...box }: PlacedEvent, from: string, to: string) => ({
    event: row.event,
    row: row.row,
    ...box,
    isLegalNow: from === current && isLegal(row),
    visits: from === to ? [] : visits((move) => move.row === row.row && move.from === from),
  });
  const nodes = layout.nodes.map(({ loops, state, ...box }) => ({
    state,
    label: procedure.states[state]?.label ?? START,
    ...box,
    isInitial: state === OPENING,
    isClosed: procedure.states[state]?.isClosed === true,
    isCurrent: state === current,
    visits: visits(({ to }) => to === state),
    loops: loops.map((event) => eventIn(event, state, state)),
  }));
  const edges = layout.edges.map(({ from, to, points, events }) => ({
    from,
    to,
    points: [...points],
    isInternal: events.every(({ row }) => row.isInternal),
    events: events.map((event) => eventIn(event, from, to)),
  }));
  const listed = near && current !== null ? wideRows(procedure).filter(isLegal) : wideRows(procedure);
  const elsewhere = listed.map((row) => ({
    event: row.event,
    row: row.row,
    isLegalNow: isLegal(row),
    visits: visits((move) => move.row === row.row),
  }));
  const named = new Set(
    [...elsewhere, ...nodes.flatMap(({ loops }) => loops), ...edges.flatMap(({ events }) => events)].map(
      ({ row }) => row,
    ),
  );
  return {
    procedure: procedure.name,
    version: procedure.version,
    label: procedure.label,
    isNear: near,
    current,
    isSuspended: place?.isSuspended ?? false,
    isPathCut: place?.isCut ?? false,
    width: layout.width,
    height: layout.height,
    stateSize: layout.style.stateSize,
    eventSize: layout.style.eventSize,
    lineHeight: LINE,
    nodes,
    edges,
    elsewhere,
    rows: procedure.rows.filter(({ row }) => named.has(row)).map((row) => toTransition(procedure, row)),
  };
}

const START = { zh: '发起', en: 'Start' };
