/**
 * The stream of live updates: it goes on where it broke off, in whatever process; nobody hears of what they may not know
 * of, from the moment they may not; and it holds up neither other requests nor the end of the server.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventStream } from '../../src/api/event-stream.ts';
import type { Listener } from '../../src/operations/live-updates.ts';
import { createLiveUpdates } from '../../src/operations/live-updates.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import { signedIn } from '../browser.ts';
import { describeOnBoth, type TestDatabase } from '../database.ts';
import { follow, type Heard } from '../event-source.ts';
import { apisOver, type Api } from '../harness.ts';
import { foundUntrue, registered, staffOf, type Staff } from '../staff.ts';

const STREAM = '/api/v1/stream';

describeOnBoth('the stream', (open) => {
  let database: Promise<TestDatabase> | undefined;
  const start = apisOver((settings) => (database ??= open(settings)));
  let api: Api;
  let other: Api;
  let staff: Staff;

  beforeAll(async () => {
    api = await start();
    const environment = { LEEWAY_MASTER_KEY_FILE: join(api.dataDir, 'keys', 'master') };
    other = await start({ mostInFlight: 2, environment });
    staff = await staffOf(api);
  });

  const noted = async (on: CaseView, text = 'x'): Promise<CaseView> => {
    const view = await staff.reception.does(await staff.reception.reads(on), 'NOTE', { text });
    while (await api.operations.integrateJournal());
    return view;
  };
  const at = (view: CaseView) => (heard: Heard) =>
    heard.event === 'case' && heard.data.case === view.id && heard.data.version === view.version;
  const told = (heard: readonly Heard[], of: CaseView) =>
    heard.filter(({ data }) => data.case === of.id).map(({ data }) => data.version);

  it('says what happened in codes, and names nobody', async () => {
    const on = await registered(staff);
    const stream = await follow(api, staff.supervisor);
    expect([stream.status, stream.headers['content-type'], stream.headers['x-accel-buffering']]).toEqual([
      200,
      'text/event-stream',
      'no',
    ]);
    const view = await noted(on);
    const { data } = await stream.hears(at(view));
    expect(data).toEqual({
      case: on.id,
      procedure: 'complaint',
      version: view.version,
      state: view.state,
      type: 'complaint.NOTE',
    });
    stream.cut();
  });

  it('goes on where it broke off, at another process too, without gap or repetition', async () => {
    const on = await registered(staff);
    let view = await noted(on);
    const first = await follow(api, staff.supervisor);
    const heard: Heard[] = [];
    view = await noted(view);
    await first.hears(at(view));
    first.cut();
    heard.push(...first.heard);
    view = await noted(await noted(view));
    const second = await follow(other, staff.supervisor, { lastId: first.lastId() });
    await second.hears(at(view));
    second.cut();
    heard.push(...second.heard);
    view = await noted(view);
    const third = await follow(api, staff.supervisor, { lastId: second.lastId(), after: '0' });
    await third.hears(at(view));
    third.cut();
    heard.push(...third.heard);
    const from = on.version + 2;
    expect(told(heard, on)).toEqual([from, from + 1, from + 2, from + 3]);
    const places = heard.map(({ id }) => Number(id));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });

  it('answers once whoever does not stay, from a place on', async () => {
    const here = (await staff.supervisor.get(STREAM)).text;
    const place = /^id: (-?\d+)\n\n$/.exec(here)?.[1];
    const view = await noted(await registered(staff));
    const reply = await staff.supervisor.get(`${STREAM}?after=${place}`);
    expect(reply.text).toContain(`"version":${view.version},`);
    const ids = [...reply.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.at(-1)).toBeGreaterThan(Number(place));
  });

  it('tells whoever comes back from nowhere to read anew', async () => {
    const stream = await follow(api, staff.supervisor, { lastId: '999999999' });
    const { event, id } = await stream.hears(() => true);
    expect(event).toBe('reset');
    expect(Number(id)).toBeLessThan(999_999_999);
    stream.cut();
    expect((await staff.supervisor.get(`${STREAM}?after=x`)).status).toBe(400);
  });

  it('says nothing of a case one may not know of, and to a party only that something happened', async () => {
    const { clarification } = await foundUntrue(staff);
    const stranger = await api.as('p-stranger', ['reviewer'], { unit: 'nowhere' });
    const followers = await Promise.all(
      [staff.supervisor, staff.subject, staff.auditor, staff.otherReporter].map((who) => follow(api, who)),
    );
    const complaint = await noted(await registered(staff));
    const view = await noted(clarification);
    const [supervisor, subject, auditor, reporter] = followers as [
      (typeof followers)[0],
      (typeof followers)[0],
      (typeof followers)[0],
      (typeof followers)[0],
    ];
    await supervisor.hears(at(view));
    const subjectSees = (await staff.subject.get(`/api/v1/cases/${view.id}`)).status === 200;
    if (subjectSees) expect((await subject.hears(at(view))).data.type).toBeNull();
    const last = await noted(complaint);
    await supervisor.hears(at(last));
    for (const [who, follower] of [
      ['subject', subject],
      ['auditor', auditor],
      ['reporter', reporter],
    ] as const)
      expect([who, told(follower.heard, complaint)]).toEqual([who, []]);
    expect([auditor.heard, reporter.heard]).toEqual([[], []]);
    expect(stranger.secret).toBeDefined();
    for (const follower of followers) follower.cut();
  });

  it('falls silent at once for somebody who is recused, of that family alone', async () => {
    const [one, two] = [await registered(staff), await registered(staff)];
    const reviewer = await api.as('p-recused', ['case_supervisor']);
    const stream = await follow(api, reviewer);
    const before = await noted(one);
    await stream.hears(at(before));
    await api.knex.raw(
      `insert into recusals (tenant_id, family_id, person_id, status, ground, case_id, changed_at)
       select tenant_id, family_id, 'p-recused', 'granted', 'witness', id, now() from cases where id = ?`,
      [one.id],
    );
    await noted(before);
    const last = await noted(two);
    await stream.hears(at(last));
    expect(told(stream.heard, one).at(-1)).toBe(before.version);
    stream.cut();
  });

  it('ends when the key is revoked and when the session is over, and keeps no session in use', async () => {
    const caller = await api.as('p-revoked', ['case_supervisor']);
    const byKey = await follow(api, caller);
    await api.knex.raw(`update api_keys set revoked_at = now() where person_id = 'p-revoked'`);
    expect((await byKey.hears(() => true)).data).toEqual({ reason: 'signed_out' });
    await byKey.ended;

    const { browser } = await signedIn(api, 'p-follows', { roles: ['case_supervisor'] });
    await api.knex.raw(`update sessions set seen_at = now() - interval '5 minutes'`);
    const Cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const bySession = await follow(api, {} as never, { headers: { Cookie } });
    expect(bySession.status).toBe(200);
    const { rows } = await api.knex.raw<{ rows: { idle: boolean }[] }>(
      `select seen_at < now() - interval '4 minutes' as idle from sessions where ended_at is null order by opened_at desc limit 1`,
    );
    expect(rows).toEqual([{ idle: true }]);
    await browser.send('delete', '/api/v1/session');
    expect((await bySession.hears(() => true)).data).toEqual({ reason: 'signed_out' });
    await bySession.ended;
  });

  it('gives one person so many windows, and takes no place from other requests', async () => {
    const caller = await api.as('p-windows', ['case_supervisor']);
    const streams = [];
    for (let n = 0; n < 5; n++) streams.push(await follow(other, caller));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const sixth = await follow(other, caller);
    expect(sixth.status).toBe(429);
    expect((await caller.get('/api/v1/cases?limit=1')).status).toBe(200);
    streams[0]!.cut();
    await streams[0]!.ended;
    await expect.poll(async () => (await follow(other, caller)).status).toBe(200);
  });

  it('is refused to more than the process takes', async () => {
    const live = createLiveUpdates(api.runtime, {
      tickMs: 1_000,
      perPerson: 9,
      total: 1,
      mostBehind: 1,
      mostFailures: 1,
    });
    const listener: Listener = { hear: () => true, ended: () => undefined };
    const asker = { personId: 'p-1', roles: [], unit: null, keyId: '01980f5e-7c00-7000-8000-000000000009' };
    const leave = await live.listen(asker, null, listener);
    await expect(live.listen(asker, null, listener)).rejects.toMatchObject({ problem: 'overloaded' });
    leave();
    (await live.listen(asker, null, listener))();
    live.stop();
  });

  it('ends when the server does', async () => {
    const stream = await follow(other, staff.supervisor);
    other.operations.live.stop();
    expect((await stream.hears(() => true)).data).toEqual({ reason: 'stopping' });
    await stream.ended;
    expect((await follow(other, staff.supervisor)).status).toBe(503);
  });
});

describe('a reader', () => {
  it('who is too slow is let go', async () => {
    let listener!: Listener;
    let left = 0;
    const stream = await eventStream((given) => {
      listener = given;
      return Promise.resolve(() => void (left += 1));
    });
    const message = { kind: 'presence', case: '01980f5e-7c00-7000-8000-000000000009' } as const;
    let told = 0;
    while (listener.hear(message) && told < 10_000) told += 1;
    expect(told).toBeGreaterThan(100);
    expect(told).toBeLessThan(2_000);
    listener.ended();
    await new Promise((resolve) => stream.once('close', resolve));
    expect(left).toBe(1);
  });

  it('hears a sign of life, and with it the place they are at', async () => {
    let listener!: Listener;
    const stream = await eventStream((given) => {
      listener = given;
      return Promise.resolve(() => undefined);
    }, 5);
    listener.hear({ kind: 'place', id: 7 });
    listener.hear({ kind: 'place', id: 9 });
    let text = '';
    for await (const chunk of stream) {
      text += String(chunk);
      if (text.includes(':\nid: 9\n\n')) break;
    }
    expect(text.startsWith('retry: 3000\n\nid: 7\n\n')).toBe(true);
  });
});
