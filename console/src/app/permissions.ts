/** What each role may try, as the API's table says it; for menus and for telling early what a role has no part in. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { useSession } from './session.tsx';

/** A question: may the session try this? False until the table is there. */
export function useMay(): (permission: string) => boolean {
  const { roles } = useSession();
  const { data } = useQuery({
    queryKey: ['roles'],
    queryFn: () => unwrap(api.GET('/api/v1/roles')),
    staleTime: Infinity,
  });
  const held = new Set(
    data?.items.filter(({ role }) => roles.includes(role)).flatMap(({ permissions }) => permissions),
  );
  return (permission) => held.has(permission);
}
