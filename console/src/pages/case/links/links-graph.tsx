/** The family of a case as a graph. The table says the same; this one shows at a glance what hangs on what. */
import * as dagre from '@dagrejs/dagre';
import { useId, useMemo } from 'react';
import { useHref, useNavigate } from 'react-router';
import { COLOURS } from '../../../app/theme.ts';
import { useLinkWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { DiagramScroll } from '../diagram/diagram-scroll.tsx';
import type { Member } from './links-tab.tsx';

interface GraphProps {
  readonly caseId: string;
  readonly items: readonly Member[];
}

const BOX = { width: 190, height: 62 };
const MARGIN = 12;

interface Placed {
  readonly width: number;
  readonly height: number;
  readonly at: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

export default function LinksGraph({ caseId, items }: GraphProps) {
  const t = useLinkWords();
  const { code } = useCodes();
  const head = `link${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const { width, height, at } = useMemo(() => place(items), [items]);
  const own = at.get(caseId) ?? null;
  return (
    <DiagramScroll label={t('graph')} middle={own} of={caseId}>
      <svg
        role="group"
        aria-label={t('table')}
        className="diagram"
        width={width + 2 * MARGIN}
        height={height + 2 * MARGIN}
        viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
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
        {items.flatMap(({ id, links }) =>
          links.map(({ type, parent }) => {
            const from = at.get(parent);
            const to = at.get(id);
            if (!from || !to) return null;
            const start = { x: from.x, y: from.y + BOX.height / 2 };
            const end = { x: to.x, y: to.y - BOX.height / 2 };
            return (
              <g key={`${id} ${parent} ${type}`}>
                <path
                  d={`M${start.x},${start.y} C${start.x},${start.y + 36} ${end.x},${end.y - 36} ${end.x},${end.y}`}
                  fill="none"
                  stroke={COLOURS.grey}
                  strokeWidth={1.3}
                  markerEnd={`url(#${head})`}
                />
                <text
                  x={(start.x + end.x) / 2}
                  y={(start.y + end.y) / 2 + 4}
                  fontSize={11}
                  textAnchor="middle"
                  fill={COLOURS.grey}
                  stroke="#fff"
                  strokeWidth={4}
                  paintOrder="stroke"
                >
                  {code('link', type)}
                </text>
              </g>
            );
          }),
        )}
        {items.map((member) => {
          const middle = at.get(member.id);
          return middle && <Box key={member.id} {...{ member, middle }} isOwn={member.id === caseId} />;
        })}
      </svg>
    </DiagramScroll>
  );
}

function Box({
  member: { id, number, procedure, state, isOpen },
  middle,
  isOwn,
}: {
  readonly member: Member;
  readonly middle: { readonly x: number; readonly y: number };
  readonly isOwn: boolean;
}) {
  const t = useLinkWords();
  const { code } = useCodes();
  const navigate = useNavigate();
  const href = useHref(`/cases/${id}`);
  const x = middle.x - BOX.width / 2;
  const y = middle.y - BOX.height / 2;
  const lines = [
    isOwn ? `${number ?? t('noNumber')} · ${t('self')}` : (number ?? t('noNumber')),
    code('procedure', procedure),
    `${code('state', procedure, state)}${isOpen ? '' : ` (${t('closed')})`}`,
  ];
  return (
    <a
      href={href}
      className="diagram-label legal"
      aria-label={lines.join('; ')}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(`/cases/${id}`);
      }}
    >
      <rect
        className="plate"
        {...{ x, y }}
        width={BOX.width}
        height={BOX.height}
        rx={8}
        fill={isOwn ? '#ffe8a3' : isOpen ? '#eef4fb' : '#f4f1ea'}
        stroke={isOwn ? '#8a4b00' : '#2f6da8'}
        strokeWidth={isOwn ? 2.5 : 1.3}
      />
      {lines.map((line, at) => (
        <text
          key={at}
          x={middle.x}
          y={y + 18 + at * 18}
          fontSize={at === 0 ? 13 : 12}
          fontWeight={at === 0 ? 600 : 400}
          textAnchor="middle"
        >
          {line.length > 30 ? `${line.slice(0, 29)}…` : line}
        </text>
      ))}
    </a>
  );
}

/** What is used of Dagre. */
interface Graph {
  setGraph(options: object): void;
  setNode(name: string, size: object): void;
  setEdge(from: string, to: string, label: object): void;
  graph(): { width?: number; height?: number };
  node(name: string): { x: number; y: number };
}

function place(items: readonly Member[]): Placed {
  const { Graph: Make, layout } = dagre as unknown as {
    Graph: new () => Graph;
    layout: (graph: Graph) => void;
  };
  const graph = new Make();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 64 });
  const known = new Set(items.map(({ id }) => id));
  for (const { id } of items) graph.setNode(id, { ...BOX });
  for (const { id, links } of items)
    for (const { parent } of links) if (known.has(parent)) graph.setEdge(parent, id, {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, at: new Map(items.map(({ id }) => [id, graph.node(id)])) };
}
