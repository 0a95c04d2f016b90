/**
 * What happens elsewhere, for components: how many cases changed since a list was read, and that a case did. Nothing is
 * changed under a reader: a list says so and waits, a case page decides for itself.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, tellSessionEnd, unwrap } from '../api/client.ts';
import { createLiveSource, type CaseNews, type LiveListener } from './live-source.ts';

const STREAM = '/api/v1/stream';

/** The line of this window. */
export const liveSource = createLiveSource({
  open: (after) => new EventSource(after === null ? STREAM : `${STREAM}?after=${after}`),
  ask: (after) =>
    unwrap<string>(
      api.GET('/api/v1/stream', {
        params: { query: after === null ? {} : { after } },
        parseAs: 'text',
      }),
    ),
  isVisible: () => document.visibilityState === 'visible',
  onVisibility: (listener) => {
    document.addEventListener('visibilitychange', listener);
  },
  onSignedOut: tellSessionEnd,
});

/** Listens as long as the component is there; the newest listener counts. */
export function useLiveListener(listener: LiveListener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      liveSource.listen({
        onCase: (news) => latest.current.onCase?.(news),
        onPresence: (caseId) => latest.current.onPresence?.(caseId),
        onReset: () => latest.current.onReset?.(),
      }),
    [],
  );
}

export interface LiveCases {
  /** Cases that changed since the list was read; it may show none of them. */
  readonly changed: number;
  /** Reads the lists again. */
  readonly refresh: () => void;
}

/** Counts the cases that change while a list is shown; `filterKey` says which list, in whatever words. */
export function useLiveCases(filterKey: string): LiveCases {
  const queries = useQueryClient();
  const [changed, setChanged] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> }>({
    key: filterKey,
    ids: new Set(),
  });
  const ids = changed.key === filterKey ? changed.ids : new Set<string>();
  const add = (id: string) => {
    setChanged((before) => ({
      key: filterKey,
      ids: new Set([...(before.key === filterKey ? before.ids : []), id]),
    }));
  };
  useLiveListener({
    onCase: (news) => {
      add(news.case);
    },
    onReset: () => {
      add('');
    },
  });
  // Whatever read the lists again, after a step of one's own for instance, has shown what there was.
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (
          event.type !== 'updated' ||
          event.action.type !== 'success' ||
          (event.query.queryKey as readonly unknown[])[0] !== 'cases'
        )
          return;
        setChanged((before) => (before.ids.size === 0 ? before : { key: before.key, ids: new Set() }));
      }),
    [queries],
  );
  return {
    changed: ids.size,
    refresh: () => {
      setChanged({ key: filterKey, ids: new Set() });
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  };
}

/**
 * Hears what happens in one case. `onChange` is given what happened, or null when that cannot be told; without it,
 * whatever was read of the case is read again.
 */
export function useLiveCase(caseId: string, onChange?: (news: CaseNews | null) => void): void {
  const queries = useQueryClient();
  const changed = (news: CaseNews | null): void => {
    if (onChange) onChange(news);
    else void queries.invalidateQueries({ queryKey: ['case', caseId] });
  };
  useLiveListener({
    onCase: (news) => {
      if (news.case === caseId) changed(news);
    },
    onReset: () => {
      changed(null);
    },
  });
}
