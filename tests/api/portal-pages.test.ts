/** What every page of the portal is: small, without script, cookie and foreign matter, readable in two languages, escaped. */
import { beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';
import { browserOf, hidden, latestComplaint, reports, type Browser, type Reported } from './portal-app.ts';

const CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const MOST_BYTES = 15_000;
const HOSTILE = `"><script>alert(1)</script><img src=x onerror='x'>&amp;\${7*7}`;

describeApi('every page of the portal', (start) => {
  let api: Api;
  let staff: Staff;
  let browser: Browser;
  let sent: Reported;
  let pages: Record<string, Response>;

  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    browser = browserOf(api);
    pages = {};
    for (const lang of ['zh', 'en']) {
      const form = hidden(await browser.get(`/portal/report?lang=${lang}`), 'form');
      pages[`start ${lang}`] = await browser.get(`/portal?lang=${lang}`);
      pages[`form ${lang}`] = await browser.get(`/portal/report?lang=${lang}`);
      pages[`form with faults ${lang}`] = await browser.upload(`/portal/report?lang=${lang}`, {
        form,
        name: 'x',
      });
      pages[`code ${lang}`] = await browser.get(`/portal/status?lang=${lang}`);
      pages[`wrong code ${lang}`] = await browser.post(`/portal/status?lang=${lang}`, { receipt: '1' });
      const receipt = await browser.upload(`/portal/report?lang=${lang}`, { form, content: 'x' });
      pages[`receipt ${lang}`] = receipt;
      sent = await reports(browser);
      const box = hidden(sent.page, 'box');
      const back = (typed: string) =>
        browser.post(`/portal/receipt?lang=${lang}`, { token: sent.token, box, receipt: typed });
      pages[`mistyped ${lang}`] = await back('2');
      pages[`done ${lang}`] = await back(sent.receipt);
      pages[`replay ${lang}`] = await browser.upload(`/portal/report?lang=${lang}`, { form, content: 'x' });
      const full = (n: number, sign: string) => sign.repeat(n);
      for (const [n, sign] of ['严', '&', '"', 'm'].entries())
        await browser.upload('/portal/message', {
          token: sent.token,
          kind: 'added_facts',
          text: full(2_000 - n, sign),
        });
      const id = await latestComplaint(api);
      await staff.reception.post(`/api/v1/cases/${id}/messages`, {
        text: full(2_000, '问'),
        wantsAnswer: true,
      });
      pages[`status ${lang}`] = await browser.post(`/portal/status?lang=${lang}`, { receipt: sent.receipt });
      for (const before of ['5', '4', '3', '2'])
        pages[`earlier ${before} ${lang}`] = await browser.post(`/portal/status?lang=${lang}`, {
          token: sent.token,
          before,
        });
      pages[`message with faults ${lang}`] = await browser.upload(`/portal/message?lang=${lang}`, {
        token: sent.token,
        text: ' ',
      });
      pages[`unreadable ${lang}`] = await api.with().send('post', `/portal/message?lang=${lang}`, '{}', {
        'Content-Type': 'application/json',
      });
    }
  });

  it('is under 15 kB, whatever stands in the mailbox', () => {
    expect(Object.keys(pages).length).toBe(32);
    const large = Object.entries(pages).filter(([, { text }]) => Buffer.byteLength(text) > MOST_BYTES);
    expect(large.map(([name, { text }]) => [name, Buffer.byteLength(text)])).toEqual([]);
  });

  it('forbids scripts, frames and everything from elsewhere, is not kept, and sets no cookie', () => {
    for (const [name, { headers, text }] of Object.entries(pages)) {
      expect([
        name,
        headers['content-security-policy'],
        headers['cache-control'],
        headers['referrer-policy'],
        headers['set-cookie'],
      ]).toEqual([name, CSP, 'no-store', 'no-referrer', undefined]);
      expect([name, headers['content-type']]).toEqual([name, 'text/html; charset=utf-8']);
      expect(text).not.toMatch(/<script|<iframe|<img|https?:\/\/|javascript:|\son\w+=|style="/i);
    }
  });

  it('is named, in a language, with one heading, one main part, and a label for each field', () => {
    for (const [name, { text, headers }] of Object.entries(pages)) {
      const lang = name.endsWith('zh') ? 'zh-CN' : 'en';
      expect([
        name,
        text.startsWith(`<!doctype html>\n<html lang="${lang}">`),
        headers['content-language'],
      ]).toEqual([name, true, lang]);
      expect([name, text.match(/<h1>/g)?.length, text.match(/<main/g)?.length]).toEqual([name, 1, 1]);
      expect(/<title>[^<]+<\/title>/.test(text)).toBe(true);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect([name, new Set(ids).size]).toEqual([name, ids.length]);
      const fields = [
        ...text.matchAll(/<(?:input(?! type="hidden")|textarea|select)[^>]*? id="([^"]+)"/g),
      ].map(([, id]) => id!);
      const shown = text.match(/<(?:input(?! type="hidden")|textarea|select)/g)?.length ?? 0;
      expect([name, fields.length]).toEqual([name, shown]);
      for (const id of fields)
        expect([name, id, new RegExp(`<label for="${id}"\\s*>`).test(text)]).toEqual([name, id, true]);
      for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    }
  });

  it('leads nowhere but to pages of the portal, with no code or token in an address', () => {
    for (const { text } of Object.values(pages))
      for (const [, address] of text.matchAll(/(?:href|action)="([^"#][^"]*)"/g))
        expect(address).toMatch(
          /^\/portal(?:\/(?:report|receipt|status|message))?\?lang=(?:zh|en)$|^\/portal\/style\.css$/,
        );
  });

  it('speaks the language of the address, and that of the browser where there is none', async () => {
    expect((await browser.get('/portal', 'zh-CN,zh;q=0.9')).text).toContain('我要举报');
    expect((await browser.get('/portal', 'fr')).text).toContain('Make a report');
    expect((await browser.get('/portal?lang=en', 'zh-CN')).text).toContain('Make a report');
    const han = (text: string) =>
      text.replace(/<nav[\s\S]*?<\/nav>|<div class="said">[\s\S]*?<\/div>/g, '').match(/\p{Script=Han}+/gu);
    for (const [name, { text }] of Object.entries(pages))
      if (name.endsWith('en')) expect([name, han(text)]).toEqual([name, null]);
  });

  it('has a stylesheet of its own that asks for nothing', async () => {
    const { status, headers, text } = await browser.get('/portal/style.css');
    expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(text).not.toMatch(/url\(|@import|@font-face/);
  });

  it('escapes whatever was typed, in every field', async () => {
    const fresh = await browser.get('/portal/report?lang=en');
    const names = [...fresh.text.matchAll(/<(?:input|textarea)[^>]*? name="([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    expect(names.sort()).toEqual(['about', 'contact', 'content', 'form', 'happenedOn', 'name', 'unit']);
    const filled = Object.fromEntries(names.map((name) => [name, `${HOSTILE}${name}`]));
    const again = [
      await browser.upload('/portal/report?lang=en', filled),
      await browser.upload('/portal/report?lang=en', { ...filled, form: hidden(fresh, 'form') }),
      await browser.post('/portal/receipt?lang=en', { token: HOSTILE, box: HOSTILE, receipt: HOSTILE }),
      await browser.post('/portal/status?lang=en', { receipt: HOSTILE }),
      await browser.post('/portal/status?lang=en', { token: HOSTILE, before: HOSTILE }),
    ];
    const { receipt, token } = await reports(browser, { content: HOSTILE, about: HOSTILE });
    again.push(
      await browser.upload('/portal/message?lang=en', { token, text: HOSTILE, kind: HOSTILE }),
      await browser.upload('/portal/message?lang=en', { token, text: HOSTILE }),
      await browser.upload('/portal/message?lang=en', {
        token,
        event: 'NAME_REPORTER',
        '/reporter/name': HOSTILE,
        '/reporter/contact': HOSTILE.repeat(9),
      }),
      await browser.upload('/portal/message?lang=en', { token, event: HOSTILE }),
    );
    const id = await latestComplaint(api);
    await staff.reception.post(`/api/v1/cases/${id}/messages`, { text: HOSTILE });
    again.push(await browser.post('/portal/status?lang=en', { receipt }));
    for (const { text } of again) expect(text).not.toMatch(/<script|<img|\${49}/);
    expect(again.filter(({ text }) => text.includes('&lt;script&gt;')).length).toBeGreaterThanOrEqual(6);
    expect(again.map(({ status }) => status)).toEqual([422, 422, 401, 401, 401, 422, 201, 422, 409, 200]);
  });
});
