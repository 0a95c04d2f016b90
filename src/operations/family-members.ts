/** The cases of a family as guards of one of them may know them. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { FamilyMember } from '../machines/procedure.ts';
import type { FamilyRead } from './plan-input.ts';

type Links = FamilyRead['links'];

/** How `other` stands to `self`: itself, a direct link either way, or anything else of the family. */
export function relationOf(links: Links, self: CaseId, other: CaseId): FamilyMember['relation'] {
  if (self === other) return 'self';
  if (links.some(({ child, parent }) => child === self && parent === other)) return 'parent';
  if (links.some(({ child, parent }) => parent === self && child === other)) return 'child';
  return 'kin';
}

export const familyMembersOf = (self: CaseId, rows: readonly CaseRow[], links: Links): FamilyMember[] =>
  rows.map((row) => ({
    case: row.id,
    procedure: row.procedure,
    state: row.state,
    isOpen: row.is_open,
    relation: relationOf(links, self, row.id),
    ...(row.value.standing === 'suspended' && { isSuspended: true as const }),
    summary: row.summary,
  }));
