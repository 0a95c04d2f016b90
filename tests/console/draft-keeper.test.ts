/** What becomes of what somebody types: saved by itself, one save at a time, never over another window's. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AUTOSAVE_MS,
  ChangedElsewhere,
  DraftKeeper,
  type DraftStore,
  type StoredDraft,
} from '../../console/src/drafts/draft-keeper.ts';

/** The server's side: one draft, its version, and what was asked of it. */
function serverWith(stored: StoredDraft<string> | null = null) {
  const asked: string[] = [];
  const server = {
    stored,
    isAway: false,
    asked,
    /** Resolves saves that are held back. */
    release: [] as (() => void)[],
    isSlow: false,
  };
  const store: DraftStore<string> = {
    read: async () => {
      if (server.isAway) throw new Error('away');
      return server.stored;
    },
    put: async (content, over) => {
      asked.push(content);
      if (server.isSlow) await new Promise<void>((resolve) => server.release.push(resolve));
      if (server.isAway) throw new Error('away');
      if (over !== null && over !== (server.stored?.version ?? 0)) throw new ChangedElsewhere();
      server.stored = { content, version: (server.stored?.version ?? 0) + 1, updatedAt: 'now' };
      return server.stored;
    },
    remove: async () => {
      server.stored = null;
    },
  };
  return { server, keeper: new DraftKeeper(store) };
}

describe('a draft', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read when the page comes, and empty where there is none', async () => {
    const kept = serverWith({ content: 'from yesterday', version: 3, updatedAt: 'then' });
    await kept.keeper.load();
    expect(kept.keeper.view()).toEqual({ state: 'clean', value: 'from yesterday', savedAt: 'then' });
    const none = serverWith();
    await none.keeper.load();
    expect(none.keeper.view()).toEqual({ state: 'clean', value: null, savedAt: null });
  });

  it('that comes later than the first letters is no reason to take them for saved', async () => {
    const { server, keeper } = serverWith({ content: 'from yesterday', version: 3, updatedAt: 'then' });
    const loaded = keeper.load();
    keeper.save('typed at once');
    await loaded;
    expect(keeper.view()).toMatchObject({ state: 'unsaved', value: 'from yesterday' });
    await keeper.flush();
    expect(server.stored).toMatchObject({ content: 'typed at once', version: 4 });
  });

  it('is saved ten seconds after the first letter, with the last of what was typed', async () => {
    const { server, keeper } = serverWith();
    await keeper.load();
    keeper.save('a');
    await vi.advanceTimersByTimeAsync(AUTOSAVE_MS - 1);
    keeper.save('ab');
    expect([server.asked, keeper.view().state]).toEqual([[], 'unsaved']);
    await vi.advanceTimersByTimeAsync(1);
    expect([server.asked, keeper.view().state]).toEqual([['ab'], 'saved']);
  });

  it('is saved at once when a field is left, one save at a time', async () => {
    const { server, keeper } = serverWith();
    await keeper.load();
    server.isSlow = true;
    keeper.save('one');
    void keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    keeper.save('two');
    const second = keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.asked).toEqual(['one']);
    server.isSlow = false;
    server.release[0]!();
    await second;
    expect([server.asked, server.stored?.content, keeper.view().state]).toEqual([
      ['one', 'two'],
      'two',
      'saved',
    ]);
  });

  it('keeps what could not be saved, and tries again', async () => {
    const { server, keeper } = serverWith();
    await keeper.load();
    server.isAway = true;
    keeper.save('a');
    await keeper.flush();
    expect(keeper.view().state).toBe('failed');
    server.isAway = false;
    await vi.advanceTimersByTimeAsync(AUTOSAVE_MS);
    expect([server.stored?.content, keeper.view().state]).toEqual(['a', 'saved']);
  });

  it('asks when another window saved meanwhile, and does as it is told', async () => {
    for (const answer of ['overwrite', 'takeOther'] as const) {
      const { server, keeper } = serverWith({ content: 'old', version: 1, updatedAt: 'then' });
      await keeper.load();
      server.stored = { content: 'theirs', version: 2, updatedAt: 'now' };
      keeper.save('mine');
      await keeper.flush();
      keeper.save('mine, and more');
      await vi.advanceTimersByTimeAsync(2 * AUTOSAVE_MS);
      expect([keeper.view().state, server.stored.content]).toEqual(['changed_elsewhere', 'theirs']);
      await keeper[answer]();
      expect(server.stored.content).toBe(answer === 'overwrite' ? 'mine, and more' : 'theirs');
      expect(keeper.view()).toMatchObject(
        answer === 'overwrite' ? { state: 'saved' } : { state: 'clean', value: 'theirs' },
      );
    }
  });

  it('once cleared comes back by no save that was under way', async () => {
    const { server, keeper } = serverWith();
    await keeper.load();
    server.isSlow = true;
    keeper.save('a');
    void keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    const cleared = keeper.clear();
    server.release[0]!();
    await cleared;
    await vi.advanceTimersByTimeAsync(2 * AUTOSAVE_MS);
    expect([server.stored, keeper.view()]).toEqual([null, { state: 'clean', value: null, savedAt: null }]);
  });
});
