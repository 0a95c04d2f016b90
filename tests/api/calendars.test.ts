/** Working calendars: the days of a year, and what another plan would move, counted by hand. */
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CalendarData } from '../../src/domain/calendar.ts';
import type { CalendarImpact, CalendarYearView } from '../../src/contract/calendars.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

const YEAR = '/api/v1/calendars/2026';
const NAME = { zh: '运动会', en: 'Games' };

describeApi('a working calendar', (start) => {
  let api: Api;
  let staff: Staff;
  let year: CalendarYearView;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    // A Monday. Fifteen working days from it end on Monday the 23rd; no holiday lies between.
    await api.operations.beginSandboxClock('2026-03-02T02:00:00.000Z');
    year = (await staff.handler.get(YEAR)).body;
  });

  /** The plan as it is, and these days more. */
  const planWith = (...more: CalendarYearView['days']) => ({
    notice: 'A try',
    days: [...year.days.filter(({ plan }) => plan === 2026), ...more].map(({ on, kind, name }) => ({
      on,
      kind,
      ...(name && { name }),
    })),
  });
  const off = (on: string) => ({ on, kind: 'off' as const, name: NAME, plan: 2026 });
  const work = (on: string) => ({ on, kind: 'work' as const, name: null, plan: 2026 });
  const tries = async (caller: Caller, body: object): Promise<CalendarImpact> => {
    const reply = await caller.post(`${YEAR}/preview`, body);
    expect(reply.status).toBe(200);
    return reply.body as CalendarImpact;
  };
  const movesOf = ({ moves }: CalendarImpact, clock: string) =>
    moves.filter((each) => each.clock === clock).map(({ days, count }) => ({ days, count }));

  it('tells the special days of a year, and whether its plan is there', async () => {
    expect(year).toMatchObject({ year: 2026, calendar: 'cn', isPlanned: true, weekend: [6, 7] });
    expect(year.calendars).toEqual(['cn', 'eu']);
    expect(year.notice).toContain('2026年');
    expect(year.days.filter(({ on }) => on.startsWith('2026-02'))).toEqual([
      { on: '2026-02-14', kind: 'work', name: null, plan: 2026 },
      ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => ({
        on: `2026-02-${day}`,
        kind: 'off',
        name: { zh: '春节', en: 'Spring Festival' },
        plan: 2026,
      })),
      { on: '2026-02-28', kind: 'work', name: null, plan: 2026 },
    ]);
    const later = await staff.auditor.get('/api/v1/calendars/2031');
    expect(later.body).toMatchObject({ isPlanned: false, notice: null, version: null, days: [] });
    const other = await staff.administrator.get(`${YEAR}?calendar=eu`);
    expect(other.body).toMatchObject({ calendar: 'eu', isPlanned: true });
    expect((await staff.handler.get(`${YEAR}?calendar=none`)).status).toBe(404);
    expect((await staff.handler.get('/api/v1/calendars/last')).status).toBe(400);
    expect((await staff.reporter.get(YEAR)).status).toBe(403);
  });

  it('moves nothing when the plan stays what it is', async () => {
    await registered(staff);
    expect(await tries(staff.supervisor, planWith())).toMatchObject({
      difference: [],
      examined: 0,
      moves: [],
    });
  });

  it('moves what is counted over its days: by numbers for who keeps the system, by case for a supervisor', async () => {
    const complaint = await registered(staff);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/clocks`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ clock: 'report.accept_notice', dueOn: '2026-03-23' }),
    );
    // The 20th and the 23rd off: the fifteenth working day is Wednesday the 25th.
    const later = await tries(staff.supervisor, planWith(off('2026-03-20'), off('2026-03-23')));
    expect(later.difference).toEqual([
      { on: '2026-03-20', before: 'working', after: 'holiday' },
      { on: '2026-03-23', before: 'working', after: 'holiday' },
    ]);
    expect(later).toMatchObject({ reach: 'known', isComplete: true, cases: 2, overAtOnce: 0 });
    expect(movesOf(later, 'report.accept_notice')).toEqual([{ days: 2, count: 2 }]);
    expect(later.items).toContainEqual({
      case: complaint.id,
      clock: 'report.accept_notice',
      instance: '',
      from: '2026-03-23',
      to: '2026-03-25',
    });
    const unseen = await tries(staff.administrator, planWith(off('2026-03-20'), off('2026-03-23')));
    expect(unseen).toEqual({ ...later, reach: 'all', items: null });
    // Saturday the 7th worked: the fifteenth is Friday the 20th, three days earlier.
    const earlier = await tries(staff.administrator, planWith(work('2026-03-07')));
    expect(movesOf(earlier, 'report.accept_notice')).toEqual([{ days: -3, count: 2 }]);
    // Another calendar concerns no case of this profile.
    const european = await tries(staff.administrator, {
      calendar: 'eu',
      notice: 'x',
      days: [{ on: '2026-03-20', kind: 'off' }],
    });
    expect(european).toMatchObject({ calendar: 'eu', examined: 0, cases: 0 });
    const after = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/clocks`);
    expect(after.body).toEqual(body);
  });

  it('is written as the file it would be', async () => {
    const reply = await staff.administrator.post(
      `${YEAR}/file`,
      planWith(off('2026-03-20'), work('2026-03-07')),
    );
    expect(reply.headers['content-disposition']).toBe('attachment; filename="cn.yaml"');
    const data = CalendarData.parse(parse(reply.text));
    expect(Object.keys(data.years)).toEqual(['2024', '2025', '2026']);
    expect(data.years['2026']).toMatchObject({ notice: 'A try' });
    expect(data.years['2026']!.makeUpDays).toContain('2026-03-07');
    expect(data.years['2026']!.holidays).toContainEqual({ name: NAME, from: '2026-03-20', to: '2026-03-20' });
    expect(data.years['2026']!.holidays).toContainEqual({
      name: { zh: '春节', en: 'Spring Festival' },
      from: '2026-02-15',
      to: '2026-02-23',
    });
  });

  it.each([
    ['a day twice', { days: [off('2026-03-20'), off('2026-03-20')] }, '/days/1/on'],
    ['a day of another year', { days: [off('2025-11-20')] }, '/days/0/on'],
    ['work on a weekday', { days: [off('2026-03-20'), work('2026-03-19')] }, '/days/1/on'],
    ['no day off', { days: [work('2026-03-07')] }, '/days'],
    ['another calendar', { days: [off('2026-03-20')], calendar: 'none' }, '/calendar'],
  ])('takes no plan with %s', async (_, { days, ...more }, pointer) => {
    const plain = days.map(({ on, kind }) => ({ on, kind }));
    for (const what of ['preview', 'file']) {
      const reply = await staff.administrator.post(`${YEAR}/${what}`, { notice: 'x', days: plain, ...more });
      expect([what, reply.status, reply.body.errors?.[0]?.pointer]).toEqual([what, 422, pointer]);
    }
    expect((await staff.handler.post(`${YEAR}/preview`, planWith())).status).toBe(403);
  });
});
