// @vitest-environment happy-dom
/** The line of a window: it goes on where it was, rests while nobody looks, and asks now and then where it cannot be had. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveSource, readEvents, type CaseNews } from '../../console/src/live/live-source.ts';
import { endingOf } from '../../console/src/live/session-clock.ts';

/** A line as the browser gives one, in our hands. */
class Line extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  readonly after: string | null;
  constructor(after: string | null) {
    super();
    this.after = after;
  }
  close(): void {
    this.readyState = 2;
  }
  says(name: string, data: object, id = ''): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId: id }));
  }
  fails(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

describe('the line of a window', () => {
  let lines: Line[];
  let isVisible: boolean;
  let look: () => void;
  let answer: string | null;
  let asked: (string | null)[];
  let signedOut: number;
  let heard: CaseNews['version'][];
  let resets: number;

  beforeEach(() => {
    vi.useFakeTimers();
    [lines, isVisible, answer, asked, signedOut, heard, resets] = [[], true, null, [], 0, [], 0];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const source = () =>
    createLiveSource({
      open: (after) => {
        const line = new Line(after);
        lines.push(line);
        return line as unknown as EventSource;
      },
      ask: (after) => {
        asked.push(after);
        return answer === null ? Promise.reject(new Error('no answer')) : Promise.resolve(answer);
      },
      isVisible: () => isVisible,
      onVisibility: (listener) => {
        look = listener;
      },
      onSignedOut: () => {
        signedOut += 1;
      },
    });
  const listener = {
    onCase: ({ version }: CaseNews) => void heard.push(version),
    onReset: () => void (resets += 1),
  };
  const line = () => lines.at(-1)!;

  it('is one for all who listen, and ends a while after the last of them', async () => {
    const live = source();
    const leave = [live.listen(listener), live.listen({ ...listener })];
    expect(lines).toHaveLength(1);
    line().says('case', { version: 3 }, '7');
    expect(heard).toEqual([3, 3]);
    for (const each of leave) each();
    expect(line().readyState).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(line().readyState).toBe(2);
  });

  it('rests while nobody looks, and goes on where it was', async () => {
    source().listen(listener);
    line().says('case', { version: 1 }, '7');
    isVisible = false;
    look();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(line().readyState).toBe(2);
    isVisible = true;
    look();
    expect([lines.length, line().after]).toEqual([2, '7']);
  });

  it('asks now and then where no line is to be had, and tries again', async () => {
    source().listen(listener);
    line().says('case', { version: 1 }, '7');
    line().fails();
    answer = 'id: 7\n\nid: 8\nevent: case\ndata: {"version":2}\n\nid: 9\n\n';
    await vi.advanceTimersByTimeAsync(30_000);
    expect([asked, heard, line().after]).toEqual([['7'], [1, 2], '9']);
    line().fails();
    answer = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBeGreaterThan(1);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('has everything read again where it does not know from where to go on', async () => {
    source().listen(listener);
    line().dispatchEvent(new Event('open'));
    line().fails();
    answer = '';
    await vi.advanceTimersByTimeAsync(30_000);
    expect(resets).toBe(1);
    line().says('reset', {}, '90');
    expect(resets).toBe(2);
  });

  it('says that nobody is signed in any more, and is not tried again', async () => {
    source().listen(listener);
    line().says('end', { reason: 'signed_out' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect([signedOut, lines.length]).toEqual([1, 1]);
  });
});

it('events are read from a text, places without a name too', () => {
  expect(
    readEvents('retry: 3000\n\nid: 4\n\nid: 5\nevent: presence\ndata: {"case":"x"}\n\n').slice(1),
  ).toEqual([
    { event: '', data: null, id: '4' },
    { event: 'presence', data: { case: 'x' }, id: '5' },
  ]);
});

describe('the end of a session', () => {
  const minutes = (count: number) => count * 60_000;
  const at = (ms: number) => new Date(ms).toISOString();
  const session = { idleUntil: at(minutes(30)), expiresAt: at(minutes(720)) };
  const known = { readAt: 0, usedAt: 0, ahead: 0 };

  it('is put off by use, at most by what the server notes', () => {
    expect(endingOf(session, known)).toEqual({ at: minutes(30), isIdle: true });
    expect(endingOf(session, { ...known, usedAt: minutes(20) })).toEqual({ at: minutes(49), isIdle: true });
    expect(endingOf(session, { ...known, usedAt: minutes(710) })).toEqual({
      at: minutes(720),
      isIdle: false,
    });
  });

  it('is told by the clock of this computer, however wrong', () => {
    expect(endingOf(session, { readAt: minutes(-5), usedAt: minutes(-5), ahead: minutes(5) }).at).toBe(
      minutes(25),
    );
  });
});
