/** The cases linked to a case: a table first, the same as a graph on demand. What one may not know of is not among them. */
import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { DueLight } from '../../../parts/light.tsx';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useLinkWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { caseKey } from '../case-queries.ts';
import '../case-reading.css';

export type Member = components['schemas']['Family']['items'][number];

const LinksGraph = lazy(() => import('./links-graph.tsx'));

/** As many as a drawing still shows. */
const MOST_DRAWN = 60;

export function LinksTab({ caseId }: { readonly caseId: string }) {
  const t = useLinkWords();
  const [search, setSearch] = useSearchParams();
  const family = useQuery({
    queryKey: [...caseKey(caseId), 'family'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/family', { params: { path: { caseId } } })),
  });
  if (family.isPending) return <Loading rows={5} />;
  if (family.isError) return <Failed error={family.error} retry={() => void family.refetch()} />;
  const { items } = family.data;
  if (items.length <= 1) return <Nothing kind="none_yet">{t('onlyKnown')}</Nothing>;
  const isGraph = search.get('view') === 'graph' && items.length <= MOST_DRAWN;
  return (
    <>
      <div className="filters">
        <Radio.Group
          aria-label={t('view')}
          optionType="button"
          value={isGraph ? 'graph' : 'table'}
          disabled={items.length > MOST_DRAWN}
          options={[
            { value: 'table', label: t('asTable') },
            { value: 'graph', label: t('asGraph') },
          ]}
          onChange={({ target }) => {
            setSearch(
              (now) => {
                if (target.value === 'graph') now.set('view', 'graph');
                else now.delete('view');
                return now;
              },
              { replace: true },
            );
          }}
        />
        {items.length > MOST_DRAWN && <span>{t('tooMany')}</span>}
      </div>
      {isGraph ? (
        <Suspense fallback={<Loading rows={5} />}>
          <LinksGraph caseId={caseId} items={items} />
        </Suspense>
      ) : (
        <LinksTable caseId={caseId} items={items} />
      )}
      <p className="quiet">{t('onlyKnown')}</p>
    </>
  );
}

interface FamilyProps {
  readonly caseId: string;
  readonly items: readonly Member[];
}

function LinksTable({ caseId, items }: FamilyProps) {
  const t = useLinkWords();
  const { code } = useCodes();
  const relationTo = useRelation(caseId, items);
  const columns: Column<Member>[] = [
    {
      key: 'number',
      title: t('number'),
      show: ({ id, number }) => <Link to={`/cases/${id}`}>{number ?? t('noNumber')}</Link>,
    },
    { key: 'relation', title: t('relation'), show: relationTo },
    { key: 'procedure', title: t('procedure'), show: ({ procedure }) => code('procedure', procedure) },
    {
      key: 'state',
      title: t('state'),
      show: ({ procedure, state, isOpen }) => (
        <>
          {code('state', procedure, state)} {!isOpen && <span className="quiet">({t('closed')})</span>}
        </>
      ),
    },
    { key: 'since', title: t('since'), show: ({ openedAt }) => <When at={openedAt} to="day" /> },
    {
      key: 'due',
      title: t('due'),
      show: ({ nextDueOn, light, left, leftUnit }) => (
        <DueLight dueOn={nextDueOn} light={light} left={left} unit={leftUnit} />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={items.filter(({ id }) => id !== caseId)}
      keyOf={({ id }) => id}
    />
  );
}

/** How a case hangs together with this one, in words: what arises from it, what it arises from, or kin of both. */
function useRelation(caseId: string, items: readonly Member[]): (member: Member) => string {
  const t = useLinkWords();
  const { code } = useCodes();
  const own = items.find(({ id }) => id === caseId)?.links ?? [];
  return ({ id, links }) => {
    const said = [
      ...links
        .filter(({ parent }) => parent === caseId)
        .map(({ type }) => t('child', { relation: code('link', type) })),
      ...own
        .filter(({ parent }) => parent === id)
        .map(({ type }) => t('parent', { relation: code('link', type) })),
    ];
    return said.length > 0 ? said.join('; ') : t('kin');
  };
}
