/** A search for officials, as whoever handles a matter makes it; the server puts it on record. */
import { api, unwrap } from '../api/client.ts';

/** Officials whose name or reference begins so. */
export async function searchOfficials(q: string) {
  const { items } = await unwrap(
    api.GET('/api/v1/people/lookup', {
      params: { query: { kind: 'official', q }, header: { 'X-Purpose': 'handling' } },
    }),
  );
  return items;
}
