/** How a risk filing runs: its days in scenario 6.5, who may find it, how long it holds, and what ends its use (C0). */
import { describe, expect, it } from 'vitest';
import { deriveDue, startClock } from '../../src/domain/clock.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { concernedIn } from '../../src/machines/generic-guards.ts';
import { CN_DEFAULT, morningOf } from '../domain/calendars.ts';
import { HANDLER, having, SUBJECT } from './people.ts';
import { CASE, deeds, fire, OTHER_CASE, play, playFrom, PROFILE, refusedBy, type Played } from './play.ts';
import * as act from './risk-filing-acts.ts';
import { AT, FILING, PANEL } from './risk-filing-acts.ts';

const summary = ({ context }: StoredSnapshot) => FILING.summary(context);
/** A day of scenario 6.5, whose day 0 is 1 July 2024. */
const day = (number: number) => dateOf(dayOf('2024-07-01') + number);
const on = (number: number, event: Played): Played => ({
  ...event,
  facts: { ...event.facts, at: morningOf(day(number)) },
});

describe('the filing of scenario 6.5', () => {
  const accepted = play(
    FILING,
    on(-49, act.file({ plannedOn: day(-40) })),
    on(-48, act.screen()),
    on(-45, act.check()),
    on(-42, act.accept({ validUntil: day(300) })),
  );

  it('is accepted on D-42 with two conditions, until a day that the meeting names', () => {
    expect(summary(accepted.snapshot)).toMatchObject({
      unit: 'unit-7',
      matter: 'emergency_action',
      act: 'flood-wall',
      conditions: 'minutes_kept permit_follows',
      conditionsKept: '',
      acceptedOn: day(-42),
      validUntil: day(300),
      isAccepted: true,
    });
  });

  it('holds to the end of that day, on a day without work too', () => {
    const [effect] = accepted.effects.filter(({ kind }) => kind === 'start_clock');
    expect(effect).toMatchObject({ clock: 'prefile.validity', limit: { amount: 342, rollOver: false } });
    const limit = { ...PROFILE.limits['prefile.validity']!, ...(effect as { limit: object }).limit };
    const clock = startClock('prefile.validity', limit, morningOf(day(-42)), 'ACCEPT');
    expect(deriveDue(clock, CN_DEFAULT.calendar, PROFILE.rules).dueOn).toBe(day(300));
  });

  it('is marked used once a review relies on it, and may be relied on again', () => {
    const used = playFrom(FILING, accepted.snapshot, act.reportCondition(), act.relyOn(CASE));
    expect(used.state).toBe('used');
    const again = playFrom(FILING, used.snapshot, act.relyOn(CASE), act.relyOn(OTHER_CASE));
    expect(summary(again.snapshot)).toMatchObject({ conditionsKept: 'minutes_kept', timesReliedOn: 2 });
  });
});

describe('a profile for drills', () => {
  it('keeps its seconds for the validity', () => {
    const limit = { ...PROFILE.limits['prefile.validity']!, amount: 60, unit: 'second' as const };
    const profile = { ...PROFILE, limits: { ...PROFILE.limits, 'prefile.validity': limit } };
    const { effects } = playFrom(FILING, AT.checked, {
      ...act.accept({ validUntil: '2025-06-10' }),
      profile,
    });
    expect(effects).toContainEqual({ kind: 'start_clock', clock: 'prefile.validity' });
  });
});

describe('whom a filing concerns', () => {
  it('is every person who answers for the act, and the unit that filed it', () => {
    expect(concernedIn(AT.filed.context)).toEqual([SUBJECT.person, SUBJECT.person, 'sina']);
    expect(AT.filed.context.unit).toBe('unit-7');
  });

  it('keeps them from handling it', () => {
    const sina = { ...HANDLER, person: 'sina' };
    expect(refusedBy(FILING, AT.filed, { ...act.screen(), by: sina })).toBe('is_not_concerned');
    expect(refusedBy(FILING, AT.filed, act.screen())).toBeNull();
  });

  it('keeps whoever checked it out of the joint meeting', () => {
    const checker = having(PANEL[1]!, 'handled');
    const event = { ...act.accept(), with: [PANEL[0]!, checker, PANEL[2]!] };
    expect(refusedBy(FILING, AT.checked, event)).toBe('keeps_duties_apart');
    expect(refusedBy(FILING, AT.checked, act.accept())).toBeNull();
  });
});

describe('a condition', () => {
  it('that was not kept is told to the handlers, and breaches nothing by itself', () => {
    const { state, effects, snapshot } = playFrom(FILING, AT.accepted, act.reportCondition({ kept: false }));
    expect(state).toBe('accepted');
    expect(deeds(effects)).toContain('notify filing_condition_not_kept > handling_dept, case_supervisor');
    expect(summary(snapshot)).toMatchObject({ conditionsKept: '', conditionsBroken: 'minutes_kept' });
  });

  it('counts as it was reported last', () => {
    const { snapshot } = playFrom(
      FILING,
      AT.accepted,
      act.reportCondition({ kept: false }),
      act.reportCondition({ kept: true }),
    );
    expect(summary(snapshot)).toMatchObject({ conditionsKept: 'minutes_kept', conditionsBroken: '' });
  });
});

describe('an accepted filing', () => {
  it('lapses by its own clock alone', () => {
    const passed = fire(FILING, AT.accepted, act.lapse('report.suspension_review'));
    expect(passed).toMatchObject({ row: 'deadline', state: 'accepted' });
    expect(fire(FILING, AT.accepted, act.lapse())).toMatchObject({ row: 'C0-lapse', state: 'lapsed' });
  });

  it('that lapsed still speaks for what was done while it held', () => {
    expect(playFrom(FILING, AT.lapsed, act.relyOn()).state).toBe('used');
  });

  it.each(['breached', 'refused', 'withdrawn', 'filed', 'screened', 'checked'] as const)(
    'cannot be relied on when it is %s',
    (state) => {
      expect(refusedBy(FILING, AT[state], act.relyOn())).toBe('not_in_this_state');
    },
  );

  it('cannot be withdrawn any more', () => {
    expect(refusedBy(FILING, AT.accepted, act.withdraw())).toBe('not_in_this_state');
  });
});
