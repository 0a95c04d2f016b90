/** Open cases by stage, by age and by what is left of their time: three cards of one answer. */
import { useCodes } from '../../../words/codes.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, sum, type Asked } from '../asked.ts';
import { FigureCard, type Figure } from '../figure-card.tsx';
import { useOpenCases, type OpenCaseFigures } from '../figures.ts';

type Span = OpenCaseFigures['ages'][number];

/** More bars than these are not read; the table has them all. */
const MOST_BARS = 14;

export function OpenCards({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  const query = useOpenCases(asked);

  const byStage = ({ states, total }: OpenCaseFigures): Figure => {
    const most = [...states].sort((one, other) => other.count - one.count);
    const nameOf = ({ procedure, state }: (typeof states)[number]) =>
      `${code('procedure', procedure)} · ${code('state', procedure, state)}`;
    const [first] = most;
    return {
      reading: first ? t('statesReads', { total, most: nameOf(first), count: first.count }) : t('statesNone'),
      columns: [t('procedure'), t('stage'), t('count'), t('overdue')],
      rows: most.map(({ procedure, state, count, overdue }) => ({
        cells: [code('procedure', procedure), code('state', procedure, state), count, overdue],
        to: casesAt({ procedure, state, open: 'true', unit: asked.unit }),
      })),
      chart: {
        categories: most.slice(0, MOST_BARS).map(nameOf),
        series: [{ name: t('count'), values: most.slice(0, MOST_BARS).map(({ count }) => count) }],
        isLying: true,
      },
      to: casesAt({ open: 'true', unit: asked.unit }),
    };
  };

  const spanOf = ({ from, to }: Span): string => {
    if (from === null) return t('over');
    if (to === null) return t('andMore', { from });
    return from === to ? String(from === 0 ? t('today') : from) : t('span', { from, to });
  };
  const bySpan = (spans: readonly Span[], name: string, reading: string): Figure => ({
    reading,
    columns: [name, t('count')],
    rows: spans.map((span) => ({
      cells: [spanOf(span), span.count],
      ...(span.from === null && { to: casesAt({ light: 'overdue', unit: asked.unit }) }),
    })),
    chart: {
      categories: spans.map(spanOf),
      series: [{ name: t('count'), values: spans.map(({ count }) => count) }],
    },
    to: casesAt({ open: 'true', unit: asked.unit }),
  });

  return (
    <>
      <FigureCard title={t('states')} query={query} figureOf={byStage} />
      <FigureCard
        title={t('ages')}
        query={query}
        figureOf={({ ages }) =>
          bySpan(
            ages,
            t('age'),
            t('agesReads', {
              count: sum(ages.filter(({ from }) => (from ?? 0) > 90).map(({ count }) => count)),
            }),
          )
        }
      />
      <FigureCard
        title={t('daysLeft')}
        query={query}
        figureOf={({ daysLeft, undated }) =>
          bySpan(
            daysLeft,
            t('left'),
            t('daysLeftReads', {
              over: sum(daysLeft.filter(({ from }) => from === null).map(({ count }) => count)),
              soon: sum(
                daysLeft
                  .filter(({ from, to }) => from !== null && to !== null && to <= 3)
                  .map(({ count }) => count),
              ),
              undated,
            }),
          )
        }
      />
    </>
  );
}
