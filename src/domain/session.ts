/** How long a session lasts, and what stands between its holder and the rest of the product. */
import { PARTY_ROLES, type Role } from './vocabulary.ts';

/** Minutes without a request after which a session is over. */
export const SESSION_IDLE_MINUTES = 30;
/** Hours after which it is over however much it is used. */
export const SESSION_HOURS = 12;

/** What a session has to do before it may do anything else. */
export type Owed = 'password' | 'second_factor';

/** Whether somebody who holds these roles signs in with a second factor: all but the parties do. */
export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => !PARTY_ROLES.includes(role));

/**
 * What is owed before anything else. Of a provider's sign-in nothing: it asks for its own second factor, and its password
 * is not ours to change. Of a made-up person in a sandbox nothing either: whoever tries the product out has no authenticator.
 */
export function owedBy(session: {
  readonly way: 'password' | 'oidc';
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly isSample: boolean;
  /** Everything the person holds, in whatever unit. */
  readonly roles: readonly Role[];
}): Owed | null {
  if (session.way === 'oidc' || session.isSample) return null;
  if (session.mustChange) return 'password';
  return !session.hasSecondFactor && needsSecondFactor(session.roles) ? 'second_factor' : null;
}
