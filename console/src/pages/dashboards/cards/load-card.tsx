/** Who carries how much: for those who direct work. */
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useLoad } from '../figures.ts';

const MOST_BARS = 14;

export function LoadCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  return (
    <FigureCard
      title={t('load')}
      query={useLoad(asked)}
      figureOf={({ items }) => {
        const people = items.filter(({ assignee }) => assignee !== null);
        const bars = people.slice(0, MOST_BARS);
        const nameOf = ({ assignee, name }: (typeof items)[number]) => name ?? assignee ?? t('nobody');
        return {
          reading: t('loadReads', {
            people: people.length,
            free: sum(items.filter(({ assignee }) => assignee === null).map(({ open }) => open)),
          }),
          columns: [t('assignee'), t('inHand'), t('overdue'), t('dueSoon')],
          rows: items.map((item) => ({
            cells: [nameOf(item), item.open, item.overdue, item.dueSoon],
            ...(item.assignee !== null && { to: casesAt({ assignee: item.assignee, open: 'true' }) }),
          })),
          ...(bars.length > 0 && {
            chart: {
              categories: bars.map(nameOf),
              series: [
                { name: t('overdue'), values: bars.map(({ overdue }) => overdue) },
                { name: t('inHand'), values: bars.map(({ open }) => open) },
              ],
              isLying: true,
            },
          }),
        };
      }}
    />
  );
}
