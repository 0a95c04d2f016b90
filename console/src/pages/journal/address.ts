/** What is asked of the journal, as the address keeps it; and the reports that are addresses ready made. */

export const FILTERS = ['case', 'actor', 'type', 'procedure', 'outcome', 'from', 'to', 'q'] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<Filter, string>>>;

export const OUTCOMES = ['accepted', 'refused', 'done'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface JournalQuery {
  readonly filters: Filters;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | null;
}

export const readQuery = (params: URLSearchParams): JournalQuery => ({
  filters: Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = params.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  ),
  order: params.get('order') === 'asc' ? 'asc' : 'desc',
  cursor: params.get('cursor'),
});

/** As an address; what stands at its default is left out. */
export const toParams = ({ filters, order, cursor }: JournalQuery): Record<string, string> => ({
  ...filters,
  ...(order === 'asc' && { order }),
  ...(cursor !== null && { cursor }),
});

/** As the API is asked. An outcome that there is not is left to the API to refuse. */
export const toRequest = ({ filters: { outcome, ...filters }, order, cursor }: JournalQuery) => ({
  ...filters,
  ...(outcome !== undefined && { outcome: outcome as Outcome }),
  order,
  limit: 50,
  ...(cursor !== null && { cursor }),
});

export interface Report {
  readonly words: 'everything' | 'identity' | 'attempts' | 'overdue' | 'batches' | 'rules';
  readonly filters: Filters;
}

/** Reports that auditors ask for again and again. `procedures` are the names of those there are. */
export const reportsFor = (procedures: readonly string[]): readonly Report[] => [
  { words: 'everything', filters: {} },
  { words: 'identity', filters: { type: 'identity.*' } },
  { words: 'attempts', filters: { outcome: 'refused' } },
  {
    words: 'overdue',
    filters: { type: [...procedures.map((name) => `${name}.DEADLINE_PASSED`), 'clock.escalated'].join(',') },
  },
  { words: 'batches', filters: { type: 'batch.*' } },
  {
    words: 'rules',
    filters: { type: 'migration.*,calendar.*,profile.*,grant.*,key.*,unit.*,account.*,client.*' },
  },
];

export const isSame = (one: Filters, other: Filters): boolean =>
  FILTERS.every((name) => one[name] === other[name]);
