/** How a rectification runs: the days of scenario 6.5, measures one by one, tickets, look-back and reopening (1.4, T26). */
import { describe, expect, it } from 'vitest';
import { CLOCK_KEYS } from '../../src/domain/clock-keys.ts';
import { dateOf, dayOf, localDayOf } from '../../src/domain/local-day.ts';
import {
  applyClockEffect,
  clockFactsOf,
  type ClockEffect,
  type ClockRow,
} from '../../src/engine/clock-effects.ts';
import { isRefusal, type StoredSnapshot } from '../../src/engine/step.ts';
import type { RectificationContext } from '../../src/machines/rectification-events.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';
import { CASE, deeds, fire, OTHER_CASE, playFrom, PROFILE, refusedBy, type Played } from './play.ts';
import { extend, suspend } from './shared-acts.ts';
import * as act from './rectification-acts.ts';
import { AT, claimed, from, measure, problem, RECTIFICATION, untilSubmitted } from './rectification-acts.ts';

const contextOf = ({ context }: StoredSnapshot) => context as RectificationContext;
const itemOf = (stored: StoredSnapshot, code = 'm-1') =>
  contextOf(stored).items.find((item) => item.code === code);
const summary = ({ context }: StoredSnapshot) => RECTIFICATION.summary(context);

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };

/** A day of scenario 6.5, whose day 0 is 1 July 2024. */
const day = (number: number) => dateOf(dayOf('2024-07-01') + number);

/** A case that is played with its clocks, as the operation keeps them. */
class Course {
  stored: StoredSnapshot = AT.opening;
  clocks: readonly ClockRow[] = [];
  #ids = 0;

  on(number: number, event: Played): this {
    const at = morningOf(day(number));
    const facts = { ...event.facts, at, clocks: clockFactsOf(this.clocks) };
    const result = fire(RECTIFICATION, this.stored, { ...event, facts });
    if (isRefusal(result)) throw new Error(`${event.type} refused: ${result.guard ?? result.refused}`);
    this.stored = result.snapshot;
    for (const effect of result.effects)
      if (effect.kind.includes('clock'))
        this.clocks = applyClockEffect(
          this.clocks,
          effect as ClockEffect,
          at,
          RULES,
          () => `clock-${++this.#ids}`,
        ).clocks;
    return this;
  }

  /** Running clocks with the last day they leave, as days of the scenario. */
  get due(): Record<string, number | null> {
    const last = (at: string) => localDayOf(at, PROFILE.rules.timeZone) - 1 - dayOf('2024-07-01');
    return Object.fromEntries(
      Object.entries(clockFactsOf(this.clocks)).map(([key, { dueAt }]) => [
        key,
        dueAt === null ? null : last(dueAt),
      ]),
    );
  }
}

const one = measure('m-1', { problems: ['p-1', 'p-2'], dueOn: day(109), milestones: [] });
const planned = () =>
  new Course()
    .on(49, act.serveNotice({ deliveredOn: day(49) }))
    .on(58, act.submitPlan([one]))
    .on(60, act.approvePlan());

describe('the rectification of scenario 6.5', () => {
  it('has ten working days for the plan, from delivery of the notice', () => {
    expect(new Course().on(49, act.serveNotice({ deliveredOn: day(49) })).due).toEqual({ 'rect.plan': 63 });
    // Served on Monday, known to have arrived two days before it was put on record.
    const late = new Course().on(51, act.serveNotice({ deliveredOn: day(49) }));
    expect(late.due).toEqual({ 'rect.plan': 63 });
  });

  it('has sixty days for the measure, from delivery too, and ten working days for the check', () => {
    expect(planned().due).toEqual({ 'rect.item m-1': 109 });
    expect(planned().on(105, act.claim()).due).toEqual({ 'rect.item m-1': null, 'rect.check m-1': 119 });
  });

  it('is closed by the check on D114, and looked back on six months later', () => {
    const closed = planned().on(105, act.claim()).on(114, act.check());
    expect({ state: closed.stored.value.flow, ...closed.due }).toEqual({
      state: 'all_closed',
      'rect.look_back': dayOf('2025-04-23') - dayOf('2024-07-01'),
    });
    const { state, snapshot } = playFrom(RECTIFICATION, closed.stored, act.lookBack(), act.archive());
    expect(state).toBe('archived');
    expect(summary(snapshot)).toMatchObject({
      itemsTotal: 1,
      itemsClosed: 1,
      itemsRed: 0,
      wasOverdue: false,
    });
  });
});

describe('the limit of a measure', () => {
  it('stands still while its claim is checked, and goes on where the claim comes back', () => {
    const back = planned().on(105, act.claim()).on(114, act.sendBack());
    // Nine days given back end on a Sunday, which gives way to Monday.
    expect(back.due).toEqual({ 'rect.item m-1': 119 });
    expect(itemOf(back.stored)).toMatchObject({ state: 'returned', returns: 1 });
    expect(back.on(116, act.claim()).on(117, act.check()).stored.value.flow).toBe('all_closed');
  });

  it('is that of its own day, not of the longest there may be', () => {
    const course = new Course()
      .on(49, act.serveNotice({ deliveredOn: day(49) }))
      .on(50, act.submitPlan([one, measure('m-2', { dueOn: day(80), milestones: [] })]))
      .on(51, act.approvePlan());
    expect(course.due).toEqual({ 'rect.item m-1': 109, 'rect.item m-2': 80 });
  });

  it('is extended for one measure, once', () => {
    const course = planned().on(100, act.extendItem());
    expect(course.due).toEqual({ 'rect.item m-1': 140 });
    expect(itemOf(course.stored)).toMatchObject({ extensions: 1 });
    expect(() => course.on(101, act.extendItem())).toThrow('item_may_be_extended');
  });

  it('is not extended by the event that is for clocks of the whole case', () => {
    const clocks = clockFactsOf(planned().clocks);
    const facts = { at: morningOf(day(100)), clocks };
    for (const clock of ['rect.item', 'rect.item m-1'])
      expect(
        refusedBy(RECTIFICATION, AT.running, { ...extend(), data: { clock, reason: 'Late.' }, facts }),
      ).toBe('runs_and_may_be_extended');
  });

  it('is that of the profile where it counts seconds, for drills', () => {
    const limit = { ...PROFILE.limits['rect.item']!, amount: 60, unit: 'second' as const };
    const profile = { ...PROFILE, limits: { ...PROFILE.limits, 'rect.item': limit } };
    const drill = untilSubmitted([
      measure('m-1', { problems: ['p-1', 'p-2'], dueOn: '2025-06-10', milestones: [] }),
    ]);
    const { effects } = playFrom(RECTIFICATION, drill, { ...act.approvePlan(), profile });
    expect(effects).toContainEqual({ kind: 'start_clock', clock: 'rect.item', instance: 'm-1' });
  });

  it('has a clock key that holds no blank, so that an instance is told from it', () => {
    expect(CLOCK_KEYS.filter((key) => key.includes(' '))).toEqual([]);
  });
});

describe('a measure', () => {
  it('goes from the list to its closing step by step', () => {
    const states = [
      AT.plan_submitted,
      AT.running,
      from(AT.running, act.start()),
      claimed,
      from(claimed, act.sendBack()),
      from(claimed, act.check()),
      from(AT.all_closed, act.relapsed('m-1')),
    ].map((stored) => itemOf(stored)?.state);
    expect(states).toEqual([
      'listed',
      'planned',
      'in_progress',
      'claimed_done',
      'returned',
      'closed',
      'reopened',
    ]);
  });

  it('leaves the others where they are', () => {
    const stored = from(claimed, act.check());
    expect([stored.value.flow, itemOf(stored, 'm-2')?.state]).toEqual(['running', 'planned']);
    expect(summary(stored)).toMatchObject({ itemsTotal: 2, itemsClosed: 1, nextDueOn: '2025-08-08' });
  });

  it('that was rectified on paper alone is a fault with a code of its own', () => {
    const stored = from(claimed, act.sendBack('m-1', 'paper_only'));
    expect(itemOf(stored)?.tickets).toMatchObject([{ colour: 'yellow', reason: 'paper_only' }]);
    expect(summary(stored)).toMatchObject({ itemsPaperOnly: 1, itemsRed: 0 });
    expect(summary(from(claimed, act.sendBack()))).toMatchObject({ itemsPaperOnly: 0 });
  });

  it('keeps no words of the plan, only what rules may read', () => {
    expect(JSON.stringify(AT.running.context)).not.toMatch(/permit|form is changed/);
    expect(itemOf(AT.running)).toMatchObject({
      criteria: [{ code: 'c-1', isCheckable: true }],
      helpers: ['hedi'],
    });
  });
});

describe('the plan', () => {
  it('that is submitted anew replaces the one before, problems and all', () => {
    const anew = from(
      untilSubmitted(undefined, [problem('p-3')]),
      act.submitPlan([measure('m-5', { problems: ['p-1', 'p-2'] })]),
    );
    expect(contextOf(anew)).toMatchObject({ furtherProblems: [], items: [{ code: 'm-5' }] });
    expect(contextOf(anew).problems.map(({ code, ownerUnit }) => [code, ownerUnit])).toEqual([
      ['p-1', 'unit-7'],
      ['p-2', 'unit-9'],
    ]);
  });

  it('that is returned leaves nothing that could be approved', () => {
    expect(contextOf(from(AT.plan_submitted, act.returnPlan())).items).toEqual([]);
  });

  it('that came late is approved still: its measures are overdue at once', () => {
    const late = { ...act.approvePlan(), facts: { at: morningOf('2026-01-05') } };
    expect(playFrom(RECTIFICATION, AT.plan_submitted, late).state).toBe('running');
  });
});

describe('what is overdue', () => {
  it('gets a red ticket and closes nothing, also while the case is suspended', () => {
    for (const stored of [AT.running, from(AT.running, suspend())]) {
      const { state, effects, snapshot } = playFrom(RECTIFICATION, stored, act.overdue());
      expect(state).toBe('running');
      expect(effects.map(({ kind }) => kind)).not.toContain('stop_clock');
      expect(itemOf(snapshot)).toMatchObject({
        state: 'planned',
        tickets: [{ colour: 'red', reason: 'overdue' }],
      });
      expect(summary(snapshot)).toMatchObject({ itemsRed: 1, hasOverdueItems: true, wasOverdue: true });
    }
  });

  it('stays on record when it is closed after all', () => {
    const closed = from(AT.running, act.overdue(), act.claim(), act.check());
    expect(summary(closed)).toMatchObject({ itemsRed: 1, hasOverdueItems: false, wasOverdue: true });
  });

  it('of another clock is nothing of a measure', () => {
    const result = fire(RECTIFICATION, AT.running, act.overdue('rect.check'));
    expect(result).toMatchObject({ row: 'deadline' });
  });

  it('gets a blue ticket before', () => {
    expect(itemOf(from(AT.running, act.warned()))?.tickets).toMatchObject([
      { colour: 'blue', reason: 'near_due' },
    ]);
  });
});

describe('a look-back', () => {
  it('opens what relapsed with a full limit, and nothing else', () => {
    const { effects, snapshot } = playFrom(RECTIFICATION, AT.all_closed, act.relapsed('m-2'));
    expect(effects).toContainEqual({ kind: 'start_clock', clock: 'rect.item', instance: 'm-2' });
    expect([itemOf(snapshot)?.state, itemOf(snapshot, 'm-2')]).toMatchObject([
      'closed',
      { state: 'reopened', dueOn: null, tickets: [{ colour: 'yellow', reason: 'relapsed' }] },
    ]);
    const again = from(snapshot, act.claimOf('m-2'), act.check('m-2'));
    expect(again.value.flow).toBe('all_closed');
  });
});

describe('what a rectification tells others', () => {
  it('is which acts and persons it covers', () => {
    const { effects } = playFrom(RECTIFICATION, AT.opening, act.serveNotice());
    expect(effects).toContainEqual({
      kind: 'send_event',
      to: { relation: 'parent', procedure: 'tolerance_review' },
      event: 'RECTIFICATION_OPENED',
      data: { acts: ['act-1'], persons: ['sam'] },
      ifAccepted: true,
    });
  });

  it('is a new lead about a person, where a hidden problem turns up', () => {
    const { effects, snapshot } = playFrom(RECTIFICATION, AT.running, act.reportNewProblem());
    expect(effects).toContainEqual({
      kind: 'open_case',
      procedure: 'complaint',
      event: 'REFERRED',
      link: 'arises_from',
      data: { subject: 'sten', origin: 'rectification', from: CASE },
    });
    expect(summary(snapshot)).toMatchObject({ newProblems: 1 });
  });
});

describe('a rectification whose decision is gone', () => {
  it('is cancelled by the head of the organ, never by itself', () => {
    expect(AT.cancelled.value.flow).toBe('cancelled');
    const untolerated = act.review({ summary: { isTolerated: false } });
    expect(refusedBy(RECTIFICATION, AT.running, act.cancel([untolerated]))).toBeNull();
  });

  it('that was advice is cancelled on the word of the head', () => {
    const advised = from(AT.opening, act.serveOn('supervisory_advice', {}, { advice: 'advice-4' }));
    expect(deeds(playFrom(RECTIFICATION, advised, act.cancel([])).effects)).toContain('stop all clocks');
    expect(summary(advised)).toMatchObject({ on: act.ALLEGATION_ID, source: 'supervisory_advice' });
    expect(summary(AT.notice_served)).toMatchObject({ on: OTHER_CASE, unit: 'unit-7', acts: 'act-1' });
  });
});
