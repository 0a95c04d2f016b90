/** What travels about drafts: what somebody has typed and not sent. */
import { z } from 'zod';
import { DRAFT_KEY } from '../domain/draft.ts';
import { CaseId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();
const Content = z.record(z.string(), z.unknown());

export const DraftKey = z
  .string()
  .regex(DRAFT_KEY)
  .meta({
    id: 'DraftKey',
    description: 'What it is a draft of: `intake`, `intake-2`, or `case.<id>.<EVENT>`',
    examples: ['intake'],
  });

export const PutDraftRequest = z
  .strictObject({
    content: Content.meta({ description: 'As the page has it; the server does not look at it' }),
  })
  .meta({ id: 'PutDraftRequest', examples: [{ content: { channel: 'letter' } }] });

export const DraftItem = z
  .strictObject({
    key: DraftKey,
    case: CaseId.nullable(),
    version: z.int().positive(),
    updatedAt: Instant,
    expiresAt: Instant.meta({ description: 'When it is gone, unless it is saved again' }),
  })
  .meta({ id: 'DraftItem' });
export type DraftItem = z.infer<typeof DraftItem>;

export const DraftView = DraftItem.extend({ content: Content }).meta({ id: 'Draft' });
export type DraftView = z.infer<typeof DraftView>;

export const DraftList = z.strictObject({ items: z.array(DraftItem) }).meta({ id: 'DraftList' });
