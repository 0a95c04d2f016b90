/** What travels about papers: the list of a case. Papers themselves travel as HTML and PDF. */
import { z } from 'zod';
import { CaseId } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

export const PaperView = z
  .strictObject({
    id: z.uuid(),
    case: CaseId,
    paper: z.string().meta({ description: 'Code of the paper' }),
    title: BothWords,
    number: BothWords.meta({ description: 'Its number as printed, by language' }),
    recipients: z.array(z.string()).meta({ description: 'Roles and bodies it is addressed to' }),
    version: z.int().positive().meta({ description: 'The version of the case whose event owed it' }),
    entry: z.uuid().meta({ description: 'The journal entry whose effects owed it' }),
    issuedAt: z.iso.datetime(),
    languages: z.array(z.enum(['zh', 'en'])),
    sha256: BothWords.meta({ description: 'Hash of the exact bytes of its page, by language' }),
    isErased: z.boolean().meta({ description: 'What it said was erased; number and hash remain' }),
  })
  .meta({ id: 'Paper' });
export type PaperView = z.infer<typeof PaperView>;

export const PreviewPapersRequest = z
  .strictObject({
    event: z.string().max(100).meta({ description: 'The event that would issue them' }),
    data: z.record(z.string(), z.unknown()).default({}).meta({ description: 'The data of that event' }),
    paper: z.string().max(100).optional().meta({ description: 'Only the paper of this code' }),
  })
  .meta({ id: 'PreviewPapersRequest', examples: [{ event: 'ACCEPT', data: {} }] });

export const PaperPreview = z
  .strictObject({
    paper: z.string().meta({ description: 'Code of the paper' }),
    title: BothWords,
    recipients: z.array(z.string()).meta({ description: 'Roles and bodies it would be addressed to' }),
    html: BothWords.meta({ description: 'The page, marked as a draft and without a number, by language' }),
  })
  .meta({ id: 'PaperPreview' });
export type PaperPreview = z.infer<typeof PaperPreview>;

export const PaperPreviewList = z
  .strictObject({ items: z.array(PaperPreview) })
  .meta({ id: 'PaperPreviewList' });

export const PaperList = z.strictObject({ items: z.array(PaperView) }).meta({ id: 'PaperList' });
