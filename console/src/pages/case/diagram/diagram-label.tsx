/** The label of an event: a button where the case accepts it, otherwise words; numbered where the case took it. */
import type { KeyboardEvent } from 'react';
import { COLOURS } from '../../../app/theme.ts';
import { written } from '../../../parts/when.tsx';
import { useLocale } from '../../../words/area.ts';
import { useDiagramWords } from '../../../words/case-reading.ts';
import { TAGS } from '../../../words/locale.ts';
import type { Diagram, DiagramEvent } from './diagram-queries.ts';
import type { MayAct } from './may-act.ts';

interface LabelProps {
  readonly event: DiagramEvent;
  readonly diagram: Diagram;
  readonly from: string;
  readonly to: string;
  /** Whether this reader may do it; null where it is none of theirs. */
  readonly may: MayAct | null;
  readonly onAct: (event: string) => void;
  /** Told while it has the focus or the pointer; null afterwards. */
  readonly onTell: (words: string | null) => void;
}

export function DiagramLabel({ event, diagram, from, to, may, onAct, onTell }: LabelProps) {
  const t = useDiagramWords();
  const locale = useLocale();
  const row = diagram.rows.find(({ row: id }) => id === event.row);
  const words = row?.label[locale] ?? event.event;
  const { x, y, width, height, visits, isLegalNow } = event;
  const isButton = isLegalNow && may !== null;
  const isBarred = isButton && may.why !== null;
  const dates = visits.map(({ number, at }) =>
    t('stepAt', { number, at: written(at, 'minute', TAGS[locale]) }),
  );
  const isTaken = visits.length > 0;
  const name = [
    isButton ? t('act', { event: words, to }) : t('edge', { event: words, from, to }),
    ...(isBarred ? [t('blocked', { reason: may.why })] : []),
    ...dates,
  ].join('; ');
  const act = () => {
    if (isButton && !isBarred) onAct(event.event);
  };
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Escape') onTell(null);
    if (!isButton || (pressed.key !== 'Enter' && pressed.key !== ' ')) return;
    pressed.preventDefault();
    act();
  };
  const colour = isButton && !isBarred ? COLOURS.primary : COLOURS.grey;
  return (
    <g
      role={isButton ? 'button' : 'img'}
      aria-label={name}
      {...(isBarred && { 'aria-disabled': true })}
      {...((isButton || isTaken) && { tabIndex: 0 })}
      className={isButton && !isBarred ? 'diagram-label legal' : 'diagram-label'}
      data-event={event.event}
      data-row={event.row}
      onClick={act}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onTell(name);
      }}
      onBlur={() => {
        onTell(null);
      }}
      onMouseEnter={() => {
        onTell(name);
      }}
      onMouseLeave={() => {
        onTell(null);
      }}
    >
      <rect
        className="plate"
        {...{ x, y, width, height }}
        rx={isButton ? 5 : 3}
        fill={isButton && !isBarred ? '#fff' : '#fffffff0'}
        stroke={isButton ? colour : isTaken ? '#9db7d8' : 'none'}
        strokeWidth={isButton ? 1.5 : 1}
        {...(isBarred && { strokeDasharray: '3 3' })}
      />
      {linesIn(event, locale, diagram).map(({ line, at }) => (
        <text
          key={line}
          x={x + width / 2}
          y={at}
          fontSize={diagram.eventSize}
          textAnchor="middle"
          fill={isButton ? colour : '#1f1f1f'}
        >
          {line}
        </text>
      ))}
      {isTaken && <Numbers x={x} y={y} numbers={visits.map(({ number }) => number).join(', ')} />}
    </g>
  );
}

/** Where each line of a label stands: about the middle of its box. */
function linesIn(
  { lines, y, height }: DiagramEvent,
  locale: 'zh' | 'en',
  { eventSize, lineHeight }: Diagram,
): { line: string; at: number }[] {
  const own = lines[locale];
  const step = eventSize * lineHeight;
  const top = y + (height - own.length * step) / 2;
  return own.map((line, at) => ({ line, at: top + (at + 0.76) * step }));
}

/** The moves by which the case took this way, in a disc at the corner of the label. */
function Numbers({ x, y, numbers }: { readonly x: number; readonly y: number; readonly numbers: string }) {
  const width = Math.max(17, numbers.length * 6.5 + 9);
  return (
    <g>
      <rect x={x - width / 2 - 3} y={y - 8} width={width} height={17} rx={8.5} fill={COLOURS.primary} />
      <text x={x - 3} y={y + 4.2} fontSize={11} fontWeight={600} fill="#fff" textAnchor="middle">
        {numbers}
      </text>
    </g>
  );
}
