/** The known nasty inputs, one by one, against the real API behind a real socket: each has its own plain refusal. */
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '../database.ts';
import { apisOver, countRows, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

const CASES = '/api/v1/cases';
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('nasty input', () => {
  const start = apisOver(opensFor('embedded'));
  let api: Api;
  let staff: Staff;
  let before: Record<string, number>;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    api = await start({
      server: { headersTimeout: 1_000, requestTimeout: 1_500, connectionsCheckingInterval: 50 },
    });
    staff = await staffOf(api);
    await registered(staff);
    before = await countRows(api.knex);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    expect(await countRows(api.knex)).toEqual(before);
    expect((await staff.reception.get('/api/v1/me')).status).toBe(200);
  });

  const opening = (data: string) => `{"procedure":"complaint","data":${data}}`;
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it.each([
    ['a key that poisons prototypes', opening('{"__proto__":{"isAdmin":true}}'), 422],
    ['another one', opening('{"constructor":{"prototype":{}}}'), 422],
    ['fifty thousand nested arrays', opening(deep(50_000 / 2)), 422],
    ['fifty thousand nested arrays as the body', deep(50_000), 422],
    ['as many that never close', '['.repeat(50_000), 422],
    ['fifty thousand nested objects', '{"a":'.repeat(19_000), 422],
    ['NUL in a text', opening('{"content":"a\\u0000b"}'), 422],
    ['NUL as it is', opening('{"content":"a\u0000b"}'), 400],
    ['half of a surrogate pair', opening('{"content":"\\ud800"}'), 422],
    ['the other half', opening('{"content":"a\\udc00b"}'), 422],
    ['a number beyond all bounds', opening('{"channel":1e400}'), 422],
    ['a number beyond all bounds the other way', opening('{"channel":-1e400}'), 422],
    ['a number that cannot be held exactly', opening('{"channel":9007199254740993}'), 422],
    ['a key given twice', opening('{"channel":"letter","channel":"web"}'), 422],
    ['a key given twice in different spelling', opening('{"channel":"letter","\\u0063hannel":"web"}'), 422],
    ['no JSON', '{"procedure":"complaint",}', 400],
    ['nothing', '', 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['a text', '"complaint"', 422],
    ['a byte-order mark', `\ufeff${opening('{}')}`, 400],
    ['101 kilobytes', opening(`{"content":"${'x'.repeat(101 * 1024)}"}`), 413],
    ['a text too long', opening(`{"content":"${'x'.repeat(20_001)}"}`), 422],
    ['a thousand keys', opening(`{${[...Array(1_000).keys()].map((n) => `"k${n}":1`).join(',')}}`), 422],
  ])('%s is refused', async (_, body, status) => {
    const began = performance.now();
    const reply = await staff.reception.send('post', CASES, body, JSON_TYPE);
    expect([reply.status, reply.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(reply.text.length).toBeLessThan(4_000);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['a form', 'procedure=complaint', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a form in parts', '--x\r\n\r\n--x--', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['a text', opening('{}'), { 'Content-Type': 'text/plain' }],
    ['another character set', opening('{}'), { 'Content-Type': 'application/json; charset=iso-8859-1' }],
    ['another JSON', opening('{}'), { 'Content-Type': 'application/vnd.api+json' }],
    ['a said compression', opening('{}'), { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['an unknown compression', opening('{}'), { ...JSON_TYPE, 'Content-Encoding': 'br, gzip' }],
  ])('%s is refused as a media type', async (_, body, headers) => {
    const reply = await staff.reception.send('post', CASES, body, headers);
    expect([reply.status, reply.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('a body that is really compressed is refused, and never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, '['));
    const said = await spoken(
      Buffer.concat([
        Buffer.from(head({ 'Content-Encoding': 'gzip', 'Content-Length': String(bomb.length) })),
        bomb,
      ]),
    );
    expect(statusOf(said)).toBe(415);
  });

  it('bytes that are no UTF-8 are refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from(opening('{"content":"').slice(0, -1)),
      Buffer.from([0xff, 0xfe]),
    ]);
    const said = await spoken(
      Buffer.concat([Buffer.from(head({ 'Content-Length': String(bytes.length) })), bytes]),
    );
    expect(statusOf(said)).toBe(400);
  });

  it('a body that never ends is cut off at its limit', async () => {
    const socket = open();
    let said = '';
    const ended = new Promise<void>((resolve) => {
      socket.on('data', (chunk) => (said += chunk.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve();
      });
    });
    socket.write(head({ 'Transfer-Encoding': 'chunked' }).replace('SECRET', staff.reception.secret!));
    const chunk = `${(16_384).toString(16)}\r\n${' '.repeat(16_384)}\r\n`;
    let sent = 0;
    const pour = (): void => {
      while (!socket.destroyed && sent < 50_000_000) {
        sent += 16_384;
        if (!socket.write(chunk)) {
          socket.once('drain', pour);
          return;
        }
      }
    };
    pour();
    await ended;
    expect(statusOf(said)).toBe(413);
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['headers that come a byte at a time', 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nA: '],
    ['a body that does not come', head({ 'Content-Length': '10' })],
    ['a body of which half comes', `${head({ 'Content-Length': '10' })}{"a":`],
  ])('%s are not waited for', async (_, bytes) => {
    const began = performance.now();
    expect(statusOf(await spoken(bytes))).toBe(408);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it.each([
    [
      'headers beyond their limit',
      `GET /api/v1/me HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['an address beyond it', `GET /api/v1/cases?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['what is not HTTP', 'HELO leeway\r\n\r\n', 400],
    ['two lengths', head({ 'Content-Length': '2\r\nContent-Length: 3' }) + '{}x', 400],
    [
      'a length and chunks',
      head({ 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }) + '0\r\n\r\n',
      400,
    ],
    ['a length that is none', head({ 'Content-Length': '-1' }), 400],
    ['a header with a line break', 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nA: b\nc: d\u0000\r\n\r\n', 400],
  ])('%s are refused before any route sees them', async (_, bytes, status) => {
    const said = await spoken(bytes);
    expect(statusOf(said)).toBe(status);
    expect(said).toContain('application/problem+json');
  });

  it.each([
    ['the server itself as the target', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a whole address as the target', 'GET http://x/api/v1/me?a=b HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a tunnel', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['an upgrade', 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
    ['no host', 'GET /health/live HTTP/1.1\r\n\r\n'],
    ['HTTP of old', 'GET /health/live HTTP/1.0\r\n\r\n'],
    ['HTTP to come', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an unknown method', 'LEEWAY /health/live HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a method of others', 'PROPFIND /api/v1/cases HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'bytes beyond ASCII in the address',
      Buffer.from('GET /api/v1/cases/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'),
    ],
    ['dots that climb', 'GET /docs/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['encoded dots that climb', 'GET /docs/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n\r\n'],
  ])('%s gets a plain answer or none, at once', async (_, bytes) => {
    const began = performance.now();
    const said = await spoken(bytes);
    expect(performance.now() - began).toBeLessThan(4_000);
    if (said !== '') expect(statusOf(said)).toBeLessThan(500);
    expect(said).not.toContain('root:');
  });

  it('requests in one breath are answered one by one, in their order', async () => {
    const said = await spoken(
      'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      false,
    );
    expect([...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['200', '404']);
  });

  it('a caller that leaves in the middle hurts nobody', async () => {
    for (const bytes of [
      head({ 'Content-Length': '100' }),
      'GET /api',
      `${head({ 'Content-Length': '5' })}{`,
    ]) {
      const socket = open();
      await new Promise<void>((resolve) =>
        socket.write(bytes, () => {
          resolve();
        }),
      );
      socket.resetAndDestroy();
    }
    expect((await staff.reception.get('/api/v1/me')).status).toBe(200);
  });

  it('many that hold their line open keep nobody else from an answer', async () => {
    for (let n = 0; n < 200; n++) open().write('GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX: ');
    for (let n = 0; n < 5; n++) {
      const began = performance.now();
      expect((await staff.reception.get('/api/v1/me')).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });

  function open(): Socket {
    const socket = connect(api.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    return socket;
  }
  /** Writes bytes as they are and gives back all that the server says until it hangs up. */
  function spoken(bytes: string | Buffer, isOne = true): Promise<string> {
    return new Promise((resolve) => {
      const socket = open();
      let said = '';
      const text =
        typeof bytes === 'string' ? bytes.replace('SECRET', staff.reception.secret!) : withSecret(bytes);
      socket.on('data', (chunk) => {
        said += chunk.toString('utf8');
        // Whoever keeps the line open after an answer is not waited for.
        if (isOne && /^HTTP\/1\.1 \d{3}[\s\S]*\r\n\r\n[\s\S]*\}$/.test(said)) socket.end();
      });
      socket.on('close', () => {
        resolve(said);
      });
      socket.write(text);
    });
  }
  const withSecret = (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace('SECRET', staff.reception.secret!), 'latin1');
  const statusOf = (said: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]);
});

function head(headers: Record<string, string>): string {
  const all = { Host: 'leeway.test', Authorization: 'Bearer SECRET', ...JSON_TYPE, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `POST ${CASES} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
