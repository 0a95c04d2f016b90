/** What a migration means for each of its cases, those that are blocked looked at first. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { ChoiceField } from './fields.tsx';

const VERDICTS = ['blocked', 'carries_over', 'same'] as const;
type Verdict = (typeof VERDICTS)[number];

export function MigrationCases({ id, procedure }: { readonly id: string; readonly procedure: string }) {
  const t = useRuleWords();
  const admin = useAdminWords();
  const { code } = useCodes();
  const [verdict, setVerdict] = useState<Verdict | ''>('');
  const [cursor, setCursor] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['migrations', id, verdict, cursor],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/migrations/{migrationId}/cases', {
          params: {
            path: { migrationId: id },
            query: { limit: 50, ...(verdict !== '' && { verdict }), ...(cursor !== null && { cursor }) },
          },
        }),
      ),
    placeholderData: (before) => before,
  });
  return (
    <>
      <div className="admin-form">
        <ChoiceField
          label={t('verdict')}
          value={verdict}
          isOptional
          onChange={(next) => {
            setCursor(null);
            setVerdict(next as Verdict | '');
          }}
          options={VERDICTS.map((each) => ({ value: each, label: t(`verdict_${each}`) }))}
        />
      </div>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <Nothing kind={verdict === '' ? 'none_yet' : 'no_match'} />}
      {data && data.items.length > 0 && (
        <DataTable
          caption={t('cases')}
          rows={data.items}
          keyOf={(item) => item.case}
          columns={[
            {
              key: 'case',
              title: t('case'),
              show: (item) => <Link to={`/cases/${item.case}`}>{item.case}</Link>,
            },
            { key: 'verdict', title: t('verdict'), show: (item) => t(`verdict_${item.verdict}`) },
            { key: 'state', title: t('stateNow'), show: (item) => code('state', procedure, item.state) },
            {
              key: 'after',
              title: t('stateAfter'),
              show: ({ stateAfter, missing }) =>
                stateAfter === null ? (missing ?? '—') : code('state', procedure, stateAfter),
            },
            {
              key: 'outcome',
              title: t('came'),
              show: ({ outcome }) => (outcome === null ? t('waiting') : t(`outcome_${outcome}`)),
            },
          ]}
        />
      )}
      {data?.nextCursor != null && (
        <p className="form-foot">
          <Button
            onClick={() => {
              setCursor(data.nextCursor);
            }}
          >
            {admin('nextPage')}
          </Button>
        </p>
      )}
    </>
  );
}
