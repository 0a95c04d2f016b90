/** Lets a caller in: who they are, and whether they may ask once more this second. */
import { Problem } from '../contract/problems.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Principal } from './services.ts';

/**
 * Signs in and counts. A wrong credential counts against the measure of wrong ones, a request without any against
 * nothing: there was nothing to guess with. Throws what `signIn` throws, or `too-many-requests`.
 */
export async function admitted(
  signIn: () => Promise<Principal>,
  hasCredential: boolean,
  limits: RateLimits | undefined,
): Promise<Principal> {
  let principal: Principal;
  try {
    principal = await signIn();
  } catch (error) {
    if (hasCredential && error instanceof Problem && error.problem === 'unauthenticated')
      await limits?.countWrong();
    throw error;
  }
  await limits?.admit(principal.keyId);
  return principal;
}
