/** What the API does with bodies nobody should send: a clear refusal, quickly, and never a 5xx. */
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureServer, SERVER_OPTIONS } from '../../src/api/app.ts';
import { BODY_LIMIT } from '../../src/api/body.ts';
import { exampleApp, KNOWN_CASE } from './example-app.ts';

const HEADERS = { Authorization: 'Bearer key-of-handler', 'If-Match': '"7"' };
const EVENTS = `/api/v1/cases/${KNOWN_CASE}/events`;

const { app, logged } = exampleApp();
let server: Server;
let port: number;

beforeAll(async () => {
  const options = {
    ...SERVER_OPTIONS,
    headersTimeout: 300,
    requestTimeout: 300,
    connectionsCheckingInterval: 50,
  };
  server = createServer(options, app);
  configureServer(server, { publicUrl: 'https://leeway.test' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  request(server)
    .post(EVENTS)
    .set({ ...HEADERS, 'Content-Type': 'application/json', ...headers })
    .serialize((sent: unknown) => sent as string)
    .send(body as string);

/** Writes bytes as they are and gives back all that the server says until it hangs up. */
const raw = (bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('utf8')));
    socket.on('close', () => {
      resolve(said);
    });
    socket.on('error', reject);
  });

describe('what is not JSON', () => {
  it.each([
    '',
    ' ',
    '{',
    '{"text":"a",}',
    "{'text':'a'}",
    '{"text":"a"} x',
    '[1',
    '"',
    '"\\',
    '\u0000',
    '\ufeff{"text":"a"}',
    'NaN',
    '{"a":"\\u12"}',
  ])('refuses %j as malformed', async (text) => {
    const reply = await post(text);
    expect([reply.status, reply.body.code]).toEqual([400, 'malformed-json']);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const reply = await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
    expect([reply.status, reply.body.code]).toEqual([400, 'malformed-json']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/jsonx',
    'json',
  ])('refuses the media type %s', async (type) => {
    const reply = await post('{"text":"a"}', { 'Content-Type': type });
    expect([reply.status, reply.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('takes the media type in every spelling it has', async () => {
    for (const type of [
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ]) {
      expect((await post('{"text":"a"}', { 'Content-Type': type })).status).toBe(200);
    }
  });

  it('refuses a body without a media type, and one that is compressed', async () => {
    const untyped = await raw(
      `POST ${EVENTS} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: ${HEADERS.Authorization}\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expect(untyped).toMatch(/^HTTP\/1\.1 415 /);
    const zipped = await post(gzipSync('{"text":"a"}'), { 'Content-Encoding': 'gzip' });
    expect(zipped.status).toBe(415);
  });

  it('refuses a body where none is taken', async () => {
    const reply = await request(server).get(`/api/v1/cases/${KNOWN_CASE}`).set(HEADERS).send({ a: 1 });
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
  });
});

describe('what is JSON and still refused', () => {
  it.each([
    ['a constructor that poisons prototypes', '{"text":"a","__proto__":{"isAdmin":true}}', '/__proto__'],
    ['the same, spelled with escapes', '{"text":"a","\\u005f_proto__":1}', '/__proto__'],
    ['constructor', '{"text":"a","constructor":{"prototype":{}}}', '/constructor'],
    ['prototype, deep inside', '{"text":"a","x":[0,{"prototype":1}]}', '/x/1/prototype'],
    ['a key given twice', '{"text":"a","text":"b"}', '/text'],
    ['a key given twice, once with an escape', '{"text":"a","te\\u0078t":"b"}', '/text'],
    ['NUL in a text', '{"text":"a\\u0000b"}', '/text'],
    ['NUL in a key', '{"x":{"a":1,"a\\u0000b":1}}', '/x'],
    ['a first half of a pair', '{"text":"\\ud800"}', '/text'],
    ['a second half of a pair', '{"text":"\\udc00 x"}', '/text'],
    ['a number without end', '{"text":"a","weight":1e400}', '/weight'],
    ['its negative', '{"text":"a","weight":-1e400}', '/weight'],
    ['a number that would be rounded', '{"text":"a","weight":9007199254740993}', '/weight'],
    ['an unknown field', '{"text":"a","isAdmin":true}', '/isAdmin'],
    ['a wrong type', '{"text":{"$ne":null}}', '/text'],
    ['a value that is not on the list', '{"text":"a","to":"moon"}', '/to'],
    ['a list for an object', '[]', ''],
    ['nothing for an object', 'null', ''],
  ])('refuses %s, and points at it', async (_what, text, pointer) => {
    const reply = await post(text);
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('takes whole pairs of surrogates, escaped or not', async () => {
    const reply = await post('{"text":"\\ud83d\\ude00 😀"}');
    expect([reply.status, reply.body.text]).toEqual([200, '😀 😀']);
  });

  it('does not carry the offending value back', async () => {
    const reply = await post('{"text":5,"to":"canary-value","weight":"canary-weight"}');
    expect(reply.status).toBe(422);
    expect(reply.text).not.toContain('canary');
  });

  it('buys nobody a long answer', async () => {
    const greedy = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
    const reply = await post(JSON.stringify(greedy));
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toHaveLength(20);
  });

  it.each([
    ['lists', '['.repeat(50_000)],
    ['closed lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['objects', '{"a":'.repeat(16_000) + '1' + '}'.repeat(16_000)],
    ['lists in a field', `{"text":${'['.repeat(49_000)}${']'.repeat(49_000)}}`],
  ])('refuses 50,000 nested %s at once', async (_what, text) => {
    const begun = performance.now();
    const reply = await post(text);
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('what is too much', () => {
  it('refuses a body over the limit, announced or not', async () => {
    const text = JSON.stringify({ text: 'a'.repeat(BODY_LIMIT) });
    const announced = await post(text);
    expect([announced.status, announced.body.code]).toEqual([413, 'too-large']);
    const chunk = `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
    const streamed = await raw(
      `POST ${EVENTS} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: ${HEADERS.Authorization}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
    );
    expect(streamed).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('takes a body of exactly the limit', async () => {
    const frame = JSON.stringify({ text: '' }).length;
    const reply = await post(JSON.stringify({ text: 'a'.repeat(BODY_LIMIT - frame) }));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, '/text']);
  });

  it('refuses headers over the limit with a problem', async () => {
    const said = await raw(`GET /health/live HTTP/1.1\r\nHost: a\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
    expect(said).toContain('"code":"headers-too-large"');
  });

  it('refuses what is not HTTP with a problem', async () => {
    const said = await raw('GARBAGE\r\n\r\n');
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).toContain('"code":"bad-parameter"');
  });

  it('passes over an expectation it does not know', async () => {
    const said = await raw(
      'GET /health/live HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('stops waiting for a body that does not come', async () => {
    const said = await raw(
      `POST ${EVENTS} HTTP/1.1\r\nHost: a\r\nAuthorization: ${HEADERS.Authorization}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(said).toContain('"code":"request-timeout"');
  });

  it('outlives a caller that leaves in the middle of a body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST ${EVENTS} HTTP/1.1\r\nHost: a\r\nAuthorization: ${HEADERS.Authorization}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
          () => socket.resetAndDestroy(),
        );
      });
      socket.on('close', () => {
        resolve();
      });
    });
    expect((await request(server).get('/health/live')).status).toBe(200);
  });
});

describe('anything at all', () => {
  it('never gets a 5xx, whatever bytes are sent', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\u',
        '\\',
        '1e999',
        '-',
        'null',
        '"text"',
        '"a"',
        '__proto__',
        '\u0000',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    const body = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const reply = await post(bytes);
        expect([200, 400, 422]).toContain(reply.status);
      }),
      { numRuns: 300 },
    );
    expect(logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it('never gets a 5xx, whatever address is asked for', async () => {
    const step = fc.oneof(
      fc.constantFrom(
        'api',
        'v1',
        'cases',
        KNOWN_CASE,
        '..',
        '%2e%2e',
        '%2F',
        '%00',
        '%c0%af',
        '?',
        '&',
        '=',
        '%',
        ';',
        '__proto__',
        'events',
      ),
      fc.string({ maxLength: 6 }).map((text) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ''))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom('GET', 'POST', 'PUT', 'BREW'),
        async (steps, method) => {
          const said = await raw(
            `${method} /${steps.join('/')} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: ${HEADERS.Authorization}\r\n\r\n`,
          );
          expect(said).toMatch(/^HTTP\/1\.1 [24]\d\d /);
        },
      ),
      { numRuns: 300 },
    );
  });
});
