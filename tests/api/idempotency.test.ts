/** Requests that are sent again: one effect, one answer, whatever happened to the case meanwhile. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';

describeApi('a request that is sent again', (start) => {
  let api: Api;
  let staff: Staff;
  let keys = 0;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const withKey = (key = `key-${++keys}`) => ({ 'Idempotency-Key': key });
  const events = (id: string) => `/api/v1/cases/${id}/events`;

  it('opens one case and gets the same answer, also after the case moved on', async () => {
    const key = withKey();
    const data = { channel: 'letter', reference: 'r-1' };
    const first = await staff.reception.triesToOpen('complaint', data, key);
    expect(first.status).toBe(201);
    await staff.reception.does(await staff.reception.does(first.body, 'REGISTER'), 'ACCEPT');
    const before = await countRows(api.knex);
    const again = await staff.reception.triesToOpen('complaint', data, key);
    expect([again.status, again.body, again.headers.location, again.headers.etag]).toEqual([
      201,
      first.body,
      first.headers.location,
      '"1"',
    ]);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('acts once and gets the first answer, although the version it names is long past', async () => {
    const complaint = await registered(staff);
    const key = withKey();
    const first = await staff.reception.tries(complaint, 'ACCEPT', {}, key);
    await staff.reception.does(first.body, 'NOTE', { text: 'Later.' });
    for (const tag of [`"${complaint.version}"`, '"1"', '*']) {
      const again = await staff.reception.tries(complaint, 'ACCEPT', {}, { ...key, 'If-Match': tag });
      expect([again.status, again.body, again.headers.etag]).toEqual([200, first.body, '"3"']);
    }
    expect((await staff.reception.reads(complaint)).version).toBe(4);
  });

  it('may say the key in quotation marks or without', async () => {
    const complaint = await registered(staff);
    const first = await staff.reception.tries(complaint, 'NOTE', { text: 'Once.' }, withKey('plain'));
    const again = await staff.reception.tries(complaint, 'NOTE', { text: 'Once.' }, withKey('"plain"'));
    expect(again.body).toEqual(first.body);
  });

  it('is refused when the body differs, and when the address does', async () => {
    const complaint = await registered(staff);
    const other = await registered(staff);
    const key = withKey();
    const first = await staff.reception.tries(complaint, 'NOTE', { text: 'One.' }, key);
    expect(first.status).toBe(200);
    const replies = [
      await staff.reception.tries(first.body, 'NOTE', { text: 'Two.' }, key),
      await staff.reception.tries(other, 'NOTE', { text: 'One.' }, key),
      await staff.reception.triesToOpen('complaint', {}, key),
    ];
    for (const reply of replies)
      expect([reply.status, reply.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await staff.reception.reads(other)).version).toBe(other.version);
  });

  it('keeps the keys of one person apart from those of another', async () => {
    const complaint = await registered(staff);
    const key = withKey();
    const mine = await staff.reception.does(complaint, 'NOTE', { text: 'Mine.' }, key);
    const theirs = await staff.supervisor.does(mine, 'NOTE', { text: 'Theirs.' }, key);
    expect(theirs.version).toBe(mine.version + 1);
  });

  it('shares the keys of one person between that person’s keys to the API', async () => {
    const complaint = await registered(staff);
    const key = withKey();
    const first = await staff.reception.does(complaint, 'NOTE', { text: 'Once.' }, key);
    const second = await api.as(staff.reception.person, ['reception_officer']);
    expect(await second.does(complaint, 'NOTE', { text: 'Once.' }, key)).toEqual(first);
  });

  it('takes effect once when it arrives many times at once', async () => {
    const complaint = await registered(staff);
    const key = withKey();
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => staff.reception.tries(complaint, 'NOTE', { text: 'Once.' }, key)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200));
    for (const { body } of replies) expect(body).toEqual(replies[0]!.body);
    expect((await staff.reception.reads(complaint)).version).toBe(complaint.version + 1);
  });

  it('opens one case when it arrives many times at once', async () => {
    const key = withKey();
    const before = await countRows(api.knex);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => staff.reception.triesToOpen('complaint', {}, key)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect((await countRows(api.knex)).cases).toBe(before.cases! + 1);
  });

  it('is a new request once its seven days are over', async () => {
    const complaint = await registered(staff);
    const key = withKey();
    const first = await staff.reception.does(complaint, 'NOTE', { text: 'x' }, key);
    const age = (interval: string) =>
      api.knex.raw(`update idempotency_keys set created_at = now() - interval '${interval}' where key = ?`, [
        key['Idempotency-Key'],
      ]);
    await age('6 days 23 hours');
    await api.operations.forgetAnswered();
    expect((await staff.reception.tries(complaint, 'NOTE', { text: 'x' }, key)).body).toEqual(first);
    await age('7 days 1 hour');
    expect(await api.operations.forgetAnswered()).toBe(1);
    expect((await staff.reception.tries(complaint, 'NOTE', { text: 'x' }, key)).status).toBe(412);
  });

  it('is judged anew when the first one was refused', async () => {
    const opened = await aComplaint(staff);
    const key = withKey();
    const refused = await staff.reception.tries(opened, 'ACCEPT', {}, key);
    expect(refused.status).toBe(409);
    const ready = await staff.reception.does(opened, 'REGISTER');
    expect((await staff.reception.tries(ready, 'ACCEPT', {}, key)).status).toBe(200);
  });

  it('finds no case with a key once the case is not to be known of', async () => {
    const complaint = await registered(staff);
    const reply = await staff.auditor.tries(complaint, 'NOTE', { text: 'x' }, withKey());
    expect(reply.status).toBe(404);
  });

  it.each(['', '""', ' ', 'é', 'x'.repeat(257), 'two\u0009words'])(
    'refuses %j as a key, and does nothing',
    async (key) => {
      const complaint = await registered(staff);
      const reply = await staff.reception.post(
        events(complaint.id),
        { type: 'NOTE', data: { text: 'x' } },
        { 'If-Match': `"${complaint.version}"`, 'Idempotency-Key': key },
      );
      expect([reply.status, reply.body.code]).toEqual([400, 'bad-parameter']);
      expect((await staff.reception.reads(complaint)).version).toBe(complaint.version);
    },
  );
});
