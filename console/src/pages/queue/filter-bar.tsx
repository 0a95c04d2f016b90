/** What narrows the list down: the lights with their counts first, then kind and stage, the rest on request; and the search. */
import { Button, Radio, type InputRef } from 'antd';
import { lazy, Suspense, useId, useState, type Ref } from 'react';
import type { LightCode } from '../../parts/light.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { SearchInput } from '../../parts/search-input.tsx';
import { useQueueWords } from '../../words/queue.ts';
import { CodesField } from './codes-field.tsx';
import type { FilterName, Filters, Tab } from './list-address.ts';
import type { Counts } from './use-cases.ts';

const MoreFilters = lazy(() => import('./more-filters.tsx'));

const LIGHTS: readonly LightCode[] = ['overdue', 'due_soon', 'on_track', 'paused'];

interface FilterBarProps {
  readonly filters: Filters;
  /** Sets one filter, or takes it away. */
  readonly onFilter: (name: FilterName, value: string | undefined) => void;
  /** Of the same list without its light. */
  readonly counts: Counts | undefined;
  readonly tab: Tab;
  /** The procedure, where the list is of one alone. */
  readonly procedure?: string;
  readonly searchBox: Ref<InputRef>;
}

export function FilterBar({ filters, onFilter, counts, tab, procedure, searchBox }: FilterBarProps) {
  const t = useQueueWords();
  const [hasMore, setMore] = useState(false);
  const { light } = filters;
  return (
    <div className="filter-bar" role="search" aria-label={t('filters')}>
      <LightChoice
        light={light}
        counts={counts}
        onChange={(next) => {
          onFilter('light', next);
        }}
      />
      {procedure === undefined && <ProcedureChoice {...{ filters, onFilter, counts }} />}
      <StateChoice {...{ filters, onFilter, counts, procedure }} />
      <SearchField key={filters.q} {...{ filters, onFilter, searchBox }} />
      <Button
        type="link"
        aria-expanded={hasMore}
        onClick={() => {
          setMore(!hasMore);
        }}
      >
        {hasMore ? t('fewer') : t('more')}
      </Button>
      {hasMore && (
        <Suspense fallback={null}>
          <MoreFilters {...{ filters, onFilter, tab }} {...(procedure !== undefined && { procedure })} />
        </Suspense>
      )}
    </div>
  );
}

type PartProps = Pick<FilterBarProps, 'filters' | 'onFilter'>;

function LightChoice({
  light,
  counts,
  onChange,
}: {
  readonly light: string | undefined;
  readonly counts: Counts | undefined;
  readonly onChange: (light: string | undefined) => void;
}) {
  const t = useQueueWords();
  const common = useCommonWords();
  const label = useId();
  return (
    <div className="filter">
      <span id={label}>{t('deadline')}</span>
      <Radio.Group
        aria-labelledby={label}
        optionType="button"
        value={light ?? ''}
        onChange={({ target }) => {
          onChange(target.value === '' ? undefined : String(target.value));
        }}
        options={[
          { value: '', label: t('any') },
          ...LIGHTS.map((each) => ({
            value: each,
            label: `${common(each)}${counts ? ` ${shown(counts.lights[each] ?? 0, counts)}` : ''}`,
          })),
        ]}
      />
    </div>
  );
}

/** A figure that is a least says so. */
const shown = (count: number, { isCapped }: Counts) => `${count}${isCapped ? '+' : ''}`;

function ProcedureChoice({ filters, onFilter, counts }: PartProps & Pick<FilterBarProps, 'counts'>) {
  const t = useQueueWords();
  const { code } = useCodes();
  return (
    <CodesField
      label={t('procedure')}
      value={filters.procedure}
      codes={Object.keys(counts?.procedures ?? {})}
      found={counts?.procedures}
      nameOf={(name) => code('procedure', name)}
      onChange={(value) => {
        onFilter('procedure', value);
      }}
    />
  );
}

function StateChoice({
  filters,
  onFilter,
  counts,
  procedure,
}: PartProps & Pick<FilterBarProps, 'counts'> & { readonly procedure: string | undefined }) {
  const t = useQueueWords();
  const { code } = useCodes();
  const among = procedure ?? filters.procedure ?? Object.keys(counts?.procedures ?? {}).join(',');
  // A state's code is its procedure's own; the words of the first that knows it serve here.
  const nameOf = (state: string) =>
    among
      .split(',')
      .map((name) => code('state', name, state))
      .find((words) => words !== state) ?? state;
  return (
    <CodesField
      label={t('state')}
      value={filters.state}
      codes={Object.keys(counts?.states ?? {})}
      found={counts?.states}
      nameOf={nameOf}
      onChange={(value) => {
        onFilter('state', value);
      }}
    />
  );
}

function SearchField({ filters, onFilter, searchBox }: PartProps & Pick<FilterBarProps, 'searchBox'>) {
  const t = useQueueWords();
  return (
    <SearchInput
      ref={searchBox}
      className="filter-search"
      aria-label={t('search')}
      placeholder={`${t('search')} /`}
      defaultValue={filters.q}
      maxLength={100}
      allowClear
      onSearch={(text) => {
        onFilter('q', text.trim() === '' ? undefined : text.trim());
      }}
    />
  );
}
