/** How the API answers whatever the route: credentials, addresses, methods, tags, health, figures, the log. */
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/api/app.ts';
import { route } from '../../src/api/route.ts';
import { ProblemBody } from '../../src/contract/problem-schema.ts';
import { exampleApp, HIDDEN_CASE, KNOWN_CASE, READY } from './example-app.ts';

const AS_HANDLER = { Authorization: 'Bearer key-of-handler' };
const EVENTS = `/api/v1/cases/${KNOWN_CASE}/events`;

const expectProblem = (reply: request.Response, status: number, code: string): void => {
  expect(reply.status).toBe(status);
  expect(reply.type).toBe('application/problem+json');
  expect(ProblemBody.safeParse(reply.body).error).toBeUndefined();
  expect(reply.body).toMatchObject({ status, code, type: `https://leeway.test/problems/${code}` });
  expect(reply.body.instance).toBe(`urn:uuid:${reply.headers['x-request-id']}`);
};

describe('credentials', () => {
  const { app } = exampleApp();

  it('asks for a credential and says how to present one', async () => {
    const reply = await request(app).get(`/api/v1/cases/${KNOWN_CASE}`);
    expectProblem(reply, 401, 'unauthenticated');
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="leeway"');
  });

  it.each(['Bearer nobody', 'Bearer', 'Basic a2V5', 'Bearer a b', 'Bearer é'])(
    'refuses the credential %j without saying what is wrong with it',
    async (authorization) => {
      const reply = await request(app)
        .get(`/api/v1/cases/${KNOWN_CASE}`)
        .set({ Authorization: Buffer.from(authorization, 'utf8').toString('latin1') });
      expectProblem(reply, 401, 'unauthenticated');
      expect(reply.headers['www-authenticate']).toContain('error="invalid_token"');
    },
  );

  it('takes no credential from the address', async () => {
    expectProblem(
      await request(app).get('/api/v1/permissions?access_token=key-of-handler'),
      401,
      'unauthenticated',
    );
    const both = await request(app).get('/api/v1/permissions?access_token=key-of-handler').set(AS_HANDLER);
    expectProblem(both, 400, 'bad-parameter');
  });

  it('asks for the credential before it looks at the body', async () => {
    expectProblem(
      await request(app).post(EVENTS).set('Content-Type', 'text/plain').send('{'),
      401,
      'unauthenticated',
    );
  });

  it('refuses by role what role alone decides', async () => {
    const { app: asNobody } = exampleApp({
      authenticate: () => ({ personId: 'p', roles: ['system'], unit: null, keyId: 'k' }),
    });
    expectProblem(await request(asNobody).get('/api/v1/permissions').set(AS_HANDLER), 403, 'not-permitted');
    expect((await request(app).get('/api/v1/permissions').set(AS_HANDLER)).status).toBe(200);
  });
});

describe('addresses and methods', () => {
  const { app } = exampleApp();

  it('knows no address that no route declares', async () => {
    for (const path of ['/', '/api/v1/nothing', '/Health/live', '/health/live/', '/api/v1/cases/a/b/c']) {
      expectProblem(await request(app).get(path), 404, 'not-found');
    }
  });

  it('answers alike for a hidden case and an absent one', async () => {
    const hidden = await request(app).get(`/api/v1/cases/${HIDDEN_CASE}`).set(AS_HANDLER);
    const absent = await request(app)
      .get('/api/v1/cases/01980f5e-7c00-7000-8000-00000000ffff')
      .set(AS_HANDLER);
    const { instance: _one, ...first } = hidden.body;
    const { instance: _other, ...second } = absent.body;
    expect(first).toEqual(second);
    expectProblem(hidden, 404, 'not-found');
  });

  it('lists the methods of an address that does not have this one', async () => {
    const reply = await request(app).put(`/api/v1/cases/${KNOWN_CASE}`);
    expectProblem(reply, 405, 'method-not-allowed');
    expect(reply.headers.allow).toBe('GET, HEAD, OPTIONS');
    const options = await request(app).options(EVENTS);
    expect([options.status, options.headers.allow]).toEqual([204, 'POST, OPTIONS']);
  });

  it('answers HEAD as GET, without the body', async () => {
    const reply = await request(app).head(`/api/v1/cases/${KNOWN_CASE}`).set(AS_HANDLER);
    expect([reply.status, reply.headers.etag, reply.text]).toEqual([200, '"7"', undefined]);
  });

  it.each([
    '/api/v1/cases/not-a-uuid',
    '/api/v1/cases/%00',
    '/api/v1/cases/%ff',
    '/api/v1/cases/%zz',
    `/api/v1/cases/${KNOWN_CASE}?nothing=1`,
    `/api/v1/cases/${KNOWN_CASE}?at=yesterday`,
    `/api/v1/cases/${KNOWN_CASE}?at=2025-06-09T00:00:00Z&at=2025-06-09T00:00:00Z`,
    `/api/v1/cases/${KNOWN_CASE}?at=%00`,
    `/api/v1/cases/${KNOWN_CASE}?at=%C3%28`,
    `/api/v1/cases/${KNOWN_CASE}?__proto__=1`,
    '/api/v1/permissions?a',
  ])('refuses the address %j', async (path) => {
    expectProblem(await request(app).get(path).set(AS_HANDLER), 400, 'bad-parameter');
  });

  it('points at a wrong parameter', async () => {
    const reply = await request(app).get(`/api/v1/cases/${KNOWN_CASE}?at=yesterday`).set(AS_HANDLER);
    expect(reply.body.errors).toEqual([
      { pointer: '/query/at', message: 'Must be an RFC 3339 instant, as 2025-06-09T08:00:00Z' },
    ]);
  });
});

describe('tags', () => {
  const { app } = exampleApp();
  const post = (ifMatch?: string) => {
    const call = request(app).post(EVENTS).set(AS_HANDLER);
    return (ifMatch === undefined ? call : call.set('If-Match', ifMatch)).send({ text: 'File received.' });
  };

  it('takes the version that was read and gives the next one', async () => {
    const reply = await post('"7"');
    expect([reply.status, reply.headers.etag, reply.body.text]).toEqual([200, '"8"', 'File received.']);
  });

  it.each([undefined, '', '*'])('asks for a version when If-Match is %j', async (ifMatch) => {
    expectProblem(await post(ifMatch), 428, 'if-match-missing');
  });

  it.each(['"6"', '7', 'W/"7"', '"7", "8"', '"07"', 'x'])(
    'finds the case changed for If-Match %j',
    async (ifMatch) => {
      expectProblem(await post(ifMatch), 412, 'case-changed');
    },
  );

  it('answers 304 when the reader has the version already', async () => {
    for (const tag of ['"7"', 'W/"7"', '"6", "7"', '*']) {
      const reply = await request(app)
        .get(`/api/v1/cases/${KNOWN_CASE}`)
        .set(AS_HANDLER)
        .set('If-None-Match', tag);
      expect([reply.status, reply.text, reply.headers.etag]).toEqual([304, '', '"7"']);
    }
    const stale = await request(app)
      .get(`/api/v1/cases/${KNOWN_CASE}`)
      .set(AS_HANDLER)
      .set('If-None-Match', '"6"');
    expect(stale.status).toBe(200);
  });
});

describe('order of refusals', () => {
  const { app } = exampleApp();
  const wrong = (caseId: string, ifMatch?: string, body = '{"nothing":1}') => {
    const call = request(app).post(`/api/v1/cases/${caseId}/events`).set(AS_HANDLER).type('json');
    return (ifMatch === undefined ? call : call.set('If-Match', ifMatch)).send(body);
  };

  it('puts 404, 428 and 412 before the 422 of the body', async () => {
    expectProblem(await wrong(HIDDEN_CASE), 404, 'not-found');
    expectProblem(await wrong(KNOWN_CASE), 428, 'if-match-missing');
    expectProblem(await wrong(KNOWN_CASE, '"6"'), 412, 'case-changed');
    expectProblem(await wrong(KNOWN_CASE, '"6"', '{"a":1,"a":2}'), 412, 'case-changed');
    expectProblem(await wrong(KNOWN_CASE, '"7"'), 422, 'validation-failed');
  });
});

describe('languages', () => {
  const { app } = exampleApp();
  const title = async (languages: string) => {
    const reply = await request(app).get('/nothing').set('Accept-Language', languages);
    return [reply.body.title, reply.headers['content-language']];
  };

  it('speaks the language the reader prefers, English when neither is asked for', async () => {
    const zh = ['没有这一项', 'zh-CN'];
    const en = ['There is nothing here for you', 'en'];
    expect(await title('zh-CN,zh;q=0.9,en;q=0.8')).toEqual(zh);
    expect(await title('en;q=0.5, zh-Hans-CN')).toEqual(zh);
    expect(await title('fr, zh;q=0.2')).toEqual(zh);
    expect(await title('fr')).toEqual(en);
    expect(await title('zh;q=0')).toEqual(en);
    expect(await title('en-GB, zh;q=0.9')).toEqual(en);
    expect(await title('*')).toEqual(en);
    expect(await title(';;;q=,zh;q=banana')).toEqual(zh);
  });

  it('speaks it in the messages of single fields too', async () => {
    const reply = await request(app)
      .post(EVENTS)
      .set({ ...AS_HANDLER, 'If-Match': '"7"', 'Accept-Language': 'zh-CN' })
      .send({ text: '', more: 1 });
    expect(reply.body.errors).toEqual([
      { pointer: '/text', message: '不得为空' },
      { pointer: '/more', message: '没有此项' },
    ]);
  });
});

describe('health and figures', () => {
  it('is alive and ready, and names the database with what it survives', async () => {
    const { app } = exampleApp();
    expect((await request(app).get('/health/live')).body).toEqual({ status: 'live' });
    const ready = await request(app).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([
      200,
      { status: 'ready', version: '0.0.0', sandbox: false, database: READY.database },
    ]);
  });

  it('is not ready while it shuts down, and still names the database', async () => {
    const { app } = exampleApp({ readiness: () => ({ ...READY, ready: false, reasons: ['shutting_down'] }) });
    const reply = await request(app).get('/health/ready');
    expectProblem(reply, 503, 'not-ready');
    expect(reply.body).toMatchObject({ reasons: ['shutting_down'], database: READY.database });
    expect(reply.headers['retry-after']).toBe('2');
    expect((await request(app).get('/health/live')).status).toBe(200);
  });

  it('counts requests by operation and status, and never by case', async () => {
    const { app, services } = exampleApp();
    await request(app).get(`/api/v1/cases/${KNOWN_CASE}`).set(AS_HANDLER);
    await request(app).get('/nothing');
    services.metrics.countStep('complaint', 'accepted');
    const { text, headers } = await request(app).get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('leeway_http_request_duration_seconds_count{operation="readNote",status="200"} 1');
    expect(text).toContain('leeway_http_request_duration_seconds_count{operation="none",status="404"} 1');
    expect(text).toContain('leeway_steps_total{procedure="complaint",outcome="accepted"} 1');
    expect(text).not.toContain(KNOWN_CASE);
  });
});

describe('faults of ours', () => {
  const fail = (kind: string, ...setup: Parameters<typeof exampleApp>) => {
    const { app, logged } = exampleApp(...setup);
    return request(app)
      .delete(`/api/v1/faults/${kind}`)
      .set(AS_HANDLER)
      .then((reply) => ({ reply, logged }));
  };

  it('tells nothing of a bug outside and its cause, once, in the log', async () => {
    const { reply, logged } = await fail('bug');
    expectProblem(reply, 500, 'internal-error');
    expect(JSON.stringify(reply.body)).not.toContain('assumption');
    const errors = logged.filter((line) => line.includes('an assumption was wrong'));
    expect(errors).toHaveLength(1);
    expect(JSON.parse(errors[0]!)).toMatchObject({
      requestId: reply.headers['x-request-id'],
      operationId: 'failForTests',
    });
  });

  it('says when to come back when the database is away, and logs no value from its message', async () => {
    const { reply, logged } = await fail('database');
    expectProblem(reply, 503, 'database-away');
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(logged.join('')).toContain('57P01');
    expect(logged.join('')).not.toContain('p-secret');
  });

  it('does not let a route answer with a problem it did not list, where replies are checked', async () => {
    const { reply, logged } = await fail('unlisted');
    expectProblem(reply, 500, 'internal-error');
    expect(logged.join('')).toContain('does not list the problem case-changed');
    expect((await fail('unlisted', {}, { checkReplies: false })).reply.status).toBe(412);
  });

  it('does not let a route answer outside its schema, where replies are checked', async () => {
    const { reply, logged } = await fail('shape');
    expectProblem(reply, 500, 'internal-error');
    expect(logged.join('')).toContain('/ok: Must be true or false');
    expect(logged.join('')).not.toContain('p-secret');
    expect((await fail('shape', {}, { checkReplies: false })).reply.status).toBe(200);
  });
});

describe('the log', () => {
  it('writes one line a request, of named fields only', async () => {
    const { app, logged } = exampleApp();
    await request(app)
      .post(EVENTS)
      .set({ ...AS_HANDLER, 'If-Match': '"7"', 'User-Agent': 'canary-agent' })
      .send({ text: 'canary-text' });
    await request(app).get(`/api/v1/cases/${KNOWN_CASE}?q=canary-query%0d%0a%1b[31m`).set(AS_HANDLER);
    expect(logged).toHaveLength(2);
    expect(logged.join('')).not.toMatch(/canary|key-of-handler/);
    const { level: _level, time: _time, pid: _pid, hostname: _hostname, ...fields } = JSON.parse(logged[0]!);
    expect(Object.keys(fields).sort()).toEqual(['caseId', 'ms', 'msg', 'operationId', 'requestId', 'status']);
    expect(fields).toMatchObject({ operationId: 'addNote', status: 200, caseId: KNOWN_CASE });
  });

  it('names a case only by what can be an id', async () => {
    const { services, logged } = exampleApp();
    const anyCase = route({
      operationId: 'readAnything',
      summary: { zh: '读取', en: 'Read' },
      method: 'get',
      path: '/cases/{caseId}',
      permission: 'public',
      params: z.strictObject({ caseId: z.string() }),
      success: { status: 204, description: 'Nothing' },
      problems: [],
      handle: () => ({ body: undefined }),
    });
    const app = createApp([anyCase], services);
    expect((await request(app).get('/cases/canary')).status).toBe(204);
    expect((await request(app).get(`/cases/${KNOWN_CASE}`)).text).toBe('');
    expect(logged.map((line) => JSON.parse(line).caseId)).toEqual([undefined, KNOWN_CASE]);
  });

  it('keeps quiet about requests at a higher level', async () => {
    const { app, logged } = exampleApp({}, { level: 'warn' });
    await request(app).get('/health/live');
    expect(logged).toEqual([]);
  });
});
