/** How long each stage took by the limit that is set for it, beside what the limit allows. */
import { useCodes } from '../../../words/codes.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useDurations } from '../figures.ts';

const MOST_BARS = 14;

export function DurationsCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  return (
    <FigureCard
      title={t('durations')}
      query={useDurations(asked)}
      figureOf={({ items }) => {
        const most = [...items].sort((one, other) => other.count - one.count);
        const bars = most.slice(0, MOST_BARS);
        return {
          reading: t('durationsReads', {
            count: sum(items.map(({ count }) => count)),
            ranOut: sum(items.map(({ ranOut }) => ranOut)),
          }),
          columns: [
            t('procedure'),
            t('clock'),
            t('ended'),
            t('medianDays'),
            t('medianAllowed'),
            t('overdue'),
          ],
          rows: most.map(({ procedure, clock, count, medianDays, medianAllowed, ranOut }) => ({
            cells: [
              code('procedure', procedure),
              code('clock', clock),
              count,
              medianDays,
              medianAllowed,
              ranOut,
            ],
          })),
          chart: {
            categories: bars.map(({ clock }) => code('clock', clock)),
            series: [
              { name: t('medianDays'), values: bars.map(({ medianDays }) => medianDays) },
              {
                name: t('medianAllowed'),
                values: bars.map(({ medianAllowed }) => medianAllowed),
                isTarget: true,
              },
            ],
            isLying: true,
          },
        };
      }}
    />
  );
}
