/** The calendar feed: what it says, that its secret opens nothing else, and how it is revoked. */
import { beforeAll, expect, it } from 'vitest';
import { GOOD_PASSWORD, signedIn } from '../browser.ts';
import { describeApi, PUBLIC_URL, type Api } from '../harness.ts';
import { registered, staffOf, underVerification, type Staff } from '../staff.ts';

const CALENDAR = '/api/v1/calendar.ics';
const FEED = '/api/v1/calendar/feed';
const basic = (secret: string, user = 'anybody') => ({
  Authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
});
/** Lines put together again where they were folded (RFC 5545 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const eventsIn = (text: string) =>
  unfolded(text)
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((part) =>
      Object.fromEntries(
        part
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );

describeApi('the calendar of deadlines', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  const read = (secret: string, query = '', headers: Record<string, string> = {}) =>
    api.with().get(`${CALENDAR}${query}`, { ...basic(secret), ...headers });
  const feedOf = async (caller = staff.reception) => {
    const { status, body } = await caller.send('post', FEED);
    expect(status).toBe(201);
    return body as { address: string; user: string; secret: string };
  };

  it('has a whole day for each deadline of mine, by the secret of a feed', async () => {
    const complaint = await registered(staff);
    const { secret, address } = await feedOf();
    expect(address).toBe(`${PUBLIC_URL}${CALENDAR}`);
    const reply = await read(secret);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { body } = await staff.reception.get('/api/v1/deadlines?limit=200');
    const due = (body.items as { id: string; case: string; dueOn: string; clock: string }[]).find(
      (each) => each.case === complaint.id && each.clock === 'report.route_out',
    )!;
    const event = eventsIn(reply.text).find(({ UID }) => UID === `${due.id}@leeway`);
    expect(event).toMatchObject({
      SEQUENCE: '0',
      'DTSTART;VALUE=DATE': due.dueOn.replaceAll('-', ''),
      'URL;VALUE=URI': `${PUBLIC_URL}/cases/${complaint.id}`,
    });
    expect(event?.SUMMARY).toContain(complaint.id.slice(0, 13));
    const remind = event?.['TRIGGER;VALUE=DATE-TIME'];
    expect(remind).toMatch(/^\d{8}T010000Z$/); // nine in the morning in Beijing
    expect(remind!.slice(0, 8) < due.dueOn.replaceAll('-', '')).toBe(true);
    expect(eventsIn(reply.text)).toHaveLength(body.items.length);
    for (const line of reply.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('names no person', async () => {
    await underVerification(staff);
    const { text } = await read((await feedOf(staff.handler)).secret);
    expect(text).toContain('BEGIN:VEVENT');
    for (const { person } of Object.values(staff)) expect(text).not.toContain(person);
  });

  it('speaks the language that is asked for', async () => {
    const { secret } = await feedOf();
    expect((await read(secret)).text).toContain('X-WR-CALNAME:Deadlines');
    expect((await read(secret, '?lang=zh')).text).toContain('X-WR-CALNAME:办案期限');
    expect((await read(secret, '', { 'Accept-Language': 'zh-CN' })).text).toContain('X-WR-CALNAME:办案期限');
    expect((await read(secret, '?lang=fr')).body.code).toBe('bad-parameter');
  });

  it('is sent once as long as nothing changes, and anew once a date moves', async () => {
    const { allegation } = await underVerification(staff);
    const { secret } = await feedOf(staff.handler);
    const first = await read(secret);
    const again = await read(secret, '', { 'If-None-Match': first.headers.etag! });
    expect([again.status, again.text]).toEqual([304, '']);
    const uids = (text: string) => eventsIn(text).map(({ UID }) => UID);
    await staff.leader.does(allegation, 'EXTEND', { clock: 'report.verify', reason: 'Complex.' });
    const moved = await read(secret, '', { 'If-None-Match': first.headers.etag! });
    expect(moved.status).toBe(200);
    expect(uids(moved.text).sort()).toEqual(uids(first.text).sort());
    expect(eventsIn(moved.text).filter(({ SEQUENCE }) => SEQUENCE === '1')).toHaveLength(1);
  });

  it('opens to a key as well', async () => {
    expect((await staff.reception.get(CALENDAR)).status).toBe(200);
  });

  it('asks for Basic where nothing or something wrong is presented', async () => {
    const { secret } = await feedOf();
    const attempts = [
      {},
      basic('lc_wrong'),
      basic(''),
      basic(staff.reception.secret!),
      { Authorization: `Basic ${Buffer.from(secret).toString('base64')}` },
      { Authorization: 'Digest x' },
    ];
    for (const headers of attempts) {
      const reply = await api.with().get(CALENDAR, headers);
      expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
      expect(reply.headers['www-authenticate']).toBe('Basic realm="leeway calendar", charset="UTF-8"');
    }
    expect((await api.with('lw_wrong').get(CALENDAR)).status).toBe(401);
  });

  it('is all its secret opens', async () => {
    const { secret } = await feedOf();
    for (const path of ['/api/v1/cases', '/api/v1/deadlines', '/api/v1/journal']) {
      expect((await api.with(secret).get(path)).status).toBe(401);
      expect((await api.with().get(path, basic(secret))).status).toBe(401);
    }
    expect((await api.with(secret).send('post', FEED)).status).toBe(401);
    expect((await api.with(secret).get(CALENDAR)).status).toBe(401);
  });

  it('takes no secret from an address', async () => {
    const { secret } = await feedOf();
    expect((await api.with().get(`${CALENDAR}?secret=${secret}`)).status).toBe(401);
  });

  it('closes to a secret that was replaced or revoked, and to that of a revoked key', async () => {
    const person = await api.as('p-calendar', ['reception_officer']);
    const one = await feedOf(person);
    const two = await feedOf(person);
    expect([(await read(one.secret)).status, (await read(two.secret)).status]).toEqual([401, 200]);
    expect((await person.send('delete', FEED)).status).toBe(204);
    expect((await read(two.secret)).status).toBe(401);
    expect((await person.send('delete', FEED)).status).toBe(204);
    const three = await feedOf(person);
    expect((await read(three.secret)).status).toBe(200);
    await api.knex('api_keys').where({ person_id: 'p-calendar' }).update({ revoked_at: new Date() });
    expect((await read(three.secret)).status).toBe(401);
  });

  it('is made by who signs in too, for what they hold in the unit they act for', async () => {
    await api.knex('units').insert({ tenant_id: 'default', id: 'second', name: 'x', is_body: false });
    const { browser } = await signedIn(api, 'p-subscriber', { roles: ['reception_officer'] });
    const id = await registered(staff).then(({ id: complaint }) => complaint);
    const { status, body } = await browser.send('post', FEED);
    expect(status).toBe(201);
    expect((await read(body.secret)).text).toContain(id.slice(0, 13));
    const one = body.secret as string;
    const { secret: two } = (await browser.send('post', FEED)).body as { secret: string };
    expect([(await read(one)).status, (await read(two)).status]).toEqual([401, 200]);
    expect((await browser.send('delete', FEED)).status).toBe(204);
    expect((await read(two)).status).toBe(401);

    // What is withdrawn, or held in another unit only, opens it no longer.
    const { secret: three } = (await browser.send('post', FEED)).body as { secret: string };
    expect((await read(three)).status).toBe(200);
    await api.knex('grants').where({ person_id: 'p-subscriber' }).update({ unit_id: 'second' });
    expect((await read(three)).status).toBe(401);
    await api.knex('grants').where({ person_id: 'p-subscriber' }).update({ unit_id: null });
    expect((await read(three)).status).toBe(200);
  });

  it.each([
    [
      'disabled',
      (person: string) =>
        api
          .knex('accounts')
          .where({ person_id: person })
          .update({ disabled_at: new Date(), disabled_by: 'p-admin' }),
    ],
    [
      'ended',
      (person: string) => api.knex('accounts').where({ person_id: person }).update({ ended_at: new Date() }),
    ],
    [
      'of who left',
      (person: string) => api.knex('people').where({ id: person }).update({ left_at: new Date() }),
    ],
  ])('closes with an account that is %s', async (what, close) => {
    const person = `p-${what.replaceAll(' ', '-')}`;
    const { browser } = await signedIn(api, person, { roles: ['handler'] });
    const { secret } = (await browser.send('post', FEED)).body as { secret: string };
    expect((await read(secret)).status).toBe(200);
    await close(person);
    expect((await read(secret)).status).toBe(401);
  });

  it('closes when its account gets another password', async () => {
    const { browser } = await signedIn(api, 'p-changed', { roles: ['handler'] });
    const { secret } = (await browser.send('post', FEED)).body as { secret: string };
    expect((await browser.changePassword(GOOD_PASSWORD, `${GOOD_PASSWORD} anew`)).status).toBe(200);
    expect((await read(secret)).status).toBe(401);
  });

  it('is made by no connected system', async () => {
    const system = await api.operations.createClient({
      name: 'Personnel system',
      roles: ['api_client', 'handler'],
    });
    const granted = await api.with().send('post', '/api/v1/oauth/token', 'grant_type=client_credentials', {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...basic(system.secret, system.id),
    });
    const reply = await api.with(granted.body.access_token as string).send('post', FEED);
    expect([reply.status, reply.body.code]).toEqual([403, 'not-permitted']);
  });

  it('keeps no secret, and journals that one was made and revoked', async () => {
    const person = await api.as('p-journalled', ['reception_officer']);
    const { secret } = await feedOf(person);
    await person.send('delete', FEED);
    await person.send('delete', FEED);
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get('/api/v1/journal?type=calendar_feed.*&limit=200');
    const { rows } = await api.knex.raw<{ rows: { pseudonym: string }[] }>(
      `select pseudonym from people where id = 'p-journalled'`,
    );
    const own = (body.items as { type: string; actor: { id: string } }[]).filter(
      ({ actor }) => actor.id === rows[0]!.pseudonym,
    );
    expect(own.map(({ type }) => type)).toEqual(['calendar_feed.revoked', 'calendar_feed.created']);
    const { rows: kept } = await api.knex.raw<{ rows: { all: string }[] }>(
      `select coalesce(string_agg(f::text, ' '), '') as all from calendar_feeds f`,
    );
    expect(kept[0]!.all).not.toContain(secret);
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(api.logged.join('\n')).not.toContain(secret);
  });
});
