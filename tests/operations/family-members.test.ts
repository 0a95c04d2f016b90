/** What a guard is told of the other cases of a family: how each stands to its own, and whether it is suspended. */
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../db/queries/step-read.ts';
import { familyMembersOf } from '../../src/operations/family-members.ts';

const row = (id: string, standing = 'active') =>
  ({
    id,
    procedure: 'allegation',
    state: 'findings_approved',
    value: { flow: 'findings_approved', standing },
    is_open: true,
    summary: { finding: 'not_proven' },
  }) as unknown as CaseRow; // the columns that are read, and no others

describe('a member of the family', () => {
  const links = [{ child: 'b', parent: 'a', type: 'allegation_of' }];
  const seenBy = (self: string) =>
    familyMembersOf(self, [row('a'), row('b', 'suspended'), row('c')], links).map(
      ({ case: id, relation, isSuspended }) => [id, relation, isSuspended],
    );

  it('is itself, a direct link either way, or kin', () => {
    expect(seenBy('a').map(([id, relation]) => [id, relation])).toEqual([
      ['a', 'self'],
      ['b', 'child'],
      ['c', 'kin'],
    ]);
    expect(seenBy('b').map(([id, relation]) => [id, relation])).toEqual([
      ['a', 'parent'],
      ['b', 'self'],
      ['c', 'kin'],
    ]);
  });

  it('is said to be suspended while it is, so that its complaint stays open', () => {
    expect(seenBy('a').map(([id, , isSuspended]) => [id, isSuspended])).toEqual([
      ['a', undefined],
      ['b', true],
      ['c', undefined],
    ]);
  });
});
