/**
 * Credentials nobody gave out, requests within requests, lines that never finish: refused in one way, without telling why, while
 * everybody else is served.
 */
import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '../database.ts';
import { apisOver, describeApi, type Api } from '../harness.ts';
import type { Caller } from '../caller.ts';

const ME = '/api/v1/me';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token as other systems make them, saying that its holder may do everything. */
const jwt = (alg: string, signature = '') =>
  `${encoded({ alg, typ: 'JWT' })}.${encoded({ sub: 'p-known', roles: ['approver_head'], exp: 4_102_444_800 })}.${signature}`;

describeApi('a hostile credential', (start) => {
  let api: Api;
  let known: Caller;
  beforeAll(async () => {
    api = await start();
    known = await api.as('p-known', ['case_supervisor']);
  });

  /** Secrets that look as good as one that is valid. */
  async function forged(): Promise<Record<string, string>> {
    const secret = known.secret!;
    const expired = await api.as('p-known', ['case_supervisor'], { expiresAt: '2020-01-01T00:00:00Z' });
    const revoked = await api.as('p-revoked', ['case_supervisor']);
    const elsewhere = await api.as('p-elsewhere', ['case_supervisor']);
    await api.knex('api_keys').where({ person_id: 'p-revoked' }).update({ revoked_at: api.knex.fn.now() });
    // Of another body: the key is in the table, and the person it names is none of this body.
    await api
      .knex('people')
      .insert({ tenant_id: 'other-body', id: 'p-elsewhere', pseudonym: 'a-elsewhere' })
      .onConflict()
      .ignore();
    await api.knex('api_keys').where({ person_id: 'p-elsewhere' }).update({ tenant_id: 'other-body' });
    const { rows } = await api.knex.raw<{ rows: { hash: string }[] }>(
      `select encode(secret_hash, 'hex') as hash from api_keys where person_id = 'p-known' limit 1`,
    );
    const last = secret.at(-1) === 'A' ? 'B' : 'A';
    return {
      expired: expired.secret!,
      revoked: revoked.secret!,
      'of another body': elsewhere.secret!,
      'one character off at the end': secret.slice(0, -1) + last,
      'one character off at the beginning': `lw_${secret[3] === 'A' ? 'B' : 'A'}${secret.slice(4)}`,
      'in other letters': secret.toUpperCase(),
      'the hash that the database holds': rows[0]!.hash,
      'cut short': secret.slice(0, 20),
      'twice over': secret + secret,
      'a token signed by nobody': jwt('none'),
      'a token signed by nobody, spelled otherwise': jwt('nOnE'),
      'a token signed with nothing': jwt('HS256', createHmac('sha256', '').update('x').digest('base64url')),
      'a token signed with the public address': jwt(
        'HS256',
        createHmac('sha256', 'https://leeway.test').update('x').digest('base64url'),
      ),
      'a word': 'undefined',
      'another word': 'null',
      'a way in SQL': "'or'1'='1",
      'a long one': 'lw_'.padEnd(4_000, 'A'),
    };
  }

  it('is answered with one body, whatever is wrong with it', async () => {
    const answers = new Map<string, string[]>();
    for (const [what, secret] of Object.entries(await forged())) {
      const { status, body, headers } = await api.with(secret).get(ME);
      const said = JSON.stringify([
        status,
        { ...body, instance: '' },
        headers['www-authenticate'],
        headers['content-length'],
      ]);
      answers.set(said, [...(answers.get(said) ?? []), what]);
      expect([what, status]).toEqual([what, 401]);
    }
    expect([...answers.values()]).toHaveLength(1);
    expect((await known.get(ME)).status).toBe(200);
  });

  it('leaves nothing behind: no entry, no word of it in the log', async () => {
    const before = await api.knex('journal').count('* as count').first();
    const made = await forged();
    const afterMaking = await api.knex('journal').count('* as count').first();
    for (const secret of Object.values(made)) await api.with(secret).get(ME);
    expect(await api.knex('journal').count('* as count').first()).toEqual(afterMaking);
    expect(Number(afterMaking?.count)).toBe(Number(before?.count) + 3); // keys made, by those who may
    const log = api.logged.join('\n');
    for (const secret of Object.values(made).filter(({ length }) => length > 20))
      expect(log).not.toContain(secret);
  });

  it.each([
    ['in the query', `${ME}?access_token=SECRET`, {}],
    ['in the query under another name', `${ME}?token=SECRET`, {}],
    ['in a header of its own', ME, { 'X-Api-Key': 'SECRET' }],
    [
      'in a header of a proxy',
      ME,
      { 'X-Forwarded-Authorization': 'Bearer SECRET', 'Proxy-Authorization': 'Bearer SECRET' },
    ],
    ['in a cookie', ME, { Cookie: 'token=SECRET; Authorization=Bearer SECRET' }],
    ['as the password of Basic', ME, { Authorization: 'BASIC' }],
    ['twice', ME, { Authorization: 'Bearer SECRET, Bearer SECRET' }],
    ['with a word after it', ME, { Authorization: 'Bearer SECRET admin' }],
    ['without its kind', ME, { Authorization: 'SECRET' }],
    ['as another kind', ME, { Authorization: 'Token SECRET' }],
  ])('that is valid is not taken %s', async (_, path, headers) => {
    const put = (text: string) =>
      text
        .replace('BASIC', `Basic ${Buffer.from(`p-known:${known.secret!}`).toString('base64')}`)
        .replaceAll('SECRET', known.secret!);
    const reply = await api
      .with()
      .get(put(path), Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, put(value)])));
    expect(reply.status).toBe(401);
    expect(reply.text).not.toContain(known.secret);
  });

  it('beyond all measure is refused before anybody reads it', async () => {
    const huge = `Bearer lw_${'A'.repeat(15_000)}`;
    expect((await api.with().get(ME, { Authorization: huge })).status).toBe(401);
    const beyond = await api.with().get(ME, { Authorization: `Bearer ${'A'.repeat(20_000)}` });
    expect([beyond.status, beyond.body.code]).toEqual([431, 'headers-too-large']);
  });
});

describe('a line', () => {
  const start = apisOver(opensFor('postgresql'));
  let api: Api;
  let known: Caller;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    api = await start();
    known = await api.as('p-known', ['case_supervisor']);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  /** Opens a line and says something; answers what came back when the server closed it, when it was enough, or after `ms`. */
  const said = (bytes: string, ms = 1_000, enough?: string): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(api.port, '127.0.0.1', () => socket.write(bytes));
      sockets.push(socket);
      socket.on('data', (chunk) => {
        text += chunk.toString('utf8');
        if (enough !== undefined && text.includes(enough)) end();
      });
      socket.on('error', () => undefined);
      const end = () => {
        clearTimeout(late);
        resolve(text);
      };
      const late = setTimeout(end, ms);
      socket.on('close', end);
    });
  const statuses = (text: string) =>
    [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  const smuggled = 'GET /api/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n';

  it.each([
    ['a length and chunks', `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['chunks and a length', `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${smuggled}`],
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`],
    ['a length with a sign', `Content-Length: +${smuggled.length}\r\n\r\n${smuggled}`],
    ['a length in another base', `Content-Length: 0x10\r\n\r\n${smuggled}`],
    [
      'chunks that are not the last coding',
      `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
    ['chunks spelled oddly', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['chunks behind a blank', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a folded header', `X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a size of a chunk that is none', `Transfer-Encoding: chunked\r\n\r\n0_2\r\nab\r\n0\r\n\r\n${smuggled}`],
    ['a header that ends with CR alone', `X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ])(
    'that carries a request within a request by %s gets one answer, a refusal, and is closed',
    async (_, rest) => {
      const text = await said(`POST /api/v1/cases HTTP/1.1\r\nHost: x\r\n${rest}`);
      expect(statuses(text)).toEqual([expect.toSatisfy((status: number) => status >= 400 && status < 500)]);
      expect(text).not.toContain('smuggled');
    },
  );

  it('that carries two honest requests gets two answers, in order', async () => {
    const text = await said(
      'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    expect(statuses(text)).toEqual([200, 404]);
  });

  it('that never ends its headers keeps nobody waiting, 500 of them at once', async () => {
    for (let opened = 0; opened < 500; opened++) {
      const socket = connect(api.port, '127.0.0.1');
      socket.on('error', () => undefined);
      sockets.push(socket);
      socket.write('GET /api/v1/me HTTP/1.1\r\nHost: x\r\n');
    }
    const dripping = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('A: b\r\n');
    }, 200);
    await pause(500);
    const measured: number[] = [];
    try {
      for (let asked = 0; asked < 100; asked++) {
        const began = performance.now();
        expect((await known.get(ME)).status).toBe(200);
        measured.push(performance.now() - began);
      }
    } finally {
      clearInterval(dripping);
    }
    expect(measured.sort((one, other) => one - other)[98]).toBeLessThan(250);
    expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(500);
  });

  it('that sends a body byte by byte without a credential is answered at once, and holds no place', async () => {
    const held = Array.from({ length: 300 }, () =>
      said(
        'POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{',
        5_000,
        'HTTP/1.1 401',
      ),
    );
    const answers = await Promise.all(held);
    expect(answers.every((text) => statuses(text)[0] === 401)).toBe(true);
    expect((await known.get(ME)).status).toBe(200);
  });
});
