/** Sessions: what the cookie is like, what it takes to change something with it, for which post, and when it ends. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { cookieName, readCookie, writeCookie } from '../../src/api/cookies.ts';
import { browserAt, codeOf, entriesOf, GOOD_PASSWORD, SESSION, signedIn, type Browser } from '../browser.ts';
import { describeApi, PUBLIC_URL, type Api } from '../harness.ts';

const ME = '/api/v1/me';
const OPEN = {
  procedure: 'complaint',
  data: { channel: 'letter', subject: 'p-subject', content: 'See enclosure.' },
};

/** Within a second, whatever is remembered. */
async function refusedSoon(browser: Browser): Promise<number> {
  const until = performance.now() + 1_000;
  let status = 200;
  while (performance.now() < until && status === 200) {
    status = (await browser.get(ME)).status;
    await pause(50);
  }
  return status;
}

describeApi('a session', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
    for (const [id, parentId] of [
      ['body-a', null],
      ['room-1', 'body-a'],
      ['room-2', 'body-a'],
    ] as const)
      await api.knex('units').insert({
        tenant_id: 'default',
        id,
        name: id,
        parent_id: parentId,
        is_body: parentId === null,
      });
  });

  it('lives in a cookie that no script and no other site gets hold of, and names nothing', async () => {
    const { login } = await signedIn(api, 'p-cookie');
    const reply = await browserAt(api).signIn(login, GOOD_PASSWORD);
    const cookies = reply.headers['set-cookie'] as unknown as string[];
    expect(cookies).toEqual([
      expect.stringMatching(/^__Host-leeway=ls_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
      expect.stringMatching(
        /^__Host-leeway-browser=[\w-]{22}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=15552000$/,
      ),
    ]);
    expect(JSON.stringify(reply.body)).not.toContain(cookies[0]!.slice(14, 60));
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('tells its holder who they are and until when', async () => {
    const { browser } = await signedIn(api, 'p-view', { roles: ['handler'], unit: 'room-1' });
    const { body } = await browser.get(SESSION);
    expect(body).toMatchObject({
      person: 'p-view',
      name: 'p-view',
      unit: 'room-1',
      roles: ['handler'],
      posts: [{ unit: 'room-1', roles: ['handler'] }],
      way: 'password',
      hasSecondFactor: true,
      owes: null,
    });
    const minutes = (until: string) => (Date.parse(until) - Date.now()) / 60_000;
    expect(minutes(body.idleUntil)).toBeCloseTo(30, 0);
    expect(minutes(body.expiresAt)).toBeGreaterThan(11.9 * 60);
    expect(minutes(body.expiresAt)).toBeLessThan(12 * 60 + 1);
  });

  it('tells its holder when they signed in before', async () => {
    const { login, password, browser } = await signedIn(api, 'p-before');
    const { body: first } = await browser.get(SESSION);
    expect(first.previousAt).toBeNull();
    const again = browserAt(api);
    expect((await again.signIn(login, password)).status).toBe(201);
    expect((await again.get(SESSION)).body.previousAt).toBe(first.openedAt);
    expect((await browser.get(SESSION)).body.previousAt).toBeNull();
  });

  it('acts as a key does, once a change names its token and comes from our own page', async () => {
    const { browser } = await signedIn(api, 'p-acts', { roles: ['reception_officer'] });
    const token = browser.csrfToken!;
    const other = await signedIn(api, 'p-acts-2', { roles: ['reception_officer'] });
    const tried = async (headers: Record<string, string>) => {
      browser.csrfToken = undefined;
      const { status, body } = await browser.send('post', '/api/v1/cases', OPEN, headers);
      return [status, body.code];
    };
    expect(await tried({})).toEqual([403, 'foreign-page']);
    expect(await tried({ 'X-CSRF-Token': `${token.slice(0, -1)}_` })).toEqual([403, 'foreign-page']);
    expect(await tried({ 'X-CSRF-Token': other.browser.csrfToken! })).toEqual([403, 'foreign-page']);
    expect(await tried({ 'X-CSRF-Token': token, Origin: 'https://evil.example' })).toEqual([
      403,
      'foreign-page',
    ]);
    expect(await tried({ 'X-CSRF-Token': token, Origin: 'null' })).toEqual([403, 'foreign-page']);
    expect(await tried({ 'X-CSRF-Token': token, 'Sec-Fetch-Site': 'same-site' })).toEqual([
      403,
      'foreign-page',
    ]);
    const cookie = `__Host-leeway=${browser.cookies.get('__Host-leeway')!}`;
    const bare = await api.with().post('/api/v1/cases', OPEN, { Cookie: cookie, 'X-CSRF-Token': token });
    expect([bare.status, bare.body.code]).toEqual([403, 'foreign-page']);
    expect(await api.knex('cases').count('* as n')).toEqual([{ n: expect.anything() }]);
    expect((await tried({ 'X-CSRF-Token': token }))[0]).toBe(201);
    expect((await tried({ 'X-CSRF-Token': token, 'Sec-Fetch-Site': 'same-origin', Origin: 'x:' }))[0]).toBe(
      201,
    );
  });

  it('gives way to a key: a request with both is the key holder’s, and needs no token', async () => {
    const { browser } = await signedIn(api, 'p-both', { roles: ['handler'] });
    const { secret } = await api.as('p-key', ['reception_officer']);
    browser.csrfToken = undefined;
    const headers = { Authorization: `Bearer ${secret!}` };
    expect((await browser.get(ME, headers)).body.person).toBe('p-key');
    expect((await browser.send('post', '/api/v1/cases', OPEN, headers)).status).toBe(201);
    expect((await browser.get(SESSION, headers)).status).toBe(404);
    expect((await browser.get(ME, { Authorization: 'Bearer lw_forged' })).status).toBe(401);
  });

  it('is not opened by anything like its secret', async () => {
    const { browser } = await signedIn(api, 'p-near');
    const secret = browser.cookies.get('__Host-leeway')!;
    const { secret: key } = await api.as('p-near-key', ['handler']);
    for (const cookie of [
      `__Host-leeway=${secret.slice(0, -1)}`,
      `__Host-leeway=${secret}x`,
      `leeway_session=${secret}`,
      `__host-leeway=${secret}`,
      `__Host-leeway=${key!}`,
      `__Host-leeway="${secret}"`,
      '__Host-leeway=',
    ])
      expect([cookie, (await api.with().get(ME, { Cookie: cookie })).status]).toEqual([cookie, 401]);
    for (const Authorization of [
      `Bearer ${secret}`,
      `Basic ${Buffer.from(`x:${secret}`).toString('base64')}`,
    ])
      expect((await api.with().get(ME, { Authorization })).status).toBe(401);
    expect((await api.with().get(ME, { Cookie: `a=b; __Host-leeway=${secret}; c=d` })).status).toBe(200);
  });

  it('acts for one unit at a time, with the roles held there', async () => {
    const { browser } = await signedIn(api, 'p-two-posts', { roles: ['handler'], unit: 'room-1' });
    const chief = await api.as('p-chief', ['administrator']);
    for (const [role, unit] of [
      ['reviewer', 'room-2'],
      ['handling_dept_head', 'room-1'],
    ])
      expect(
        (await chief.post('/api/v1/grants', { person: 'p-two-posts', role, unit, kind: 'post' })).status,
      ).toBe(201);
    await pause(900);
    expect((await browser.get(ME)).body).toMatchObject({
      roles: ['handler', 'handling_dept_head'],
      unit: 'room-1',
    });
    const moved = await browser.send('put', `${SESSION}/post`, { unit: 'room-2' });
    expect([moved.status, moved.body.unit, moved.body.roles]).toEqual([200, 'room-2', ['reviewer']]);
    expect((await browser.get(ME)).body).toMatchObject({ roles: ['reviewer'], unit: 'room-2' });
    for (const unit of ['room-3', 'body-a', null]) {
      const refused = await browser.send('put', `${SESSION}/post`, { unit });
      expect([unit, refused.status, refused.body.errors?.[0].pointer]).toEqual([unit, 422, '/unit']);
    }
    expect((await entriesOf(api, 'session.moved')).at(-1)?.data).toMatchObject({ unit: 'room-2' });
  });

  it('reaches the body of its unit, and so does a key', async () => {
    const seen: unknown[] = [];
    const { browser } = await signedIn(api, 'p-reach', { roles: ['handler'], unit: 'room-1' });
    seen.push(await api.operations.authenticateSession(browser.cookies.get('__Host-leeway')!));
    const { secret } = await api.as('p-reach-key', ['handler'], { unit: 'room-1' });
    seen.push(await api.operations.authenticate(secret!));
    const unbound = await api.as('p-unbound', ['handler'], { unit: 'nowhere' });
    seen.push(await api.operations.authenticate(unbound.secret!));
    expect(seen).toMatchObject([
      { via: 'session', bodies: ['body-a'] },
      { via: 'key', bodies: ['body-a'] },
      { via: 'key', bodies: null },
    ]);
  });

  it('ends within a second when its holder leaves, and so do their keys', async () => {
    const { browser } = await signedIn(api, 'p-leaves', { roles: ['handler'] });
    const key = await api.as('p-leaves', ['handler']);
    expect([(await browser.get(ME)).status, (await key.get(ME)).status]).toEqual([200, 200]);
    await api.knex('people').where({ id: 'p-leaves' }).update({ left_at: api.knex.fn.now() });
    expect(await refusedSoon(browser)).toBe(401);
    expect((await key.get(ME)).status).toBe(401);
  });

  it('loses a role within a second, and ends with the last one where it acts', async () => {
    const { browser } = await signedIn(api, 'p-loses', { roles: ['reporter', 'subject'] });
    const withdraw = (role: string) =>
      api.knex('grants').where({ person_id: 'p-loses', role }).update({ withdrawn_at: api.knex.fn.now() });
    await withdraw('subject');
    await pause(900);
    expect((await browser.get(ME)).body.roles).toEqual(['reporter']);
    await withdraw('reporter');
    expect(await refusedSoon(browser)).toBe(401);
    expect((await entriesOf(api, 'session.ended')).at(-1)?.data).toMatchObject({ why: 'post_withdrawn' });
    await api.knex('grants').where({ person_id: 'p-loses' }).update({ withdrawn_at: null });
    expect((await browser.get(ME)).status).toBe(401);
  });

  it('does not outlive the post it acts for, though its holder has another', async () => {
    const { browser, login, authenticator } = await signedIn(api, 'p-post-goes', {
      roles: ['handler'],
      unit: 'room-1',
    });
    const chief = await api.as('p-chief-2', ['administrator']);
    const grant = { person: 'p-post-goes', role: 'reviewer', unit: 'room-2', kind: 'post' };
    expect((await chief.post('/api/v1/grants', grant)).status).toBe(201);
    await api
      .knex('grants')
      .where({ person_id: 'p-post-goes', role: 'handler' })
      .update({ withdrawn_at: api.knex.fn.now() });
    expect(await refusedSoon(browser)).toBe(401);
    const again = await browserAt(api).signIn(login, GOOD_PASSWORD, codeOf(authenticator!));
    expect([again.status, again.body.unit]).toEqual([201, 'room-2']);
  });

  it.each([
    ['half an hour without use', { seen_at: `now() - interval '31 minutes'` }],
    ['twelve hours in any case', { expires_at: `now() - interval '1 second'` }],
  ])('ends after %s', async (_when, column) => {
    const { browser } = await signedIn(api, `p-old-${Object.keys(column)[0]!}`);
    const [[name, value]] = Object.entries(column) as [[string, string]];
    const { body } = await browser.get(SESSION);
    await api.knex.raw(`update sessions set ${name} = ${value} where secret_hash = sha256(?)`, [
      Buffer.from(browser.cookies.get('__Host-leeway')!),
    ]);
    expect(body.person).toMatch(/^p-old-/);
    await pause(900);
    expect((await browser.get(SESSION)).status).toBe(401);
  });

  it('is kept alive by use', async () => {
    const { browser } = await signedIn(api, 'p-used');
    const of = {
      secret_hash: api.knex.raw('sha256(?)', [Buffer.from(browser.cookies.get('__Host-leeway')!)]),
    };
    await api
      .knex('sessions')
      .where(of)
      .update({ seen_at: api.knex.raw(`now() - interval '29 minutes'`) });
    await pause(900);
    expect((await browser.get(ME)).status).toBe(200);
    const [row] = await api
      .knex('sessions')
      .where(of)
      .select(api.knex.raw(`seen_at > now() - interval '1 minute' as fresh`));
    expect(row).toEqual({ fresh: true });
  });

  it('ends at once when it is signed out, and the cookie goes', async () => {
    const { browser } = await signedIn(api, 'p-out');
    const secret = browser.cookies.get('__Host-leeway')!;
    const reply = await browser.send('delete', SESSION);
    expect(reply.status).toBe(204);
    expect(browser.cookies.has('__Host-leeway')).toBe(false);
    expect((await api.with().get(ME, { Cookie: `__Host-leeway=${secret}` })).status).toBe(401);
    expect((await entriesOf(api, 'session.ended')).at(-1)?.data).toMatchObject({ why: 'signed_out' });
  });

  it('gets a fresh secret at every sign-in, and the one before in the same browser ends', async () => {
    const { browser, login } = await signedIn(api, 'p-rotated');
    const before = browser.cookies.get('__Host-leeway')!;
    await browser.signIn(login, GOOD_PASSWORD);
    expect(browser.cookies.get('__Host-leeway')).not.toBe(before);
    expect((await api.with().get(ME, { Cookie: `__Host-leeway=${before}` })).status).toBe(401);
    // A session that somebody else planted is not the one that is signed in with.
    const planted = browserAt(api);
    planted.cookies.set('__Host-leeway', `ls_${'x'.repeat(43)}`);
    await planted.signIn(login, GOOD_PASSWORD);
    expect(planted.cookies.get('__Host-leeway')).not.toContain('xxxx');
  });
});

describe('a cookie', () => {
  const plain = { publicUrl: 'http://127.0.0.1:3000' };
  const secure = { publicUrl: PUBLIC_URL };

  it('is bound to the host where that is to be had, and named plainly where it is not', () => {
    expect(cookieName('session', secure)).toBe('__Host-leeway');
    expect(writeCookie('session', 'x', plain)).toBe('leeway_session=x; Path=/; HttpOnly; SameSite=Strict');
    expect(writeCookie('sign_on', null, secure)).toBe(
      '__Host-leeway-sign-on=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    );
  });

  it('is read by its whole name, and only when it looks like one of ours', () => {
    expect(readCookie('a=1; leeway_session=x-y_z.0; b=2', 'session', plain)).toBe('x-y_z.0');
    for (const header of [
      undefined,
      '',
      'xleeway_session=x',
      'leeway_session',
      'leeway_session=a b',
      'leeway_session=é',
    ])
      expect(readCookie(header, 'session', plain)).toBeUndefined();
    expect(readCookie(`leeway_session=${'x'.repeat(201)}`, 'session', plain)).toBeUndefined();
  });
});
