/** How a deadline stands: colour, shape, word and number together, so that no one of them is needed alone (WCAG 1.4.1). */
import { COLOURS } from '../app/theme.ts';
import { useCommonWords } from '../words/common.ts';
import { When } from './when.tsx';

export type LightCode = 'overdue' | 'due_soon' | 'on_track' | 'paused' | 'none';
export type LeftUnit = 'working_day' | 'calendar_day' | 'month';

const LOOKS: Readonly<Record<LightCode, { readonly shape: string; readonly colour: string }>> = {
  overdue: { shape: '●', colour: COLOURS.error },
  due_soon: { shape: '◆', colour: COLOURS.amber },
  on_track: { shape: '■', colour: COLOURS.green },
  paused: { shape: '▢', colour: COLOURS.grey },
  none: { shape: '', colour: COLOURS.grey },
};

interface LightProps {
  readonly light: LightCode;
  /** Days as the server counted them; below zero when over. Null where there is nothing to count. */
  readonly left?: number | null;
  readonly unit?: LeftUnit | null;
}

/** The light with its word, or with the number of days. */
export function Light({ light, left = null, unit = null }: LightProps) {
  const t = useCommonWords();
  const { shape, colour } = LOOKS[light];
  if (light === 'none') return <span className="quiet">{t('noDeadline')}</span>;
  const words =
    left === null || unit === null || light === 'paused'
      ? t(light)
      : t(light === 'overdue' ? `over_${unit}` : `left_${unit}`, { count: Math.abs(left) });
  return (
    <span className="light" style={{ color: colour }}>
      <span aria-hidden="true">{shape}</span> {words}
    </span>
  );
}

/** The date something is due, and its light. */
export function DueLight({ dueOn, ...light }: LightProps & { readonly dueOn?: string | null }) {
  return (
    <span className="due">
      {dueOn != null && light.light !== 'none' && <When at={dueOn} to="day" />} <Light {...light} />
    </span>
  );
}
