/** Single sign-on by OpenID Connect: with a real provider, and with one that lies. */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserAt, entriesOf, SESSION, type Browser } from '../browser.ts';
import { describeApi, PUBLIC_URL, type Api } from '../harness.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  fakeProvider,
  realProvider,
  signOnSettings,
  type FakeProvider,
  type RealProvider,
  type Token,
} from '../identity-providers.ts';

const BEGIN = `${SESSION}/oidc`;
const CALLBACK = `${BEGIN}/callback`;
const COOKIE = '__Host-leeway-sign-on';

const settingsFor = (issuer: string) => ({ environment: signOnSettings(issuer) });

/** The address under our own roof that the provider sends the browser to. */
const path = (address: string): string => address.slice(PUBLIC_URL.length);

describeApi('single sign-on with a real provider', (start) => {
  let provider: RealProvider;
  let api: Api;
  beforeAll(async () => {
    provider = await realProvider(`${PUBLIC_URL}${CALLBACK}`);
    api = await start(settingsFor(provider.issuer));
    await api.operations.createAccount({ name: 'One', person: 'p-1', subject: 'sub-1', roles: ['handler'] });
    await api.operations.createAccount({ name: 'Two', person: 'p-2', subject: 'sub-2', roles: ['reviewer'] });
  });
  afterAll(() => provider.close());

  const begin = async (browser: Browser): Promise<string> => {
    const reply = await browser.get(BEGIN);
    expect(reply.status).toBe(302);
    return reply.headers.location!;
  };

  it('lets in whom the provider vouches for, with what they hold here, and asks for no code of ours', async () => {
    const browser = browserAt(api);
    const there = new URL(await begin(browser));
    expect(there.origin).toBe(provider.issuer);
    expect(Object.fromEntries(there.searchParams)).toEqual({
      client_id: CLIENT_ID,
      redirect_uri: `${PUBLIC_URL}${CALLBACK}`,
      response_type: 'code',
      scope: 'openid',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const back = await provider.walk(there.href);
    const reply = await browser.get(path(back));
    expect([reply.status, reply.headers.location]).toEqual([303, `${PUBLIC_URL}/`]);
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-leeway=ls_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
      expect.stringMatching(/^__Host-leeway-sign-on=; .*Max-Age=0$/),
    ]);
    const session = await browser.get(SESSION);
    expect(session.body).toMatchObject({ person: 'p-1', roles: ['handler'], way: 'oidc', owes: null });
    expect((await browser.get('/api/v1/cases')).status).toBe(200);
    expect((await entriesOf(api, 'session.opened')).at(-1)?.data).toMatchObject({ way: 'oidc' });
  });

  it('lets each in as themselves', async () => {
    provider.subject = 'sub-2';
    const browser = browserAt(api);
    await browser.get(path(await provider.walk(await begin(browser))));
    expect((await browser.get(SESSION)).body.person).toBe('p-2');
    provider.subject = 'sub-1';
  });

  it('refuses who is linked to no account, who left, and whose account ended', async () => {
    await api.operations.createAccount({
      name: 'Gone',
      person: 'p-gone',
      subject: 'sub-gone',
      roles: ['handler'],
    });
    await api.operations.endUser('p-gone');
    for (const subject of ['sub-unknown', 'sub-gone', 'SUB-1', 'p-1']) {
      provider.subject = subject;
      const browser = browserAt(api);
      const reply = await browser.get(path(await provider.walk(await begin(browser))));
      expect([subject, reply.status, reply.body.code]).toEqual([subject, 401, 'unauthenticated']);
      expect(browser.cookies.has('__Host-leeway')).toBe(false);
    }
    provider.subject = 'sub-1';
    expect((await entriesOf(api, 'session.refused')).at(-1)).toMatchObject({
      actor: api.runtime.systemPseudonym,
      data: { way: 'oidc' },
    });
  });

  it('refuses an answer that comes again, whether with its cookie or without', async () => {
    const browser = browserAt(api);
    const address = await begin(browser);
    const cookie = browser.cookies.get(COOKIE)!;
    const back = await provider.walk(address);
    expect((await browser.get(path(back))).status).toBe(303);
    expect((await browserAt(api).get(path(back))).status).toBe(401);
    const replayed = browserAt(api);
    replayed.cookies.set(COOKIE, cookie);
    expect((await replayed.get(path(back))).status).toBe(401);
    // The code is spent at the provider too, where a fresh attempt tries it.
    const other = browserAt(api);
    const fresh = new URL(await begin(other)).searchParams.get('state')!;
    const url = new URL(back);
    url.searchParams.set('state', fresh);
    expect((await other.get(path(url.href))).status).toBe(401);
  });

  it('refuses the answer to another browser’s question (a stolen or planted link)', async () => {
    const [mine, theirs] = [browserAt(api), browserAt(api)];
    const address = await begin(mine);
    await begin(theirs);
    const back = await provider.walk(address);
    expect((await theirs.get(path(back))).status).toBe(401);
    // Their own attempt is spent by it; mine is not.
    expect((await mine.get(path(back))).status).toBe(303);
  });

  it.each([
    [
      'a forged state',
      (url: URL) => {
        url.searchParams.set('state', 'x'.repeat(43));
      },
    ],
    [
      'another issuer',
      (url: URL) => {
        url.searchParams.set('iss', 'https://evil.example');
      },
    ],
    [
      'no issuer, where the provider promises one',
      (url: URL) => {
        url.searchParams.delete('iss');
      },
    ],
    [
      'no code',
      (url: URL) => {
        url.searchParams.delete('code');
      },
    ],
    [
      'an invented code',
      (url: URL) => {
        url.searchParams.set('code', 'invented');
      },
    ],
    [
      'a refusal by the provider',
      (url: URL) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'access_denied');
      },
    ],
  ])('refuses %s', async (_what, change) => {
    const browser = browserAt(api);
    const back = new URL(await provider.walk(await begin(browser)));
    change(back);
    const reply = await browser.get(path(back.href));
    expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
    expect(JSON.stringify(reply.body)).not.toContain('invented');
  });

  it('refuses an attempt that took too long', async () => {
    const browser = browserAt(api);
    const back = await provider.walk(await begin(browser));
    await api.knex('sign_in_attempts').update({ expires_at: api.knex.raw(`now() - interval '1 second'`) });
    expect((await browser.get(path(back))).status).toBe(401);
  });

  it('leaves password and second factor to the provider', async () => {
    const browser = browserAt(api);
    await browser.get(path(await provider.walk(await begin(browser))));
    await browser.get(SESSION);
    const reply = await browser.send('post', `${SESSION}/second-factor`, { password: 'whatever it may be' });
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });

  it('keeps neither code, state nor secret in the log or the database', async () => {
    const browser = browserAt(api);
    const address = await begin(browser);
    const cookie = browser.cookies.get(COOKIE)!;
    const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
      `select to_jsonb(a)::text as row from sign_in_attempts a`,
    );
    const back = new URL(await provider.walk(address));
    await browser.get(path(back.href));
    const kept = rows.map(({ row }) => row).join('\n') + api.logged.join('\n');
    for (const word of [
      cookie,
      back.searchParams.get('code')!,
      back.searchParams.get('state')!,
      CLIENT_SECRET,
      'sub-1',
    ])
      expect(kept).not.toContain(word);
  });

  it('links a subject to one account', async () => {
    await expect(
      api.operations.createAccount({ name: 'Twin', person: 'p-twin', subject: 'sub-1', roles: [] }),
    ).rejects.toMatchObject({ problem: 'directory-conflict', extensions: { guard: 'subject_is_free' } });
    expect(await api.knex('people').where({ id: 'p-twin' })).toEqual([]);
  });
});

describeApi('single sign-on with a provider that lies', (start) => {
  let provider: FakeProvider;
  let api: Api;
  beforeAll(async () => {
    provider = await fakeProvider();
    api = await start({ ...settingsFor(provider.issuer), checkReplies: false });
    await api.operations.createAccount({ name: 'One', person: 'p-1', subject: 'sub-1', roles: ['handler'] });
  });
  afterAll(() => provider.close());

  /** One sign-in; its code tells the fake provider the nonce. */
  async function tried(forge: FakeProvider['forge']) {
    provider.forge = forge;
    const browser = browserAt(api);
    const there = new URL((await browser.get(BEGIN)).headers.location!).searchParams;
    const query = new URLSearchParams({ state: there.get('state')!, code: there.get('nonce')! });
    const reply = await browser.get(`${CALLBACK}?${query.toString()}`);
    return {
      status: reply.status,
      isIn: browser.cookies.has('__Host-leeway'),
      code: reply.body?.code as unknown,
    };
  }
  const withClaims = (claims: Record<string, unknown>) => (honest: Token) =>
    provider.signed({ ...honest, claims: { ...honest.claims, ...claims } });
  const seconds = () => Math.floor(Date.now() / 1_000);
  const unsigned = (header: unknown, claims: unknown, signature = '') =>
    `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${signature}`;

  it('is let in by an honest token', async () => {
    expect(await tried(undefined)).toMatchObject({ status: 303, isIn: true });
    expect(await tried(withClaims({}))).toMatchObject({ status: 303, isIn: true });
  });

  it.each<[string, FakeProvider['forge']]>([
    ['a wrong nonce', withClaims({ nonce: 'another' })],
    ['no nonce', withClaims({ nonce: undefined })],
    ['another audience', withClaims({ aud: 'another-client' })],
    ['several audiences and none authorised', withClaims({ aud: ['another', 'third'] })],
    ['another issuer', withClaims({ iss: 'https://evil.example' })],
    ['a token that expired', withClaims({ exp: seconds() - 120, iat: seconds() - 600 })],
    ['a token without an end', withClaims({ exp: undefined })],
    ['no subject', withClaims({ sub: undefined })],
    ['a subject that is no ASCII', withClaims({ sub: 'sub-1\0' })],
    ['a subject without an end', withClaims({ sub: 'x'.repeat(256) })],
    ['an empty subject', withClaims({ sub: '' })],
    ['a subject that is no text', withClaims({ sub: { $ne: null } })],
    ['alg none', ({ claims }) => unsigned({ alg: 'none' }, claims)],
    ['alg none with a signature', ({ claims }) => unsigned({ alg: 'none', kid: 'one' }, claims, 'AAAA')],
    [
      'an HMAC by the client secret',
      ({ claims }) => {
        const input = unsigned({ alg: 'HS256' }, claims).slice(0, -1);
        return `${input}.${createHmac('sha256', CLIENT_SECRET).update(input).digest('base64url')}`;
      },
    ],
    [
      'a signature by another key',
      (honest) => provider.signed(honest, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ],
    [
      'a changed payload',
      (honest) => {
        const [header, , signature] = provider.signed(honest).split('.');
        const claims = Buffer.from(JSON.stringify({ ...honest.claims, sub: 'sub-2' })).toString('base64url');
        return `${header!}.${claims}.${signature!}`;
      },
    ],
    ['no token at all', () => ''],
    ['a code the provider does not know', () => ({ status: 400 })],
  ])('refuses %s', async (_what, forge) => {
    expect(await tried(forge)).toEqual({ status: 401, isIn: false, code: 'unauthenticated' });
  });

  it('asks for no token when the state is not its own', async () => {
    const before = provider.asked;
    const browser = browserAt(api);
    const there = new URL((await browser.get(BEGIN)).headers.location!).searchParams;
    const query = new URLSearchParams({ state: 'forged', code: there.get('nonce')! });
    expect((await browser.get(`${CALLBACK}?${query.toString()}`)).status).toBe(401);
    expect(provider.asked).toBe(before);
  });

  it('follows no redirect of the provider, and says that it is away', async () => {
    const before = provider.asked;
    for (const answer of [{ status: 307, location: `${provider.issuer}/token` }, { status: 500 }])
      expect(await tried(() => answer)).toEqual({ status: 503, isIn: false, code: 'provider-away' });
    expect(provider.asked).toBe(before + 2);
  });
});

describeApi('single sign-on', (start) => {
  it('is not there unless it is set up', async () => {
    const api = await start();
    const browser = browserAt(api);
    expect((await browser.get(BEGIN)).status).toBe(404);
    expect((await browser.get(`${CALLBACK}?state=x&code=y`)).status).toBe(404);
    expect((await browser.get(CALLBACK)).status).toBe(400);
    await expect(api.operations.createAccount({ name: 'x', subject: 'x', roles: [] })).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  it('says when the provider is away, and that somebody may come back', async () => {
    const gone = await fakeProvider();
    await gone.close();
    const api = await start(settingsFor(gone.issuer));
    const reply = await browserAt(api).get(BEGIN);
    expect([reply.status, reply.body.code, reply.headers['retry-after']]).toEqual([
      503,
      'provider-away',
      '5',
    ]);
  });
});
