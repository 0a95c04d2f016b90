/** What travels about interference with a case, as reported by whoever met it. */
import { z } from 'zod';
import { INTERFERENCE_CODES } from '../domain/interference.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

export const ReportInterferenceRequest = z
  .strictObject({
    kind: z.enum(INTERFERENCE_CODES),
    by: z
      .union([
        z.strictObject({ person: PersonId }),
        z.strictObject({ description: z.string().trim().min(1).max(500) }),
      ])
      .meta({ description: 'Who it was: a person of the directory, or words, which are sealed' }),
    concernsHead: z
      .boolean()
      .default(false)
      .meta({ description: 'It is about the head of the organ, who then does not see it' }),
    on: GivenDate.meta({ description: 'The day it happened' }),
    how: z.string().trim().min(1).max(10_000).meta({ description: 'How it went; sealed' }),
  })
  .meta({
    id: 'ReportInterferenceRequest',
    examples: [
      { kind: 'inquiry', by: { person: 'p-1' }, on: '2026-03-02', how: 'Asked at lunch how far it was.' },
    ],
  });
export type ReportInterferenceRequest = z.infer<typeof ReportInterferenceRequest>;

export const InterferenceReceipt = z
  .strictObject({ id: z.uuid(), reportedAt: z.iso.datetime() })
  .meta({ id: 'InterferenceReceipt' });
export type InterferenceReceipt = z.infer<typeof InterferenceReceipt>;

export const InterferenceList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        case: CaseId,
        kind: z.enum(INTERFERENCE_CODES),
        label: BothWords,
        by: z.string().nullable().meta({ description: 'Pseudonym; null where it is told in words' }),
        concernsHead: z.boolean(),
        on: z.iso.date(),
        reportedBy: z.string().meta({ description: 'Pseudonym' }),
        reportedAt: z.iso.datetime(),
        texts: z
          .strictObject({ how: z.string(), by: z.string().nullable() })
          .nullable()
          .meta({ description: 'Null for an auditor, and where the key of the family is gone' }),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'InterferenceList' });
export type InterferenceList = z.infer<typeof InterferenceList>;
