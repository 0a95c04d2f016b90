/** Who else has a case open: those who work on it see each other, parties neither see nor are seen. */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { follow } from '../event-source.ts';
import { describeApi, type Api } from '../harness.ts';
import { foundUntrue, registered, staffOf, type Staff } from '../staff.ts';

const addressOf = ({ id }: CaseView) => `/api/v1/cases/${id}/presence`;
const doing = (doing: string) => ({ doing });

describeApi('presence', (start) => {
  let api: Api;
  let staff: Staff;
  let complaint: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    complaint = await registered(staff);
  });
  const others = async (who: Caller, of: CaseView) => (await who.get(addressOf(of))).body.items as unknown[];

  it('tells who else is there and what they do, and tells those who follow', async () => {
    const stream = await follow(api, staff.supervisor);
    const first = await staff.reception.put(addressOf(complaint), doing('editing'));
    expect([first.status, first.body]).toEqual([200, { items: [] }]);
    expect((await stream.hears(({ event }) => event === 'presence')).data).toEqual({ case: complaint.id });
    stream.cut();
    const seen = await staff.supervisor.put(addressOf(complaint), doing('viewing'));
    expect(seen.body.items).toEqual([
      { id: 'p-reception', name: 'p-reception', doing: 'editing', since: expect.any(String) },
    ]);
    const list = await staff.supervisor.get(`/api/v1/presence?cases=${complaint.id}`);
    expect(list.body.items).toEqual([expect.objectContaining({ case: complaint.id, id: 'p-reception' })]);
  });

  it('is kept as long as somebody does the same, and ends when they leave or are not heard of', async () => {
    const of = await registered(staff);
    await staff.reception.put(addressOf(of), doing('viewing'));
    const [before] = (await others(staff.supervisor, of)) as { since: string }[];
    await staff.reception.put(addressOf(of), doing('viewing'));
    expect(await others(staff.supervisor, of)).toEqual([before]);
    expect((await staff.reception.send('delete', addressOf(of))).status).toBe(204);
    expect(await others(staff.supervisor, of)).toEqual([]);

    await staff.reception.put(addressOf(of), doing('editing'));
    await api.knex.raw(`update case_presence set seen_at = now() - interval '61 seconds' where case_id = ?`, [
      of.id,
    ]);
    expect(await others(staff.supervisor, of)).toEqual([]);
    await api.knex.raw(`update case_presence set seen_at = now() - interval '6 minutes' where case_id = ?`, [
      of.id,
    ]);
    await api.operations.forgetPresence();
    const { rows } = await api.knex.raw<{ rows: unknown[] }>(
      'select 1 from case_presence where case_id = ?',
      [of.id],
    );
    expect(rows).toEqual([]);
  });

  it('is nothing for parties, and for whoever may not know of the case', async () => {
    const { clarification } = await foundUntrue(staff);
    await staff.reception.put(addressOf(clarification), doing('viewing'));
    for (const who of [staff.subject, staff.auditor, staff.reporter]) {
      const replies = await Promise.all([
        who.put(addressOf(clarification), doing('viewing')),
        who.get(addressOf(clarification)),
        who.send('delete', addressOf(clarification)),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
      const list = await who.get(`/api/v1/presence?cases=${clarification.id},${complaint.id}`);
      expect([list.status, list.body]).toEqual([200, { items: [] }]);
    }
    await api.knex.raw(
      `insert into recusals (tenant_id, family_id, person_id, status, ground, case_id, changed_at)
       select tenant_id, family_id, 'p-supervisor', 'granted', 'witness', id, now() from cases where id = ?`,
      [complaint.id],
    );
    await staff.reception.put(addressOf(complaint), doing('viewing'));
    const list = await staff.supervisor.get(`/api/v1/presence?cases=${complaint.id}`);
    expect(list.body.items).toEqual([]);
    // Whoever is recused while they have it open is seen there no more.
    expect(await others(staff.reception, complaint)).toEqual([]);
  });

  it('is asked for a hundred cases at most', async () => {
    const many = (count: number) =>
      `/api/v1/presence?cases=${Array.from({ length: count }, () => complaint.id).join(',')}`;
    expect((await staff.reception.get(many(100))).status).toBe(200);
    expect((await staff.reception.get(many(101))).status).toBe(400);
    expect((await staff.reception.get('/api/v1/presence?cases=x')).status).toBe(400);
  });
});
