/** What travels about conflicts: findings on a candidate, declared relations, and who lost sight of a case. */
import { z } from 'zod';
import { CONFLICT_CODES, RELATION_CODES } from '../domain/conflict.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const At = z.iso.datetime();

export const ConflictList = z
  .strictObject({
    person: PersonId,
    isBarred: z.boolean().meta({ description: 'Whether the person can be put in charge or stand in' }),
    items: z.array(
      z.strictObject({
        kind: z
          .enum(CONFLICT_CODES)
          .meta({ description: '`other_matter` for whatever the asker may not know of' }),
        isBar: z.boolean().meta({ description: 'Keeps the person from any part; otherwise to be weighed' }),
        bars: z.array(z.string()).meta({ description: 'Duties it keeps the person from' }),
        case: CaseId.nullable().meta({ description: 'A case of the other family, where you may know of it' }),
        why: BothWords,
        basis: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ConflictList' });
export type ConflictList = z.infer<typeof ConflictList>;

export const DeclareRelationRequest = z
  .strictObject({ other: PersonId, kind: z.enum(RELATION_CODES) })
  .meta({ id: 'DeclareRelationRequest', examples: [{ other: 'p-subject', kind: 'in_law' }] });

export const RelationView = z
  .strictObject({
    id: z.uuid(),
    person: PersonId,
    other: PersonId,
    kind: z.enum(RELATION_CODES),
    label: BothWords,
    isBar: z.boolean().meta({ description: 'Whether such a relation keeps a person from any part' }),
    declaredBy: PersonId,
    declaredAt: At,
    endedAt: At.nullable(),
    basis: z.array(z.string()),
  })
  .meta({ id: 'Relation' });
export type RelationView = z.infer<typeof RelationView>;

export const RelationList = z.strictObject({ items: z.array(RelationView) }).meta({ id: 'RelationList' });

export const ShutOutList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        case: CaseId,
        at: At,
        by: z.string().meta({ description: 'Pseudonym of whose step it was' }),
        event: z.string().meta({ description: 'The event that named them' }),
        persons: z
          .array(PersonId)
          .meta({ description: 'Staff who are among the persons of the family since, and see it as such' }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ShutOutList' });
export type ShutOutList = z.infer<typeof ShutOutList>;
