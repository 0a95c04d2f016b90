/**
 * Traps about the program itself: one national rule set, rules that change under a case, and the pitfalls of statecharts
 * (T28, T29, T32).
 */
import { describe, expect, it } from 'vitest';
import { startClock } from '../../src/domain/effect.ts';
import { completedProfile, LIST_NAMES, parseProfileData, parseProfile } from '../../src/domain/profile.ts';
import { applyClockEffect } from '../../src/engine/clock-effects.ts';
import { step } from '../../src/engine/step.ts';
import { CN_DEFAULT, CN_HUNAN, EU, morningOf } from '../domain/calendars.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION } from '../machines/allegation-acts.ts';
import * as complaint from '../machines/complaint-acts.ts';
import { COMPLAINT } from '../machines/complaint-acts.ts';
import { EVERY_VERSION, statesOf } from '../machines/every-procedure.ts';
import { asCaseEvent, CASE, playFrom, PROFILE, refusedBy, throughJson } from '../machines/play.ts';

/** One file of rules with a change in it, as a body might write it, and what is said against it. */
const faults = (change: object): string[] => {
  const data = parseProfileData({
    id: 'town',
    version: '1',
    name: { zh: '镇', en: 'Town' },
    extends: 'cn-default',
    ...change,
  });
  return data.ok ? [] : data.problems.map(({ path }) => path.join('.'));
};

describe('T28: there is no one national rule set', () => {
  it('places differ by data alone', () => {
    expect([CN_DEFAULT, CN_HUNAN].map(({ rules }) => rules.bodyLevel)).toEqual(['county', 'city']);
    expect([CN_DEFAULT, EU].map(({ limits }) => limits['report.receipt_ack']?.amount)).toEqual([
      undefined,
      7,
    ]);
  });

  it('an extension has a cap, of none or more', () => {
    const verify = (times: number) => ({
      limits: {
        'report.verify': {
          amount: 60,
          unit: 'calendar_day',
          extension: { amount: 30, unit: 'calendar_day', times },
          basis: ['D'],
        },
      },
    });
    expect(faults(verify(-1))).toEqual(['limits.report.verify.extension.times']);
    expect([faults(verify(0)), faults(verify(1))]).toEqual([[], []]);
  });

  it.each(LIST_NAMES)('%s is never empty: a guard that reads it could not be met', (name) => {
    expect(faults({ lists: { [name]: [] } })).toEqual([`lists.${name}`]);
  });

  it('what is owed to the reporter is never paused, whatever a body writes', () => {
    const { hash: _hash, calendar: _calendar, off, ...rest } = CN_DEFAULT;
    const switchedOff = Object.fromEntries(
      Object.entries(off).map(([key, { basis }]) => [key, { off: true as const, basis: [...basis] }]),
    );
    const whole = { ...rest, limits: { ...rest.limits, ...switchedOff } };
    const pausing = { ...rest.rules, pausedBySuspension: ['report.feedback'] };
    const judged = (rules: object) => parseProfile({ ...whole, rules } as never);
    expect(judged(pausing)).toMatchObject({
      ok: false,
      problems: [{ path: ['rules', 'pausedBySuspension', 0] }],
    });
    expect(judged(rest.rules)).toMatchObject({ ok: true });
  });

  it('feedback comes after the conclusion, and its term with it', () => {
    const { NAMED, giveFeedback, findingsApproved, found } = complaint;
    expect(refusedBy(COMPLAINT, NAMED.with_handling_dept, giveFeedback())).toBe('conclusion_is_approved');
    const { effects, snapshot } = playFrom(
      COMPLAINT,
      NAMED.with_handling_dept,
      findingsApproved([found('untrue')]),
    );
    expect(effects).toContainEqual(startClock('report.feedback'));
    expect(refusedBy(COMPLAINT, snapshot, giveFeedback())).toBeNull();
  });
});

describe('T29: rules that change do not change under a case', () => {
  const limits = { ...CN_DEFAULT.limits };
  limits['report.verify'] = { ...limits['report.verify']!, amount: 5 };
  const changed = { ...CN_DEFAULT, version: '2', hash: 'f'.repeat(64), limits };

  it('a clock that runs keeps the term it was started with', () => {
    const rules = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };
    const at = morningOf('2025-06-09');
    const starting = { kind: 'start_clock', clock: 'report.verify' } as const;
    const before = applyClockEffect([], starting, at, rules, () => 'clock-1').clocks;
    const after = applyClockEffect(
      before,
      { kind: 'pause_clock', clock: 'report.verify' },
      at,
      { ...rules, profile: changed },
      () => 'clock-2',
    ).clocks;
    expect(after.map(({ ledger }) => ledger.limit.amount)).toEqual([60]);
  });

  it('what the kept rules say is never taken from newer ones; only what they are silent on is', () => {
    const { 'tol.apply': _apply, ...silent } = CN_DEFAULT.limits;
    const kept = completedProfile({ ...CN_DEFAULT, limits: silent }, changed);
    expect(kept.limits['report.verify']?.amount).toBe(60);
    expect(kept.limits['tol.apply']).toEqual(CN_DEFAULT.limits['tol.apply']);
    expect([kept.version, kept.hash]).toEqual([CN_DEFAULT.version, CN_DEFAULT.hash]);
  });

  it('a lighter rule of another version is chosen openly, with a reason, and never by the same version', () => {
    const choosing = (version: string) => ({
      profile: PROFILE.id,
      version,
      reason: 'The new rule is lighter.',
    });
    const decides = (version: string) => allegation.decide('sanction', { ruleVersion: choosing(version) });
    const reviewed = allegation.untilReviewed();
    expect(refusedBy(ALLEGATION, reviewed, decides(PROFILE.version))).toBe('rules_chosen_are_others');
    expect(refusedBy(ALLEGATION, reviewed, decides('lighter-1'))).toBeNull();
    const parse = (ruleVersion: object) =>
      ALLEGATION.events.DECIDE?.safeParse({ ...decides('lighter-1').data, ruleVersion }).success;
    expect(parse(choosing('lighter-1'))).toBe(true);
    expect(parse({ profile: PROFILE.id, version: 'lighter-1' })).toBe(false);
  });
});

describe('T32: a statechart that reads, waits, remembers names or acts twice', () => {
  const each = EVERY_VERSION.map((of) => [`${of.procedure.name}@${of.procedure.version}`, of] as const);

  it.each(each)('%s waits in no memory, and starts nothing', (_, { procedure }) => {
    const found: string[] = [];
    JSON.stringify(procedure.machine.config, (key, value: unknown) => {
      if (['after', 'invoke', 'delay', 'spawn'].includes(key)) found.push(key);
      return value;
    });
    expect(found).toEqual([]);
  });

  it.each(each)('%s answers from the event and the case alone: asked twice, it says the same', (_, of) => {
    for (const { event, from } of of.rows) {
      const asked = asCaseEvent(of.procedure, event);
      const once = step(of.procedure, from[0]!, asked);
      expect(throughJson(step(of.procedure, throughJson(from[0]!), asked))).toEqual(throughJson(once));
    }
  });

  it.each(each)('%s remembers nothing that JSON would lose', (_, of) => {
    for (const [, stored] of [...statesOf(of, false), ...statesOf(of, true)])
      expect(throughJson(stored)).toEqual(stored);
  });

  it('what a case remembers names no reporter, though the event did', () => {
    const { snapshot, effects, summary } = playFrom(COMPLAINT, complaint.AT.opening, complaint.submitNamed());
    const kept = JSON.stringify({ snapshot, effects, summary });
    expect(complaint.submitNamed().data).toMatchObject({ reporter: complaint.REPORTER });
    for (const word of Object.values(complaint.REPORTER)) expect(kept).not.toContain(word);
  });

  it('of several allegations each says which one it is when it tells the complaint', () => {
    const { effects } = playFrom(ALLEGATION, allegation.AT.findings_proposed, allegation.approveFindings());
    expect(effects).toContainEqual(
      expect.objectContaining({
        event: 'FINDINGS_APPROVED',
        data: { allegation: CASE, finding: 'untrue' },
      }),
    );
  });
});
