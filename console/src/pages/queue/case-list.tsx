/**
 * A list of cases as a page: filters, views, table, pages. The work queue and the ledgers are this, each with what it is of
 * and its own columns. Its state is its address.
 */
import { useQueryClient } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../frame/page.tsx';
import { LiveBar } from '../../live/live-bar.tsx';
import { usePresenceOf } from '../../live/presence-line.tsx';
import { useLiveCases } from '../../live/use-live.ts';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useQueueWords } from '../../words/queue.ts';
import { RowActions, useAssign } from './assign.tsx';
import { CaseTable } from './case-table.tsx';
import { NUMBER, type ListColumn } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterTags, useFilterWords } from './filter-tags.tsx';
import {
  addressOfView,
  keptOf,
  queryOf,
  readAddress,
  toParams,
  type CaseQuery,
  type FilterName,
  type ListAddress,
  type Tab,
} from './list-address.ts';
import { ListSettings } from './list-settings.tsx';
import { keepPage } from './order-of-view.ts';
import { Pages } from './pages.tsx';
import './queue.css';
import { useRowKeys } from './row-keys.ts';
import { SelectionBar } from './selection-bar.tsx';
import { COUNTS_KEY, useCaseCounts, useCaseList, type CaseItem } from './use-cases.ts';
import { ViewsMenu } from './views-menu.tsx';

export type ListName = Parameters<typeof ViewsMenu>[0]['list'];

const AssignDialog = lazy(() => import('./assign-dialog.tsx'));
const Beside = lazy(() => import('./beside.tsx'));

const NO_FILTER: CaseQuery = {};

/** Columns that the case beside the list makes up for. */
const SHOWN_BESIDE = ['procedure', 'subject', 'assignee', 'updated'];

export interface CaseListProps {
  readonly list: ListName;
  readonly title: string;
  /** What the list is of, whatever the reader filters. */
  readonly fixed?: CaseQuery;
  /** Every column it may show, and those it shows to whoever chose none. */
  readonly columns: readonly ListColumn[];
  readonly shown: readonly string[];
  /** The tab it opens with; `all` for a list without tabs. */
  readonly firstTab: Tab;
  readonly tabs?: (tab: Tab) => ReactNode;
  readonly actions?: ReactNode;
  /** Between the filters and the rows. */
  readonly note?: ReactNode;
  /** Said when there is nothing at all. */
  readonly none: (tab: Tab) => string;
}

export function CaseList({
  list,
  title,
  fixed = NO_FILTER,
  columns,
  shown,
  firstTab,
  tabs,
  actions,
  note,
  none,
}: CaseListProps) {
  const t = useQueueWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { unit, person, name } = useSession();
  const { preferences, prefer } = usePreferences();
  const [params, setParams] = useSearchParams();
  const address = readAddress(params, firstTab);
  const { tab, filters, sort, cursor, page } = address;
  const go = (change: Partial<ListAddress>) => {
    setParams({ ...toParams({ ...address, cursor: null, page: 1, ...change }, firstTab) });
  };

  const query = queryOf(address, unit, fixed);
  const { light: _light, ...unlit } = query;
  const cases = useCaseList(query, sort, cursor);
  const counts = useCaseCounts(unlit);
  const total =
    filters.light === undefined ? counts.data?.total : counts.data?.lights[filters.light as 'overdue'];
  const live = useLiveCases(JSON.stringify(query));
  const readAnew = () => {
    live.refresh();
    void queries.invalidateQueries({ queryKey: COUNTS_KEY });
  };

  const items = useMemo(() => cases.data?.items ?? [], [cases.data]);
  const asked = JSON.stringify({ query, sort });
  useEffect(() => {
    if (cases.isPlaceholderData || !cases.data) return;
    const { items: shown, nextCursor: next } = cases.data;
    keepPage({ asked, cursor, ids: shown.map(({ id }) => id), next });
  }, [asked, cursor, cases.isPlaceholderData, cases.data]);
  const present = usePresenceOf(useMemo(() => items.map(({ id }) => id), [items]));
  const names = namesIn(items, { [person]: name });

  const [chosen, setChosen] = useState<readonly string[]>([]);
  const selected = chosen.filter((id) => items.some((item) => item.id === id));
  const [besideId, setBeside] = useState<string | null>(null);
  const [assigning, setAssigning] = useState<CaseItem | null>(null);
  const { claim, give, busyId } = useAssign();
  const within = useRef<HTMLDivElement>(null);
  const searchBox = useRef<InputRef>(null);
  const withItem = (act: (item: CaseItem) => void) => (id: string) => {
    const item = items.find((each) => each.id === id);
    if (item) act(item);
  };
  useRowKeys({
    within,
    selected,
    onSelect: setChosen,
    onSearch: () => searchBox.current?.focus(),
    onClaim: withItem(claim),
    onAssign: withItem(setAssigning),
  });

  const keys = preferences.columns[list] ?? shown;
  // Beside a case there is room for what tells cases apart; the rest is said of the one that is shown.
  const fitting = preferences.isSplit ? keys.filter((key) => !SHOWN_BESIDE.includes(key)) : keys;
  const visible = columns.filter(({ key }) => key === NUMBER || fitting.includes(key));
  const hasFilter = Object.keys(filters).length > 0;
  const clear = () => {
    go({ filters: {} });
  };
  const procedures = (query.procedure ?? Object.keys(counts.data?.procedures ?? {}).join(',')).split(',');

  return (
    <Page
      title={title}
      actions={
        <>
          <ListSettings
            all={columns}
            shown={keys}
            preferences={preferences}
            prefer={prefer}
            onColumns={(next) => {
              prefer({ columns: { ...preferences.columns, [list]: [...next] } });
            }}
          />
          {actions}
        </>
      }
    >
      <p role="status" className="found">
        {total === undefined
          ? t('counting')
          : counts.data?.isCapped === true
            ? t('foundMany')
            : t('found', { count: total })}
      </p>
      {tabs?.(tab)}
      <ViewsMenu
        list={list}
        openedId={address.view}
        kept={keptOf(address, unit)}
        canShare={unit !== null}
        onOpen={(view) => {
          go(addressOfView(view, unit));
        }}
        onOpened={(view) => {
          go({ view });
        }}
      />
      <FilterBar
        filters={filters}
        counts={counts.data}
        tab={tab}
        searchBox={searchBox}
        {...(fixed.procedure !== undefined && { procedure: fixed.procedure })}
        onFilter={(filter, value) => {
          go({ filters: withFilter(filters, filter, value) });
        }}
      />
      <FilterTags
        filters={filters}
        names={names}
        procedures={procedures}
        onClear={clear}
        onRemove={(filter) => {
          go({ filters: withFilter(filters, filter, undefined) });
        }}
      />
      {note}
      <LiveBar changed={live.changed} refresh={readAnew} />
      <SelectionBar
        key={JSON.stringify(query)}
        selected={selected}
        total={total}
        isCapped={counts.data?.isCapped ?? false}
        query={query}
        onClear={() => {
          setChosen([]);
        }}
        onDone={readAnew}
      />
      <div className={preferences.isSplit ? 'list-and-case' : undefined}>
        <div ref={within} className="list-rows">
          {cases.isPending && <Loading rows={8} />}
          {cases.isError && <Failed error={cases.error} retry={() => void cases.refetch()} />}
          {cases.data && items.length === 0 && (
            <Nothing kind={hasFilter ? 'no_match' : 'none_yet'} {...(hasFilter && { onClear: clear })}>
              {hasFilter ? <FiltersInWords {...{ filters, names, procedures }} /> : <p>{none(tab)}</p>}
            </Nothing>
          )}
          {items.length > 0 && (
            <CaseTable
              caption={title}
              items={items}
              present={present}
              columns={visible}
              sort={sort}
              density={preferences.density}
              selected={selected}
              isStale={cases.isPlaceholderData}
              onSelect={setChosen}
              onSort={(next) => {
                go({ sort: next });
              }}
              actions={(item) => (
                <RowActions
                  item={item}
                  isBusy={busyId === item.id}
                  onClaim={() => {
                    claim(item);
                  }}
                  onAssign={() => {
                    setAssigning(item);
                  }}
                  onPreview={
                    preferences.isSplit
                      ? () => {
                          setBeside(item.id);
                        }
                      : undefined
                  }
                />
              )}
            />
          )}
          <Pages
            page={page}
            hasNext={cases.data?.nextCursor != null}
            onFirst={() => {
              go({});
            }}
            onPrevious={() => void navigate(-1)}
            onNext={() => {
              go({ cursor: cases.data?.nextCursor ?? null, page: page + 1 });
              scrollTo({ top: 0 });
            }}
          />
        </div>
        {preferences.isSplit && (
          <Suspense fallback={<Loading />}>
            <Beside
              key={besideId}
              item={items.find(({ id }) => id === besideId) ?? null}
              onClose={() => {
                setBeside(null);
              }}
            />
          </Suspense>
        )}
      </div>
      {assigning && (
        <Suspense fallback={null}>
          <AssignDialog
            item={assigning}
            onClose={() => {
              setAssigning(null);
            }}
            onGive={(assignee) => {
              give(assigning, assignee);
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

function FiltersInWords({
  filters,
  names,
  procedures,
}: Pick<Parameters<typeof FilterTags>[0], 'filters' | 'names' | 'procedures'>) {
  const told = useFilterWords(names, procedures);
  return (
    <p>{(Object.entries(filters) as [FilterName, string][]).map((entry) => told(...entry)).join(' · ')}</p>
  );
}

function withFilter(filters: ListAddress['filters'], name: FilterName, value: string | undefined) {
  const { [name]: _before, ...others } = filters;
  return value === undefined ? others : { ...others, [name]: value };
}

/** Names of people, as far as the rows tell them. */
function namesIn(
  items: readonly CaseItem[],
  known: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [id, name] of Object.entries(known)) if (name !== null) names[id] = name;
  for (const { assignee, assigneeName, subject, subjectName } of items) {
    if (assignee !== null && assigneeName !== null) names[assignee] = assigneeName;
    if (subject !== null && subjectName !== null) names[subject] = subjectName;
  }
  return names;
}
