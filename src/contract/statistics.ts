/** What travels as figures: counts by code, over a period, without any case or person. */
import { z } from 'zod';

const Count = z.int().positive().meta({ description: 'How many allegations' });
const Period = {
  from: z.iso.datetime().nullable().meta({ description: 'Allegations opened not before this instant' }),
  to: z.iso.datetime().nullable().meta({ description: 'Allegations opened before this instant' }),
};

export const ClarificationCoverage = z
  .strictObject({
    ...Period,
    items: z.array(
      z.strictObject({
        finding: z.string().meta({ description: 'The approved finding' }),
        outcome: z
          .string()
          .nullable()
          .meta({ description: 'State of the clarification; null where none was opened' }),
        isOpen: z.boolean().meta({ description: 'Whether the clarification still goes on' }),
        reason: z
          .string()
          .nullable()
          .meta({ description: 'Code of the reason why the report was not clarified' }),
        count: Count,
      }),
    ),
  })
  .meta({ id: 'ClarificationCoverage' });
export type ClarificationCoverage = z.infer<typeof ClarificationCoverage>;

export const ToleranceCoverage = z
  .strictObject({
    ...Period,
    items: z.array(
      z.strictObject({
        finding: z.string().nullable().meta({ description: 'The finding' }),
        decision: z
          .string()
          .nullable()
          .meta({ description: 'What was decided on the allegation; null where nothing was yet' }),
        review: z
          .string()
          .nullable()
          .meta({ description: 'State of the tolerance review; null where tolerance was never considered' }),
        isOpen: z.boolean().meta({ description: 'Whether the review still goes on' }),
        count: Count,
      }),
    ),
  })
  .meta({ id: 'ToleranceCoverage' });
export type ToleranceCoverage = z.infer<typeof ToleranceCoverage>;
