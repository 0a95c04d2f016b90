/** In hand, received, closed and run out, each beside the period before. */
import type { components } from '../../../api/schema.d.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, openedIn, type Asked } from '../asked.ts';
import { FigureCard, type Figure } from '../figure-card.tsx';
import { useOverview } from '../figures.ts';

const FIGURES = ['inHand', 'received', 'closed', 'ranOut'] as const;

export function OverviewCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const figureOf = ({ from, to, now, before, overdue }: components['schemas']['OverviewFigures']): Figure => {
    const links: Partial<Record<(typeof FIGURES)[number], string>> = {
      inHand: casesAt({ open: 'true', unit: asked.unit }),
      received: casesAt({ ...openedIn({ from, to }), unit: asked.unit }),
      ranOut: casesAt({ light: 'overdue', unit: asked.unit }),
    };
    const changeOf = (count: number) =>
      count === 0 ? t('same') : t(count > 0 ? 'up' : 'down', { count: Math.abs(count) });
    return {
      reading: `${t('overviewReads', { inHand: now.inHand, received: now.received, closed: now.closed })} ${t('overdueNow', { count: overdue })}`,
      columns: [t('figure'), t('now'), t('before'), t('change')],
      rows: FIGURES.map((name) => ({
        cells: [t(name), now[name], before[name], changeOf(now[name] - before[name])],
        ...(links[name] !== undefined && { to: links[name] }),
      })),
      drawn: (
        <dl className="numbers">
          {FIGURES.map((name) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{now[name]}</dd>
              <dd className="quiet">{changeOf(now[name] - before[name])}</dd>
            </div>
          ))}
        </dl>
      ),
      to: casesAt({ open: 'true', unit: asked.unit }),
    };
  };
  return <FigureCard title={t('overview')} query={useOverview(asked)} figureOf={figureOf} isWide />;
}
