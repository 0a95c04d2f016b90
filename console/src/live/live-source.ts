/**
 * One line to the server for everything in this window: what happens in the cases somebody may know of. A line that broke
 * goes on where it was. A window nobody looks at holds none, since a browser has few. Where no line can be had, it is asked
 * now and then.
 */

export interface CaseNews {
  readonly case: string;
  readonly procedure: string;
  readonly version: number;
  readonly state: string;
  readonly type: string | null;
}

export interface LiveListener {
  readonly onCase?: (news: CaseNews) => void;
  readonly onPresence?: (caseId: string) => void;
  /** Something may have happened that nobody can tell any more: read again. */
  readonly onReset?: () => void;
}

/** What the source needs of the browser. */
export interface LiveWorld {
  /** Opens a line from a place on; null: from now on. */
  readonly open: (after: string | null) => EventSource;
  /** Asks once, for whoever cannot hold a line: server-sent events as text. */
  readonly ask: (after: string | null) => Promise<string>;
  readonly isVisible: () => boolean;
  /** Tells when the window comes into view or goes out of it. */
  readonly onVisibility: (listener: () => void) => void;
  /** The server said that nobody is signed in here any more. */
  readonly onSignedOut: () => void;
}

const POLL_MS = 30_000;
/** How long a window may be out of view, or without anybody listening, before it lets go of its line. */
const LINGER_MS = 10_000;

export interface LiveSource {
  /** Answers how to stop listening. */
  readonly listen: (listener: LiveListener) => () => void;
}

export function createLiveSource(world: LiveWorld): LiveSource {
  const listeners = new Set<LiveListener>();
  let line: EventSource | null = null;
  /** The last place anything was heard from; null where nothing was. */
  let place: string | null = null;
  let wasOpen = false;
  let poll: ReturnType<typeof setTimeout> | null = null;
  let letGo: ReturnType<typeof setTimeout> | null = null;
  let isSignedOut = false;

  const isWanted = () => listeners.size > 0 && world.isVisible() && !isSignedOut;

  const heard = (event: string, data: unknown, id: string): void => {
    if (id !== '') place = id;
    for (const listener of [...listeners])
      if (event === 'case') listener.onCase?.(data as CaseNews);
      else if (event === 'presence') listener.onPresence?.((data as { case: string }).case);
      else if (event === 'reset') listener.onReset?.();
    if (event !== 'end') return;
    close();
    if ((data as { reason: string }).reason === 'signed_out') {
      isSignedOut = true;
      world.onSignedOut();
    } else later();
  };

  function connect(): void {
    if (line || !isWanted()) return;
    // From now on, after a time in which nothing was heard of: whoever shows something reads it again.
    if (wasOpen && place === null) for (const listener of [...listeners]) listener.onReset?.();
    const opened = world.open(place);
    line = opened;
    for (const name of ['case', 'presence', 'reset', 'end'])
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        if (line === opened) heard(name, JSON.parse(event.data) as unknown, event.lastEventId);
      });
    opened.addEventListener('open', () => {
      wasOpen = true;
      stopPolling();
    });
    opened.addEventListener('error', () => {
      // Otherwise the browser comes back by itself, with the place it was at.
      if (line !== opened || opened.readyState !== opened.CLOSED) return;
      line = null;
      later();
    });
  }

  function close(): void {
    line?.close();
    line = null;
  }

  function stopPolling(): void {
    if (poll !== null) clearTimeout(poll);
    poll = null;
  }

  /** Asks once after a while, then tries for a line again. */
  function later(): void {
    if (poll !== null) return;
    poll = setTimeout(() => {
      poll = null;
      void askOnce().finally(() => {
        connect();
      });
    }, POLL_MS);
  }

  async function askOnce(): Promise<void> {
    if (!isWanted()) return;
    try {
      const text = await world.ask(place);
      for (const { event, data, id } of readEvents(text)) heard(event, data, id);
    } catch {
      later(); // no answer: the banner says so, and whatever is shown stays
    }
  }

  function settle(): void {
    if (letGo !== null) clearTimeout(letGo);
    letGo = null;
    if (isWanted()) {
      if (poll === null) connect();
    } else
      letGo = setTimeout(() => {
        letGo = null;
        if (isWanted()) return;
        stopPolling();
        close();
      }, LINGER_MS);
  }
  world.onVisibility(settle);

  return {
    listen: (listener) => {
      // Whoever comes anew has signed in.
      isSignedOut = false;
      listeners.add(listener);
      settle();
      return () => {
        listeners.delete(listener);
        settle();
      };
    },
  };
}

/** The events in an answer of server-sent events. A place alone is an event without a name. */
export function readEvents(
  text: string,
): { readonly event: string; readonly data: unknown; readonly id: string }[] {
  return text
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const field = (name: string) =>
        block
          .split('\n')
          .find((each) => each.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? '';
      const data = field('data');
      return {
        event: field('event'),
        data: data === '' ? null : (JSON.parse(data) as unknown),
        id: field('id'),
      };
    });
}
