/** What travels about evidence: the list of a case. The files themselves travel as bytes. */
import { z } from 'zod';
import { CLEANING_REFUSALS, EVIDENCE_KIND_NAMES, type CleaningRefusal } from '../domain/evidence-kinds.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const EvidenceView = z
  .strictObject({
    id: z.uuid(),
    case: CaseId,
    kind: z.enum(EVIDENCE_KIND_NAMES as [string, ...string[]]).meta({
      description: 'What it is by its content, whatever it was called',
    }),
    mediaType: z.string().meta({ description: 'The media type of that kind' }),
    size: z.int().positive().meta({ description: 'Bytes' }),
    sha256: Sha256.meta({ description: 'Hash of the original, as the journal has it' }),
    name: z.string().nullable().meta({ description: 'What its sender called it; for showing only' }),
    sender: z.string().nullable().meta({ description: 'Pseudonym of whoever sent it' }),
    isOfParty: z.boolean().meta({ description: 'Whether a party sent it, and not staff' }),
    addedAt: z.iso.datetime().meta({ description: 'For a file of a party, the beginning of that day' }),
    entry: z.uuid().meta({ description: 'The journal entry that holds its hash' }),
    isErased: z.boolean().meta({ description: 'The file was erased; hash and entry remain' }),
    cleaned: z
      .strictObject({ size: z.int().positive(), sha256: Sha256 })
      .nullable()
      .meta({ description: 'The copy without metadata; null while there is none' }),
    notCleaned: z
      .enum(Object.keys(CLEANING_REFUSALS) as [CleaningRefusal, ...CleaningRefusal[]])
      .nullable()
      .meta({
        description:
          'Why there will be no such copy; null where there is one, or one is made when it is asked for',
      }),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof EvidenceView>;

export const EvidenceLimits = z
  .strictObject({
    mostBytes: z.int().positive().meta({ description: 'Bytes of one file' }),
    mostFilesOfCase: z.int().positive(),
    mostBytesOfCase: z.int().positive(),
    kinds: z.array(
      z.strictObject({
        kind: z.string(),
        label: z.strictObject({ zh: z.string(), en: z.string() }),
        endings: z.array(z.string()).meta({ description: 'How its name may end' }),
        isCleaned: z.boolean().meta({ description: 'Whether a copy without metadata can be made of it' }),
      }),
    ),
  })
  .meta({ id: 'EvidenceLimits' });
export type EvidenceLimits = z.infer<typeof EvidenceLimits>;

export const EvidenceList = z
  .strictObject({
    items: z.array(EvidenceView),
    limits: EvidenceLimits.meta({ description: 'What is taken, to be known before a file is chosen' }),
  })
  .meta({ id: 'EvidenceList' });

export const EvidenceReadingList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        evidence: z.string().meta({ description: 'Which file' }),
        by: z.string().meta({ description: 'Pseudonym of who opened it' }),
        person: PersonId.nullable().meta({ description: 'Who that is, where this may be told' }),
        name: z.string().nullable(),
        at: z.iso.datetime(),
        copy: z.enum(['original', 'cleaned']),
        purpose: z.string(),
      }),
    ),
    isCapped: z.boolean().meta({ description: 'There were more; the journal has them all' }),
  })
  .meta({ id: 'EvidenceReadingList' });
export type EvidenceReadingList = z.infer<typeof EvidenceReadingList>;
