/** Names of those who have a part in a case, read once for all that shows them. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/**
 * Names by person; null of somebody whose name nobody gave. Empty for a reader who may not know who they are, and while
 * there is no case.
 */
export function useCaseNames(caseId: string | undefined): ReadonlyMap<string, string | null> {
  const { data } = useQuery({
    queryKey: ['case', caseId, 'people'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/people', { params: { path: { caseId: caseId ?? '' } } })),
    enabled: caseId !== undefined,
    staleTime: 60_000,
  });
  return new Map(data?.items.map(({ id, name }) => [id, name]));
}
