/** The journal of one case: every entry with its place, time, actor, result and hash, and all of it in a panel. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../../api/client.ts';
import { DataTable, type Column } from '../../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useAuditWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { actionOf, Outcome, type JournalItem } from './audit-action.tsx';
import { AuditEntry } from './audit-entry.tsx';
import '../case-reading.css';

const PAGE = 50;

export function AuditTab({ caseId }: { readonly caseId: string }) {
  const t = useAuditWords();
  const { code } = useCodes();
  const [search, setSearch] = useSearchParams();
  const opener = useRef<HTMLElement | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['journal', 'case', caseId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/journal', {
          params: {
            query: {
              case: caseId,
              order: 'desc',
              limit: PAGE,
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (pages.isPending) return <Loading rows={8} />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing kind="none_yet" />;
  const show = (id: string | null) => {
    setSearch(
      (now) => {
        if (id === null) now.delete('entry');
        else now.set('entry', id);
        return now;
      },
      { replace: true },
    );
  };
  const columns: Column<JournalItem>[] = [
    {
      key: 'seq',
      title: t('seq'),
      show: ({ id, index }) => (
        <Button
          size="small"
          aria-label={t('open', { seq: index })}
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => {
            opener.current = currentTarget;
            show(id);
          }}
        >
          {index}
        </Button>
      ),
    },
    { key: 'time', title: t('time'), show: ({ time }) => <When at={time} to="seconds" /> },
    { key: 'actor', title: t('actor'), show: ({ actor }) => actor.name ?? <Short text={actor.id} /> },
    { key: 'action', title: t('action'), show: (item) => actionOf(item, code) },
    { key: 'result', title: t('result'), show: ({ outcome }) => <Outcome outcome={outcome} /> },
    { key: 'hash', title: t('hash'), show: ({ leafHash }) => <Short text={leafHash} /> },
  ];
  const size = pages.data.pages[0]?.asOf.size ?? 0;
  const wanted = search.get('entry');
  return (
    <>
      <p className="quiet">
        {t('asOf', { count: size })} · {t('proofs')}
      </p>
      <DataTable caption={t('table')} columns={columns} rows={items} keyOf={({ id }) => id} />
      {pages.hasNextPage && (
        <p>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
      <AuditEntry
        caseId={caseId}
        item={items.find(({ id }) => id === wanted) ?? null}
        onClose={() => {
          show(null);
          opener.current?.focus();
        }}
      />
    </>
  );
}

/** The beginning of what is too long for a column; the panel has all of it. */
function Short({ text }: { readonly text: string }) {
  return (
    <code className="one-line" title={text}>
      {text.slice(0, 9)}…
    </code>
  );
}
