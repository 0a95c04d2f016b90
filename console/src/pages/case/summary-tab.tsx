/** What is on record of a case, in words: what it remembers, what it owes, and when it was opened. */
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { CaseFact, isEmpty } from './case-fact.tsx';
import { useCase } from './case-queries.ts';
import type { TabProps } from './case-page.tsx';

export default function SummaryTab({ caseId }: TabProps) {
  const t = useCaseWords();
  const { code } = useCodes();
  const view = useCase(caseId);
  if (view.isPending) return <Loading />;
  if (view.isError) return <Failed error={view.error} retry={() => void view.refetch()} />;
  const { details, obligations, procedure, openedAt, updatedAt, version } = view.data;
  const facts = Object.entries(details).filter(([, value]) => !isEmpty(value));
  return (
    <>
      {obligations.length > 0 && (
        <section>
          <h2>{t('owed')}</h2>
          <ul>
            {obligations.map(({ code: owed, procedure: of, row, since }) => (
              <li key={`${owed} ${row} ${since}`}>
                {code('obligation', owed)} ({code('procedure', of)}), <When at={since} to="day" />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('facts')}</h2>
        {facts.length === 0 ? (
          <Nothing kind="none_yet" />
        ) : (
          <dl className="case-facts">
            {facts.map(([name, value]) => (
              <CaseFact key={name} {...{ name, value, caseId, procedure }} depth={0} />
            ))}
          </dl>
        )}
        <p className="quiet">
          {t('opened')} <When at={openedAt} /> · {t('updated')} <When at={updatedAt} /> · {t('version')}{' '}
          {version}
        </p>
      </section>
    </>
  );
}
