/**
 * A diagram drawn from the server's layout: boxes and arrows in attributes, legal events as buttons that take focus. All
 * that is drawn is said in words too; colour never stands alone.
 */
import { useId, useState } from 'react';
import { COLOURS } from '../../../app/theme.ts';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { DiagramBox } from './diagram-box.tsx';
import { DiagramLabel } from './diagram-label.tsx';
import type { Diagram, DiagramEvent } from './diagram-queries.ts';
import type { MayAct } from './may-act.ts';

export interface DiagramSvgProps {
  readonly diagram: Diagram;
  readonly zoom?: number;
  readonly mayAct: ReadonlyMap<string, MayAct>;
  readonly onAct: (event: string) => void;
}

/** Room round the picture, for marks that stand out of their boxes. */
const MARGIN = 14;

export function DiagramSvg({ diagram, zoom = 1, mayAct, onAct }: DiagramSvgProps) {
  const t = useDiagramWords();
  const { say } = useCodes();
  const head = `head${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const [told, tell] = useState<{
    readonly of: string;
    readonly words: string;
    x: number;
    y: number;
  } | null>(null);
  const width = diagram.width + 2 * MARGIN;
  const height = diagram.height + 2 * MARGIN;
  const labels = new Map(diagram.nodes.map(({ state, label }) => [state, say(label)]));
  const nameOf = (state: string) => labels.get(state) ?? state;
  const labelOf = (event: DiagramEvent, from: string, to: string) => (
    <DiagramLabel
      key={`${event.row} ${from} ${to}`}
      {...{ event, diagram, onAct, may: mayAct.get(event.event) ?? null }}
      from={nameOf(from)}
      to={from === to ? t('stays') : nameOf(to)}
      onTell={(words) => {
        const of = `${event.row} ${from}`;
        tell((now) =>
          words === null
            ? now?.of === of
              ? null
              : now
            : { of, words, x: event.x + event.width / 2, y: event.y + event.height + 4 },
        );
      }}
    />
  );
  return (
    <svg
      role="group"
      aria-label={t('whole', { procedure: say(diagram.label), version: diagram.version })}
      className="diagram"
      width={Math.round(width * zoom)}
      height={Math.round(height * zoom)}
      viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 10 10"
          refX={9}
          refY={5}
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path d="M0,0.8 L10,5 L0,9.2 z" fill={COLOURS.grey} />
        </marker>
      </defs>
      <g aria-hidden="true">
        {diagram.edges.map(({ from, to, points, isInternal, events }) => {
          const isTaken = events.some(({ visits }) => visits.length > 0);
          return (
            <path
              key={`${from} ${to}`}
              d={softPath(points)}
              fill="none"
              stroke={isTaken ? COLOURS.primary : COLOURS.grey}
              strokeWidth={isTaken ? 2.4 : 1.2}
              {...(isInternal && { strokeDasharray: '5 4' })}
              markerEnd={`url(#${head})`}
            />
          );
        })}
      </g>
      {diagram.nodes.map((node) => (
        <DiagramBox key={node.state} {...{ node, diagram }} />
      ))}
      {diagram.nodes.flatMap(({ state, loops }) => loops.map((event) => labelOf(event, state, state)))}
      {diagram.edges.flatMap(({ from, to, events }) => events.map((event) => labelOf(event, from, to)))}
      {told && (
        <Told words={told.words} x={told.x} y={told.y} within={diagram.width} size={diagram.eventSize} />
      )}
    </svg>
  );
}

/** What a label tells while one points at it or stands on it; the same words are its name, so it is hidden from readers. */
function Told({
  words,
  x,
  y,
  within,
  size,
}: {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly within: number;
  readonly size: number;
}) {
  const lines = broken(words, 34);
  const width = Math.min(within, Math.max(...lines.map(roomOf)) * size + 20);
  const left = Math.max(0, Math.min(within - width, x - width / 2));
  return (
    <g aria-hidden="true" pointerEvents="none">
      <rect x={left} y={y} width={width} height={lines.length * size * 1.4 + 10} rx={4} fill="#1f1f1f" />
      {lines.map((line, at) => (
        <text key={line} x={left + 10} y={y + 5 + (at + 0.8) * size * 1.4} fontSize={size} fill="#fff">
          {line}
        </text>
      ))}
    </g>
  );
}

/** About how many widths of its type a line takes. */
const roomOf = (line: string): number => {
  const wide = line.match(/[\u2e80-\uffff]/g)?.length ?? 0;
  return wide + (line.length - wide) * 0.56;
};

/** Words in lines of about so many widths. */
function broken(words: string, most: number): string[] {
  const lines = [''];
  for (const piece of words.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [words]) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && roomOf(last + piece.trimEnd()) > most) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((line) => line.trim());
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points, rounded at every bend. */
function softPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const at = ({ x, y }: Point) => `${x},${y}`;
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(point)} ${at(index === rest.length - 2 ? next : middle(point, next))}`;
  });
  const start = rest.length > 1 ? ` L${at(middle(first, rest[0] ?? last))}` : '';
  // A last line of no length would turn the arrow's head to the right.
  return [`M${at(first)}${start}`, ...(bends.length > 0 ? bends : [`L${at(last)}`])].join(' ');
}
