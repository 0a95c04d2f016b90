/** A database that has no room: writes are refused with 503 and leave nothing half done, reads go on, and it passes. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

describeApi('a full disk', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    await api.knex.raw(`
      create function no_room() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file: no space left on device' using errcode = 'disk_full';
      end $$`);
  });
  const whileFull = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
    await api.knex.raw(
      `create trigger no_room before insert on ${table} for each row execute function no_room()`,
    );
    try {
      return await work();
    } finally {
      await api.knex.raw(`drop trigger no_room on ${table}`);
    }
  };

  it.each(['journal', 'journal_sealed', 'journal_queue', 'idempotency_keys'])(
    'under the table %s refuses a step and an opening as a whole, and they work again afterwards',
    async (table) => {
      const complaint = await registered(staff);
      const before = await countRows(api.knex);
      const key = (name: string) => ({ 'Idempotency-Key': `${name}-${table}` });
      const replies = await whileFull(table, async () => [
        await staff.reception.tries(complaint, 'ACCEPT', {}, key('act')),
        await staff.reception.triesToOpen('complaint', {}, key('open')),
      ]);
      for (const reply of replies)
        expect([reply.status, reply.body.code, reply.headers['retry-after']]).toEqual([
          503,
          'database-away',
          '2',
        ]);
      expect(await countRows(api.knex)).toEqual(before);
      expect(await staff.reception.reads(complaint)).toEqual(complaint);
      expect((await staff.reception.tries(complaint, 'ACCEPT', {}, key('act'))).status).toBe(200);
      expect((await staff.reception.triesToOpen('complaint', {}, key('open'))).status).toBe(201);
    },
  );

  it('lets no refusal out that it cannot keep', async () => {
    const complaint = await registered(staff);
    const before = await countRows(api.knex);
    const reply = await whileFull('journal', () => staff.handler.tries(complaint, 'ACCEPT'));
    expect([reply.status, reply.body.code]).toEqual([503, 'database-away']);
    expect(await countRows(api.knex)).toEqual(before);
    expect((await staff.handler.tries(complaint, 'ACCEPT')).status).toBe(403);
  });

  it('keeps nobody from reading, but for sealed texts, whose reading has to be on record first', async () => {
    const complaint = await registered(staff);
    const statusesOf = (...reads: string[]) =>
      Promise.all(
        reads.map(async (rest) => (await staff.handler.get(`/api/v1/cases/${complaint.id}${rest}`)).status),
      );
    const reads = ['', '/actions', '/clocks', '/family', '/events'];
    expect(await whileFull('journal', () => statusesOf(...reads))).toEqual([200, 200, 200, 200, 503]);
    expect(await statusesOf('/events')).toEqual([200]);
    // It is on record for the hour: no more has to be written.
    expect(await whileFull('journal', () => statusesOf('/events'))).toEqual([200]);
  });
});
