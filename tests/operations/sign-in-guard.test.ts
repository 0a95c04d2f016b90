/** Counting of tries: for a line, an account, a browser and everybody; and that checking passwords leaves room for others. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountRow } from '../../db/queries/accounts.ts';
import { hashPassword, isPassword, randomReadable } from '../../src/operations/passwords.ts';
import type { Runtime } from '../../src/operations/runtime.ts';
import { createRefusalRecord } from '../../src/operations/session-record.ts';
import { createSignInGuard } from '../../src/operations/sign-in-guard.ts';
import { entriesOf } from '../browser.ts';
import { describeApi, type Api } from '../harness.ts';

const LIMITS = { perSource: 2, perAccount: 4, perBrowser: 3, failuresAMinute: 3, slowMs: 80 };
const runtime = { lookupKey: Buffer.alloc(32, 1) } as unknown as Runtime;
const account = { id: 'a-1', passwordSetAt: '2026-01-01T00:00:00.000Z' } as AccountRow;

const guardOf = (limits: Partial<typeof LIMITS> = {}) => {
  const guard = createSignInGuard(runtime, { ...LIMITS, failuresAMinute: 1_000, ...limits });
  return {
    ...guard,
    tries: (source: string, browser?: string, login = 'zhou') =>
      guard.admit({ login, source, browser, account }),
  };
};

describe('tries', () => {
  it('of one line are refused past the limit; the first that is tells', async () => {
    const { tries } = guardOf();
    const seen = [await tries('1'), await tries('1'), await tries('1'), await tries('1')];
    expect(seen.map(({ isAdmitted, isFirstLocked }) => [isAdmitted, isFirstLocked])).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect((await tries('2')).isAdmitted).toBe(true);
    expect((await tries('1', undefined, 'li')).isAdmitted).toBe(true);
  });

  it('of many lines on one account are refused together', async () => {
    const { tries } = guardOf();
    for (const source of ['1', '2', '3', '4']) expect((await tries(source)).isAdmitted).toBe(true);
    expect((await tries('5')).isAdmitted).toBe(false);
    expect((await tries('5', undefined, 'li')).isAdmitted).toBe(true);
  });

  it('that succeeded do not count', async () => {
    const { tries } = guardOf();
    for (let round = 0; round < 10; round++) {
      const ticket = await tries('1');
      expect(ticket.isAdmitted).toBe(true);
      await ticket.passed();
    }
  });

  it('in a known browser are counted apart from those of strangers', async () => {
    const { tries, markBrowser } = guardOf();
    const mark = markBrowser(account);
    for (let round = 0; round < 9; round++) await tries('1');
    for (const isAdmitted of [true, true, true, false])
      expect(await tries('1', mark)).toMatchObject({ isAdmitted, isKnownBrowser: true });
    expect(await tries('1', markBrowser(account))).toMatchObject({ isAdmitted: true });
  });

  it('know no browser by a mark that was cut, changed or made for another account or password', async () => {
    const { admit, markBrowser } = guardOf({ perSource: 100, perAccount: 100 });
    const mark = markBrowser(account);
    const [nonce = '', mac = ''] = mark.split('.');
    const known = async (browser: string | undefined, of: AccountRow | null = account) =>
      (await admit({ login: 'zhou', source: '1', browser, account: of ?? undefined })).isKnownBrowser;
    expect(await known(mark)).toBe(true);
    for (const wrong of [
      undefined,
      '',
      nonce,
      `${nonce}.`,
      `.${mac}`,
      `${nonce}.${mac}x`,
      `${mark.startsWith('x') ? 'y' : 'x'}${mark.slice(1)}`,
    ])
      expect([wrong, await known(wrong)]).toEqual([wrong, false]);
    expect(await known(mark, null)).toBe(false);
    expect(await known(mark, { ...account, id: 'a-2' })).toBe(false);
    expect(await known(mark, { ...account, passwordSetAt: '2026-01-02T00:00:00.000Z' })).toBe(false);
  });

  it('of strangers wait once too many of everybody failed; known browsers do not', async () => {
    const { tries, markBrowser } = guardOf({ failuresAMinute: 3 });
    const timed = async (...of: Parameters<typeof tries>) => {
      const began = performance.now();
      await tries(...of);
      return performance.now() - began;
    };
    expect(await timed('1')).toBeLessThan(60);
    for (const source of ['2', '3', '4']) await (await tries(source, undefined, source)).failed();
    expect(await timed('9', undefined, 'li')).toBeGreaterThanOrEqual(75);
    expect(await timed('9', markBrowser(account))).toBeLessThan(60);
  });

  it('of who is signed in come to an end as well', async () => {
    const { again } = guardOf();
    expect([
      await again('s'),
      await again('s'),
      await again('s'),
      await again('s'),
      await again('t'),
    ]).toEqual([true, true, true, false, true]);
  });
});

describe('a hash', () => {
  it('is Argon2id by the figures of OWASP, and never the same twice', async () => {
    const [one, other] = [await hashPassword('the same password'), await hashPassword('the same password')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect([await isPassword(one, 'the same password'), await isPassword(one, 'the same passworD')]).toEqual([
      true,
      false,
    ]);
    expect(await isPassword(null, 'the same password')).toBe(false);
  });

  it('is not waited for by more than the machine can take', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 110 }, () => isPassword(null, 'x')));
    const refused = asked.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBe(8);
    for (const { reason } of refused) expect(reason).toMatchObject({ problem: 'overloaded' });
    expect(await isPassword(null, 'x')).toBe(false);
  });

  it('has one-time passwords in letters that are told apart', () => {
    const made = Array.from({ length: 200 }, () => randomReadable(16));
    expect(new Set(made).size).toBe(200);
    for (const one of made) expect(one).toMatch(/^[a-km-np-z2-9]{4}(?:-[a-km-np-z2-9]{4}){3}$/);
  });
});

describeApi('a flood of refusals', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  it('is written one by one up to a measure and counted from there; a lock is always written', async () => {
    const record = createRefusalRecord(api.runtime);
    // All within one minute by the wall clock.
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
    for (let round = 0; round < 70; round++) await record({ way: 'client' });
    expect((await entriesOf(api, 'session.refused')).length).toBe(60);
    await record({ way: 'password', isKnownBrowser: false, locked: { pseudonym: 'a-0' } });
    expect((await entriesOf(api, 'session.refused')).at(-1)?.data).toEqual({
      way: 'password',
      knownBrowser: false,
      othersBefore: 10,
    });
    expect((await entriesOf(api, 'session.locked')).map(({ data }) => data)).toEqual([
      { way: 'password', holder: 'a-0' },
    ]);
  });
});
