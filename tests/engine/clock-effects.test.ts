/** What clock effects make of a case's clocks: one of a key at a time, old ledgers kept, suspension as the profile says. */
import { describe, expect, it } from 'vitest';
import { extendClock } from '../../src/domain/clock.ts';
import {
  extendClock as extendOne,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type Effect,
} from '../../src/domain/effect.ts';
import {
  applyClockEffect,
  clockFactsOf,
  type ClockEffect,
  type ClockRow,
} from '../../src/engine/clock-effects.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };
const MONDAY = morningOf('2025-06-09');

/** Applies effects one after another, each on a day of its own where one is given. */
function after(...effects: readonly (Effect | readonly [Effect, string])[]) {
  let clocks: readonly ClockRow[] = [];
  let id = 0;
  let last = applyClockEffect(clocks, { kind: 'stop_all_clocks' }, MONDAY, RULES, () => '');
  for (const one of effects) {
    const [effect, on] = Array.isArray(one) ? one : ([one, '2025-06-09'] as const);
    last = applyClockEffect(
      clocks,
      effect as ClockEffect,
      morningOf(on as string),
      RULES,
      () => `clock-${++id}`,
    );
    clocks = last.clocks;
  }
  return last;
}
const shown = ({ clocks }: { readonly clocks: readonly ClockRow[] }) =>
  clocks.map(({ id, key, instance, isActive, dueAt }) => [id, key, instance, isActive, dueAt]);

describe('what guards know of the clocks', () => {
  it('tells several of one key apart, and names those that are active alone', () => {
    const { clocks } = after(
      startClock('report.feedback'),
      startClock('report.feedback', { instance: 'piece-1' }),
      startClock('report.feedback', { instance: 'piece-2' }),
      stopClock('report.feedback', 'piece-2'),
    );
    const facts = clockFactsOf(clocks);
    expect(Object.keys(facts)).toEqual(['report.feedback', 'report.feedback piece-1']);
    expect(facts['report.feedback']).toMatchObject({ isRunning: true, extensions: 0 });
  });

  it('takes the clock of one instance for no clock of the case itself', () => {
    const { clocks } = after(startClock('report.feedback', { instance: 'piece-1' }));
    expect(clockFactsOf(clocks)['report.feedback']).toBeUndefined();
  });
});

describe('starting a clock', () => {
  it('gives it its limit, its due date and an id of its own', () => {
    const { clocks, outcomes, touched } = after(startClock('report.route_out'));
    expect(clocks).toMatchObject([
      {
        id: 'clock-1',
        key: 'report.route_out',
        instance: '',
        dueAt: '2025-06-16T16:00:00.000Z',
        isActive: true,
        firedAt: null,
        ledger: { startedAt: MONDAY, startEvent: 'start_clock', limit: { amount: 5, unit: 'working_day' } },
      },
    ]);
    expect(outcomes).toEqual([
      { kind: 'start_clock', clock: 'report.route_out', dueAt: '2025-06-16T16:00:00.000Z' },
    ]);
    expect(touched).toEqual(['clock-1']);
  });

  it('may count from a day before today', () => {
    const { clocks } = after(startClock('report.route_out', { from: morningOf('2025-06-06') }));
    expect(clocks[0]?.dueAt).toBe('2025-06-13T16:00:00.000Z');
  });

  it('that the profile switches off starts nothing, and says so', () => {
    expect(after(startClock('report.receipt_ack'))).toEqual({
      clocks: [],
      outcomes: [{ kind: 'start_clock', clock: 'report.receipt_ack', isOff: true }],
      touched: [],
    });
  });

  it('anew ends the one that runs, and keeps its ledger', () => {
    const { clocks, touched } = after(startClock('report.verify'), [
      startClock('report.verify'),
      '2025-06-11',
    ]);
    expect(shown({ clocks })).toEqual([
      ['clock-1', 'report.verify', '', false, '2025-08-08T16:00:00.000Z'],
      ['clock-2', 'report.verify', '', true, '2025-08-11T16:00:00.000Z'],
    ]);
    expect(clocks[0]?.ledger.stoppedAt).toBe(morningOf('2025-06-11'));
    expect(touched).toEqual(['clock-1', 'clock-2']);
  });

  it('of one person leaves that of another alone', () => {
    const { clocks } = after(
      startClock('recusal.decide', { instance: 'hana' }),
      startClock('recusal.decide', { instance: 'otto' }),
      stopClock('recusal.decide', 'hana'),
    );
    expect(clocks.map(({ instance, isActive }) => [instance, isActive])).toEqual([
      ['hana', false],
      ['otto', true],
    ]);
  });
});

describe('stopping clocks', () => {
  it('stops those of a key without an instance, and nothing else', () => {
    const { clocks } = after(
      startClock('report.feedback'),
      startClock('report.feedback', { instance: 'piece' }),
      startClock('report.close'),
      stopClock('report.feedback'),
    );
    expect(clocks.map(({ isActive }) => isActive)).toEqual([false, true, true]);
  });

  it('of a case that ends stops all of them', () => {
    const { clocks, outcomes } = after(startClock('report.feedback'), startClock('report.close'), {
      kind: 'stop_all_clocks',
    });
    expect(clocks.map(({ isActive }) => isActive)).toEqual([false, false]);
    expect(outcomes.map(({ clock }) => clock)).toEqual(['report.feedback', 'report.close']);
  });

  it('that run no more does nothing and touches nothing', () => {
    const { outcomes, touched } = after(
      startClock('report.close'),
      stopClock('report.close'),
      stopClock('report.close'),
    );
    expect({ outcomes, touched }).toEqual({ outcomes: [], touched: [] });
  });
});

describe('suspension', () => {
  const suspended = after(startClock('report.verify'), startClock('report.feedback'), [
    { kind: 'pause_clocks' },
    '2025-06-11',
  ]);

  it('pauses the clocks that the profile names, and no other', () => {
    expect(suspended.clocks.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['report.verify', null],
      ['report.feedback', '2025-06-30T16:00:00.000Z'],
    ]);
    expect(suspended.outcomes).toEqual([{ kind: 'pause_clocks', clock: 'report.verify', dueAt: null }]);
  });

  it('gives the days back when the case is resumed', () => {
    const { clocks } = after(
      startClock('report.verify'),
      [{ kind: 'pause_clocks' }, '2025-06-11'],
      [{ kind: 'resume_clocks' }, '2025-06-18'],
    );
    expect(clocks[0]?.dueAt).toBe('2025-08-15T16:00:00.000Z');
  });

  it('leaves a clock that started since alone, whatever the profile says of its key', () => {
    const { clocks } = after([{ kind: 'pause_clocks' }, '2025-06-11'], startClock('report.verify'));
    expect(clocks[0]?.dueAt).not.toBeNull();
  });
});

describe('a single clock', () => {
  it('pauses and resumes by itself', () => {
    const effects = [
      startClock('report.disposition'),
      [{ kind: 'pause_clock', clock: 'report.disposition' }, '2025-06-10'],
    ] as const;
    expect(after(...effects).clocks[0]?.dueAt).toBeNull();
    const resumed = after(...effects, [{ kind: 'resume_clock', clock: 'report.disposition' }, '2025-06-12']);
    expect(resumed.clocks[0]?.dueAt).toBe('2025-07-11T16:00:00.000Z');
  });

  it('stays paused by itself when a suspension ends, whichever began first', () => {
    const own = [{ kind: 'pause_clock', clock: 'report.verify' }, '2025-06-10'] as const;
    const suspended = [{ kind: 'pause_clocks' }, '2025-06-10'] as const;
    const resumed = [{ kind: 'resume_clocks' }, '2025-06-12'] as const;
    for (const [first, second] of [
      [own, suspended],
      [suspended, own],
    ] as const) {
      const { clocks } = after(startClock('report.verify'), first, second, resumed);
      expect(clocks[0]?.dueAt).toBeNull();
      const last = after(startClock('report.verify'), first, second, resumed, [
        { kind: 'resume_clock', clock: 'report.verify' },
        '2025-06-16',
      ]);
      expect(last.clocks[0]?.ledger.pauses).toMatchObject([
        { from: morningOf('2025-06-10'), to: morningOf('2025-06-16') },
      ]);
    }
  });

  it('is extended by what the profile allows, and no further', () => {
    const once = after(startClock('tol.verify'), [
      { kind: 'extend_clock', clock: 'tol.verify' },
      '2025-06-20',
    ]);
    expect(once.clocks[0]?.ledger.extensions).toHaveLength(1);
    const twice = after(
      startClock('tol.verify'),
      [{ kind: 'extend_clock', clock: 'tol.verify' }, '2025-06-20'],
      [{ kind: 'extend_clock', clock: 'tol.verify' }, '2025-06-23'],
    );
    expect(twice.clocks[0]?.dueAt).toBe(once.clocks[0]?.dueAt);
    expect(twice.outcomes).toEqual([]);
    const { ledger, dueAt } = twice.clocks[0]!;
    expect(extendClock(ledger, morningOf('2025-06-24'), dueAt)).toMatchObject({ refused: 'cap_used' });
  });

  it('of one instance is paused, resumed and extended alone', () => {
    const items = [
      startClock('rect.item', { instance: 'm-1' }),
      startClock('rect.item', { instance: 'm-2' }),
    ] as const;
    const extended = after(...items, [extendOne('rect.item', 'm-1'), '2025-06-20']);
    expect(extended.clocks.map(({ ledger }) => ledger.extensions.length)).toEqual([1, 0]);
    expect(extended.outcomes).toEqual([
      { kind: 'extend_clock', clock: 'rect.item', instance: 'm-1', dueAt: '2025-09-08T16:00:00.000Z' },
    ]);
    const paused = after(...items, [pauseClock('rect.item', 'm-1'), '2025-06-20']);
    expect(paused.clocks.map(({ dueAt }) => dueAt)).toEqual([null, '2025-08-08T16:00:00.000Z']);
    const resumed = after(
      ...items,
      [pauseClock('rect.item', 'm-1'), '2025-06-20'],
      [pauseClock('rect.item', 'm-2'), '2025-06-20'],
      [resumeClock('rect.item', 'm-1'), '2025-06-23'],
    );
    expect(resumed.clocks.map(({ dueAt }) => dueAt)).toEqual(['2025-08-11T16:00:00.000Z', null]);
  });

  it('that is late is not extended', () => {
    const late = after(startClock('tol.verify'), [
      { kind: 'extend_clock', clock: 'tol.verify' },
      '2025-09-01',
    ]);
    expect({ extensions: late.clocks[0]?.ledger.extensions, outcomes: late.outcomes }).toEqual({
      extensions: [],
      outcomes: [],
    });
  });
});
