/** Reading one case: as it stands and as it stood, its events, its clocks with how they were counted, its family. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
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

  it('gives the events newest first to whoever asks so, and takes no place of the other order', async () => {
    const complaint = await staff.reception.does(await registered(staff), 'NOTE', { text: 'x' });
    const first = await staff.handler.get(path(complaint, '/events?order=desc&limit=2'));
    expect(first.body.items.map(({ version }: Item) => version)).toEqual([3, 2]);
    const cursor = encodeURIComponent(first.body.nextCursor as string);
    const rest = await staff.handler.get(path(complaint, `/events?order=desc&cursor=${cursor}`));
    expect([rest.body.items.map(({ version }: Item) => version), rest.body.nextCursor]).toEqual([[1], null]);
    expect((await staff.handler.get(path(complaint, `/events?cursor=${cursor}`))).status).toBe(400);
  });

  it('names who acted to those who work on the case, and leaves a reporter unnamed', async () => {
    const { reporter, reception, handler } = staff;
    const own = await reporter.opens('complaint', { channel: 'web', subject: SUBJECT });
    await reception.does(own, 'REGISTER');
    const actors = async (caller: Caller) =>
      ((await caller.get(path(own, '/events'))).body.items as Item[]).map(({ by, person, name }) => [
        by,
        person,
        name,
      ]);
    expect(await actors(handler)).toEqual([
      ['unnamed', null, null],
      ['person', reception.person, reception.person],
    ]);
    // Not even where the reporter is a colleague: one act told would tell every other under the same pseudonym.
    const colleague = await api.as('p-colleague', ['reception_officer']);
    const noted = await colleague.does(await reception.reads(own), 'NOTE', { text: 'Seen.' });
    expect((await actors(handler)).at(-1)).toEqual(['person', colleague.person, colleague.person]);
    await api.as('p-colleague', ['reporter']);
    await colleague.does(noted, 'NOTE', { text: 'Seen again.' });
    expect((await actors(handler)).slice(-2)).toEqual([
      ['unnamed', null, null],
      ['unnamed', null, null],
    ]);
    expect(await actors(reporter)).toEqual([['unnamed', null, null]]);
  });

  it('calls an event what it was: one event may be several rows, told apart by a choice in the data', async () => {
    const { allegation } = await underVerification(staff);
    const { body } = await staff.handler.get(path(allegation, '/events'));
    const approved = body.items.find(({ type }: Item) => type === 'allegation.APPROVE_DISPOSITION') as Item;
    expect(approved.label.en).toBe('Approve a preliminary verification');
  });

  it('lists who has a part in the case, but no reporter, and to a party themselves alone', async () => {
    const { reporter, reception, deptHead, handler, supervisor, subject } = staff;
    const own = await reporter.opens('complaint', { channel: 'web', subject: SUBJECT });
    const accepted = await reception.does(await reception.does(own, 'REGISTER'), 'ACCEPT');
    await reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: SUBJECT }],
    });
    const peopleOf = async (caller: Caller, of: Pick<CaseView, 'id'>) =>
      ((await caller.get(path(of, '/people'))).body.items as Item[]).map(({ id, parts }) => [id, parts]);
    expect(await peopleOf(handler, own)).toEqual([
      [SUBJECT, ['subject']],
      [reception.person, ['acted']],
    ]);
    expect(await peopleOf(reporter, own)).toEqual([[reporter.person, ['acted']]]);

    const { allegation } = await handedOver(staff);
    await deptHead.does(allegation, 'ASSIGN', {
      assignee: handler.person,
      participants: [supervisor.person],
    });
    expect(await peopleOf(supervisor, allegation)).toEqual(
      expect.arrayContaining([
        [handler.person, ['assignee', 'team']],
        [supervisor.person, ['team', 'participant']],
        [deptHead.person, ['acted']],
      ]),
    );
    expect((await subject.get(path(allegation, '/people'))).status).toBe(404);
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
    expect(notice).toMatchObject({
      light: 'on_track',
      left: 15,
      leftUnit: 'working_day',
      elapsed: 0,
      limit: { amount: 15, unit: 'working_day' },
      startedBy: { event: 'SUBMIT', label: { zh: expect.any(String), en: expect.any(String) } },
      pauses: [],
      extensions: [],
    });
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
    const paused = await clockOf('report.verify');
    expect(paused).toMatchObject({ isPaused: true, isRunning: false, dueAt: null });
    expect(paused).toMatchObject({ light: 'paused', left: null, leftUnit: null, elapsed: null });
    expect(paused.pauses).toEqual([
      { from: suspended.updatedAt, to: null, because: { zh: expect.any(String), en: expect.any(String) } },
    ]);
    const stopped = await clockOf('report.disposition');
    expect(stopped.stoppedAt).not.toBeNull();
    expect([stopped.light, stopped.left]).toEqual(['none', null]);
    const resumed = await leader.does(suspended, 'RESUME', { reason: 'It is dry again.' });
    const before = await clockOf('report.verify');
    expect(before.isPaused).toBe(false);
    await leader.does(resumed, 'EXTEND', { clock: 'report.verify', reason: 'Much to read.' });
    const after = await clockOf('report.verify');
    expect(after.steps.map(({ code }: Item) => code)).toContain('extended');
    expect(after.dueAt > before.dueAt).toBe(true);
    expect([before.extensions.length, after.extensions.length]).toEqual([0, 1]);
    expect(after.mostExtensions).toBeGreaterThan(0);
  });

  it('shows the family with its links, to staff', async () => {
    const { complaint, allegation } = await handedOver(staff);
    const { body } = await staff.supervisor.get(path(allegation, '/family'));
    expect(body.items.map(({ id, links }: Item) => [id, links])).toEqual([
      [complaint.id, []],
      [allegation.id, [{ type: 'allegation_of', parent: complaint.id }]],
    ]);
    expect(body.items[1]).toMatchObject({
      openedAt: allegation.openedAt,
      light: 'on_track',
      left: expect.any(Number),
      leftUnit: 'calendar_day',
    });
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

  it('lays out the procedure of a case: where it stands, what it accepts there, how it got there', async () => {
    const { allegation } = await underVerification(staff);
    const ROOT = '/api/v1/procedures/allegation/diagram';
    const { status, body } = await staff.handler.get(`${ROOT}?case=${allegation.id}`);
    expect([status, body.current, body.isNear, body.isPathCut]).toEqual([
      200,
      allegation.state,
      false,
      false,
    ]);
    const nodes = body.nodes as Item[];
    const moves = (body.edges as Item[]).flatMap(({ from, to, events }) =>
      (events as Item[]).flatMap(({ visits }) => (visits as Item[]).map(({ number }) => [number, from, to])),
    );
    expect(moves.toSorted((a, b) => a[0] - b[0])).toEqual([
      [1, 'opening', 'with_handling_dept'],
      [2, 'with_handling_dept', 'disposition_proposed'],
      [3, 'disposition_proposed', 'preliminary_verification'],
    ]);
    expect(nodes.filter(({ isCurrent }) => isCurrent).map(({ state, visits }) => [state, visits])).toEqual([
      ['preliminary_verification', [{ number: 3, at: allegation.updatedAt }]],
    ]);
    const legal = (body.edges as Item[]).flatMap(({ from, events }) =>
      (events as Item[]).flatMap(({ event, isLegalNow }) => (isLegalNow ? [[from, event]] : [])),
    );
    expect(legal).toContainEqual(['preliminary_verification', 'SUBMIT_VERIFICATION_REPORT']);
    for (const [from, event] of legal) {
      expect(from).toBe(allegation.state);
      expect(allegation.accepts).toContain(event);
    }
    const drawn = [
      ...(body.edges as Item[]).flatMap(({ events }) => events as Item[]),
      ...nodes.flatMap(({ loops }) => loops as Item[]),
      ...(body.elsewhere as Item[]),
    ].map(({ row }) => row as string);
    expect(body.rows.map(({ row }: Item) => row).sort()).toEqual([...new Set(drawn)].sort());
    interface Box {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
    const boxes = [...nodes, ...(body.edges as Item[]).flatMap(({ events }) => events as Item[])] as Box[];
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(body.width as number);
      expect(y + height).toBeLessThanOrEqual(body.height as number);
    }

    const plain = await staff.handler.get(ROOT);
    expect([plain.body.current, plain.body.width]).toEqual([null, body.width]);
    expect(JSON.stringify(plain.body)).not.toMatch(/"isLegalNow":true|"number"/);
  });

  it('lays out what is near: the present state, where it came from, and what may come next', async () => {
    const complaint = await registered(staff);
    const near = await staff.handler.get(
      `/api/v1/procedures/complaint/diagram?case=${complaint.id}&near=true`,
    );
    const { edges, width, current } = near.body as Item;
    const ends = (edges as Item[]).map(({ from, to }) => [from, to] as [string, string]);
    expect(ends.filter(([, to]) => to === current)).toEqual([['received', 'registered']]);
    expect(ends.filter(([from]) => from === current).length).toBeGreaterThan(1);
    expect(ends.every((both) => both.includes('registered'))).toBe(true);
    expect(width).toBeLessThanOrEqual(560);
    const start = await staff.handler.get('/api/v1/procedures/complaint/diagram?near=true');
    expect(start.body.nodes.some(({ isInitial }: Item) => isInitial)).toBe(true);
  });

  it('tells a party where their case stands in the layout, and not how it got there', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    await staff.reception.does(own, 'REGISTER');
    const asked = `/api/v1/procedures/complaint/diagram?case=${own.id}`;
    const { body } = await staff.reporter.get(asked);
    expect(body.current).toBe('registered');
    expect(JSON.stringify(body)).not.toContain('"number"');
    expect((await staff.otherReporter.get(asked)).status).toBe(404);
    expect((await staff.handler.get(`/api/v1/procedures/allegation/diagram?case=${own.id}`)).status).toBe(
      404,
    );
  });

  it('knows nothing of a case that is absent, whatever is asked of it', async () => {
    const asked = ['', '/actions', '/events', '/people', '/clocks', '/family', `/acts?person=${SUBJECT}`];
    for (const id of [ABSENT, 'not-an-id', '%F0%9F%90%99'])
      for (const rest of asked) {
        const { status, body } = await staff.reception.get(`/api/v1/cases/${id}${rest}`);
        expect([id, rest, status, body.detail]).toEqual([id, rest, 404, 'There is no such case for you']);
      }
  });
});
