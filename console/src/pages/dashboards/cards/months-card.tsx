/** Received and closed, month by month. */
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, openedIn, sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useMonths } from '../figures.ts';

export function MonthsCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  return (
    <FigureCard
      title={t('months')}
      query={useMonths(asked)}
      figureOf={({ from, to, items }) => ({
        reading: t('monthsReads', {
          received: sum(items.map(({ received }) => received)),
          closed: sum(items.map(({ closed }) => closed)),
        }),
        columns: [t('month'), t('received'), t('closed')],
        rows: items.map(({ month, received, closed }) => ({ cells: [month, received, closed] })),
        chart: {
          categories: items.map(({ month }) => month),
          series: [
            { name: t('received'), values: items.map(({ received }) => received) },
            { name: t('closed'), values: items.map(({ closed }) => closed) },
          ],
        },
        to: casesAt({ ...openedIn({ from, to }), unit: asked.unit }),
      })}
    />
  );
}
