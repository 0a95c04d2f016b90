/** Asking what an event would do: the outcome of the real thing, and not a row more in any table. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

describeApi('a dry run', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const dry = (id: string, value = 'true') => `/api/v1/cases/${id}/events?dryRun=${value}`;
  const tag = (version: number) => ({ 'If-Match': `"${version}"` });

  it('tells the outcome of an event and writes nothing', async () => {
    const accepted = await staff.reception.does(await registered(staff), 'ACCEPT');
    const handOver = {
      type: 'HAND_OVER',
      data: { supervisorInformed: true, allegations: [{ point: 'point-1', subject: SUBJECT }] },
    };
    const before = await countRows(api.knex);
    const told = await staff.reception.post(dry(accepted.id), handOver, tag(accepted.version));
    expect([told.status, told.headers.etag]).toEqual([200, '"4"']);
    expect(await countRows(api.knex)).toEqual(before);
    expect(await staff.reception.reads(accepted)).toEqual(accepted);

    const done = await staff.reception.does(accepted, 'HAND_OVER', handOver.data);
    const apart = { updatedAt: '' };
    const { outcome, ...view } = told.body;
    expect({ ...done, ...apart }).toEqual({ ...view, ...apart });
    expect(outcome).toMatchObject({ from: 'accepted', to: done.state, opens: ['allegation'] });
  });

  it('tells a refusal and does not journal it', async () => {
    const opened = await aComplaint(staff);
    const before = await countRows(api.knex);
    const notNow = await staff.reception.post(dry(opened.id), { type: 'ACCEPT' }, tag(1));
    const notHere = await staff.handler.post(dry(opened.id), { type: 'REGISTER' }, tag(1));
    expect([notNow.status, notHere.status]).toEqual([409, 403]);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('keeps no answer for the key it carries', async () => {
    const opened = await aComplaint(staff);
    const key = { ...tag(1), 'Idempotency-Key': 'dry-1' };
    expect((await staff.reception.post(dry(opened.id), { type: 'REGISTER' }, key)).status).toBe(200);
    const real = await staff.reception.post(`/api/v1/cases/${opened.id}/events`, { type: 'REGISTER' }, key);
    expect(real.body.version).toBe(2);
    expect((await staff.reception.reads(opened)).version).toBe(2);
  });

  it('is the real thing when it is said to be none', async () => {
    const opened = await aComplaint(staff);
    const reply = await staff.reception.post(dry(opened.id, 'false'), { type: 'REGISTER' }, tag(1));
    expect(reply.status).toBe(200);
    expect((await staff.reception.reads(opened)).version).toBe(2);
  });

  it('asks for a version as the real thing does', async () => {
    const opened = await aComplaint(staff);
    const none = await staff.reception.post(dry(opened.id), { type: 'REGISTER' });
    const stale = await staff.reception.post(dry(opened.id), { type: 'REGISTER' }, tag(7));
    expect([none.status, stale.status]).toEqual([428, 412]);
  });

  it.each(['', 'yes', '1', 'TRUE'])('refuses %j as an answer to whether it is one', async (value) => {
    const opened = await aComplaint(staff);
    const reply = await staff.reception.post(dry(opened.id, value), { type: 'REGISTER' }, tag(1));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([400, '/query/dryRun']);
    expect((await staff.reception.reads(opened)).version).toBe(1);
  });
});
