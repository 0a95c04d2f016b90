/** How much is taken: requests of one key, wrong credentials of everybody, requests at once. What honest work never meets. */
import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { createRateLimits, type RateLimits } from '../../src/api/rate-limits.ts';
import { REQUESTS_PER_SECOND } from '../../src/contract/limits.ts';
import { ProblemBody } from '../../src/contract/problem-schema.ts';
import { Problem } from '../../src/contract/problems.ts';
import { exampleApp } from './example-app.ts';

const PATH = '/api/v1/permissions';
const KNOWN = { Authorization: 'Bearer key-of-handler' };
const UNKNOWN = { Authorization: 'Bearer lw_guessed' };

const limited = (limits: RateLimits) => exampleApp({ limits }).app;

describe('requests of one key', () => {
  it('past the measure of a second are refused, with when to come back, and served again after it', async () => {
    const app = limited(createRateLimits({ perSecond: 3 }));
    const statuses: number[] = [];
    for (let sent = 0; sent < 3; sent++) statuses.push((await request(app).get(PATH).set(KNOWN)).status);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await request(app).get(PATH).set(KNOWN);
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(ProblemBody.safeParse(refused.body).error).toBeUndefined();
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'ratelimit-policy': '"key";q=3;w=1',
      ratelimit: '"key";r=0;t=1',
    });
    expect(refused.body).not.toHaveProperty('rateLimit');
    await pause(1_050);
    expect((await request(app).get(PATH).set(KNOWN)).status).toBe(200);
  });

  it('are counted for each key by itself, before anything of the request is looked at', async () => {
    const limits = createRateLimits({ perSecond: 1 });
    await limits.admit('one');
    await expect(limits.admit('one')).rejects.toBeInstanceOf(Problem);
    await expect(limits.admit('other')).resolves.toBeUndefined();
    const app = limited(createRateLimits({ perSecond: 1 }));
    expect((await request(app).get(`${PATH}?colour=red`).set(KNOWN)).status).toBe(400);
    expect((await request(app).get(`${PATH}?colour=red`).set(KNOWN)).status).toBe(429);
  });

  it('are as many as they like where the operator set no limit', async () => {
    const limits = createRateLimits({ perSecond: 0 });
    for (let sent = 0; sent < 2 * REQUESTS_PER_SECOND; sent++) await limits.admit('one');
  });

  it('cost less than ten microseconds to count', async () => {
    const limits = createRateLimits({ perSecond: 10_000_000 });
    const measured: number[] = [];
    for (let round = 0; round < 5; round++) {
      const began = performance.now();
      for (let sent = 0; sent < 20_000; sent++) await limits.admit(`key-${sent % 50}`);
      measured.push(((performance.now() - began) / 20_000) * 1_000);
    }
    expect(Math.min(...measured)).toBeLessThan(10);
  });
});

describe('wrong credentials', () => {
  it('past the measure of a second get 429, while whoever has a valid one is served', async () => {
    const app = limited(createRateLimits({ wrongPerSecond: 5 }));
    const statuses = [];
    for (let sent = 0; sent < 8; sent++) statuses.push((await request(app).get(PATH).set(UNKNOWN)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const refused = await request(app).get(PATH).set(UNKNOWN);
    expect([refused.headers['retry-after'], refused.headers['ratelimit-policy']]).toEqual([
      '1',
      '"wrong-credentials";q=5;w=1',
    ]);
    expect((await request(app).get(PATH).set(KNOWN)).status).toBe(200);
  });

  it('are told apart from none at all, which is nothing to guess with', async () => {
    const app = limited(createRateLimits({ wrongPerSecond: 1 }));
    for (let sent = 0; sent < 5; sent++) expect((await request(app).get(PATH)).status).toBe(401);
    expect((await request(app).get(PATH).set(UNKNOWN)).status).toBe(401);
    expect((await request(app).get(PATH).set(UNKNOWN)).status).toBe(429);
    // Without one, still only asked for one.
    expect((await request(app).get(PATH)).status).toBe(401);
  });
});

describe('requests at once', () => {
  /** An application that holds every request of a key until it is let go. */
  function held(mostInFlight: number) {
    const waiting: (() => void)[] = [];
    const { services, routes } = exampleApp({
      authenticate: async () => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return { personId: 'p', roles: ['handler'], unit: null, keyId: 'k' };
      },
    });
    return { app: createApp(routes, services, { checkReplies: true, mostInFlight }), waiting };
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await pause(5);
  };

  it('beyond what is taken are sent away with 503, and those within are finished', async () => {
    const { app, waiting } = held(2);
    const within = [0, 1].map(() =>
      request(app)
        .get(PATH)
        .set(KNOWN)
        .then((reply) => reply),
    );
    await until(() => waiting.length === 2);
    const refused = await request(app).get(PATH).set(KNOWN);
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
      503,
      'overloaded',
      '1',
    ]);
    for (const release of waiting.splice(0)) release();
    expect((await Promise.all(within)).map(({ status }) => status)).toEqual([200, 200]);
    const after = request(app)
      .get(PATH)
      .set(KNOWN)
      .then((reply) => reply);
    await until(() => waiting.length === 1);
    waiting[0]!();
    expect((await after).status).toBe(200);
  });

  it('leave room for whoever watches over the server', async () => {
    const { app, waiting } = held(1);
    const within = request(app)
      .get(PATH)
      .set(KNOWN)
      .then((reply) => reply);
    await until(() => waiting.length === 1);
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expect([path, (await request(app).get(path)).status]).toEqual([path, 200]);
    expect((await request(app).get('/openapi.json')).status).toBe(503);
    expect((await request(app).get('/health/livelier')).status).toBe(404);
    waiting[0]!();
    await within;
  });
});
