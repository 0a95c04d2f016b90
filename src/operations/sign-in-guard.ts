/**
 * Slows guessing down without locking out whom the guesses are about (docs/adr/0017). Tries are counted for an account
 * and the line they come from, for an account over all lines, and for all accounts; a browser in which the owner signed in
 * before counts for itself alone, so no stranger's tries stand in its way. Kept in memory: a restart forgets them.
 */
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AccountRow } from '../../db/queries/accounts.ts';
import { SIGN_IN_LIMITS, type SignInLimits } from '../contract/limits.ts';
import type { Runtime } from './runtime.ts';

/** Seconds in which tries are counted, and for which a lock holds. */
const WINDOW = 900;

export interface Try {
  readonly login: string;
  /** The line it comes from; kept in memory as long as it is counted, and written nowhere. */
  readonly source: string;
  /** What the browser shows of an earlier sign-in. */
  readonly browser: string | undefined;
  readonly account: AccountRow | undefined;
}

export interface Ticket {
  /** Whether the try may succeed; one that may not is checked all the same, to take as long. */
  readonly isAdmitted: boolean;
  /** Whether this very try closed the door. */
  readonly isFirstLocked: boolean;
  readonly isKnownBrowser: boolean;
  /** To be called when the try succeeded: it does not count. */
  readonly passed: () => Promise<void>;
  /** To be called when it did not. */
  readonly failed: () => Promise<void>;
}

export interface SignInGuard {
  readonly admit: (given: Try) => Promise<Ticket>;
  /** Counts a try of somebody who is signed in; answers whether there may be more of them. */
  readonly again: (session: string) => Promise<boolean>;
  /** What makes this browser known to an account, until the password changes. */
  readonly markBrowser: (account: Pick<AccountRow, 'id' | 'passwordSetAt'>) => string;
}

interface Counted {
  readonly ok: boolean;
  readonly isFirst: boolean;
}

export function createSignInGuard(runtime: Runtime, limits: SignInLimits = SIGN_IN_LIMITS): SignInGuard {
  const counter = (keyPrefix: string, points: number) =>
    new RateLimiterMemory({ keyPrefix, points, duration: WINDOW, blockDuration: WINDOW });
  const bySource = counter('source', limits.perSource);
  const byAccount = counter('account', limits.perAccount);
  const byBrowser = counter('browser', limits.perBrowser);
  const failures = new RateLimiterMemory({
    keyPrefix: 'failures',
    points: limits.failuresAMinute,
    duration: 60,
  });
  const markKey = createHmac('sha256', runtime.lookupKey).update('known browsers').digest();

  const macOf = ({ id, passwordSetAt }: Pick<AccountRow, 'id' | 'passwordSetAt'>, nonce: string): Buffer =>
    createHmac('sha256', markKey).update(`${id} ${passwordSetAt} ${nonce}`).digest();

  /** The nonce of a browser that this account signed in with; null for a stranger's. */
  const knownBrowser = (account: AccountRow | undefined, browser: string | undefined): string | null => {
    const [, nonce = '', mac = ''] = /^([\w-]{22})\.([\w-]{43})$/.exec(browser ?? '') ?? [];
    if (!account || nonce === '') return null;
    return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(account, nonce)) ? nonce : null;
  };

  return {
    admit: async ({ login, source, browser, account }) => {
      const nonce = knownBrowser(account, browser);
      const failed = async (): Promise<void> => {
        await consumed(failures, 'all');
      };
      if (nonce !== null) {
        const { ok, isFirst } = await consumed(byBrowser, nonce);
        return {
          isAdmitted: ok,
          isFirstLocked: isFirst,
          isKnownBrowser: true,
          passed: async () => {
            await byBrowser.delete(nonce);
          },
          failed,
        };
      }
      const mark = hash('sha256', login, 'base64');
      const pair = hash('sha256', `${login} ${source}`, 'base64');
      const one = await consumed(bySource, pair);
      // What a line tries past its own limit does not shut the other lines out as well.
      const all = one.ok ? await consumed(byAccount, mark) : one;
      const past = await failures.get('all');
      if (past !== null && past.consumedPoints >= limits.failuresAMinute) await pause(limits.slowMs);
      return {
        isAdmitted: one.ok && all.ok,
        isFirstLocked: one.isFirst || all.isFirst,
        isKnownBrowser: false,
        passed: async () => {
          await bySource.delete(pair);
          await byAccount.reward(mark, 1);
        },
        failed,
      };
    },
    again: async (session) => (await consumed(byBrowser, `session ${session}`)).ok,
    markBrowser: (account) => {
      const nonce = randomBytes(16).toString('base64url');
      return `${nonce}.${macOf(account, nonce).toString('base64url')}`;
    },
  };
}

/** Counts one; past the limit everything counts on, and the first that was too many is told apart. */
async function consumed(limiter: RateLimiterMemory, key: string): Promise<Counted> {
  try {
    await limiter.consume(key);
    return { ok: true, isFirst: false };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, isFirst: refusal.consumedPoints === limiter.points + 1 };
  }
}
