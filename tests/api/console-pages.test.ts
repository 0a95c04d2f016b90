/** The console as the server gives it out: a page with a policy and a nonce of its own, files that may be kept, and nothing of the API's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, SERVER_OPTIONS } from '../../src/api/app.ts';
import { exampleApp } from './example-app.ts';

const SCRIPT = `export const words = '${'x'.repeat(2_000)}';`;

describe('the console', () => {
  let server: Server;
  let folder: string;
  const get = (path: string, accept = 'text/html') =>
    request(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      .get(path)
      .set('Accept', accept);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leeway-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="%nonce%">');
    writeFileSync(join(folder, 'assets', 'index-abc.js'), SCRIPT);
    const { services, routes } = exampleApp();
    server = createServer(SERVER_OPTIONS, createApp(routes, services, { consoleFolder: folder }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/queue', '/cases/01a2/history?x=1'])('begins at %s', async (path) => {
    const { status, headers, text } = await get(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(text).toMatch(/^<meta name="csp-nonce" content="[\w+/]{22}==">$/);
  });

  it('lets in scripts and connections of this server alone, and styles by a nonce that is never the same', async () => {
    const [one, other] = [await get('/'), await get('/')];
    const policy = (one.headers['content-security-policy'] as string).split('; ');
    const nonce = /content="([^"]+)"/.exec(one.text)![1]!;
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join(' ')).not.toMatch(/unsafe|https?:|\*/);
    expect(other.text).not.toBe(one.text);
  });

  it('has files that may be kept, zipped for who takes them so', async () => {
    const zipped = await get('/assets/index-abc.js', '*/*').set('Accept-Encoding', 'gzip');
    const plain = await get('/assets/index-abc.js', '*/*').set('Accept-Encoding', 'identity');
    expect(zipped.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(Number(plain.headers['content-length'])).toBe(SCRIPT.length);
  });

  it.each([
    ['/assets/other.js', '*/*'],
    ['/assets/..%2f..%2fpackage.json', 'text/html'],
    ['/api/v1/nothing', 'text/html'],
    ['/api', 'text/html'],
    ['/portal/nothing', 'text/html'],
    ['/queue', 'application/json'],
  ])('answers %s for %s with a problem', async (path, accept) => {
    const { status, headers } = await get(path, accept);
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});
