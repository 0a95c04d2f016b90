/** What travels about accounts as an administrator keeps them: states and dates, a one-time password once, never a hash. */
import { z } from 'zod';
import { LOGIN } from '../domain/directory.ts';
import { PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();

export const AccountView = z
  .strictObject({
    id: z.uuid(),
    person: PersonId,
    name: z.string().nullable().meta({ description: 'null once erased' }),
    login: z.string().nullable().meta({ description: 'null for single sign-on only' }),
    state: z.enum(['active', 'one_time_password', 'disabled']).meta({
      description: '`one_time_password` until its holder has put a password of their own in its place',
    }),
    ways: z.array(z.enum(['password', 'oidc'])).meta({ description: 'How its holder can sign in' }),
    hasSecondFactor: z.boolean(),
    createdAt: Instant,
    signedInAt: Instant.nullable().meta({ description: 'null for never' }),
    disabledAt: Instant.nullable(),
    sessions: z.int().nonnegative().meta({ description: 'Sessions that are open now' }),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof AccountView>;

export const AccountList = z
  .strictObject({ items: z.array(AccountView), nextCursor: z.string().nullable() })
  .meta({ id: 'AccountList' });

export const MakeAccountRequest = z
  .strictObject({
    person: PersonId,
    login: z
      .string()
      .regex(LOGIN)
      .meta({ description: 'Letters of any script, digits and . _ @ - (2 to 64)' }),
  })
  .meta({ id: 'MakeAccountRequest', examples: [{ person: 'p-wang', login: 'wang' }] });

export const ResetAccountRequest = z
  .strictObject({
    clearSecondFactor: z
      .boolean()
      .default(false)
      .meta({ description: 'Also take the second factor away, as for a lost telephone' }),
  })
  .meta({ id: 'ResetAccountRequest', examples: [{ clearSecondFactor: true }] });

export const OneTimePassword = z
  .strictObject({
    id: z.uuid().meta({ description: 'Identifier of the account' }),
    person: PersonId,
    password: z.string().meta({ description: 'Shown this once; good for a week, and for changing it only' }),
  })
  .meta({ id: 'OneTimePassword' });
export type OneTimePassword = z.infer<typeof OneTimePassword>;

export const AccountSessionList = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          id: z.uuid().meta({ description: 'Names the session; it is not its secret' }),
          unit: z.string().nullable().meta({ description: 'The unit acted for; null for the whole body' }),
          way: z.enum(['password', 'oidc']),
          hasSecondFactor: z.boolean(),
          openedAt: Instant,
          seenAt: Instant.meta({ description: 'Last use, to the minute' }),
          expiresAt: Instant,
        })
        .meta({ id: 'AccountSession' }),
    ),
  })
  .meta({ id: 'AccountSessionList' });
