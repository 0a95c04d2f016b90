/** How many families an identity occurs in: a number, of the cases one may know of, with nothing kept of what was asked. */
import { beforeAll, expect, it } from 'vitest';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, staffOf, type Staff } from '../staff.ts';

describeApi('counting identities', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const reported = (reporter: Record<string, string>, subject = 'p-subject') =>
    aComplaint(staff, { isRealName: true, reporter, subject });
  const counts = (by: Caller, body: object) => by.post('/api/v1/identities/count', body);
  const count = async (body: object, by: Caller = staff.supervisor): Promise<number> => {
    const reply = await counts(by, body);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body as object)).toEqual(['families']);
    return reply.body.families as number;
  };

  it('finds the same name and contact, however they are spelled, and each part of a contact', async () => {
    await reported({ name: 'Wren Holloway', contact: '138 0000 1111, wren@mill.example' });
    await reported({ name: 'ＷＲＥＮ  holloway', contact: 'wren@mill.example' });
    await reported({ name: '王小明', contact: '13900002222；微信 wxm' });
    expect(await count({ name: 'wren holloway' })).toBe(2);
    expect(await count({ contact: 'WREN@mill.example' })).toBe(2);
    expect(await count({ contact: '138 0000 1111, wren@mill.example' })).toBe(1);
    expect(await count({ contact: '13900002222' })).toBe(1);
    expect(await count({ name: '王 小明' })).toBe(1);
  });

  it('finds no part of a name, no name as a contact, and nobody who was not named', async () => {
    await reported({ name: 'Linnet Fairweather', contact: 'linnet@mill.example' });
    for (const body of [
      { name: 'Linnet' },
      { name: 'linnet@mill.example' },
      { contact: 'Linnet Fairweather' },
      { name: 'Dunlin Fairweather' },
    ])
      expect(await count(body)).toBe(0);
  });

  it('counts a family once, whatever was given in it', async () => {
    const complaint = await staff.reporter.opens('complaint', { channel: 'web' });
    const reporter = { name: 'Siskin Vale', contact: 'siskin@mill.example' };
    const first = await staff.reporter.does(complaint, 'NAME_REPORTER', { reporter });
    await staff.reporter.does(first, 'NAME_REPORTER', { reporter: { ...reporter, contact: 'by post' } });
    expect(await count({ name: 'Siskin Vale' })).toBe(1);
  });

  it('counts only what the asker may know of', async () => {
    const both = await api.as('p-concerned-supervisor', ['case_supervisor']);
    await reported({ name: 'Merlin Ashdown', contact: 'm@mill.example' }, both.person);
    await reported({ name: 'Merlin Ashdown', contact: 'm@mill.example' });
    expect(await count({ name: 'Merlin Ashdown' }, both)).toBe(1);
    expect(await count({ name: 'Merlin Ashdown' })).toBe(2);
  });

  it('is for case supervision alone', async () => {
    for (const caller of [staff.reception, staff.organHead, staff.auditor, staff.system, staff.reporter])
      expect((await counts(caller, { name: 'x' })).status).toBe(403);
  });

  it('takes one thing at a time', async () => {
    for (const body of [{}, { name: '' }, { name: 'x', contact: 'y' }, { unit: 'x' }])
      expect((await counts(staff.supervisor, body)).status).toBe(422);
  });

  it('is in the journal without what was looked for, which is in no log and no column either', async () => {
    const counting = await api.as('p-counting', ['case_supervisor']);
    await count({ name: 'Bittern Quagmire' }, counting);
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get('/api/v1/journal?type=identity.counted&order=desc');
    expect([body.items[0].data, body.items[0].case]).toEqual([{ by: 'name' }, null]);
    expect(api.logged.join('\n')).not.toMatch(/Bittern|Quagmire/);
    const { rows: entries } = await api.knex.raw<{ rows: { disclosure: string | null }[] }>(
      'select disclosure from journal_sealed',
    );
    const said = entries.map(({ disclosure }) => Buffer.from(disclosure ?? '', 'base64url').toString('utf8'));
    expect(said.join()).toContain('"by":"name"');
    expect(said.join()).not.toMatch(/Bittern|Quagmire/);
  });

  it('is limited to twenty an hour and person, and one more is an alarm', async () => {
    const eager = await api.as('p-eager', ['case_supervisor']);
    for (let n = 0; n < 20; n++) await count({ name: `Nobody ${n}` }, eager);
    for (let n = 0; n < 2; n++) {
      const { status, body, headers } = await counts(eager, { name: 'Nobody at all' });
      expect([status, body.code, Number(headers['retry-after']) > 3_000]).toEqual([
        429,
        'too-many-requests',
        true,
      ]);
    }
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get('/api/v1/journal?type=identity.counts_unusual');
    expect(body.items.map(({ data }: { data: object }) => data)).toEqual([{ counts: 21, within: 'hour' }]);
  });
});
