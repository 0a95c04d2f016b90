/** The way out: nothing inside is reached by an address that somebody else named, however it is spelled (T12). */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOutgoing, OutgoingRefused, type OutgoingRules } from '../../src/operations/outgoing.ts';

/** A server that must not be reached: it counts every line that is opened to it. */
let canary: Server;
let port: number;
let reached = 0;
/** What it answers, where a test lets it be reached. */
let answer: Parameters<typeof createServer>[1];

beforeAll(async () => {
  canary = createServer((request, response) => {
    answer!(request, response);
  });
  canary.on('connection', () => {
    reached += 1;
  });
  // Every address of this machine, of both families where there are two.
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve)).catch(() => undefined);
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => {
  canary.closeAllConnections();
  canary.close();
});
beforeEach(() => {
  reached = 0;
  answer = (_request, response) => response.end('inside');
});

async function faultOf(url: string, rules: OutgoingRules = {}): Promise<string> {
  try {
    await createOutgoing({ timeoutMs: 500, ...rules }).send({ url });
    return 'sent';
  } catch (error) {
    if (!(error instanceof OutgoingRefused)) throw error;
    return error.fault;
  }
}

/** `HOST` stands for each of these, with the canary's port. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '127.0.0.2',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '017700000001',
  '0.0.0.0',
  '0',
  '①②⑦.0.0.1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '[::ffff:169.254.169.254]',
  '100.100.100.200',
  '198.18.0.1',
  '192.0.2.1',
  '224.0.0.1',
  '255.255.255.255',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[2::1]',
  '[4000::1]',
];

describe('an address that is not public', () => {
  it.each(INSIDE)('is refused when it is spelled %s', async (host) => {
    expect(await faultOf(`https://${host}:${port}/`)).toBe('not_public');
    expect(await faultOf(`http://${host}:${port}/`)).toBe('not_https');
    expect(reached).toBe(0);
  });

  it.each(['localhost', 'localhost.', 'LOCALHOST', 'inside.example', 'inside.example.'])(
    'is refused behind the name %s',
    async (host) => {
      const inside = { resolve: () => Promise.resolve(['127.0.0.1']) };
      expect(await faultOf(`https://${host}:${port}/`, inside)).toBe('not_public');
      expect(reached).toBe(0);
    },
  );

  it('is refused by the names this machine itself knows it by', async () => {
    expect(await faultOf(`https://localhost:${port}/`)).toBe('not_public');
    expect(await faultOf(`https://localhost.:${port}/`)).toMatch(/^not_(public|resolved)$/);
    expect(reached).toBe(0);
  });

  it('is refused when it is one of several', async () => {
    const mixed = { resolve: () => Promise.resolve(['93.184.216.34', '::ffff:127.0.0.1']) };
    expect(await faultOf(`https://mixed.example:${port}/`, mixed)).toBe('not_public');
    expect(reached).toBe(0);
  });

  it('is not reached by a resolver that changes its answer: it is asked once', async () => {
    const asked: string[] = [];
    const rebinding = {
      resolve: (host: string) => {
        asked.push(host);
        return Promise.resolve(asked.length === 1 ? ['203.0.112.1'] : ['127.0.0.1']);
      },
    };
    expect(await faultOf(`https://rebinding.example:${port}/`, rebinding)).toMatch(
      /^(too_slow|not_reached)$/,
    );
    expect(asked).toEqual(['rebinding.example']);
    expect(reached).toBe(0);
  });
});

describe('an address', () => {
  it.each(['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/plain,x'])(
    'is refused unless it is of the web: %s',
    async (url) => {
      expect(await faultOf(url)).toBe('not_https');
    },
  );

  it.each([
    '',
    'example.org',
    '//example.org',
    'https://',
    'https://user:secret@example.org/',
    'https://[::1/',
  ])('is refused when it is malformed or carries a secret: %j', async (url) => {
    expect(await faultOf(url)).toBe('bad_address');
  });

  it('whose name does not resolve is refused, also when the resolver does not come back', async () => {
    expect(await faultOf('https://none.example/', { resolve: () => Promise.resolve([]) })).toBe(
      'not_resolved',
    );
    expect(await faultOf('https://none.example/', { resolve: () => Promise.reject(new Error('x')) })).toBe(
      'not_resolved',
    );
    const silent = { timeoutMs: 50, resolve: () => new Promise<never>(() => undefined) };
    expect(await faultOf('https://none.example/', silent)).toBe('too_slow');
  });

  it('is not said in the error, which may be logged', async () => {
    const error: unknown = await createOutgoing()
      .send({ url: 'https://127.0.0.1/hook?secret=abc' })
      .catch((thrown: unknown) => thrown);
    expect((error as Error).message).toBe('not_public');
  });
});

describe('a way out that may go there', () => {
  const sandbox = (more: OutgoingRules = {}) =>
    createOutgoing({ isSandbox: true, timeoutMs: 1_000, ...more });
  const here = (path = '/') => `http://127.0.0.1:${port}${path}`;

  it('reaches the own machine in a sandbox, and not the network around it', async () => {
    const { status, body } = await sandbox().send({ url: here() });
    expect([status, body.toString(), reached]).toEqual([200, 'inside', 1]);
    expect(await faultOf('http://192.168.1.1/', { isSandbox: true })).toBe('not_https');
    expect(await faultOf('https://192.168.1.1/', { isSandbox: true })).toBe('not_public');
  });

  it('reaches a private host that the operator named, by TLS alone, and no other', async () => {
    const named = { allowHosts: ['idp.internal'], resolve: () => Promise.resolve(['127.0.0.1']) };
    // The canary speaks no TLS: that it was called at all is what tells.
    expect(await faultOf(`https://IDP.internal:${port}/`, named)).toMatch(/^(not_reached|too_slow)$/);
    expect(reached).toBe(1);
    expect(await faultOf(`http://idp.internal:${port}/`, named)).toBe('not_https');
    expect(await faultOf(`https://idp.internal.example:${port}/`, named)).toBe('not_public');
    expect(reached).toBe(1);
  });

  it('goes to the address that was judged, though its name is known to nobody else', async () => {
    let asked = 0;
    const resolve = () => {
      asked += 1;
      return Promise.resolve(['127.0.0.1']);
    };
    let host: string | undefined;
    answer = (request, response) => {
      host = request.headers.host;
      response.end();
    };
    await sandbox({ resolve }).send({ url: `http://nowhere.invalid:${port}/` });
    expect([asked, host]).toEqual([1, `nowhere.invalid:${port}`]);
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    answer = (request, response) => {
      paths.push(request.url);
      response.writeHead(302, { Location: here('/inside') }).end();
    };
    const reply = await sandbox().send({ url: here('/outside') });
    expect([reply.status, paths]).toEqual([302, ['/outside']]);
    expect((await sandbox().fetch(here('/outside'))).status).toBe(302);
    expect(paths).toEqual(['/outside', '/outside']);
  });

  it('gives up on an answer that is too large, too slow, or never ends', async () => {
    const rules = { isSandbox: true, timeoutMs: 300, maxBytes: 1_000 };
    answer = (_request, response) => response.end('x'.repeat(1_001));
    expect(await faultOf(here(), rules)).toBe('too_large');
    answer = (_request, response) => response.end('x'.repeat(1_000));
    expect(await faultOf(here(), rules)).toBe('sent');
    answer = () => undefined;
    expect(await faultOf(here(), rules)).toBe('too_slow');
    answer = (_request, response) => {
      const dripping = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(dripping);
      });
    };
    expect(await faultOf(here(), rules)).toBe('too_slow');
  });

  it('serves libraries that take a fetch', async () => {
    let seen = '';
    answer = (request, response) => {
      request.on(
        'data',
        (chunk: Buffer) => (seen += `${request.method!} ${request.headers.accept!} ${chunk.toString()}`),
      );
      request.on('end', () => response.setHeader('Set-Cookie', ['a=1', 'b=2']).end('{"ok":true}'));
    };
    const reply = await sandbox().fetch(new URL(here()), {
      method: 'POST',
      headers: new Headers({ Accept: 'application/json' }),
      body: new URLSearchParams({ a: 'b c' }),
    });
    expect(await reply.json()).toEqual({ ok: true });
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(seen).toBe('POST application/json a=b+c');
    answer = (_request, response) => response.writeHead(204).end();
    expect((await sandbox().fetch(here())).status).toBe(204);
  });
});
