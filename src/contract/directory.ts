/** What travels about the directory: units, people, and what a person who leaves leaves behind. */
import { z } from 'zod';
import { GivenDate, PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();

/** A name as people write it: one line, no control characters. */
export const DisplayName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u)
  .meta({ id: 'DisplayName', description: 'For display only; the journal never holds it' });

export const UnitView = z
  .strictObject({
    id: z.string().meta({ description: 'Code of the unit, as keys, grants and cases name it' }),
    name: z.string(),
    parentId: z.string().nullable().meta({ description: 'The unit above; null at the top' }),
    isBody: z.boolean().meta({
      description: 'Whether it handles cases of its own: staff of one body do not see those of another',
    }),
  })
  .meta({ id: 'Unit' });
export type UnitView = z.infer<typeof UnitView>;

export const UnitList = z.strictObject({ items: z.array(UnitView) }).meta({ id: 'UnitList' });

export const PutUnitRequest = z
  .strictObject({
    name: DisplayName,
    parentId: z.string().max(64).nullable().default(null),
    isBody: z.boolean().default(false),
  })
  .meta({
    id: 'PutUnitRequest',
    examples: [{ name: '第一监督检查室', parentId: 'commission', isBody: false }],
  });

export const PersonView = z
  .strictObject({
    id: PersonId,
    name: z.string().nullable().meta({ description: 'null once erased' }),
    pseudonym: z.string().meta({ description: 'What the journal knows the person by' }),
    leftAt: Instant.nullable().meta({ description: 'Since when nothing of theirs opens anything' }),
    roles: z
      .array(z.strictObject({ role: z.string(), unit: z.string().nullable() }))
      .meta({ description: 'What the person holds now, by keys, clients and grants' }),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;

export const PersonList = z
  .strictObject({ items: z.array(PersonView), nextCursor: z.string().nullable() })
  .meta({ id: 'PersonList' });

export const PutPersonRequest = z
  .strictObject({ name: DisplayName })
  .meta({ id: 'PutPersonRequest', examples: [{ name: '王某' }] });

export const LeaveRequest = z
  .strictObject({
    on: GivenDate.optional().meta({ description: 'The last day; today when absent, never a day to come' }),
  })
  .meta({ id: 'LeaveRequest', examples: [{}] });

const Count = z.int().nonnegative();

export const Departure = z
  .strictObject({
    person: PersonId,
    leftAt: Instant,
    ended: z
      .strictObject({
        keys: Count,
        accounts: Count,
        sessions: Count,
        clients: Count,
        grants: Count,
        substitutions: Count,
      })
      .meta({ description: 'What ended with it; substitutions are those of others for this person' }),
    openCases: z
      .array(z.strictObject({ procedure: z.string(), count: Count }))
      .meta({ description: 'Open cases assigned to the person: how many of each procedure, and no more' }),
  })
  .meta({ id: 'Departure' });
export type Departure = z.infer<typeof Departure>;
