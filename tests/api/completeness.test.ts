/**
 * Every operation answers with its success, and every problem an operation lists has a request here that provokes it.
 * What nobody can provoke from outside stands in a table of its own, with the reason and where else it is seen.
 */
import { connect } from 'node:net';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { PROBLEMS, type ProblemName } from '../../src/contract/problems.ts';
import { problemsOf } from '../../src/api/route-problems.ts';
import type { Route } from '../../src/api/route.ts';
import type { ApiServices } from '../../src/api/api-services.ts';
import type { Caller } from '../caller.ts';
import { freshDatabase, opensFor, type TestDatabase } from '../database.ts';
import { apisOver, startApi, type Api } from '../harness.ts';
import { proxyTo, type Proxy } from '../proxy.ts';
import { foundUntrue, handedOver, registered, staffOf, type HandedOver, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const TAG = { 'If-Match': '"1"' };

describe('every operation', () => {
  const start = apisOver(opensFor('postgresql'));
  let api: Api;
  let plain: Api;
  let staff: Staff;
  let nobody: Caller;
  let known: HandedOver;
  let paper: string;
  let behind: TestDatabase;
  let line: Proxy;
  let cutOff: Api;
  let waiting: Caller;
  let migration: string;

  beforeAll(async () => {
    const impatient = { headersTimeout: 1_500, requestTimeout: 1_500, connectionsCheckingInterval: 50 };
    api = await start({ sandbox: true, server: impatient });
    plain = await start();
    staff = await staffOf(api);
    nobody = await api.as('p-none', []);
    known = await handedOver(staff);
    const { body } = await staff.reception.get(`/api/v1/cases/${known.complaint.id}/papers`);
    paper = body.items[0].id;
    const proposed = await staff.organHead.post('/api/v1/procedures/clarification/migrations', {
      toVersion: 2,
    });
    migration = proposed.body.id;

    behind = await freshDatabase('postgresql');
    line = await proxyTo(behind.url!);
    const through = await openDatabase({ url: line.url, dataDir: '', connectTimeoutMs: 500 });
    cutOff = await startApi({ ...through, url: line.url });
    waiting = await cutOff.as('p-waiting', ['reception_officer']);
    await line.refuse();
  });
  afterAll(async () => {
    await cutOff.close();
    await line.close();
    await cutOff.knex.destroy();
    await behind.close();
  });

  const addressOf = ({ path }: Pick<Route, 'path'>) =>
    path
      .replace('{caseId}', known.complaint.id)
      .replace('{paperId}', paper)
      .replace('{migrationId}', migration)
      .replace('{personId}', 'p-subject')
      .replace('{name}/migrations', 'clarification/migrations')
      .replace('{file}', 'swagger-ui.css')
      .replace('/problems/{name}', '/problems/not-found')
      .replace('{name}', 'complaint')
      .replace(/\/acts$/, '/acts?person=p-reception');
  const textOf = (route: Pick<Route, 'operationId'>): string | undefined => JSON.stringify(bodyOf(route));
  const bodyOf = ({ operationId }: Pick<Route, 'operationId'>) =>
    ({
      openCase: { procedure: 'complaint', data: {} },
      applyCaseEvent: { type: 'NOTE', data: { text: 'x' } },
      moveSandboxClock: { now: '2990-01-01T00:00:00Z' },
      proposeMigration: { toVersion: 2 },
    })[operationId];
  /** Who may do it: reception, but for what is others' business. */
  const askerOf = ({ permission }: Pick<Route, 'permission'>): Caller => {
    if (permission === 'migration.propose') return staff.organHead;
    return permission.startsWith('migration.') || ['statistics.read', 'freeze.read'].includes(permission)
      ? staff.supervisor
      : staff.reception;
  };

  /** As it would succeed, from `caller` and with these differences. */
  const ask = (
    route: Route<ApiServices>,
    caller: Caller,
    { body = textOf(route), headers = {}, address = addressOf(route) }: Difference = {},
  ): Promise<Response> =>
    caller.send(route.method, address, body, {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    });
  interface Difference {
    readonly body?: string;
    readonly headers?: Record<string, string>;
    readonly address?: string;
  }
  type Provocation = (route: Route<ApiServices>) => Promise<Pick<Response, 'status' | 'body'>>;

  const withQuery = (address: string, query: string) =>
    `${address}${address.includes('?') ? '&' : '?'}${query}`;
  /** The first half of a request, and what the server says when the rest does not come. */
  const halfOf = (route: Route<ApiServices>): ReturnType<Provocation> =>
    new Promise((resolve, reject) => {
      const socket = connect(api.port, '127.0.0.1', () =>
        socket.write(
          `${route.method.toUpperCase()} ${addressOf(route)} HTTP/1.1\r\nHost: leeway.test\r\n` +
            `Authorization: Bearer ${askerOf(route).secret!}\r\nIf-Match: "1"\r\n` +
            'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"type":',
        ),
      );
      let said = '';
      socket.on('data', (chunk) => (said += chunk.toString('utf8')));
      socket.on('error', reject);
      socket.on('close', () => {
        resolve({ status: Number(said.split(' ')[1]), body: JSON.parse(said.split('\r\n\r\n')[1]!) });
      });
    });

  /** Whatever the operation. */
  const GENERAL: Partial<Record<ProblemName, Provocation>> = {
    unauthenticated: (route) => ask(route, api.with()),
    'bad-parameter': (route) =>
      ask(route, askerOf(route), { address: withQuery(addressOf(route), 'colour=red') }),
    'validation-failed': (route) =>
      ask(route, askerOf(route), {
        body: route.body ? '{"colour":"red"}' : '{}',
        headers: { 'If-Match': `"${known.complaint.version}"` },
      }),
    'malformed-json': (route) => ask(route, askerOf(route), { body: '{"procedure":' }),
    'too-large': (route) => ask(route, askerOf(route), { body: `"${'x'.repeat(102_401)}"` }),
    'unsupported-media-type': (route) =>
      ask(route, askerOf(route), { headers: { 'Content-Type': 'text/plain' } }),
    'request-timeout': halfOf,
    'not-permitted': (route) => ask(route, nobody),
    'database-away': (route) => ask(route, waiting, { headers: TAG }),
    'not-found': (route) =>
      ask(route, askerOf(route), {
        address: addressOf(route)
          .replace(known.complaint.id, ABSENT)
          .replace(migration, ABSENT)
          .replace(/procedures\/(?:complaint|clarification)/, 'procedures/nonesuch')
          .replace('/problems/not-found', '/problems/nonesuch')
          .replace('swagger-ui.css', 'nonesuch.css'),
        headers: TAG,
      }),
    'sandbox-only': async (route) => ask(route, await plain.as('p-plain', ['superior_body'])),
  };

  /** For one operation. */
  const SPECIAL: Record<string, Partial<Record<ProblemName, Provocation>>> = {
    openCase: {
      'not-permitted': (route) => ask(route, staff.handler),
      'event-not-allowed': async (route) =>
        ask(route, staff.reception, {
          body: JSON.stringify({
            procedure: 'clarification',
            data: {
              onBehalfOf: 'subject',
              allegation: (await foundUntrue(staff)).allegation.id,
              reason: 'Once more.',
            },
          }),
        }),
      'idempotency-key-reused': async (route) => {
        const headers = { 'Idempotency-Key': 'complete-1' };
        await ask(route, staff.reception, { headers });
        return ask(route, staff.reception, {
          headers,
          body: '{"procedure":"complaint","data":{"channel":"web"}}',
        });
      },
    },
    applyCaseEvent: {
      'if-match-missing': (route) => ask(route, staff.reception),
      'case-changed': (route) => ask(route, staff.reception, { headers: TAG }),
      'not-permitted': async () => staff.handler.tries(await registered(staff), 'ACCEPT'),
      'event-not-allowed': async () => staff.reception.tries(await registered(staff), 'REGISTER'),
      'idempotency-key-reused': async () => {
        const key = { 'Idempotency-Key': 'complete-2' };
        const noted = await staff.reception.does(await registered(staff), 'NOTE', { text: 'x' }, key);
        return staff.reception.tries(noted, 'NOTE', { text: 'y' }, key);
      },
    },
    moveSandboxClock: {
      'clock-not-forward': (route) => ask(route, staff.reception, { body: '{"now":"1990-01-01T00:00:00Z"}' }),
    },
    // A credential is looked up before anything else, so a database that is away shows there already.
  };

  /** What cannot be provoked from outside, and why. */
  const ELSEWHERE: Partial<Record<ProblemName, string>> = {
    'internal-error': 'a bug; on the example application in http-answers.test.ts',
    'not-ready': 'while a server starts or stops; with real processes in tests/faults',
    'request-in-progress': 'a repetition waits for the first one, so it takes five lost races in a row',
  };

  const provocationOf = (route: Route<ApiServices>, problem: ProblemName) =>
    SPECIAL[route.operationId]?.[problem] ?? GENERAL[problem];

  it('has a request for every problem it lists, or a reason why there is none', () => {
    const without = api.routes.flatMap((route) =>
      problemsOf(route)
        .filter((problem) => !provocationOf(route, problem) && ELSEWHERE[problem] === undefined)
        .map((problem) => `${route.operationId}: ${problem}`),
    );
    expect(without).toEqual([]);
  });

  it('answers with each problem it lists', { timeout: 120_000 }, async () => {
    const seen: string[] = [];
    const wanted: string[] = [];
    for (const route of api.routes)
      await Promise.all(
        problemsOf(route).map(async (problem) => {
          const provoke = provocationOf(route, problem);
          if (!provoke || ELSEWHERE[problem] !== undefined) return;
          wanted.push(`${route.operationId}: ${problem} ${PROBLEMS[problem].status}`);
          const { status, body } = await provoke(route);
          seen.push(`${route.operationId}: ${String(body.code)} ${status}`);
        }),
      );
    expect(seen.sort()).toEqual(wanted.sort());
    expect(seen.length).toBeGreaterThan(80);
  });

  it('answers with its success', async () => {
    for (const route of api.routes) {
      const { version } = await staff.reception.reads(known.complaint);
      const reply = await ask(route, askerOf(route), { headers: { 'If-Match': `"${version}"` } });
      expect([route.operationId, reply.status]).toEqual([route.operationId, route.success.status]);
      for (const name of Object.keys(route.success.headers ?? {}))
        if (name !== 'Link')
          expect([route.operationId, name, reply.headers[name.toLowerCase()]]).toEqual([
            route.operationId,
            name,
            expect.any(String),
          ]);
    }
  });

  it('says when to come back wherever the database is away', async () => {
    for (const route of api.routes.filter(({ permission }) => permission !== 'public')) {
      const reply = await ask(route, waiting, { headers: TAG });
      expect([route.operationId, reply.status, reply.headers['retry-after']]).toEqual([
        route.operationId,
        503,
        expect.stringMatching(/^[1-9]\d*$/),
      ]);
    }
  });
});
