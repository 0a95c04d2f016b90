/**
 * Erasure by destroying keys: proposed by one person, done by another, of families that are done with and on no legal hold.
 * Afterwards nothing sealed can be read, and everything that proves what happened still does.
 */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, staffOf, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const REPORTER = { name: 'Teal Wainwright', contact: 'teal-9041@reporter.example' };
const CONTENT = 'Saffron invoices of the boathouse';
const BASIS = 'retention-2031';

describeApi('erasures', (start) => {
  let api: Api;
  let staff: Staff;
  let custodian: Caller;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    custodian = await api.as('p-custodian', ['identity_custodian']);
  });

  /** A complaint that was passed on: nothing is left to do here. */
  const passedOn = async (): Promise<CaseView> => {
    const data = { isRealName: true, reporter: REPORTER, content: CONTENT };
    const registered = await staff.reception.does(await aComplaint(staff, data), 'REGISTER', {
      remark: 'Saffron remark.',
    });
    return staff.reception.does(registered, 'ROUTE_OUT', { to: 'audit_office' });
  };
  const erasures = ({ id }: { id: string }, rest = '') => `/api/v1/cases/${id}/erasures${rest}`;
  const holds = ({ id }: { id: string }, rest = '') => `/api/v1/cases/${id}/legal-holds${rest}`;
  const tries = (on: { id: string }, what: string, by: Caller = custodian) =>
    by.post(erasures(on), { what, basis: BASIS, reason: 'The term of keeping has ended.' });
  const proposed = async (on: { id: string }, what: string): Promise<string> => {
    const { status, body } = await tries(on, what);
    expect([status, body.status, body.what]).toEqual([201, 'proposed', what]);
    return body.id as string;
  };
  const decides = (on: { id: string }, id: string, approve = true, by: Caller = staff.organHead) =>
    by.post(erasures(on, `/${id}/decision`), { approve, reason: 'Looked into.' });
  const erased = async (what: 'identity' | 'texts'): Promise<CaseView> => {
    const complaint = await passedOn();
    const { status, body } = await decides(complaint, await proposed(complaint, what));
    expect([status, body.status, body.keysDestroyed]).toEqual([200, 'done', 1]);
    return complaint;
  };
  const journal = async (type: string, on: { id: string }) => {
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get(`/api/v1/journal?type=${type}&case=${on.id}&limit=200`);
    return body.items as { data: Record<string, unknown>; withheld: string[] }[];
  };
  const blocked = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body.code,
    body.blockedBy,
  ];

  it('destroy who reported, and leave the words of the file', async () => {
    const complaint = await passedOn();
    const request = await staff.supervisor.post(`/api/v1/cases/${complaint.id}/identity-requests`, {
      purpose: 'protection',
      reason: 'x',
    });
    await staff.superior.post(
      `/api/v1/cases/${complaint.id}/identity-requests/${request.body.id as string}/decision`,
      { approve: true, reason: 'x' },
    );
    expect((await decides(complaint, await proposed(complaint, 'identity'))).status).toBe(200);
    const opened = await staff.supervisor.send(
      'post',
      `/api/v1/cases/${complaint.id}/identity-requests/${request.body.id as string}/identity`,
    );
    expect([opened.status, opened.body.code]).toEqual([409, 'nothing-sealed']);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/events`);
    expect(body.items[0].data.content).toBe(CONTENT);
    const keys = await api.knex('seal_keys').where({ purpose: 'identity' });
    const sealed = await api.knex('journal_sealed').where({ name: 'identity' });
    expect(sealed.length).toBe(keys.length + 1);
    expect(await api.knex('identity_marks').where({ case_id: complaint.id })).toEqual([]);
  });

  it('destroy the words of a family and its papers, and leave who reported', async () => {
    const complaint = await passedOn();
    const { body: before } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/papers`);
    expect(before.items.length).toBeGreaterThan(0);
    await decides(complaint, await proposed(complaint, 'texts'));
    const { body, text } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/events`);
    expect(text).not.toContain('Saffron');
    expect(body.items.map(({ erased: gone }: { erased: string[] }) => gone)).toEqual([
      ['text'],
      ['text'],
      [],
    ]);
    const { body: papers } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/papers`);
    expect(papers.items.map(({ isErased }: { isErased: boolean }) => isErased)).toEqual(
      before.items.map(() => true),
    );
    const html = await staff.supervisor.get(
      `/api/v1/cases/${complaint.id}/papers/${papers.items[0].id as string}?lang=en`,
    );
    expect(html.status).toBe(404);
    expect(await api.knex('identity_marks').where({ case_id: complaint.id })).not.toEqual([]);
  });

  it('leave every case as its journal gives it, and every leaf what it was', async () => {
    const complaint = await passedOn();
    const leaves = () =>
      api
        .knex('journal')
        .where({ case_id: complaint.id })
        .whereNotNull('seq')
        .orderBy('seq')
        .select('leaf', 'leaf_hash');
    const before: unknown = await leaves();
    await decides(complaint, await proposed(complaint, 'texts'));
    await decides(complaint, await proposed(complaint, 'identity'));
    expect(await leaves()).toEqual(before);
    const differences: string[] = [];
    const { cases, differing } = await api.operations.replayCases({
      onDifference: (id, why) => void differences.push(`${id}: ${why}`),
    });
    expect([differing, differences]).toEqual([0, []]);
    expect(cases).toBeGreaterThan(0);
  });

  it('answer whoever goes on with such a case in plain words', async () => {
    const complaint = await erased('texts');
    const reply = await staff.supervisor.tries(complaint, 'NOTE', { text: 'One thing more.' });
    expect([reply.status, reply.body.code]).toEqual([409, 'texts-erased']);
    const dry = await staff.supervisor.post(
      `/api/v1/cases/${complaint.id}/events?dryRun=true`,
      { type: 'NOTE', data: { text: 'x' } },
      { 'If-Match': `"${complaint.version}"` },
    );
    expect(dry.body.code).toBe('texts-erased');
    expect((await staff.supervisor.reads(complaint)).state).toBe('routed_out');
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/actions`);
    expect(body.items).toEqual([]);
    const party = await staff.subject.tries(complaint, 'NOTE', { text: 'x' });
    expect(party.status).toBe(404);
    await api.operations.fireDueClocks();
    await api.operations.drawPapers();
  });

  it('are in the journal with what, why by reference, which keys; their reasons outlive them', async () => {
    const complaint = await erased('texts');
    const [proposal] = await journal('erasure.proposed', complaint);
    expect([proposal!.data, proposal!.withheld]).toEqual([
      { erasure: expect.any(String), what: 'texts', basis: BASIS },
      ['text'],
    ]);
    const [deed] = await journal('erasure.done', complaint);
    expect(deed!.data).toMatchObject({ what: 'texts', basis: BASIS, keys: [expect.any(String)] });
    const { body } = await staff.supervisor.get(erasures(complaint));
    expect(body.items).toMatchObject([
      {
        status: 'done',
        basis: BASIS,
        reason: 'The term of keeping has ended.',
        decisionReason: 'Looked into.',
        keysDestroyed: 1,
      },
    ]);
  });

  it('are forgotten at once by a program that had the key in mind', async () => {
    const complaint = await passedOn();
    await staff.supervisor.get(`/api/v1/cases/${complaint.id}/events`);
    const { rows } = await api.knex.raw<{ rows: { seal_key_id: string }[] }>(
      'select seal_key_id from cases where id = ?',
      [complaint.id],
    );
    const key = rows[0]!.seal_key_id;
    expect(api.runtime.unwrapped(key, '').key).toHaveLength(32);
    await decides(complaint, await proposed(complaint, 'texts'));
    expect(() => api.runtime.unwrapped(key, '')).toThrow();
  });

  it('are refused while a case of the family is open', async () => {
    const open = await aComplaint(staff, { isRealName: true, reporter: REPORTER });
    expect(blocked(await tries(open, 'identity'))).toEqual([409, 'erasure-blocked', 'open_case']);
    const complaint = await passedOn();
    const id = await proposed(complaint, 'identity');
    await api.knex('cases').where({ id: complaint.id }).update({ is_open: true });
    expect(blocked(await decides(complaint, id))).toEqual([409, 'erasure-blocked', 'open_case']);
    await api.knex('cases').where({ id: complaint.id }).update({ is_open: false });
    expect((await decides(complaint, id)).status).toBe(200);
  });

  it('are refused while a clock of the family runs', async () => {
    const complaint = await passedOn();
    const id = await proposed(complaint, 'texts');
    const clocks = () => api.knex('clocks').where({ case_id: complaint.id });
    await clocks().limit(1).update({ is_active: true });
    expect(blocked(await decides(complaint, id))).toEqual([409, 'erasure-blocked', 'running_clock']);
    await clocks().update({ is_active: false });
    expect((await decides(complaint, id)).status).toBe(200);
  });

  it('are refused while a legal hold stands, and nothing is gone', async () => {
    const complaint = await passedOn();
    const id = await proposed(complaint, 'identity');
    const hold = await staff.supervisor.post(holds(complaint), { reason: 'A court has asked.' });
    expect([hold.status, hold.body.isStanding]).toEqual([201, true]);
    expect(blocked(await tries(complaint, 'texts'))).toEqual([409, 'erasure-blocked', 'legal_hold']);
    const before = await countRows(api.knex);
    expect(blocked(await decides(complaint, id))).toEqual([409, 'erasure-blocked', 'legal_hold']);
    expect(await countRows(api.knex)).toEqual(before);
    const released = await staff.organHead.post(holds(complaint, `/${hold.body.id as string}/release`), {
      reason: 'It was withdrawn.',
    });
    expect([released.status, released.body.isStanding]).toEqual([200, false]);
    expect((await decides(complaint, id)).status).toBe(200);
    const { body } = await staff.supervisor.get(holds(complaint));
    expect(body.items).toMatchObject([
      { reason: 'A court has asked.', releaseReason: 'It was withdrawn.', isStanding: false },
    ]);
    expect((await journal('legal_hold.placed', complaint))[0]!.data).toEqual({ hold: hold.body.id });
    expect((await journal('legal_hold.released', complaint))[0]!.data).toMatchObject({ hold: hold.body.id });
  });

  it('are done by another person than who proposed them, and holds released by another than who placed them', async () => {
    const complaint = await passedOn();
    const both = await api.as('p-both', ['case_supervisor', 'approver_head']);
    const mine = await tries(complaint, 'identity', both);
    const hold = await both.post(holds(complaint), { reason: 'x' });
    const alone = [
      await decides(complaint, mine.body.id as string, true, both),
      await both.post(holds(complaint, `/${hold.body.id as string}/release`), { reason: 'x' }),
    ];
    for (const { status, body } of alone)
      expect([status, body.code, body.guard]).toEqual([403, 'not-permitted', 'is_another_person']);
    expect((await journal('act.refused', complaint)).map(({ data }) => data)).toEqual([
      { act: 'legal_hold.release', guard: 'is_another_person' },
      { act: 'erasure.approve', guard: 'is_another_person' },
    ]);
    const release = () =>
      staff.superior.post(holds(complaint, `/${hold.body.id as string}/release`), { reason: 'x' });
    expect((await release()).status).toBe(200);
    const again = await release();
    expect([again.status, again.body.code]).toEqual([409, 'request-closed']);
    expect((await decides(complaint, mine.body.id as string, true, staff.superior)).status).toBe(200);
  });

  it('can be refused, and then change nothing; they are settled once', async () => {
    const complaint = await passedOn();
    const id = await proposed(complaint, 'identity');
    const { body } = await decides(complaint, id, false);
    expect([body.status, body.keysDestroyed]).toEqual(['refused', null]);
    const again = await decides(complaint, id);
    expect([again.status, again.body.code, again.body.requestStatus]).toEqual([
      409,
      'request-closed',
      'refused',
    ]);
    expect(await api.knex('identity_marks').where({ case_id: complaint.id })).not.toEqual([]);
    expect((await journal('erasure.refused', complaint)).length).toBe(1);
    for (const what of ['identity', 'texts'] as const)
      expect((await tries(await erased(what), what)).body.code).toBe('nothing-sealed');
  });

  it('are nothing for those without the role, those who are recused and those who may not know of the case', async () => {
    const complaint = await passedOn();
    const id = await proposed(complaint, 'identity');
    for (const caller of [staff.reporter, staff.handler, staff.auditor, staff.system]) {
      expect((await tries(complaint, 'identity', caller)).status).toBe(403);
      expect((await decides(complaint, id, true, caller)).status).toBe(403);
      expect((await caller.post(holds(complaint), { reason: 'x' })).status).toBe(403);
    }
    expect((await decides(complaint, id, true, staff.supervisor)).status).toBe(403);
    const recused = await api.as('p-recused', ['approver_head', 'case_supervisor']);
    await api.knex('recusals').insert({
      tenant_id: 'default',
      family_id: complaint.id,
      person_id: recused.person,
      status: 'requested',
      ground: 'own_stake',
      case_id: complaint.id,
      changed_at: new Date(),
    });
    for (const { status, body } of [
      await tries(complaint, 'texts', recused),
      await decides(complaint, id, true, recused),
      await recused.post(holds(complaint), { reason: 'x' }),
    ])
      expect([status, body.guard]).toEqual([403, 'is_not_recused']);
    const absent = { id: ABSENT };
    for (const { status } of [
      await tries(absent, 'texts'),
      await decides(absent, id),
      await decides(complaint, ABSENT),
      await decides(await passedOn(), id),
      await staff.organHead.post(holds(absent), { reason: 'x' }),
      await staff.organHead.post(holds(complaint, `/${ABSENT}/release`), { reason: 'x' }),
      await staff.subject.get(erasures(complaint)),
      await staff.subject.get(holds(complaint)),
    ])
      expect(status).toBe(404);
    expect((await decides(complaint, id)).status).toBe(200);
  });
});
