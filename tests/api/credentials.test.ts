/** Who may call at all: keys as the real program makes them; unknown, expired and revoked ones are refused alike. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { describeApi, type Api } from '../harness.ts';

const ME = '/api/v1/me';

describeApi('a key', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });
  const statusOf = async (secret: string | undefined) => (await api.with(secret).get(ME)).status;

  it('says who its holder is, with the roles and the unit it was made for', async () => {
    const caller = await api.as('p-1', ['handler', 'reviewer'], { unit: 'u-7' });
    const { body } = await caller.get(ME);
    expect(body).toEqual({ person: 'p-1', roles: ['handler', 'reviewer'], unit: 'u-7' });
  });

  it('is refused when it is unknown, malformed, half, or of another kind', async () => {
    const { secret } = await api.as('p-2', ['handler']);
    for (const wrong of [
      undefined,
      'lw_unknown',
      `${secret!}x`,
      secret!.slice(0, -1),
      `${secret!} x`,
      '',
      'é',
    ])
      expect([wrong, await statusOf(wrong)]).toEqual([wrong, 401]);
    for (const header of [`Basic ${secret!}`, secret!, `Bearer`, `Bearer  `, `bearer:${secret!}`]) {
      const reply = await api.with().get(ME, { Authorization: header });
      expect([header, reply.status]).toEqual([header, 401]);
    }
    expect((await api.with().get(ME, { Authorization: `bearer ${secret!}` })).status).toBe(200);
  });

  it('is refused once it has expired, with the words for one that never was', async () => {
    const soon = new Date(Date.now() + 300).toISOString();
    const expiring = await api.as('p-3', ['handler'], { expiresAt: soon });
    const past = await api.as('p-3', ['handler'], { expiresAt: '2020-01-01T00:00:00Z' });
    const unknown = api.with('lw_unknown');
    expect(await statusOf(past.secret)).toBe(401);
    // It is believed for less than a second after it was last looked up.
    await pause(1_200);
    const [expired, none] = [await expiring.get(ME), await unknown.get(ME)];
    expect(expired.status).toBe(401);
    expect({ ...expired.body, instance: '' }).toEqual({ ...none.body, instance: '' });
    expect(expired.headers['www-authenticate']).toBe(none.headers['www-authenticate']);
  });

  it('is refused within a second of being revoked, also while it is in use', async () => {
    const caller = await api.as('p-4', ['handler']);
    expect(await statusOf(caller.secret)).toBe(200);
    await api.knex('api_keys').where({ person_id: 'p-4' }).update({ revoked_at: api.knex.fn.now() });
    const until = performance.now() + 1_000;
    let status = 200;
    while (performance.now() < until && status === 200) status = await statusOf(caller.secret);
    expect(status).toBe(401);
  });

  it('is taken from the header alone', async () => {
    const { secret } = await api.as('p-5', ['handler']);
    for (const address of [`${ME}?access_token=${secret!}`, `${ME}?key=${secret!}`]) {
      const reply = await api.with().get(address);
      expect(reply.status).toBe(401);
      expect(reply.text).not.toContain(secret);
    }
    expect((await api.with().get(ME, { Cookie: `session=${secret!}`, 'X-Api-Key': secret! })).status).toBe(
      401,
    );
  });

  it('leaves no trace of its secret in the database or the log', async () => {
    const { secret } = await api.as('p-6', ['handler']);
    await api.with(secret).get(ME);
    await api.with(`${secret!}x`).get(`${ME}?key=${secret!}`);
    const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
      `select to_jsonb(k)::text as row from api_keys k union all select to_jsonb(s)::text from journal_sealed s`,
    );
    const kept = rows.map(({ row }) => row).join('\n') + api.logged.join('\n');
    expect(kept).not.toContain(secret!.slice(3));
  });

  it('is asked for before anything else of a request is looked at', async () => {
    for (const [method, path] of [
      ['get', '/api/v1/cases?limit=none'],
      ['get', '/api/v1/cases/not-an-id'],
      ['post', '/api/v1/cases'],
      ['put', '/api/v1/sandbox/clock'],
    ] as const) {
      const reply = await api.with().send(method, path, method === 'get' ? undefined : '{');
      expect([path, reply.status]).toEqual([path, 401]);
    }
  });
});
