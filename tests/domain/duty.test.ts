/** Duties that one person may not combine (4.2), and the slots by which the database keeps the rule when two steps race. */
import { describe, expect, it } from 'vitest';
import { DUTIES, incompatibleWith, slotsOf, type Duty } from '../../src/domain/duty.ts';

const ALL = Object.keys(DUTIES) as Duty[];
const pairs = ALL.flatMap((one) => ALL.map((other) => [one, other] as const));

describe('incompatible duties', () => {
  it.each<[Duty, readonly Duty[]]>([
    ['received', ['handled', 'heard_appeal']],
    ['handled', ['received', 'approved', 'case_reviewed', 'decided', 'heard_appeal']],
    ['approved', ['handled', 'case_reviewed', 'heard_appeal']],
    ['case_reviewed', ['handled', 'approved', 'heard_appeal']],
    ['decided', ['handled', 'heard_appeal']],
    ['heard_appeal', ['received', 'handled', 'approved', 'case_reviewed', 'decided']],
  ])('whoever %s may not have: %j', (duty, others) => {
    expect(incompatibleWith(duty, ALL)).toEqual(others);
  });

  it('work both ways', () => {
    for (const [one, other] of pairs)
      expect(incompatibleWith(one, [other]).length).toBe(incompatibleWith(other, [one]).length);
  });

  it('never keep anybody from going on with what they do', () => {
    for (const duty of ALL) expect(incompatibleWith(duty, [duty])).toEqual([]);
  });
});

describe('slots', () => {
  it('are shared by two different duties exactly where nobody may have both', () => {
    for (const [one, other] of pairs.filter(([one, other]) => one !== other)) {
      const shared = slotsOf(one).filter((slot) => slotsOf(other).includes(slot));
      expect([one, other, shared.length]).toEqual([one, other, incompatibleWith(one, [other]).length]);
    }
  });

  it('are each named for their two duties', () => {
    expect(slotsOf('decided')).toEqual(['handled|decided', 'decided|heard_appeal']);
  });
});
