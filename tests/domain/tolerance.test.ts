/** How far tolerance may go (2.3): every rule over every rating and outcome, and nothing weighed against anything (T7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersEachOnce,
  brokenToleranceRule,
  determinationsLine,
  excludes,
  FACTOR_CODES,
  isTolerated,
  KEY_FACTORS,
  OUTCOME_CODES,
  outcomesOpenTo,
  pairsInLine,
  RATING_CODES,
  REPEATED_ERROR,
  type Appraisal,
  type Factor,
  type Rating,
  type ToleranceOutcome,
} from '../../src/domain/tolerance.ts';

const PAIR = { act: 'act-1', person: 'sam' };
const appraised = (
  ratings: Partial<Record<Factor, Rating>> = {},
  more: Partial<Appraisal> = {},
): Appraisal => ({
  ...PAIR,
  factors: FACTOR_CODES.map((factor) => ({
    factor,
    rating: ratings[factor] ?? 'supports',
    evidence: ['m1'],
  })),
  conditions: [{ code: 'lawful', holds: true }],
  exclusions: [{ code: 'private_gain', applies: false }],
  ...more,
});
const broken = (appraisal: Appraisal, outcome: ToleranceOutcome, minorMeasure?: 'talk_reminder') =>
  brokenToleranceRule(appraisal, { ...PAIR, outcome, minorMeasure });

describe('the outcomes an appraisal leaves open', () => {
  const ALL = [...OUTCOME_CODES];
  const NONE_BUT_REFUSAL = ['not_tolerated'];
  const WITH_SANCTION = ['not_tolerated', 'lighter', 'mitigated'];

  it.each<[string, Appraisal, readonly string[]]>([
    ['everything speaks for it', appraised(), ALL],
    [
      'everything is neutral',
      appraised(Object.fromEntries(FACTOR_CODES.map((code) => [code, 'neutral']))),
      ALL,
    ],
    ['one factor is unknown', appraised({ nature_degree: 'unknown' }), []],
    ['one factor was not rated', { ...appraised(), factors: appraised().factors.slice(1) }, []],
    ['one factor bars', appraised({ consequence_impact: 'bars' }), NONE_BUT_REFUSAL],
    [
      'a condition does not hold',
      appraised({}, { conditions: [{ code: 'lawful', holds: false }] }),
      NONE_BUT_REFUSAL,
    ],
    [
      'an exclusion applies',
      appraised({}, { exclusions: [{ code: 'collusion', applies: true }] }),
      NONE_BUT_REFUSAL,
    ],
    ['a minor factor speaks against', appraised({ nature_degree: 'against' }), WITH_SANCTION],
    ['a key factor speaks against', appraised({ motive_attitude: 'against' }), WITH_SANCTION],
    [
      'two factors speak against',
      appraised({ nature_degree: 'against', consequence_impact: 'against' }),
      WITH_SANCTION,
    ],
  ])('%s', (_, appraisal, open) => {
    expect(outcomesOpenTo(appraisal)).toEqual(open);
  });
});

describe('the rule that is named', () => {
  it.each<[string, Appraisal, ToleranceOutcome]>([
    ['nothing_is_unknown', appraised({ motive_attitude: 'unknown' }), 'not_tolerated'],
    ['a_bar_leaves_no_tolerance', appraised({ motive_attitude: 'bars' }), 'lighter'],
    [
      'an_exclusion_leaves_no_tolerance',
      appraised({}, { exclusions: [{ code: 'collusion', applies: true }] }),
      'lighter',
    ],
    ['all_conditions_hold', appraised({}, { conditions: [{ code: 'lawful', holds: false }] }), 'mitigated'],
    ['key_factors_are_not_against', appraised({ remedy_of_loss: 'against' }), 'exempted'],
    ['a_factor_against_leaves_a_sanction', appraised({ nature_degree: 'against' }), 'not_pursued'],
  ])('%s', (rule, appraisal, outcome) => {
    expect(broken(appraisal, outcome)).toBe(rule);
  });

  it('a minor measure goes with an outcome without sanction alone', () => {
    const goes = OUTCOME_CODES.filter((outcome) => broken(appraised(), outcome, 'talk_reminder') === null);
    expect(goes).toEqual(['exempted', 'not_pursued']);
    expect(broken(appraised(), 'lighter', 'talk_reminder')).toBe('minor_measure_goes_without_sanction');
  });

  it('is the first that is broken, where several are', () => {
    const hopeless = appraised(
      { motive_attitude: 'unknown', nature_degree: 'bars' },
      { conditions: [{ code: 'lawful', holds: false }] },
    );
    expect(broken(hopeless, 'exempted')).toBe('nothing_is_unknown');
  });
});

describe('an exclusion', () => {
  it('that applies excludes, and that does not, does not', () => {
    expect(excludes({ code: 'private_gain', applies: true })).toBe(true);
    expect(excludes({ code: 'private_gain', applies: false })).toBe(false);
  });

  it('gives way to force majeure where the same error was repeated, and nowhere else', () => {
    expect(excludes({ code: REPEATED_ERROR, applies: true, isForceMajeure: true })).toBe(false);
    expect(excludes({ code: REPEATED_ERROR, applies: true })).toBe(true);
    expect(excludes({ code: 'grave_harm', applies: true, isForceMajeure: true })).toBe(true);
  });
});

describe('properties', () => {
  const ratings = fc.record(
    Object.fromEntries(FACTOR_CODES.map((code) => [code, fc.constantFrom(...RATING_CODES)])) as Record<
      Factor,
      fc.Arbitrary<Rating>
    >,
  );
  const flags = fc.record({ holds: fc.boolean(), applies: fc.boolean() });
  const appraisals = fc.tuple(ratings, flags).map(([rated, { holds, applies }]) =>
    appraised(rated, {
      conditions: [{ code: 'lawful', holds }],
      exclusions: [{ code: 'private_gain', applies }],
    }),
  );

  it('no support, however much, buys off a bar, an exclusion or a condition', () => {
    fc.assert(
      fc.property(appraisals, (appraisal) => {
        const isLost =
          appraisal.factors.some(({ rating }) => rating === 'bars') ||
          appraisal.exclusions.some(excludes) ||
          appraisal.conditions.some(({ holds }) => !holds);
        if (isLost) expect(outcomesOpenTo(appraisal).some((outcome) => isTolerated({ outcome }))).toBe(false);
      }),
    );
  });

  it('a better rating never closes an outcome', () => {
    const better: Partial<Record<Rating, Rating>> = {
      bars: 'against',
      against: 'neutral',
      neutral: 'supports',
    };
    fc.assert(
      fc.property(appraisals, fc.constantFrom(...FACTOR_CODES), (appraisal, improved) => {
        const factors = appraisal.factors.map((one) =>
          one.factor === improved ? { ...one, rating: better[one.rating] ?? one.rating } : one,
        );
        expect(outcomesOpenTo({ ...appraisal, factors })).toEqual(
          expect.arrayContaining(outcomesOpenTo(appraisal)),
        );
      }),
    );
  });

  it('whatever is rated, tolerance may be refused once nothing is unknown', () => {
    fc.assert(
      fc.property(appraisals, (appraisal) => {
        const isUnknown = appraisal.factors.some(({ rating }) => rating === 'unknown');
        expect(outcomesOpenTo(appraisal).includes('not_tolerated')).toBe(!isUnknown);
      }),
    );
  });

  it('nobody goes without a sanction while a key factor is against them', () => {
    fc.assert(
      fc.property(appraisals, fc.constantFrom(...KEY_FACTORS), (appraisal, key) => {
        const factors = appraisal.factors.map((one) =>
          one.factor === key ? { ...one, rating: 'against' as const } : one,
        );
        const open = outcomesOpenTo({ ...appraisal, factors });
        expect(open.filter((outcome) => outcome === 'exempted' || outcome === 'not_pursued')).toEqual([]);
      }),
    );
  });

  it('determinations come back from their public line, whatever colons a person’s reference holds', () => {
    const pair = fc.record({
      act: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,9}$/),
      person: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,9}$/),
    });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 5 }), (pairs) => {
        const determined = pairs.map((one) => ({ ...one, outcome: 'lighter' as const }));
        expect(pairsInLine(determinationsLine(determined))).toEqual(pairs);
      }),
    );
  });
});

describe('answering a list', () => {
  it.each<[readonly string[], boolean]>([
    [['a', 'b'], true],
    [['b', 'a'], true],
    [['a'], false],
    [['a', 'a'], false],
    [['a', 'c'], false],
    [['a', 'b', 'c'], false],
  ])('with %j is complete: %s', (given, isComplete) => {
    expect(answersEachOnce(given, ['a', 'b'])).toBe(isComplete);
  });
});
