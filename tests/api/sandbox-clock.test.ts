/** The clock of a sandbox: it moves forward only, and what falls due on the way is recorded in order, at its instant. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, staffOf, type Staff } from '../staff.ts';

const CLOCK = '/api/v1/sandbox/clock';
const DAY = 86_400_000;
interface Deadline {
  readonly time: string;
  readonly case: string;
  readonly data: { clock: string };
}

describeApi('the clock of a sandbox', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  const now = async () => (await staff.superior.get(CLOCK)).body.now as string;
  const moveTo = (at: string) => staff.superior.put(CLOCK, { now: at });
  const dueOf = async (id: string, key: string) => {
    const { body } = await staff.superior.get(`/api/v1/cases/${id}/clocks`);
    return (body.items as { clock: string; dueAt: string; isOverdue: boolean }[]).find(
      ({ clock }) => clock === key,
    )!;
  };
  const deadlines = async (query = ''): Promise<Deadline[]> => {
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get(`/api/v1/journal?order=asc&limit=200${query}`);
    return (body.items as (Deadline & { type: string })[]).filter(({ type }) =>
      type.endsWith('.DEADLINE_PASSED'),
    );
  };

  it('can be read, moved forward, and not back', async () => {
    const before = await now();
    const ahead = new Date(Date.parse(before) + 3_600_000).toISOString();
    const moved = await moveTo(ahead);
    expect([moved.status, moved.body.now >= ahead]).toEqual([200, true]);
    const back = await moveTo(before);
    expect([back.status, back.body.code]).toEqual([422, 'clock-not-forward']);
    expect((await now()) >= ahead).toBe(true);
  });

  it('gives new cases its own time', async () => {
    const opened = await aComplaint(staff);
    expect(Math.abs(Date.parse(opened.openedAt) - Date.parse(await now()))).toBeLessThan(5_000);
  });

  it('records each deadline on the way once, in order, at the instant it fell due', async () => {
    const { complaint } = await handedOver(staff);
    const late = await aComplaint(staff);
    const before = (await deadlines()).length;
    const notice = await dueOf(late.id, 'report.accept_notice');
    const routing = await dueOf(late.id, 'report.route_out');
    expect((await moveTo(new Date(Date.parse(notice.dueAt) + DAY).toISOString())).status).toBe(200);

    const passed = (await deadlines()).slice(before);
    const times = passed.map(({ time }) => time);
    expect(times).toEqual(times.toSorted());
    const ofLate = passed.filter((entry) => entry.case === late.id);
    expect(ofLate.map(({ data, time }) => [data.clock, time])).toEqual([
      ['report.route_out', routing.dueAt],
      ['report.accept_notice', notice.dueAt],
    ]);
    expect((await dueOf(late.id, 'report.route_out')).isOverdue).toBe(true);
    expect((await staff.superior.reads(late)).version).toBe(3);
    expect((await staff.superior.reads(complaint)).state).toBe('with_handling_dept');
  });

  it('decides nothing when a deadline passes: the case stays open and can go on', async () => {
    const late = await aComplaint(staff);
    const { dueAt } = await dueOf(late.id, 'report.route_out');
    await moveTo(new Date(Date.parse(dueAt) + 1).toISOString());
    const overdue = await staff.reception.reads(late);
    expect([overdue.state, overdue.isOpen]).toEqual(['received', true]);
    expect((await staff.reception.does(overdue, 'REGISTER')).state).toBe('registered');
  });

  it('records no deadline before its last instant', async () => {
    const open = await aComplaint(staff);
    const { dueAt } = await dueOf(open.id, 'report.route_out');
    await moveTo(new Date(Date.parse(dueAt) - 60_000).toISOString());
    expect(await deadlines(`&case=${open.id}`)).toEqual([]);
    await moveTo(dueAt);
    expect((await deadlines(`&case=${open.id}`)).map(({ time }) => time)).toEqual([dueAt]);
  });

  it.each([
    [{}, '/now'],
    [{ now: 'tomorrow' }, '/now'],
    [{ now: 1_900_000_000 }, '/now'],
    [{ now: '9999-12-31T23:59:59Z' }, '/now'],
    [{ now: '2030-01-01T00:00:00Z', by: 'me' }, '/by'],
  ])('refuses %j', async (body, pointer) => {
    const reply = await staff.superior.put(CLOCK, body);
    expect([reply.status, reply.body.code, reply.body.errors[0].pointer]).toEqual([
      422,
      'validation-failed',
      pointer,
    ]);
  });
});

describeApi('a database that is no sandbox', (start) => {
  it('has no clock that could be read or moved', async () => {
    const api = await start();
    const superior = await api.as('p-superior', ['superior_body']);
    const before = await countRows(api.knex);
    const replies = [await superior.get(CLOCK), await superior.put(CLOCK, { now: '2900-01-01T00:00:00Z' })];
    for (const reply of replies) expect([reply.status, reply.body.code]).toEqual([409, 'sandbox-only']);
    expect(await countRows(api.knex)).toEqual(before);
  });
});
