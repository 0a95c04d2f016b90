/** What is due, by whom and why: over a family and over all cases, as far as the asker may know of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeadlineView } from '../../src/contract/deadlines.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import {
  aComplaint,
  foundUntrue,
  handedOver,
  registered,
  staffOf,
  underVerification,
  type Staff,
} from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';

describeApi('deadlines', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  const familyOf = async (caller: Caller, { id }: { id: string }) =>
    (await caller.get(`/api/v1/cases/${id}/family/deadlines`)).body.items as DeadlineView[];
  const listed = async (caller: Caller, query = '') => {
    const { status, body } = await caller.get(`/api/v1/deadlines?limit=200${query}`);
    expect(status).toBe(200);
    return body.items as DeadlineView[];
  };

  it('of a family are every running clock of its cases: what, when, by whom, and why', async () => {
    const { complaint, allegation } = await underVerification(staff);
    const items = await familyOf(staff.handler, complaint);
    const verify = items.find(({ clock }) => clock === 'report.verify');
    expect(verify).toMatchObject({
      case: allegation.id,
      procedure: 'allegation',
      state: 'preliminary_verification',
      label: { zh: '核查', en: 'verify, until the finding is approved' },
      isPaused: false,
      isOverdue: false,
      light: 'green',
      why: { event: 'APPROVE_DISPOSITION', extensions: 0, tells: ['approver_incharge', 'case_supervisor'] },
    });
    expect(verify?.why.eventLabel?.zh).toBeTypeOf('string');
    expect(verify?.why.basis.length).toBeGreaterThan(0);
    const { body } = await staff.handler.get(`/api/v1/cases/${allegation.id}/clocks`);
    const clock = (body.items as { id: string; dueAt: string; dueOn: string }[]).find(
      ({ id }) => id === verify?.id,
    );
    expect([verify?.dueAt, verify?.dueOn]).toEqual([clock?.dueAt, clock?.dueOn]);
    const dues = items.map(({ dueAt }) => dueAt ?? '~');
    expect(dues).toEqual(dues.toSorted());
    expect(await familyOf(staff.handler, allegation)).toEqual(items);
  });

  it('name the roles that can meet them in the state the case is in', async () => {
    const complaint = await registered(staff);
    const items = await familyOf(staff.reception, complaint);
    expect(items.find(({ clock }) => clock === 'report.route_out')?.who).toContain('reception_officer');
    const { clarification } = await foundUntrue(staff);
    const assess = (await familyOf(staff.supervisor, clarification)).find(
      ({ clock }) => clock === 'clar.assess',
    );
    expect(assess?.who.length).toBeGreaterThan(0);
    expect(assess?.who).not.toContain('system');
  });

  it('turn blue when the day is near and red when it has passed; working days are counted', async () => {
    const complaint = await aComplaint(staff);
    const of = async () =>
      (await familyOf(staff.reception, complaint)).find(({ clock }) => clock === 'report.route_out')!;
    const { dueAt } = await of();
    expect((await of()).light).toBe('green');
    const moveTo = (ms: number) =>
      staff.superior.put('/api/v1/sandbox/clock', { now: new Date(Date.parse(dueAt!) + ms).toISOString() });
    await moveTo(-3_600_000);
    const near = await of();
    expect([near.light, near.daysLeft, near.isOverdue]).toEqual(['blue', 0, false]);
    await moveTo(0);
    const passed = await of();
    expect([passed.light, passed.isOverdue]).toEqual(['red', true]);
    await moveTo(30 * 86_400_000);
    expect((await of()).daysLeft).toBeLessThan(-10);
  });

  it('that are paused stand last, without a date', async () => {
    const { allegation } = await underVerification(staff);
    await staff.leader.does(allegation, 'SUSPEND', {
      ground: 'force_majeure',
      trigger: 'A flood.',
      reason: 'Nobody can travel.',
    });
    const items = (await familyOf(staff.handler, allegation)).filter(({ case: of }) => of === allegation.id);
    const verify = items.find(({ clock }) => clock === 'report.verify');
    expect(verify).toMatchObject({
      isPaused: true,
      dueAt: null,
      dueOn: null,
      daysLeft: null,
      light: 'green',
    });
    expect(items.at(-1)).toEqual(verify);
    const review = items.find(({ clock }) => clock === 'report.suspension_review');
    expect(review?.who).toEqual(expect.arrayContaining(['superior_body', 'approver_head']));
    expect((await listed(staff.supervisor, '&mine=false')).map(({ id }) => id)).not.toContain(verify?.id);
  });

  it('show a party what is theirs, and nobody who is put in charge', async () => {
    const { allegation, clarification } = await foundUntrue(staff);
    await staff.deptHead.tries(clarification, 'ASSIGN', { assignee: staff.handler.person });
    const items = await familyOf(staff.subject, clarification);
    expect(items.map(({ case: of }) => of)).toContain(clarification.id);
    expect(items.map(({ assignee }) => assignee)).toEqual(items.map(() => null));
    const forStaff = await familyOf(staff.supervisor, allegation);
    expect(items.length).toBeLessThan(forStaff.length);
  });

  it.each([ABSENT, 'no-id'])('of case %s are those of no case', async (id) => {
    const reply = await staff.supervisor.get(`/api/v1/cases/${id}/family/deadlines`);
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });

  it('of a case one may not know of are those of no case', async () => {
    const { allegation } = await handedOver(staff);
    const reply = await staff.otherReporter.get(`/api/v1/cases/${allegation.id}/family/deadlines`);
    expect(reply.status).toBe(404);
    expect(await listed(staff.otherReporter, '&mine=false')).toEqual([]);
  });

  describe('of my own', () => {
    it('are those a role of mine can meet', async () => {
      const complaint = await registered(staff);
      const routing = (items: DeadlineView[]) =>
        items.filter(({ case: of, clock }) => of === complaint.id && clock === 'report.route_out').length;
      expect(routing(await listed(staff.reception))).toBe(1);
      expect(routing(await listed(staff.reviewer))).toBe(0);
      expect(routing(await listed(staff.reviewer, '&mine=false'))).toBe(1);
    });

    it('agree with who is named', async () => {
      const [own, all] = [await listed(staff.handler), await listed(staff.handler, '&mine=false')];
      expect(own.length).toBeGreaterThan(0);
      const isMine = ({ who, assignee }: DeadlineView) =>
        who.includes('handler') || assignee === staff.handler.person;
      expect(own.map(({ id }) => id)).toEqual(all.filter(isMine).map(({ id }) => id));
    });

    it('are those of cases assigned to me, whoever can meet them', async () => {
      const { allegation } = await handedOver(staff);
      const has = async () => (await listed(staff.reviewer)).some(({ case: of }) => of === allegation.id);
      expect(await has()).toBe(false);
      await staff.deptHead.does(allegation, 'ASSIGN', { assignee: staff.reviewer.person });
      expect(await has()).toBe(true);
    });

    it('come in pages, what is due first, each once', async () => {
      const whole = await listed(staff.supervisor, '&mine=false');
      expect(whole.length).toBeGreaterThan(4);
      const seen: DeadlineView[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await staff.supervisor.get(`/api/v1/deadlines?mine=false&limit=3${next}`);
        seen.push(...(body.items as DeadlineView[]));
        cursor = body.nextCursor as string | null;
      } while (cursor !== null);
      expect(seen.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      const dues = whole.map(({ dueAt }) => dueAt);
      expect(dues).toEqual(dues.toSorted());
    });

    it('may be asked for up to an instant', async () => {
      const whole = await listed(staff.supervisor, '&mine=false');
      const before = whole[2]!.dueAt!;
      const some = await listed(staff.supervisor, `&mine=false&before=${before}`);
      expect(some.map(({ id }) => id)).toEqual(
        whole.filter(({ dueAt }) => dueAt! < before).map(({ id }) => id),
      );
    });

    it('refuse the cursor of another list', async () => {
      const { body } = await staff.supervisor.get('/api/v1/deadlines?mine=false&limit=1');
      const reply = await staff.supervisor.get(
        `/api/v1/deadlines?mine=true&cursor=${encodeURIComponent(body.nextCursor as string)}`,
      );
      expect([reply.status, reply.body.code]).toEqual([400, 'bad-parameter']);
    });
  });
});
