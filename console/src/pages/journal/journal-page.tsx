/** The journal explorer: who did what, when, on which case. Filters and place are the address; a row opens its entry. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useJournalWords } from '../../words/journal.ts';
import { FILTERS, OUTCOMES, readQuery, toParams, toRequest, type JournalQuery } from './address.ts';
import { EntryPanel, type JournalItem } from './entry-panel.tsx';
import { useEntryWords } from './entry-words.ts';
import { FilterBar } from './filter-bar.tsx';
import './journal.css';

export default function JournalPage() {
  const t = useJournalWords();
  const [params, setParams] = useSearchParams();
  const query = readQuery(params);
  const opened = params.get('entry');
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['journal', query],
    queryFn: () => unwrap(api.GET('/api/v1/journal', { params: { query: toRequest(query) } })),
    placeholderData: keepPreviousData,
  });
  const ask = (next: JournalQuery) => {
    setParams(toParams(next));
  };
  const openEntry = (id: string | null) => {
    setParams({ ...toParams(query), ...(id !== null && { entry: id }) }, { replace: opened !== null });
  };
  const items = data?.items ?? [];
  const at = items.findIndex(({ id }) => id === opened);
  const isFiltered = FILTERS.some((name) => query.filters[name] !== undefined);
  // Previous is what was written before, whichever way the list runs.
  const [older, newer] = query.order === 'desc' ? [at + 1, at - 1] : [at - 1, at + 1];
  return (
    <Page title={t('title')}>
      <FilterBar key={JSON.stringify(query.filters)} query={query} onAsk={ask} />
      {isPending && <Loading rows={10} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && (
        <Nothing
          kind={isFiltered ? 'no_match' : 'none_yet'}
          {...(isFiltered && {
            onClear: () => {
              ask({ ...query, filters: {}, cursor: null });
            },
          })}
        />
      )}
      {data && items.length > 0 && (
        <div {...(isPlaceholderData && { className: 'dimmed', 'aria-busy': true })}>
          <p className="quiet" role="status">
            {t('pinned', { size: data.asOf.size })}. {t('pinnedHint')}{' '}
            <Button
              size="small"
              onClick={() => {
                ask({ ...query, cursor: null });
                void refetch();
              }}
            >
              {t('latest')}
            </Button>
          </p>
          <div className="entries">
            <Entries items={items} onOpen={openEntry} />
          </div>
          <p className="pages">
            {query.cursor !== null && (
              <Button
                onClick={() => {
                  ask({ ...query, cursor: null });
                }}
              >
                {t('first')}
              </Button>
            )}
            {data.nextCursor !== null && (
              <Button
                onClick={() => {
                  ask({ ...query, cursor: data.nextCursor });
                  scrollTo(0, 0);
                }}
              >
                {t('next')}
              </Button>
            )}
          </p>
        </div>
      )}
      <EntryPanel
        entry={items[at] ?? null}
        previous={at < 0 ? undefined : items[older]}
        next={at < 0 ? undefined : items[newer]}
        onOpen={openEntry}
        onClose={() => {
          openEntry(null);
        }}
      />
    </Page>
  );
}

function Entries({
  items,
  onOpen,
}: {
  readonly items: readonly JournalItem[];
  readonly onOpen: (id: string) => void;
}) {
  const t = useJournalWords();
  const wordsOf = useEntryWords();
  const outcomeOf = (outcome: string) => {
    const known = OUTCOMES.find((each) => each === outcome);
    return known ? t(known) : outcome;
  };
  return (
    <DataTable
      caption={t('title')}
      hasHiddenCaption
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { key: 'seq', title: t('seq'), show: ({ index }) => index },
        { key: 'time', title: t('time'), show: ({ time }) => <When at={time} to="seconds" /> },
        { key: 'actor', title: t('actor'), show: ({ actor }) => <code>{actor.name ?? actor.id}</code> },
        { key: 'type', title: t('type'), show: ({ type }) => <span title={type}>{wordsOf(type)}</span> },
        {
          key: 'object',
          title: t('object'),
          show: ({ case: id }) => (id === null ? '–' : <code title={id}>…{id.slice(-12)}</code>),
        },
        {
          key: 'outcome',
          title: t('outcome'),
          show: ({ outcome }) => (
            <span className={outcome === 'refused' ? 'refused' : ''}>
              {outcome === 'refused' && <span aria-hidden="true">✗ </span>}
              {outcomeOf(outcome)}
            </span>
          ),
        },
        { key: 'hash', title: t('hash'), show: ({ leafHash }) => <code>{leafHash.slice(0, 8)}</code> },
        {
          key: 'more',
          title: t('more'),
          show: ({ id, index }) => (
            <Button
              size="small"
              aria-label={t('openEntry', { index })}
              onClick={() => {
                onOpen(id);
              }}
            >
              {t('more')}
            </Button>
          ),
        },
      ]}
    />
  );
}
