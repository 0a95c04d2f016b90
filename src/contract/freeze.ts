/** What travels about a person and the personnel system: what may be done with them now, why not, and until when. */
import { z } from 'zod';
import { ACTION_CODES, ANSWERS, EXPLANATIONS, FREEZE_REASONS } from '../domain/freeze.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const codesOf = <Code extends string>(words: Record<Code, unknown>) =>
  Object.keys(words) as [Code, ...Code[]];

const FreezeReason = z
  .strictObject({
    code: z
      .enum(codesOf(FREEZE_REASONS))
      .meta({ description: '`other_matter` for whatever the asker may not know of' }),
    text: BothWords,
    until: z.iso.date().nullable().meta({ description: 'The last day on which it bars; null: not known' }),
    otherConvention: z.iso.date().nullable().meta({
      description: 'That day by the other convention of counting months, where it is another; a note',
    }),
    case: CaseId.nullable().meta({ description: 'The case, where you may know of it' }),
    procedure: z.string().nullable(),
    track: z.string().nullable().meta({ description: 'Of a sanction, as the profile lists them' }),
    measures: z.array(z.string()).meta({ description: 'Of a sanction: what the period is served for' }),
    basis: z.array(z.string()).meta({ description: 'What the rule rests on' }),
  })
  .meta({ id: 'FreezeReason' });

export const FreezeView = z
  .strictObject({
    person: PersonId,
    at: z.iso.datetime().meta({ description: 'The instant it was judged for' }),
    actions: z
      .array(
        z.strictObject({
          action: z.enum(ACTION_CODES as [(typeof ACTION_CODES)[number], ...typeof ACTION_CODES]),
          label: BothWords,
          answer: z.enum(ANSWERS),
          reasons: z
            .array(FreezeReason)
            .meta({ description: 'Everything that stands in the way; empty where it is allowed' }),
        }),
      )
      .meta({ description: 'Every action, always in this order' }),
    earliestPromotion: z.strictObject({
      on: z.iso.date().nullable().meta({
        description:
          'The day after the latest end over all periods; null where there is none, or something bars that has no date',
      }),
      otherConvention: z.iso.date().nullable().meta({
        description: 'That day by the other convention of counting months, where it is another; a note',
      }),
      explanation: z.array(z.strictObject({ code: z.enum(codesOf(EXPLANATIONS)), text: BothWords })),
    }),
  })
  .meta({ id: 'Freeze' });
export type FreezeView = z.infer<typeof FreezeView>;
