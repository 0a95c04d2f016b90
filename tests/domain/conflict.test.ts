/** What stands between a person and a part in a family: what bars, what is weighed, and what must not be told apart. */
import { describe, expect, it } from 'vitest';
import {
  conflictsOf,
  isBarred,
  RELATION_CODES,
  type ConflictFacts,
  type KnownRelation,
} from '../../src/domain/conflict.ts';

const NOTHING: ConflictFacts = {
  isNamed: false,
  isReporter: false,
  recusal: 'none',
  duties: [],
  sharesUnit: false,
  relations: [],
  elsewhere: [],
};
const CASE = '01890000-0000-7000-8000-000000000001';
const spouse: KnownRelation = { kind: 'spouse', isToReporter: false, isConfirmed: true };
const found = (facts: Partial<ConflictFacts>) => conflictsOf({ ...NOTHING, ...facts });
const kinds = (facts: Partial<ConflictFacts>) => found(facts).map(({ kind, isBar }) => [kind, isBar]);

describe('a candidate', () => {
  it('of whom nothing is known has no conflict', () => {
    expect(found({})).toEqual([]);
    expect(isBarred(NOTHING)).toBe(false);
  });

  it.each<[string, Partial<ConflictFacts>, string]>([
    ['who is among the persons of the family', { isNamed: true }, 'named'],
    ['whose recusal is asked for', { recusal: 'requested' }, 'recusal_requested'],
    ['whose recusal was granted', { recusal: 'granted' }, 'recusal_granted'],
    ['who is close to a person of the family', { relations: [spouse] }, 'declared_relation'],
    ['who reported it', { isReporter: true }, 'other_matter'],
    ['who is close to who reported it', { relations: [{ ...spouse, isToReporter: true }] }, 'other_matter'],
    ['who took part in a family nobody may know of', { elsewhere: [null] }, 'other_matter'],
  ])('%s is barred', (_, facts, kind) => {
    expect(kinds(facts)).toEqual([[kind, true]]);
    expect(isBarred({ ...NOTHING, ...facts })).toBe(true);
  });

  it.each<[string, Partial<ConflictFacts>, string]>([
    ['of the unit of a person of the family', { sharesUnit: true }, 'same_unit'],
    ['who took part in another matter of the same person', { elsewhere: [CASE] }, 'part_elsewhere'],
    [
      'of whom a person of the family alone says they are close',
      { relations: [{ ...spouse, isConfirmed: false }] },
      'declared_relation',
    ],
    ['with a duty that rules out others', { duties: ['handled'] }, 'incompatible_duty'],
  ])('%s is told and not barred', (_, facts, kind) => {
    expect(kinds(facts)).toEqual([[kind, false]]);
    expect(isBarred({ ...NOTHING, ...facts })).toBe(false);
  });

  it('is barred by close relations and by a stake, and not by having been a colleague', () => {
    const barring = RELATION_CODES.filter((kind) =>
      isBarred({ ...NOTHING, relations: [{ ...spouse, kind }] }),
    );
    expect(barring).toEqual(['spouse', 'direct_blood', 'collateral_three_generations', 'in_law', 'stake']);
  });

  it('is told which duties the one they have rules out', () => {
    expect(found({ duties: ['handled'] })[0]?.bars).toEqual([
      'received',
      'approved',
      'case_reviewed',
      'decided',
      'heard_appeal',
    ]);
    expect(found({ duties: [] })).toEqual([]);
  });
});

it('having reported, being close to who did, and a hidden family look the same', () => {
  const hidden = [
    { isReporter: true },
    { relations: [{ ...spouse, isToReporter: true }] },
    { elsewhere: [null] },
    { elsewhere: [null, null], isReporter: true },
  ].map(found);
  for (const other of hidden) expect(other).toEqual(hidden[0]);
});

it('bars come first, and a case of another family is named', () => {
  expect(found({ sharesUnit: true, elsewhere: [CASE], isNamed: true })).toEqual([
    { kind: 'named', isBar: true, bars: [], case: null },
    { kind: 'same_unit', isBar: false, bars: [], case: null },
    { kind: 'part_elsewhere', isBar: false, bars: [], case: CASE },
  ]);
});
