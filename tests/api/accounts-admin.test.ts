/** Accounts as an administrator keeps them: made, reset, disabled, their sessions ended; never their own, never a hash. */
import { beforeAll, expect, it } from 'vitest';
import { browserAt, entriesOf, GOOD_PASSWORD, signedIn } from '../browser.ts';
import type { Caller } from '../caller.ts';
import { grants, knows, lastTold, pseudonymOf } from '../directory.ts';
import { describeApi, type Api } from '../harness.ts';

const ACCOUNTS = '/api/v1/accounts';

describeApi('accounts kept by an administrator', (start) => {
  let api: Api;
  let admin: Caller;
  beforeAll(async () => {
    api = await start();
    admin = await api.as('p-admin', ['administrator']);
  });
  const accountOf = async (person: string) => {
    const { body } = await admin.get(`${ACCOUNTS}?person=${person}`);
    return body.items[0];
  };

  it('are made with a password that has to be changed, and listed without secrets', async () => {
    await knows(admin, 'p-new', '林某');
    await grants(admin, { person: 'p-new', role: 'auditor', kind: 'post' });
    const made = await admin.post(ACCOUNTS, { person: 'p-new', login: 'Lin' });
    expect(made.status).toBe(201);
    const { id, password } = made.body;
    expect(await accountOf('p-new')).toEqual({
      id,
      person: 'p-new',
      name: '林某',
      login: 'lin',
      state: 'one_time_password',
      ways: ['password'],
      hasSecondFactor: false,
      createdAt: expect.any(String),
      signedInAt: null,
      disabledAt: null,
      sessions: 0,
    });
    const browser = browserAt(api);
    expect((await browser.signIn('lin', password)).body.owes).toBe('password');
    expect((await browser.changePassword(password, GOOD_PASSWORD)).body.owes).toBe('second_factor');
    expect(await accountOf('p-new')).toMatchObject({ state: 'active', sessions: 1 });
    expect((await accountOf('p-new')).signedInAt).toMatch(/^20/);
    expect(await lastTold(api, 'account.created')).toMatchObject({
      actor: await pseudonymOf(api, 'p-admin'),
      data: { account: id, holder: await pseudonymOf(api, 'p-new'), ways: ['password'] },
    });
  });

  it('are not made twice, for nobody, for who left, under a name that is taken or wrong', async () => {
    for (const person of ['p-once', 'p-other', 'p-gone']) await knows(admin, person);
    await admin.post('/api/v1/people/p-gone/leave', {});
    await admin.post(ACCOUNTS, { person: 'p-once', login: 'once' });
    for (const [body, status, said] of [
      [{ person: 'p-once', login: 'once.more' }, 409, { guard: 'account_is_new' }],
      [{ person: 'p-other', login: 'ONCE' }, 409, { guard: 'login_is_free' }],
      [{ person: 'p-nobody', login: 'nobody' }, 422, { guard: 'person_is_known' }],
      [{ person: 'system', login: 'system' }, 422, { guard: 'person_is_known' }],
      [{ person: 'p-gone', login: 'gone' }, 409, { guard: 'person_has_not_left' }],
      [{ person: 'p-other', login: '-x' }, 422, { code: 'validation-failed' }],
    ] as const) {
      const reply = await admin.post(ACCOUNTS, body);
      expect([body, reply.status]).toEqual([body, status]);
      expect(reply.body).toMatchObject(said);
    }
  });

  it('are reset: sessions end, the old password opens nothing, the second factor goes only if asked', async () => {
    const held = await signedIn(api, 'p-reset', { roles: ['auditor'] });
    const { id } = await accountOf('p-reset');
    const kept = await admin.post(`${ACCOUNTS}/${id}/reset`, {});
    expect(kept.status).toBe(200);
    expect(await accountOf('p-reset')).toMatchObject({
      state: 'one_time_password',
      hasSecondFactor: true,
      sessions: 0,
    });
    expect((await browserAt(api).signIn(held.login, held.password)).status).toBe(401);
    const cleared = await admin.post(`${ACCOUNTS}/${id}/reset`, { clearSecondFactor: true });
    expect(await accountOf('p-reset')).toMatchObject({ hasSecondFactor: false });
    expect((await browserAt(api).signIn(held.login, kept.body.password)).status).toBe(401);
    expect((await browserAt(api).signIn(held.login, cleared.body.password)).status).toBe(201);
    const entries = await entriesOf(api, 'account.reset');
    expect(entries.map(({ data }) => data.secondFactor)).toEqual(['kept', undefined]);
    expect(JSON.stringify(entries)).not.toContain(cleared.body.password);
  });

  it('of a single sign-on have no password to reset', async () => {
    await knows(admin, 'p-oidc');
    await api.knex.raw(
      `insert into accounts (tenant_id, id, person_id, issuer, subject, wrapped, wrapped_by)
       select tenant_id, gen_random_uuid(), 'p-oidc', 'https://id.test', 'sub', wrapped, wrapped_by from accounts limit 1`,
    );
    const { id, ways } = await accountOf('p-oidc');
    expect(ways).toEqual(['oidc']);
    const reply = await admin.post(`${ACCOUNTS}/${id}/reset`, {});
    expect([reply.status, reply.body.guard]).toEqual([409, 'account_has_a_password']);
  });

  it('are disabled at once and enabled again', async () => {
    const held = await signedIn(api, 'p-closed', { roles: ['auditor'] });
    const { id } = await accountOf('p-closed');
    const off = await admin.post(`${ACCOUNTS}/${id}/disable`, undefined);
    expect(off.body).toMatchObject({ state: 'disabled', sessions: 0 });
    const again = await admin.post(`${ACCOUNTS}/${id}/disable`, undefined);
    expect(again.body.disabledAt).toBe(off.body.disabledAt);
    expect((await browserAt(api).signIn(held.login, held.password)).status).toBe(401);
    const on = await admin.post(`${ACCOUNTS}/${id}/enable`, undefined);
    expect(on.body).toMatchObject({ state: 'active', disabledAt: null });
    const entries = await entriesOf(api, 'account.disabled', 'account.enabled');
    expect(entries.map(({ type }) => type)).toEqual(['account.disabled', 'account.enabled']);
    expect(entries[0]!.data).toMatchObject({ account: id, sessions: 1 });
  });

  it('show their sessions, each of which ends alone', async () => {
    await signedIn(api, 'p-two', { roles: ['auditor'] });
    const { id } = await accountOf('p-two');
    const { body } = await admin.get(`${ACCOUNTS}/${id}/sessions`);
    expect(body.items).toEqual([expect.objectContaining({ way: 'password', unit: null })]);
    expect(Object.keys(body.items[0])).not.toContain('secretHash');
    const session = body.items[0].id;
    const end = () => admin.send('delete', `${ACCOUNTS}/${id}/sessions/${session}`);
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await admin.get(`${ACCOUNTS}/${id}/sessions`)).body.items).toEqual([]);
    expect(await lastTold(api, 'session.ended')).toMatchObject({
      actor: await pseudonymOf(api, 'p-admin'),
      data: { session, holder: await pseudonymOf(api, 'p-two'), why: 'ended_by_administrator' },
    });
  });

  it('lose every session at once, and their calendar with them', async () => {
    const held = await signedIn(api, 'p-everywhere', { roles: ['handler'] });
    const signsIn = (code: string) => browserAt(api).signIn(held.login, held.password, code);
    const { id } = await accountOf('p-everywhere');
    expect((await signsIn(held.recoveryCodes[0]!)).status).toBe(201);
    await held.browser.send('post', '/api/v1/calendar/feed');
    const feeds = () => api.knex('account_calendar_feeds').where({ account_id: id });
    expect([(await accountOf('p-everywhere')).sessions, (await feeds()).length]).toEqual([2, 1]);
    const ended = await admin.send('delete', `${ACCOUNTS}/${id}/sessions`);
    expect([ended.status, ended.body]).toEqual([200, await accountOf('p-everywhere')]);
    expect([ended.body.sessions, ended.body.state, await feeds()]).toEqual([0, 'active', []]);
    await expect.poll(async () => (await held.browser.send('get', '/api/v1/me')).status).toBe(401);
    // Once more finds none, and writes nothing.
    expect((await admin.send('delete', `${ACCOUNTS}/${id}/sessions`)).status).toBe(200);
    const entries = await entriesOf(api, 'account.sessions_ended');
    expect(entries.map(({ data }) => data)).toEqual([
      { account: id, holder: await pseudonymOf(api, 'p-everywhere'), sessions: 2 },
    ]);
    expect((await signsIn(held.recoveryCodes[1]!)).status).toBe(201);
  });

  it('are never one’s own', async () => {
    const { browser } = await signedIn(api, 'p-keeper', { roles: ['administrator'] });
    const { id } = await accountOf('p-keeper');
    const [session] = (await admin.get(`${ACCOUNTS}/${id}/sessions`)).body.items;
    for (const [method, path, body] of [
      ['post', `${id}/reset`, {}],
      ['post', `${id}/disable`, undefined],
      ['post', `${id}/enable`, undefined],
      ['delete', `${id}/sessions/${session.id}`, undefined],
      ['delete', `${id}/sessions`, undefined],
    ] as const) {
      const reply = await browser.send(method, `${ACCOUNTS}/${path}`, body);
      expect([path, reply.status, reply.body.guard]).toEqual([path, 403, 'is_not_for_oneself']);
    }
    expect(await accountOf('p-keeper')).toMatchObject({ state: 'active', sessions: 1 });
  });

  it('of a reporter alone are in no list, and found by no identifier', async () => {
    await signedIn(api, 'p-reporter');
    expect(await accountOf('p-reporter')).toBeUndefined();
    const { rows } = await api.knex.raw<{ rows: { id: string }[] }>(
      `select id from accounts where person_id = 'p-reporter'`,
    );
    const reply = await admin.post(`${ACCOUNTS}/${rows[0]!.id}/reset`, {});
    expect(reply.status).toBe(404);
  });
});
