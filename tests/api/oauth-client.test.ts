/** Access tokens for connected systems (RFC 6749, 4.4): how they are asked for, what they open, and every no. */
import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseForm } from '../../src/api/form.ts';
import { entriesOf } from '../browser.ts';
import { describeApi, type Api } from '../harness.ts';

const TOKEN = '/api/v1/oauth/token';
const ME = '/api/v1/me';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const GRANT = 'grant_type=client_credentials';

describeApi('an access token', (start) => {
  let api: Api;
  let id: string;
  let secret: string;
  beforeAll(async () => {
    api = await start();
    ({ id, secret } = await api.operations.createClient({
      name: 'Personnel system',
      roles: ['api_client', 'org_personnel'],
      unit: 'personnel',
    }));
  });
  const basic = (name: string, word: string) => ({
    Authorization: `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}`,
  });
  const ask = (body: string, headers: Record<string, string> = {}) =>
    api.with().send('post', TOKEN, body, { ...FORM, ...headers });
  const tokenOf = async (body = GRANT): Promise<string> =>
    (await ask(body, basic(id, secret))).body.access_token as string;

  it('is given for identifier and secret, by Basic or in the form, and opens what a key of these roles would', async () => {
    for (const [body, headers] of [
      [GRANT, basic(id, secret)],
      [`${GRANT}&client_id=${id}&client_secret=${secret}`, {}],
      [`${GRANT}&client_id=${id}&colour=red`, basic(id, secret)],
    ] as const) {
      const reply = await ask(body, headers);
      expect(reply.status).toBe(200);
      expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.body).toEqual({
        access_token: expect.stringMatching(/^la_[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 600,
        scope: 'api_client org_personnel',
      });
      const me = await api.with(reply.body.access_token as string).get(ME);
      expect(me.body).toMatchObject({ roles: ['api_client', 'org_personnel'], unit: 'personnel' });
      expect(await api.operations.authenticate(reply.body.access_token as string)).toMatchObject({
        via: 'client',
        bodies: null,
      });
    }
  });

  it('is given to a client that somebody else wrote', async () => {
    const server = { issuer: 'http://127.0.0.1', token_endpoint: `http://127.0.0.1:${api.port}${TOKEN}` };
    const configuration = new client.Configuration(server, id, secret, client.ClientSecretBasic(secret));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the test speaks to itself
    client.allowInsecureRequests(configuration);
    const tokens = await client.clientCredentialsGrant(configuration, { scope: 'org_personnel' });
    expect((await api.with(tokens.access_token).get(ME)).body.roles).toEqual(['org_personnel']);
    await expect(client.clientCredentialsGrant(configuration, { scope: 'auditor' })).rejects.toMatchObject({
      error: 'invalid_scope',
      status: 400,
    });
    const wrong = new client.Configuration(server, id, 'x', client.ClientSecretPost('x'));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- likewise
    client.allowInsecureRequests(wrong);
    await expect(client.clientCredentialsGrant(wrong)).rejects.toMatchObject({
      status: 401,
      cause: [{ scheme: 'basic' }],
    });
  });

  it('carries fewer roles where fewer are asked for, and none the client does not have', async () => {
    const fewer = await ask(`${GRANT}&scope=org_personnel`, basic(id, secret));
    expect(fewer.body.scope).toBe('org_personnel');
    for (const scope of ['auditor', 'org_personnel%20auditor', 'openid', 'a%0Ab']) {
      const reply = await ask(`${GRANT}&scope=${scope}`, basic(id, secret));
      expect([scope, reply.status, reply.body.error]).toEqual([scope, 400, 'invalid_scope']);
    }
  });

  it.each([
    ['', 'invalid_request'],
    ['grant_type=', 'invalid_request'],
    ['grant_type', 'invalid_request'],
    [`${GRANT}&${GRANT}`, 'invalid_request'],
    [`${GRANT}&scope=a&scope=b`, 'invalid_request'],
    [`${GRANT}&client_secret=x`, 'invalid_request'],
    [`${GRANT}&client_id=another`, 'invalid_request'],
    [`${GRANT}&x=%ff`, 'invalid_request'],
    [`${GRANT}&x=%`, 'invalid_request'],
    [`${GRANT}&x=%00`, 'invalid_request'],
    [`${GRANT}&${Array.from({ length: 30 }, (_, n) => `f${n}=`).join('&')}`, 'invalid_request'],
    ['grant_type=password&username=a&password=b', 'unsupported_grant_type'],
    ['grant_type=authorization_code&code=x', 'unsupported_grant_type'],
    ['grant_type=__proto__', 'unsupported_grant_type'],
  ])('is not given for the form %s', async (body, error) => {
    const reply = await ask(body, basic(id, secret));
    expect([reply.status, reply.body]).toEqual([400, { error, error_description: expect.any(String) }]);
  });

  it('is not given to who is unknown, wrong, revoked or badly written, all told alike', async () => {
    const revoked = await api.operations.createClient({ name: 'Gone', roles: ['api_client'] });
    await api.operations.endClient(revoked.id);
    const key = await api.as('p-key', ['api_client']);
    const answers = [
      await ask(GRANT, basic(id, `${secret}x`)),
      await ask(GRANT, basic('01980f5e-7c00-7000-8000-000000000009', secret)),
      await ask(GRANT, basic('no-uuid', secret)),
      await ask(GRANT, basic(revoked.id, revoked.secret)),
      await ask(GRANT, basic('p-key', key.secret!)),
      await ask(`${GRANT}&client_id=${id}`),
      await ask(GRANT),
      await ask(GRANT, { Authorization: `Bearer ${secret}` }),
      await ask(GRANT, { Authorization: 'Basic ???' }),
      await ask(GRANT, { Authorization: `Basic ${Buffer.from('no colon').toString('base64')}` }),
      await ask(GRANT, { Authorization: `Basic ${Buffer.from(`${id}:%zz`).toString('base64')}` }),
    ];
    for (const { status, body, headers } of answers)
      expect([status, body.error, headers['www-authenticate']]).toEqual([
        401,
        'invalid_client',
        'Basic realm="leeway"',
      ]);
    expect((await entriesOf(api, 'session.refused')).at(-1)).toMatchObject({
      actor: api.runtime.systemPseudonym,
      data: { way: 'client' },
    });
  });

  it('is asked for by a form, of a size', async () => {
    const json = await api.with().post(TOKEN, { grant_type: 'client_credentials' });
    expect([json.status, json.body.code]).toEqual([415, 'unsupported-media-type']);
    const packed = await ask(GRANT, { 'Content-Encoding': 'gzip', ...basic(id, secret) });
    expect([packed.status, packed.body.code]).toEqual([415, 'unsupported-media-type']);
    const large = await ask(`x=${'y'.repeat(102_400)}`, basic(id, secret));
    expect([large.status, large.body.code]).toEqual([413, 'too-large']);
  });

  it('is refused once it is expired, forged, cut, or of a client that was revoked', async () => {
    const expired = await tokenOf();
    expect((await api.with(expired).get(ME)).status).toBe(200);
    await api.knex('access_tokens').update({ expires_at: api.knex.raw(`now() - interval '1 second'`) });
    await pause(900);
    const gone = await api.operations.createClient({ name: 'Soon gone', roles: ['api_client'] });
    const { body } = await ask(GRANT, basic(gone.id, gone.secret));
    const used = await api.with(body.access_token as string).get(ME);
    await api.operations.endClient(gone.id);
    await pause(900);
    const good = await tokenOf();
    const unknown = await api.with('lw_unknown').get(ME);
    const alike = (reply: typeof unknown) => [
      reply.status,
      { ...reply.body, instance: '' },
      reply.headers['www-authenticate'],
    ];
    expect(used.status).toBe(200);
    for (const token of [
      expired,
      body.access_token as string,
      `${good}x`,
      good.slice(0, -1),
      `la_${'A'.repeat(43)}`,
      'la_',
      secret,
    ])
      expect(alike(await api.with(token).get(ME))).toEqual(alike(unknown));
    for (const headers of [{ Cookie: `__Host-leeway=${good}` }, basic(id, good), { 'X-Api-Key': good }])
      expect((await api.with().get(ME, headers)).status).toBe(401);
    expect((await api.with(good).get(ME)).status).toBe(200);
  });

  it('loses what its client loses', async () => {
    const token = await tokenOf();
    await api.knex('clients').where({ id }).update({ roles: '{api_client}' });
    expect((await api.with(token).get(ME)).body.roles).toEqual(['api_client']);
    await api.knex('clients').where({ id }).update({ roles: '{api_client,org_personnel}' });
  });

  it('never carries the role of an administrator', async () => {
    await expect(
      api.operations.createClient({ name: 'Too much', roles: ['administrator'] }),
    ).rejects.toMatchObject({ problem: 'directory-conflict' });
    expect((await entriesOf(api, 'client.refused')).at(-1)?.data).toMatchObject({
      rule: 'administrators_are_persons',
    });
  });

  it('is put on record when it is given, and kept as a hash', async () => {
    const token = await tokenOf();
    expect((await entriesOf(api, 'access_token.issued')).at(-1)?.data).toEqual({
      client: id,
      roles: ['api_client', 'org_personnel'],
    });
    const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
      `select to_jsonb(t)::text as row from access_tokens t union all select to_jsonb(c)::text from clients c
       union all select to_jsonb(s)::text from journal_sealed s`,
    );
    const kept = rows.map(({ row }) => row).join('\n') + api.logged.join('\n');
    for (const word of [token.slice(3), secret.slice(3)]) expect(kept).not.toContain(word);
  });
});

describe('a form', () => {
  it('is read field by field', () => {
    expect({ ...parseForm('a=1&b=x+y%20z&&c&d=%E4%B8%AD') }).toEqual({ a: '1', b: 'x y z', c: '', d: '中' });
    expect({ ...parseForm('a=1&a=2&a=3&a[b]=c') }).toEqual({ a: ['1', '2', '3'], 'a[b]': 'c' });
    expect({ ...parseForm('') }).toEqual({});
  });

  it('sets no prototype', () => {
    const form = parseForm('__proto__=x&constructor=y&toString=z')!;
    expect(Object.keys(form)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(form)).toBeNull();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each(['a=%', 'a=%ff', 'a=%00', 'ä=1', 'a=\u0001', 'a=1 2'])('is none where it reads %j', (text) => {
    expect(parseForm(text)).toBeNull();
  });
});
