/** Signing in: who gets in, what everybody else is told, and what guessing comes to (docs/adr/0017). */
import { beforeAll, describe, expect, it } from 'vitest';
import { browserAt, codeOf, entriesOf, GOOD_PASSWORD, SESSION, signedIn } from '../browser.ts';
import { describeApi, type Api } from '../harness.ts';

const ME = '/api/v1/me';
const told = ({
  status,
  body,
  headers,
}: {
  status: number;
  body: object;
  headers: Record<string, string>;
}) => ({
  status,
  body: { ...body, instance: '' },
  cookies: headers['set-cookie'],
  retryAfter: headers['retry-after'],
});

describeApi('signing in', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  it('takes a one-time password to change it, and for nothing else', async () => {
    const { password } = await api.operations.createAccount({
      name: 'Zhou',
      login: 'Zhou',
      person: 'p-zhou',
      roles: ['reporter'],
    });
    const browser = browserAt(api);
    const opened = await browser.signIn(' ZHOU ', password!);
    expect([opened.status, opened.body.owes, opened.body.person]).toEqual([201, 'password', 'p-zhou']);
    const refused = await browser.get(ME);
    expect([refused.status, refused.body.code]).toEqual([403, 'password-change-needed']);
    expect((await browser.changePassword(password!, GOOD_PASSWORD)).status).toBe(200);
    expect((await browser.get(ME)).body).toEqual({ person: 'p-zhou', roles: ['reporter'], unit: null });
    expect((await browserAt(api).signIn('zhou', password!)).status).toBe(401);
    expect((await browserAt(api).signIn('zhou', GOOD_PASSWORD)).status).toBe(201);
  });

  it('takes no one-time password that lay for a week', async () => {
    const { password, person } = await api.operations.createAccount({
      name: 'Late',
      login: 'late',
      roles: ['reporter'],
    });
    await api
      .knex('accounts')
      .where({ person_id: person })
      .update({
        password_set_at: api.knex.raw(`now() - interval '8 days'`),
      });
    expect((await browserAt(api).signIn('late', password!)).status).toBe(401);
  });

  it('says the same of whatever is wrong', async () => {
    const { login } = await signedIn(api, 'p-alike');
    const staff = await signedIn(api, 'p-alike-staff', { roles: ['handler'] });
    const gone = await signedIn(api, 'p-alike-gone');
    await api.operations.endUser('p-alike-gone');
    const without = await signedIn(api, 'p-alike-none');
    await api.knex('grants').where({ person_id: 'p-alike-none' }).update({ withdrawn_at: api.knex.fn.now() });
    const answers = [
      await browserAt(api).signIn('nobody.at.all', GOOD_PASSWORD),
      await browserAt(api).signIn(login, `${GOOD_PASSWORD}!`),
      await browserAt(api).signIn(`${login}'; drop table accounts; --`, GOOD_PASSWORD),
      await browserAt(api).signIn(staff.login, GOOD_PASSWORD),
      await browserAt(api).signIn(staff.login, GOOD_PASSWORD, '000000'),
      await browserAt(api).signIn(gone.login, GOOD_PASSWORD),
      await browserAt(api).signIn(without.login, GOOD_PASSWORD),
    ].map(told);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('takes as long for a name that nobody has as for a wrong password', async () => {
    const { login } = await signedIn(api, 'p-timed');
    const timed = async (name: string) => {
      const began = performance.now();
      await browserAt(api).signIn(name, 'not the password at all');
      return performance.now() - began;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round++) {
      known.push(await timed(login));
      unknown.push(await timed(`no.such.${round % 2}`));
    }
    const median = (times: number[]) => times.sort((one, other) => one - other)[4]!;
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('refuses a page of another site, before it looks at the password', async () => {
    const { login } = await signedIn(api, 'p-foreign');
    for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      const reply = await browserAt(api).send('post', SESSION, { login, password: GOOD_PASSWORD }, headers);
      expect([reply.status, reply.body.code]).toEqual([403, 'foreign-page']);
    }
    expect((await browserAt(api).signIn(login, GOOD_PASSWORD)).status).toBe(201);
  });

  it('puts on record who came in, and of a refusal no name', async () => {
    const { login } = await signedIn(api, 'p-recorded');
    await browserAt(api).signIn(login, 'wrong wrong wrong');
    await browserAt(api).signIn('p-never-heard-of', 'wrong wrong wrong');
    const { rows } = await api.knex.raw<{ rows: { pseudonym: string }[] }>(
      `select pseudonym from people where id = 'p-recorded'`,
    );
    const opened = await entriesOf(api, 'session.opened');
    expect(opened.filter(({ actor }) => actor === rows[0]!.pseudonym)).toEqual([
      {
        type: 'session.opened',
        actor: rows[0]!.pseudonym,
        data: { session: expect.any(String), way: 'password', secondFactor: false },
      },
    ]);
    const [one, other] = (await entriesOf(api, 'session.refused')).slice(-2);
    expect(one).toEqual(other);
    expect(one).toEqual({
      type: 'session.refused',
      actor: api.runtime.systemPseudonym,
      data: { way: 'password', knownBrowser: false },
    });
  });

  it('leaves no login, password, code or secret in the journal or the log', async () => {
    const { login, browser, authenticator } = await signedIn(api, 'p-traceless', { roles: ['handler'] });
    await browserAt(api).signIn(login, GOOD_PASSWORD, codeOf(authenticator!));
    await browserAt(api).signIn(login, 'another guess at it', '123123');
    await browserAt(api).signIn('somebody-else-entirely', 'another guess at it');
    const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
      `select convert_from(leaf, 'UTF8') as row from journal
       union all select convert_from(decode(translate(disclosure, '-_', '+/') || repeat('=', (4 - length(disclosure) % 4) % 4), 'base64'), 'UTF8')
         from journal_sealed where disclosure is not null
       union all select to_jsonb(a)::text from accounts a union all select to_jsonb(s)::text from sessions s`,
    );
    const kept = rows.map(({ row }) => row);
    const secret = browser.cookies.get('__Host-leeway')!.slice(3);
    const written = [...kept.filter((row) => !row.includes('"login"')), ...api.logged].join('\n');
    for (const word of [
      login,
      'somebody-else-entirely',
      'another guess',
      GOOD_PASSWORD,
      secret,
      authenticator!,
    ])
      expect(written).not.toContain(word);
    for (const word of [GOOD_PASSWORD, secret, authenticator!]) expect(kept.join('\n')).not.toContain(word);
  });
});

describeApi('guessing', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  it('comes to an end for a stranger after five tries, even with the right password', async () => {
    const { login, browser } = await signedIn(api, 'p-guessed');
    const stranger = browserAt(api);
    const answers = [];
    for (let round = 0; round < 5; round++) answers.push(told(await stranger.signIn(login, 'a wild guess')));
    const locked = told(await stranger.signIn(login, GOOD_PASSWORD));
    expect(locked).toEqual(answers[0]);
    expect((await entriesOf(api, 'session.locked')).at(-1)?.data).toMatchObject({ way: 'password' });

    // The owner's own browser is not kept out by them, and a session that is open goes on.
    expect((await browser.get(ME)).status).toBe(200);
    expect((await browser.signIn(login, GOOD_PASSWORD)).status).toBe(201);
  });

  it('counts the tries that run at once', async () => {
    const { login } = await signedIn(api, 'p-at-once');
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        browserAt(api).signIn(login, index === 11 ? GOOD_PASSWORD : `guess number ${index}`),
      ),
    );
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 401));
  });

  it('does not count tries that succeeded', async () => {
    const { login } = await signedIn(api, 'p-busy');
    for (let round = 0; round < 8; round++)
      expect((await browserAt(api).signIn(login, GOOD_PASSWORD)).status).toBe(201);
  });

  it('comes to an end in a known browser as well, and for that browser alone', async () => {
    const { login, browser } = await signedIn(api, 'p-stolen');
    const other = browserAt(api);
    await other.signIn(login, GOOD_PASSWORD);
    for (let round = 0; round < 10; round++) await browser.signIn(login, 'a thief guesses');
    expect((await browser.signIn(login, GOOD_PASSWORD)).status).toBe(401);
    expect((await other.signIn(login, GOOD_PASSWORD)).status).toBe(201);
  });

  it('is not helped by the mark of another account, a forged one, or one from before the password changed', async () => {
    const one = await signedIn(api, 'p-marked-1');
    const other = await signedIn(api, 'p-marked-2');
    const before = one.browser.cookies.get('__Host-leeway-browser')!;
    await one.browser.changePassword(GOOD_PASSWORD, 'four mountains beside a lake');
    for (const mark of [
      other.browser.cookies.get('__Host-leeway-browser')!,
      `${before.slice(0, -2)}AA`,
      before,
      'x'.repeat(66),
    ]) {
      const thief = browserAt(api);
      thief.cookies.set('__Host-leeway-browser', mark);
      await thief.signIn(one.login, 'a wild guess');
      expect((await entriesOf(api, 'session.refused')).at(-1)?.data).toMatchObject({ knownBrowser: false });
    }
    await one.browser.signIn(one.login, 'a slip of the finger');
    expect((await entriesOf(api, 'session.refused')).at(-1)?.data).toMatchObject({ knownBrowser: true });
  });
});

describeApi('a password', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  it.each([
    ['short', /12 characters at least/],
    ['x'.repeat(129), /128 characters at most/],
    ['Password1234', /easily guessed/],
    ['qwertyuiop12', /easily guessed/],
    ['abcdefghijklmnop', /easily guessed/],
    ['一一一一一一一一一一一一', /easily guessed/],
    ['p-policy.login and more', /login name/],
    [GOOD_PASSWORD, /differ/],
  ])('is refused when it is like %s, and it is said why', async (password, why) => {
    const { browser } = await signedIn(api, 'p-policy').catch(async () => {
      const again = browserAt(api);
      await again.signIn('p-policy.login', GOOD_PASSWORD);
      return { browser: again };
    });
    const reply = await browser.changePassword(GOOD_PASSWORD, password);
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    expect(reply.body.errors).toEqual([{ pointer: '/password', message: expect.stringMatching(why) }]);
    const inChinese = await browser.send(
      'post',
      `${SESSION}/password`,
      { current: GOOD_PASSWORD, password },
      { 'Accept-Language': 'zh-CN' },
    );
    expect(inChinese.body.errors[0].message).toMatch(/密码/);
  });

  it('may be made of any letters, in whichever of their spellings', async () => {
    const { browser, login } = await signedIn(api, 'p-letters');
    expect((await browser.changePassword(GOOD_PASSWORD, '春江潮水连海平，海上明月共潮生é')).status).toBe(200);
    expect((await browserAt(api).signIn(login, '春江潮水连海平，海上明月共潮生é')).status).toBe(201);
  });

  it('takes the present one to be changed; who guesses it is signed out', async () => {
    const { browser } = await signedIn(api, 'p-current');
    for (let round = 0; round < 10; round++) {
      const reply = await browser.changePassword('not the present one', 'four mountains beside a lake');
      expect([reply.status, reply.body.errors?.[0].pointer]).toEqual([422, '/current']);
    }
    expect((await browser.changePassword('not the present one', 'four mountains beside a lake')).status).toBe(
      401,
    );
    expect((await browser.get(ME)).status).toBe(401);
  });

  it('ends every other session when it is changed, and is put on record', async () => {
    const { browser, login } = await signedIn(api, 'p-changed');
    const elsewhere = browserAt(api);
    await elsewhere.signIn(login, GOOD_PASSWORD);
    const before = browser.cookies.get('__Host-leeway');
    expect((await browser.changePassword(GOOD_PASSWORD, 'four mountains beside a lake')).status).toBe(200);
    expect(browser.cookies.get('__Host-leeway')).not.toBe(before);
    expect([(await browser.get(SESSION)).status, (await elsewhere.get(SESSION)).status]).toEqual([200, 401]);
    expect((await entriesOf(api, 'password.changed')).at(-1)?.data).toEqual({
      session: expect.any(String),
      sessionsEnded: 1,
    });
  });
});

describe('a name', () => {
  it('is compared in one spelling', async () => {
    const { plainLogin } = await import('../../src/operations/sign-in.ts');
    expect(['Ｚhou ', 'ZHOU', ' zhou'].map(plainLogin)).toEqual(['zhou', 'zhou', 'zhou']);
  });
});
