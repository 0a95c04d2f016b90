/**
 * Who guesses, floods or listens: wrong codes are alike in answer and in time and soon meet 429, while a reporter with the
 * right one still gets in; and no code, token or word is in a log line, a figure, an address or the journal in clear.
 */
import { performance } from 'node:perf_hooks';
import { beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { PORTAL_LIMITS } from '../../src/contract/limits.ts';
import { createPortalThrottle } from '../../src/operations/portal-throttle.ts';
import { createPortalSecrets, laneOf, newReceipt, plainCode } from '../../src/operations/portal-secrets.ts';
import { describeApi, type Api } from '../harness.ts';
import { browserOf, hidden, reports, type Browser } from './portal-app.ts';

const SESSION = '/api/v1/portal/session';
/** A code that cannot be the one given, in the lane of `lead`. */
const other = (receipt: string, lead: string): string =>
  `${lead}${String((BigInt(receipt.slice(2)) + 1n) % 10n ** 14n).padStart(14, '0')}`;
const laneBeside = (receipt: string, by: number): string =>
  String((Number(receipt.slice(0, 2)) + by) % 100).padStart(2, '0');

describeApi('what stands before the portal', (start) => {
  let api: Api;
  let browser: Browser;
  beforeAll(async () => {
    api = await start();
    browser = browserOf(api);
  });
  const guess = (receipt: string): Promise<Response> => api.with().post(SESSION, { receipt });

  it('answers a wrong code, one that is none, one of an erased report and a lapsed visit with the same words', async () => {
    const sent = await reports(browser);
    const erased = await reports(browser);
    await api.knex.raw(`delete from seal_keys where id = (select c.seal_key_id from cases c
      join portal_receipts r on r.case_id = c.id order by c.id desc limit 1)`);
    const wrong = [
      await guess(other(sent.receipt, laneBeside(sent.receipt, 1))),
      await guess('not a code at all'),
      await guess(''),
      await guess('9'.repeat(90)),
      await guess(erased.receipt),
      await api.with().post('/api/v1/portal/messages', { token: 'ps_x', text: 'x' }),
    ];
    const said = wrong.map(({ status, body, headers }) => {
      const { instance: _instance, ...rest } = body as Record<string, unknown>;
      return {
        status,
        rest,
        names: Object.keys(headers).sort(),
        length: headers['content-length'],
      };
    });
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(said[0]!.status).toBe(401);
    await api.knex.raw(`update portal_sessions set expires_at = now() - interval '1 second'`);
    const lapsed = await browser.post('/portal/status?lang=en', { token: sent.token });
    expect([lapsed.status, lapsed.text.includes('That code is not right')]).toEqual([401, true]);
    expect((await guess(sent.receipt)).status).toBe(200);
  });

  it('takes as long for a code that is wrong as for one that is none', async () => {
    const timed = await start();
    const { receipt } = await reports(browserOf(timed));
    const took: Record<'wrong' | 'malformed', number[]> = { wrong: [], malformed: [] };
    for (let n = 0; n < 30; n++)
      for (const [kind, code] of [
        ['wrong', other(receipt, laneBeside(receipt, 1 + n))],
        ['malformed', `${n}`],
      ] as const) {
        const began = performance.now();
        // The lane of what is no code closes after a few; only tries that were looked up are timed.
        const { status } = await timed.with().post(SESSION, { receipt: code });
        if (status === 401) took[kind].push(performance.now() - began);
      }
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    expect(took.malformed.length).toBe(PORTAL_LIMITS.wrongInALane);
    const ratio = median(took.wrong) / median(took.malformed);
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(5);
  });

  it('meets a run of guesses in one lane with 429, and lets another lane in', async () => {
    // A server of its own: a code of the tests above may have fallen in the lane that is guessed in here.
    const fresh = await start();
    const visitor = browserOf(fresh);
    const { receipt } = await reports(visitor);
    const post = (code: string) => fresh.with().post(SESSION, { receipt: code });
    const lead = laneBeside(receipt, 40);
    const replies: Response[] = [];
    for (let n = 0; n < 12; n++) replies.push(await post(`${lead}${String(n).padStart(14, '0')}`));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBe(12 - PORTAL_LIMITS.wrongInALane);
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post(receipt)).status).toBe(200);
    const page = await visitor.post('/portal/status?lang=en', { receipt: `${lead}00000000000099` });
    expect([page.status, Number(page.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(page.text).toContain('Please wait a little');
    const { rows } = await fresh.knex.raw<{ rows: unknown[] }>(
      `select 1 from journal where type = 'portal.refused'`,
    );
    expect(rows.length).toBe(1);
  });

  it('meets a thousand guesses with 429, and lets an honest reporter in meanwhile', async () => {
    const fresh = await start();
    const { receipt } = await reports(browserOf(fresh));
    const codes = Array.from({ length: 1_000 }, newReceipt).filter(
      (code) => laneOf(code) !== laneOf(receipt),
    );
    const statuses: number[] = [];
    const run = async (): Promise<void> => {
      for (let code = codes.pop(); code !== undefined; code = codes.pop())
        statuses.push((await fresh.with().post(SESSION, { receipt: code })).status);
    };
    const guessers = Promise.all(Array.from({ length: 40 }, run));
    let honest = 0;
    for (let tries = 0; tries < 200 && honest !== 200; tries++)
      honest = (await fresh.with().post(SESSION, { receipt })).status;
    await guessers;
    expect(honest).toBe(200);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(300);
  }, 60_000);

  it('takes so many reports a minute and no more, and keeps what was typed in the one it sends away', async () => {
    const fresh = await start();
    const there = browserOf(fresh);
    const form = hidden(await there.get('/portal/report'), 'form');
    for (let n = 0; n < PORTAL_LIMITS.reportsAMinute; n++)
      expect((await fresh.with().post('/api/v1/portal/reports', { content: `Report ${n}` })).status).toBe(
        201,
      );
    const more = await fresh.with().post('/api/v1/portal/reports', { content: 'One too many' });
    expect([more.status, Number(more.headers['retry-after']) > 0]).toEqual([429, true]);
    const page = await there.upload('/portal/report', { form, content: 'Typed at length' });
    expect([page.status, page.text.includes('Typed at length'), hidden(page, 'form')]).toEqual([
      429,
      true,
      form,
    ]);
    const { rows } = await fresh.knex.raw<{ rows: { n: number }[] }>('select count(*)::int as n from cases');
    expect(rows[0]!.n).toBe(PORTAL_LIMITS.reportsAMinute);
  }, 60_000);

  it('takes so many messages of one reporter a minute', async () => {
    const { token } = await reports(browser);
    const statuses: number[] = [];
    for (let n = 0; n <= PORTAL_LIMITS.messagesAMinute; n++)
      statuses.push((await api.with().post('/api/v1/portal/messages', { token, text: 'x' })).status);
    expect(statuses.filter((status) => status === 429)).toEqual([429]);
  });

  it('writes no code, token, word or address of the line anywhere', async () => {
    const words = {
      content: 'Marmalade ledgers',
      name: 'Canary Quill',
      contact: 'canary@x.example',
      about: 'Tidewater',
    };
    const sent = await reports(browser, words);
    const status = await browser.post('/portal/status', { receipt: sent.receipt });
    const token = hidden(status, 'token');
    await browser.upload('/portal/message', { token, text: 'Behind the mill' });
    await browser.post('/portal/status', { receipt: `${sent.receipt}9` });
    const secrets = [
      sent.receipt,
      sent.token,
      token,
      sent.form,
      'Marmalade',
      'Canary',
      'Tidewater',
      'Behind the mill',
    ];
    const log = api.logged.join('\n');
    const figures = (await api.with().get('/metrics')).text;
    for (const secret of [...secrets, '127.0.0.1', '::1'])
      expect([secret, log.includes(secret), figures.includes(secret)]).toEqual([secret, false, false]);
    const { rows } = await api.knex.raw<{ rows: { row: unknown }[] }>(
      [
        'portal_receipts',
        'portal_sessions',
        'portal_messages',
        'journal',
        'journal_sealed',
        'cases',
        'people',
        'idempotency_keys',
      ]
        .map((table) => `select to_jsonb(t) as row from ${table} t`)
        .join(' union all '),
    );
    const kept = JSON.stringify(rows);
    const read = (kept.match(/[A-Za-z0-9_-]{24,}/g) ?? []).map((part) =>
      Buffer.from(part, 'base64url').toString(),
    );
    for (const secret of secrets)
      expect([secret, [kept, ...read].join().includes(secret)]).toEqual([secret, false]);
  });
});

it('reads a code as people type it, and tells nothing more of it than a lane', () => {
  expect(plainCode(' １２３４-5678 9012—3456 ')).toBe('1234567890123456');
  expect(laneOf('1234 5678 9012 3456')).toBe('12');
  for (const none of ['', '123', '12345678901234567', 'x'.repeat(16), '٣'.repeat(16)])
    expect(laneOf(none)).toBe('none');
  expect(new Set(Array.from({ length: 500 }, newReceipt)).size).toBe(500);
});

it('knows its own forms and boxes, and nobody else’s', () => {
  const mine = createPortalSecrets({ lookupKey: Buffer.alloc(32, 1) });
  const other = createPortalSecrets({ lookupKey: Buffer.alloc(32, 2) });
  const token = mine.newFormToken();
  expect(mine.readFormToken(token)).toMatch(/^form /);
  expect(other.readFormToken(token)).toBeNull();
  for (const wrong of ['', 'x', token.slice(1), `${token}A`, token.replace('.', '..')])
    expect(mine.readFormToken(wrong)).toBeNull();
  const box = mine.boxed('1234567890123456', 'ps_a');
  expect([
    mine.unboxed(box, 'ps_a'),
    mine.unboxed(box, 'ps_b'),
    other.unboxed(box, 'ps_a'),
    mine.unboxed('x', 'ps_a'),
  ]).toEqual(['1234567890123456', null, null, null]);
  expect(mine.receiptMac('1234 5678')).toEqual(mine.receiptMac('12345678'));
  expect(mine.receiptMac('1234')).not.toEqual(other.receiptMac('1234'));
});

it('does not count a code that was right against its lane', async () => {
  const throttle = createPortalThrottle(PORTAL_LIMITS, () => Promise.resolve());
  for (let n = 0; n < 30; n++) await (await throttle.tryCode('12')).passed();
  for (let n = 0; n < PORTAL_LIMITS.wrongInALane; n++) await (await throttle.tryCode('12')).failed();
  await expect(throttle.tryCode('12')).rejects.toMatchObject({ problem: 'too-many-requests' });
});
