/** What happened in a case, in people's words, newest first; narrowed down by kind, each entry with an address of its own. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { api, unwrap } from '../../../api/client.ts';
import { useCaseNames } from '../../../parts/case-names.ts';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { useTimelineWords } from '../../../words/case-reading.ts';
import { caseKey } from '../case-queries.ts';
import { groupsOf } from '../told-effects.tsx';
import { TimelineEntry, type CaseEvent } from './timeline-entry.tsx';
import '../case-reading.css';

const PAGE = 50;

const KINDS = ['all', 'steps', 'notes', 'papers', 'links'] as const;
type Kind = (typeof KINDS)[number];

/** Whether an entry is of a kind; one that moved neither a clock, a paper nor another case is a note. */
function isOf(kind: Kind, { effects }: CaseEvent): boolean {
  const groups = groupsOf(effects);
  if (kind === 'all') return true;
  if (kind === 'steps') return groups.has('clocks');
  if (kind === 'notes') return groups.size === 0;
  return groups.has(kind);
}

export function TimelineTab({ caseId }: { readonly caseId: string }) {
  const t = useTimelineWords();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((each) => each === search.get('kind')) ?? 'all';
  const names = useCaseNames(caseId);
  const pages = useInfiniteQuery({
    queryKey: [...caseKey(caseId), 'events'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/cases/{caseId}/events', {
          params: {
            path: { caseId },
            query: { order: 'desc', limit: PAGE, ...(pageParam !== '' && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const loaded = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  useAnchor(loaded.length);
  if (pages.isPending) return <Loading rows={8} />;
  if (pages.isError) return <Failed error={pages.error} retry={() => void pages.refetch()} />;
  const shown = loaded.filter((event) => isOf(kind, event));
  return (
    <>
      <div className="filters">
        <span id="timeline-kinds">{t('kinds')}</span>
        <Radio.Group
          aria-labelledby="timeline-kinds"
          optionType="button"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(value) }))}
          onChange={({ target }) => {
            setSearch(
              (now) => {
                if (target.value === 'all') now.delete('kind');
                else now.set('kind', String(target.value));
                return now;
              },
              { replace: true },
            );
          }}
        />
        <span role="status" className="quiet">
          {t('shown', { count: shown.length })}
        </span>
      </div>
      {loaded.length === 0 && <Nothing kind="none_yet" />}
      {loaded.length > 0 && shown.length === 0 && <p>{t('noneOfKind')}</p>}
      {shown.length > 0 && (
        <ol className="timeline" aria-label={t('list')}>
          {shown.map((event) => (
            <TimelineEntry key={event.id} {...{ caseId, event, names }} />
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** Goes to the entry an address names once it is there: a browser looks before anything was loaded. */
function useAnchor(loaded: number): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (loaded > 0 && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [loaded, hash]);
}
