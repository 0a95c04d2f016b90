/**
 * Who is named in a matter sees it no longer as staff. A step that names a colleague leaves a notice with those who watch
 * over cases, so that nobody is shut out unseen.
 */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { ShutOutList } from '../../src/contract/conflicts.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

describeApi('shutting a colleague out', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const accepted = async (): Promise<CaseView> => staff.reception.does(await registered(staff), 'ACCEPT');
  /** Hands a complaint over with a point about each of these persons. */
  const naming = (on: CaseView, ...subjects: readonly string[]) =>
    staff.reception.does(on, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: subjects.map((subject, at) => ({ point: `point-${at + 1}`, subject })),
    });
  const noticesOf = async (caller: Caller, on: Pick<CaseView, 'id'>): Promise<ShutOutList['items']> => {
    const { status, body } = await caller.get(`/api/v1/shut-outs?case=${on.id}`);
    expect(status).toBe(200);
    return (body as ShutOutList).items;
  };

  it('leaves a notice with the step that names them, in the same statement', async () => {
    const before = await accepted();
    const leader = staff.leader;
    expect((await leader.get(`/api/v1/cases/${before.id}`)).status).toBe(200);
    const after = await naming(before, SUBJECT, leader.person);
    expect((await leader.get(`/api/v1/cases/${before.id}`)).status).toBe(404);
    for (const caller of [staff.supervisor, staff.superior])
      expect(await noticesOf(caller, before)).toEqual([
        {
          id: expect.any(String) as string,
          case: expect.any(String) as string,
          at: after.updatedAt,
          by: expect.stringMatching(/^a-/) as string,
          event: 'HAND_OVER',
          persons: [leader.person],
        },
      ]);
    const { rows } = await api.knex.raw<{ rows: { count: number }[] }>(
      `select count(distinct n.xmin::text)::int as count from journal n join cases c on c.id = n.case_id
       where c.family_id = ? and n.type in ('conflict.shut_out', 'complaint.HAND_OVER')`,
      [before.id],
    );
    expect(rows[0]?.count).toBe(1);
  });

  it('is noticed as well where the colleague holds no key any more and took part', async () => {
    const before = await accepted();
    const gone = await api.as('p-gone', ['reception_officer']);
    const noted = await staff.reviewer.does(before, 'NOTE', { text: 'x' });
    await api.knex('api_keys').where({ person_id: gone.person }).update({ revoked_at: new Date() });
    await naming(noted, SUBJECT, gone.person);
    expect(await noticesOf(staff.supervisor, before)).toEqual([]);
    const other = await accepted();
    const { tenant_id } = await api.knex('cases').where({ id: other.id }).first<{ tenant_id: string }>();
    await api.knex('duties').insert({
      tenant_id,
      family_id: other.id,
      person_id: gone.person,
      slot: 'x',
      duty: 'received',
      case_id: other.id,
    });
    await naming(other, SUBJECT, gone.person);
    expect((await noticesOf(staff.supervisor, other)).map(({ persons }) => persons)).toEqual([[gone.person]]);
  });

  it('is no notice where nobody of the body is named, nor where they were named before', async () => {
    const plain = await accepted();
    await naming(plain, SUBJECT, 'p-citizen');
    expect(await noticesOf(staff.supervisor, plain)).toEqual([]);
    const own = await aComplaint(staff, { subject: 'p-leader' });
    const registeredOwn = await staff.reception.does(own, 'REGISTER');
    await naming(await staff.reception.does(registeredOwn, 'ACCEPT'), 'p-leader');
    expect(await noticesOf(staff.supervisor, own)).toEqual([]);
  });

  it('is not written for a step that is only tried or refused', async () => {
    const on = await accepted();
    const dry = await staff.reception.post(
      `/api/v1/cases/${on.id}/events?dryRun=true`,
      {
        type: 'HAND_OVER',
        data: { supervisorInformed: true, allegations: [{ point: 'point-1', subject: 'p-leader' }] },
      },
      { 'If-Match': `"${on.version}"` },
    );
    expect(dry.status).toBe(200);
    await staff.handler.tries(on, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: 'p-leader' }],
    });
    expect(await noticesOf(staff.supervisor, on)).toEqual([]);
  });

  it('is listed over all cases they may know of, in pages, and to nobody else', async () => {
    const on = await accepted();
    await naming(on, SUBJECT, 'p-dept-head');
    const first = await staff.supervisor.get('/api/v1/shut-outs?limit=1');
    expect(first.body.items[0].persons).toEqual(['p-dept-head']);
    const second = await staff.supervisor.get(`/api/v1/shut-outs?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body.items[0].id < first.body.items[0].id).toBe(true);
    for (const caller of [staff.handler, staff.reception, staff.organHead, staff.auditor, staff.reporter])
      expect((await caller.get('/api/v1/shut-outs')).status).toBe(403);
    const shutOut = await api.as('p-dept-head', ['case_supervisor']);
    const { body } = await shutOut.get('/api/v1/shut-outs?limit=200');
    expect((body as ShutOutList).items.map(({ id }) => id)).not.toContain(first.body.items[0].id);
    expect((await shutOut.get(`/api/v1/shut-outs?case=${on.id}`)).status).toBe(404);
  });

  it('is no event of the case: what replays and what a party reads is as before', async () => {
    const on = await naming(await accepted(), SUBJECT, 'p-reviewer');
    const { body } = await staff.supervisor.get(`/api/v1/cases/${on.id}/events?limit=200`);
    expect(body.items.map(({ type }: { type: string }) => type)).not.toContain('conflict.shut_out');
    const { cases, differing } = await api.operations.replayCases({ onDifference: () => undefined });
    expect([cases > 0, differing]).toEqual([true, 0]);
  });
});
