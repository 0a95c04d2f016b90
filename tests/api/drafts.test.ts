/** Drafts: whose they are, how long they last, and what is known of them elsewhere, which is nothing. */
import { beforeAll, expect, it } from 'vitest';
import { DRAFT_DAYS, MOST_DRAFTS } from '../../src/domain/draft.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const SECRET = '水务站站长收受礼金';

describeApi('drafts', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const at = (key: string) => `/api/v1/drafts/${key}`;
  const save = (caller: Caller, key: string, text: string, headers: Record<string, string> = {}) =>
    caller.send('put', at(key), JSON.stringify({ content: { text } }), {
      'Content-Type': 'application/json',
      ...headers,
    });
  const keysOf = async (caller: Caller) =>
    ((await caller.get('/api/v1/drafts')).body.items as { key: string }[]).map(({ key }) => key);

  it('are saved, read, listed and removed by whoever wrote them, and by nobody else', async () => {
    const writer = await api.as('p-writer', ['reception_officer']);
    const saved = await save(writer, 'intake', SECRET);
    expect([saved.status, saved.headers.etag]).toEqual([200, '"1"']);
    expect(saved.body).toMatchObject({ key: 'intake', case: null, version: 1 });
    const kept = Date.parse(saved.body.expiresAt) - Date.parse(saved.body.updatedAt);
    expect(kept).toBe(DRAFT_DAYS * 86_400_000);
    expect((await writer.get(at('intake'))).body).toEqual({ ...saved.body, content: { text: SECRET } });
    expect(await keysOf(writer)).toEqual(['intake']);
    for (const other of [staff.reception, staff.supervisor, staff.administrator]) {
      expect((await other.get(at('intake'))).status).toBe(404);
      expect((await other.send('delete', at('intake'))).status).toBe(204);
    }
    expect((await writer.send('delete', at('intake'))).status).toBe(204);
    expect((await writer.get(at('intake'))).status).toBe(404);
    expect(await keysOf(writer)).toEqual([]);
  });

  it('are in no row, no log and no journal in clear', async () => {
    const entries = await api.knex('journal').count({ n: '*' }).first();
    await save(staff.leader, 'intake', SECRET);
    const row = await api.knex('drafts').where({ person_id: staff.leader.person }).first();
    expect((row.sealed as Buffer).includes(SECRET)).toBe(false);
    expect(api.logged.join('')).not.toContain(SECRET);
    expect(await api.knex('journal').count({ n: '*' }).first()).toEqual(entries);
  });

  it('of two windows do not write over each other', async () => {
    const writer = await api.as('p-two-windows', ['reception_officer']);
    const isNew = { 'If-None-Match': '*' };
    expect((await save(writer, 'intake', 'one', isNew)).status).toBe(200);
    const second = await save(writer, 'intake', 'other', isNew);
    expect([second.status, second.body.code, second.body.version]).toEqual([412, 'draft-changed', 1]);
    expect((await save(writer, 'intake', 'one more', { 'If-Match': '"1"' })).body.version).toBe(2);
    expect((await save(writer, 'intake', 'other', { 'If-Match': '"1"' })).status).toBe(412);
    expect((await writer.get(at('intake'))).body.content).toEqual({ text: 'one more' });
    expect((await save(writer, 'intake', 'whatever it was')).body.version).toBe(3);
    await writer.send('delete', at('intake'));
    const gone = await save(writer, 'intake', 'late', { 'If-Match': '"3"' });
    expect([gone.status, gone.body.version]).toEqual([412, null]);
  });

  it('about a case are there while it may be known of, and gone with a recusal', async () => {
    const handled = await registered(staff);
    const key = `case.${handled.id}.NOTE`;
    expect((await save(staff.secondHandler, `case.${ABSENT}.NOTE`, 'x')).status).toBe(404);
    expect((await save(staff.reporter, key, 'x')).status).toBe(404);
    const aside = await api.as('p-aside', ['case_supervisor']);
    expect((await save(aside, key, 'x')).body).toMatchObject({ case: handled.id });
    expect(await keysOf(aside)).toEqual([key]);
    const asked = await staff.reviewer.does(handled, 'REQUEST_RECUSAL', {
      person: 'p-aside',
      ground: 'witness',
      reason: 'x',
    });
    await staff.organHead.does(asked, 'DECIDE_RECUSAL', {
      person: 'p-aside',
      granted: true,
      reason: 'So it is.',
    });
    expect((await aside.get(at(key))).status).toBe(404);
    expect((await save(aside, key, 'more')).status).toBe(404);
    expect(await keysOf(aside)).toEqual([]);
  });

  it('have names that tell nothing, and a size', async () => {
    for (const key of ['Wang', '王', 'case.1.NOTE', `case.${ABSENT}.note`, 'intake-1234', 'a.b'])
      expect([key, (await staff.reception.get(at(encodeURIComponent(key)))).status]).toEqual([key, 400]);
    expect((await save(staff.reception, 'intake-2', 'x'.repeat(102_400))).status).toBe(413);
    expect((await save(staff.reception, 'intake-2', 'x'.repeat(100_000))).status).toBe(200);
  });

  it('are fifty at most', async () => {
    const writer = await api.as('p-many', ['handler']);
    for (let n = 0; n < MOST_DRAFTS; n++) await save(writer, `note-${n}`, 'x');
    const full = await save(writer, 'intake', 'x');
    expect([full.status, full.body.code]).toEqual([409, 'too-many-drafts']);
    expect((await save(writer, 'note-1', 'y')).status).toBe(200);
    await writer.send('delete', at('note-2'));
    expect((await save(writer, 'intake', 'x')).status).toBe(200);
  });

  it('lapse after their days, and are removed then', async () => {
    const writer = await api.as('p-slow', ['handler']);
    await save(writer, 'intake', 'x');
    await save(writer, 'note', 'x');
    await api.knex.raw(
      `update drafts set updated_at = now() - interval '${DRAFT_DAYS} days' where person_id = 'p-slow' and key = 'intake'`,
    );
    expect((await writer.get(at('intake'))).status).toBe(404);
    expect(await keysOf(writer)).toEqual(['note']);
    expect(await api.operations.forgetDrafts()).toBe(1);
    expect(await api.knex('drafts').where({ person_id: 'p-slow' }).pluck('key')).toEqual(['note']);
  });

  it('of the cases of a family go when its texts are erased', async () => {
    const stub = await aComplaint(staff, { transmittalOnly: true, content: undefined });
    const known = await staff.reception.does(stub, 'REGISTER');
    const key = `case.${known.id}.NOTE`;
    await save(staff.reception, key, 'x');
    const up = await staff.reception.does(known, 'SEND_SEALED_UP');
    const path = `/api/v1/cases/${up.id}/erasures`;
    const why = { basis: 'retention', reason: 'Kept long enough.' };
    const proposed = await staff.supervisor.post(path, { what: 'texts', ...why });
    expect(proposed.status).toBe(201);
    const done = await staff.organHead.post(`${path}/${proposed.body.id}/decision`, {
      approve: true,
      reason: 'As proposed.',
    });
    expect(done.status).toBe(200);
    expect(await api.knex('drafts').where({ key })).toEqual([]);
  });
});
