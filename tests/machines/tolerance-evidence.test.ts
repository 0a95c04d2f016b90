/** What other families hold about persons under review: remembered by itself, evidence and never immunity (1.3.1, 3, T30). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { ToleranceContext } from '../../src/machines/tolerance-review-events.ts';
import { SUBJECT } from './people.ts';
import { CASE, OTHER_CASE, playFrom, refusedBy, type Played } from './play.ts';
import * as act from './tolerance-acts.ts';
import { ACT, appraisal, AT, determination, filing, from, TOLERANCE } from './tolerance-acts.ts';
import { counted, filed, knowing, proposeOne, setAside } from './tolerance-evidence-refusals.ts';

const contextOf = ({ context }: StoredSnapshot) => context as ToleranceContext;
const after = (stored: StoredSnapshot, event: Played) =>
  contextOf(playFrom(TOLERANCE, stored, event).snapshot);
const onProcedure = ({ appraisals }: ToleranceContext, at = 0) =>
  appraisals[at]?.factors.find(({ factor }) => factor === 'procedure_method');

const REMEMBERED = {
  case: OTHER_CASE,
  person: SUBJECT.person,
  act: ACT.act,
  state: 'accepted',
  conditions: ['minutes_kept', 'permit_follows'],
  conditionsKept: ['minutes_kept'],
  validUntil: '2025-12-31',
  coversAct: true,
};

describe('a filing made before the act', () => {
  it.each([
    ['accountability', act.openAccountability()],
    ['ex officio', act.openExOfficio()],
    ['an application', act.applyFor()],
  ])('is found when a review opens: %s', (_, opening) => {
    expect(after(AT.opening, knowing(opening, filed())).filings).toEqual([REMEMBERED]);
  });

  it('is found by itself, and looked up anew for the proposal', () => {
    const relying = proposeOne({ filings: [filing({})] });
    expect(contextOf(AT.consulted).filings).toEqual([]);
    expect(after(AT.consulted, knowing(relying, filed({ state: 'lapsed' }))).filings).toEqual([
      { ...REMEMBERED, state: 'lapsed' },
    ]);
  });

  it.each(['filed', 'screened', 'checked', 'returned', 'refused', 'withdrawn'])(
    'that was never accepted is none: %s',
    (state) => {
      const unaccepted = filed({ state, summary: { ...filed().summary, isAccepted: false } });
      expect(after(AT.consulted, knowing(act.propose(), unaccepted)).filings).toEqual([]);
    },
  );

  it('is evidence on procedure whatever the handler typed, once, and on no other factor', () => {
    const typed = proposeOne({ filings: [filing({})] });
    const context = after(AT.consulted, knowing(typed, filed()));
    expect(onProcedure(context)?.evidence).toEqual(['m1', `filing:${OTHER_CASE}`]);
    const others = context.appraisals[0]!.factors.filter(({ factor }) => factor !== 'procedure_method');
    expect(others.flatMap(({ evidence }) => evidence)).toEqual(['m1', 'm1', 'm1', 'm1', 'm1']);
  });

  it('is evidence too where it was breached, and set aside', () => {
    const aside = proposeOne({ filingsSetAside: [setAside('condition_broken')] });
    const context = after(AT.consulted, knowing(aside, filed({ state: 'breached' })));
    expect(onProcedure(context)?.evidence).toContain(`filing:${OTHER_CASE}`);
    expect(context.appraisals[0]?.filingsSetAside).toEqual([
      { filing: OTHER_CASE, reason: 'condition_broken' },
    ]);
  });

  it('on one act under review says nothing of another, but one whose act nobody recognises is shown', () => {
    const both = act.propose({ ...appraisal(), filings: [filing({})] }, appraisal({ ...ACT, act: 'act-2' }));
    const known = after(act.twoActs(), knowing(both, filed()));
    expect([0, 1].map((at) => onProcedure(known, at)?.evidence.length)).toEqual([2, 1]);
    const unknown = filed({ summary: { ...filed().summary, act: 'wall-repair' } });
    const shown = after(AT.consulted, knowing(act.propose(), unknown));
    expect(shown.filings[0]).toMatchObject({ coversAct: false });
    expect(onProcedure(shown)?.evidence).toContain(`filing:${OTHER_CASE}`);
  });

  it.each(['supports', 'neutral', 'against'] as const)('leaves the rating as it was given: %s', (rating) => {
    const given = proposeOne({ filings: [filing({})] }, { ratings: { procedure_method: rating } });
    expect(onProcedure(after(AT.consulted, knowing(given, filed())))?.rating).toBe(rating);
  });

  it('is no immunity: what bars tolerance bars it still', () => {
    const barred = proposeOne({ filings: [filing({})] }, { excluded: 'private_gain' });
    const proposed = from(AT.consulted, knowing(barred, filed()));
    expect(refusedBy(TOLERANCE, proposed, act.decide())).toBe('an_exclusion_leaves_no_tolerance');
    expect(refusedBy(TOLERANCE, proposed, act.decide([determination('not_tolerated')]))).toBeNull();
  });

  it('takes no evidence off the handler: the rating rests on what was looked at', () => {
    const bare = act.propose({ ...act.unproven('supports'), filings: [filing({})] });
    expect(refusedBy(TOLERANCE, AT.consulted, knowing(bare, filed()))).toBe('rests_on_evidence');
  });

  it('that the decision relies on learns of it, and the review hangs on it', () => {
    const proposed = from(AT.consulted, knowing(proposeOne({ filings: [filing({})] }), filed()));
    const { effects } = playFrom(TOLERANCE, proposed, act.decide());
    expect(effects.filter(({ kind }) => kind === 'send_event')).toContainEqual({
      kind: 'send_event',
      to: { case: OTHER_CASE },
      event: 'RELIED_ON',
      data: { review: CASE },
      ifAccepted: true,
      link: 'relies_on',
    });
  });

  it('that was set aside hears nothing', () => {
    const proposed = from(AT.consulted, knowing(proposeOne({ filingsSetAside: [setAside()] }), filed()));
    const { effects } = playFrom(TOLERANCE, proposed, act.decide());
    expect(JSON.stringify(effects)).not.toContain('RELIED_ON');
  });
});

describe('kinds of sham performance that a periodic review counts', () => {
  it('are remembered about the persons under review, and judge nobody', () => {
    const event = knowing(
      act.propose(),
      counted('sham_slow sham_lazy no_such'),
      counted('sham_blind', { person: 'sten' }),
      counted(''),
    );
    expect(after(AT.consulted, event).signals).toEqual([
      { case: counted('').case, person: SUBJECT.person, codes: ['sham_lazy', 'sham_slow'] },
    ]);
    expect(refusedBy(TOLERANCE, from(AT.consulted, event), act.decide())).toBeNull();
  });
});

describe('a review from before anything was looked up elsewhere', () => {
  it('is replayed as it was decided', () => {
    const context = after(AT.consulted, proposeOne({ filings: [filing({})] }));
    expect(context).toMatchObject({ filings: [], signals: [] });
    expect(onProcedure(context)?.evidence).toEqual(['m1']);
  });
});
