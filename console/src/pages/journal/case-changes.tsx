/** The case as it stood when an event was done, and a moment before. Asked for by hand: each reading is put on record. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, unwrap } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCodes } from '../../words/codes.ts';
import { useJournalWords } from '../../words/journal.ts';
import { FactValue } from '../case/case-fact.tsx';
import '../case/case.css';
import { changesBetween, keyOfPath, placeOf, wordsOfPath, type Change } from './changes.ts';

interface ChangesProps {
  readonly caseId: string;
  readonly at: string;
  readonly procedure: string;
}

export function CaseChanges({ caseId, at, procedure }: ChangesProps) {
  const t = useJournalWords();
  const codes = useCodes();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['case', caseId, 'changes', at],
    enabled: false,
    retry: false,
    queryFn: async () => {
      const after = await caseAt(caseId, at);
      const before = await caseAt(caseId, new Date(Date.parse(at) - 1).toISOString()).catch(
        (failed: unknown) => {
          if (isProblem(failed, 'not-found')) return null; // it opened then
          throw failed;
        },
      );
      return changesBetween(before, after);
    },
  });
  const show = (path: Change['path'], value: unknown) =>
    value === null ? '–' : <ChangedValue {...{ path, value, caseId, procedure }} />;
  return (
    <>
      <h3>{t('changes')}</h3>
      {!data && (
        <>
          <Button loading={isFetching} onClick={() => void refetch()}>
            {t('compare')}
          </Button>
          <p className="quiet">{t('compareHint')}</p>
        </>
      )}
      {isFetching && <Loading rows={2} />}
      {isProblem(error, 'not-found') ? (
        <p role="status">{t('caseNotYours')}</p>
      ) : (
        error && <Failed error={error} />
      )}
      {data?.length === 0 && <p>{t('noChanges')}</p>}
      {data && data.length > 0 && (
        <DataTable
          caption={t('changes')}
          hasHiddenCaption
          rows={data}
          keyOf={({ path }) => keyOfPath(path)}
          columns={[
            { key: 'field', title: t('field'), show: ({ path }) => wordsOfPath(path, procedure, codes) },
            { key: 'before', title: t('before'), show: ({ path, before }) => show(path, before) },
            { key: 'after', title: t('after'), show: ({ path, after }) => show(path, after) },
          ]}
        />
      )}
    </>
  );
}

interface ValueProps extends Pick<ChangesProps, 'caseId' | 'procedure'> {
  readonly path: Change['path'];
  readonly value: unknown;
}

function ChangedValue({ path, value, ...of }: ValueProps) {
  const { code } = useCodes();
  const { name, list } = placeOf(path);
  // These have words of their own kind, which a value of some form may be called by as well.
  if (typeof value === 'string') {
    if (path[0] === 'regions') return <>{code('region', of.procedure, `${name}.${value}`)}</>;
    if (keyOfPath(path) === 'state') return <>{code('state', of.procedure, value)}</>;
    if (keyOfPath(path) === 'procedure') return <>{code('procedure', value)}</>;
  }
  return <FactValue {...{ name, value, ...of }} {...(list !== undefined && { list })} depth={0} />;
}

const caseAt = (caseId: string, at: string) =>
  unwrap(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId }, query: { at } } }));
