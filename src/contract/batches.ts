/** What travels when one event is asked for on many cases: the asking, what it would come to, and what became of each case. */
import { z } from 'zod';
import { ITEM_STATUSES } from '../domain/batch.ts';
import { CaseId } from '../domain/vocabulary.ts';
import { CASE_FILTERS } from './case-filters.ts';
import { BATCH_LIMITS } from './limits.ts';

export const BatchRequest = z
  .strictObject({
    event: z
      .string()
      .min(1)
      .max(64)
      .meta({ description: '`ASSIGN`, or `NOTE` to chase: the note says the reason' }),
    data: z
      .record(z.string(), z.unknown())
      .default({})
      .meta({ description: 'Data of the event: `{assignee}` for `ASSIGN`, nothing for `NOTE`' }),
    cases: z.array(CaseId).min(1).max(BATCH_LIMITS.named).optional(),
    filter: z
      .strictObject(CASE_FILTERS)
      .optional()
      .meta({
        description: `Filters of the list of cases, as in its address, instead of \`cases\`; what they find now, ${BATCH_LIMITS.found} at most`,
      }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .meta({ description: 'Why; kept encrypted, and the text of a note' }),
    dryRun: z
      .boolean()
      .default(false)
      .meta({ description: 'Tells what it would come to and writes nothing' }),
  })
  .meta({
    id: 'BatchRequest',
    examples: [{ event: 'NOTE', cases: ['01980f5e-7c00-7000-8000-000000000001'], reason: '请尽快办理' }],
  });

const Refusal = z
  .strictObject({
    code: z.string().meta({ description: 'Code of the problem' }),
    guard: z.string().nullable().meta({ description: 'The rule that said no' }),
    words: z.strictObject({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'BatchRefusal' });
export type Refusal = z.infer<typeof Refusal>;

const Outcome = z.enum(ITEM_STATUSES);

export const BatchItem = z
  .strictObject({
    number: z.int().positive(),
    case: CaseId,
    caseNumber: z.string().nullable().meta({ description: 'What people call the case' }),
    procedure: z.string().nullable().meta({ description: 'Null for a case you may not know of' }),
    state: z.string().nullable(),
    status: Outcome,
    version: z.int().nullable().meta({ description: 'Of the case afterwards' }),
    refusal: Refusal.nullable(),
  })
  .meta({ id: 'BatchItem' });
export type BatchItem = z.infer<typeof BatchItem>;

export const Batch = z
  .strictObject({
    id: z.uuid().nullable().meta({ description: 'Null for a dry run' }),
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
    reason: z.string().nullable(),
    status: z.enum(['dry_run', 'running', 'stopped', 'done']),
    stoppedFor: z
      .enum(['asked', 'rights_ended'])
      .nullable()
      .meta({ description: 'Who asked wanted it, or has no right left' }),
    total: z.int(),
    counts: z
      .strictObject({
        waiting: z.int(),
        done: z.int(),
        skipped: z.int(),
        failed: z.int(),
        stopped: z.int(),
      })
      .meta({ description: 'Cases by what became of them; of a dry run, what waits would change' }),
    items: z
      .array(BatchItem)
      .optional()
      .meta({ description: 'Of a dry run: the cases that would be skipped, and why' }),
    createdAt: z.iso.datetime({ offset: true }).nullable(),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Batch' });
export type Batch = z.infer<typeof Batch>;

export const BatchItemList = z
  .strictObject({ items: z.array(BatchItem), nextCursor: z.string().nullable() })
  .meta({ id: 'BatchItemList' });
