/** The month as a table: a week a row, a day a cell. One day is in the tab order; arrow keys move to the others. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { components } from '../../api/schema.d.ts';
import { COLOURS } from '../../app/theme.ts';
import { useCommonWords } from '../../words/common.ts';
import { useCodes } from '../../words/codes.ts';
import { useDeadlineWords } from '../../words/deadlines.ts';

export type DueCalendar = components['schemas']['DueCalendar'];
type Day = DueCalendar['weeks'][number]['days'][number];

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Shape, colour and word of each light, as lists of cases have them. */
export const LIGHTS = [
  { field: 'red', words: 'overdue', shape: '●', colour: COLOURS.error },
  { field: 'blue', words: 'due_soon', shape: '◆', colour: COLOURS.amber },
  { field: 'green', words: 'on_track', shape: '■', colour: COLOURS.green },
] as const;

/** How far a key moves, in cells. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface MonthTableProps {
  readonly calendar: DueCalendar;
  readonly month: string;
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
  readonly onTurn: (months: number) => void;
}

export function MonthTable({ calendar, month, chosen, onChoose, onTurn }: MonthTableProps) {
  const t = useDeadlineWords();
  const table = useRef<HTMLTableElement>(null);
  const wasTurned = useRef(false);
  const { weeks, today } = calendar;
  const days = weeks.flatMap((week) => week.days);
  const has = (date: string | null) => days.some((day) => day.date === date);
  const entry = has(chosen) ? chosen : today.startsWith(month) ? today : `${month}-01`;
  const focusOn = (date: string | undefined) => {
    if (date !== undefined) table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  };
  useEffect(() => {
    if (!wasTurned.current) return;
    wasTurned.current = false;
    table.current?.querySelector<HTMLElement>(`[data-date="${month}-01"]`)?.focus();
  }, [month, calendar]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const at = days.findIndex(({ date }) => date === (event.target as HTMLElement).dataset.date);
    const step = STEPS[event.key];
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) focusOn(days[at + step]?.date);
    else if (event.key === 'Home') focusOn(days[at - (at % 7)]?.date);
    else if (event.key === 'End') focusOn(days[at - (at % 7) + 6]?.date);
    else if (event.key === 'PageUp' || event.key === 'PageDown') {
      wasTurned.current = true;
      onTurn(event.key === 'PageUp' ? -1 : 1);
    } else return;
    event.preventDefault();
  };

  return (
    // The keys belong to the buttons within; the table only hears them.
    <table className="month" ref={table} onKeyDown={onKeyDown}>
      <caption>{t('caption', { month })}</caption>
      <thead>
        <tr>
          <th scope="col" className="week">
            {t('week')}
          </th>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, days: ofWeek }) => (
          <tr key={week}>
            <th scope="row" className="week" aria-label={t('weekNumber', { week })}>
              {week}
            </th>
            {ofWeek.map((day) => (
              <td key={day.date} className={cellClass(day, month)}>
                <DayButton
                  day={day}
                  isToday={day.date === today}
                  isChosen={day.date === chosen}
                  isEntry={day.date === entry}
                  onChoose={onChoose}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isOff = ({ kind }: Day): boolean => kind === 'weekend' || kind === 'holiday';

const cellClass = (day: Day, month: string): string =>
  [isOff(day) && 'off', !day.date.startsWith(month) && 'beside'].filter(Boolean).join(' ');

interface DayButtonProps {
  readonly day: Day;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly onChoose: (date: string) => void;
}

function DayButton({ day, isToday, isChosen, isEntry, onChoose }: DayButtonProps) {
  const t = useDeadlineWords();
  const common = useCommonWords();
  const { say } = useCodes();
  const { date, kind, holiday } = day;
  const mark = kind === 'make_up' ? t('work') : kind === 'holiday' ? t('off') : null;
  const counts = LIGHTS.flatMap(({ field, words, ...look }) =>
    day[field] > 0 ? [{ ...look, field, count: day[field], word: common(words) }] : [],
  );
  const said = [
    date,
    isToday ? t('today') : null,
    mark,
    holiday && say(holiday),
    ...(counts.length === 0 ? [t('nothing')] : counts.map(({ word, count }) => `${word} ${count}`)),
  ];
  return (
    <button
      type="button"
      className="day"
      data-date={date}
      tabIndex={isEntry ? 0 : -1}
      aria-label={said.filter(Boolean).join(', ')}
      aria-pressed={isChosen}
      {...(isToday && { 'aria-current': 'date' as const })}
      onClick={() => {
        onChoose(date);
      }}
    >
      <span className="day-head">
        <span>{Number(date.slice(8))}</span>
        {mark !== null && <span className={kind === 'make_up' ? 'mark work' : 'mark'}>{mark}</span>}
      </span>
      <span className="day-counts">
        {counts.map(({ field, shape, colour, count }) => (
          <span key={field} style={{ color: colour }}>
            {shape} {count}
          </span>
        ))}
      </span>
    </button>
  );
}
