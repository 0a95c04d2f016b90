/** What travels while a complaint is keyed in: what it may repeat, what it will start, when that is due. */
import { z } from 'zod';
import { CLOCK_KEYS } from '../domain/clock-keys.ts';
import { CaseId, GivenInstant, PersonId } from '../domain/vocabulary.ts';
import { CaseView } from './cases.ts';

const Instant = z.iso.datetime();
const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

/** Why a complaint may be the same as another. */
export const DUPLICATE_REASONS = ['same_subject', 'similar_words', 'same_allegation', 'same_day'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export const FindDuplicatesRequest = z
  .strictObject({
    subjects: z
      .array(PersonId)
      .min(1)
      .max(10)
      .meta({ description: 'Whom it is about; each is a search on record' }),
    text: z.string().max(20_000).optional().meta({ description: 'Compared in memory, kept nowhere' }),
    allegations: z
      .array(z.string().min(1).max(64))
      .max(50)
      .default([])
      .meta({ description: 'Codes of the points' }),
    receivedAt: GivenInstant.optional(),
    except: CaseId.optional().meta({ description: 'The complaint itself, once it is open' }),
  })
  .meta({
    id: 'FindDuplicatesRequest',
    examples: [{ subjects: ['p-2041'], text: 'Gifts of money from the contractor.', allegations: [] }],
  });
export type FindDuplicatesRequest = z.infer<typeof FindDuplicatesRequest>;

export const PossibleDuplicates = z
  .strictObject({
    items: z.array(
      z.strictObject({
        case: CaseId,
        number: CaseView.shape.number,
        state: z.string(),
        stateLabel: BothWords,
        isOpen: z.boolean(),
        openedAt: Instant,
        receivedAt: Instant.nullable(),
        reasons: z.array(z.enum(DUPLICATE_REASONS)),
        similarity: z
          .number()
          .min(0)
          .max(1)
          .nullable()
          .meta({ description: 'How alike the words are; null where one of the two has none' }),
      }),
    ),
  })
  .meta({ id: 'PossibleDuplicates' });
export type PossibleDuplicates = z.infer<typeof PossibleDuplicates>;

export const StartedClock = z
  .strictObject({
    clock: z.string(),
    label: BothWords,
    instance: z.string(),
    dueAt: Instant.nullable(),
    dueOn: z.iso.date().nullable(),
    limit: z.strictObject({ amount: z.int(), unit: z.string() }),
  })
  .meta({ id: 'StartedClock' });
export type StartedClock = z.infer<typeof StartedClock>;

export const OpenedCase = CaseView.extend({
  clocks: z.array(StartedClock).optional().meta({ description: 'Of a dry run: the clocks it would start' }),
}).meta({ id: 'OpenedCase' });
export type OpenedCase = z.infer<typeof OpenedCase>;

export const PreviewDeadlineRequest = z
  .strictObject({
    procedure: z.string().min(1).max(64),
    clock: z.enum(CLOCK_KEYS),
    from: GivenInstant.meta({ description: 'When the clock would start; that day does not count' }),
    profile: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: 'Policy profile; the default one when absent' }),
  })
  .meta({
    id: 'PreviewDeadlineRequest',
    examples: [{ procedure: 'complaint', clock: 'report.accept_notice', from: '2026-11-24T09:00:00+08:00' }],
  });
export type PreviewDeadlineRequest = z.infer<typeof PreviewDeadlineRequest>;

export const DeadlinePreview = z
  .strictObject({
    procedure: z.string(),
    clock: z.string(),
    label: BothWords,
    limit: z.strictObject({ amount: z.int(), unit: z.string() }),
    dueAt: Instant.nullable(),
    dueOn: z.iso.date().nullable(),
    steps: z.array(z.looseObject({ code: z.string() })),
    warnings: z.array(z.looseObject({ code: z.string() })),
    alternative: z.looseObject({}).optional(),
    basis: z.array(z.string()),
  })
  .meta({ id: 'DeadlinePreview' });
export type DeadlinePreview = z.infer<typeof DeadlinePreview>;
