/** What a refused request leaves behind: its refusal in the journal where the case is known, and else nothing. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';

const SECRET = 'a-word-of-the-caller';

describeApi('a refusal', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const difference = async (before: Record<string, number>) => {
    const after = await countRows(api.knex);
    return Object.fromEntries(
      Object.entries(after).flatMap(([table, count]) =>
        count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
      ),
    );
  };
  const lastRefusal = async (id: string) => {
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get(`/api/v1/journal?case=${id}&outcome=refused&limit=1`);
    return body.items[0];
  };

  it.each([
    ['the state', 'reception', 'ACCEPT', {}, { refused: 'not_in_this_state', guard: null }],
    ['the rules on persons', 'handler', 'REGISTER', {}, { refused: 'person', guard: 'has_role' }],
    [
      'a guard',
      'reception',
      'ACKNOWLEDGE_RECEIPT',
      { acknowledgedOn: '2999-01-01' },
      { refused: 'guard', guard: 'is_not_done_in_the_future' },
    ],
  ] as const)('by %s is one entry of the journal, with who wanted what', async (_, who, event, data, why) => {
    const opened = await aComplaint(staff);
    const before = await countRows(api.knex);
    const reply = await staff[who].tries(opened, event, { ...data, reference: SECRET });
    expect([403, 409]).toContain(reply.status);
    expect(await difference(before)).toEqual({ journal: 1, journal_queue: 1, journal_sealed: 1 });
    const entry = await lastRefusal(opened.id);
    expect(entry).toMatchObject({
      type: 'event.refused',
      case: opened.id,
      seq: null,
      at: 1,
      data: { event, ...why },
    });
    expect(JSON.stringify(entry)).not.toContain(SECRET);
    const acted = await staff[who].does(
      await staff.reception.does(opened, 'REGISTER'),
      who === 'handler' ? 'NOTE' : 'ACCEPT',
      who === 'handler' ? { text: 'x' } : {},
    );
    expect(acted.version).toBe(3);
  });

  it('takes no version of the case and no key for a repetition', async () => {
    const opened = await aComplaint(staff);
    await staff.handler.tries(opened, 'REGISTER', {}, { 'Idempotency-Key': 'refused-1' });
    expect((await staff.reception.reads(opened)).version).toBe(1);
    expect(await api.knex('idempotency_keys').where({ key: 'refused-1' })).toEqual([]);
  });

  it('for the content, the version, the key or the rights to know leaves nothing at all', async () => {
    const complaint = await registered(staff);
    const key = { 'Idempotency-Key': 'used-1' };
    const now = await staff.reception.does(complaint, 'NOTE', { text: 'x' }, key);
    const path = `/api/v1/cases/${now.id}/events`;
    const before = await countRows(api.knex);
    const replies = [
      await staff.reception.tries(now, 'NOTE', { words: 1 }),
      await staff.reception.tries(now, 'NONESUCH'),
      await staff.reception.tries(complaint, 'NOTE', { text: 'y' }),
      await staff.reception.post(path, { type: 'NOTE', data: { text: 'y' } }),
      await staff.reception.tries(now, 'NOTE', { text: 'y' }, key),
      await staff.auditor.tries(now, 'NOTE', { text: 'y' }),
      await api.with().tries(now, 'NOTE', { text: 'y' }),
      await staff.reception.send('post', path, '{"type":'),
      await staff.reception.send('post', path, 'type=NOTE', {
        'Content-Type': 'application/x-www-form-urlencoded',
      }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([422, 422, 412, 428, 422, 404, 401, 415, 415]);
    expect(await difference(before)).toEqual({});
  });

  it('is counted by its problem, as what was accepted is by its procedure, and never by case or person', async () => {
    const opened = await aComplaint(staff);
    await staff.handler.tries(opened, 'REGISTER');
    const { text } = await api.with().get('/metrics');
    expect(text).toMatch(/^leeway_steps_total\{procedure="complaint",outcome="accepted"\} [1-9]/m);
    expect(text).toMatch(/^leeway_steps_total\{procedure="any",outcome="not-permitted"\} [1-9]/m);
    expect(text).not.toContain(opened.id);
    expect(text).not.toContain(staff.handler.person);
  });

  it('speaks the language of the reader in title, words and single errors', async () => {
    const opened = await aComplaint(staff);
    const chinese = { 'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.5' };
    const refused = await staff.handler.tries(opened, 'REGISTER', {}, chinese);
    expect(refused.headers['content-language']).toBe('zh-CN');
    expect([refused.body.title, refused.body.detail]).toEqual([
      '您无权办理此事项',
      '行为人不具有可以实施本项操作的角色',
    ]);
    const wrong = await staff.reception.tries(opened, 'REGISTER', { concernsHead: 'x' }, chinese);
    expect(wrong.body.errors).toEqual([{ pointer: '/data/concernsHead', message: '应为 true 或 false' }]);
    const english = await staff.handler.tries(opened, 'REGISTER', {}, { 'Accept-Language': 'fr, en;q=0.2' });
    expect([english.headers['content-language'], english.body.title]).toEqual(['en', 'You may not do this']);
  });
});
