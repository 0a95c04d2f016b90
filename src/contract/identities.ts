/** What travels about sealed identities: requests to open one, decisions, the identity itself on one operation, and counts. */
import { z } from 'zod';
import { PURPOSE_CODES } from '../domain/identity-purposes.ts';

const Purpose = z.enum(PURPOSE_CODES).meta({ description: 'What it is opened for' });
const Reason = z.string().trim().min(1).max(4_000).meta({ description: 'Why; sealed' });
const Pseudonym = z.string().meta({ description: 'Pseudonym' });
const Name = z.string().nullable().meta({ description: 'Null for whom no name may be told' });

export const IdentityRequestBody = z
  .strictObject({ purpose: Purpose, reason: Reason })
  .meta({ id: 'IdentityRequestBody', examples: [{ purpose: 'feedback', reason: 'The result is due.' }] });

export const DecisionBody = z
  .strictObject({ approve: z.boolean(), reason: Reason })
  .meta({ id: 'DecisionBody', examples: [{ approve: true, reason: 'Feedback is owed.' }] });

export const IdentityRequestView = z
  .strictObject({
    id: z.string(),
    case: z.string(),
    purpose: Purpose,
    status: z.enum(['requested', 'approved', 'refused', 'opened', 'lapsed']).meta({
      description:
        '`opened`: the approval was used. `lapsed`: it ran out, or whoever asked was recused, is concerned or left',
    }),
    reason: z.string().nullable().meta({ description: 'Null when it was erased' }),
    requestedBy: Pseudonym,
    requestedByName: Name,
    requestedAt: z.string(),
    decidedBy: Pseudonym.nullable(),
    decidedByName: Name,
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable().meta({ description: 'Null when there is none, or it was erased' }),
    openUntil: z.string().nullable().meta({ description: 'Until when the approval opens; 72 hours' }),
    openedBy: Pseudonym.nullable(),
    openedByName: Name,
    openedAt: z.string().nullable(),
  })
  .meta({ id: 'IdentityRequest' });

export const IdentityRequestList = z
  .strictObject({ items: z.array(IdentityRequestView) })
  .meta({ id: 'IdentityRequestList' });

export const OpenedIdentity = z
  .strictObject({
    case: z.string(),
    request: z.string(),
    purpose: Purpose,
    identities: z.array(
      z.strictObject({
        entry: z.string().meta({ description: 'The journal entry that sealed it' }),
        recordedOn: z.string().meta({ description: 'The day; reporters are not timed to the second' }),
        isErased: z.boolean(),
        values: z
          .record(z.string(), z.unknown())
          .meta({ description: 'By JSON Pointer into the data of the event, like `/reporter/name`' }),
      }),
    ),
  })
  .meta({ id: 'OpenedIdentity' });

export const CountIdentitiesBody = z
  .union([
    z.strictObject({ name: z.string().trim().min(1).max(200) }),
    z.strictObject({ contact: z.string().trim().min(1).max(500) }),
  ])
  .meta({ id: 'CountIdentitiesBody', examples: [{ contact: '13800000000' }] });

export const IdentityCount = z
  .strictObject({ families: z.int().nonnegative().meta({ description: 'Of those you may know of' }) })
  .meta({ id: 'IdentityCount' });

export type IdentityRequestView = z.infer<typeof IdentityRequestView>;
export type OpenedIdentity = z.infer<typeof OpenedIdentity>;
