/** What travels about legal holds and erasures. */
import { z } from 'zod';

const Reason = z.string().trim().min(1).max(4_000).meta({ description: 'Why; sealed' });
const Pseudonym = z.string().meta({ description: 'Pseudonym' });
const What = z.enum(['identity', 'texts']).meta({
  description: '`identity`: who reported. `texts`: all free text and every paper of the family',
});

export const LegalHoldBody = z
  .strictObject({ reason: Reason })
  .meta({ id: 'LegalHoldBody', examples: [{ reason: 'A court has asked for the file.' }] });

export const LegalHoldView = z
  .strictObject({
    id: z.string(),
    case: z.string().meta({ description: 'The case it was placed on; it protects the whole family' }),
    isStanding: z.boolean(),
    reason: z.string().nullable(),
    placedBy: Pseudonym,
    placedAt: z.string(),
    releasedBy: Pseudonym.nullable(),
    releasedAt: z.string().nullable(),
    releaseReason: z.string().nullable(),
  })
  .meta({ id: 'LegalHold' });

export const LegalHoldList = z.strictObject({ items: z.array(LegalHoldView) }).meta({ id: 'LegalHoldList' });

export const ErasureBody = z
  .strictObject({
    what: What,
    basis: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/)
      .meta({ description: 'Reference of the rule or the order it rests on; kept in clear' }),
    reason: Reason,
  })
  .meta({
    id: 'ErasureBody',
    examples: [{ what: 'identity', basis: 'retention-2031', reason: 'The term of keeping has ended.' }],
  });

export const ErasureView = z
  .strictObject({
    id: z.string(),
    case: z.string(),
    what: What,
    basis: z.string(),
    status: z.enum(['proposed', 'refused', 'done']),
    reason: z.string().nullable(),
    proposedBy: Pseudonym,
    proposedAt: z.string(),
    decidedBy: Pseudonym.nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    keysDestroyed: z.int().nullable(),
  })
  .meta({ id: 'Erasure' });

export const ErasureList = z.strictObject({ items: z.array(ErasureView) }).meta({ id: 'ErasureList' });

export type LegalHoldView = z.infer<typeof LegalHoldView>;
export type ErasureView = z.infer<typeof ErasureView>;
