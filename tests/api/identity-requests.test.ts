/**
 * A sealed identity opened: asked for by one person, approved by another, shown once, journalled before it is shown. And
 * everybody who is refused, each beside somebody who is not.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, staffOf, SUBJECT, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const REPORTER = { name: 'Osprey Lanternwright', contact: 'osprey-5520@reporter.example' };
const REASON = 'Marigold reasons of the third floor';

describeApi('requests to open an identity', (start) => {
  let api: Api;
  let staff: Staff;
  let custodian: Caller;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    custodian = await api.as('p-custodian', ['identity_custodian']);
  });

  const named = (data: Record<string, unknown> = {}): Promise<CaseView> =>
    aComplaint(staff, { isRealName: true, reporter: REPORTER, ...data });
  const at = ({ id }: { id: string }, rest = '') => `/api/v1/cases/${id}/identity-requests${rest}`;
  /** Many people ask, each a few times: who asks often is refused. */
  let asked = 0;
  const someone = () => api.as(`p-asker-${(asked += 1)}`, ['reception_officer']);
  const asks = async (by: Caller, on: { id: string }, purpose = 'feedback'): Promise<string> => {
    const { status, body } = await by.post(at(on), { purpose, reason: REASON });
    expect([status, body.status]).toEqual([201, 'requested']);
    return body.id as string;
  };
  const decides = (by: Caller, on: { id: string }, id: string, approve = true) =>
    by.post(at(on, `/${id}/decision`), { approve, reason: REASON });
  const opens = (by: Caller, on: { id: string }, id: string) => by.send('post', at(on, `/${id}/identity`));
  const approved = async (by: Caller, on: { id: string }, purpose?: string): Promise<string> => {
    const id = await asks(by, on, purpose);
    const { status, body } = await decides(staff.superior, on, id);
    expect([status, body.status]).toEqual([200, 'approved']);
    return id;
  };
  const journal = async (type: string, on: { id: string }) => {
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get(`/api/v1/journal?type=${type}&case=${on.id}&limit=200`);
    return body.items as { data: Record<string, unknown>; actor: { id: string }; withheld: string[] }[];
  };
  const pseudonymOf = async ({ person }: Caller): Promise<string> => {
    const { rows } = await api.knex.raw<{ rows: { pseudonym: string }[] }>(
      'select pseudonym from people where id = ?',
      [person],
    );
    return rows[0]!.pseudonym;
  };
  const refusal = ({ status, body }: Response) => [status, body.code, body.guard];
  const closed = ({ status, body }: Response) => [status, body.code, body.requestStatus];

  it('show the identity to who asked, once, when another person approved', async () => {
    const complaint = await named();
    const requester = await someone();
    const id = await asks(requester, complaint);
    expect(closed(await opens(requester, complaint, id))).toEqual([409, 'request-closed', 'requested']);
    const decision = await decides(staff.leader, complaint, id);
    expect([decision.status, decision.body.status, decision.body.decisionReason]).toEqual([
      200,
      'approved',
      REASON,
    ]);
    const shown = await opens(requester, complaint, id);
    expect(shown.status).toBe(200);
    expect(shown.body.identities).toEqual([
      {
        entry: expect.any(String),
        recordedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        isErased: false,
        values: { '/reporter/name': REPORTER.name, '/reporter/contact': REPORTER.contact },
      },
    ]);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(closed(await opens(requester, complaint, id))).toEqual([409, 'request-closed', 'opened']);
  });

  it('are in the journal: who asked, approved and opened, by pseudonym, with every reason sealed', async () => {
    const complaint = await named();
    const requester = await someone();
    const id = await approved(requester, complaint, 'protection');
    expect((await opens(custodian, complaint, id)).status).toBe(200);
    const [requesterIs, approverIs, openerIs] = await Promise.all(
      [requester, staff.superior, custodian].map(pseudonymOf),
    );
    const [requested] = await journal('identity.requested', complaint);
    expect([requested!.actor.id, requested!.data, requested!.withheld]).toEqual([
      requesterIs,
      { request: id, purpose: 'protection' },
      ['text'],
    ]);
    const [decision] = await journal('identity.approved', complaint);
    expect([decision!.actor.id, decision!.data]).toEqual([
      approverIs,
      { request: id, purpose: 'protection', requester: requesterIs },
    ]);
    const [opening] = await journal('identity.opened', complaint);
    expect([opening!.actor.id, opening!.data]).toEqual([
      openerIs,
      {
        request: id,
        purpose: 'protection',
        requester: requesterIs,
        approver: approverIs,
        opener: openerIs,
      },
    ]);
    expect(api.logged.join('\n')).not.toMatch(/Osprey|osprey-5520|Marigold/);
  });

  it('tell staff of the case who asked, what for, and what became of it; and not who reported', async () => {
    const complaint = await named();
    const requester = await someone();
    const id = await approved(requester, complaint);
    await opens(requester, complaint, id);
    const refused = await asks(requester, complaint, 'reward');
    await decides(staff.leader, complaint, refused, false);
    const { body, text } = await staff.supervisor.get(at(complaint));
    expect(body.items).toMatchObject([
      { id: refused, purpose: 'reward', status: 'refused', reason: REASON, openUntil: null },
      {
        id,
        purpose: 'feedback',
        status: 'opened',
        requestedBy: await pseudonymOf(requester),
        requestedByName: expect.stringContaining('p-asker'),
        openedBy: await pseudonymOf(requester),
        decidedByName: 'p-superior',
      },
    ]);
    expect(text).not.toMatch(/Osprey|osprey/);
    expect((await journal('identity.refused', complaint))[0]!.data).toMatchObject({ request: refused });
  });

  it('tell the reporter the day and the purpose of each opening, of those alone', async () => {
    const complaint = await named();
    const requester = await someone();
    const opened = await approved(requester, complaint, 'supplement');
    await approved(requester, complaint, 'reward');
    expect(await api.operations.listDisclosures(complaint.id)).toEqual([]);
    await opens(requester, complaint, opened);
    expect(await api.operations.listDisclosures(complaint.id)).toEqual([
      { on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), purpose: 'supplement' },
    ]);
    expect(await api.operations.listDisclosures(ABSENT)).toEqual([]);
  });

  it('show what was given later as well, each with its day', async () => {
    const complaint = await staff.reporter.opens('complaint', { channel: 'web', isRealName: true });
    const first = await staff.reporter.does(complaint, 'NAME_REPORTER', { reporter: REPORTER });
    await staff.reporter.does(first, 'NAME_REPORTER', { reporter: { contact: 'osprey by post' } });
    const requester = await someone();
    const { body } = await opens(requester, complaint, await approved(requester, complaint));
    expect(body.identities.map(({ values }: { values: object }) => values)).toEqual([
      { '/reporter/name': REPORTER.name, '/reporter/contact': REPORTER.contact },
      { '/reporter/contact': 'osprey by post' },
    ]);
  });

  it('are refused where nothing is sealed', async () => {
    const complaint = await aComplaint(staff);
    const reply = await (await someone()).post(at(complaint), { purpose: 'feedback', reason: REASON });
    expect([reply.status, reply.body.code]).toEqual([409, 'nothing-sealed']);
  });

  it('are for a purpose of the list and for a reason', async () => {
    const complaint = await named();
    const requester = await someone();
    for (const body of [{}, { purpose: 'curiosity', reason: 'x' }, { purpose: 'feedback', reason: ' ' }]) {
      const reply = await requester.post(at(complaint), body);
      expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    }
  });

  it('are not for parties, auditors, systems and custodians', async () => {
    const complaint = await named();
    for (const caller of [staff.reporter, staff.subject, staff.auditor, staff.system, custodian]) {
      const reply = await caller.post(at(complaint), { purpose: 'feedback', reason: REASON });
      expect([caller.person, reply.status, reply.body.code]).toEqual([caller.person, 403, 'not-permitted']);
    }
    expect((await staff.auditor.get(at(complaint))).status).toBe(404);
    expect((await staff.system.get(at(complaint))).status).toBe(200);
  });

  it('cannot tell whom the matter concerns from a case that is not there', async () => {
    const concerned = await api.as('p-concerned', ['reception_officer']);
    const complaint = await named({ subject: concerned.person });
    for (const on of [complaint, { id: ABSENT }]) {
      const reply = await concerned.post(at(on), { purpose: 'feedback', reason: REASON });
      expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
      expect((await concerned.get(at(on))).status).toBe(404);
      expect((await opens(concerned, on, ABSENT)).status).toBe(404);
    }
    const request = await asks(await someone(), complaint);
    const leader = await api.as('p-concerned', ['approver_head']);
    expect((await decides(leader, complaint, request)).status).toBe(404);
    expect((await decides(staff.organHead, complaint, request)).status).toBe(200);
  });

  it('take a second person, who does not handle the matter', async () => {
    const complaint = await named();
    const both = await api.as('p-both', ['reception_officer', 'approver_head']);
    const own = await asks(both, complaint);
    expect(refusal(await decides(both, complaint, own))).toEqual([403, 'not-permitted', 'is_another_person']);
    await api.knex('duties').insert({
      tenant_id: 'default',
      family_id: complaint.id,
      person_id: 'p-verifier',
      slot: 'handled|approved',
      duty: 'handled',
      case_id: complaint.id,
    });
    const verifier = await api.as('p-verifier', ['approver_incharge']);
    expect(refusal(await decides(verifier, complaint, own))).toEqual([
      403,
      'not-permitted',
      'is_not_handler',
    ]);
    expect(refusal(await decides(staff.handler, complaint, own)).slice(0, 2)).toEqual([403, 'not-permitted']);
    expect((await decides(staff.organHead, complaint, own)).status).toBe(200);
    const refused = await journal('act.refused', complaint);
    expect(refused.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { act: 'identity.approve', guard: 'is_another_person' },
        { act: 'identity.approve', guard: 'is_not_handler' },
      ]),
    );
  });

  it('are decided once', async () => {
    const complaint = await named();
    const id = await asks(await someone(), complaint);
    expect((await decides(staff.leader, complaint, id, false)).status).toBe(200);
    expect(closed(await decides(staff.organHead, complaint, id))).toEqual([409, 'request-closed', 'refused']);
    expect((await decides(staff.organHead, complaint, ABSENT)).status).toBe(404);
    expect((await decides(staff.organHead, await named(), id)).status).toBe(404);
  });

  it('take the superior body where the reporter gave no name as theirs, and for tracing', async () => {
    const nameless = await named({ isRealName: false });
    const complaint = await named();
    for (const [on, purpose] of [
      [nameless, 'feedback'],
      [complaint, 'tracing'],
    ] as const) {
      const id = await asks(await someone(), on, purpose);
      for (const caller of [staff.leader, staff.organHead])
        expect(refusal(await decides(caller, on, id))).toEqual([
          403,
          'not-permitted',
          'is_tracing_authority',
        ]);
      expect((await decides(staff.superior, on, id)).body.status).toBe('approved');
    }
  });

  it('show nothing to anybody but who asked and a custodian outside the matter', async () => {
    const complaint = await named();
    const requester = await someone();
    const id = await approved(requester, complaint);
    for (const caller of [staff.reception, staff.superior])
      expect(refusal(await opens(caller, complaint, id))).toEqual([
        403,
        'not-permitted',
        'is_requester_or_custodian',
      ]);
    for (const caller of [staff.reporter, staff.auditor, staff.system])
      expect((await opens(caller, complaint, id)).status).toBe(403);
    await api.knex('duties').insert({
      tenant_id: 'default',
      family_id: complaint.id,
      person_id: 'p-custodian-2',
      slot: 'received|handled',
      duty: 'received',
      case_id: complaint.id,
    });
    const involved = await api.as('p-custodian-2', ['identity_custodian']);
    expect(refusal(await opens(involved, complaint, id))).toEqual([
      403,
      'not-permitted',
      'is_outside_the_case',
    ]);
    expect((await opens(custodian, complaint, id)).status).toBe(200);
  });

  it('are not for the approver to use with a custodian’s key', async () => {
    const complaint = await named();
    const two = await api.as('p-two', ['approver_head', 'identity_custodian']);
    const id = await asks(await someone(), complaint);
    expect((await decides(two, complaint, id)).status).toBe(200);
    expect(refusal(await opens(two, complaint, id))).toEqual([403, 'not-permitted', 'is_another_person']);
    expect((await opens(custodian, complaint, id)).status).toBe(200);
  });

  it('die with the recusal of who asked, requested or granted, and with their leaving', async () => {
    for (const end of ['requested', 'granted', 'left'] as const) {
      const complaint = await named();
      const requester = await someone();
      const waiting = await asks(requester, complaint);
      const id = await approved(requester, complaint);
      if (end === 'left')
        await api.knex('people').where({ id: requester.person }).update({ left_at: new Date() });
      else
        await api.knex('recusals').insert({
          tenant_id: 'default',
          family_id: complaint.id,
          person_id: requester.person,
          status: end,
          ground: 'own_stake',
          case_id: complaint.id,
          changed_at: new Date(),
        });
      expect(closed(await opens(custodian, complaint, id))).toEqual([409, 'request-closed', 'lapsed']);
      expect(closed(await decides(staff.organHead, complaint, waiting))).toEqual([
        409,
        'request-closed',
        'lapsed',
      ]);
      const { body } = await staff.supervisor.get(at(complaint));
      expect(body.items.map(({ status }: { status: string }) => status)).toEqual(['lapsed', 'lapsed']);
      const own = await opens(requester, complaint, id);
      expect([end, [401, 403, 404, 409].includes(own.status)]).toEqual([end, true]);
      if (end === 'requested') expect(own.body.guard).toBe('is_not_recused');
    }
  });

  it('are not to be made or decided by who is recused', async () => {
    const complaint = await named();
    const id = await asks(await someone(), complaint);
    const recused = await api.as('p-recused', ['approver_head', 'reception_officer']);
    await api.knex('recusals').insert({
      tenant_id: 'default',
      family_id: complaint.id,
      person_id: recused.person,
      status: 'requested',
      ground: 'own_stake',
      case_id: complaint.id,
      changed_at: new Date(),
    });
    const replies = [
      await decides(recused, complaint, id),
      await recused.post(at(complaint), { purpose: 'feedback', reason: REASON }),
      await opens(recused, complaint, id),
    ];
    expect(replies.map(refusal)).toEqual(Array(3).fill([403, 'not-permitted', 'is_not_recused']));
    expect((await decides(staff.organHead, complaint, id)).status).toBe(200);
  });

  it('show nothing that could not be journalled, and leave the approval as it was', async () => {
    const complaint = await named();
    const requester = await someone();
    const id = await approved(requester, complaint);
    await api.knex.raw(`
      create function fail_on_purpose() returns trigger language plpgsql as $$
      begin raise exception 'broken on purpose'; end $$;
      create trigger fail_on_purpose before insert on journal for each row
        when (new.type = 'identity.opened') execute function fail_on_purpose()`);
    const before = await countRows(api.knex);
    const asker = {
      personId: requester.person,
      roles: ['reception_officer' as const],
      unit: null,
      keyId: '',
    };
    const of = { caseId: complaint.id, requestId: id };
    await expect(api.operations.openIdentity(asker, of)).rejects.toThrow('broken on purpose');
    expect(await countRows(api.knex)).toEqual(before);
    expect(await api.operations.listDisclosures(complaint.id)).toEqual([]);
    await api.knex.raw('drop trigger fail_on_purpose on journal; drop function fail_on_purpose()');
    expect((await opens(requester, complaint, id)).status).toBe(200);
  });

  it('are limited to ten an hour and person, and one more is an alarm', async () => {
    const complaint = await named();
    const eager = await api.as('p-eager', ['handling_dept_head']);
    for (let n = 0; n < 10; n++) await asks(eager, complaint);
    const replies = [
      await eager.post(at(complaint), { purpose: 'feedback', reason: REASON }),
      await eager.post(at(complaint), { purpose: 'feedback', reason: REASON }),
    ];
    for (const { status, body, headers } of replies) {
      expect([status, body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(3_000);
    }
    const alarms = await journal('identity.requests_unusual', complaint);
    expect(alarms.map(({ data, actor }) => [data, actor.id])).toEqual([
      [{ requests: 11, within: 'hour' }, await pseudonymOf(eager)],
    ]);
    expect((await (await someone()).post(at(complaint), { purpose: 'reward', reason: REASON })).status).toBe(
      201,
    );
  });

  it('open for 72 hours by the clock of clocks', async () => {
    const complaint = await named();
    const requester = await someone();
    const early = await approved(requester, complaint);
    const late = await approved(requester, complaint);
    const move = async (hours: number) => {
      const { body } = await staff.superior.get('/api/v1/sandbox/clock');
      const now = new Date(Date.parse(body.now as string) + hours * 3_600_000).toISOString();
      expect((await staff.superior.put('/api/v1/sandbox/clock', { now })).status).toBe(200);
    };
    await move(71.9);
    expect((await opens(requester, complaint, early)).status).toBe(200);
    await move(0.2);
    expect(closed(await opens(requester, complaint, late))).toEqual([409, 'request-closed', 'lapsed']);
    expect(closed(await opens(custodian, complaint, late))).toEqual([409, 'request-closed', 'lapsed']);
    const { body } = await staff.supervisor.get(at(complaint));
    expect(body.items.map(({ status }: { status: string }) => status)).toEqual(['lapsed', 'opened']);
  });

  it('count as nothing about the subject: they see none of it', async () => {
    const complaint = await named({ subject: SUBJECT });
    await approved(await someone(), complaint);
    expect((await staff.subject.get(at(complaint))).status).toBe(404);
    const { body } = await staff.subject.get('/api/v1/journal?type=identity.*');
    expect(body.items).toEqual([]);
  });
});
