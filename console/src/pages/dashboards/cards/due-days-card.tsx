/** What falls due on each day of six weeks: a table whose cells are the darker the more there is; off days are hatched. */
import { Link } from 'react-router';
import type { components } from '../../../api/schema.d.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { sum } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useDueDays } from '../figures.ts';

type Day = components['schemas']['DueCalendar']['weeks'][number]['days'][number];

const dueOn = ({ green, blue, red }: Day): number => green + blue + red;
const isOff = ({ kind }: Day): boolean => kind === 'weekend' || kind === 'holiday';

/** Four shades, so that each is told from the next. */
const shadeOf = (count: number, most: number): number => (count === 0 ? 0 : Math.ceil((4 * count) / most));

export function DueDaysCard({ isOwn }: { readonly isOwn: boolean }) {
  const t = useDashboardWords();
  const title = t(isOwn ? 'myDueDays' : 'dueDays');
  const address = (date: string) =>
    `/deadlines?month=${date.slice(0, 7)}&day=${date}${isOwn ? '' : '&mine=false'}`;
  return (
    <FigureCard
      title={title}
      query={useDueDays(isOwn)}
      figureOf={({ weeks, today }) => {
        const days = weeks.flatMap((week) => week.days);
        const busiest = days.reduce((most, day) => (dueOn(day) > dueOn(most) ? day : most));
        const most = dueOn(busiest);
        return {
          reading:
            most === 0
              ? t('dueDaysNone')
              : t('dueDaysReads', { count: sum(days.map(dueOn)), day: busiest.date, most }),
          columns: [t('day'), t('kindOfDay'), t('count'), t('overdue')],
          rows: days
            .filter((day) => dueOn(day) > 0)
            .map((day) => ({ cells: [day.date, t(day.kind), dueOn(day), day.red], to: address(day.date) })),
          drawn: (
            <table className="heat">
              <caption className="visually-hidden">{title}</caption>
              <tbody>
                {weeks.map(({ week, days: ofWeek }) => (
                  <tr key={week}>
                    <th scope="row">{week}</th>
                    {ofWeek.map((day) => (
                      <td
                        key={day.date}
                        className={`shade-${shadeOf(dueOn(day), most)}${isOff(day) ? ' off' : ''}`}
                        {...(day.date === today && { 'aria-current': 'date' })}
                      >
                        <span className="heat-day">{day.date.slice(5)}</span>{' '}
                        {dueOn(day) > 0 && (
                          <Link to={address(day.date)} aria-label={`${day.date}: ${dueOn(day)}`}>
                            {dueOn(day)}
                          </Link>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ),
          to: `/deadlines${isOwn ? '' : '?mine=false'}`,
          toWords: t('seeDays'),
        };
      }}
    />
  );
}
