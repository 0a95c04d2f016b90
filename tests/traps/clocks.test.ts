/**
 * Traps about time: clocks that span states, deadlines that decide nothing, days that are not days, extension and
 * suspension that hide a delay, delivery without which nothing runs (T6, T8, T11-T13, T35).
 */
import { describe, expect, it } from 'vitest';
import { CLOCK_KEYS } from '../../src/domain/clock-keys.ts';
import { deriveDue, extendClock, startClock } from '../../src/domain/clock.ts';
import { stateOf, type StoredSnapshot } from '../../src/engine/step.ts';
import { SHARED_EVENTS } from '../../src/machines/shared-rows.ts';
import { CHINA, CN, CN_DEFAULT, limit, morningOf } from '../domain/calendars.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION } from '../machines/allegation-acts.ts';
import * as complaint from '../machines/complaint-acts.ts';
import { COMPLAINT } from '../machines/complaint-acts.ts';
import { EVERY_PROCEDURE, statesOf } from '../machines/every-procedure.ts';
import { SYSTEM } from '../machines/people.ts';
import { deeds, OTHER_CASE, playFrom, refusedBy, remembering, type Played } from '../machines/play.ts';
import { extend, resume, suspend } from '../machines/shared-acts.ts';
import * as tolerance from '../machines/tolerance-acts.ts';
import { running, watch, watchOn } from './clocks-of.ts';

const passed = (clock: string): Played => ({
  type: 'DEADLINE_PASSED',
  by: SYSTEM,
  data: { clock },
  facts: { via: 'clock' },
});

describe('T6: a clock is not a state', () => {
  const received = watch(COMPLAINT, ['2025-06-09', complaint.submitNamed()]);

  it('the notice counts from receipt, through registering, checking and accepting, until it is delivered', () => {
    const notice = 'report.accept_notice due 2025-06-30';
    let watched = received;
    expect(running(watched)).toContain(notice);
    for (const [day, event] of [
      ['2025-06-11', complaint.register()],
      ['2025-06-12', complaint.confirm()],
      ['2025-06-13', complaint.accept()],
      ['2025-06-16', complaint.handOver()],
    ] as const) {
      watched = watchOn(COMPLAINT, watched, [day, event]);
      expect([stateOf(watched.stored), running(watched)]).toEqual([
        stateOf(watched.stored),
        expect.arrayContaining([notice]),
      ]);
    }
    expect(stateOf(watched.stored)).toBe('with_handling_dept');
    const delivered = watchOn(COMPLAINT, watched, ['2025-06-20', complaint.deliverNotice()]);
    expect(running(delivered)).not.toContain(notice);
  });

  it('a letter that lay in a tray is counted from the day it came in', () => {
    const late = complaint.submit({ receivedAt: '2025-06-02T02:00:00.000Z' });
    expect(running(watch(COMPLAINT, ['2025-06-09', late]))).toContain('report.accept_notice due 2025-06-23');
  });

  it('several run at once, in units of their own, and end on different days', () => {
    expect(running(received)).toEqual([
      'report.accept_notice due 2025-06-30',
      'report.route_out due 2025-06-16',
    ]);
    const units = (['report.route_out', 'report.verify', 'report.case_decision'] as const).map(
      (key) => CN_DEFAULT.limits[key]?.unit,
    );
    expect(units).toEqual(['working_day', 'calendar_day', 'month']);
  });

  it('one that pauses keeps what it had, and goes on in the state the case has reached', () => {
    const verifying = watch(
      ALLEGATION,
      ['2025-06-09', allegation.open()],
      ['2025-06-10', allegation.propose()],
      ['2025-06-11', allegation.approve('preliminary_verification')],
    );
    expect(running(verifying)).toEqual(['report.verify due 2025-08-11']);
    const held = watchOn(ALLEGATION, verifying, ['2025-06-16', suspend()]);
    expect(running(held)).toContain('report.verify paused');
    const resumed = watchOn(ALLEGATION, held, ['2025-06-26', resume]);
    expect(running(resumed)).toEqual(['report.verify due 2025-08-20']);
  });
});

describe('T8: a deadline that passed decides nothing', () => {
  /** Terms that end something by themselves; every other clock is a duty, and a missed duty is a fault. */
  const TERMS = ['service.period', 'appeal.window', 'prefile.validity'];
  const duties = CLOCK_KEYS.filter((key) => !TERMS.includes(key));
  const states = EVERY_PROCEDURE.flatMap((of) =>
    statesOf(of, false).map(([state, stored]) => [of.procedure.name, state, of.procedure, stored] as const),
  );

  it.each(states)('%s %s: stays where it is, whichever duty was missed', (_, state, procedure, stored) => {
    for (const key of duties) {
      const { snapshot, isOpen, effects } = playFrom(procedure, stored, passed(key));
      expect({ key, value: snapshot.value, isOpen }).toEqual({ key, value: stored.value, isOpen: true });
      expect(stateOf(snapshot)).toBe(state);
      // Somebody is told. Nothing is opened, sent on, stopped or given more time.
      const kinds = new Set(effects.map(({ kind }) => kind));
      expect([key, kinds.has('notify')]).toEqual([key, true]);
      expect([...kinds].filter((kind) => kind !== 'notify' && kind !== 'issue_document')).toEqual([]);
    }
  });

  it('a state moves with a deadline only where a term ends by itself', () => {
    const moved = states.flatMap(([name, state, procedure, stored]) =>
      CLOCK_KEYS.filter((key) => playFrom(procedure, stored, passed(key)).state !== state).map(
        (key) => `${name} ${key}`,
      ),
    );
    for (const one of new Set(moved)) expect(TERMS).toContain(one.split(' ')[1]);
    expect(moved.length).toBeGreaterThan(0);
  });

  it('no profile can make silence an answer', () => {
    expect(CN_DEFAULT.rules.deemedOnTimeout).toBe('off');
  });
});

describe('T11: days are not all days', () => {
  const due = (amount: number, unit: Parameters<typeof limit>[1], on: string, more = {}) =>
    deriveDue(startClock('report.verify', limit(amount, unit, more), morningOf(on), 'SUBMIT'), CN, CHINA);

  it('working days are those of the published plan, make-up weekends and long holidays included', () => {
    expect(due(15, 'working_day', '2025-09-26').dueOn).toBe('2025-10-23');
    expect(due(1, 'working_day', '2025-09-26').dueOn).toBe('2025-09-28'); // a Sunday that is worked
    expect(due(15, 'calendar_day', '2025-09-26').dueOn).toBe('2025-10-11'); // a Saturday that is worked
  });

  it('thirty days are not a month', () => {
    expect(due(30, 'calendar_day', '2025-01-31', { rollOver: false }).dueOn).toBe('2025-03-02');
    expect(due(1, 'month', '2025-01-31', { rollOver: false }).dueOn).toBe('2025-02-28');
  });

  it('a month that has no such day ends with its last one, and twelve months are not 365 days', () => {
    expect(due(12, 'month', '2024-02-29', { rollOver: false }).dueOn).toBe('2025-02-28');
    expect(due(12, 'month', '2024-01-31', { rollOver: false }).dueOn).toBe('2025-01-31');
    expect(due(365, 'calendar_day', '2024-01-31', { rollOver: false }).dueOn).toBe('2025-01-30');
  });

  it('a day ends where the body is, at midnight or at close of business', () => {
    const clock = startClock('report.verify', limit(1, 'working_day'), morningOf('2025-06-09'), 'SUBMIT');
    expect(deriveDue(clock, CN, CHINA).dueAt).toBe('2025-06-10T16:00:00.000Z');
    expect(deriveDue(clock, CN, { ...CHINA, dayEnd: '17:30' }).dueAt).toBe('2025-06-10T09:30:00.000Z');
    // Half past midnight in China is still the day before in UTC.
    const night = startClock('report.verify', limit(1, 'calendar_day'), '2025-06-09T16:30:00.000Z', 'SUBMIT');
    expect(deriveDue(night, CN, CHINA).dueOn).toBe('2025-06-11');
  });

  it('a year whose plan is not published yet is counted with a warning', () => {
    expect(due(15, 'working_day', '2025-09-26').warnings).toEqual([]);
    expect(due(15, 'working_day', '2099-12-25').warnings.map(({ code }) => code)).toContain(
      'no_holiday_plan',
    );
  });
});

describe('T12: nothing is extended after it expired, or behind the back of who waits', () => {
  const terms = limit(20, 'working_day', { extension: { amount: 10, unit: 'working_day', times: 1 } });
  const clock = startClock('tol.verify', terms, morningOf('2025-06-09'), 'ACCEPT');
  const dueAt = deriveDue(clock, CN, CHINA).dueAt!;

  it('the last instant is too late, the one before is not', () => {
    expect(extendClock(clock, dueAt, dueAt)).toMatchObject({ ok: false, refused: 'expired' });
    const before = new Date(Date.parse(dueAt) - 1).toISOString();
    const once = extendClock(clock, before, dueAt);
    expect(once.ok).toBe(true);
    if (once.ok) expect(extendClock(once.clock, before, dueAt)).toMatchObject({ refused: 'cap_used' });
  });

  it('the machine refuses it too, and tells the person who waits when it is granted', () => {
    const overdue = extend({}, '2025-07-08T02:00:00.000Z');
    expect(refusedBy(tolerance.TOLERANCE, tolerance.AT.verifying, overdue)).toBe('runs_and_may_be_extended');
    const { effects } = playFrom(tolerance.TOLERANCE, tolerance.AT.verifying, extend());
    expect(deeds(effects)).toEqual(['extend tol.verify', 'paper extension_note > subject, subject_unit']);
  });

  it('whoever reported under their name is told through their own piece, which is all they may know of', () => {
    const verifying = allegation.AT.preliminary_verification;
    for (const clock of ['report.verify', 'report.case_decision']) {
      const { effects } = playFrom(ALLEGATION, verifying, {
        ...extend(),
        data: { clock, reason: 'An expert is needed.' },
        facts: {
          ...extend().facts,
          clocks: { [clock]: { isRunning: true, dueAt: '2025-07-07T16:00:00.000Z', extensions: 0 } },
        },
      });
      expect(deeds(effects)).toEqual(
        expect.arrayContaining([`extend ${clock}`, 'tell complaint ALLEGATION_EXTENDED']),
      );
    }
    const told = (stored: StoredSnapshot) =>
      deeds(playFrom(COMPLAINT, stored, complaint.allegationExtended()).effects);
    const { with_handling_dept: named } = complaint.NAMED;
    expect(told(named)).toEqual(['paper longer_handling_note > reporter']);
    expect(told(complaint.AT.with_handling_dept)).toEqual(['record']);
    // A piece linked to it has a reporter with rights of their own.
    const linkedPiece = { isRealName: true, parent: OTHER_CASE };
    expect(told(remembering(complaint.AT.retained, linkedPiece))).toEqual([
      'paper longer_handling_note > reporter',
    ]);
    const withPiece = playFrom(COMPLAINT, named, complaint.duplicateLinked({ isRealName: true })).snapshot;
    expect(told(withPiece)).toHaveLength(2);
    expect(told(remembering(named, { isFeedbackGiven: true }))).toEqual(['record']);
  });
});

describe('T13: a case is not parked without a ground, a notice and a day to look again', () => {
  const verifying = allegation.AT.preliminary_verification;

  it('the ground is a listed one, and what would end it is written down', () => {
    expect(refusedBy(ALLEGATION, verifying, suspend('too_much_work'))).toBe('is_a_listed_suspension_ground');
    expect(refusedBy(ALLEGATION, verifying, suspend())).toBeNull();
    const given = { ground: 'force_majeure', trigger: 'The flood goes down.', reason: 'Flood.' };
    const { trigger: _trigger, ...without } = given;
    expect(SHARED_EVENTS.SUSPEND.safeParse(without).success).toBe(false);
    expect(SHARED_EVENTS.SUSPEND.safeParse(given).success).toBe(true);
  });

  it('whoever may know is told, and the review of it falls due in thirty days whatever else is paused', () => {
    const parked = watchOn(
      ALLEGATION,
      watch(
        ALLEGATION,
        ['2025-06-09', allegation.open()],
        ['2025-06-10', allegation.propose()],
        ['2025-06-11', allegation.approve('preliminary_verification')],
      ),
      ['2025-06-16', suspend()],
    );
    expect(running(parked)).toEqual(['report.verify paused', 'report.suspension_review due 2025-07-16']);
    const { effects } = playFrom(ALLEGATION, verifying, suspend());
    expect(deeds(effects).filter((deed) => deed.startsWith('paper suspension_notice'))).toHaveLength(1);
  });

  it('what is owed to the reporter goes on', () => {
    const told = watch(
      COMPLAINT,
      ['2025-06-09', complaint.submitNamed()],
      ['2025-06-10', complaint.register()],
      ['2025-06-11', suspend()],
    );
    expect(running(told)).toContain('report.accept_notice due 2025-06-30');
  });
});

describe('T35: without a delivery no clock', () => {
  const approved = [
    ['2025-06-09', allegation.open()],
    ['2025-06-09', allegation.propose()],
    ['2025-06-10', allegation.approve('letter_inquiry')],
  ] as const;

  it('a letter that was written and not delivered sets nobody a term, and cannot be answered', () => {
    const written = watch(ALLEGATION, ...approved);
    expect(running(written)).toEqual([]);
    expect(refusedBy(ALLEGATION, written.stored, allegation.reply())).toBe('letter_was_delivered');
  });

  it('the term counts from the day it arrived, not from the day that was put on record', () => {
    const recordedLater = watch(ALLEGATION, ...approved, [
      '2025-06-18',
      allegation.deliverLetter('2025-06-12'),
    ]);
    expect(running(recordedLater)).toEqual(['report.letter_reply due 2025-07-03']);
    expect(refusedBy(ALLEGATION, recordedLater.stored, allegation.reply())).toBeNull();
  });

  it('a delivery has a day and one of the known manners, and the day has come', () => {
    const parse = (data: object) => tolerance.TOLERANCE.events.DELIVER?.safeParse(data).success;
    expect(parse({ manner: 'in_person' })).toBe(false);
    expect(parse({ deliveredOn: '2025-06-09', manner: 'rumour' })).toBe(false);
    for (const manner of ['in_person', 'left_with_witness', 'post', 'notice'])
      expect(parse({ deliveredOn: '2025-06-09', manner })).toBe(true);
    const tomorrow = tolerance.deliver({ deliveredOn: '2025-06-10' });
    expect(refusedBy(tolerance.TOLERANCE, tolerance.AT.determined, tomorrow)).toBe(
      'is_delivered_on_a_possible_day',
    );
  });
});
