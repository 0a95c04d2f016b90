/** How the system runs: its version, its database, and what background work has before it. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCommonWords } from '../../words/common.ts';

/** Milliseconds between two looks at what waits. */
const EVERY_MS = 15_000;

export default function SystemSection() {
  const t = useRuleWords();
  const common = useCommonWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['system'],
    queryFn: () => unwrap(api.GET('/api/v1/system')),
    refetchInterval: EVERY_MS,
  });
  const yesNo = (is: boolean) => (is ? common('yes') : common('no'));
  return (
    <>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <dl className="facts">
            <dt>{t('programVersion')}</dt>
            <dd>{data.version}</dd>
            <dt>{t('processRole')}</dt>
            <dd>{data.role === null ? t('unknown') : t(`processRole_${data.role}`)}</dd>
            <dt>{t('database')}</dt>
            <dd>{t(`database_${data.database.kind}`)}</dd>
            <dt>{t('durability')}</dt>
            <dd>{t(`durability_${data.database.durability}`)}</dd>
            <dt>{t('now')}</dt>
            <dd>
              <When at={data.now} to="seconds" />
            </dd>
            <dt>{t('sandbox')}</dt>
            <dd>{yesNo(data.isSandbox)}</dd>
            <dt>{t('secondWall')}</dt>
            <dd>{yesNo(data.hasSecondWall)}</dd>
            <dt>{t('singleSignOn')}</dt>
            <dd>{yesNo(data.singleSignOn)}</dd>
          </dl>
          <h2>{t('work_')}</h2>
          <DataTable
            caption={t('work_')}
            hasHiddenCaption
            rows={data.work}
            keyOf={({ work }) => work}
            columns={[
              { key: 'work', title: t('work_'), show: ({ work }) => t(`work_${work}`) },
              {
                key: 'waiting',
                title: t('waitingNow'),
                show: ({ waiting }) => (waiting > 1000 ? t('orMore', { count: 1000 }) : waiting),
                isNumber: true,
              },
              {
                key: 'since',
                title: t('since'),
                show: ({ since }) => (since === null ? '—' : <When at={since} to="seconds" />),
              },
            ]}
          />
          <h2>{t('links')}</h2>
          <ul className="plain-links">
            <li>
              <a href="/health/ready">{t('ready')}</a>
            </li>
            <li>
              <a href="/docs">{t('api')}</a>
            </li>
          </ul>
        </>
      )}
    </>
  );
}
