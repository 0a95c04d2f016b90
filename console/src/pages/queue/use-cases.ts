/** What a list reads: a page of cases, and how many there are. Kept as it was read until the reader asks anew. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components, operations } from '../../api/schema.d.ts';
import type { CaseQuery } from './list-address.ts';

export type CaseItem = components['schemas']['CaseListItem'];
export type Counts = components['schemas']['CaseCounts'];
type Asked = NonNullable<operations['listCases']['parameters']['query']>;

export const PAGE_SIZE = 50;

/** One page of a list. */
export const readCases = (query: CaseQuery, sort: string, cursor: string | null, signal?: AbortSignal) =>
  unwrap(
    api.GET('/api/v1/cases', {
      params: {
        query: { ...query, sort, limit: PAGE_SIZE, ...(cursor !== null && { cursor }) } as Asked,
      },
      ...(signal && { signal }),
    }),
  );

/** New cases do not jump in while somebody reads: the list is read again when they say so. */
export const useCaseList = (query: CaseQuery, sort: string, cursor: string | null) =>
  useQuery({
    queryKey: ['cases', 'list', query, sort, cursor],
    queryFn: ({ signal }) => readCases(query, sort, cursor, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Apart from the lists: a count that is read anew says nothing of the rows on the screen. */
export const COUNTS_KEY = ['case-counts'] as const;

export const useCaseCounts = (query: CaseQuery, isWanted = true) =>
  useQuery({
    queryKey: [...COUNTS_KEY, query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/counts', { params: { query: query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled: isWanted,
  });
