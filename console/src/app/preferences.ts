/** How the reader likes the console, kept on the server for every place they sign in from. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { switchShortcuts } from '../keys/use-keys.ts';

export type Preferences = components['schemas']['Preferences'];

const KEY = ['preferences'] as const;

const USUAL: Preferences = {
  locale: null,
  density: 'standard',
  columns: {},
  hasShortcuts: true,
  isSplit: false,
};

/** What is chosen, and a way to choose otherwise: shown at once, kept behind it. */
export function usePreferences() {
  const queries = useQueryClient();
  const { data = USUAL } = useQuery({
    queryKey: KEY,
    queryFn: () => unwrap(api.GET('/api/v1/me/preferences')),
    staleTime: Infinity,
  });
  const { mutate } = useMutation({
    mutationFn: (next: Preferences) => unwrap(api.PUT('/api/v1/me/preferences', { body: next })),
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return {
    preferences: data,
    prefer: (change: Partial<Preferences>) => {
      const next = { ...(queries.getQueryData<Preferences>(KEY) ?? data), ...change };
      queries.setQueryData(KEY, next);
      mutate(next);
    },
  };
}

/** Does as was chosen, on every page: whoever switched single keys off has them off from the first. */
export function useKeptPreferences(): void {
  const { hasShortcuts } = usePreferences().preferences;
  useEffect(() => {
    switchShortcuts(hasShortcuts);
  }, [hasShortcuts]);
}
