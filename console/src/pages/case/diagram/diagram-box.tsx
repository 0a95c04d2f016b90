/** The box of a state: its name, whether the case stands there or came by, a double frame where nothing follows. */
import { COLOURS } from '../../../app/theme.ts';
import { written } from '../../../parts/when.tsx';
import { useLocale } from '../../../words/area.ts';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { TAGS } from '../../../words/locale.ts';
import type { Diagram, DiagramNode } from './diagram-queries.ts';

/** Size of the line under a state's name; the layout keeps room for it. */
const MARK = 12;

const LOOKS = {
  open: { fill: '#eef4fb', stroke: '#2f6da8' },
  closed: { fill: '#f4f1ea', stroke: '#75664a' },
  current: { fill: '#ffe8a3', stroke: '#8a4b00' },
} as const;

interface BoxProps {
  readonly node: DiagramNode;
  readonly diagram: Diagram;
}

export function DiagramBox({ node, diagram }: BoxProps) {
  const t = useDiagramWords();
  const { say } = useCodes();
  const locale = useLocale();
  const { x, y, width, height, isClosed, isCurrent, visits } = node;
  if (node.isInitial)
    return (
      <g role="img" aria-label={t('start')}>
        <circle cx={x + width / 2} cy={y + height / 2} r={9} fill="#1f1f1f" />
      </g>
    );
  const look = LOOKS[isCurrent ? 'current' : isClosed ? 'closed' : 'open'];
  const numbers = visits.map(({ number }) => number).join(', ');
  const here = isCurrent ? t(diagram.isSuspended ? 'suspended' : 'current') : null;
  const mark = here ?? (visits.length > 0 ? t('step', { numbers }) : null);
  const last = visits.at(-1);
  const name = [
    t('state', { state: say(node.label) }),
    ...(here === null ? [] : [here]),
    ...(isClosed ? [t('closed')] : []),
    ...(last ? [t('stepAt', { number: numbers, at: written(last.at, 'minute', TAGS[locale]) })] : []),
  ].join('; ');
  const { stateSize, lineHeight } = diagram;
  const lines = node.lines[locale];
  const room = (node.loops[0]?.y ?? y + height + 9) - y - 9;
  const used = lines.length * stateSize * lineHeight + (mark === null ? 0 : MARK * lineHeight);
  const top = y + (room - used) / 2 + 4;
  const middle = x + width / 2;
  return (
    <g role="img" aria-label={name} data-state={node.state}>
      <rect
        {...{ x, y, width, height }}
        rx={10}
        fill={look.fill}
        stroke={look.stroke}
        strokeWidth={isCurrent ? 3 : 1.4}
      />
      {isClosed && (
        <rect
          x={x + 3.5}
          y={y + 3.5}
          width={width - 7}
          height={height - 7}
          rx={7}
          fill="none"
          stroke={look.stroke}
        />
      )}
      {lines.map((line, at) => (
        <text
          key={line}
          x={middle}
          y={top + (at + 0.78) * stateSize * lineHeight}
          fontSize={stateSize}
          fontWeight={600}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
      {mark !== null && (
        <text
          x={middle}
          y={top + lines.length * stateSize * lineHeight + MARK}
          fontSize={MARK}
          textAnchor="middle"
          fill={isCurrent ? '#6b3a00' : COLOURS.primary}
          fontWeight={isCurrent ? 600 : 400}
        >
          {mark}
        </text>
      )}
    </g>
  );
}
