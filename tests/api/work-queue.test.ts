/** The work queue: lights and what is left, urgency, numbers that can be said on the phone, and what is counted. */
import { beforeAll, expect, it } from 'vitest';
import { CASE_NUMBER, caseNumberOf, NUMBER_PREFIXES } from '../../src/domain/case-number.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import type { CaseCounts, CaseListItem } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, staffOf, underVerification, type HandedOver, type Staff } from '../staff.ts';

it('every procedure has letters of its own', () => {
  const letters = currentProcedures().map(({ name }) => NUMBER_PREFIXES[name]);
  expect(letters.every((each) => each !== undefined && /^[A-Z]{2,3}$/.test(each))).toBe(true);
  expect(new Set(letters).size).toBe(letters.length);
  expect([caseNumberOf('jb-2026-7'), caseNumberOf('JB-2026-1000000'), caseNumberOf('JB-26-1')]).toEqual([
    'JB-2026-000007',
    'JB-2026-1000000',
    null,
  ]);
});

describeApi('the work queue', (start) => {
  let api: Api;
  let staff: Staff;
  let deptHead: Caller;
  let over: HandedOver;
  let paused: HandedOver;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    const admin = staff.administrator;
    await admin.put('/api/v1/units/office-2', { name: 'Second office', parentId: null });
    deptHead = await api.as('p-dept-head', ['handling_dept_head'], { unit: 'office-2' });
    await admin.put('/api/v1/people/p-handler', { name: '王芳' });
    over = await handedOver(staff);
    paused = await underVerification(staff);
    await staff.leader.does(paused.allegation, 'SUSPEND', {
      ground: 'force_majeure',
      trigger: 'A flood.',
      reason: 'Nobody can travel.',
    });
    await staff.organHead.does(over.allegation, 'NOTE', { text: 'x' });
    await staff.deptHead.does(await staff.supervisor.reads(over.allegation), 'ASSIGN', {
      assignee: 'p-handler',
    });
  });

  const pageOf = async (query: string, caller: Caller = staff.supervisor) => {
    const { status, body } = await caller.get(`/api/v1/cases?${query}`);
    expect([query, status, body.errors]).toEqual([query, 200, undefined]);
    return body as { items: CaseListItem[]; nextCursor: string | null };
  };
  const listed = async (query: string, caller?: Caller) => (await pageOf(`limit=200&${query}`, caller)).items;
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const counted = async (query = '', caller: Caller = staff.supervisor) => {
    const { status, body } = await caller.get(`/api/v1/cases/counts?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body as CaseCounts;
  };
  const itemOf = async ({ id }: { id: string }, caller?: Caller) =>
    (await listed(`q=${id}`, caller)).find((item) => item.id === id)!;

  it('says of each case who has it, which clock presses, and how much of it is left in which days', async () => {
    expect(await itemOf(over.allegation)).toMatchObject({
      assignee: 'p-handler',
      assigneeName: '王芳',
      light: 'on_track',
      nextClock: expect.stringMatching(/^report\./),
      nextDueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      left: expect.any(Number),
    });
    const complaint = await aComplaint(staff);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/clocks`);
    const next = (body.items as { clock: string; isRunning: boolean; dueAt: string; dueOn: string }[])
      .filter(({ isRunning }) => isRunning)
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0]!;
    expect(await itemOf(complaint)).toMatchObject({ nextClock: next.clock, nextDueOn: next.dueOn });
  });

  it('tells a party when something is due, and nothing of who has it', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    await staff.deptHead.does(await staff.supervisor.reads(own), 'ASSIGN', { assignee: 'p-handler' });
    expect(await itemOf(own, staff.reporter)).toMatchObject({
      assignee: null,
      assigneeName: null,
      subjectName: null,
      nextClock: null,
      light: 'on_track',
    });
  });

  it('gives cases their numbers in the order of the log, once, and finds them by it', async () => {
    const before = await staff.supervisor.reads(over.complaint);
    expect(before.number).toBeNull();
    while (await api.operations.integrateJournal());
    const first = await staff.supervisor.reads(over.complaint);
    const year = first.openedAt.slice(0, 4);
    expect(first.number).toBe(`JB-${year}-000001`);
    const later = await aComplaint(staff);
    await api.operations.integrateJournal();
    await api.operations.integrateJournal();
    const numbers = (await listed('procedure=complaint&sort=opened')).map(({ number }) => number!);
    expect(numbers).toEqual(numbers.map((_, n) => `JB-${year}-${String(n + 1).padStart(6, '0')}`));
    expect((await itemOf(over.allegation)).number).toBe(`WT-${year}-000001`);
    const { number } = await staff.supervisor.reads(later);
    expect(number).toMatch(CASE_NUMBER);
    for (const query of [
      `number=${number!}`,
      `number=jb-${year}-${Number(number!.slice(-6))}`,
      `q=${number!.toLowerCase()}`,
      `q=jb-${year}-${Number(number!.slice(-6))}`,
    ])
      expect([query, idsOf(await listed(query))]).toEqual([query, [later.id]]);
    expect((await listed(`q=JB-${year}`)).length).toBe(numbers.length);
    expect(await listed('number=JB-1999-000001')).toEqual([]);
    const noted = await staff.supervisor.does(first, 'NOTE', { text: 'x' });
    expect(noted.number).toBe(first.number);
  });

  it('lists by mine, unassigned, open, unit and what was copied to me', async () => {
    const mine = await listed('mine=true&open=true', staff.handler);
    expect(idsOf(mine)).toContain(over.allegation.id);
    expect(mine.every(({ assignee }) => assignee === 'p-handler')).toBe(true);
    const free = await listed('unassigned=true');
    expect(free.length).toBeGreaterThan(0);
    expect(free.every(({ assignee, isOpen }) => assignee === null && isOpen)).toBe(true);
    expect(idsOf(await listed('unassigned=true', staff.handler))).not.toContain(over.allegation.id);
    const given = await deptHead.opens('complaint', { channel: 'letter', subject: 'p-x' }).catch(() => null);
    expect(given).toBeNull();
    const reception = await api.as('p-reception-2', ['reception_officer'], { unit: 'office-2' });
    const here = await reception.opens('complaint', { channel: 'letter', subject: 'p-x' });
    expect(idsOf(await listed('unit=office-2'))).toEqual([here.id]);
    await staff.deptHead.does(await staff.supervisor.reads(over.complaint), 'ASSIGN', {
      assignee: 'p-reception-2',
    });
    expect(idsOf(await listed('unit=office-2')).sort()).toEqual([here.id, over.complaint.id].sort());
    expect(await listed('done=true', staff.handler)).toEqual([]);
    await staff.deptHead.does(await staff.supervisor.reads(over.allegation), 'ASSIGN', {
      assignee: 'p-handler-2',
    });
    expect(idsOf(await listed('mine=true', staff.handler))).not.toContain(over.allegation.id);
    expect(idsOf(await listed('open=false'))).toEqual([]);
    const copied = await listed('copied=true', staff.deptHead);
    expect(copied.length).toBeLessThan((await listed('')).length);
  });

  it('takes several procedures and states at once, and the days of opening', async () => {
    const both = await listed('procedure=complaint,allegation');
    expect(new Set(both.map(({ procedure }) => procedure))).toEqual(new Set(['complaint', 'allegation']));
    expect(
      (await listed('procedure=appeal,allegation')).every(({ procedure }) => procedure === 'allegation'),
    ).toBe(true);
    const { openedAt } = over.complaint;
    const after = new Date(Date.parse(openedAt) + 1).toISOString();
    expect(idsOf(await listed(`openedTo=${openedAt}`))).toEqual([]);
    expect(idsOf(await listed(`openedFrom=${openedAt}&openedTo=${after}`))).toContain(over.complaint.id);
  });

  it('counts what the list finds, by light, procedure and state, and no more than the asker may know of', async () => {
    const all = await listed('');
    const counts = await counted();
    expect([counts.total, counts.isCapped]).toEqual([all.length, false]);
    for (const light of ['overdue', 'due_soon', 'on_track', 'paused', 'none'] as const) {
      const lit = await listed(`light=${light}`);
      expect([light, lit.length, lit.every((item) => item.light === light)]).toEqual([
        light,
        counts.lights[light],
        true,
      ]);
      expect([light, all.filter((item) => item.light === light).length]).toEqual([light, lit.length]);
    }
    expect(counts.lights.paused + counts.lights.on_track).toBeGreaterThan(1);
    expect(counts.procedures.allegation).toBe(
      all.filter(({ procedure }) => procedure === 'allegation').length,
    );
    expect((await counted('light=on_track&procedure=allegation')).total).toBe(
      (await listed('light=on_track&procedure=allegation')).length,
    );
    expect((await counted('', staff.auditor)).total).toBe(0);
    expect((await counted('', staff.otherReporter)).total).toBe(0);
    expect(Object.values(counts.states).reduce((sum, n) => sum + n, 0)).toBe(counts.total);
  });

  it('puts a search for a person on record when it only counts', async () => {
    const searches = async () =>
      Number(
        (await api.knex.raw(`select count(*) as n from journal where type = 'person.searched'`)).rows[0].n,
      );
    const before = await searches();
    await counted('q=p-subject');
    expect(await searches()).toBe(before + 1);
    await counted('q=JB-2026-000001');
    expect(await searches()).toBe(before + 1);
  });

  it('in the order of urgency is overdue first, then due, then without a clock, without loss over pages', async () => {
    const now = (await staff.superior.get('/api/v1/sandbox/clock')).body.now as string;
    await staff.superior.put('/api/v1/sandbox/clock', {
      now: new Date(Date.parse(now) + 21 * 86_400_000).toISOString(),
    });
    const fresh = await aComplaint(staff);
    const whole = await listed('sort=urgency');
    const keys = whole.map(({ nextDueAt, id }) => `${nextDueAt ?? '~'} ${id}`);
    expect(keys).toEqual(keys.toSorted());
    expect(whole[0]).toMatchObject({ light: 'overdue', isOverdue: true });
    expect(whole[0]!.left!).toBeLessThan(0);
    expect(whole.findIndex(({ id }) => id === fresh.id)).toBeGreaterThan(0);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await pageOf(`sort=urgency&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      paged.push(...idsOf(page.items));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(idsOf(whole));
    expect((await counted('light=overdue')).total).toBe(
      whole.filter(({ light }) => light === 'overdue').length,
    );
  });

  it.each([
    ['light=amber', '/query/light'],
    ['mine=yes', '/query/mine'],
    ['number=7', '/query/number'],
    ['procedure=a,,b', '/query/procedure'],
    ['openedFrom=yesterday', '/query/openedFrom'],
    ['unit=', '/query/unit'],
  ])('refuses %s and points at it', async (query, pointer) => {
    for (const list of ['cases', 'cases/counts']) {
      const { status, body } = await staff.supervisor.get(`/api/v1/${list}?${query}`);
      expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-parameter', pointer]);
    }
  });
});
