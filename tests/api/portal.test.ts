/**
 * The reporter's portal from end to end: a report, its receipt typed back, messages both ways, what is done with them, and
 * what of all this nobody can find out.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';
import { browserOf, codeOn, hidden, latestComplaint, reports, type Browser } from './portal-app.ts';

const PORTAL = '/api/v1/portal';

describeApi('the reporter’s portal', (start) => {
  let api: Api;
  let staff: Staff;
  let browser: Browser;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    browser = browserOf(api);
  });

  describe('a report by the page', () => {
    it('goes from the form to a case, and on to the answer that its reporter reads and replies to', async () => {
      const sent = await reports(browser, { about: 'The warehouse keeper', happenedOn: '2026-03-02' });
      expect(sent.receipt).toMatch(/^\d{16}$/);
      expect(sent.page.text).not.toContain('You are done');
      const mistyped = await browser.post('/portal/receipt?lang=en', {
        token: sent.token,
        box: hidden(sent.page, 'box'),
        receipt: '1234 5678 1234 5678',
      });
      expect([mistyped.status, codeOn(mistyped)]).toEqual([422, sent.receipt]);
      expect(mistyped.text).toContain('is not the code above');
      const typed = sent.receipt.replaceAll(/(\d{4})/g, '$1 ');
      const done = await browser.post('/portal/receipt?lang=en', {
        token: sent.token,
        box: hidden(sent.page, 'box'),
        receipt: typed,
      });
      expect([done.status, done.text.includes('You are done')]).toEqual([200, true]);

      const id = await latestComplaint(api);
      const seen = await staff.reception.reads(id);
      expect([seen.procedure, seen.state]).toEqual(['complaint', 'received']);
      const events = await staff.reception.get(`/api/v1/cases/${id}/events`);
      expect(JSON.stringify(events.body)).toContain('The warehouse keeper');
      await staff.reception.does(seen, 'REGISTER');
      const answered = await staff.reception.post(`/api/v1/cases/${id}/messages`, {
        text: 'Which month was it?',
        wantsAnswer: true,
      });
      expect([answered.status, answered.body]).toEqual([201, { number: 1 }]);

      const status = await browser.post('/portal/status?lang=en', { receipt: sent.receipt });
      expect(status.status).toBe(200);
      expect(status.text).toContain('Which month was it?');
      expect(status.text).toContain('We need more from you');
      const wrote = await browser.upload('/portal/message?lang=en', {
        token: hidden(status, 'token'),
        kind: 'added_facts',
        text: 'It was in March.',
      });
      expect([wrote.status, wrote.text.includes('It was in March.')]).toEqual([201, true]);
      expect(wrote.text).not.toContain('We need more from you');

      const mailbox = await staff.reception.get(`/api/v1/cases/${id}/messages`);
      expect(mailbox.body).toMatchObject({
        isReceiptKept: true,
        items: [
          { number: 1, from: 'body', text: 'Which month was it?', wantsAnswer: true },
          {
            number: 2,
            from: 'reporter',
            kind: 'added_facts',
            text: 'It was in March.',
            sender: null,
            sentAt: null,
          },
        ],
      });
    });

    it('makes no second report when it is sent again, and says so', async () => {
      const sent = await reports(browser);
      const { rows: before } = await api.knex.raw('select count(*)::int as n from cases');
      const again = await browser.upload('/portal/report?lang=en', {
        form: sent.form,
        content: 'It was entered twice.',
      });
      const changed = await browser.upload('/portal/report?lang=en', {
        form: sent.form,
        content: 'Something else.',
      });
      expect([again.status, changed.status]).toEqual([409, 409]);
      expect(again.text).toContain('received already');
      expect(again.text).not.toContain(sent.receipt);
      const { rows: after } = await api.knex.raw('select count(*)::int as n from cases');
      expect(after).toEqual(before);
      const journal = await api.knex.raw(`select outcome from journal where type = 'portal.refused'`);
      expect(journal.rows.length).toBeGreaterThanOrEqual(2);
    });

    it('makes one report of many sendings at once', async () => {
      const form = hidden(await browser.get('/portal/report'), 'form');
      const sendings = await Promise.all(
        Array.from({ length: 6 }, () =>
          browser.upload('/portal/report', { form, content: 'Pressed six times.' }),
        ),
      );
      expect(sendings.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
      const { rows } = await api.knex.raw<{ rows: { n: number }[] }>(
        `select count(*)::int as n from portal_receipts where receipt_mac is null`,
      );
      expect(rows[0]!.n).toBe(0);
    });

    it('finds its case again when it broke off before the receipt was given', async () => {
      const sent = await reports(browser);
      await api.knex.raw('delete from portal_sessions');
      const id = await latestComplaint(api);
      await api.knex.raw('update portal_receipts set case_id = null, receipt_mac = null where case_id = ?', [
        id,
      ]);
      const again = await browser.upload('/portal/report?lang=en', {
        form: sent.form,
        content: 'It was entered twice.',
      });
      expect([again.status, await latestComplaint(api)]).toEqual([201, id]);
      const old = await browser.post('/portal/status', { receipt: sent.receipt });
      const fresh = await browser.post('/portal/status', { receipt: codeOn(again) });
      expect([old.status, fresh.status]).toEqual([401, 200]);
    });

    it('is not taken with a token that is forged or missing, and keeps what was typed', async () => {
      const form = hidden(await browser.get('/portal/report'), 'form');
      const flipped = form.slice(0, -1) + (form.endsWith('A') ? 'B' : 'A');
      for (const fields of [
        { content: 'Typed at length' },
        { content: 'Typed at length', form: flipped.replace(/^./, '_') },
      ]) {
        const page = await browser.upload('/portal/report?lang=en', fields);
        expect([page.status, page.text.includes('Typed at length')]).toEqual([422, true]);
        const sent = await browser.upload('/portal/report?lang=en', {
          content: 'Typed at length',
          form: hidden(page, 'form'),
        });
        expect(sent.status).toBe(201);
      }
    });

    it('says on the page what is wrong, keeps what was typed, and takes it once corrected', async () => {
      const form = hidden(await browser.get('/portal/report?lang=en'), 'form');
      const typed = { form, content: ' ', about: 'The keeper', happenedOn: '2026-02-30', name: 'Canary' };
      const page = await browser.upload('/portal/report?lang=en', typed);
      expect(page.status).toBe(422);
      for (const part of [
        'href="#content"',
        'href="#happenedOn"',
        'href="#name"',
        'value="The keeper"',
        'value="Canary"',
      ])
        expect(page.text).toContain(part);
      const corrected = {
        ...typed,
        content: 'So it was.',
        happenedOn: '',
        contact: 'c@x.example',
        form: hidden(page, 'form'),
      };
      expect((await browser.upload('/portal/report?lang=en', corrected)).status).toBe(201);
    });

    it.each(['text/plain', 'application/json', 'multipart/form-data'])(
      'that comes as %s is refused on a page',
      async (type) => {
        const reply = await api.with().send('post', '/portal/report?lang=en', 'x', { 'Content-Type': type });
        expect([415, 422]).toContain(reply.status);
        expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(reply.text).toContain('It did not work');
      },
    );
  });

  describe('by JSON', () => {
    it('takes a report, shows how it stands, and takes messages by token, by Bearer and by receipt', async () => {
      const anyone = api.with();
      const sent = await anyone.post(`${PORTAL}/reports`, { content: 'Heard at the gate.' });
      expect([sent.status, sent.body.status.code]).toEqual([201, 'received']);
      const { receipt } = sent.body as { receipt: string };
      const session = await anyone.post(`${PORTAL}/session`, { receipt });
      expect(session.body.report).toMatchObject({
        status: { code: 'received' },
        messages: [],
        disclosures: [],
      });
      const { token } = session.body as { token: string };
      const ways = [
        await anyone.post(`${PORTAL}/messages`, { token, text: 'one' }),
        await anyone.post(`${PORTAL}/messages`, { text: 'two' }, { Authorization: `Bearer ${token}` }),
        await anyone.post(`${PORTAL}/messages`, { receipt, text: 'three', kind: 'objection' }),
      ];
      expect(ways.map(({ status, body }) => [status, body.number])).toEqual([
        [201, 1],
        [201, 2],
        [201, 3],
      ]);
      const both = await anyone.post(`${PORTAL}/messages`, { token, receipt, text: 'x' });
      const neither = await anyone.post(`${PORTAL}/messages`, { text: 'x' });
      expect([both.status, neither.status]).toEqual([422, 422]);
    });

    it('makes one report for one idempotency key', async () => {
      const anyone = api.with();
      const key = { 'Idempotency-Key': 'once-and-for-all-1' };
      const first = await anyone.post(`${PORTAL}/reports`, { content: 'Heard.' }, key);
      const again = await anyone.post(`${PORTAL}/reports`, { content: 'Heard.' }, key);
      expect([first.status, again.status, again.body.code]).toEqual([201, 409, 'already-sent']);
    });

    it('lets an anonymous reporter come forward by name, and shows each opening of the identity', async () => {
      const anyone = api.with();
      const { receipt } = (await anyone.post(`${PORTAL}/reports`, { content: 'Heard.' })).body;
      const { token, report } = (await anyone.post(`${PORTAL}/session`, { receipt })).body;
      const [action] = report.actions;
      expect([action.event, action.fields.map((field: { pointer: string }) => field.pointer)]).toEqual([
        'NAME_REPORTER',
        ['/reporter/name', '/reporter/unit', '/reporter/contact'],
      ]);
      const fields = { '/reporter/name': 'Canary Quill', '/reporter/contact': 'canary@x.example' };
      const wrong = await anyone.post(`${PORTAL}/messages`, {
        token,
        action: { event: 'NAME_REPORTER', fields: {} },
      });
      expect(wrong.status).toBe(422);
      const done = await anyone.post(`${PORTAL}/messages`, {
        token,
        action: { event: 'NAME_REPORTER', fields },
      });
      expect(done.status).toBe(201);
      const id = await latestComplaint(api);
      const registered = await staff.reception.does(await staff.reception.reads(id), 'REGISTER');
      await staff.reception.does(registered, 'CONFIRM_IDENTITY', { result: 'confirmed_real_name' });
      const asked = await staff.handler.post(`/api/v1/cases/${id}/identity-requests`, {
        purpose: 'supplement',
        reason: 'To ask for the month.',
      });
      const request = `/api/v1/cases/${id}/identity-requests/${asked.body.id}`;
      await staff.leader.post(`${request}/decision`, { approve: true, reason: 'Needed.' });
      const opened = await staff.handler.send('post', `${request}/identity`);
      expect([asked.status, opened.status, JSON.stringify(opened.body).includes('Canary Quill')]).toEqual([
        201,
        200,
        true,
      ]);
      const after = (await anyone.post(`${PORTAL}/session`, { receipt })).body.report;
      expect(after.disclosures).toMatchObject([{ purpose: 'supplement' }]);
    });

    it('takes no event that it does not offer', async () => {
      const anyone = api.with();
      const { token } = (await anyone.post(`${PORTAL}/reports`, { content: 'Heard.' })).body;
      for (const event of ['REGISTER', 'REQUEST_RECUSAL', 'CLOSE', '__proto__', 'SUBMIT']) {
        const reply = await anyone.post(`${PORTAL}/messages`, {
          token,
          action: { event, fields: { '/person': 'p-1' } },
        });
        expect([event, reply.status]).toEqual([event, 409]);
      }
    });
  });

  describe('the mailbox', () => {
    let complaint: CaseView;
    beforeAll(async () => {
      await reports(browser);
      complaint = await staff.reception.reads(await latestComplaint(api));
    });

    it('is read and written by those who work on the report, and by nobody else', async () => {
      const path = `/api/v1/cases/${complaint.id}/messages`;
      for (const [who, reads, writes] of [
        ['reception', 200, 201],
        ['handler', 200, 201],
        ['deptHead', 200, 201],
        ['supervisor', 200, 403],
        ['organHead', 200, 403],
        ['reviewer', 403, 403],
        ['auditor', 403, 403],
        ['reporter', 403, 403],
        ['subject', 403, 403],
        ['administrator', 403, 403],
      ] as const) {
        const got = await staff[who].get(path);
        const sent = await staff[who].post(path, { text: 'x' });
        expect([who, got.status, sent.status]).toEqual([who, reads, writes]);
      }
    });

    it('is nothing for whom the report concerns, nor for who stands aside', async () => {
      const named = await api.as('p-staff-subject', ['reception_officer']);
      const aside = await api.as('p-aside', ['reception_officer']);
      const path = `/api/v1/cases/${complaint.id}/messages`;
      expect((await named.get(path)).status).toBe(200);
      complaint = await staff.reception.does(complaint, 'REGISTER', { subject: 'p-staff-subject' });
      complaint = await staff.reception.does(complaint, 'REQUEST_RECUSAL', {
        person: 'p-aside',
        ground: 'close_relative',
        reason: 'x',
      });
      expect([(await named.get(path)).status, (await named.post(path, { text: 'x' })).status]).toEqual([
        404, 404,
      ]);
      expect((await aside.post(path, { text: 'x' })).body).toMatchObject({
        status: 403,
        guard: 'is_not_recused',
      });
      complaint = await staff.organHead.does(complaint, 'DECIDE_RECUSAL', {
        person: 'p-aside',
        granted: true,
        reason: 'x',
      });
      expect((await aside.get(path)).status).toBe(404);
    });

    it('is in the journal without a word of it, and sealed in the database', async () => {
      await staff.deptHead.post(`/api/v1/cases/${complaint.id}/messages`, { text: 'Marmalade ledgers' });
      const { rows } = await api.knex.raw<{ rows: { row: unknown }[] }>(
        `select to_jsonb(j) as row from journal_sealed j
         union all select to_jsonb(m) from portal_messages m union all select to_jsonb(x) from journal x`,
      );
      const kept = JSON.stringify(rows);
      const unfolded = (kept.match(/[A-Za-z0-9_-]{24,}/g) ?? []).map((part) =>
        Buffer.from(part, 'base64url').toString(),
      );
      expect([kept, ...unfolded].join()).not.toContain('Marmalade');
      const types = await api.knex.raw<{ rows: { type: string; seq: number | null }[] }>(
        `select type, seq from journal where case_id = ? and type like 'message.%'`,
        [complaint.id],
      );
      expect(types.rows.length).toBeGreaterThan(0);
      expect(types.rows.every(({ seq }) => seq === null)).toBe(true);
    });

    it('exists only for what came in by the portal', async () => {
      const letter = await staff.reception.opens('complaint', { channel: 'letter', content: 'x' });
      const path = `/api/v1/cases/${letter.id}/messages`;
      expect([
        (await staff.reception.get(path)).status,
        (await staff.reception.post(path, { text: 'x' })).status,
      ]).toEqual([409, 409]);
    });
  });
});
