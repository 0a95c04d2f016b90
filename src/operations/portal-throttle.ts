/**
 * Slows down whoever guesses receipt codes or floods the portal, without knowing anybody's address (docs/adr/0020). Wrong
 * codes are counted in a hundred lanes by their first two digits, so that a run of guesses closes its own lane first; past
 * a measure of all lanes together every try waits. Counted in memory, a minute at a time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { PORTAL_LIMITS } from '../contract/limits.ts';
import { Problem } from '../contract/problems.ts';

export type PortalLimits = { readonly [Name in keyof typeof PORTAL_LIMITS]: number };

export interface PortalThrottle {
  /** Lets one code be tried; throws `too-many-requests`. */
  readonly tryCode: (lane: string) => Promise<CodeTry>;
  /** Counts a report; throws `too-many-requests`. */
  readonly report: () => Promise<void>;
  /** Counts one sending of a form; throws `too-many-requests`. */
  readonly form: (once: string) => Promise<void>;
  /** Counts a message to one mailbox; throws `too-many-requests`. */
  readonly message: (mailbox: string) => Promise<void>;
}

export interface CodeTry {
  /** To be called when the code was right: it does not count. */
  readonly passed: () => Promise<void>;
  /** To be called when it was not. */
  readonly failed: () => Promise<void>;
}

const MINUTE = 60;
const QUARTER = 900;

/** `onGuessing` is called when a lane closes, once a minute at most. */
export function createPortalThrottle(limits: PortalLimits, onGuessing: () => Promise<void>): PortalThrottle {
  const counter = (keyPrefix: string, points: number, duration = MINUTE) =>
    new RateLimiterMemory({ keyPrefix, points, duration });
  const lanes = counter('lane', limits.wrongInALane);
  const wrong = counter('wrong', limits.wrongAMinute);
  const reports = counter('reports', limits.reportsAMinute);
  const forms = counter('form', limits.triesOfAForm, QUARTER);
  const messages = counter('messages', limits.messagesAMinute);
  const noted = counter('noted', 1);
  let waiting = 0;

  const slow = async (): Promise<void> => {
    const past = await wrong.get('all');
    if (past === null || past.consumedPoints < limits.wrongAMinute) return;
    if (waiting >= limits.mostWaiting) throw tooMany(limits.slowMs);
    waiting += 1;
    try {
      await pause(limits.slowMs);
    } finally {
      waiting -= 1;
    }
  };

  return {
    tryCode: async (lane) => {
      const left = await consumed(lanes, lane);
      if (left !== null) {
        if ((await consumed(noted, 'all')) === null) await onGuessing();
        throw tooMany(left);
      }
      try {
        await slow();
      } catch (refusal) {
        await lanes.reward(lane, 1); // nothing was tried
        throw refusal;
      }
      return {
        passed: async () => {
          await lanes.reward(lane, 1);
        },
        failed: async () => {
          await consumed(wrong, 'all');
        },
      };
    },
    report: () => counted(reports, 'all'),
    form: (once) => counted(forms, once),
    message: (mailbox) => counted(messages, mailbox),
  };
}

const tooMany = (ms: number): Problem =>
  new Problem('too-many-requests', undefined, { retryAfter: Math.max(1, Math.ceil(ms / 1000)) });

async function counted(limiter: RateLimiterMemory, key: string): Promise<void> {
  const left = await consumed(limiter, key);
  if (left !== null) throw tooMany(left);
}

/** Counts one; answers null, or in how many milliseconds there will be room again. */
async function consumed(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refusal.msBeforeNext;
  }
}
