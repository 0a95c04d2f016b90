/** Files that a reporter sends with a message: they reach the evidence of the case, or are refused in words with nothing kept. */
import { connect } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';
import { pdf, png } from './evidence-files.ts';
import { browserOf, latestComplaint, reports, type Browser } from './portal-app.ts';

describeApi('a file sent by the portal', (start) => {
  let api: Api;
  let staff: Staff;
  let browser: Browser;
  let token: string;
  let id: string;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    browser = browserOf(api);
    ({ token } = await reports(browser));
    id = await latestComplaint(api);
  });
  const send = (text: string, file?: { name: string; content: Buffer; type: string }) =>
    browser.upload('/portal/message?lang=en', { token, kind: 'added_facts', text }, file);
  const mailbox = async () =>
    (await staff.reception.get(`/api/v1/cases/${id}/messages`)).body.items as {
      text: string;
      evidence: string | null;
    }[];
  const kept = async () =>
    (
      (await staff.reception.get(`/api/v1/cases/${id}/evidence`)).body.items as { id: string; kind: string }[]
    ).map(({ id: file, kind }) => [file, kind]);

  it('reaches the case, named by the message it came with', async () => {
    for (const [text, name, content, type] of [
      ['A picture', 'ledger.png', await png(), 'image/png'],
      ['A letter', '信件.pdf', await pdf(), 'application/x-unheard-of'],
    ] as const) {
      const page = await send(text, { name, content, type });
      expect([page.status, page.text.includes('with a file')]).toEqual([201, true]);
      const { evidence } = (await mailbox()).at(-1)!;
      const got = await staff.reception.get(`/api/v1/cases/${id}/evidence/${evidence!}`, {
        'X-Purpose': 'handling',
      });
      expect([text, got.status, Buffer.compare(got.body as Buffer, content)]).toEqual([text, 200, 0]);
    }
    expect((await kept()).map(([, kind]) => kind).sort()).toEqual(['pdf', 'png']);
  });

  it('is left out where the field is empty', async () => {
    const page = await send('No file', {
      name: '',
      content: Buffer.alloc(0),
      type: 'application/octet-stream',
    });
    expect([page.status, (await mailbox()).at(-1)]).toMatchObject([201, { text: 'No file', evidence: null }]);
  });

  it('is refused in words where its kind is not taken, and no message is kept of it', async () => {
    const before = [await mailbox(), await kept()];
    const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
    for (const [name, content] of [
      ['bomb.zip', zip],
      ['page.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['picture.png', await pdf()],
    ] as const) {
      const page = await send('Kept as typed', { name, content, type: 'application/octet-stream' });
      expect([name, page.status >= 400 && page.status < 500, page.text.includes('Kept as typed')]).toEqual([
        name,
        true,
        true,
      ]);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    }
    expect([await mailbox(), await kept()]).toEqual(before);
  });

  it('is refused to who shows no token, before it is read', async () => {
    const page = await browser.upload(
      '/portal/message?lang=en',
      { token: 'ps_none', text: 'x' },
      { name: 'a.png', content: await png(), type: 'image/png' },
    );
    expect([page.status, page.text.includes('That code is not right')]).toEqual([401, true]);
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = [await mailbox(), await kept()];
    const part = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head =
      part('token', token) +
      part('text', 'Broken off') +
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';
    await new Promise<void>((resolve) => {
      const socket = connect(api.port, '127.0.0.1', () => {
        socket.write(
          'POST /portal/message HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000\r\n\r\n',
        );
        socket.write(head);
        setTimeout(() => socket.destroy(), 300);
      });
      socket.on('close', () => {
        setTimeout(resolve, 300);
      });
    });
    expect([await mailbox(), await kept()]).toEqual(before);
  });

  it.each([
    ['too much before the file', { text: 'x'.repeat(70_000) }, 413],
    ['too many fields', Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}`, 'x'])), 422],
    ['a NUL', { text: 'a\0b' }, 422],
  ])('comes with %s: refused on a page', async (_what, fields, status) => {
    const page = await browser.upload('/portal/message?lang=en', { token, ...fields });
    expect([page.status, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  });
});
