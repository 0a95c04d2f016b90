/** What travels when the cases of one person go to another: from whom, to whom, why, and what became of each case. */
import { z } from 'zod';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

export const HandOverRequest = z
  .strictObject({
    from: PersonId.meta({ description: 'To whom the cases are assigned' }),
    to: PersonId.meta({ description: 'To whom they go' }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .meta({ description: 'Noted on each case, encrypted like any text' }),
    cursor: z.string().max(500).optional().meta({ description: 'From `nextCursor` of the answer before' }),
  })
  .meta({ id: 'HandOverRequest', examples: [{ from: 'p-wang', to: 'p-li', reason: '岗位调整' }] });

export const Handover = z
  .strictObject({
    moved: z.int().nonnegative(),
    refused: z.int().nonnegative(),
    items: z.array(
      z.strictObject({
        case: CaseId,
        procedure: z.string(),
        state: z.string(),
        isMoved: z.boolean(),
        version: z.int().meta({ description: 'Of the case afterwards' }),
        refusal: z
          .strictObject({
            code: z.string().meta({ description: 'Code of the problem' }),
            guard: z.string().nullable().meta({ description: 'The rule that said no' }),
            words: z.strictObject({ zh: z.string(), en: z.string() }),
          })
          .nullable(),
      }),
    ),
    nextCursor: z.string().nullable().meta({ description: 'Ask again with it: more cases are left' }),
    isDryRun: z.literal(true).optional(),
  })
  .meta({ id: 'Handover' });
export type Handover = z.infer<typeof Handover>;
