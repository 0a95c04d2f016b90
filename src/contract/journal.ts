/** What travels about the journal: one entry of the numbered log, and a page of them. */
import { z } from 'zod';

const Instant = z.iso.datetime();

export const JournalItem = z
  .strictObject({
    index: z.int().nonnegative(),
    id: z.string(),
    type: z.string(),
    time: Instant,
    recorded: Instant,
    case: z.string().nullable(),
    seq: z.int().nullable(),
    procedure: z.string().nullable().meta({ description: 'Of a case: its procedure with the version' }),
    at: z.int().nullable().meta({ description: 'For refusals: the version that was judged' }),
    outcome: z.string(),
    actor: z.strictObject({ id: z.string(), name: z.string().optional() }),
    data: z.record(z.string(), z.unknown()).optional(),
    effects: z.array(z.unknown()).optional(),
    leafHash: z.string().meta({ description: 'Base64' }),
    prev: z
      .string()
      .nullable()
      .meta({ description: 'Of an event: the hash of the event of the case before it, in Base64' }),
    withheld: z.array(z.string()).meta({ description: 'Disclosures this reader may not see' }),
    erased: z.array(z.string()),
  })
  .meta({ id: 'JournalItem' });
export type JournalItem = z.infer<typeof JournalItem>;

export const JournalList = z
  .strictObject({
    asOf: z.strictObject({ size: z.int().nonnegative() }),
    items: z.array(JournalItem),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'JournalList' });
