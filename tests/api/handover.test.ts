/** Handing the open cases of one person over to another: each by its own rules, with a report, and never past a guard. */
import { beforeAll, expect, it } from 'vitest';
import type { Handover } from '../../src/contract/handover.ts';
import { GRANTABLE_ROLES } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { knows, lastTold, pseudonymOf, toldOf } from '../directory.ts';
import { describeApi, type Api } from '../harness.ts';
import { handedOver, SUBJECT, staffOf, type Staff } from '../staff.ts';

const ROOT = '/api/v1';

describeApi('a handover', (start) => {
  let api: Api;
  let admin: Caller;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    admin = await api.as('p-admin', ['administrator']);
    staff = await staffOf(api);
  });

  let made = 0;
  /** Somebody with two cases, an allegation and its complaint, and somebody to take them over. */
  const twoCases = async () => {
    const [from, to] = [`p-gives-${++made}`, `p-takes-${made}`];
    await api.as(from, ['handler']);
    await api.as(to, ['handler']);
    const { allegation, complaint } = await handedOver(staff);
    const assigned = {
      allegation: await staff.deptHead.does(allegation, 'ASSIGN', { assignee: from }),
      complaint: await staff.deptHead.does(complaint, 'ASSIGN', { assignee: from }),
    };
    return { from, to, ...assigned };
  };
  const handOver = (by: Caller, body: object, query = '') => by.post(`${ROOT}/handovers${query}`, body);
  const reason = 'Transferred to another room.';

  it('assigns every open case, notes why on each, and reports them one by one', async () => {
    const { from, to, allegation, complaint } = await twoCases();
    const { status, body } = await handOver(staff.supervisor, { from, to, reason });
    expect([status, (body as Handover).moved, (body as Handover).refused]).toEqual([200, 2, 0]);
    const items = (body as Handover).items.toSorted((a, b) => a.procedure.localeCompare(b.procedure));
    expect(items).toEqual(
      [allegation, complaint].map(({ id, procedure, state, version }) => ({
        case: id,
        procedure,
        state,
        isMoved: true,
        version: version + 2,
        refusal: null,
      })),
    );
    for (const { id, version } of [allegation, complaint]) {
      const now = await staff.supervisor.reads(id);
      expect([now.assignee, now.version]).toEqual([to, version + 2]);
      const { body: events } = await staff.supervisor.get(`${ROOT}/cases/${id}/events?limit=200`);
      const latest = (events.items as { type: string; data: unknown }[]).slice(-2);
      expect(latest.map(({ type }) => type.split('.').at(-1))).toEqual(['ASSIGN', 'NOTE']);
      expect(latest.map(({ data }) => data)).toEqual([{ assignee: to }, { text: reason }]);
    }
    expect(await lastTold(api, 'handover.made')).toMatchObject({
      outcome: 'done',
      actor: await pseudonymOf(api, staff.supervisor.person),
      data: { from: await pseudonymOf(api, from), to: await pseudonymOf(api, to), moved: 2, refused: 0 },
    });
    const again = await handOver(staff.supervisor, { from, to, reason });
    expect([again.status, again.body]).toEqual([200, { moved: 0, refused: 0, items: [], nextCursor: null }]);
  });

  it('passes over no rule: what a case refuses stays, and the others go', async () => {
    const { from, to, allegation, complaint } = await twoCases();
    await staff.leader.does(allegation, 'SUSPEND', {
      ground: 'force_majeure',
      trigger: 'A flood.',
      reason: 'Nobody can travel.',
    });
    const { body } = await handOver(staff.supervisor, { from, to, reason });
    const report = body as Handover;
    expect([report.moved, report.refused]).toEqual([1, 1]);
    expect(report.items.find((each) => each.case === complaint.id)?.isMoved).toBe(true);
    expect(report.items.find((each) => each.case === allegation.id)).toMatchObject({
      isMoved: false,
      refusal: { code: 'event-not-allowed', words: { zh: expect.any(String), en: expect.any(String) } },
    });
    expect((await staff.supervisor.reads(allegation.id)).assignee).toBe(from);
    expect((await staff.supervisor.reads(complaint.id)).assignee).toBe(to);
  });

  it('gives no case to whom it concerns', async () => {
    const { from, allegation } = await twoCases();
    const { body } = await handOver(staff.supervisor, { from, to: SUBJECT, reason });
    const refused = (body as Handover).items.find((each) => each.case === allegation.id);
    expect(refused).toMatchObject({ isMoved: false, refusal: { guard: 'names_nobody_concerned' } });
    expect((await staff.supervisor.reads(allegation.id)).assignee).toBe(from);
  });

  it('tells what it would do and does nothing, when asked so', async () => {
    const { from, to, allegation } = await twoCases();
    const before = (await toldOf(api, 'handover.made')).length;
    const { body } = await handOver(staff.deptHead, { from, to, reason }, '?dryRun=true');
    expect(body).toMatchObject({ moved: 2, refused: 0, isDryRun: true });
    const now = await staff.supervisor.reads(allegation.id);
    expect([now.assignee, now.version]).toEqual([from, allegation.version]);
    expect((await toldOf(api, 'handover.made')).length).toBe(before);
  });

  it('leaves closed cases where they are', async () => {
    const { from, to, complaint, allegation } = await twoCases();
    await api.knex('cases').where({ id: complaint.id }).update({ is_open: false });
    const { body } = await handOver(staff.supervisor, { from, to, reason });
    expect((body as Handover).items.map((each) => each.case)).toEqual([allegation.id]);
  });

  it('reaches only cases that whoever hands over may know of', async () => {
    const { from, to, allegation } = await twoCases();
    // A family that concerns the supervisor is none of theirs to assign, nor to hear of.
    await api.knex('case_persons').insert({
      tenant_id: 'default',
      person_id: staff.supervisor.person,
      case_id: allegation.id,
    });
    const { body } = await handOver(staff.supervisor, { from, to, reason });
    expect((body as Handover).items).toEqual([]);
    expect((await handOver(staff.deptHead, { from, to, reason })).body).toMatchObject({ moved: 2 });
  });

  it.each([
    ['to the same person', 'names_two_persons', () => `p-gives-${made}`],
    ['to somebody unknown', 'taker_is_known', () => 'p-nonesuch'],
    ['to somebody who left', 'taker_is_known', () => 'p-gone'],
  ])('%s is refused as a whole', async (_, rule, taker) => {
    const { from, allegation } = await twoCases();
    await knows(admin, 'p-gone');
    await admin.post(`${ROOT}/people/p-gone/leave`, {});
    const reply = await handOver(staff.supervisor, { from, to: taker(), reason });
    expect([reply.status, reply.body.code, reply.body.guard]).toEqual([422, 'validation-failed', rule]);
    expect((await staff.supervisor.reads(allegation.id)).version).toBe(allegation.version);
    expect(await lastTold(api, 'handover.refused')).toMatchObject({ outcome: 'refused', data: { rule } });
  });

  it('takes the cases of whoever left', async () => {
    const { from, to } = await twoCases();
    const left = await admin.post(`${ROOT}/people/${from}/leave`, {});
    expect(left.body.openCases).toEqual([
      { procedure: 'allegation', count: 1 },
      { procedure: 'complaint', count: 1 },
    ]);
    expect((await handOver(staff.supervisor, { from, to, reason })).body).toMatchObject({
      moved: 2,
      refused: 0,
    });
    const { body } = await admin.post(`${ROOT}/people/${from}/leave`, {});
    expect(body.openCases).toEqual([]);
  });

  it.each([{}, { reason: '' }, { reason: 'x'.repeat(2_001) }, { from: 'no reference!' }, { cases: [] }])(
    'is not made of %j',
    async (more) => {
      const reply = await handOver(staff.supervisor, { from: 'p-a', to: 'p-b', ...more });
      expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    },
  );

  it('refuses the cursor of another list', async () => {
    const { from, to } = await twoCases();
    const reply = await handOver(staff.supervisor, { from, to, reason, cursor: 'e30.AAAAAAAAAAAAAAAA' });
    expect([reply.status, reply.body.code]).toEqual([400, 'bad-parameter']);
  });

  it('is for those who supervise cases or lead those who handle them', async () => {
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      const { status } = await handOver(caller, { from: 'p-nobody', to: staff.handler.person, reason });
      const may = ['case_supervisor', 'handling_dept_head'].includes(role);
      expect([role, status]).toEqual([role, may ? 200 : 403]);
    }
  });
});
