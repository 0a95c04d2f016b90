/** What travels about who holds which role: posts, acting posts and substitutions, and the keys of persons and systems. */
import { z } from 'zod';
import { GRANT_KINDS, type GrantKind } from '../domain/directory.ts';
import { GivenDate, GivenInstant, PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();
const KINDS = Object.keys(GRANT_KINDS) as [GrantKind, ...GrantKind[]];
/** A day or an instant: the first day counts from its beginning, the last one through its end, in the body's time zone. */
const DayOrInstant = z.union([GivenDate, GivenInstant]);
const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);

export const MakeGrantRequest = z
  .strictObject({
    person: PersonId,
    role: z.string().min(1).max(64),
    unit: z.string().min(1).max(64).optional().meta({ description: 'Absent: for the whole body' }),
    kind: z.enum(KINDS).meta({ description: 'A post, an acting post, or standing in for somebody' }),
    inPlaceOf: PersonId.optional().meta({ description: 'For a substitution: who holds that role there now' }),
    from: DayOrInstant.optional().meta({ description: 'Absent: at once' }),
    until: DayOrInstant.optional().meta({
      description: 'A day counts through its end. Acting posts and substitutions need it',
    }),
    basis: Line.optional().meta({ description: 'Reference of the document it rests on' }),
  })
  .meta({
    id: 'MakeGrantRequest',
    examples: [
      { person: 'p-wang', role: 'handler', unit: 'room-1', kind: 'post', basis: '〔2026〕12号' },
      {
        person: 'p-li',
        role: 'approver_incharge',
        kind: 'substitute',
        inPlaceOf: 'p-zhao',
        until: '2026-12-31',
      },
    ],
  });

export const GrantView = z
  .strictObject({
    id: z.uuid(),
    person: PersonId,
    role: z.string(),
    unit: z.string().nullable(),
    kind: z.enum(KINDS),
    inPlaceOf: PersonId.nullable(),
    from: Instant.nullable().meta({ description: 'null: since it was made' }),
    until: Instant.nullable().meta({ description: 'null: until it is withdrawn' }),
    basis: z.string().nullable(),
    grantedBy: z.string().meta({ description: 'Pseudonym' }),
    createdAt: Instant,
    withdrawnAt: Instant.nullable(),
    isInForce: z.boolean().meta({ description: 'Whether it counts at this moment' }),
  })
  .meta({ id: 'Grant' });
export type GrantView = z.infer<typeof GrantView>;

export const GrantList = z
  .strictObject({ items: z.array(GrantView), nextCursor: z.string().nullable() })
  .meta({ id: 'GrantList' });

export const WithdrawGrantRequest = z
  .strictObject({
    reason: Line.optional().meta({ description: 'Kept with the grant, never in the journal' }),
  })
  .meta({ id: 'WithdrawGrantRequest', examples: [{}] });

export const MakeKeyRequest = z
  .strictObject({
    person: PersonId,
    name: Line.optional().meta({
      description: 'What the key is for, so that it is known again. Never in the journal',
    }),
    roles: z.array(z.string().min(1).max(64)).min(1).max(30),
    unit: z.string().min(1).max(64).optional(),
    expiresAt: GivenInstant.optional().meta({ description: 'Absent: never' }),
  })
  .meta({
    id: 'MakeKeyRequest',
    examples: [{ person: 'portal', name: 'Website of the office', roles: ['api_client'] }],
  });

export const KeyView = z
  .strictObject({
    id: z.uuid(),
    name: z.string().nullable().meta({ description: 'null: nobody named it' }),
    person: PersonId,
    roles: z.array(z.string()),
    unit: z.string().nullable(),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({
      description: 'Beginning of the hour (UTC) it was last used in; null: never. No more exact on purpose',
    }),
  })
  .meta({ id: 'Key' });
export type KeyView = z.infer<typeof KeyView>;

export const KeyList = z
  .strictObject({ items: z.array(KeyView), nextCursor: z.string().nullable() })
  .meta({ id: 'KeyList' });

export const NewKey = z
  .strictObject({
    id: z.uuid(),
    person: PersonId,
    secret: z.string().meta({ description: 'Shown this once' }),
  })
  .meta({ id: 'NewKey' });
