/** The system as its keepers see it: profiles and versions with the cases that rest on them, differences, its state. */
import { beforeAll, expect, it } from 'vitest';
import { describeApi, type Api } from '../harness.ts';
import { handedOver, staffOf, type Staff } from '../staff.ts';

describeApi('the system', (start, kind) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    await handedOver(staff);
  });

  it('tells what it is and what waits for background work', async () => {
    const { body } = await staff.administrator.get('/api/v1/system');
    expect(body).toMatchObject({
      version: '0.0.0',
      role: null,
      isSandbox: false,
      singleSignOn: false,
      database: { kind },
    });
    // Nothing gives the entries their places here.
    expect(body.work).toContainEqual({
      work: 'integrate_journal',
      waiting: expect.any(Number),
      since: expect.any(String),
    });
    expect(body.work).toContainEqual({ work: 'fire_due_clocks', waiting: 0, since: null });
  });

  it('lists profiles with how many open cases are pinned to each, and reads one in words', async () => {
    const { body } = await staff.administrator.get('/api/v1/profiles');
    const usual = body.items.find(({ id }: { id: string }) => id === 'cn-default');
    expect(usual).toMatchObject({
      isLoaded: true,
      calendar: 'cn',
      openCases: { count: 2, isCapped: false },
    });
    const one = await staff.supervisor.get(`/api/v1/profiles/cn-default?hash=${usual.hash}`);
    expect(one.body.limits).toContainEqual({
      clock: 'report.accept_notice',
      label: { zh: '受理告知', en: 'tell a reporter under a real name' },
      limit: {
        amount: 15,
        unit: 'working_day',
        rollOver: true,
        endConvention: 'corresponding_day',
        extension: null,
        pausable: false,
      },
      basis: ['S10'],
    });
    expect(one.body.limits).toContainEqual(
      expect.objectContaining({ clock: 'report.receipt_ack', limit: null }),
    );
    expect(one.body.lists.map(({ list }: { list: string }) => list)).toContain('tolerance_conditions');
    for (const address of ['none', `eu?hash=${usual.hash}`])
      expect((await staff.administrator.get(`/api/v1/profiles/${address}`)).status).toBe(404);
    expect((await staff.handler.get('/api/v1/profiles')).status).toBe(403);
  });

  it('counts the open cases of each version of a procedure', async () => {
    const { body } = await staff.administrator.get('/api/v1/procedures/complaint/versions');
    expect(body.items[0]).toMatchObject({ isCurrent: true, openCases: { count: 1, isCapped: false } });
    const two = await staff.administrator.get('/api/v1/procedures/clarification/versions');
    expect(two.body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await staff.administrator.get('/api/v1/procedures/none/versions')).status).toBe(404);
  });

  it('tells two versions of a procedure apart, part by part, and either way round', async () => {
    const compare = async (from: number, to: number) =>
      (await staff.reporter.get(`/api/v1/procedures/clarification/differences?from=${from}&to=${to}`)).body;
    const there = await compare(1, 2);
    const back = await compare(2, 1);
    expect(there.items.length).toBeGreaterThan(0);
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as Record<string, string>;
    const codes = (items: { part: string; code: string; change: string }[], turn = false) =>
      items.map(({ part, code, change }) => [part, code, turn ? turned[change] : change].join(' ')).sort();
    expect(codes(back.items, true)).toEqual(codes(there.items));
    expect((await compare(2, 2)).items).toEqual([]);
    expect((await compare(1, 9)).code).toBe('not-found');
  });
});
