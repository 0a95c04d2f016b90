/**
 * A draft of what somebody types, kept on the server for them alone: `const draft = useDraft<Form>('case.<id>.NOTE')`. Call
 * `draft.save(content)` with each change and `draft.flush()` when a field is left; `draft.clear()` once it was sent.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, unwrap } from '../api/client.ts';
import { isProblem, ProblemError } from '../api/problem.ts';
import { ChangedElsewhere, DraftKeeper, type DraftStore, type DraftView } from './draft-keeper.ts';

export interface Draft<T> extends DraftView<T> {
  readonly save: (content: T) => void;
  readonly flush: () => Promise<void>;
  readonly clear: () => Promise<void>;
  /** After `changed_elsewhere`: keep what is typed here, or take what the other window saved. */
  readonly overwrite: () => Promise<void>;
  readonly takeOther: () => Promise<void>;
}

function storeOf<T>(key: string): DraftStore<T> {
  const path = { draftKey: key };
  return {
    read: async () => {
      try {
        const { content, version, updatedAt } = await unwrap(
          api.GET('/api/v1/drafts/{draftKey}', { params: { path } }),
        );
        return { content: content as T, version, updatedAt };
      } catch (error) {
        if (error instanceof ProblemError && error.isGone) return null;
        throw error;
      }
    },
    put: async (content, over) => {
      try {
        return await unwrap(
          api.PUT('/api/v1/drafts/{draftKey}', {
            params: {
              path,
              header:
                over === null
                  ? {}
                  : over === 0
                    ? { 'If-None-Match': '*' }
                    : { 'If-Match': `"${String(over)}"` },
            },
            body: { content: content as Record<string, unknown> },
          }),
        );
      } catch (error) {
        throw isProblem(error, 'draft-changed') ? new ChangedElsewhere() : error;
      }
    },
    remove: async () => {
      await unwrap(api.DELETE('/api/v1/drafts/{draftKey}', { params: { path } }));
    },
  };
}

/** `value` is what the server had when the page came; what is typed since is the page's own. */
export function useDraft<T extends object>(key: string): Draft<T> {
  const keeper = useMemo(() => new DraftKeeper<T>(storeOf<T>(key)), [key]);
  const view = useSyncExternalStore(keeper.onChange, keeper.view);
  useEffect(() => {
    void keeper.load();
    return keeper.stop;
  }, [keeper]);
  const { save, flush, clear, overwrite, takeOther } = keeper;
  return { ...view, save, flush, clear, overwrite, takeOther };
}
