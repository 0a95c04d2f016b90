/** What time it is for the body: by the clock of its server, in a sandbox by the one that was moved; never by the computer somebody sits at. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, unwrap } from '../api/client.ts';

/** Milliseconds by which the body's clock is ahead of the one here. */
async function readAhead(): Promise<number> {
  const { data, response } = await api.GET('/health/ready');
  const said =
    data?.sandbox === true
      ? (await unwrap(api.GET('/api/v1/sandbox/clock'))).now
      : response.headers.get('Date');
  const ahead = Date.parse(said ?? '') - Date.now();
  return Number.isNaN(ahead) ? 0 : ahead;
}

/** Tells the time, as often as it is asked; null until the server has been heard. Without an answer the clock here has to do. */
export function useBodyClock(): (() => Date) | null {
  const { data, isPending } = useQuery({
    queryKey: ['body-clock'],
    queryFn: readAhead,
    staleTime: 60_000,
    retry: false,
  });
  const ahead = data ?? 0;
  const tell = useCallback(() => new Date(Date.now() + ahead), [ahead]);
  return isPending ? null : tell;
}
