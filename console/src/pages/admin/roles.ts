/** Roles and units in words, for lists and choices of administration. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useCodes } from '../../words/codes.ts';

type Role = components['schemas']['Role'];
type Unit = components['schemas']['Unit'];

/** Every role somebody can hold, as the API tells it. */
export function useRoles(): {
  readonly roles: readonly Role[];
  readonly wordsOf: (role: string) => string;
} {
  const { say } = useCodes();
  const { data } = useQuery({
    queryKey: ['roles'],
    queryFn: () => unwrap(api.GET('/api/v1/roles')),
    staleTime: Infinity,
  });
  const roles = data?.items ?? [];
  return {
    roles,
    wordsOf: (code) => {
      const known = roles.find(({ role }) => role === code);
      return known ? say(known.label) : code;
    },
  };
}

/** Every unit, those above before those below. */
export function useUnits(): {
  readonly units: readonly (Unit & { readonly depth: number })[];
  readonly nameOf: (unit: string) => string;
  readonly query: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
} {
  const query = useQuery({ queryKey: ['units'], queryFn: () => unwrap(api.GET('/api/v1/units')) });
  const units = inTree(query.data?.items ?? []);
  return {
    units,
    nameOf: (id) => units.find((unit) => unit.id === id)?.name ?? id,
    query,
  };
}

function inTree(all: readonly Unit[]): (Unit & { depth: number })[] {
  const below = (parent: string | null, depth: number): (Unit & { depth: number })[] =>
    all
      .filter(({ parentId }) => parentId === parent)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
