/**
 * Keeps what somebody types: saved by itself some seconds after they began, at once when they leave a field, one save at a
 * time, never over what another window has saved. Knows no React and no address; the store is given to it.
 */

/** How a draft stands with the server. */
export type DraftState =
  'loading' | 'clean' | 'unsaved' | 'saving' | 'saved' | 'failed' | 'changed_elsewhere';

export interface StoredDraft<T> {
  readonly content: T;
  readonly version: number;
  readonly updatedAt: string;
}

/** Where drafts are. `put` throws `ChangedElsewhere` where another window was faster. */
export interface DraftStore<T> {
  readonly read: () => Promise<StoredDraft<T> | null>;
  /** `over`: the version it may replace, 0 for none, null for whatever there is. */
  readonly put: (
    content: T,
    over: number | null,
  ) => Promise<{ readonly version: number; readonly updatedAt: string }>;
  readonly remove: () => Promise<void>;
}

export class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere';
}

/** What a page is shown of it; a new object with each change. */
export interface DraftView<T> {
  readonly state: DraftState;
  /** What the server had when it was read; null for nothing. The page keeps what is typed. */
  readonly value: T | null;
  readonly savedAt: string | null;
}

/** Milliseconds from the first letter to the save that nobody asked for. */
export const AUTOSAVE_MS = 10_000;

export class DraftKeeper<T> {
  readonly #store: DraftStore<T>;
  readonly #listeners = new Set<() => void>();
  #view: DraftView<T> = { state: 'loading', value: null, savedAt: null };
  #version = 0;
  /** What is typed and not on the server. */
  #pending: { readonly content: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #underWay: Promise<void> | null = null;
  /** Counts clearings, so that a save that comes back late brings nothing back. */
  #life = 0;

  constructor(store: DraftStore<T>) {
    this.#store = store;
  }

  readonly view = (): DraftView<T> => this.#view;

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Reads what is there; without an answer the page begins empty, and saves say that they failed. Whoever typed faster than
   * it came still has that to be saved.
   */
  readonly load = async (): Promise<void> => {
    const stored = await this.#store.read().catch(() => null);
    this.#version = stored?.version ?? 0;
    const state = this.#pending ? this.#view.state : 'clean';
    this.#show({ state, value: stored?.content ?? null, savedAt: stored?.updatedAt ?? null });
  };

  /** Notes what is typed now; it is saved within ten seconds. */
  readonly save = (content: T): void => {
    this.#pending = { content };
    if (this.#view.state === 'changed_elsewhere') return;
    this.#show({ state: 'unsaved' });
    this.#schedule();
  };

  /** Saves at once what is not saved; resolves when nothing is under way. */
  readonly flush = async (): Promise<void> => {
    this.#stopTimer();
    if (this.#view.state === 'changed_elsewhere') return;
    await this.#underWay;
    if (this.#pending) await this.#write(this.#version);
  };

  /** Saves over whatever another window has saved. */
  readonly overwrite = async (): Promise<void> => {
    if (this.#pending) await this.#write(null);
  };

  /** Takes what the other window saved, and forgets what is typed here. */
  readonly takeOther = async (): Promise<void> => {
    this.#pending = null;
    await this.load();
  };

  /** Nothing is left of it, here and on the server. */
  readonly clear = async (): Promise<void> => {
    this.#life += 1;
    this.#stopTimer();
    this.#pending = null;
    await this.#underWay;
    this.#version = 0;
    this.#show({ state: 'clean', value: null, savedAt: null });
    await this.#store.remove().catch(() => undefined);
  };

  /** Ends its timer; what is not saved is saved once more. */
  readonly stop = (): void => {
    void this.flush();
  };

  #write(over: number | null): Promise<void> {
    const { content } = this.#pending ?? {};
    const life = this.#life;
    this.#pending = null;
    this.#show({ state: 'saving' });
    this.#underWay = this.#store
      .put(content as T, over)
      .then(
        ({ version, updatedAt }) => {
          this.#version = version;
          if (life !== this.#life) return this.#store.remove().catch(() => undefined);
          this.#show({ state: this.#pending ? 'unsaved' : 'saved', savedAt: updatedAt });
          return undefined;
        },
        (error: unknown) => {
          if (life !== this.#life) return;
          // What was typed meanwhile is newer than what could not be saved.
          this.#pending ??= { content: content as T };
          this.#show({ state: error instanceof ChangedElsewhere ? 'changed_elsewhere' : 'failed' });
          if (!(error instanceof ChangedElsewhere)) this.#schedule();
        },
      )
      .finally(() => {
        this.#underWay = null;
        if (this.#view.state === 'unsaved') this.#schedule();
      });
    return this.#underWay;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.flush();
    }, AUTOSAVE_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #show(change: Partial<DraftView<T>>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
