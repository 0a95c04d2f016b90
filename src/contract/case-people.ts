/** What travels about the people of a case. */
import { z } from 'zod';
import { CASE_PARTS } from '../domain/case-parts.ts';
import { PersonId } from '../domain/vocabulary.ts';

export const CasePerson = z
  .strictObject({
    id: PersonId,
    name: z.string().nullable().meta({ description: 'Null where the directory has no name for them' }),
    parts: z.array(z.enum(CASE_PARTS)).min(1),
  })
  .meta({ id: 'CasePerson' });
export type CasePerson = z.infer<typeof CasePerson>;

export const CasePeople = z.strictObject({ items: z.array(CasePerson) }).meta({ id: 'CasePeople' });
