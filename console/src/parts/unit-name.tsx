/** A unit or a body by its name, with the code it goes by beside it; what nobody knows as a unit stands as it is. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { useMay } from '../app/permissions.ts';

/** What a unit may be called by; a text with spaces, or in Chinese, was written by somebody. */
const REFERENCE = /^[\w.-]{1,64}$/;
/** Cases, files and hashes, and the pseudonyms of persons: never looked for among units. */
const NO_UNIT = /^(?:[\da-f-]{32,}|a-[\da-f]{16}|\d+)$/;

export const mayBeUnit = (text: string): boolean => REFERENCE.test(text) && !NO_UNIT.test(text);

export function UnitName({ id }: { readonly id: string }) {
  const may = useMay();
  const { data: name } = useQuery({
    queryKey: ['unit-name', id],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/v1/units/lookup', { params: { query: { q: id } } }));
      return items.find((unit) => unit.id === id)?.name ?? null;
    },
    enabled: may('person.look_up'),
    staleTime: Infinity,
    retry: false,
  });
  if (name == null) return id;
  return (
    <>
      {name} <code className="quiet">{id}</code>
    </>
  );
}
