/** Ladders of alarms: what a profile may state, and which rung is which. */
import { describe, expect, it } from 'vitest';
import { LadderData, lowestRank, offsetOf, rungAt, type Ladder } from '../../src/domain/ladder.ts';
import { completedProfile } from '../../src/domain/profile.ts';
import { CN_DEFAULT } from './calendars.ts';

const days = (amount: number, unit = 'working_day') => ({ amount, unit });
const DUE = { code: 'due' };
const NEAR = { code: 'near', before: days(3) };
const LATE = { code: 'overdue_1', after: days(5), to: ['approver_head'] };
const problems = (raw: unknown) =>
  (LadderData.safeParse(raw).error?.issues ?? []).map(({ path, message }) => [...path, message].join(' '));

describe('a ladder', () => {
  it.each([
    ['the due instant alone', [DUE]],
    ['one before and one after', [NEAR, DUE, LATE]],
    [
      'several on each side, in order',
      [{ code: 'far', before: days(10) }, NEAR, DUE, LATE, { code: 'x', after: days(9) }],
    ],
  ])('may have %s', (_, raw) => {
    expect(problems(raw)).toEqual([]);
  });

  it.each([
    ['no rung for the due instant', [NEAR], 'has no rung `due`'],
    ['the same rung twice', [NEAR, DUE, { ...LATE, code: 'near' }], '2 code near is there twice'],
    ['a due instant that is moved', [{ code: 'due', after: days(1) }], 'is the due instant itself'],
    [
      'a due instant with readers of its own',
      [{ code: 'due', to: ['handler'] }],
      'is the due instant itself',
    ],
    ['a rung above without `before`', [{ code: 'near', after: days(3) }, DUE], 'stands before `due`'],
    ['a rung below without `after`', [DUE, { code: 'late' }], 'stands after `due`'],
    ['rungs before out of order', [NEAR, { code: 'nearer', before: days(3) }, DUE], 'not in order'],
    ['rungs after out of order', [DUE, LATE, { code: 'later', after: days(5) }], 'not in order'],
    [
      'units that cannot be compared',
      [DUE, LATE, { code: 'x', after: days(9, 'calendar_day') }],
      'that of the rung above',
    ],
    ['readers who cannot be told', [DUE, { ...LATE, to: ['system'] }], 'Invalid option'],
  ])('may not have %s', (_, raw, why) => {
    expect(problems(raw)).toEqual([expect.stringContaining(why)]);
  });

  it('knows its rungs by rank, the due instant being 0', () => {
    const ladder = LadderData.parse([NEAR, DUE, LATE]) as Ladder;
    expect(lowestRank(ladder)).toBe(-1);
    expect([-2, -1, 0, 1, 2].map((rank) => rungAt(ladder, rank)?.code)).toEqual([
      undefined,
      'near',
      'due',
      'overdue_1',
      undefined,
    ]);
    expect([-1, 0, 1].map((rank) => offsetOf(rungAt(ladder, rank)!)?.amount)).toEqual([-3, undefined, 5]);
  });
});

describe('the reference profile', () => {
  it('warns, marks, and then goes up twice', () => {
    const { ladder } = CN_DEFAULT.rules.escalate;
    expect(ladder.map(({ code }) => code)).toEqual(['near', 'due', 'overdue_1', 'overdue_2']);
    expect(ladder.at(-1)?.to).toEqual(['superior_body']);
  });

  it('lends its ladder to a stored profile from before there was one', () => {
    const { default: usual, clocks } = CN_DEFAULT.rules.escalate;
    const stored = { ...CN_DEFAULT, rules: { ...CN_DEFAULT.rules, escalate: { default: usual, clocks } } };
    const { escalate } = completedProfile(stored as never, CN_DEFAULT).rules;
    expect(escalate).toEqual(CN_DEFAULT.rules.escalate);
  });
});
