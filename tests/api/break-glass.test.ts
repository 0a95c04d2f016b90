/**
 * Reading a family out of the ordinary: who may, for how long, who is told, what it does not open, and that concern and
 * recusal beat it at once (domain 4.2, 4.3).
 */
import { beforeAll, expect, it } from 'vitest';
import type { BreakGlassView } from '../../src/contract/break-glass.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import { GRANTABLE_ROLES, STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const ADDRESS = '/api/v1/break-glass';
const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const REASON = 'The handler is in hospital and the deadline is today.';

const breaks = (caller: Caller, caseId: string, more: object = {}) =>
  caller.post(ADDRESS, { caseId, reason: REASON, ...more });
const opens = async (caller: Caller, caseId: string, more: object = {}): Promise<BreakGlassView> => {
  const reply = await breaks(caller, caseId, more);
  expect([reply.status, reply.body.detail]).toEqual([201, undefined]);
  return reply.body as BreakGlassView;
};
const sees = async (caller: Caller, { id }: Pick<CaseView, 'id'>) =>
  (await caller.get(`/api/v1/cases/${id}`)).status;

describeApi('breaking glass', (start, kind) => {
  let api: Api;
  let staff: Staff;
  let made = 0;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
  });
  /** A handler who is of no team, and so knows of no assigned family. */
  const outsider = () => api.as(`p-outsider-${made++}`, ['handler']);
  /** A complaint that was given to somebody. */
  const assigned = async (data?: Record<string, unknown>): Promise<CaseView> =>
    staff.supervisor.does(await registered(staff, data), 'ASSIGN', { assignee: 'p-handler' });
  const entries = async (caseId: string, type: string) => {
    await api.operations.integrateJournal();
    const { body } = await staff.auditor.get(`/api/v1/journal?case=${caseId}&type=${type}`);
    return body.items as { actor: { id: string }; data: object; withheld: string[] }[];
  };

  it('opens a family to somebody who may not know of it, and the journal has it before', async () => {
    const caller = await outsider();
    const on = await assigned();
    expect(await sees(caller, on)).toBe(404);
    const opened = await opens(caller, on.id, { hours: 2 });
    expect(opened).toMatchObject({
      person: caller.person,
      case: on.id,
      isOpen: true,
      reason: REASON,
      review: null,
    });
    expect(Date.parse(opened.until) - Date.parse(opened.from)).toBe(2 * 3_600_000);
    expect(await sees(caller, on)).toBe(200);
    const [entry] = await entries(on.id, 'break_glass.opened');
    expect(entry).toMatchObject({ data: { breakGlass: opened.id, until: opened.until }, withheld: ['text'] });
  });

  it('lasts four hours unless said otherwise, and ends by itself', async () => {
    const caller = await outsider();
    const on = await assigned();
    const { from, until } = await opens(caller, on.id);
    expect(Date.parse(until) - Date.parse(from)).toBe(4 * 3_600_000);
    await api.operations.moveSandboxClock(new Date(Date.parse(until) - 60_000).toISOString());
    expect(await sees(caller, on)).toBe(200);
    await api.operations.moveSandboxClock(until);
    expect(await sees(caller, on)).toBe(404);
  });

  it('opens reading and no acting', async () => {
    const caller = await outsider();
    const on = await assigned();
    expect((await caller.tries(on, 'NOTE', { text: 'x' })).status).toBe(404);
    await opens(caller, on.id);
    const reply = await caller.tries(on, 'NOTE', { text: 'x' });
    expect([reply.status, reply.body.code, reply.body.guard]).toEqual([
      403,
      'not-permitted',
      'is_not_only_read',
    ]);
    const actions = await caller.get(`/api/v1/cases/${on.id}/actions`);
    expect([actions.status, actions.body.items]).toEqual([200, []]);
    const inTeam = await api.as('p-handler', ['handler']);
    expect((await inTeam.tries(on, 'NOTE', { text: 'x' })).status).toBe(200);
  });

  it('is for staff, whatever their role, and for nobody else', async () => {
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      const { status } = await breaks(caller, ABSENT);
      expect([role, status]).toEqual([role, STAFF_ROLES.includes(role) ? 404 : 403]);
    }
  });

  it('takes a reason of twenty characters and one to twenty-four hours', async () => {
    const caller = await outsider();
    const on = await assigned();
    for (const more of [
      { reason: 'Too short a reason.' },
      { reason: `${' '.repeat(30)}short` },
      { hours: 0 },
      { hours: 25 },
      { hours: 1.5 },
      { why: 'x' },
    ])
      expect((await breaks(caller, on.id, more)).status).toBe(422);
    expect(await sees(caller, on)).toBe(404);
    expect((await breaks(caller, on.id, { hours: 24 })).status).toBe(201);
  });

  it('answers whom it never opens a family to as if it were not there', async () => {
    const on = await assigned({ subject: 'p-named' });
    const absent = await breaks(await outsider(), ABSENT);
    const recused = await outsider();
    await staff.reviewer.does(on, 'REQUEST_RECUSAL', {
      person: recused.person,
      ground: 'witness',
      reason: 'Was there.',
    });
    const related = await outsider();
    await related.put(`/api/v1/people/${related.person}/relations`, { other: 'p-named', kind: 'spouse' });
    const named = await api.as('p-named', ['handler']);
    const told = ({ instance: _instance, ...rest }: Record<string, unknown>) => rest;
    for (const caller of [recused, related, named]) {
      const { status, body } = await breaks(caller, on.id);
      expect([caller.person, status, told(body)]).toEqual([caller.person, 404, told(absent.body)]);
      expect(await sees(caller, on)).toBe(404);
    }
    expect((await breaks(await outsider(), on.id)).status).toBe(201);
  });

  it('opens no matter to who reported it', async () => {
    const reporter = await api.as('p-insider', ['reporter']);
    const own = await reporter.opens('complaint', { channel: 'web', subject: SUBJECT });
    const insider = await api.as('p-insider', ['handler']);
    expect((await breaks(insider, own.id)).status).toBe(404);
  });

  it('opens to no head what concerns the head', async () => {
    const on = await aComplaint(staff, { concernsHead: true });
    expect((await breaks(staff.organHead, on.id)).status).toBe(404);
    const other = await aComplaint(staff);
    expect((await breaks(staff.organHead, other.id)).status).toBe(201);
  });

  it('puts a refusal on record as well, for an absent case as for another', async () => {
    const caller = await api.as('p-named-too', ['handler']);
    const on = await assigned({ subject: 'p-named-too' });
    const before = await countRows(api.knex);
    for (const id of [on.id, ABSENT]) await breaks(caller, id);
    const after = await countRows(api.knex);
    expect(after.journal! - before.journal!).toBe(2);
    expect(after.break_glass).toBe(before.break_glass);
    await api.operations.integrateJournal();
    const { body } = await staff.auditor.get('/api/v1/journal?type=break_glass.refused&order=desc&limit=2');
    expect(
      body.items.map(({ data, outcome }: { data: { case: string }; outcome: string }) => [
        data.case,
        outcome,
      ]),
    ).toEqual([
      [ABSENT, 'refused'],
      [on.id, 'refused'],
    ]);
  });

  it('is beaten by a recusal and by concern that come up meanwhile, at once and in the whole family', async () => {
    const recused = await outsider();
    const concerned = await outsider();
    const { complaint, allegation } = await handedOver(staff);
    const on = await staff.supervisor.does(allegation, 'ASSIGN', { assignee: 'p-handler' });
    for (const caller of [recused, concerned]) {
      await opens(caller, complaint.id);
      expect([await sees(caller, complaint), await sees(caller, on)]).toEqual([200, 200]);
    }
    const asked = await staff.reviewer.does(complaint, 'REQUEST_RECUSAL', {
      person: recused.person,
      ground: 'witness',
      reason: 'Was there.',
    });
    await staff.organHead.does(asked, 'DECIDE_RECUSAL', {
      person: recused.person,
      granted: true,
      reason: 'So it is.',
      acts: [],
    });
    expect([await sees(recused, complaint), await sees(recused, on)]).toEqual([404, 404]);
    expect(await sees(concerned, complaint)).toBe(200);
    await api.knex('case_persons').insert({
      tenant_id: (await api.knex('cases').where({ id: on.id }).first<{ tenant_id: string }>()).tenant_id,
      person_id: concerned.person,
      case_id: on.id,
    });
    expect([await sees(concerned, complaint), await sees(concerned, on)]).toEqual([404, 404]);
  });

  it('ends when a relation is declared that bars', async () => {
    const caller = await outsider();
    const on = await assigned({ subject: 'p-relative' });
    await opens(caller, on.id);
    const relations = `/api/v1/people/${caller.person}/relations`;
    await caller.put(relations, { other: 'p-relative', kind: 'former_colleague' });
    expect(await sees(caller, on)).toBe(200);
    await caller.put(relations, { other: 'p-relative', kind: 'direct_blood' });
    expect(await sees(caller, on)).toBe(404);
  });

  it('is no act of a person, so that nothing has to be disposed of when they stand aside', async () => {
    const caller = await outsider();
    const on = await assigned();
    await opens(caller, on.id);
    await caller.post(`/api/v1/cases/${on.id}/interference`, {
      kind: 'inquiry',
      by: { person: 'p-curious' },
      on: '2026-01-05',
      how: 'Asked in the corridor.',
    });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${on.id}/acts?person=${caller.person}`);
    expect(body.items).toEqual([]);
  });

  it('shows at once to those who watch over cases, and to the person, and to nobody else', async () => {
    const caller = await outsider();
    const other = await outsider();
    const on = await assigned();
    const { id } = await opens(caller, on.id);
    const listed = async (who: Caller, query = '') =>
      ((await who.get(`${ADDRESS}?limit=200${query}`)).body.items as BreakGlassView[]).filter(
        (item) => item.id === id,
      );
    for (const who of [staff.supervisor, staff.superior, caller])
      expect((await listed(who))[0]).toMatchObject({
        person: caller.person,
        reason: REASON,
        isReviewOverdue: false,
      });
    for (const who of [other, staff.organHead, staff.deptHead]) expect(await listed(who)).toEqual([]);
    expect((await staff.auditor.get(ADDRESS)).status).toBe(403);
    // Somebody whom the matter concerns is told of nothing, though they watch over others.
    const named = await api.as(SUBJECT, ['case_supervisor']);
    expect(await listed(named)).toEqual([]);
  });

  it('is ended early by the person or by who reviews, and by nobody else', async () => {
    const other = await outsider();
    for (const by of ['self', 'supervisor'] as const) {
      const caller = await outsider();
      const on = await assigned();
      const { id } = await opens(caller, on.id);
      expect((await other.send('delete', `${ADDRESS}/${id}`)).status).toBe(404);
      expect(await sees(caller, on)).toBe(200);
      const ending = by === 'self' ? caller : staff.supervisor;
      expect((await ending.send('delete', `${ADDRESS}/${id}`)).status).toBe(204);
      expect(await sees(caller, on)).toBe(404);
      expect((await ending.send('delete', `${ADDRESS}/${id}`)).status).toBe(204);
      expect(await entries(on.id, 'break_glass.ended')).toHaveLength(1);
    }
    expect((await other.send('delete', `${ADDRESS}/nonsense`)).status).toBe(404);
  });

  it('is reviewed once, by another person, and found justified only when it has ended', async () => {
    const caller = await api.as(`p-watches-${kind}`, ['handler', 'case_supervisor']);
    const on = await assigned();
    const { id } = await opens(caller, on.id);
    const review = (who: Caller, body: object) => who.put(`${ADDRESS}/${id}/review`, body);
    const own = await review(caller, { outcome: 'justified' });
    expect([own.status, own.body.code]).toEqual([403, 'not-permitted']);
    expect((await review(staff.deptHead, { outcome: 'justified' })).status).toBe(403);
    expect((await review(staff.supervisor, { outcome: 'perhaps' })).status).toBe(422);
    const early = await review(staff.supervisor, { outcome: 'justified' });
    expect([early.status, early.body.code]).toEqual([409, 'event-not-allowed']);
    await caller.send('delete', `${ADDRESS}/${id}`);
    const reviewed = await review(staff.supervisor, { outcome: 'justified', remark: 'The file was needed.' });
    expect([reviewed.status, reviewed.body.review]).toMatchObject([
      200,
      { by: 'p-supervisor', outcome: 'justified', remark: 'The file was needed.' },
    ]);
    expect((await review(staff.superior, { outcome: 'not_justified' })).status).toBe(409);
    const [entry] = await entries(on.id, 'break_glass.reviewed');
    expect(entry).toMatchObject({ data: { breakGlass: id, outcome: 'justified' }, withheld: ['text'] });
  });

  it('that was not justified ends with the review', async () => {
    const caller = await outsider();
    const on = await assigned();
    const { id } = await opens(caller, on.id);
    const { status, body } = await staff.superior.put(`${ADDRESS}/${id}/review`, {
      outcome: 'not_justified',
    });
    expect([status, body.isOpen]).toEqual([200, false]);
    expect(await sees(caller, on)).toBe(404);
  });

  it('keeps reason and remark sealed', async () => {
    const secret = 'a most particular reason of Wednesday';
    const caller = await outsider();
    const on = await assigned();
    const { id } = await opens(caller, on.id, { reason: secret });
    await staff.superior.put(`${ADDRESS}/${id}/review`, { outcome: 'not_justified', remark: secret });
    const { rows } = await api.knex.raw<{ rows: { kept: string }[] }>(
      `select b::text as kept from break_glass b union all select j::text from journal j
       union all select coalesce(convert_from(decode(replace(replace(rpad(d.disclosure,
         (4 * ceil(length(d.disclosure) / 4.0))::int, '='), '-', '+'), '_', '/'), 'base64'), 'UTF8'), '') from journal_sealed d`,
    );
    expect(rows.filter(({ kept }) => kept.includes('particular'))).toEqual([]);
    expect(api.logged.join('\n')).not.toContain('particular');
  });

  it('is had three at a time, also where several are asked for at once', async () => {
    const caller = await outsider();
    const cases = await Promise.all([1, 2, 3, 4, 5].map(() => assigned()));
    const replies = await Promise.all(cases.map(({ id }) => breaks(caller, id)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429]);
    const refused = replies.find(({ status }) => status === 429)!;
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3 * 3_600);
    const open = replies.find(({ status }) => status === 201)!;
    await caller.send('delete', `${ADDRESS}/${(open.body as BreakGlassView).id}`);
    expect((await breaks(caller, cases[0]!.id)).status).toBe(201);
  });

  it('is had ten times a week', async () => {
    const caller = await outsider();
    const on = await assigned();
    for (let count = 0; count < 10; count++) {
      const { id } = await opens(caller, on.id);
      await caller.send('delete', `${ADDRESS}/${id}`);
    }
    const refused = await breaks(caller, on.id);
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(6 * 86_400);
    const { now } = (await staff.superior.get('/api/v1/sandbox/clock')).body as { now: string };
    await api.operations.moveSandboxClock(new Date(Date.parse(now) + (seconds + 5) * 1_000).toISOString());
    expect((await breaks(caller, on.id)).status).toBe(201);
  });

  it('that nobody reviewed for three days is marked', async () => {
    const caller = await outsider();
    const { id, from } = await opens(caller, (await assigned()).id);
    const isOverdue = async () =>
      ((await staff.supervisor.get(`${ADDRESS}?limit=200`)).body.items as BreakGlassView[]).find(
        (item) => item.id === id,
      )!.isReviewOverdue;
    await api.operations.moveSandboxClock(new Date(Date.parse(from) + 3 * 86_400_000 - 60_000).toISOString());
    expect(await isOverdue()).toBe(false);
    await api.operations.moveSandboxClock(new Date(Date.parse(from) + 3 * 86_400_000).toISOString());
    expect(await isOverdue()).toBe(true);
    await staff.superior.put(`${ADDRESS}/${id}/review`, { outcome: 'justified' });
    const all = (await staff.supervisor.get(`${ADDRESS}?limit=200&pending=false`)).body
      .items as BreakGlassView[];
    expect(all.find((item) => item.id === id)).toMatchObject({ isReviewOverdue: false, isOpen: false });
    const pending = (await staff.supervisor.get(`${ADDRESS}?limit=200`)).body.items as BreakGlassView[];
    expect(pending.filter((item) => item.id === id)).toEqual([]);
  });
});
