/** In which forms untrue reports were clarified, and how each of the six factors was rated; never a total over them. */
import { useCodes } from '../../../words/codes.ts';
import { useDashboardWords } from '../../../words/dashboards.ts';
import { casesAt, openedIn, sum, type Asked } from '../asked.ts';
import { FigureCard } from '../figure-card.tsx';
import { useFactors, useForms } from '../figures.ts';

export function FormsCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  const nameOf = (form: string) => code('value', form, 'form', 'clarification');
  return (
    <FigureCard
      title={t('forms')}
      query={useForms(asked)}
      figureOf={({ items, ...period }) => ({
        reading: t('formsReads', {
          chosen: sum(items.map(({ chosen }) => chosen)),
          done: sum(items.map(({ done }) => done)),
        }),
        columns: [t('form'), t('chosen'), t('carriedOut')],
        rows: items.map(({ form, chosen, done }) => ({ cells: [nameOf(form), chosen, done] })),
        chart: {
          categories: items.map(({ form }) => nameOf(form)),
          series: [
            { name: t('chosen'), values: items.map(({ chosen }) => chosen) },
            { name: t('carriedOut'), values: items.map(({ done }) => done) },
          ],
          isLying: true,
        },
        to: casesAt({
          procedure: 'clarification',
          ...openedIn(period),
          unit: asked.unit,
        }),
      })}
    />
  );
}

export function FactorsCard({ asked }: { readonly asked: Asked }) {
  const t = useDashboardWords();
  const { code } = useCodes();
  return (
    <FigureCard
      title={t('factors')}
      query={useFactors(asked)}
      figureOf={({ items, reviews, appraisals, ...period }) => {
        const ratings = (items[0]?.ratings ?? [])
          .map(({ rating }, at) => ({ rating, values: items.map((each) => each.ratings[at]?.count ?? 0) }))
          .filter(({ values }) => sum(values) > 0)
          .map(({ rating, values }) => ({
            name: code('value', rating, 'rating', 'tolerance_review'),
            values,
          }));
        const names = items.map(({ factor }) => code('value', factor, 'factor', 'tolerance_review'));
        return {
          reading:
            reviews === null
              ? t('factorsTooFew')
              : t('factorsReads', { reviews, appraisals: appraisals ?? 0 }),
          columns: [t('factor'), ...ratings.map(({ name }) => name)],
          rows: names.map((name, at) => ({ cells: [name, ...ratings.map(({ values }) => values[at] ?? 0)] })),
          chart: { categories: names, series: ratings, isLying: true, isStacked: true },
          to: casesAt({
            procedure: 'tolerance_review',
            ...openedIn(period),
            unit: asked.unit,
          }),
        };
      }}
    />
  );
}
