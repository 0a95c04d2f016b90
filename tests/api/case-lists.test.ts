/** Lists of cases: filters, orders, and pages that neither lose nor repeat a case while others come in. */
import { beforeAll, expect, it } from 'vitest';
import type { CaseListItem } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, registered, staffOf, type Staff } from '../staff.ts';

describeApi('a list of cases', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });

  const pageOf = async (query: string, caller: Caller = staff.supervisor) => {
    const { status, body } = await caller.get(`/api/v1/cases?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body as { items: CaseListItem[]; nextCursor: string | null };
  };
  /** Every page after the other; `between` runs once, after the first. */
  const allOf = async (query: string, between?: () => Promise<unknown>) => {
    const items: CaseListItem[] = [];
    let page = await pageOf(query);
    items.push(...page.items);
    await between?.();
    while (page.nextCursor !== null) {
      page = await pageOf(`${query}&cursor=${encodeURIComponent(page.nextCursor)}`);
      items.push(...page.items);
    }
    return items;
  };
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

  it('holds each case once, newest first, with what a list needs to know', async () => {
    const first = await aComplaint(staff);
    const second = await registered(staff);
    const { items } = await pageOf('limit=2');
    expect(idsOf(items)).toEqual([second.id, first.id]);
    expect(items[0]).toMatchObject({
      procedure: 'complaint',
      state: 'registered',
      version: 2,
      isOpen: true,
      isOverdue: false,
      nextDueAt: expect.stringMatching(/Z$/),
    });
    expect(idsOf((await pageOf('sort=opened&limit=200')).items).slice(-2)).toEqual([first.id, second.id]);
  });

  it.each(['opened', '-opened', 'due', '-due', 'updated', '-updated'])(
    'loses and repeats nothing in the order %s, although many share the key it sorts by and more come in',
    async (sort) => {
      // The same week, so the same due date; the same batch, so often the same instant.
      const known = await Promise.all(Array.from({ length: 9 }, () => aComplaint(staff)));
      const found = await allOf(`sort=${sort}&limit=4`, () =>
        Promise.all(Array.from({ length: 3 }, () => aComplaint(staff))),
      );
      const ids = idsOf(found);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(idsOf(known)));
      const keys = found.map((item) =>
        sort.endsWith('due') ? item.nextDueAt! : sort.endsWith('updated') ? item.updatedAt : item.id,
      );
      const sorted = keys.toSorted();
      expect(keys).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    },
  );

  it('takes a cursor for the order that gave it out and for no other', async () => {
    await Promise.all([aComplaint(staff), aComplaint(staff)]);
    const { nextCursor } = await pageOf('sort=due&limit=1');
    const reply = await staff.supervisor.get(`/api/v1/cases?sort=-due&cursor=${nextCursor!}`);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([400, '/query/cursor']);
  });

  it('filters by procedure, state and assignee', async () => {
    const { complaint, allegation } = await handedOver(staff);
    const assigned = await staff.deptHead.does(allegation, 'ASSIGN', { assignee: 'p-only-here' });
    expect(idsOf(await allOf('assignee=p-only-here'))).toEqual([assigned.id]);
    const allegations = await allOf('procedure=allegation');
    expect(idsOf(allegations)).toContain(allegation.id);
    expect(allegations.every(({ procedure }) => procedure === 'allegation')).toBe(true);
    const inState = await allOf('procedure=complaint&state=with_handling_dept');
    expect(idsOf(inState)).toContain(complaint.id);
    expect(inState.every(({ state }) => state === 'with_handling_dept')).toBe(true);
    expect((await pageOf('state=nonesuch')).items).toEqual([]);
  });

  it('filters complaints by the way they came in, and finds nothing else by it', async () => {
    const letter = await aComplaint(staff, { channel: 'media' });
    const visit = await aComplaint(staff, { channel: 'inspection' });
    expect(idsOf((await pageOf('channel=media')).items)).toEqual([letter.id]);
    expect(idsOf((await pageOf('channel=media,inspection&sort=opened')).items)).toEqual([
      letter.id,
      visit.id,
    ]);
    expect(await pageOf('channel=inspection&procedure=allegation')).toMatchObject({ items: [] });
    const counts = await staff.supervisor.get('/api/v1/cases/counts?channel=media');
    expect(counts.body).toMatchObject({ total: 1, procedures: { complaint: 1 } });
  });

  it('filters by what falls due before an instant, and by what is overdue', async () => {
    const before = await aComplaint(staff);
    const now = (await staff.superior.get('/api/v1/sandbox/clock')).body.now as string;
    const soon = new Date(Date.parse(now) + 60 * 86_400_000).toISOString();
    expect(idsOf(await allOf(`dueBefore=${now}`))).not.toContain(before.id);
    expect(idsOf(await allOf(`dueBefore=${soon}`))).toContain(before.id);
    expect(idsOf(await allOf('overdue=true'))).not.toContain(before.id);
    await staff.superior.put('/api/v1/sandbox/clock', { now: soon });
    const after = await aComplaint(staff);
    const overdue = await allOf('overdue=true');
    expect(idsOf(overdue)).toContain(before.id);
    expect(overdue.every(({ isOverdue, isOpen }) => isOverdue && isOpen)).toBe(true);
    const onTime = idsOf(await allOf('overdue=false'));
    expect([onTime.includes(after.id), onTime.includes(before.id)]).toEqual([true, false]);
  });

  it('is searched by the beginning of an id, and by a subject, an assignee, a state or a procedure', async () => {
    const one = await registered(staff, { subject: 'p-searched' });
    expect(idsOf(await allOf(`q=${one.id.slice(0, 23)}`))).toContain(one.id);
    expect(idsOf(await allOf('q=p-searched'))).toEqual([one.id]);
    expect(idsOf(await allOf('q=registered'))).toContain(one.id);
    for (const nothing of ['p-search', '%25', '_', '%5C', "' or true --", '%E4%BD%A0'])
      expect([nothing, (await pageOf(`q=${nothing}`)).items]).toEqual([nothing, []]);
  });

  it.each([
    ['limit=0', '/query/limit'],
    ['limit=201', '/query/limit'],
    ['limit=1.5', '/query/limit'],
    ['sort=state', '/query/sort'],
    ['sort=opened;drop%20table%20cases', '/query/sort'],
    ['overdue=maybe', '/query/overdue'],
    ['dueBefore=tomorrow', '/query/dueBefore'],
    ['dueBefore=9999-12-31T23:59:59Z', '/query/dueBefore'],
    ['assignee=Wang%20Wei', '/query/assignee'],
    ['colour=red', '/query/colour'],
    ['q=', '/query/q'],
  ])('refuses %s and points at it', async (query, pointer) => {
    const { status, body } = await staff.supervisor.get(`/api/v1/cases?${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('shows an auditor no case, and parties their own only', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    expect((await pageOf('limit=200', staff.auditor)).items).toEqual([]);
    expect(idsOf((await pageOf('limit=200', staff.reporter)).items)).toEqual([own.id]);
    expect((await pageOf('limit=200', staff.otherReporter)).items).toEqual([]);
  });
});
