/**
 * Windows and terms of every step of every track that the profile lists, as the domain brief has them (1.6): the same
 * word is another step with another window on another track (T9), so that each is shown by the day on which it ends.
 */
import { describe, expect, it } from 'vitest';
import { deriveDue, startClock } from '../../src/domain/clock.ts';
import type { ClockKey } from '../../src/domain/clock-keys.ts';
import { againstOf } from '../../src/machines/appeal-tracks.ts';
import type { Accepted, StoredSnapshot } from '../../src/engine/step.ts';
import type { Instant } from '../../src/domain/vocabulary.ts';
import type { FamilyMember } from '../../src/machines/procedure.ts';
import { CN, later, morningOf } from '../domain/calendars.ts';
import * as act from './appeal-acts.ts';
import { APPEAL, appealBefore, AT, BENCH, decision, knowing, UPPER } from './appeal-acts.ts';
import { REPORTER } from './people.ts';
import { playFrom, PROFILE, type Played } from './play.ts';

/** A Tuesday of a month without holidays, and the day after it, on which the appeal is filed and accepted. */
const DELIVERED = '2025-07-01';
const FILED = '2025-07-02';
const AT_NOON = `${FILED}T04:00:00.000Z`;

const ONE_MONTH = '2025-08-01';
const DAYS_30 = '2025-07-31';
/** From the day it was filed: a month ends on a Saturday, 60 days on a Sunday, three months in a week of holidays. */
const FROM_FILING = {
  days30: '2025-08-01',
  month: '2025-08-04',
  days60: '2025-09-01',
  months2: '2025-09-02',
  months3: '2025-10-09',
  workingDays15: '2025-07-23',
};

interface Term {
  /** The last day to file; null: no limit. */
  readonly window: string | null;
  /** The last day to decide on acceptance; null: filing is acceptance. */
  readonly accept?: string;
  readonly decide: string;
  readonly extension?: object;
  /** Who hears it: the body itself, or the one above. */
  readonly higher?: true;
}
const DAYS_MORE = { amount: 30, unit: 'calendar_day', times: 1 };

const TRACKS: Readonly<Record<string, readonly Term[]>> = {
  supervisory: [
    { window: ONE_MONTH, decide: FROM_FILING.month },
    { window: ONE_MONTH, decide: FROM_FILING.months2, higher: true },
  ],
  civil_servant: [
    { window: DAYS_30, decide: FROM_FILING.days30 },
    {
      window: '2025-07-16',
      accept: FROM_FILING.days30,
      decide: FROM_FILING.days60,
      extension: DAYS_MORE,
      higher: true,
    },
    {
      window: DAYS_30,
      accept: FROM_FILING.days30,
      decide: FROM_FILING.days60,
      extension: DAYS_MORE,
      higher: true,
    },
  ],
  institution_staff: [
    { window: DAYS_30, decide: FROM_FILING.days30 },
    { window: DAYS_30, decide: FROM_FILING.days60, extension: DAYS_MORE, higher: true },
  ],
  soe_manager: [
    { window: ONE_MONTH, decide: FROM_FILING.month },
    {
      window: ONE_MONTH,
      decide: FROM_FILING.months2,
      extension: { amount: 1, unit: 'month', times: 1 },
      higher: true,
    },
  ],
  party_discipline: [
    { window: null, decide: FROM_FILING.months3 },
    { window: null, decide: FROM_FILING.months3, higher: true },
  ],
  party_accountability: [{ window: ONE_MONTH, decide: FROM_FILING.month }],
  petition_reply: [
    { window: DAYS_30, decide: FROM_FILING.days30, higher: true },
    { window: DAYS_30, decide: FROM_FILING.days30, higher: true },
  ],
  investigation_measure: [
    { window: null, decide: FROM_FILING.month },
    { window: ONE_MONTH, decide: FROM_FILING.months2, higher: true },
  ],
  tolerance: [
    { window: DAYS_30, decide: FROM_FILING.days30 },
    { window: DAYS_30, decide: FROM_FILING.days30, higher: true },
  ],
  clarification_refused: [{ window: '2025-07-22', decide: FROM_FILING.workingDays15 }],
};

/** The case that a track leads against. */
function against(track: string): FamilyMember {
  const sanctionTrack = PROFILE.sanctionTracks.find(({ appeal }) => appeal === track)?.code ?? null;
  const members = {
    decision: () => decision({ track: sanctionTrack }),
    measure: () => decision({ track: sanctionTrack }),
    determination: act.tolerance,
    refusal: act.clarification,
    reply: act.complaint,
  };
  return members[againstOf(PROFILE, track)!]();
}

const filedOn = (event: Played): Played => ({ ...event, facts: { ...event.facts, at: AT_NOON } });

/** The last day of a clock that a step started, with the limit it was started with; null: it started none. */
function lastDay(
  { effects }: Accepted,
  key: ClockKey,
  at: Instant = AT_NOON,
): { dueOn: string | null; extension: object | undefined } | null {
  const effect = effects.find((one) => one.kind === 'start_clock' && one.clock === key);
  if (effect?.kind !== 'start_clock') return null;
  const limit = { ...PROFILE.limits[key]!, ...effect.limit };
  const clock = startClock(key, limit, effect.from ?? at, 'FILE');
  return { dueOn: deriveDue(clock, CN, PROFILE.rules).dueOn, extension: limit.extension };
}

/** The window opened by the delivery, of all but replies to petitions: theirs is opened by nobody (T10). */
const opening = (track: string, step: number): Played =>
  knowing(
    act.open({ track, step, deliveredOn: DELIVERED, ...(step > 1 && { earlierStep: act.EARLIER }) }),
    against(track),
    appealBefore('upheld', { step: step - 1 }),
  );

/** A filing in the window, or of a reply to a petition one that opens its own case. */
function filing(track: string, step: number, receivedOn = FILED): readonly [StoredSnapshot, Played] {
  const family = [against(track), appealBefore('upheld', { step: step - 1, subject: null })];
  if (track === 'petition_reply')
    return [
      AT.opening,
      filedOn(
        knowing(
          act.fileDirectly({ track, step, deliveredOn: DELIVERED, receivedOn }, REPORTER),
          ...(step === 1 ? family.slice(0, 1) : family),
        ),
      ),
    ];
  const opened = playFrom(APPEAL, AT.opening, opening(track, step)).snapshot;
  return [opened, filedOn(knowing(act.file({ receivedOn }), ...family))];
}

const STEPS = Object.entries(TRACKS).flatMap(([track, terms]) =>
  terms.map((term, at) => [track, at + 1, term] as const),
);

describe('every track of the profile', () => {
  it('is in the table, step by step', () => {
    expect(Object.entries(TRACKS).map(([track, terms]) => [track, terms.length])).toEqual(
      PROFILE.appealTracks.map(({ code, steps }) => [code, steps.length]),
    );
  });

  it.each(STEPS.filter(([track]) => track !== 'petition_reply'))(
    '%s, step %i: its window ends on the right day, counted from delivery',
    (track, step, { window }) => {
      const opened = playFrom(APPEAL, AT.opening, opening(track, step));
      expect(lastDay(opened, 'appeal.window')?.dueOn ?? null).toBe(window);
    },
  );

  it.each(STEPS)('%s, step %i: is taken in and decided in its terms', (track, step, term) => {
    const [stored, event] = filing(track, step);
    const filed = playFrom(APPEAL, stored, event);
    expect(filed.state).toBe(term.accept === undefined ? 'examining' : 'filed');
    expect(lastDay(filed, 'appeal.accept')?.dueOn).toBe(term.accept);
    const taken =
      term.accept === undefined
        ? filed
        : playFrom(
            APPEAL,
            filed.snapshot,
            filedOn(knowing(act.accept(), against(track), appealBefore('upheld', { step: step - 1 }))),
          );
    expect(lastDay(taken, 'appeal.decide')).toEqual({ dueOn: term.decide, extension: term.extension });
  });

  it.each(STEPS)('%s, step %i: is heard by the body it is for', (track, step, { higher }) => {
    const [stored, event] = filing(track, step);
    const family = [against(track)];
    const { snapshot } = playFrom(APPEAL, stored, event);
    const taken = snapshot.value.flow === 'filed' ? act.accept : act.refuse;
    const tried = (bench: typeof BENCH) =>
      filedOn(knowing(taken === act.accept ? act.accept(bench) : act.refuse('duplicate', bench), ...family));
    const bySuperior = () => playFrom(APPEAL, snapshot, tried(UPPER));
    if (higher) expect(bySuperior().row).toMatch(/^F-(accept|refuse)$/);
    else expect(bySuperior).toThrow('sits_at_the_right_level');
    expect(PROFILE.appealTracks.find(({ code }) => code === track)?.steps[step - 1]?.level).toBe(
      higher ? 'higher' : 'same',
    );
  });
});

describe('a filing that opens its own case', () => {
  /** As recorded on a day long after. */
  const recorded = (event: Played) =>
    playFrom(APPEAL, AT.opening, {
      ...event,
      facts: { ...event.facts, at: '2025-09-10T04:00:00.000Z' },
    });
  const isLate = (event: Played) => APPEAL.summary(recorded(event).snapshot.context).isLate;
  const skipping = (receivedOn: string) => act.fileDirectly({ step: 2, deliveredOn: DELIVERED, receivedOn });
  const petition = (receivedOn: string) => filing('petition_reply', 2, receivedOn)[1];
  const clarification = (receivedOn: string) =>
    knowing(
      act.fileDirectly({ track: 'clarification_refused', deliveredOn: DELIVERED, receivedOn }),
      act.clarification(),
    );

  it.each([
    ['that skips the re-check of a civil servant has 30 days, not 15', skipping, DAYS_30, '2025-08-01'],
    ['against a reply to a petition has 30 days at the second step too', petition, DAYS_30, '2025-08-01'],
    ['against a refusal to clarify has 15 working days', clarification, '2025-07-22', '2025-07-23'],
  ] as const)('%s', (_, event, last, after) => {
    expect([isLate(event(last)), isLate(event(after))]).toEqual([false, true]);
  });

  it('that looks late is taken in first, and the body says whether it was', () => {
    const late = recorded(clarification('2025-07-23'));
    expect(late.state).toBe('filed');
    const accepted = act.accept(BENCH, { lateness: 'was_in_time' });
    expect(playFrom(APPEAL, late.snapshot, accepted).state).toBe('examining');
  });
});

describe('the days of scenario 6.7', () => {
  const day = (number: number) => later(act.TODAY, number);
  const on = (number: number, event: Played): Played => ({
    ...event,
    facts: { ...event.facts, at: morningOf(day(number)) },
  });
  const file = (number: number) => on(number, act.file({ receivedOn: day(number) }));
  const first = on(2, act.open({ deliveredOn: day(2) }));
  const second = on(51, act.open({ step: 2, earlierStep: act.EARLIER, deliveredOn: day(51) }));

  it.each([
    ['the re-check', 'appeal.window', 2, 32, [first]],
    ['the re-check', 'appeal.decide', 21, 51, [first, file(21)]],
    ['the appeal', 'appeal.window', 51, 66, [second]],
    ['the appeal', 'appeal.accept', 64, 94, [second, file(64)]],
    // Sixty days end on a Sunday.
    ['the appeal', 'appeal.decide', 72, 133, [second, file(64), on(72, act.accept())]],
  ] as const)('%s: %s runs from D%i to D%i', (_, key, at, due, events) => {
    expect(lastDay(playFrom(APPEAL, AT.opening, ...events), key, morningOf(day(at)))?.dueOn).toBe(day(due));
  });
});
