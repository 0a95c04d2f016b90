/** Who else has a case open: kept and asked in one, and said in a line. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useLiveWords } from '../words/live.ts';
import { useLiveListener } from './use-live.ts';

export type Present = components['schemas']['PresentPerson'];
export type Doing = Present['doing'];

const EVERY_MS = 20_000;

/** Says that somebody is at a case and what they do, every 20 seconds while the window is in view; answers who else is. */
export function usePresence(caseId: string, doing: Doing): readonly Present[] {
  const queries = useQueryClient();
  const queryKey = ['presence', caseId, doing] as const;
  const { data } = useQuery({
    queryKey,
    queryFn: () =>
      unwrap(api.PUT('/api/v1/cases/{caseId}/presence', { params: { path: { caseId } }, body: { doing } })),
    // A party is at no case; whoever may not know of it any more either.
    refetchInterval: ({ state: { error } }) =>
      error instanceof ProblemError && error.isGone ? false : EVERY_MS,
    retry: false,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  useLiveListener({
    onPresence: (changed) => {
      if (changed === caseId) void queries.invalidateQueries({ queryKey: ['presence', caseId] });
    },
  });
  useEffect(
    () => () => {
      void api
        .DELETE('/api/v1/cases/{caseId}/presence', { params: { path: { caseId } }, keepalive: true })
        .catch(() => undefined); // a minute later it is known anyway
    },
    [caseId],
  );
  return data?.items ?? [];
}

/** Who else is at which of these cases, for the eye in a row of a list; a hundred cases at most. */
export function usePresenceOf(cases: readonly string[]): ReadonlyMap<string, readonly Present[]> {
  const queries = useQueryClient();
  const asked = cases.slice(0, 100);
  const { data } = useQuery({
    queryKey: ['presence', 'list', ...asked],
    queryFn: () => unwrap(api.GET('/api/v1/presence', { params: { query: { cases: asked.join(',') } } })),
    enabled: asked.length > 0,
    refetchInterval: EVERY_MS,
    retry: false,
  });
  useLiveListener({
    onPresence: (changed) => {
      if (asked.includes(changed)) void queries.invalidateQueries({ queryKey: ['presence', 'list'] });
    },
  });
  const found = new Map<string, Present[]>();
  for (const { case: id, ...person } of data?.items ?? []) found.set(id, [...(found.get(id) ?? []), person]);
  return found;
}

/** Those who edit before those who only look. Empty where nobody is. */
export function PresenceLine({ others }: { readonly others: readonly Present[] }) {
  const t = useLiveWords();
  const sorted = [...others].sort((a, b) => a.doing.localeCompare(b.doing));
  return (
    <p role="status" className={others.length === 0 ? 'visually-hidden' : 'presence-line'}>
      {sorted.map(({ id, name, doing }, at) => (
        <span key={id}>
          {at > 0 && t('and')}
          <span lang="zh-CN">{name ?? id}</span>
          {t(doing)}
        </span>
      ))}
    </p>
  );
}
