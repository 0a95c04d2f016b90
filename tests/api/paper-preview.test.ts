/**
 * Papers seen before they are issued: what the event would issue, marked as drafts and without a number, and nothing
 * written. Refused like the event, and as silent about reporters as the papers themselves.
 */
import { beforeAll, expect, it } from 'vitest';
import type { PaperPreview, PaperView } from '../../src/contract/papers.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';
import { underReview } from './tolerance-reviews.ts';

describeApi('previews of papers', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const at = ({ id }: { id: string }) => `/api/v1/cases/${id}/papers/preview`;

  it('are what the event then issues, but for the mark and the number, and leave nothing behind', async () => {
    const complaint = await registered(staff, {
      isRealName: true,
      reporter: { name: 'Zora Quill', contact: 'zora@quill.test' },
    });
    while (await api.operations.integrateJournal());
    const before = await countRows(api.knex);
    const { status, body } = await staff.reception.post(at(complaint), { event: 'ACCEPT' });
    const drafts = body.items as PaperPreview[];
    expect([status, await countRows(api.knex)]).toEqual([200, before]);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { html } of drafts) {
      expect([html.zh.includes('草稿，未签发'), html.en.includes('Draft: not issued')]).toEqual([true, true]);
      expect([/〔\d{4}〕/.test(html.zh), JSON.stringify(html).includes('Quill')]).toEqual([false, false]);
    }
    await staff.reception.does(complaint, 'ACCEPT');
    const { body: papers } = await staff.reception.get(`/api/v1/cases/${complaint.id}/papers`);
    const issued = (papers.items as PaperView[]).filter(({ version }) => version === complaint.version + 1);
    expect(drafts.map(({ paper, title, recipients }) => [paper, title, recipients])).toEqual(
      issued.map(({ paper, title, recipients }) => [paper, title, recipients]),
    );
    const page = await staff.reception.get(`/api/v1/cases/${complaint.id}/papers/${issued[0]!.id}/html`);
    const textOf = (html: string) => html.slice(html.indexOf('<h1>'));
    expect(textOf(drafts[0]!.html.zh)).toBe(textOf(page.text));
  });

  it('are of one paper where one is asked for', async () => {
    const review = await underReview(staff);
    const ask = async (paper: string) => {
      const reply = await staff.handler.post(at(review), {
        event: 'VERIFY',
        data: { participants: ['p-handler-2'], plan: 'Read the minutes first.' },
        paper,
      });
      return (reply.body.items as PaperPreview[]).map((one) => one.paper);
    };
    expect([await ask('verification_record'), await ask('closing_report')]).toEqual([
      ['verification_record'],
      [],
    ]);
  });

  it('are refused like the event, and no refusal is journalled', async () => {
    const complaint = await aComplaint(staff);
    const before = await countRows(api.knex);
    const asks = async (who: keyof Staff, event: string, data = {}) => {
      const { status, body } = await staff[who].post(at(complaint), { event, data });
      return [status, body.guard ?? body.code];
    };
    expect(await asks('handler', 'REGISTER')).toEqual([403, 'has_role']);
    expect(await asks('reception', 'ACCEPT')).toEqual([409, 'event-not-allowed']);
    expect(await asks('reception', 'REGISTER', { nobody: 'knows this' })).toEqual([422, 'validation-failed']);
    expect(await asks('reception', 'NOSUCH')).toEqual([422, 'validation-failed']);
    expect(await asks('otherReporter', 'REGISTER')).toEqual([404, 'not-found']);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('show a party what would be addressed to them, and no more', async () => {
    const opened = await staff.deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      subject: staff.subject.person,
      acts: [{ act: 'act-1' }],
    });
    const apply = { event: 'APPLY', data: { statement: 'It was a first trial.' } };
    const own = await staff.subject.post(at(opened), apply);
    expect([own.status, own.body.items]).toEqual([200, []]);
    const recorded = { ...apply, data: { ...apply.data, onBehalfOf: 'subject' } };
    const theirs = await staff.handler.post(at(opened), recorded);
    expect((theirs.body.items as PaperPreview[]).map(({ paper }) => paper)).toEqual([
      'tolerance_application',
    ]);
  });
});
