/**
 * How often one caller may ask, and how often somebody may come with a wrong credential. Counted in memory, a second at a
 * time: under a microsecond a request, and nothing that a restart could lose. Several processes count each for itself.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { REQUESTS_PER_SECOND, WRONG_CREDENTIALS_PER_SECOND } from '../contract/limits.ts';
import { Problem } from '../contract/problems.ts';

export interface RateLimits {
  /** Counts a request of a caller who is known, by the key they use; throws `too-many-requests` past the limit. */
  readonly admit: (keyId: string) => Promise<void>;
  /** Counts a credential that turned out wrong; throws `too-many-requests` past the limit. */
  readonly countWrong: () => Promise<void>;
}

/** Limits of one process. Zero requests a second: as many as somebody likes. */
export function createRateLimits({
  perSecond = REQUESTS_PER_SECOND,
  wrongPerSecond = WRONG_CREDENTIALS_PER_SECOND,
}: { readonly perSecond?: number; readonly wrongPerSecond?: number } = {}): RateLimits {
  const wrong = counter('wrong-credentials', wrongPerSecond);
  return {
    admit: perSecond === 0 ? () => Promise.resolve() : counter('key', perSecond),
    countWrong: () => wrong('all'),
  };
}

/** Counts one of `perSecond` for a key; the problem names the policy, for the headers of the RateLimit draft. */
function counter(policy: string, perSecond: number): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ keyPrefix: policy, points: perSecond, duration: 1 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new Problem('too-many-requests', undefined, {
        retryAfter: seconds,
        rateLimit: { policy, most: perSecond, window: 1, reset: seconds },
      });
    }
  };
}
