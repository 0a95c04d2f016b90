/**
 * The ladder of alarms, in a sandbox on both databases: each once, in order, at its own instant; warnings beside the case,
 * so that nobody's version goes stale over them, and the due instant on it.
 */
import { beforeAll, expect, it } from 'vitest';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, staffOf, underVerification, type Staff } from '../staff.ts';

interface Entry {
  readonly type: string;
  readonly time: string;
  readonly version: number | null;
  readonly data: { readonly clock: string; readonly level?: string; readonly dueAt?: string };
  readonly effects: readonly { readonly kind: string; readonly notice?: string; readonly who?: string[] }[];
}
const ALARMS = ['clock.warned', 'DEADLINE_PASSED', 'clock.escalated'];

describeApi('the alarms of a clock', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  const moveTo = async (at: string) => {
    const reply = await staff.superior.put('/api/v1/sandbox/clock', { now: at });
    expect(reply.status).toBe(200);
  };
  const stored = async (id: string, key: string) => {
    const [row] = await api.knex('clocks').where({ case_id: id, key, is_active: true });
    const instant = (value: string | null) => (value === null ? null : new Date(value).toISOString());
    return { due: instant(row.due_at)!, next: instant(row.next_alarm_at), alarm: row.alarm as number };
  };
  const alarmsOf = async (id: string, key: string): Promise<Entry[]> => {
    while (await api.operations.integrateJournal());
    const { body } = await staff.supervisor.get(`/api/v1/journal?order=asc&limit=200&case=${id}`);
    return (body.items as Entry[]).filter(
      ({ type, data }) => ALARMS.some((alarm) => type.endsWith(alarm)) && data.clock === key,
    );
  };

  it('go off once each, in order and at their own instants, however far the clock is moved at once', async () => {
    const { id } = await aComplaint(staff);
    const first = await stored(id, 'report.route_out');
    expect(first.alarm).toBe(-1);
    expect(first.next! < first.due).toBe(true);
    await moveTo(new Date(Date.parse(first.due) + 60 * 86_400_000).toISOString());
    const alarms = await alarmsOf(id, 'report.route_out');
    expect(alarms.map(({ type, data }) => [type, data.level ?? ''])).toEqual([
      ['clock.warned', ''],
      ['complaint.DEADLINE_PASSED', ''],
      ['clock.escalated', 'overdue_1'],
      ['clock.escalated', 'overdue_2'],
    ]);
    const times = alarms.map(({ time }) => time);
    expect(times.slice(0, 2)).toEqual([first.next, first.due]);
    expect(times).toEqual(times.toSorted());
    expect(await api.operations.fireDueClocks()).toBe(0);
    expect(await stored(id, 'report.route_out')).toMatchObject({ next: null, alarm: 3 });
  });

  it('are never early', async () => {
    const { id } = await aComplaint(staff);
    const { next } = await stored(id, 'report.route_out');
    await moveTo(new Date(Date.parse(next!) - 60_000).toISOString());
    expect(await alarmsOf(id, 'report.route_out')).toEqual([]);
    await moveTo(next!);
    expect((await alarmsOf(id, 'report.route_out')).map(({ time }) => time)).toEqual([next]);
  });

  it('that warn take no version of the case: who read it before may act on what they read', async () => {
    const seen = await aComplaint(staff);
    const { next, due } = await stored(seen.id, 'report.route_out');
    await moveTo(next!);
    const [warned] = await alarmsOf(seen.id, 'report.route_out');
    expect(warned).toMatchObject({ type: 'clock.warned', data: { dueAt: due } });
    const now = await staff.reception.reads(seen);
    expect([now.version, now.state]).toEqual([seen.version, seen.state]);
    expect((await staff.reception.does(seen, 'REGISTER')).version).toBe(seen.version + 1);
  });

  it('tell those whom the profile names', async () => {
    const { id } = await aComplaint(staff);
    const { due } = await stored(id, 'report.route_out');
    await moveTo(new Date(Date.parse(due) + 60 * 86_400_000).toISOString());
    const { rows } = await api.knex.raw<{ rows: { type: string; disclosure: string }[] }>(
      `select j.type, s.disclosure from journal j
       join journal_sealed s on s.tenant_id = j.tenant_id and s.entry_id = j.id and s.name = 'effects'
       where j.case_id = ? and j.type like 'clock.%' order by j.occurred_at`,
      [id],
    );
    const told = rows.flatMap(({ disclosure }) => {
      const [, , effects] = JSON.parse(Buffer.from(disclosure, 'base64url').toString()) as [
        0,
        0,
        Entry['effects'],
      ];
      return effects.map(({ notice, who }) => [notice, who]);
    });
    expect(told).toEqual(
      expect.arrayContaining([
        ['near:report.route_out', ['reception_officer', 'case_supervisor']],
        ['overdue_1:report.route_out', ['approver_head', 'case_supervisor']],
        ['overdue_2:report.route_out', ['superior_body']],
      ]),
    );
  });

  it('warn once more before the new date after an extension', async () => {
    const { allegation } = await underVerification(staff);
    const before = await stored(allegation.id, 'report.verify');
    await moveTo(before.next!);
    expect((await alarmsOf(allegation.id, 'report.verify')).map(({ time }) => time)).toEqual([before.next]);
    await staff.leader.does(allegation, 'EXTEND', { clock: 'report.verify', reason: 'Complex.' });
    const after = await stored(allegation.id, 'report.verify');
    expect([after.alarm, after.due > before.due]).toEqual([-1, true]);
    await moveTo(after.due);
    expect((await alarmsOf(allegation.id, 'report.verify')).map(({ type, time }) => [type, time])).toEqual([
      ['clock.warned', before.next],
      ['clock.warned', after.next],
      ['allegation.DEADLINE_PASSED', after.due],
    ]);
  });

  it('stop with the pause of a suspension, and wait for what is left after it', async () => {
    const { allegation } = await underVerification(staff);
    const { due } = await stored(allegation.id, 'report.verify');
    const suspended = await staff.leader.does(allegation, 'SUSPEND', {
      ground: 'force_majeure',
      trigger: 'A flood.',
      reason: 'Nobody can travel.',
    });
    const [row] = await api.knex('clocks').where({ case_id: allegation.id, key: 'report.verify' });
    expect([row.due_at, row.next_alarm_at]).toEqual([null, null]);
    await moveTo(new Date(Date.parse(due) + 86_400_000).toISOString());
    expect(await alarmsOf(allegation.id, 'report.verify')).toEqual([]);
    // The review of the suspension came due meanwhile: that is a version of the case.
    const now = await staff.leader.reads(suspended);
    await staff.leader.does(now, 'RESUME', { reason: 'The roads are open.' });
    const after = await stored(allegation.id, 'report.verify');
    expect([after.alarm, after.due > due]).toEqual([-1, true]);
  });

  it('leave every case exactly what its journal says', async () => {
    const differing: string[] = [];
    await api.operations.replayCases({ onDifference: (id, why) => differing.push(`${id} ${why}`) });
    expect(differing).toEqual([]);
  });
});
