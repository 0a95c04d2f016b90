/** How six factors were rated: a strip for each with its word beside it, as a table. There is no total. */
import { DataTable } from '../../parts/data-table.tsx';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import type { Assessments } from './assessments.ts';

interface ProfileProps {
  readonly asked: Pick<Assessments, 'factors' | 'ratings'>;
  readonly title: string;
  /** By code of the factor. */
  readonly ratings: ReadonlyMap<string, string | undefined>;
}

export function Profile({ asked, title, ratings }: ProfileProps) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const wordOf = (code: string | undefined) => {
    const found = asked.ratings.find((one) => one.code === code);
    return found ? say(found.label) : '–';
  };
  return (
    <div className="profile">
      <DataTable
        caption={title}
        rows={asked.factors}
        keyOf={({ code }) => code}
        columns={[
          { key: 'factor', title: t('factor'), show: ({ label }) => say(label) },
          {
            key: 'bar',
            title: t('bar'),
            show: ({ code }) => (
              <span className="strip" aria-hidden="true">
                {asked.ratings.map((rating) => (
                  <span key={rating.code} {...(rating.code === ratings.get(code) && { className: 'here' })} />
                ))}
              </span>
            ),
          },
          { key: 'rating', title: t('rating'), show: ({ code }) => wordOf(ratings.get(code)) },
        ]}
      />
      <p className="quiet">{t('profileNote')}</p>
    </div>
  );
}
