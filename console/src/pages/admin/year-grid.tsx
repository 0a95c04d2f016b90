/** A year as twelve tables, each special day with its word; where somebody tries another plan, every day is a button. */
import { useRuleWords } from '../../words/admin-rules.ts';
import { useLocale } from '../../words/area.ts';
import { TAGS } from '../../words/locale.ts';
import { weeksOf, type DayMap } from './calendar-days.ts';

interface GridProps {
  readonly year: number;
  readonly weekend: readonly number[];
  readonly days: DayMap;
  /** As it is now: what differs has a frame. */
  readonly before: DayMap;
  /** Absent: only to be looked at. */
  readonly onPick?: (on: string, isWeekend: boolean) => void;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function YearGrid(props: GridProps) {
  return (
    <div className="year-grid">
      {Array.from({ length: 12 }, (_, month) => (
        <Month key={month} month={month} {...props} />
      ))}
    </div>
  );
}

function Month({ month, year, ...rest }: GridProps & { readonly month: number }) {
  const t = useRuleWords();
  const locale = useLocale();
  const title = new Intl.DateTimeFormat(TAGS[locale], { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month, 1)),
  );
  return (
    <table className="month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={at}>
            {week.map((on, column) =>
              on === null ? (
                <td key={column} />
              ) : (
                <DayCell key={on} on={on} weekday={column + 1} year={year} {...rest} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  on,
  weekday,
  weekend,
  days,
  before,
  onPick,
}: GridProps & { readonly on: string; readonly weekday: number }) {
  const t = useRuleWords();
  const locale = useLocale();
  const special = days.get(on);
  const isWeekend = weekend.includes(weekday);
  const isChanged = special?.kind !== before.get(on)?.kind;
  const look = [special?.kind ?? (isWeekend ? 'weekend' : ''), isChanged ? 'changed' : ''].join(' ').trim();
  const name = special?.name?.[locale];
  const number = Number(on.slice(8));
  const kind = special ? t(special.kind) : isWeekend ? t('weekend') : t('working');
  const content = (
    <>
      {number}
      {special && <span className="mark">{t(special.kind)}</span>}
    </>
  );
  return (
    <td className={look} {...(name !== undefined && { title: name })}>
      {onPick ? (
        <button
          type="button"
          className="day-button"
          aria-label={[on, kind, name ?? ''].join(' ').trim()}
          onClick={() => {
            onPick(on, isWeekend);
          }}
        >
          {content}
        </button>
      ) : (
        content
      )}
    </td>
  );
}
