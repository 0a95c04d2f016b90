/** What travels when somebody fills in a form: whom and what they may pick, and an official the directory does not know. */
import { z } from 'zod';
import { PersonId } from '../domain/vocabulary.ts';
import { DisplayName } from './directory.ts';

export const LOOKUP_KINDS = ['colleague', 'official'] as const;

export const FoundPerson = z
  .strictObject({
    id: PersonId,
    name: z.string().nullable(),
    unit: z.string().nullable().meta({ description: 'Code of the unit of a colleague' }),
    workplace: z.string().nullable().meta({ description: 'Where an official works, in words' }),
    post: z.string().nullable(),
    roles: z.array(z.string()).meta({ description: 'What a colleague holds now; empty for an official' }),
    knownCases: z.int().nonnegative().max(100).nullable().meta({
      description: 'Complaints about an official that you may know of, 100 at most; null for a colleague',
    }),
  })
  .meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof FoundPerson>;

export const FoundPeople = z.strictObject({ items: z.array(FoundPerson) }).meta({ id: 'FoundPeople' });

export const FoundUnits = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        parentId: z.string().nullable(),
        isBody: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'FoundUnits' });
export type FoundUnits = z.infer<typeof FoundUnits>;

export const RegisterPersonRequest = z
  .strictObject({
    name: DisplayName,
    workplace: DisplayName.optional(),
    post: DisplayName.optional(),
    isSomebodyElse: z
      .boolean()
      .default(false)
      .meta({ description: 'You have seen whom the directory knows by this name, and it is none of them' }),
  })
  .meta({ id: 'RegisterPersonRequest', examples: [{ name: '王某', workplace: '某镇水务站', post: '站长' }] });
export type RegisterPersonRequest = z.infer<typeof RegisterPersonRequest>;

export const RegisteredPerson = z
  .strictObject({
    id: PersonId,
    name: z.string(),
    workplace: z.string().nullable(),
    post: z.string().nullable(),
  })
  .meta({ id: 'RegisteredPerson' });
export type RegisteredPerson = z.infer<typeof RegisteredPerson>;
