/** Manners of every address of the API: its methods, who has to say who they are, what it takes in the query. */
import { beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '../database.ts';
import { apisOver, PUBLIC_URL, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

describe('every address', () => {
  const start = apisOver(opensFor('embedded'));
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  const addressOf = (path: string) =>
    path
      .replace('{caseId}', '01980f5e-7c00-7000-8000-000000000009')
      .replace('{personId}', 'p-somebody')
      .replace('{file}', 'swagger-ui.css')
      .replace('/problems/{name}', '/problems/not-found')
      .replace('{name}', 'complaint')
      .replace('{year}', '2026')
      .replace('{draftKey}', 'intake');
  const paths = () => [...new Set(api.routes.map(({ path }) => path))];

  it('says which methods it has, and refuses the others with 405 and that list', async () => {
    for (const path of paths()) {
      const here = api.routes.filter((route) => route.path === path).map(({ method }) => method);
      const allow = [
        ...here.map((method) => method.toUpperCase()),
        ...(here.includes('get') ? ['HEAD'] : []),
        'OPTIONS',
      ].join(', ');
      const options = await api.with().send('options', addressOf(path));
      expect([path, options.status, options.headers.allow]).toEqual([path, 204, allow]);
      for (const method of METHODS.filter((each) => !here.includes(each))) {
        const reply = await staff.superior.send(method, addressOf(path));
        expect([path, method, reply.status, reply.headers.allow, reply.body.code]).toEqual([
          path,
          method,
          405,
          allow,
          'method-not-allowed',
        ]);
      }
    }
  });

  it('answers HEAD as it answers GET, without the body', async () => {
    for (const { path, method } of api.routes.filter((route) => route.method === 'get')) {
      const got = await staff.superior.send(method, addressOf(path));
      const head = await staff.superior.send('head', addressOf(path));
      expect([
        path,
        head.status,
        (head.text as string | undefined) ?? '',
        head.headers['content-type'],
      ]).toEqual([path, got.status, '', got.headers['content-type']]);
    }
  });

  it('asks who is calling unless it is public, and says how to say it', async () => {
    for (const { path, method, permission } of api.routes) {
      const reply = await api.with().send(method, addressOf(path));
      expect([path, method, reply.status === 401]).toEqual([path, method, permission !== 'public']);
      if (permission !== 'public')
        expect(reply.headers['www-authenticate']).toMatch(
          path === '/api/v1/calendar.ics' ? /^Basic realm="leeway calendar"/ : /^Bearer realm="leeway"/,
        );
    }
  });

  it('takes no query parameter it does not know, and none twice', async () => {
    for (const { path, method } of api.routes)
      for (const query of [
        'colour=red',
        'colour=1&colour=2',
        '__proto__=x',
        'constructor=x',
        '%ff',
        'a=%00',
      ]) {
        const reply = await staff.superior.send(method, `${addressOf(path)}?${query}`);
        expect([path, query, reply.status]).toEqual([path, query, 400]);
      }
  });

  it('forbids to keep, frame or guess what it answers', async () => {
    for (const { path, method } of api.routes.filter((route) => !route.path.startsWith('/docs'))) {
      const { headers } = await staff.superior.send(method, addressOf(path));
      expect([path, headers['cache-control'], headers['x-content-type-options']]).toEqual([
        path,
        'no-store',
        'nosniff',
      ]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it.each([
    '/',
    '/api',
    '/api/v1',
    '/api/v1/cases/',
    '/API/v1/cases',
    '/api/v2/cases',
    '/api/v1/users',
    '//',
  ])('that is not in the list, like %s, does not exist', async (address) => {
    for (const method of METHODS) {
      const reply = await staff.superior.send(method, address);
      expect([address, reply.status, reply.body.type]).toEqual([
        address,
        404,
        `${PUBLIC_URL}/problems/not-found`,
      ]);
    }
  });

  it('that cannot be decoded is refused with 400', async () => {
    for (const address of ['/api/v1/cases/%E0%A4%A', '/api/v1/cases/%', '/api/v1/procedures/%ff']) {
      const reply = await staff.superior.get(address);
      expect([address, reply.status, reply.body.code]).toEqual([address, 400, 'bad-parameter']);
    }
  });
});
