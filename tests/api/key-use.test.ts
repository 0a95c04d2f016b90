/** What administrators learn of a key: what it is called, and in which hour it was last used, which no reading pays for. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import type { KeyView } from '../../src/contract/grants.ts';
import { createKeyUse } from '../../src/operations/key-use.ts';
import type { Caller } from '../caller.ts';
import { knows } from '../directory.ts';
import { describeApi, type Api } from '../harness.ts';

const ROOT = '/api/v1';
const AN_HOUR = 3_600_000;
/** Longer than a secret is believed without another look. */
const UNTIL_LOOKED_UP = 1_000;

describeApi('the use of a key', (start) => {
  let api: Api;
  let admin: Caller;
  beforeAll(async () => {
    api = await start();
    admin = await api.as('p-admin', ['administrator']);
    await knows(admin, 'p-holder');
  });

  const makeKey = async (more: object = {}) => {
    const { body } = await admin.post(`${ROOT}/keys`, { person: 'p-holder', roles: ['handler'], ...more });
    const { id, secret } = body as { id: string; secret: string };
    return { id, use: () => api.with(secret).get(`${ROOT}/me`) };
  };
  const listed = async (id: string): Promise<KeyView | undefined> => {
    const { body } = await admin.get(`${ROOT}/keys?limit=200`);
    return (body.items as KeyView[]).find((key) => key.id === id);
  };
  const lastUse = async (id: string) => (await listed(id))?.lastUsedAt;
  const setLastUse = (id: string, at: Date) =>
    api.knex('api_keys').where({ id }).update({ last_used_at: at });
  /** The columns are there or not: what a process does that can read and not write. */
  const renameColumn = (from: string, to: string) =>
    api.knex.raw('alter table api_keys rename column ?? to ??', [from, to]);

  it('is told with its name; one that nobody named has none', async () => {
    const named = await makeKey({ name: 'Website of the office' });
    const unnamed = await makeKey();
    expect(await listed(named.id)).toMatchObject({ name: 'Website of the office', lastUsedAt: null });
    expect(await listed(unnamed.id)).toMatchObject({ name: null, lastUsedAt: null });
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(201)]) {
      const wrong = await admin.post(`${ROOT}/keys`, { person: 'p-holder', roles: ['handler'], name });
      expect([name, wrong.status]).toEqual([name, 422]);
    }
    const made = await api.operations.createKey({ name: '接访窗口', roles: ['handler'] });
    expect(await listed(made.id)).toMatchObject({ name: '接访窗口', person: made.personId });
  });

  it('is dated by the hour, and by nothing more exact', async () => {
    const { id, use } = await makeKey();
    expect((await use()).status).toBe(200);
    await expect.poll(() => lastUse(id)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/);
    const ago = Date.now() - Date.parse((await lastUse(id)) ?? '');
    expect(ago).toBeGreaterThanOrEqual(0);
    expect(ago).toBeLessThan(AN_HOUR + 60_000);
  });

  it('is not dated where its holder reports', async () => {
    const { id, secret } = await api.operations.createKey({ name: 'x', roles: ['reporter'] });
    expect((await api.with(secret).get(`${ROOT}/me`)).status).toBe(200);
    await pause(300);
    expect(await api.knex('api_keys').where({ id }).first('last_used_at')).toEqual({ last_used_at: null });
  });

  it('costs a process one write an hour, however often it is used', async () => {
    const { id, use } = await makeKey();
    const writes: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (sql.includes('set last_used_at')) writes.push(sql);
    };
    api.knex.on('query', note);
    await use();
    await expect.poll(() => lastUse(id)).not.toBeNull();
    for (const _again of [1, 2]) {
      await pause(UNTIL_LOOKED_UP);
      await use();
    }
    api.knex.removeListener('query', note);
    // A new hour may begin while this runs.
    expect(writes.length).toBeGreaterThanOrEqual(1);
    expect(writes.length).toBeLessThanOrEqual(2);
  });

  it('is dated anew in another hour, and never back', async () => {
    const { id } = await makeKey();
    await setLastUse(id, new Date('2026-01-01T00:00:00Z'));
    createKeyUse(api.runtime)(id);
    await expect.poll(() => lastUse(id)).not.toBe('2026-01-01T00:00:00.000Z');
    const later = new Date('2999-01-01T00:00:00Z');
    await setLastUse(id, later);
    createKeyUse(api.runtime)(id);
    await pause(200);
    expect(await lastUse(id)).toBe(later.toISOString());
  });

  it('is answered where it cannot be written down, and written at the next one', async () => {
    const { id, use } = await makeKey();
    await renameColumn('last_used_at', 'away');
    const reply = await use();
    await pause(UNTIL_LOOKED_UP);
    await renameColumn('away', 'last_used_at');
    expect(reply.status).toBe(200);
    expect((await use()).status).toBe(200);
    await expect.poll(() => lastUse(id)).not.toBeNull();
  });
});
