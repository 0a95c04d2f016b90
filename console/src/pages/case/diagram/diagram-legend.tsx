/** What the marks of a diagram mean. */
import { COLOURS } from '../../../app/theme.ts';
import { useDiagramWords } from '../../../words/case-reading.ts';

export function DiagramLegend() {
  const t = useDiagramWords();
  const box = { x: 1, y: 2, width: 28, height: 14, rx: 4 };
  const keys = [
    [t('keyCurrent'), <rect key="" {...box} fill="#ffe8a3" stroke="#8a4b00" strokeWidth={2.5} />],
    [
      t('keyFinal'),
      <g key="" fill="#f4f1ea" stroke="#75664a">
        <rect {...box} />
        <rect x={4} y={5} width={22} height={8} rx={2} />
      </g>,
    ],
    [t('keyLegal'), <rect key="" {...box} fill="#fff" stroke={COLOURS.primary} strokeWidth={1.5} />],
    [
      t('keyTaken'),
      <g key="">
        <rect x={6} y={1} width={17} height={17} rx={8.5} fill={COLOURS.primary} />
        <text x={14.5} y={13.4} fontSize={11} fill="#fff" textAnchor="middle">
          1
        </text>
      </g>,
    ],
    [
      t('keyEngine'),
      <line
        key=""
        x1={1}
        x2={29}
        y1={9}
        y2={9}
        stroke={COLOURS.grey}
        strokeWidth={1.4}
        strokeDasharray="5 4"
      />,
    ],
  ] as const;
  return (
    <ul className="diagram-legend" aria-label={t('legend')}>
      {keys.map(([words, drawn]) => (
        <li key={words}>
          <svg width={30} height={18} aria-hidden="true">
            {drawn}
          </svg>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
