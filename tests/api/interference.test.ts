/**
 * Interference with a case: reported by whoever meets it, kept for good, read by those who watch over cases and never by
 * the one reported (S1, domain 4.3).
 */
import { beforeAll, expect, it } from 'vitest';
import type { InterferenceList } from '../../src/contract/interference.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import { INTERFERENCE_CODES } from '../../src/domain/interference.ts';
import { GRANTABLE_ROLES, STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const HOW = 'Asked at the lift how far the matter had got.';
const A_REPORT = { kind: 'inquiry', by: { person: 'p-curious' }, on: '2026-01-05', how: HOW };
const addressOf = ({ id }: Pick<CaseView, 'id'>) => `/api/v1/cases/${id}/interference`;

describeApi('interference', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const reports = async (on: CaseView, more: object = {}, by: Caller = staff.reception): Promise<string> => {
    const { status, body } = await by.post(addressOf(on), { ...A_REPORT, ...more });
    expect(status).toBe(201);
    return (body as { id: string }).id;
  };
  const listed = async (caller: Caller, path: string): Promise<InterferenceList['items']> => {
    const { status, body } = await caller.get(path);
    expect(status).toBe(200);
    return (body as InterferenceList).items;
  };
  const seenBy = async (caller: Caller, on: CaseView) =>
    (await listed(caller, addressOf(on))).map(({ id }) => id);

  it('is reported, and read with its words by those who watch over cases', async () => {
    const on = await registered(staff);
    const id = await reports(on);
    for (const caller of [staff.supervisor, staff.organHead, staff.superior])
      expect(await listed(caller, addressOf(on))).toEqual([
        {
          id,
          case: on.id,
          kind: 'inquiry',
          label: { zh: '打听案情', en: 'asked about a case' },
          by: expect.stringMatching(/^a-/) as string,
          concernsHead: false,
          on: '2026-01-05',
          reportedBy: expect.stringMatching(/^a-/) as string,
          reportedAt: expect.any(String) as string,
          texts: { how: HOW, by: null },
        },
      ]);
  });

  it('may be by somebody of whom there are only words', async () => {
    const on = await registered(staff);
    await reports(on, { by: { description: 'A man in a grey coat' } });
    const [entry] = await listed(staff.supervisor, addressOf(on));
    expect([entry?.by, entry?.texts]).toEqual([null, { how: HOW, by: 'A man in a grey coat' }]);
  });

  it('is of a closed list of kinds, by somebody, on a day that has come, and told in words', async () => {
    const on = await registered(staff);
    for (const more of [
      { kind: 'gossip' },
      { by: {} },
      { by: { person: 'p-1', description: 'both' } },
      { by: { person: 'Zhang San' } },
      { on: '2990-01-01' },
      { on: '2026-02-30' },
      { how: ' ' },
      { colour: 'red' },
    ])
      expect([more, (await staff.handler.post(addressOf(on), { ...A_REPORT, ...more })).status]).toEqual([
        more,
        422,
      ]);
    expect(await seenBy(staff.supervisor, on)).toEqual([]);
    for (const kind of INTERFERENCE_CODES) await reports(on, { kind });
    expect(await seenBy(staff.supervisor, on)).toHaveLength(INTERFERENCE_CODES.length);
  });

  it('is reported by staff who may know of the case, and by nobody else', async () => {
    const on = await registered(staff);
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      const { status } = await caller.post(addressOf(on), A_REPORT);
      // Personnel get copies of decisions and know of no complaint.
      const expected = !STAFF_ROLES.includes(role) ? 403 : role === 'org_personnel' ? 404 : 201;
      expect([role, status]).toEqual([role, expected]);
    }
    const named = await api.as(SUBJECT, ['handler']);
    expect((await named.post(addressOf(on), A_REPORT)).status).toBe(404);
    const absent = addressOf({ id: '01980f5e-7c00-7000-8000-000000000009' });
    expect((await staff.handler.post(absent, A_REPORT)).status).toBe(404);
  });

  it('is read by no other role, and of no case one may not know of', async () => {
    const on = await registered(staff);
    await reports(on);
    for (const caller of [staff.handler, staff.reception, staff.deptHead, staff.reporter, staff.system]) {
      expect((await caller.get(addressOf(on))).status).toBe(403);
      expect((await caller.get('/api/v1/interference')).status).toBe(403);
    }
    const named = await api.as(SUBJECT, ['case_supervisor']);
    expect((await named.get(addressOf(on))).status).toBe(404);
    expect((await listed(named, '/api/v1/interference')).filter((item) => item.case === on.id)).toEqual([]);
    const listedToOthers = await listed(staff.supervisor, '/api/v1/interference?limit=200');
    expect(listedToOthers.filter((item) => item.case === on.id)).toHaveLength(1);
  });

  it('is never shown to the one reported, whoever that is', async () => {
    const on = await registered(staff);
    for (const caller of [staff.supervisor, staff.organHead, staff.superior]) {
      const id = await reports(on, { by: { person: caller.person } });
      expect(await seenBy(caller, on)).not.toContain(id);
      const everywhere = await listed(caller, '/api/v1/interference?limit=200');
      expect(everywhere.map((item) => item.id)).not.toContain(id);
      while (await api.operations.integrateJournal());
      const journal = await caller.get(`/api/v1/journal?case=${on.id}&limit=200`);
      expect(journal.text).not.toContain('interference.reported');
    }
    expect(await seenBy(staff.supervisor, on)).toHaveLength(2);
  });

  it('that is marked as about the head is shown to no head', async () => {
    const on = await registered(staff);
    const id = await reports(on, { by: { description: 'The director' }, concernsHead: true });
    const both = await api.as('p-head-too', ['approver_head', 'case_supervisor']);
    for (const head of [staff.organHead, both]) expect(await seenBy(head, on)).not.toContain(id);
    expect(await seenBy(staff.supervisor, on)).toContain(id);
  });

  it('of a case whose id is none is not found, whoever asks', async () => {
    for (const who of [staff.auditor, staff.supervisor])
      expect((await who.get('/api/v1/cases/not-an-id/interference')).status).toBe(404);
  });

  it('is listed to an auditor without the words, of every case that is not about the auditor', async () => {
    const on = await registered(staff);
    const id = await reports(on, { by: { description: 'A man in a grey coat' } });
    for (const path of [addressOf(on), '/api/v1/interference?limit=200']) {
      const found = (await listed(staff.auditor, path)).filter((item) => item.id === id);
      expect(found.map(({ texts, kind }) => [kind, texts])).toEqual([['inquiry', null]]);
    }
    const named = await api.as(SUBJECT, ['auditor']);
    expect((await listed(named, '/api/v1/interference?limit=200')).map((item) => item.id)).not.toContain(id);
    expect(await seenBy(named, on)).toEqual([]);
  });

  it('is journalled apart from the case by pseudonym, and so is reading its words', async () => {
    const on = await registered(staff);
    const id = await reports(on, { by: { person: 'p-curious' } });
    await seenBy(staff.superior, on);
    while (await api.operations.integrateJournal());
    const of = async (type: string) =>
      (await staff.auditor.get(`/api/v1/journal?type=${type}&order=desc&limit=1`)).body.items[0];
    const reported = await of('interference.reported');
    expect([reported.case, reported.data]).toEqual([
      null,
      { interference: id, case: on.id, kind: 'inquiry', person: expect.stringMatching(/^a-/) as string },
    ]);
    expect((await of('interference.read')).data).toEqual({ entries: [id] });
    expect(JSON.stringify(reported)).not.toContain('p-curious');
  });

  it('is kept as it was written, and its words and persons are nowhere in clear', async () => {
    const on = await registered(staff);
    await reports(on, { by: { person: 'p-very-curious' }, how: 'A most particular question.' });
    for (const statement of [
      `update interference_log set kind = 'other'`,
      'delete from interference_log',
      'truncate interference_log',
    ])
      await expect(api.knex.raw(statement)).rejects.toMatchObject({ code: '23001' });
    const { rows } = await api.knex.raw<{ rows: { kept: string }[] }>(
      'select l::text as kept from interference_log l union all select j::text from journal j',
    );
    expect(rows.filter(({ kept }) => /particular|p-very-curious/.test(kept))).toEqual([]);
    expect(api.logged.join('\n')).not.toMatch(/particular|p-very-curious/);
  });

  it('is kept without its words when the key of the family is gone', async () => {
    const on = await registered(staff);
    await reports(on);
    await api
      .knex('seal_keys')
      .whereIn('id', api.knex('cases').where({ id: on.id }).select('seal_key_id'))
      .delete();
    const [entry] = await listed(staff.supervisor, addressOf(on));
    expect([entry?.kind, entry?.texts]).toEqual(['inquiry', null]);
    await reports(on, { how: 'After the words were erased.' });
    const [later] = await listed(staff.supervisor, addressOf(on));
    expect(later?.texts?.how).toBe('After the words were erased.');
  });

  it('is read in pages, the newest first', async () => {
    const on = await registered(staff);
    const ids = [await reports(on), await reports(on), await reports(on)].reverse();
    const first = await staff.supervisor.get(`${addressOf(on)}?limit=2`);
    const second = await staff.supervisor.get(`${addressOf(on)}?limit=2&cursor=${first.body.nextCursor}`);
    const idsOf = ({ body }: { body: InterferenceList }) => body.items.map(({ id }) => id);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
    expect(second.body.nextCursor).toBeNull();
    expect((await staff.supervisor.get(`/api/v1/interference?cursor=${first.body.nextCursor}`)).status).toBe(
      400,
    );
  });
});
