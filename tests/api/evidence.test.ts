/** Evidence over HTTP: it comes, is hashed, is read by those who may, as an attachment, and every download is on record. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';
import { docx, eml, odt, pdf, photo, png, SECRET, wav } from './evidence-files.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describeApi('evidence', (start) => {
  let api: Api;
  let staff: Staff;
  let complaint: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    complaint = await registered(staff);
  });

  const at = ({ id }: Pick<CaseView, 'id'>, rest = '') =>
    `http://127.0.0.1:${api.port}/api/v1/cases/${id}/evidence${rest}`;
  const sends = (
    caller: Caller,
    on: Pick<CaseView, 'id'>,
    body: Buffer | FormData,
    headers: Record<string, string> = {},
  ) =>
    fetch(at(on), {
      method: 'POST',
      body: body instanceof FormData ? body : new Uint8Array(body),
      headers: { Authorization: `Bearer ${caller.secret}`, ...headers },
    });
  const gets = (caller: Caller, on: Pick<CaseView, 'id'>, rest = '', headers: Record<string, string> = {}) =>
    fetch(at(on, rest), { headers: { Authorization: `Bearer ${caller.secret}`, ...headers } });
  const added = async (caller: Caller, on: Pick<CaseView, 'id'>, body: Buffer, headers = {}) => {
    const reply = await sends(caller, on, body, headers);
    const view = (await reply.json()) as Record<string, unknown> & { id: string };
    expect([reply.status, view]).toEqual([201, expect.anything()]);
    return view;
  };
  const reads = async () => {
    const { rows } = await api.knex.raw<{ rows: { disclosure: string }[] }>(
      `select s.disclosure from journal j join journal_sealed s on s.entry_id = j.id where j.type = 'evidence.read'`,
    );
    return rows.map(({ disclosure }) => Buffer.from(disclosure, 'base64url').toString('utf8'));
  };

  it.each([
    ['pdf', 'application/pdf', pdf],
    ['jpeg', 'image/jpeg', photo],
    ['png', 'image/png', png],
    ['docx', 'application/octet-stream', () => docx()],
    ['odt', 'application/octet-stream', odt],
    ['wav', 'audio/x-wav', () => wav],
    ['eml', 'message/rfc822', () => eml],
    ['csv', 'text/csv', () => Buffer.from('a,b\n1,2\n')],
    ['txt', 'text/plain', () => Buffer.from('证词一份\n')],
    ['txt', 'text/plain', () => Buffer.from([0xd6, 0xa4, 0xb4, 0xca, 0x0a])],
  ])('takes %s as %s', async (kind, type, make) => {
    const bytes = await make();
    const reply = await sends(staff.reception, complaint, bytes, { 'Content-Type': type });
    const view = (await reply.json()) as Record<string, unknown>;
    expect([reply.status, view.kind, view.sha256, view.size]).toEqual([
      201,
      kind,
      sha256(bytes),
      bytes.length,
    ]);
    expect(reply.headers.get('repr-digest')).toBe(
      `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
    );
    expect(reply.headers.get('location')).toBe(`/api/v1/cases/${complaint.id}/evidence/${String(view.id)}`);
    const got = await gets(staff.handler, complaint, `/${String(view.id)}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('keeps the hash in the journal, and the name out of everything but the list', async () => {
    const bytes = Buffer.from('a statement');
    const view = await added(staff.reception, complaint, bytes, {
      'Content-Type': 'text/plain',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent('张三的证词.txt')}`,
    });
    expect(view.name).toBe('张三的证词.txt');
    const entry = await staff.auditor.get(`/api/v1/journal?type=evidence.added&limit=200`);
    expect(entry.text).not.toContain('张三');
    const { rows } = await api.knex.raw<{ rows: { disclosure: string }[] }>(
      `select disclosure from journal_sealed where entry_id = ?`,
      [String(view.entry)],
    );
    const told = Buffer.from(rows[0]!.disclosure, 'base64url').toString('utf8');
    expect(told).toContain(sha256(bytes));
    expect(told).not.toContain('张三');
    const got = await gets(staff.handler, complaint, `/${view.id}`);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="evidence-${view.id}.txt"`);
    expect(api.logged.join('')).not.toContain('张三');
  });

  it('takes a form with one file', async () => {
    const form = new FormData();
    form.set('file', new Blob(['by form'], { type: 'text/plain' }), 'form.txt');
    const reply = await sends(staff.reception, complaint, form);
    expect([reply.status, ((await reply.json()) as { name: string }).name]).toEqual([201, 'form.txt']);
    form.set('other', new Blob(['more'], { type: 'text/plain' }), 'more.txt');
    expect((await sends(staff.reception, complaint, form)).status).toBe(422);
  });

  it('is served as an attachment that can do nothing, in parts if asked', async () => {
    const bytes = Buffer.from('0123456789'.repeat(20_000));
    const { id } = await added(staff.reception, complaint, bytes, { 'Content-Type': 'text/plain' });
    const whole = await gets(staff.handler, complaint, `/${id}`);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '200000',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
    });
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=65530-65545', 65_530, 65_546],
      ['bytes=199990-', 199_990, 200_000],
      ['bytes=-5', 199_995, 200_000],
      ['bytes=5-999999', 5, 200_000],
    ] as const) {
      const part = await gets(staff.handler, complaint, `/${id}`, { Range: range });
      expect([range, part.status, part.headers.get('content-range')]).toEqual([
        range,
        206,
        `bytes ${from}-${to - 1}/200000`,
      ]);
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
    }
    const beyond = await gets(staff.handler, complaint, `/${id}`, { Range: 'bytes=200000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */200000']);
  });

  it('puts each download on record, with its purpose', async () => {
    const { id } = await added(staff.reception, complaint, Buffer.from('read me'), {
      'Content-Type': 'text/plain',
    });
    const before = (await reads()).length;
    await gets(staff.handler, complaint, `/${id}`, { 'X-Purpose': 'handling' });
    await gets(staff.handler, complaint, `/${id}`);
    const told = await reads();
    expect(told.length).toBe(before + 2);
    for (const purpose of ['handling', 'not_stated'])
      expect(told.filter((entry) => entry.includes(id) && entry.includes(`"${purpose}"`))).toHaveLength(1);
    expect((await gets(staff.handler, complaint, `/${id}`, { 'X-Purpose': 'curiosity' })).status).toBe(400);
  });

  it('tells staff who opened what, and no party; and what is taken before anything is chosen', async () => {
    const { id } = await added(staff.reception, complaint, await png());
    await (await gets(staff.supervisor, complaint, `/${id}`)).arrayBuffer();
    const address = `/api/v1/cases/${complaint.id}/evidence-readings`;
    const { body } = await staff.reception.get(address);
    const of = (body.items as { evidence: string; copy: string; by: string }[]).filter(
      ({ evidence }) => evidence === id,
    );
    expect([of.map(({ copy }) => copy), body.isCapped]).toEqual([['original'], false]);
    expect(of[0]?.by).toMatch(/^a-/);
    expect((await staff.system.get(address)).status).toBe(404);
    expect((await staff.reporter.get(address)).status).toBe(404);
    const listed = await staff.reception.get(`/api/v1/cases/${complaint.id}/evidence`);
    expect(listed.body.limits.kinds).toContainEqual(
      expect.objectContaining({ kind: 'pdf', endings: ['pdf'] }),
    );
  });

  it('has a copy without metadata beside the original', async () => {
    for (const make of [photo, pdf]) {
      const bytes = await make();
      const { id } = await added(staff.reception, complaint, bytes, {});
      const clean = await gets(staff.handler, complaint, `/${id}?copy=cleaned`);
      const cleaned = Buffer.from(await clean.arrayBuffer());
      expect([make.name, clean.status]).toEqual([make.name, 200]);
      expect(cleaned.toString('latin1')).not.toContain(SECRET);
      const { body } = await staff.handler.get(`/api/v1/cases/${complaint.id}/evidence`);
      const shown = (body.items as { id: string; cleaned: object }[]).find((each) => each.id === id);
      expect(shown?.cleaned).toEqual({ size: cleaned.length, sha256: sha256(cleaned) });
    }
    const text = await added(staff.reception, complaint, Buffer.from('plain'), {
      'Content-Type': 'text/plain',
    });
    expect([text.cleaned, text.notCleaned]).toEqual([null, 'no_cleaner']);
    expect((await gets(staff.handler, complaint, `/${text.id}?copy=cleaned`)).status).toBe(404);
  }, 60_000);

  describe('need to know', () => {
    it('gives a reporter their own files and no others, and a subject none of theirs', async () => {
      const own = await staff.reporter.opens('complaint', {
        channel: 'web',
        subject: 'p-subject',
        content: 'x',
      });
      const mine = await added(staff.reporter, own, Buffer.from('mine'), { 'Content-Type': 'text/plain' });
      const theirs = await added(staff.reception, own, Buffer.from('theirs'), {
        'Content-Type': 'text/plain',
      });
      const { body } = await staff.reporter.get(`/api/v1/cases/${own.id}/evidence`);
      expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([mine.id]);
      expect((await gets(staff.reporter, own, `/${mine.id}`)).status).toBe(200);
      expect((await gets(staff.reporter, own, `/${theirs.id}`)).status).toBe(404);
      expect(String(mine.addedAt)).toMatch(/:00:00\.000Z$/);
      for (const caller of [staff.subject, staff.otherReporter, staff.auditor]) {
        expect((await gets(caller, own, `/${mine.id}`)).status).toBe(404);
        expect((await sends(caller, own, Buffer.from('x'), { 'Content-Type': 'text/plain' })).status).toBe(
          404,
        );
      }
    });

    it('ends with the case', async () => {
      const one = await aComplaint(staff);
      await api.knex.raw('update cases set is_open = false where id = ?', [one.id]);
      const reply = await sends(staff.reception, one, Buffer.from('late'), { 'Content-Type': 'text/plain' });
      expect(reply.status).toBe(409);
    });

    it('knows nothing of a file under the id of another case', async () => {
      const { id } = await added(staff.reception, complaint, Buffer.from('here'), {
        'Content-Type': 'text/plain',
      });
      const other = await aComplaint(staff);
      expect((await gets(staff.handler, other, `/${id}`)).status).toBe(404);
      expect((await gets(staff.handler, complaint, '/../../x')).status).toBe(404);
    });
  });

  it('cuts a file that was altered in the store, and says so', async () => {
    const folder = join(api.dataDir, 'evidence');
    const before = new Set(filesIn(folder));
    const { id } = await added(staff.reception, complaint, Buffer.alloc(300_000, 'a'), {
      'Content-Type': 'text/plain',
    });
    const [file] = filesIn(folder).filter((each) => !before.has(each));
    const bytes = readFileSync(file!);
    expect(bytes.includes(Buffer.from('aaaa'))).toBe(false);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file!, bytes);
    const late = gets(staff.handler, complaint, `/${id}`).then((reply) => reply.arrayBuffer());
    await expect(late).rejects.toThrow();
    bytes[50]! ^= 1;
    writeFileSync(file!, bytes);
    const early = await gets(staff.handler, complaint, `/${id}`);
    expect([early.status, ((await early.json()) as { code: string }).code]).toEqual([500, 'file-damaged']);
  });

  it('is gone when its key is dropped', async () => {
    const { id } = await added(staff.reception, complaint, Buffer.from('to be erased'), {
      'Content-Type': 'text/plain',
    });
    await api.knex.raw('update evidence set wrapped = null where id = ?', [id]);
    expect((await gets(staff.handler, complaint, `/${id}`)).status).toBe(404);
    const { body } = await staff.handler.get(`/api/v1/cases/${complaint.id}/evidence`);
    expect((body.items as { id: string; isErased: boolean }[]).find((each) => each.id === id)?.isErased).toBe(
      true,
    );
  });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());
