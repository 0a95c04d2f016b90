/** How far a batch is, what became of each case, and what can still be done about it: in the drawer and on its own page. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useOfflineReason } from '../../live/offline.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useBatchWords } from '../../words/batches.ts';
import { useCodes } from '../../words/codes.ts';

export type Batch = components['schemas']['Batch'];
type Item = components['schemas']['BatchItem'];

const EVERY_MS = 1_000;
const PAGE = 50;
const STATUSES = ['waiting', 'done', 'skipped', 'failed', 'stopped'] as const;
type Status = (typeof STATUSES)[number];

export const useBatch = (id: string) =>
  useQuery({
    queryKey: ['batch', id, 'view'],
    queryFn: () => unwrap(api.GET('/api/v1/batches/{batchId}', { params: { path: { batchId: id } } })),
    refetchInterval: ({ state: { data } }) => (data?.status === 'running' ? EVERY_MS : false),
  });

export function BatchProgress({ id, onDone }: { readonly id: string; readonly onDone?: () => void }) {
  const batch = useBatch(id);
  const queries = useQueryClient();
  const status = batch.data?.status;
  // The lists, and what became of each case, are read again once it is over.
  useEffect(() => {
    if (status === undefined || status === 'running') return;
    void queries.invalidateQueries({ queryKey: ['batch', id, 'items'] });
    void queries.invalidateQueries({ queryKey: ['cases'] });
    onDone?.();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each end, whoever passes which callback
  }, [status, id, queries]);
  if (batch.isPending) return <Loading />;
  if (batch.isError) return <Failed error={batch.error} retry={() => void batch.refetch()} />;
  return (
    <>
      <Standing batch={batch.data} />
      <Deeds batch={batch.data} />
      <Items id={id} isRunning={status === 'running'} />
    </>
  );
}

function Standing({ batch }: { readonly batch: Batch }) {
  const t = useBatchWords();
  const { counts, total, status } = batch;
  const settled = total - counts.waiting;
  const word = status === 'dry_run' ? 'running' : status;
  return (
    <>
      <p role="status">
        <strong>{t(word)}</strong> {t('progress', { n: settled, m: total })}
        {batch.stoppedFor === 'rights_ended' && ` ${t('rightsEnded')}`}
      </p>
      <Progress
        percent={Math.floor((settled * 100) / total)}
        status={status === 'running' ? 'active' : 'normal'}
        aria-label={t('progress', { n: settled, m: total })}
      />
      <ul className="plain-list">
        {STATUSES.filter((each) => counts[each] > 0).map((each) => (
          <li key={each}>
            {t(`item_${each}`)}: {counts[each]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Deeds({ batch }: { readonly batch: Batch }) {
  const t = useBatchWords();
  const queries = useQueryClient();
  const offline = useOfflineReason();
  const id = batch.id ?? '';
  const path = { batchId: id };
  const onSuccess = (now: Batch) => {
    queries.setQueryData(['batch', id, 'view'], now);
    void queries.invalidateQueries({ queryKey: ['batch', id] });
  };
  const stop = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/batches/{batchId}/stop', { params: { path } })),
    onSuccess,
  });
  const retry = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/batches/{batchId}/retry', { params: { path } })),
    onSuccess,
  });
  return (
    <>
      {batch.status === 'running' && (
        <p>
          <WriteButton
            danger
            loading={stop.isPending}

            onClick={() => {
              stop.mutate();
            }}
          >
            {t('stop')}
          </WriteButton>{' '}
          <span className="quiet">{offline ?? t('stopNote')}</span>
        </p>
      )}
      {batch.status !== 'running' && batch.counts.failed > 0 && (
        <p>
          <WriteButton
            loading={retry.isPending}

            onClick={() => {
              retry.mutate();
            }}
          >
            {t('retry', { count: batch.counts.failed })}
          </WriteButton>
        </p>
      )}
      {stop.isError && <Failed error={stop.error} />}
      {retry.isError && <Failed error={retry.error} />}
    </>
  );
}

function Items({ id, isRunning }: { readonly id: string; readonly isRunning: boolean }) {
  const t = useBatchWords();
  const field = useId();
  const [status, setStatus] = useState<Status | 'all'>('all');
  const items = useInfiniteQuery({
    queryKey: ['batch', id, 'items', status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/batches/{batchId}/items', {
          params: {
            path: { batchId: id },
            query: {
              limit: PAGE,
              ...(status !== 'all' && { status }),
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: isRunning ? 3_000 : false,
  });
  const rows = items.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h2>{t('items')}</h2>
      <label htmlFor={field}>{t('result')}</label>{' '}
      <Select<Status | 'all'>
        id={field}
        value={status}
        onChange={setStatus}
        popupMatchSelectWidth={false}
        options={(['all', ...STATUSES] as const).map((value) => ({
          value,
          label: value === 'all' ? t('all') : t(`item_${value}`),
        }))}
      />
      {items.isPending && <Loading />}
      {items.isError && <Failed error={items.error} retry={() => void items.refetch()} />}
      {items.isSuccess && rows.length === 0 && <Nothing kind="no_match" />}
      {rows.length > 0 && <ItemTable items={rows} caption={t('items')} />}
      {items.hasNextPage && (
        <Button loading={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** The cases of a batch, or those that a dry run would skip. */
export function ItemTable({ items, caption }: { readonly items: readonly Item[]; readonly caption: string }) {
  const t = useBatchWords();
  const { say, code } = useCodes();
  return (
    <DataTable
      caption={caption}
      hasHiddenCaption
      rows={items}
      keyOf={(item) => item.case}
      columns={[
        {
          key: 'case',
          title: t('case'),
          show: (item) => {
            const name = item.caseNumber ?? item.case.slice(0, 8);
            return item.procedure === null ? name : <Link to={`/cases/${item.case}`}>{name}</Link>;
          },
        },
        {
          key: 'state',
          title: t('state'),
          show: ({ procedure, state }) =>
            procedure === null || state === null ? '' : code('state', procedure, state),
        },
        { key: 'result', title: t('result'), show: ({ status }) => t(`item_${status}`) },
        { key: 'why', title: t('why'), show: ({ refusal }) => (refusal ? say(refusal.words) : '') },
      ]}
    />
  );
}
