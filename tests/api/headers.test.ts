/**
 * The headers that keep an answer from being kept, framed, guessed or read by another site: on every answer there is, also on
 * refusals, on addresses and methods that do not exist, and on what never becomes a request.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { configureServer, createApp, SERVER_OPTIONS } from '../../src/api/app.ts';
import { opensFor } from '../database.ts';
import { apisOver, type Api } from '../harness.ts';
import { handedOver, staffOf, type Staff } from '../staff.ts';
import { exampleApp } from './example-app.ts';
import { ROLE_ADDRESSES } from './matrix-requests.ts';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(/default-src 'none'/),
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
};
/** What tells a stranger which program and version answers. */
const NEVER = ['server', 'x-powered-by', 'x-aspnet-version', 'via'];

/** What a policy says of each kind of content. */
const policyOf = (text: string): Map<string, string[]> =>
  new Map(
    text
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...sources]) => [name!, sources]),
  );

function expectStrict(where: unknown, headers: Record<string, string | undefined>): void {
  expect([where, headers]).toEqual([where, expect.objectContaining(ALWAYS)]);
  for (const name of NEVER) expect([where, name, headers[name]]).toEqual([where, name, undefined]);
  expectStrictPolicy(where, headers['content-security-policy']!);
}

function expectStrictPolicy(where: unknown, text: string): void {
  const policy = policyOf(text);
  expect([where, policy.get('default-src')]).toEqual([where, ["'none'"]]);
  // Script comes from files of ours or from nowhere; a page that may be framed, only by ourselves.
  expect([where, policy.get('script-src') ?? ["'self'"]]).toEqual([where, ["'self'"]]);
  expect([where, policy.get('frame-ancestors')?.join(' ')]).toEqual([
    where,
    expect.stringMatching(/^'(none|self)'$/),
  ]);
  expect([where, text]).toEqual([where, expect.not.stringMatching(/unsafe-eval|\*|https?:/)]);
}

describe('the headers', () => {
  const start = apisOver(opensFor('embedded'));
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const addressOf = (path: string) =>
    Object.entries(ROLE_ADDRESSES)
      .reduce((address, [name, value]) => address.replace(name, value), path)
      .replaceAll(/\{\w+\}/g, '01980f5e-7c00-7000-8000-000000000009');

  it('stand on every answer of every route, whoever asks and however', async () => {
    for (const { method, path } of api.routes) {
      const address = addressOf(path);
      for (const [who, caller] of [
        ['nobody', api.with()],
        ['somebody unknown', api.with('lw_unknown')],
        ['staff', staff.supervisor],
        ['an auditor', staff.auditor],
      ] as const) {
        const reply = await caller.send(method, address);
        expectStrict([who, method, path], reply.headers);
        expect([path, reply.headers['content-type'] ?? 'none']).not.toEqual([path, '']);
      }
      const wrong = await staff.supervisor.send(method, `${address}?colour=red`, '{', {
        'Content-Type': 'text/plain',
      });
      expectStrict(['badly', method, path], wrong.headers);
      expectStrict(['OPTIONS', path], (await api.with().send('options', address)).headers);
    }
  }, 120_000);

  it('stand on what is not there: addresses, methods, encodings, a host nobody named', async () => {
    for (const address of [
      '/',
      '/nothing',
      '/api/v1/nothing',
      '/portal/nothing',
      '/docs/../nothing',
      '/%ff',
      '/api/v1/cases/%',
    ])
      for (const method of ['get', 'put', 'delete'])
        expectStrict([method, address], (await api.with().send(method, address)).headers);
    expectStrict('405', (await staff.auditor.send('delete', '/api/v1/journal')).headers);
    expectStrict('304', (await api.with().get('/health/live', { 'If-None-Match': '*' })).headers);
  });

  it('stand on papers, which are pages', async () => {
    const { complaint } = await handedOver(staff);
    const papers = `/api/v1/cases/${complaint.id}/papers`;
    const { body } = await staff.supervisor.get(papers);
    for (const form of ['html', 'pdf']) {
      const reply = await staff.supervisor.get(`${papers}/${body.items[0].id}/${form}`);
      expect([form, reply.status]).toEqual([form, 200]);
      expectStrict(form, reply.headers);
    }
  });

  it.each([
    ['what is not HTTP', 'HELO leeway\r\n\r\n', 400],
    ['headers beyond their limit', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a request without a host', 'GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an unknown method', 'LEEWAY / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ])('stand on the answer to %s', async (_, bytes, status) => {
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(api.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => (text += chunk.toString('utf8')));
      socket.on('error', reject);
      socket.on('close', () => {
        resolve(text);
      });
    });
    const [top, body] = said.split('\r\n\r\n') as [string, string];
    const [line, ...lines] = top.split('\r\n') as [string, ...string[]];
    expect(Number(line.split(' ')[1])).toBe(status);
    expectStrict(
      _,
      Object.fromEntries(
        lines.map((each) => [each.split(': ')[0]!.toLowerCase(), each.slice(each.indexOf(': ') + 2)]),
      ),
    );
    expect(JSON.parse(body)).toMatchObject({ status });
  });
});

describe('a page with scripts', () => {
  it('has them in files of this server, and runs nothing that stands in it', async () => {
    const { app } = exampleApp();
    const page = await request(app).get('/docs');
    const policy = policyOf(page.headers['content-security-policy']!);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    for (const [, attributes, content] of page.text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g))
      expect([attributes, content]).toEqual([expect.stringMatching(/^ src="docs\/[\w.-]+"$/), '']);
    expect(page.text).not.toMatch(/\son\w+=|javascript:|<style/i);
  });
});

describe('a policy of our own', () => {
  const sources = readdirSync('src/api', { recursive: true, encoding: 'utf8' })
    // These put theirs together from a list: what comes of it is read in the tests above and in console-pages.test.ts.
    .filter((name) => name.endsWith('.ts') && !['routes/documents.ts', 'console.ts'].includes(name))
    .flatMap((name) =>
      [...readFileSync(join('src/api', name), 'utf8').matchAll(/"([^"\n]*default-src '[^"\n]*)"/g)].map(
        ([, policy]) => [name, policy!] as const,
      ),
    );

  it.each(sources)(
    'in %s allows no script, no frame of others and nothing from elsewhere',
    (name, policy) => {
      expectStrictPolicy(name, policy);
    },
  );

  it('is found wherever one is written', () => {
    expect(sources.length).toBeGreaterThan(2);
  });
});

describe('a server without TLS', () => {
  it('does not tell browsers to come by TLS alone', async () => {
    const { services, routes } = exampleApp({ publicUrl: 'http://leeway.test' });
    const server = createServer(SERVER_OPTIONS, createApp(routes, services));
    configureServer(server, services);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { headers } = await request(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).get(
      '/nothing',
    );
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    server.closeAllConnections();
    server.close();
  });
});
