/** The cases of a page: a table with real heads, or on a narrow screen a card for each. */
import { Checkbox } from 'antd';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { Preferences } from '../../app/preferences.ts';
import { PresenceEye } from '../../live/presence-eye.tsx';
import type { Present } from '../../live/presence-line.tsx';
import { useQueueWords } from '../../words/queue.ts';
import { CaseLink, nameOf, NUMBER, type ListColumn } from './columns.tsx';
import type { CaseItem } from './use-cases.ts';

const NARROW = matchMedia('(max-width: 600px)');
const useIsNarrow = () =>
  useSyncExternalStore(
    (listener) => {
      NARROW.addEventListener('change', listener);
      return () => {
        NARROW.removeEventListener('change', listener);
      };
    },
    () => NARROW.matches,
  );

interface CaseTableProps {
  readonly caption: string;
  readonly items: readonly CaseItem[];
  /** Who else has a case open. */
  readonly present: ReadonlyMap<string, readonly Present[]>;
  readonly columns: readonly ListColumn[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly density: Preferences['density'];
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly actions: (item: CaseItem) => ReactNode;
  /** Older rows, shown while others are on their way. */
  readonly isStale: boolean;
}

export function CaseTable(props: CaseTableProps) {
  const isNarrow = useIsNarrow();
  return (
    <div className={props.isStale ? 'dimmed' : undefined} aria-busy={props.isStale}>
      {isNarrow ? <Cards {...props} /> : <Wide {...props} />}
    </div>
  );
}

/** A plain table: antd's weighs more than the rest of this page together, and what it adds is not needed here. */
function Wide({
  caption,
  items,
  present,
  columns,
  sort,
  onSort,
  density,
  selected,
  onSelect,
  actions,
}: CaseTableProps) {
  const t = useQueueWords();
  const chosen = items.filter(({ id }) => selected.includes(id)).length;
  return (
    <table className={`case-table ${density}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td>
            <Checkbox
              aria-label={t('selectPage')}
              checked={chosen === items.length}
              indeterminate={chosen > 0 && chosen < items.length}
              onChange={({ target }) => {
                onSelect(target.checked ? items.map(({ id }) => id) : []);
              }}
            />
          </td>
          {columns.map((column) => (
            <SortHead key={column.key} {...{ column, sort, onSort }} />
          ))}
          <th scope="col">{t('actions')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} {...(selected.includes(item.id) && { className: 'chosen' })}>
            <td>
              <RowBox {...{ item, selected, onSelect }} />
            </td>
            {columns.map(({ key, show }) =>
              key === NUMBER ? (
                <th key={key} scope="row">
                  {show(item)}
                  <PresenceEye others={present.get(item.id)} />
                </th>
              ) : (
                <td key={key}>{show(item)}</td>
              ),
            )}
            <td>{actions(item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SortHead({
  column: { title, sorts },
  sort,
  onSort,
}: { readonly column: ListColumn } & Pick<CaseTableProps, 'sort' | 'onSort'>) {
  if (!sorts) return <th scope="col">{title}</th>;
  const order = sort === sorts.ascend ? 'ascending' : sort === sorts.descend ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={order}>
      <button
        type="button"
        className="sort"
        onClick={() => {
          onSort(order === 'ascending' ? sorts.descend : sorts.ascend);
        }}
      >
        {title} <span aria-hidden="true">{{ ascending: '▲', descending: '▼', none: '⇅' }[order]}</span>
      </button>
    </th>
  );
}

/** Chooses a row; what was chosen last stands last, for choosing up to another. */
function RowBox({
  item,
  selected,
  onSelect,
}: { readonly item: CaseItem } & Pick<CaseTableProps, 'selected' | 'onSelect'>) {
  const t = useQueueWords();
  return (
    <Checkbox
      checked={selected.includes(item.id)}
      aria-label={t('selectRow', { what: nameOf(item) })}
      onChange={({ target }) => {
        onSelect(target.checked ? [...selected, item.id] : selected.filter((id) => id !== item.id));
      }}
    />
  );
}

function Cards({ caption, items, present, columns, selected, onSelect, actions }: CaseTableProps) {
  return (
    <ul className="case-cards" aria-label={caption}>
      {items.map((item) => (
        <li key={item.id}>
          <div className="case-card-head">
            <RowBox {...{ item, selected, onSelect }} />
            <CaseLink item={item} />
            <PresenceEye others={present.get(item.id)} />
          </div>
          <dl>
            {columns
              .filter(({ key }) => key !== NUMBER)
              .map(({ key, title, show }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{show(item)}</dd>
                </div>
              ))}
          </dl>
          <div>{actions(item)}</div>
        </li>
      ))}
    </ul>
  );
}
