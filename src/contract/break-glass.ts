/** What travels about reading out of the ordinary: the request with its reason, what is open, and its review. */
import { z } from 'zod';
import { DEFAULT_HOURS, MOST_HOURS, REVIEW_CODES, SHORTEST_REASON } from '../domain/break-glass.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const At = z.iso.datetime();

export const BreakGlassRequest = z
  .strictObject({
    caseId: CaseId,
    reason: z
      .string()
      .trim()
      .min(SHORTEST_REASON)
      .max(2_000)
      .meta({ description: 'Why it cannot wait; sealed, and read by whoever reviews it' }),
    hours: z.int().min(1).max(MOST_HOURS).default(DEFAULT_HOURS),
  })
  .meta({
    id: 'BreakGlassRequest',
    examples: [
      {
        caseId: '01980f5e-7c00-7000-8000-000000000009',
        reason: 'The handler is in hospital and the deadline is today.',
        hours: 2,
      },
    ],
  });

export const BreakGlassView = z
  .strictObject({
    id: z.uuid(),
    person: PersonId,
    case: CaseId,
    family: CaseId,
    from: At,
    until: At,
    endedAt: At.nullable(),
    isOpen: z.boolean(),
    isReviewOverdue: z.boolean(),
    reason: z.string().nullable().meta({ description: 'Null where the key of the family is gone' }),
    review: z
      .strictObject({
        by: PersonId,
        at: At,
        outcome: z.enum(REVIEW_CODES),
        remark: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'BreakGlass' });
export type BreakGlassView = z.infer<typeof BreakGlassView>;

export const BreakGlassList = z
  .strictObject({ items: z.array(BreakGlassView) })
  .meta({ id: 'BreakGlassList' });

export const ReviewRequest = z
  .strictObject({
    outcome: z.enum(REVIEW_CODES),
    remark: z.string().trim().min(1).max(2_000).optional().meta({ description: 'Sealed' }),
  })
  .meta({ id: 'ReviewBreakGlassRequest', examples: [{ outcome: 'justified' }] });
export type ReviewRequest = z.infer<typeof ReviewRequest>;
