/** What the cards ask the server: a question each, kept under `statistics`. */
import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { Asked } from './asked.ts';

type Schemas = components['schemas'];
export type OpenCaseFigures = Schemas['OpenCaseFigures'];

const kept = { placeholderData: keepPreviousData, staleTime: 60_000 } as const;
const unitOf = ({ unit }: Asked) => (unit === undefined ? {} : { unit });

const overview = (asked: Asked) =>
  queryOptions({
    queryKey: ['statistics', 'overview', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/overview', { params: { query: asked } })),
    staleTime: 60_000,
  });

export const useOverview = (asked: Asked) => useQuery({ ...overview(asked), ...kept });

/** The period the others are counted over, for what the server counts without bounds unless it is told some. */
async function boundsOf(client: QueryClient, { from, to, unit }: Asked) {
  if (from !== undefined && to !== undefined) return { from, to };
  const counted = await client.query(overview(unit === undefined ? {} : { unit }));
  return { from: counted.from, to: counted.to };
}

export const useMonths = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'months', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/months', { params: { query: asked } })),
    ...kept,
  });

export const useOpenCases = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'open-cases', unitOf(asked)],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/open-cases', { params: { query: unitOf(asked) } })),
    ...kept,
  });

export const usePunctuality = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'punctuality', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/punctuality', { params: { query: asked } })),
    ...kept,
  });

export const useDurations = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'durations', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/durations', { params: { query: asked } })),
    ...kept,
  });

export const useOutcomes = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'outcomes', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/outcomes', { params: { query: asked } })),
    ...kept,
  });

export const useForms = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'clarification-forms', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/clarification-forms', { params: { query: asked } })),
    ...kept,
  });

export const useFactors = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'factor-ratings', asked],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/factor-ratings', { params: { query: asked } })),
    ...kept,
  });

export const useClarifications = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'clarification-coverage', asked],
    queryFn: async ({ client }) => {
      const query = await boundsOf(client, asked);
      return unwrap(api.GET('/api/v1/statistics/clarification-coverage', { params: { query } }));
    },
    ...kept,
  });

export const useTolerance = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'tolerance-coverage', asked],
    queryFn: async ({ client }) => {
      const query = await boundsOf(client, asked);
      return unwrap(api.GET('/api/v1/statistics/tolerance-coverage', { params: { query } }));
    },
    ...kept,
  });

/** Of every case that counts for whoever asks, or of their own. */
export const useDueDays = (isOwn: boolean) =>
  useQuery({
    queryKey: ['statistics', 'due-days', isOwn],
    queryFn: () =>
      isOwn
        ? unwrap(api.GET('/api/v1/deadlines/days', { params: { query: { mine: 'true' } } }))
        : unwrap(api.GET('/api/v1/statistics/due-days')),
    ...kept,
  });

export const useLoad = (asked: Asked) =>
  useQuery({
    queryKey: ['statistics', 'load', unitOf(asked)],
    queryFn: () => unwrap(api.GET('/api/v1/statistics/load', { params: { query: unitOf(asked) } })),
    ...kept,
  });
