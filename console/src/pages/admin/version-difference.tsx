/** What two versions of a procedure do not have in common, part by part. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { ChoiceField } from './fields.tsx';

interface DifferenceProps {
  readonly name: string;
  readonly versions: readonly number[];
}

export function VersionDifference({ name, versions }: DifferenceProps) {
  const t = useRuleWords();
  const inOrder = [...versions].sort((a, b) => a - b);
  const [from, setFrom] = useState(String(inOrder.at(-2)));
  const [to, setTo] = useState(String(inOrder.at(-1)));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['procedures', name, 'differences', from, to],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/procedures/{name}/differences', {
          params: { path: { name }, query: { from: Number(from), to: Number(to) } },
        }),
      ),
    staleTime: Infinity,
  });
  const options = inOrder.map((version) => ({ value: String(version), label: `v${version}` }));
  return (
    <section aria-label={t('compare')}>
      <h3>{t('compare')}</h3>
      <div className="field-row admin-form">
        <ChoiceField label={t('compareFrom')} value={from} onChange={setFrom} options={options} />
        <ChoiceField label={t('compareTo')} value={to} onChange={setTo} options={options} />
      </div>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p>{t('noDifference')}</p>}
      {data && data.items.length > 0 && <Items items={data.items} />}
    </section>
  );
}

function Items({ items }: { readonly items: components['schemas']['ProcedureDifference']['items'] }) {
  const t = useRuleWords();
  const { say } = useCodes();
  return (
    <DataTable
      caption={t('difference')}
      hasHiddenCaption
      rows={items}
      keyOf={({ part, code }) => `${part} ${code}`}
      columns={[
        {
          key: 'code',
          title: t('code'),
          show: ({ code, label }) => (
            <>
              {label && <>{say(label)} </>}
              <code>{code}</code>
            </>
          ),
        },
        { key: 'part', title: t('part'), show: ({ part }) => t(`part_${part}`) },
        { key: 'change', title: t('change'), show: ({ change }) => t(`change_${change}`) },
        {
          key: 'fields',
          title: t('difference'),
          show: ({ fields }) =>
            fields.map(({ field, before, after }) => (
              <details key={field}>
                <summary>{field}</summary>
                <div>
                  {t('before')}: <code>{before ?? '—'}</code>
                </div>
                <div>
                  {t('after')}: <code>{after ?? '—'}</code>
                </div>
              </details>
            )),
        },
      ]}
    />
  );
}
