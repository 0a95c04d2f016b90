/** Saved views and preferences: whose they are, who reads them, and what they may not hold. */
import { beforeAll, expect, it } from 'vitest';
import type { SavedView } from '../../src/contract/views.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';

const VIEW = { name: '临期案件', list: 'cases', query: { light: 'due_soon', mine: 'true' } };

describeApi('what people keep of the console', (start) => {
  let api: Api;
  let me: Caller;
  let colleague: Caller;
  let elsewhere: Caller;
  let unplaced: Caller;
  beforeAll(async () => {
    api = await start();
    const admin = await api.as('p-administrator', ['administrator']);
    for (const id of ['office-1', 'office-2'])
      await admin.put(`/api/v1/units/${id}`, { name: id, parentId: null });
    me = await api.as('p-me', ['handler'], { unit: 'office-1' });
    colleague = await api.as('p-colleague', ['handler'], { unit: 'office-1' });
    elsewhere = await api.as('p-elsewhere', ['handler'], { unit: 'office-2' });
    unplaced = await api.as('p-unplaced', ['handler']);
  });
  const viewsOf = async (caller: Caller) => (await caller.get('/api/v1/views')).body.items as SavedView[];
  const saves = async (caller: Caller, more = {}) => {
    const { status, body, headers } = await caller.post('/api/v1/views', { ...VIEW, ...more });
    expect([status, headers.location]).toEqual([201, `/api/v1/views/${body.id as string}`]);
    return body as SavedView;
  };

  it('a view is its owner’s alone, until it is shared with the unit', async () => {
    const own = await saves(me);
    const shared = await saves(me, { name: '本室', isShared: true, query: { sort: 'urgency' } });
    expect(await viewsOf(me)).toEqual([shared, own]);
    expect(own).toMatchObject({ ...VIEW, isShared: false, isMine: true });
    expect(await viewsOf(colleague)).toEqual([{ ...shared, isMine: false }]);
    expect([await viewsOf(elsewhere), await viewsOf(unplaced)]).toEqual([[], []]);
  });

  it('is changed and removed by its owner only; to others it is not there, or not theirs', async () => {
    const own = await saves(me);
    const shared = await saves(me, { isShared: true });
    const to = (caller: Caller, { id }: SavedView) =>
      caller.put(`/api/v1/views/${id}`, { ...VIEW, name: 'x' });
    const statuses = await Promise.all([to(colleague, own), to(elsewhere, shared), to(colleague, shared)]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 403]);
    const removals = [colleague, elsewhere].map((caller) =>
      caller.send('delete', `/api/v1/views/${shared.id}`),
    );
    expect((await Promise.all(removals)).map(({ status }) => status)).toEqual([403, 404]);
    const changed = await me.put(`/api/v1/views/${own.id}`, {
      ...VIEW,
      name: '改名',
      query: { open: 'true' },
    });
    expect([changed.status, changed.body.name, changed.body.query]).toEqual([200, '改名', { open: 'true' }]);
    expect((await me.send('delete', `/api/v1/views/${own.id}`)).status).toBe(204);
    expect((await me.send('delete', `/api/v1/views/${own.id}`)).status).toBe(404);
    expect((await me.send('delete', '/api/v1/views/nonesuch')).status).toBe(404);
    expect((await viewsOf(me)).map(({ id }) => id)).not.toContain(own.id);
  });

  it.each([
    [{ query: { q: 'p-subject' } }, '/query/q'],
    [{ query: { number: 'JB-2026-000001' } }, '/query/number'],
    [{ query: { cursor: 'x' } }, '/query/cursor'],
    [{ query: { light: 'amber' } }, '/query/light'],
    [{ query: { assignee: '王 芳' } }, '/query/assignee'],
    [{ query: { mine: true } }, '/query/mine'],
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(61) }, '/name'],
    [{ list: 'people' }, '/list'],
    [{ colour: 'red' }, '/colour'],
  ])('keeps no %j', async (more, pointer) => {
    const { status, body } = await me.post('/api/v1/views', { ...VIEW, ...more });
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('shares nothing where there is no unit, and keeps fifty at most', async () => {
    const refused = await unplaced.post('/api/v1/views', { ...VIEW, isShared: true });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/isShared']);
    await api.knex.raw(
      `insert into saved_views (tenant_id, id, owner, list, name_sealed, query)
       select tenant_id, gen_random_uuid(), 'p-full', list, name_sealed, query from saved_views, generate_series(1, 50) limit 50`,
    );
    const full = await api.as('p-full', ['handler']);
    expect((await full.post('/api/v1/views', VIEW)).status).toBe(422);
  });

  it('a name of a view is nowhere in the database', async () => {
    await saves(me, { name: '反映张某某的' });
    const { rows } = await api.knex.raw<{ rows: { text: string }[] }>(
      `select v::text || encode(v.name_sealed, 'hex') as text from saved_views v`,
    );
    const bytes = Buffer.from('张某某').toString('hex');
    expect(rows.some(({ text }) => text.includes('张某某') || text.includes(bytes))).toBe(false);
    expect((await viewsOf(me)).map(({ name }) => name)).toContain('反映张某某的');
  });

  it('preferences are one’s own, whole, and start at defaults', async () => {
    const standard = { locale: null, density: 'standard', columns: {}, hasShortcuts: true, isSplit: false };
    expect((await me.get('/api/v1/me/preferences')).body).toEqual(standard);
    const chosen = {
      locale: 'en',
      density: 'compact',
      columns: { cases: ['number', 'due'] },
      hasShortcuts: false,
    };
    const { status, body } = await me.put('/api/v1/me/preferences', chosen);
    expect([status, body]).toEqual([200, { ...standard, ...chosen }]);
    expect((await me.get('/api/v1/me/preferences')).body).toEqual(body);
    expect((await colleague.get('/api/v1/me/preferences')).body).toEqual(standard);
    await me.put('/api/v1/me/preferences', {});
    expect((await me.get('/api/v1/me/preferences')).body).toEqual(standard);
    for (const wrong of [{ locale: 'fr' }, { theme: 'dark' }, { columns: { cases: ['<b>'] } }])
      expect((await me.put('/api/v1/me/preferences', wrong)).status).toBe(422);
  });
});
