/** Figures for dashboards, against numbers worked out by hand on nine complaints; who may not know of a case counts nothing of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { DueCalendar } from '../../src/contract/figures.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, SUBJECT, type Staff } from '../staff.ts';

/** Monday 9 June 2025 and Friday 20 June, nine in the morning in Shanghai. */
const MONDAY = '2025-06-09T01:00:00.000Z';
const FRIDAY = '2025-06-20T01:00:00.000Z';

describeApi('figures', (start) => {
  let api: Api;
  let staff: Staff;
  let first: Caller;
  let second: Caller;

  const registered = async (reception: Caller) =>
    reception.does(
      await reception.opens('complaint', { channel: 'letter', subject: SUBJECT, content: 'x' }),
      'REGISTER',
    );
  const declined = async (reception: Caller, of = registered(reception)) =>
    reception.does(await of, 'DECLINE', { reason: 'no_substance' });
  const read = async <T = Record<string, unknown>>(caller: Caller, path: string): Promise<T> => {
    const { status, body } = await caller.get(`/api/v1/${path}`);
    expect([path, status]).toEqual([path, 200]);
    return body as T;
  };
  const items = async (path: string, caller = staff.supervisor) =>
    (await read<{ items: unknown[] }>(caller, `statistics/${path}`)).items;

  // On Monday seven complaints come to unit u-1 and one to u-2; five of u-1 and that of u-2 are declined at once. On
  // Friday one of the two that are left, whose time to route them out has passed, is declined, and a ninth comes in.
  beforeAll(async () => {
    api = await start({ sandbox: true });
    await api.operations.beginSandboxClock(MONDAY);
    staff = await staffOf(api);
    for (const [unit, more] of [
      ['u-top', {}],
      ['u-1', { parentId: 'u-top' }],
      ['u-2', {}],
    ] as const)
      await staff.administrator.put(`/api/v1/units/${unit}`, { name: `Unit ${unit}`, ...more });
    first = await api.as('p-reception-a', ['reception_officer'], { unit: 'u-1' });
    second = await api.as('p-reception-b', ['reception_officer'], { unit: 'u-2' });
    for (let times = 0; times < 5; times++) await declined(first);
    await declined(second);
    const late = await registered(first);
    const left = await registered(first);
    await staff.deptHead.does(left, 'ASSIGN', { assignee: staff.handler.person });
    await staff.superior.put('/api/v1/sandbox/clock', { now: FRIDAY });
    await declined(first, staff.supervisor.reads(late));
    await registered(first);
  }, 60_000);

  const week = 'from=2025-06-15T16:00:00Z&to=2025-06-20T16:00:00Z';
  const june = 'from=2025-05-31T16:00:00Z&to=2025-07-31T16:00:00Z';

  it('tell a period beside the one before', async () => {
    const { asOf, ...overview } = await read(staff.supervisor, `statistics/overview?${week}`);
    expect(asOf).toMatch(/^2025-06-20T01:00/);
    expect(overview).toEqual({
      from: '2025-06-15T16:00:00.000Z',
      to: '2025-06-20T16:00:00.000Z',
      overdue: 1,
      now: { inHand: 2, received: 1, closed: 1, ranOut: 2 },
      before: { inHand: 2, received: 0, closed: 0, ranOut: 0 },
    });
  });

  it('tell what came in and what was closed by months of the body', async () => {
    expect(await items(`months?${june}`)).toEqual([
      { month: '2025-06', received: 9, closed: 7 },
      { month: '2025-07', received: 0, closed: 0 },
    ]);
    expect(await items(`months?${week}`)).toEqual([{ month: '2025-06', received: 1, closed: 1 }]);
    expect(await read(staff.supervisor, 'statistics/months?from=2025-06-16&to=2025-06-20')).toMatchObject({
      from: '2025-06-15T16:00:00.000Z',
      to: '2025-06-20T16:00:00.000Z',
      items: [{ month: '2025-06', received: 1, closed: 1 }],
    });
    expect(
      await read(staff.supervisor, 'statistics/tolerance-coverage?from=2025-06-16&to=2025-06-20'),
    ).toEqual({
      from: '2025-06-15T16:00:00.000Z',
      to: '2025-06-20T16:00:00.000Z',
      items: [],
    });
  });

  it('tell where open cases stand, how old they are and how many working days are left', async () => {
    const open = await read<Record<string, { count: number }[]>>(staff.supervisor, 'statistics/open-cases');
    const counted = (name: string) => open[name]!.filter(({ count }) => count > 0);
    expect(open).toMatchObject({ total: 2, overdue: 1, undated: 0 });
    expect(open.states).toEqual([{ procedure: 'complaint', state: 'registered', count: 2, overdue: 1 }]);
    expect(counted('ages')).toEqual([
      { from: 0, to: 7, count: 1 },
      { from: 8, to: 15, count: 1 },
    ]);
    // From Friday the 20th to Friday the 27th are five working days.
    expect(counted('daysLeft')).toEqual([
      { from: null, to: -1, count: 1 },
      { from: 4, to: 10, count: 1 },
    ]);
    expect(open.units).toEqual([{ unit: 'u-1', name: 'Unit u-1', count: 2 }]);
  });

  it('tell by unit what was closed on time, and not where the cases are too few', async () => {
    expect(await items(`punctuality?${june}`)).toEqual([
      { unit: 'u-1', name: 'Unit u-1', closed: 6, onTime: 5, isSuppressed: false },
      { unit: 'u-2', name: 'Unit u-2', closed: null, onTime: null, isSuppressed: true },
    ]);
  });

  it('tell the median of what each limit took beside what it allows', async () => {
    // Six were declined at once and one after eleven days; five working days from Monday morning are 7.6 days.
    expect(await items(`durations?${june}`)).toContainEqual({
      procedure: 'complaint',
      clock: 'report.route_out',
      count: 7,
      medianDays: 0,
      medianAllowed: 7.6,
      ranOut: 1,
    });
    expect(await items(`durations?${week}`)).toContainEqual(
      expect.objectContaining({ clock: 'report.route_out', count: 1, medianDays: 11, ranOut: 1 }),
    );
  });

  it('tell how closed cases ended', async () => {
    expect(await items(`outcomes?${june}`)).toEqual([
      { procedure: 'complaint', state: 'not_accepted', count: 7 },
    ]);
  });

  it('are those of a unit and of the units below it where one is asked for', async () => {
    const closed = async (unit: string) =>
      (await read<{ now: { closed: number } }>(staff.supervisor, `statistics/overview?${june}&unit=${unit}`))
        .now.closed;
    expect([await closed('u-top'), await closed('u-1'), await closed('u-2'), await closed('u-9')]).toEqual([
      6, 6, 1, 0,
    ]);
    expect(await items('load?unit=u-2')).toEqual([]);
  });

  it('tell who carries how much to those who direct work, and to nobody else', async () => {
    expect(await items('load', staff.deptHead)).toEqual([
      { assignee: staff.handler.person, name: staff.handler.person, open: 1, overdue: 1, dueSoon: 0 },
      { assignee: null, name: null, open: 1, overdue: 0, dueSoon: 0 },
    ]);
    expect((await staff.auditor.get('/api/v1/statistics/load')).status).toBe(403);
    expect((await staff.handler.get('/api/v1/statistics/overview')).status).toBe(403);
  });

  describe('of days', () => {
    const dueOn = ({ weeks }: DueCalendar) =>
      weeks
        .flatMap(({ days }) => days)
        .filter(({ green, blue, red }) => green + blue + red > 0)
        .map(({ date, green, blue, red }) => [date, green, blue, red]);

    it('tell what falls due in the next six weeks, by light', async () => {
      const calendar = await read<DueCalendar>(staff.supervisor, 'statistics/due-days');
      expect(calendar.weeks.map(({ week, days }) => [week, days[0]!.date, days.length])).toEqual([
        [25, '2025-06-16', 7],
        [26, '2025-06-23', 7],
        [27, '2025-06-30', 7],
        [28, '2025-07-07', 7],
        [29, '2025-07-14', 7],
        [30, '2025-07-21', 7],
      ]);
      expect([calendar.today, calendar.timeZone]).toEqual(['2025-06-20', 'Asia/Shanghai']);
      // Five working days to route out, fifteen to tell whether it is accepted; from Monday the 9th, and from Friday the 20th.
      expect(dueOn(calendar)).toEqual([
        ['2025-06-16', 0, 0, 1],
        ['2025-06-27', 1, 0, 0],
        ['2025-06-30', 1, 0, 0],
        ['2025-07-11', 1, 0, 0],
      ]);
    });

    it('tell of a month which days are off, made up for, or of no known plan', async () => {
      const kinds = async (month: string) =>
        (await read<DueCalendar>(staff.handler, `deadlines/days?mine=false&month=${month}`)).weeks.flatMap(
          ({ days }) => days,
        );
      const october = await kinds('2025-10');
      expect([october[0]!.date, october.at(-1)!.date]).toEqual(['2025-09-29', '2025-11-02']);
      const on = (date: string) => october.find((day) => day.date === date);
      expect(on('2025-10-01')).toMatchObject({
        kind: 'holiday',
        isPlanned: true,
        holiday: { zh: '国庆节、中秋节' },
      });
      expect(on('2025-10-11')).toMatchObject({ kind: 'make_up', holiday: null });
      expect(on('2025-10-12')?.kind).toBe('weekend');
      expect((await kinds('2031-05')).every(({ isPlanned }) => !isPlanned)).toBe(true);
    });

    // The first to ask for their own waits until it is worked out, for the whole program, whom each clock asks.
    it(
      'are my own, or those of every case I may know of, and each day lists what it counts',
      { timeout: 90_000 },
      async () => {
        const of = async (query: string, caller: Caller) =>
          dueOn(await read<DueCalendar>(caller, `deadlines/days?month=2025-06&${query}`));
        expect(await of('mine=true', staff.handler)).toEqual([
          ['2025-06-16', 0, 0, 1],
          ['2025-06-30', 1, 0, 0],
        ]);
        expect(await of('mine=false', staff.handler)).toEqual([
          ['2025-06-16', 0, 0, 1],
          ['2025-06-27', 1, 0, 0],
          ['2025-06-30', 1, 0, 0],
        ]);
        const listed = async (on: string) =>
          (await read<{ items: { dueOn: string }[] }>(staff.handler, `deadlines?mine=false&on=${on}`)).items;
        expect((await listed('2025-06-27')).map(({ dueOn: last }) => last)).toEqual(['2025-06-27']);
        expect(await listed('2025-06-26')).toEqual([]);
      },
    );
  });

  it.each(['overview', 'months', 'punctuality', 'durations', 'outcomes'])(
    'refuse for %s a period that is empty or longer than 400 days',
    async (name) => {
      for (const period of [
        'from=2025-06-20T16:00:00Z&to=2025-06-20T16:00:00Z',
        'from=2024-01-01T00:00:00Z&to=2025-06-20T16:00:00Z',
      ]) {
        const reply = await staff.supervisor.get(`/api/v1/statistics/${name}?${period}`);
        expect([reply.status, reply.body.errors?.[0].pointer]).toEqual([400, '/query/from']);
      }
    },
  );

  it('count nothing of what concerns whoever asks, and all of it for an auditor', async () => {
    const concerned = await api.as(SUBJECT, ['case_supervisor']);
    const none = { inHand: 0, received: 0, closed: 0, ranOut: 0 };
    expect(await read(concerned, `statistics/overview?${week}`)).toMatchObject({
      overdue: 0,
      now: none,
      before: none,
    });
    expect(await read(concerned, 'statistics/open-cases')).toMatchObject({ total: 0, states: [], units: [] });
    for (const path of [`punctuality?${june}`, `durations?${june}`, `outcomes?${june}`, 'load'])
      expect([path, await items(path, concerned)]).toEqual([path, []]);
    expect(dueCount(await read<DueCalendar>(concerned, 'statistics/due-days'))).toBe(0);
    for (const path of [`months?${june}`, `punctuality?${june}`, `durations?${june}`, `outcomes?${june}`])
      expect(await items(path, staff.auditor)).toEqual(await items(path));
    expect(dueCount(await read<DueCalendar>(staff.auditor, 'statistics/due-days'))).toBe(4);
  });

  const dueCount = ({ weeks }: DueCalendar) =>
    weeks.flatMap(({ days }) => days).reduce((sum, { green, blue, red }) => sum + green + blue + red, 0);

  it('count nothing of the cases of another body', async () => {
    await staff.administrator.put('/api/v1/units/u-other', { name: 'Other', isBody: true });
    const bound = await api.as('p-bound', ['case_supervisor'], { unit: 'u-other' });
    const reception = await api.as('p-reception-c', ['reception_officer'], { unit: 'u-other' });
    await registered(reception);
    const total = async (caller: Caller) =>
      (await read<{ total: number }>(caller, 'statistics/open-cases?unit=u-other')).total;
    await staff.administrator.put('/api/v1/units/u-third', { name: 'Third', isBody: true });
    const stranger = await api.as('p-stranger', ['case_supervisor'], { unit: 'u-third' });
    expect([await total(bound), await total(stranger)]).toEqual([1, 0]);
  });
});
