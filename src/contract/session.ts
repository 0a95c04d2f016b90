/** What travels about signing in: sessions, passwords, second factors, and access tokens of connected systems. */
import { z } from 'zod';
import { PersonId } from '../domain/vocabulary.ts';

const Password = z.string().min(1).max(512);
const Code = z
  .string()
  .min(6)
  .max(40)
  .meta({ description: 'Six digits of the authenticator, or a recovery code' });

export const SignInRequest = z
  .strictObject({
    login: z.string().min(1).max(200),
    password: Password,
    code: Code.optional().meta({ description: 'Needed once a second factor is enrolled' }),
  })
  .meta({
    id: 'SignInRequest',
    examples: [{ login: 'zhou', password: 'three rivers and one tall crane', code: '492039' }],
  });

const Instant = z.iso.datetime();
const Roles = z.array(z.string());

export const SessionView = z
  .strictObject({
    person: PersonId,
    name: z.string().nullable(),
    unit: z.string().nullable().meta({ description: 'The unit acted for; null for the whole body' }),
    roles: Roles.meta({ description: 'Held in that unit, at this moment' }),
    posts: z
      .array(z.strictObject({ unit: z.string().nullable(), roles: Roles }))
      .meta({ description: 'Units the person may act for, one at a time; the oldest first' }),
    way: z.enum(['password', 'oidc']),
    hasSecondFactor: z
      .boolean()
      .meta({ description: 'Whether one was given at this sign-in, or enrolled since' }),
    owes: z.enum(['password', 'second_factor']).nullable().meta({
      description: 'What has to be done before anything else: change the password, enrol a second factor',
    }),
    csrfToken: z.string().meta({ description: 'To be sent as `X-CSRF-Token` with every change' }),
    openedAt: Instant,
    previousAt: Instant.nullable().meta({
      description:
        'When the account was signed in to before, so that its holder notices what they did not do; null: never',
    }),
    idleUntil: Instant.meta({ description: 'Ends then unless it is used' }),
    expiresAt: Instant.meta({ description: 'Ends then in any case' }),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const SwitchPostRequest = z
  .strictObject({ unit: z.string().min(1).max(64).nullable() })
  .meta({ id: 'SwitchPostRequest', examples: [{ unit: 'room-1' }] });

export const ChangePasswordRequest = z.strictObject({ current: Password, password: Password }).meta({
  id: 'ChangePasswordRequest',
  examples: [{ current: 'abcd-efgh-jkmn', password: 'three rivers, one crane' }],
});

export const EnrolRequest = z
  .strictObject({
    password: Password,
    code: Code.optional().meta({ description: 'Of the second factor that is replaced' }),
  })
  .meta({ id: 'EnrolRequest', examples: [{ password: 'three rivers and one tall crane' }] });

export const EnrolmentView = z
  .strictObject({
    secret: z.string().meta({ description: 'Base32, to be typed in' }),
    uri: z.string().meta({ description: '`otpauth:` address, to be shown as a picture' }),
  })
  .meta({ id: 'Enrolment' });

export const ConfirmRequest = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'ConfirmRequest', examples: [{ code: '492039' }] });

export const ConfirmedView = z
  .strictObject({
    recoveryCodes: z.array(z.string()).meta({ description: 'Shown this once; each is taken once' }),
    session: SessionView,
  })
  .meta({ id: 'SecondFactorConfirmed' });

/** A value of a form; a list where a name was given twice, which is refused. */
const FormValue = z.union([z.string(), z.array(z.string())]).optional();

export const TokenForm = z
  .looseObject({
    grant_type: FormValue.meta({ description: '`client_credentials`' }),
    scope: FormValue.meta({ description: 'Roles by blanks; absent: all the client has' }),
    client_id: FormValue.meta({ description: 'Unless it is in `Authorization: Basic`' }),
    client_secret: FormValue.meta({ description: 'Likewise' }),
  })
  .meta({ id: 'TokenRequest', examples: [{ grant_type: 'client_credentials' }] });

/** RFC 6749, 5.1 and 5.2: names in snake case are the standard's. */
export const TokenAnswer = z
  .union([
    z.strictObject({
      access_token: z.string(),
      token_type: z.literal('Bearer'),
      expires_in: z.int().meta({ description: 'Seconds' }),
      scope: z.string().meta({ description: 'Roles by blanks' }),
    }),
    z.strictObject({
      error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope']),
      error_description: z.string(),
    }),
  ])
  .meta({ id: 'TokenAnswer' });
export type TokenAnswer = z.infer<typeof TokenAnswer>;
