/**
 * Traps about tolerance: what it is not, when it is looked at, how it is judged, for whom, and what a word for sham
 * performance may do in it (T4, T5, T7, T18, T30).
 */
import { describe, expect, it } from 'vitest';
import {
  brokenToleranceRule,
  FACTOR_CODES,
  outcomesOpenTo,
  type Appraisal,
  type Factor,
  type Rating,
} from '../../src/domain/tolerance.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION, toleranceReview, untilReviewed } from '../machines/allegation-acts.ts';
import * as performance from '../machines/performance-acts.ts';
import { BOARD, SUPERVISOR, votes } from '../machines/people.ts';
import { deeds, playFrom, refusedBy } from '../machines/play.ts';
import * as act from '../machines/tolerance-acts.ts';
import { ACT, appraisal, AT, determination, from, TOLERANCE } from '../machines/tolerance-acts.ts';

describe('T4: tolerance is not innocence', () => {
  const ends = {
    exempt: ['decided_exempt', 'paper exemption_decision > subject, subject_unit'],
    no_sanction: ['decided_no_sanction', 'paper no_sanction_decision > subject, subject_unit'],
    dismiss: ['case_dismissed', 'paper dismissal_decision > subject, subject_unit'],
  } as const;

  it.each(Object.entries(ends))(
    '%s is an end of its own, with a paper of its own',
    (decision, [end, own]) => {
      const { state, effects } = playFrom(ALLEGATION, untilReviewed(), allegation.decide(decision));
      expect(state).toBe(end);
      const papers = deeds(effects).filter((deed) => Object.values(ends).some(([, paper]) => paper === deed));
      expect(papers).toEqual([own]);
    },
  );

  it('what was exempted is not dismissed, and what was not pursued is not exempted', () => {
    const follows = (toleranceResult: string, decision: string) =>
      refusedBy(
        ALLEGATION,
        untilReviewed(),
        allegation.decide(decision, { toleranceResult }, [toleranceReview(toleranceResult)]),
      );
    for (const decision of ['sanction', 'no_sanction', 'dismiss'])
      expect(follows('exempted', decision)).toBe('decision_follows_tolerance');
    for (const decision of ['sanction', 'exempt', 'dismiss'])
      expect(follows('not_pursued', decision)).toBe('decision_follows_tolerance');
    expect([follows('exempted', 'exempt'), follows('not_pursued', 'no_sanction')]).toEqual([null, null]);
  });

  it('it always carries correction: demanded in the decision, owed by act, and served before the file closes', () => {
    const undemanded = act.decide(undefined, { rectificationDemanded: false });
    expect(refusedBy(TOLERANCE, AT.proposed, undemanded)).toBe('demands_rectification');
    const determined = playFrom(TOLERANCE, AT.proposed, act.decide()).snapshot;
    expect(determined.context.obligations).toContainEqual(
      expect.objectContaining({ code: 'rectification', ...ACT }),
    );
    const delivered = from(determined, act.deliver());
    expect(refusedBy(TOLERANCE, delivered, act.record())).toBe('rectification_was_served');
    expect(refusedBy(TOLERANCE, from(delivered, act.rectificationOpened()), act.record())).toBeNull();
  });
});

describe('T5: tolerance runs inside accountability, not after it', () => {
  it('filing a case owes the look at once, and the body looks without being asked', () => {
    const { snapshot } = playFrom(ALLEGATION, allegation.untilApproved('true'), allegation.fileCase());
    expect(snapshot.context.obligations.map(({ code }) => code)).toEqual(['tolerance_review_offer']);
    expect(playFrom(TOLERANCE, AT.opening, act.openExOfficio()).state).toBe('accepted');
  });

  it('liability waits for a review that is open, and states its result', () => {
    const open = allegation.decide('sanction', {}, [toleranceReview(null)]);
    expect(refusedBy(ALLEGATION, untilReviewed(), open)).toBe('tolerance_is_determined');
    const lighter = [toleranceReview('lighter')];
    const silent = allegation.decide('sanction', {}, lighter);
    expect(refusedBy(ALLEGATION, untilReviewed(), silent)).toBe('liability_states_tolerance');
    const stating = allegation.decide('sanction', { toleranceResult: 'lighter' }, lighter);
    expect(refusedBy(ALLEGATION, untilReviewed(), stating)).toBeNull();
  });

  it('a decision without a review says that tolerance was considered', () => {
    const silent = allegation.decide('sanction', { isToleranceConsidered: false });
    expect(refusedBy(ALLEGATION, untilReviewed(), silent)).toBe('tolerance_was_considered');
    expect(refusedBy(ALLEGATION, untilReviewed(), allegation.decide('sanction'))).toBeNull();
  });
});

describe('T7: six factors are no score', () => {
  const appraised = (ratings: Partial<Record<Factor, Rating>>, more: Partial<Appraisal> = {}): Appraisal => ({
    ...ACT,
    factors: FACTOR_CODES.map((factor) => ({
      factor,
      rating: ratings[factor] ?? 'supports',
      evidence: ['m1'],
    })),
    conditions: [{ code: 'lawful', holds: true }],
    exclusions: [{ code: 'private_gain', applies: false }],
    ...more,
  });
  const notPursued = { ...ACT, outcome: 'not_pursued' } as const;

  it('five factors in favour do not buy off private gain', () => {
    expect(outcomesOpenTo(appraised({}))).toContain('not_pursued');
    expect(outcomesOpenTo(appraised({ motive_attitude: 'bars' }))).toEqual(['not_tolerated']);
    const gain = appraised({}, { exclusions: [{ code: 'private_gain', applies: true }] });
    expect(outcomesOpenTo(gain)).toEqual(['not_tolerated']);
    expect(brokenToleranceRule(gain, notPursued)).toBe('an_exclusion_leaves_no_tolerance');
  });

  it('the conditions must all hold, and what is unknown is not taken as a middling mark', () => {
    const oneFails = appraised({}, { conditions: [{ code: 'lawful', holds: false }] });
    expect(brokenToleranceRule(oneFails, notPursued)).toBe('all_conditions_hold');
    expect(outcomesOpenTo(appraised({ consequence_impact: 'unknown' }))).toEqual([]);
  });

  it('there is no place to write a number', () => {
    const proposal = (more: object) =>
      TOLERANCE.events.PROPOSE?.safeParse({ appraisals: [{ ...appraisal(), ...more }] }).success;
    expect([proposal({}), proposal({ score: 95 })]).toEqual([true, false]);
  });
});

describe('T18: what a body did together is judged person by person', () => {
  const WARNED = { act: 'act-1', person: 'wanda' };
  const both = from(
    AT.opening,
    act.openExOfficio({ persons: [WARNED.person] }),
    act.verify(),
    act.hear({ heard: [ACT.person, WARNED.person] }),
    act.submitReport(),
    act.consult(),
    act.propose(appraisal(), appraisal(WARNED)),
  );
  const outcomes = ({ context }: StoredSnapshot) => TOLERANCE.summary(context).determinations;

  it('whose dissent is on record gets another outcome than who pushed it through', () => {
    const { snapshot } = playFrom(
      TOLERANCE,
      both,
      act.decide([determination('mitigated'), determination('not_pursued', WARNED)]),
    );
    expect(outcomes(snapshot)).toBe('act-1:sam:mitigated; act-1:wanda:not_pursued');
  });

  it('one outcome for all of them is refused', () => {
    const forAll = act.decide([determination('mitigated')]);
    expect(refusedBy(TOLERANCE, both, forAll)).toBe('determines_each_proposed_pair');
  });

  it('who did not vote for the determination stands in its record', () => {
    const members = votes(BOARD, BOARD.slice(2));
    const { snapshot } = playFrom(TOLERANCE, AT.proposed, act.decide(undefined, { members }));
    expect(snapshot.context).toMatchObject({ minority: [BOARD[2]!.person] });
  });
});

describe('T30: a sham code is no verdict, and nobody who took a risk is labelled by it', () => {
  const { PERFORMANCE } = performance;

  it('a code counts after a second person looked, who is not the one who recorded it', () => {
    const alone = performance.review('s0', true, {
      by: { ...SUPERVISOR, person: performance.PERSONNEL.person },
    });
    expect(refusedBy(PERFORMANCE, performance.waiting(), alone)).toBe('is_reviewed_by_another');
    expect(refusedBy(PERFORMANCE, performance.waiting(), performance.review('s0'))).toBeNull();
  });

  it('a risk that was filed before is not turned against who took it without saying that it is not about that', () => {
    const onFiledRisk = (data: object) =>
      performance.signal('s1', { act: 'flood-wall', ...data }, [performance.filing()]);
    expect(refusedBy(PERFORMANCE, performance.AT.collecting, onFiledRisk({}))).toBe(
      'a_filed_risk_is_not_labelled',
    );
    const stated = onFiledRisk({ isNotAboutGenuineRisk: true });
    expect(refusedBy(PERFORMANCE, performance.AT.collecting, stated)).toBeNull();
  });

  it('one source raises no lead; several do, as a lead and never as a sanction', () => {
    expect(refusedBy(PERFORMANCE, performance.oneCounts, performance.decide())).toBe(
      'rests_on_several_sources',
    );
    const { effects } = playFrom(PERFORMANCE, performance.twoSources, performance.decide());
    expect(deeds(effects)).toContain('open complaint REFERRED');
    expect(deeds(effects).join()).not.toMatch(/return_to_service|sanction_decision/);
  });

  it('in a tolerance review a code needs its second reviewer, and leaves the outcome to the conditions', () => {
    const labelled = {
      ...appraisal(ACT, { ratings: { motive_attitude: 'neutral' } }),
      shamCodes: ['sham_slack'],
    };
    expect(refusedBy(TOLERANCE, AT.consulted, act.propose(labelled))).toBe('sham_code_has_a_second_reviewer');
    const seenByTwo = act.verify();
    const together = { ...act.propose(labelled), with: seenByTwo.with ?? [] };
    const proposal = { ...together, data: { ...together.data, participants: seenByTwo.data?.participants } };
    const proposed = playFrom(TOLERANCE, AT.consulted, proposal).snapshot;
    expect(refusedBy(TOLERANCE, proposed, act.decide())).toBeNull();
  });

  it('how often a code was seen is nobody’s measure: seen twice it weighs as seen once', () => {
    const summaryOf = ({ context }: StoredSnapshot) => PERFORMANCE.summary(context);
    const once = performance.counted('appraisal');
    const twice = performance.counted('appraisal', 'appraisal');
    expect(summaryOf(twice)).toEqual(summaryOf(once));
    expect(refusedBy(PERFORMANCE, twice, performance.decide())).toBe('rests_on_several_sources');
  });
});
