/**
 * Recording deadlines, with workers and people at the same cases at once: on PostgreSQL, where they really meet. Every
 * race is set up by holding a lock, none is hoped for.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { opensFor } from '../database.ts';
import { apisOver, describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';

/** Makes every running clock of a case due a minute ago. */
const makeDue = (knex: Knex, caseId: string) => {
  const due = new Date(Date.now() - 60_000);
  return knex('clocks')
    .where({ case_id: caseId, is_active: true })
    .update({ due_at: due, alarm: 0, next_alarm_at: due });
};
const passedIn = async (knex: Knex, caseId: string): Promise<number> =>
  (await knex('journal').where({ case_id: caseId, type: 'complaint.DEADLINE_PASSED' })).length;

describeApi('a deadline that has passed', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const fireAll = async () => {
    let count = 0;
    for (
      let fired = await api.operations.fireDueClocks();
      fired > 0;
      fired = await api.operations.fireDueClocks()
    )
      count += fired;
    return count;
  };

  it('is one event of the case, by the system, and marks it overdue', async () => {
    const complaint = await aComplaint(staff);
    await makeDue(api.knex, complaint.id);
    expect(await fireAll()).toBe(2);
    const now = await staff.reception.reads(complaint);
    expect([now.version, now.state]).toEqual([3, 'received']);
    const { body } = await staff.reception.get(`/api/v1/cases/${complaint.id}/events`);
    const passed = body.items.slice(1) as { type: string; actor: string; data: object }[];
    expect(passed.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ clock: 'report.route_out' }, { clock: 'report.accept_notice' }]),
    );
    const submitted = body.items[0].actor as string;
    for (const { type, actor } of passed) {
      expect(type).toBe('complaint.DEADLINE_PASSED');
      expect(actor).not.toBe(submitted);
    }
    const clocks = (await staff.reception.get(`/api/v1/cases/${complaint.id}/clocks`)).body.items;
    expect(clocks.every(({ isOverdue }: { isOverdue: boolean }) => isOverdue)).toBe(true);
  });

  it('is recorded once, however often it is looked for', async () => {
    const complaint = await aComplaint(staff);
    await makeDue(api.knex, complaint.id);
    await Promise.all(Array.from({ length: 6 }, () => fireAll()));
    expect(await fireAll()).toBe(0);
    expect(await passedIn(api.knex, complaint.id)).toBe(2);
  });

  it('is not recorded when its clock was stopped in time', async () => {
    const complaint = await registered(staff);
    await makeDue(api.knex, complaint.id);
    const accepted = await staff.reception.does(complaint, 'ACCEPT');
    await fireAll();
    expect(await passedIn(api.knex, accepted.id)).toBe(0);
  });

  it('is recorded later when this program does not know the version its case runs on', async () => {
    const complaint = await aComplaint(staff);
    await makeDue(api.knex, complaint.id);
    const setVersion = (procedure_version: number) =>
      api.knex('cases').where({ id: complaint.id }).update({ procedure_version });
    await setVersion(99);
    expect(await fireAll()).toBe(0);
    await setVersion(1);
    expect(await fireAll()).toBe(2);
  });

  it('is void when its case has ended meanwhile, and does not come back', async () => {
    const complaint = await registered(staff);
    const clocks = await api.knex('clocks').where({ case_id: complaint.id, is_active: true });
    await staff.reception.does(complaint, 'DECLINE', { reason: 'no_substance' });
    const { id } = clocks[0] as { id: string };
    await api
      .knex('clocks')
      .where({ id })
      .update({ is_active: true, due_at: new Date(0), alarm: 0, next_alarm_at: new Date(0) });
    expect(await fireAll()).toBe(0);
    const [after] = await api.knex('clocks').where({ id });
    expect([after.is_active, after.fired_at]).toEqual([false, null]);
    expect(await passedIn(api.knex, complaint.id)).toBe(0);
  });

  it('that cannot be judged keeps no other from being recorded, and is an error once it is alone', async () => {
    const [odd, sound] = [await aComplaint(staff), await aComplaint(staff)];
    for (const { id } of [odd, sound]) await makeDue(api.knex, id);
    const profile = (profile_hash: string) =>
      api.knex('cases').where({ id: odd.id }).update({ profile_hash });
    await profile('unknown');
    await expect(fireAll()).rejects.toThrow('no profile is stored under unknown');
    expect(await passedIn(api.knex, sound.id)).toBe(2);
    await profile(odd.profile);
    expect(await fireAll()).toBe(2);
  });

  it('does not keep the case from going on, and is stopped by what should have come in time', async () => {
    const complaint = await registered(staff);
    await makeDue(api.knex, complaint.id);
    await fireAll();
    const late = await staff.reception.reads(complaint);
    await staff.reception.does(late, 'ACCEPT');
    const { body } = await staff.reception.get(`/api/v1/cases/${complaint.id}/clocks`);
    const routing = body.items.find(({ clock }: { clock: string }) => clock === 'report.route_out');
    expect([routing.isOverdue, routing.stoppedAt === null]).toEqual([false, false]);
  });
});

describe('workers and people at one case', () => {
  const start = apisOver(opensFor('postgresql'));
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });

  it('pass each other by: a case that is being written is left for later, and no step waits for a worker that waits for it', async () => {
    const held = await registered(staff);
    const free = await registered(staff);
    for (const { id } of [held, free]) await makeDue(api.knex, id);
    await api.knex.transaction(async (step) => {
      await step('cases').where({ id: held.id }).forUpdate();
      for (
        let fired = await api.operations.fireDueClocks();
        fired > 0;
        fired = await api.operations.fireDueClocks()
      );
      // The step goes on to the clocks of its case.
      await step('clocks').where({ case_id: held.id }).update({ is_active: true });
    });
    expect(await passedIn(api.knex, free.id)).toBe(2);
    expect(await passedIn(api.knex, held.id)).toBe(0);
    while ((await api.operations.fireDueClocks()) > 0);
    expect(await passedIn(api.knex, held.id)).toBe(2);
  });

  it('leave to another worker what one of them holds', async () => {
    const complaint = await registered(staff);
    await makeDue(api.knex, complaint.id);
    await api.knex.transaction(async (other) => {
      await other('clocks').where({ case_id: complaint.id }).forUpdate();
      expect(await api.operations.fireDueClocks()).toBe(0);
    });
    expect(await api.operations.fireDueClocks()).toBeGreaterThan(0);
  });

  it('record each of many deadlines once while the cases are acted on', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => registered(staff)));
    for (const { id } of cases) await makeDue(api.knex, id);
    const acting = cases.map(async (complaint) => {
      for (let tries = 0; tries < 20; tries++) {
        const now = await staff.reception.reads(complaint);
        const reply = await staff.reception.tries(now, 'ACCEPT');
        if (reply.status === 200) return;
        expect(reply.status).toBe(412);
      }
      throw new Error('it never got through');
    });
    const working = Array.from({ length: 3 }, async () => {
      for (let rounds = 0; rounds < 15; rounds++) await api.operations.fireDueClocks();
    });
    await Promise.all([...acting, ...working]);
    while ((await api.operations.fireDueClocks()) > 0);
    const { rows } = await api.knex.raw<{ rows: { most: number }[] }>(
      `select max(count)::int as most from (
         select count(*) from journal j join journal_sealed d on d.entry_id = j.id and d.name = 'data'
         where j.type = 'complaint.DEADLINE_PASSED' and j.case_id = any(?::uuid[]) group by j.case_id, d.disclosure) n`,
      [`{${cases.map(({ id }) => id).join(',')}}`],
    );
    expect(rows[0]!.most).toBeLessThanOrEqual(1);
    const differing: string[] = [];
    await api.operations.replayCases({ onDifference: (id, why) => differing.push(`${id} ${why}`) });
    expect(differing).toEqual([]);
  });
});
