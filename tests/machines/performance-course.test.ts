/** How a performance review runs: no code speaks before a second look, nothing is added up, and what a lead brings (T30). */
import { describe, expect, it } from 'vitest';
import { SHAM_CODES } from '../../src/domain/tolerance.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { concernedIn } from '../../src/machines/generic-guards.ts';
import { liesIn } from '../../src/machines/performance-review-events.ts';
import * as act from './performance-acts.ts';
import { AT, PERFORMANCE, PERSONNEL } from './performance-acts.ts';
import { having, SUBJECT, SUPERVISOR } from './people.ts';
import { CASE, deeds, playFrom, PROFILE, refusedBy } from './play.ts';

const summary = ({ context }: StoredSnapshot) => PERFORMANCE.summary(context);
const after = (stored: StoredSnapshot, ...events: Parameters<typeof playFrom>[2][]) =>
  playFrom(PERFORMANCE, stored, ...events).snapshot;

describe('a code on a signal', () => {
  it('speaks for nothing before a second person let it count', () => {
    expect(summary(act.waiting())).toMatchObject({ countedCodes: '', sources: '', waiting: 1 });
    expect(summary(after(act.waiting(), act.review('s0')))).toMatchObject({
      countedCodes: 'sham_slow',
      sources: 'appraisal',
      waiting: 0,
    });
  });

  it('is gone where the second person does not let it count, or dismisses it later', () => {
    const none = { countedCodes: '', sources: '', waiting: 0 };
    expect(summary(after(act.waiting(), act.review('s0', false)))).toMatchObject(none);
    expect(summary(after(act.oneCounts, act.dismiss('s0')))).toMatchObject(none);
  });

  it('is kept beside what was seen, and judged by the one of the six it stands for', () => {
    const listed = PROFILE.lists.sham_kinds.map(({ code }) => {
      const stored = after(AT.collecting, act.signal('s1', { kind: code }), act.review('s1'));
      return summary(stored).countedCodes;
    });
    expect(listed).toEqual([...SHAM_CODES]);
  });

  it('is that of the six to which a kind of the body is mapped, or none', () => {
    const own = (mapsTo?: string) => ({
      ...PROFILE,
      lists: {
        ...PROFILE.lists,
        sham_kinds: [{ code: 'waits_for_orders', zh: '等靠要', en: 'Waits', mapsTo, basis: ['D'] }],
      },
    });
    const codes = (mapsTo?: string) =>
      summary(
        after(
          AT.collecting,
          { ...act.signal('s1', { kind: 'waits_for_orders' }), profile: own(mapsTo) },
          act.review('s1'),
        ),
      ).countedCodes;
    expect(codes('sham_lazy')).toBe('sham_lazy');
    expect(codes()).toBe('');
  });

  it('may be missing: what was seen counts as a signal all the same', () => {
    const stored = after(AT.collecting, act.signal('s1', { kind: undefined }), act.review('s1'));
    expect(summary(stored)).toMatchObject({ countedCodes: '', sources: 'appraisal' });
  });
});

describe('what the review says to others', () => {
  it('is each code once, however many signals carry it, and no total', () => {
    const { countedCodes, sources, ...rest } = summary(act.counted('audit', 'audit', 'petition'));
    expect({ countedCodes, sources }).toEqual({ countedCodes: 'sham_slow', sources: 'audit petition' });
    expect(rest).toEqual({ subject: SUBJECT.person, period: '2025-Q2', waiting: 0, result: null });
  });

  it('is found by the person it is about', () => {
    expect(concernedIn(AT.collecting.context)).toEqual([SUBJECT.person]);
  });
});

describe('who looks', () => {
  it('has not recorded a signal of the person, and whoever looked records none', () => {
    const recorder = having(SUPERVISOR, 'handled');
    expect(refusedBy(PERFORMANCE, act.waiting(), act.review('s0', true, { by: recorder }))).toBe(
      'keeps_duties_apart',
    );
    const reviewer = having(PERSONNEL, 'case_reviewed');
    expect(refusedBy(PERFORMANCE, AT.collecting, { ...act.signal('s1'), by: reviewer })).toBe(
      'keeps_duties_apart',
    );
  });

  it('counts those who took part in recording as recorders', () => {
    const together = { ...act.signal('s1', { participants: [SUPERVISOR.person] }), with: [SUPERVISOR] };
    const stored = after(AT.collecting, together);
    expect(refusedBy(PERFORMANCE, stored, act.review('s1'))).toBe('is_reviewed_by_another');
  });

  it('has a clock for each signal', () => {
    const recorded = playFrom(PERFORMANCE, act.waiting(), act.signal('s1'));
    expect(deeds(recorded.effects)).toEqual(['start perf.review of s1']);
    const looked = playFrom(PERFORMANCE, recorded.snapshot, act.review('s0'));
    expect(deeds(looked.effects)).toEqual(['stop perf.review of s0']);
  });
});

describe('the conclusion', () => {
  it('is not for one person, and not for who recorded a signal', () => {
    const { participants: _nobody, ...alone } = { ...act.conclude().data };
    expect(refusedBy(PERFORMANCE, AT.collecting, { ...act.conclude(), data: alone })).toBe(
      'has_enough_people',
    );
    const by = having(PERSONNEL, 'handled');
    expect(refusedBy(PERFORMANCE, AT.collecting, { ...act.conclude(), by })).toBe('keeps_duties_apart');
  });

  it('opens a complaint that is handled like any other, where a lead is raised', () => {
    const { effects } = playFrom(PERFORMANCE, act.twoSources, act.decide());
    expect(effects).toContainEqual({
      kind: 'open_case',
      procedure: 'complaint',
      event: 'REFERRED',
      link: 'arises_from',
      data: { subject: SUBJECT.person, origin: 'performance_review', from: CASE },
    });
  });

  it('opens nothing and runs no period where an adjustment of post is proposed', () => {
    const { effects } = playFrom(PERFORMANCE, act.twoSources, act.decide('adjustment'));
    expect(effects.filter(({ kind }) => kind === 'open_case' || kind === 'start_clock')).toEqual([]);
  });

  it('loses its ground where a signal is dismissed', () => {
    const stored = after(act.twoSources, act.dismiss('s1'));
    expect(refusedBy(PERFORMANCE, stored, act.decide())).toBe('rests_on_several_sources');
  });

  it('says what it came to', () => {
    const results = Object.values(AT).map((stored) => summary(stored).result);
    expect(results).toEqual([null, null, 'no_lead', 'accountability_lead', 'adjustment']);
    expect(summary(after(act.oneCounts, act.conclude('talk'))).result).toBe('talk');
  });
});

describe('a period', () => {
  it.each([
    ['2025', '2025-12-31', true],
    ['2025', '2026-01-01', false],
    ['2025-H1', '2025-06-30', true],
    ['2025-H1', '2025-07-01', false],
    ['2025-H2', '2025-07-01', true],
    ['2025-Q2', '2025-04-01', true],
    ['2025-Q2', '2025-06-30', true],
    ['2025-Q2', '2025-03-31', false],
    ['2025-Q2', '2025-07-01', false],
    ['2025-Q2', '2024-05-01', false],
  ])('%s and %s: %s', (period, day, isIn) => {
    expect(liesIn(period, day)).toBe(isIn);
  });

  it.each(['2025-Q5', '2025-06', '25-Q1', 'Q2'])('is not written %s', (period) => {
    const schema = PERFORMANCE.events.OPEN!;
    expect(schema.safeParse({ subject: 'sam', period }).success).toBe(false);
  });
});
