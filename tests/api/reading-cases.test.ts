/** Reading one case: as it stands and as it stood, its events, its clocks with how they were counted, its family. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';
import {
  aComplaint,
  handedOver,
  registered,
  staffOf,
  SUBJECT,
  underVerification,
  type Staff,
} from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
type Item = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- untyped replies

describeApi('reading a case', (start) => {
  let api: Api;
  let staff: Staff;
  const path = ({ id }: Pick<CaseView, 'id'>, rest = '') => `/api/v1/cases/${id}${rest}`;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });

  it('gives the case as it stood at an instant, version for version', async () => {
    const seen: CaseView[] = [await aComplaint(staff)];
    for (const type of ['REGISTER', 'ACCEPT', 'NOTE']) {
      await pause(5);
      const data = type === 'NOTE' ? { text: 'A note.' } : {};
      seen.push(await staff.reception.does(seen.at(-1)!, type, data));
    }
    for (const view of seen) {
      const { status, body, headers } = await staff.reception.get(path(view, `?at=${view.updatedAt}`));
      expect([status, headers.etag]).toEqual([200, `"${view.version}"`]);
      expect(body).toEqual(view);
    }
    const [first] = seen as [CaseView];
    const before = new Date(Date.parse(first.openedAt) - 1).toISOString();
    expect((await staff.reception.get(path(first, `?at=${before}`))).status).toBe(404);
    const later = await staff.reception.get(path(first, '?at=2900-01-01T08:00:00%2B08:00'));
    expect(later.body).toEqual(seen.at(-1));
  });

  it('answers 304 to whoever has the version already', async () => {
    const opened = await aComplaint(staff);
    const same = await staff.reception.get(path(opened), { 'If-None-Match': 'W/"1"' });
    expect([same.status, same.text]).toEqual([304, '']);
    await staff.reception.does(opened, 'REGISTER');
    expect((await staff.reception.get(path(opened), { 'If-None-Match': '"1"' })).status).toBe(200);
  });

  it('gives the events a page at a time, oldest first, and none twice', async () => {
    let complaint = await registered(staff);
    for (let n = 1; n <= 5; n++)
      complaint = await staff.reception.does(complaint, 'NOTE', { text: `Note ${n}.`, reference: `r-${n}` });
    const versions: number[] = [];
    const texts: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const rest = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await staff.handler.get(path(complaint, `/events?limit=3${rest}`));
      expect(body.items.length).toBeLessThanOrEqual(3);
      versions.push(...body.items.map((item: Item) => item.version));
      texts.push(...body.items.flatMap((item: Item) => item.data.text ?? []));
      // Another one comes in while pages are read: it is simply the last.
      if (versions.length === 3) await staff.reception.does(complaint, 'NOTE', { text: 'Note 6.' });
      cursor = body.nextCursor;
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(texts).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Note ${n}.`));
  });

  it('takes a place in a list only for the list that gave it out, as it gave it out', async () => {
    const complaint = await registered(staff);
    const other = await registered(staff);
    const first = await staff.handler.get(path(complaint, '/events?limit=1'));
    const cursor: string = first.body.nextCursor;
    const tampered = [
      `${cursor}x`,
      `x${cursor}`,
      `${cursor}.x`,
      cursor.replace('.', ''),
      '.',
      `${Buffer.from('{"version":0}').toString('base64url')}.${cursor.split('.')[1]!}`,
    ];
    const asked = [
      ...tampered.map((each) => path(complaint, `/events?cursor=${encodeURIComponent(each)}`)),
      path(other, `/events?cursor=${cursor}`),
      `/api/v1/cases?cursor=${cursor}`,
      `/api/v1/journal?cursor=${cursor}`,
    ];
    for (const address of asked) {
      const { status, body } = await staff.handler.get(address);
      expect([address, status, body.code]).toEqual([address, 400, 'bad-parameter']);
    }
  });

  it('explains each clock: from which day, what was counted and skipped, and on what basis', async () => {
    // Friday before the Dragon Boat holiday of 2025 would be a sandbox of its own; any week has a weekend in 15 days.
    const { id } = await aComplaint(staff);
    const { body } = await staff.reception.get(path({ id }, '/clocks'));
    const notice = body.items.find(({ clock }: Item) => clock === 'report.accept_notice') as Item;
    expect(notice).toMatchObject({ isRunning: true, isPaused: false, isOverdue: false, stoppedAt: null });
    expect(notice.basis).toEqual(['S10']);
    const codes = (notice.steps as Item[]).map(({ code }) => code as string);
    expect(codes[0]).toBe('start_day_excluded');
    expect(codes).toContain('weekend_skipped');
    expect(codes.at(-1)).toBe('due');
    for (const { text } of notice.steps as Item[])
      expect([typeof text.zh, typeof text.en]).toEqual(['string', 'string']);
    expect(notice.dueAt > notice.startedAt).toBe(true);
  });

  it('shows clocks that were stopped, paused, resumed and extended', async () => {
    const { allegation } = await underVerification(staff);
    const { leader } = staff;
    const suspended = await leader.does(allegation, 'SUSPEND', {
      ground: 'force_majeure',
      trigger: 'The flood ends.',
      reason: 'The archive is under water.',
    });
    const clockOf = async (key: string) => {
      const { body } = await leader.get(path(allegation, '/clocks'));
      return body.items.find(({ clock }: Item) => clock === key) as Item;
    };
    expect(await clockOf('report.verify')).toMatchObject({ isPaused: true, isRunning: false, dueAt: null });
    expect((await clockOf('report.disposition')).stoppedAt).not.toBeNull();
    const resumed = await leader.does(suspended, 'RESUME', { reason: 'It is dry again.' });
    const before = await clockOf('report.verify');
    expect(before.isPaused).toBe(false);
    await leader.does(resumed, 'EXTEND', { clock: 'report.verify', reason: 'Much to read.' });
    const after = await clockOf('report.verify');
    expect(after.steps.map(({ code }: Item) => code)).toContain('extended');
    expect(after.dueAt > before.dueAt).toBe(true);
  });

  it('shows the family with its links, to staff', async () => {
    const { complaint, allegation } = await handedOver(staff);
    const { body } = await staff.supervisor.get(path(allegation, '/family'));
    expect(body.items.map(({ id, links }: Item) => [id, links])).toEqual([
      [complaint.id, []],
      [allegation.id, [{ type: 'allegation_of', parent: complaint.id }]],
    ]);
  });

  it('lists what a person did or took part in within the family, and not what a link passed on', async () => {
    const { allegation } = await underVerification(staff);
    const { handler, secondHandler, reception } = staff;
    const recorded = await handler.does(allegation, 'RECORD_INTERVIEW', {
      participants: [secondHandler.person],
      record: 'Nothing new.',
    });
    await handler.does(recorded, 'NOTE', { text: 'No act.' });
    const actsOf = async (person: string) =>
      ((await staff.organHead.get(path(allegation, `/acts?person=${person}`))).body.items as Item[]).map(
        ({ type }) => type as string,
      );
    expect(await actsOf(handler.person)).toEqual(['allegation.RECORD_INTERVIEW']);
    expect(await actsOf(secondHandler.person)).toEqual(['allegation.RECORD_INTERVIEW']);
    expect(await actsOf(reception.person)).toEqual([
      'complaint.SUBMIT',
      'complaint.REGISTER',
      'complaint.ACCEPT',
      'complaint.HAND_OVER',
    ]);
    expect((await staff.organHead.get(path(allegation, '/acts'))).status).toBe(400);
  });

  it('draws the procedure of a case with its present state, in the language of the reader', async () => {
    const { allegation } = await handedOver(staff);
    const asked = `/api/v1/procedures/allegation/diagram.svg?case=${allegation.id}`;
    const drawn = await staff.handler.get(asked, { 'Accept-Language': 'zh-CN' });
    expect([drawn.status, drawn.headers['content-type'], drawn.headers['content-language']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
      'zh-CN',
    ]);
    const svg = (drawn.body as Buffer).toString('utf8');
    const plain = await staff.handler.get('/api/v1/procedures/allegation/diagram.svg', {
      'Accept-Language': 'zh-CN',
    });
    expect(svg).not.toBe((plain.body as Buffer).toString('utf8'));
    const wrong = await staff.handler.get(`/api/v1/procedures/complaint/diagram.svg?case=${allegation.id}`);
    expect(wrong.status).toBe(404);
  });

  it('knows nothing of a case that is absent, whatever is asked of it', async () => {
    const asked = ['', '/actions', '/events', '/clocks', '/family', `/acts?person=${SUBJECT}`];
    for (const id of [ABSENT, 'not-an-id', '%F0%9F%90%99'])
      for (const rest of asked) {
        const { status, body } = await staff.reception.get(`/api/v1/cases/${id}${rest}`);
        expect([id, rest, status, body.detail]).toEqual([id, rest, 404, 'There is no such case for you']);
      }
  });
});
