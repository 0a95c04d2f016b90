/** What was found untrue and not clarified, counted by reason: the figures of the server, as they are. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useClarificationWords } from '../../words/clarification.ts';
import { useCodes } from '../../words/codes.ts';

const PROCEDURE = 'clarification';

export function Coverage() {
  const t = useClarificationWords();
  const { code } = useCodes();
  const coverage = useQuery({
    queryKey: ['statistics', 'clarification-coverage'],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/clarification-coverage', {})),
  });
  if (coverage.isPending) return <Loading />;
  if (coverage.isError) return <Failed error={coverage.error} retry={() => void coverage.refetch()} />;
  const { items } = coverage.data;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage')}</h2>
      <p className="quiet">{t('coverageNote')}</p>
      {items.length === 0 ? (
        <p>{t('noCoverage')}</p>
      ) : (
        <DataTable
          caption={t('coverage')}
          hasHiddenCaption
          rows={items}
          keyOf={({ finding, outcome, reason }) => `${finding} ${outcome ?? ''} ${reason ?? ''}`}
          columns={[
            { key: 'finding', title: t('finding'), show: ({ finding }) => code('value', finding, 'finding') },
            {
              key: 'outcome',
              title: t('outcome'),
              show: ({ outcome, isOpen }) => (
                <>
                  {outcome === null ? t('noClarification') : code('state', PROCEDURE, outcome)}
                  {isOpen && outcome !== null && <> ({t('underWay')})</>}
                </>
              ),
            },
            {
              key: 'reason',
              title: t('reason'),
              show: ({ reason }) => (reason === null ? '–' : code('value', reason, 'reason', PROCEDURE)),
            },
            { key: 'count', title: t('count'), isNumber: true, show: ({ count }) => count },
          ]}
        />
      )}
    </section>
  );
}
