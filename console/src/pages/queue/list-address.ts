/**
 * The state of a list as its address: which tab, which filters, which order, which page. What the server is asked, what a
 * saved view keeps and what a link carries are all read from it.
 */

export const TABS = ['mine', 'available', 'unit', 'done', 'copied', 'all'] as const;
export type Tab = (typeof TABS)[number];

export const FILTER_NAMES = [
  'light',
  'procedure',
  'state',
  'channel',
  'assignee',
  'unit',
  'open',
  'openedFrom',
  'openedTo',
  'q',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const DEFAULT_SORT = 'urgency';
/** As the query of `GET /api/v1/cases` has it. */
export type CaseQuery = Readonly<Record<string, string>>;

export interface ListAddress {
  readonly tab: Tab;
  readonly filters: Filters;
  readonly sort: string;
  readonly cursor: string | null;
  /** From 1; what a reader is told, since a keyset has no numbers. */
  readonly page: number;
  /** The saved view that was opened, for telling whether it was changed since. */
  readonly view: string | null;
}

export function readAddress(params: URLSearchParams, first: Tab): ListAddress {
  const tab = params.get('tab');
  const page = Number(params.get('page'));
  return {
    tab: TABS.find((each) => each === tab) ?? first,
    filters: Object.fromEntries(
      FILTER_NAMES.flatMap((name) => {
        const value = params.get(name);
        return value === null || value === '' ? [] : [[name, value]];
      }),
    ),
    sort: params.get('sort') ?? DEFAULT_SORT,
    cursor: params.get('cursor'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
    view: params.get('view'),
  };
}

/** The address as a query string's members; what stands at its default is left out. */
export function toParams({ tab, filters, sort, cursor, page, view }: ListAddress, first: Tab): CaseQuery {
  return {
    ...(tab !== first && { tab }),
    ...filters,
    ...(sort !== DEFAULT_SORT && { sort }),
    ...(cursor !== null && { cursor, page: String(page) }),
    ...(view !== null && { view }),
  };
}

/** What a tab asks for. A reader who acts in no unit has none of their own. */
export function flagsOf(tab: Tab, unit: string | null): CaseQuery {
  if (tab === 'mine') return { mine: 'true', open: 'true' };
  if (tab === 'available') return { unassigned: 'true' };
  if (tab === 'unit') return unit === null ? { open: 'true' } : { unit, open: 'true' };
  if (tab === 'done') return { done: 'true' };
  return tab === 'copied' ? { copied: 'true' } : {};
}

/** What the server is asked: the filters within what the tab asks for. `fixed` is what the list is of. */
export const queryOf = (
  { tab, filters }: Pick<ListAddress, 'tab' | 'filters'>,
  unit: string | null,
  fixed: CaseQuery = {},
): CaseQuery => ({ ...filters, ...flagsOf(tab, unit), ...fixed });

/** What a saved view keeps: no search, no page. */
export function keptOf({ tab, filters, sort }: ListAddress, unit: string | null): CaseQuery {
  const { q: _search, ...kept } = filters;
  return { ...kept, ...flagsOf(tab, unit), ...(sort !== DEFAULT_SORT && { sort }) };
}

/** The address that shows a saved view. */
export function addressOfView(
  { id, query }: { readonly id: string; readonly query: CaseQuery },
  unit: string | null,
): ListAddress {
  const { sort = DEFAULT_SORT, ...rest } = query;
  const tab = TABS.find((each) => {
    const flags = Object.entries(flagsOf(each, unit));
    return flags.length > 0 && flags.every(([name, value]) => rest[name] === value);
  });
  const flags = tab ? flagsOf(tab, unit) : {};
  return {
    tab: tab ?? 'all',
    filters: Object.fromEntries(
      FILTER_NAMES.flatMap((name) => {
        const value = rest[name];
        return value === undefined || name in flags ? [] : [[name, value]];
      }),
    ),
    sort,
    cursor: null,
    page: 1,
    view: id,
  };
}

/** Whether two sets of members say the same. */
export const isSameQuery = (one: CaseQuery, other: CaseQuery): boolean => {
  const text = (query: CaseQuery) =>
    JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
};
