/** The second factor: who needs one, what may be done before, which codes are taken, and the day it is lost. */
import { beforeAll, expect, it } from 'vitest';
import { GRANTABLE_ROLES, PARTY_ROLES } from '../../src/domain/vocabulary.ts';
import {
  browserAt,
  codeOf,
  enrolled,
  entriesOf,
  GOOD_PASSWORD,
  SESSION,
  signedIn,
  type Browser,
} from '../browser.ts';
import { describeApi, type Api } from '../harness.ts';

const ME = '/api/v1/me';
const FACTOR = `${SESSION}/second-factor`;

describeApi('a second factor', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  /** Somebody who changed the password and has to enrol now. */
  async function withoutFactor(person: string): Promise<Browser> {
    const { password } = await api.operations.createAccount({
      name: person,
      login: `${person}.login`,
      person,
      roles: ['handler'],
    });
    const browser = browserAt(api);
    await browser.signIn(`${person}.login`, password!);
    await browser.changePassword(password!, GOOD_PASSWORD);
    return browser;
  }

  it('is needed by everybody but the parties', async () => {
    for (const role of GRANTABLE_ROLES) {
      const person = `p-needs-${role}`;
      await api.operations.createAccount({
        name: person,
        login: `${person}.login`,
        person,
        roles: role === 'subject_unit' ? [] : [role],
      });
      if (role === 'subject_unit') continue;
      await api.knex('accounts').where({ person_id: person }).update({ must_change: false });
      const { password } = await api.operations.resetAccount(person);
      await api.knex('accounts').where({ person_id: person }).update({ must_change: false });
      const browser = browserAt(api);
      const { body } = await browser.signIn(`${person}.login`, password);
      const isParty = PARTY_ROLES.includes(role);
      expect([role, body.owes]).toEqual([role, isParty ? null : 'second_factor']);
      const me = await browser.get(ME);
      expect([role, me.status, me.body.code]).toEqual([
        role,
        isParty ? 200 : 403,
        isParty ? undefined : 'second-factor-needed',
      ]);
    }
  });

  it('is all that may be done without one', async () => {
    const browser = await withoutFactor('p-bare');
    for (const [method, path] of [
      ['get', '/api/v1/cases'],
      ['get', '/api/v1/permissions'],
      ['post', '/api/v1/cases'],
      ['post', '/api/v1/calendar/feed'],
      ['get', '/api/v1/calendar.ics'],
    ] as const) {
      const reply = await browser.send(
        method,
        path,
        method === 'post' && path.endsWith('cases') ? {} : undefined,
      );
      expect([path, reply.status, reply.body.code]).toEqual([path, 403, 'second-factor-needed']);
    }
    expect((await browser.get(SESSION)).body.owes).toBe('second_factor');
    await enrolled(browser);
    expect((await browser.get(SESSION)).body).toMatchObject({ owes: null, hasSecondFactor: true });
    expect((await browser.get('/api/v1/cases')).status).toBe(200);
  });

  it('is owed by who holds a role of staff in another unit than they act for', async () => {
    await api.knex('units').insert({ tenant_id: 'default', id: 'elsewhere', name: 'x', is_body: false });
    const { browser } = await signedIn(api, 'p-half-staff');
    const chief = await api.as('p-chief', ['administrator']);
    expect((await browser.get(ME)).status).toBe(200);
    const grant = { person: 'p-half-staff', role: 'reviewer', unit: 'elsewhere', kind: 'post' };
    expect((await chief.post('/api/v1/grants', grant)).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await browser.get(ME)).body.code).toBe('second-factor-needed');
  });

  it('is enrolled with the password alone, as a secret that no copy of the database gives away', async () => {
    const browser = await withoutFactor('p-enrols');
    const wrong = await browser.send('post', FACTOR, { password: 'not the password' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/password']);
    const { status, body } = await browser.send('post', FACTOR, { password: GOOD_PASSWORD });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(body.uri).toMatch(
      /^otpauth:\/\/totp\/Leeway:p-enrols\.login\?issuer=Leeway&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
    );
    const { rows } = await api.knex.raw<{ rows: { row: string; sealed: string }[] }>(
      `select to_jsonb(a)::text as row, encode(second_factor_sealed, 'escape') as sealed
       from accounts a where person_id = 'p-enrols'`,
    );
    expect(rows[0]!.row + rows[0]!.sealed).not.toContain(body.secret);
    // Begun is not enrolled: the next sign-in does not ask for it.
    expect((await browserAt(api).signIn('p-enrols.login', GOOD_PASSWORD)).status).toBe(201);
  });

  it('is confirmed by a right code, once', async () => {
    const browser = await withoutFactor('p-confirms');
    const none = await browser.send('post', `${FACTOR}/confirm`, { code: '123456' });
    expect([none.status, none.body.code]).toEqual([409, 'request-closed']);
    const { body } = await browser.send('post', FACTOR, { password: GOOD_PASSWORD });
    const wrong = await browser.send('post', `${FACTOR}/confirm`, { code: codeOf(body.secret, -4) });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/code']);
    const before = browser.cookies.get('__Host-leeway');
    const confirmed = await browser.send('post', `${FACTOR}/confirm`, { code: codeOf(body.secret) });
    expect([confirmed.status, confirmed.body.recoveryCodes.length]).toEqual([200, 10]);
    expect(browser.cookies.get('__Host-leeway')).not.toBe(before);
    const again = await browser.send('post', `${FACTOR}/confirm`, { code: codeOf(body.secret, 1) });
    expect([again.status, again.body.code]).toEqual([409, 'request-closed']);
    expect((await entriesOf(api, 'second_factor.confirmed')).length).toBeGreaterThan(0);
  });

  it('takes each code once, a step early or late, and none beyond', async () => {
    const { login, authenticator } = await signedIn(api, 'p-codes', { roles: ['handler'] });
    const status = async (code?: string) => (await browserAt(api).signIn(login, GOOD_PASSWORD, code)).status;
    // The one before now was used to confirm.
    expect(await status(codeOf(authenticator!, -1))).toBe(401);
    expect(await status()).toBe(401);
    expect(await status(codeOf(authenticator!, 3))).toBe(401);
    expect(await status(codeOf(authenticator!, -3))).toBe(401);
    const next = codeOf(authenticator!, 1);
    expect(await status(`${next.slice(0, 3)} ${next.slice(3)}`)).toBe(201);
  });

  it('takes no code again, nor an earlier one, nor one twice at the same time', async () => {
    const { login, browser, authenticator } = await signedIn(api, 'p-twice', { roles: ['handler'] });
    const code = codeOf(authenticator!);
    const both = await Promise.all([
      browserAt(api).signIn(login, GOOD_PASSWORD, code),
      browserAt(api).signIn(login, GOOD_PASSWORD, code),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await browser.signIn(login, GOOD_PASSWORD, code)).status).toBe(401);
    expect((await browser.signIn(login, GOOD_PASSWORD, codeOf(authenticator!, 1))).status).toBe(201);
    expect((await browser.signIn(login, GOOD_PASSWORD, code)).status).toBe(401);
  });

  it('does not help who has the wrong password, and is not used up by them', async () => {
    const { login, authenticator } = await signedIn(api, 'p-wrong-pw', { roles: ['handler'] });
    const code = codeOf(authenticator!);
    expect((await browserAt(api).signIn(login, 'not the password', code)).status).toBe(401);
    expect((await browserAt(api).signIn(login, GOOD_PASSWORD, code)).status).toBe(201);
  });

  it('that is lost is stood in for by a recovery code, once each', async () => {
    const { login, recoveryCodes } = await signedIn(api, 'p-lost', { roles: ['handler'] });
    const browser = browserAt(api);
    expect(recoveryCodes[0]).toMatch(/^[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}$/);
    expect((await browser.signIn(login, GOOD_PASSWORD, recoveryCodes[0]!.toLowerCase())).status).toBe(201);
    expect((await browser.signIn(login, GOOD_PASSWORD, recoveryCodes[0])).status).toBe(401);
    expect((await browser.signIn(login, GOOD_PASSWORD, recoveryCodes[1])).status).toBe(201);
    const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
      `select to_jsonb(r)::text as row from recovery_codes r`,
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(recoveryCodes[2]!.slice(0, 4));
  });

  it('is replaced by its own code, and every other session ends', async () => {
    const { login, browser, authenticator, recoveryCodes } = await signedIn(api, 'p-replaces', {
      roles: ['handler'],
    });
    const elsewhere = browserAt(api);
    expect((await elsewhere.signIn(login, GOOD_PASSWORD, codeOf(authenticator!))).status).toBe(201);
    const without = await browser.send('post', FACTOR, { password: GOOD_PASSWORD });
    expect([without.status, without.body.errors[0].pointer]).toEqual([422, '/code']);
    const begun = await browser.send('post', FACTOR, {
      password: GOOD_PASSWORD,
      code: codeOf(authenticator!, 1),
    });
    expect(begun.status).toBe(201);
    const code = codeOf(begun.body.secret);
    expect((await browser.send('post', `${FACTOR}/confirm`, { code })).status).toBe(200);
    expect((await elsewhere.get(SESSION)).status).toBe(401);
    expect((await browserAt(api).signIn(login, GOOD_PASSWORD, recoveryCodes[0])).status).toBe(401);
  });

  it('is taken away by the operator, with the password and every session', async () => {
    const { login, browser, recoveryCodes } = await signedIn(api, 'p-reset', { roles: ['handler'] });
    const { password } = await api.operations.resetAccount('p-reset');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await browser.get(SESSION)).status).toBe(401);
    expect((await browserAt(api).signIn(login, GOOD_PASSWORD, recoveryCodes[0])).status).toBe(401);
    const again = await browserAt(api).signIn(login, password);
    expect([again.status, again.body.owes]).toEqual([201, 'password']);
    expect((await entriesOf(api, 'account.reset')).at(-1)?.data).toMatchObject({ sessions: 1 });
  });

  it('outlives a change of the master key', async () => {
    const { login, authenticator } = await signedIn(api, 'p-rotates', { roles: ['handler'] });
    const newKey = Buffer.alloc(32, 7);
    await api.operations.rotateMasterKey({ newKey });
    const { createRuntime } = await import('../../src/operations/runtime.ts');
    const { bindOperations } = await import('../../src/operations/operations.ts');
    const after = bindOperations(createRuntime({ ...api.runtime, masterKey: newKey }));
    const command = { login, password: GOOD_PASSWORD, source: 'x', browser: undefined, replaced: undefined };
    const { session } = await after.signIn({ ...command, code: codeOf(authenticator!) });
    expect(session.hasSecondFactor).toBe(true);
    await expect(
      api.operations.createAccount({ name: 'x', login: 'too-late', roles: [] }),
    ).rejects.toMatchObject({
      code: 'LW001',
    });
  });
});
