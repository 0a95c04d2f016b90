/** How cases ended, what was found, and what became of clarification and of tolerance. */
import { useCodes } from '../../../words/codes.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, openedIn, sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useClarifications, useOutcomes, useTolerance } from '../figures.ts';

const MOST_BARS = 14;

const countOf = ({ count }: { readonly count: number }) => count;

/** The counts of one key, largest first. */
function totals<T extends { readonly count: number }>(items: readonly T[], keyOf: (item: T) => string) {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + item.count);
  return [...counts].sort(([, one], [, other]) => other - one);
}

export function OutcomesCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  return (
    <FigureCard
      title={t('outcomes')}
      query={useOutcomes(asked)}
      figureOf={({ items }) => {
        const most = [...items].sort((one, other) => other.count - one.count);
        const bars = most.slice(0, MOST_BARS);
        return {
          reading: t('outcomesReads', { count: sum(items.map(countOf)) }),
          columns: [t('procedure'), t('outcome'), t('count')],
          rows: most.map(({ procedure, state, count }) => ({
            cells: [code('procedure', procedure), code('state', procedure, state), count],
            to: casesAt({ procedure, state, open: 'false', unit: asked.unit }),
          })),
          chart: {
            categories: bars.map(
              ({ procedure, state }) =>
                `${code('procedure', procedure)} · ${code('state', procedure, state)}`,
            ),
            series: [{ name: t('count'), values: bars.map(countOf) }],
            isLying: true,
          },
        };
      }}
    />
  );
}

export function FindingCards({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  const query = useClarifications(asked);
  const findingOf = (finding: string) => code('value', finding, 'finding', 'allegation');
  return (
    <>
      <FigureCard
        title={t('findings')}
        query={query}
        figureOf={({ items, ...period }) => {
          const found = totals(items, ({ finding }) => finding);
          return {
            reading: t('findingsReads', { count: sum(items.map(countOf)) }),
            columns: [t('finding'), t('count')],
            rows: found.map(([finding, count]) => ({ cells: [findingOf(finding), count] })),
            chart: {
              categories: found.map(([finding]) => findingOf(finding)),
              series: [{ name: t('count'), values: found.map(([, count]) => count) }],
              isLying: true,
            },
            to: casesAt({ procedure: 'allegation', ...openedIn(period) }),
          };
        }}
      />
      <FigureCard
        title={t('clarifications')}
        query={query}
        figureOf={({ items, ...period }) => {
          const opened = items.filter(({ outcome }) => outcome !== null);
          const nameOf = (outcome: string | null) =>
            outcome === null ? t('notOpened') : code('state', 'clarification', outcome);
          const bars = totals(items, ({ outcome }) => nameOf(outcome));
          return {
            reading: t('clarificationsReads', {
              opened: sum(opened.map(countOf)),
              done: sum(opened.filter(({ isOpen }) => !isOpen).map(countOf)),
              none: sum(items.filter(({ outcome }) => outcome === null).map(countOf)),
            }),
            columns: [t('finding'), t('becameOf'), t('why'), t('count')],
            rows: items.map(({ finding, outcome, reason, count }) => ({
              cells: [
                findingOf(finding),
                nameOf(outcome),
                reason === null ? null : code('value', reason, 'reason', 'clarification'),
                count,
              ],
              ...(outcome !== null && {
                to: casesAt({ procedure: 'clarification', state: outcome, ...openedIn(period) }),
              }),
            })),
            chart: {
              categories: bars.map(([name]) => name),
              series: [{ name: t('count'), values: bars.map(([, count]) => count) }],
              isLying: true,
            },
            to: casesAt({ procedure: 'clarification', ...openedIn(period) }),
          };
        }}
      />
    </>
  );
}

export function ToleranceCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  return (
    <FigureCard
      title={t('tolerance')}
      query={useTolerance(asked)}
      figureOf={({ items, ...period }) => {
        const nameOf = (review: string | null) =>
          review === null ? t('notConsidered') : code('state', 'tolerance_review', review);
        const bars = totals(items, ({ review }) => nameOf(review));
        const valueOf = (value: string | null, field: string) =>
          value === null ? null : code('value', value, field, 'allegation');
        return {
          reading: t('toleranceReads', {
            total: sum(items.map(countOf)),
            considered: sum(items.filter(({ review }) => review !== null).map(countOf)),
          }),
          columns: [t('finding'), t('decision'), t('review'), t('count')],
          rows: items.map(({ finding, decision, review, count }) => ({
            cells: [valueOf(finding, 'finding'), valueOf(decision, 'decision'), nameOf(review), count],
          })),
          chart: {
            categories: bars.map(([name]) => name),
            series: [{ name: t('count'), values: bars.map(([, count]) => count) }],
            isLying: true,
          },
          to: casesAt({ procedure: 'tolerance_review', ...openedIn(period) }),
        };
      }}
    />
  );
}
