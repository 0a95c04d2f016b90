/** What travels while somebody looks on: events of the stream, and who else has a case open. */
import { z } from 'zod';
import { DOING } from '../domain/presence.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

/** Why a stream ends by itself. */
export const STREAM_ENDS = {
  signed_out: 'The session is over, the key was revoked, or the person left',
  stopping: 'The server stops; come back',
  unavailable: 'The server cannot find out what happened; come back',
} as const;
export type StreamEnd = keyof typeof STREAM_ENDS;

/** One thing a stream tells. `id` is a place in the journal; a stream goes on from it without gap or repetition. */
export type LiveMessage =
  | {
      readonly kind: 'case';
      readonly id: number;
      readonly case: CaseId;
      readonly procedure: string;
      readonly version: number;
      /** Where the case stands now. */
      readonly state: string;
      /** What happened; null for a party, who is told that something did. */
      readonly type: string | null;
    }
  | { readonly kind: 'presence'; readonly case: CaseId }
  /** Everything up to here was told. */
  | { readonly kind: 'place'; readonly id: number }
  /** The place that was named is too far back, or none of this journal: whatever was read has to be read again. */
  | { readonly kind: 'reset'; readonly id: number }
  | { readonly kind: 'end'; readonly reason: StreamEnd };

const Doing = z.enum(DOING).meta({ id: 'Doing' });

export const PresenceRequest = z
  .strictObject({ doing: Doing })
  .meta({ id: 'PresenceRequest', examples: [{ doing: 'viewing' }] });

const present = {
  id: PersonId,
  name: z.string().nullable(),
  doing: Doing,
  since: z.iso.datetime({ offset: true }),
};
export const PresentPerson = z.strictObject(present).meta({ id: 'PresentPerson' });
export type PresentPerson = z.infer<typeof PresentPerson>;

export const CasePresence = z
  .strictObject({ items: z.array(PresentPerson).meta({ description: 'The others, the earliest first' }) })
  .meta({ id: 'CasePresence' });

export const PresenceList = z
  .strictObject({
    items: z.array(z.strictObject({ case: CaseId, ...present })).meta({ description: 'The others' }),
  })
  .meta({ id: 'PresenceList' });
export type PresenceList = z.infer<typeof PresenceList>;
