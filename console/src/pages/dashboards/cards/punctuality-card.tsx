/** Closed on time, unit by unit; where the cases are too few, that is what the row says. */
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { usePunctuality } from '../figures.ts';

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

export function PunctualityCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  return (
    <FigureCard
      title={t('punctuality')}
      query={usePunctuality(asked)}
      figureOf={({ items }) => {
        const shown = items.filter(({ closed }) => closed !== null);
        const closed = sum(shown.map((item) => item.closed ?? 0));
        const onTime = sum(shown.map((item) => item.onTime ?? 0));
        const nameOf = (item: (typeof items)[number]) => item.name ?? item.unit ?? t('noUnit');
        return {
          reading:
            closed === 0
              ? t('punctualityNone')
              : t('punctualityReads', { closed, rate: `${percent(onTime, closed)}%` }),
          columns: [t('unit'), t('closed'), t('onTime'), t('rate')],
          rows: items.map((item) => ({
            cells:
              item.closed === null || item.onTime === null
                ? [nameOf(item), null, null, t('suppressed')]
                : [nameOf(item), item.closed, item.onTime, `${percent(item.onTime, item.closed)}%`],
            ...(item.unit !== null && { to: casesAt({ unit: item.unit, open: 'false' }) }),
          })),
          ...(shown.length > 0 && {
            chart: {
              categories: shown.map(nameOf),
              series: [
                {
                  name: `${t('rate')} (%)`,
                  values: shown.map((item) => percent(item.onTime ?? 0, item.closed ?? 1)),
                },
              ],
              isLying: true,
            },
          }),
        };
      }}
    />
  );
}
