/**
 * Conflicts found before anybody is put in charge: what the query tells, that the step refuses the same persons, and that
 * neither says more than its asker may know (domain 4.3).
 */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { ConflictList } from '../../src/contract/conflicts.ts';
import { describeApi, type Api } from '../harness.ts';
import { handedOver, registered, staffOf, SUBJECT, underVerification, type Staff } from '../staff.ts';

describeApi('conflicts', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const conflictsOf = async (person: string, on: Pick<CaseView, 'id'>): Promise<ConflictList> => {
    const { status, body } = await staff.supervisor.get(`/api/v1/cases/${on.id}/conflicts?person=${person}`);
    expect(status).toBe(200);
    return body as ConflictList;
  };
  const kinds = async (person: string, on: Pick<CaseView, 'id'>) =>
    (await conflictsOf(person, on)).items.map(({ kind, isBar }) => [kind, isBar]);
  const assigning = (on: CaseView, assignee: string) =>
    staff.supervisor.tries(on, 'ASSIGN', { assignee }, {});
  const guardOf = async (on: CaseView, assignee: string) => {
    const { status, body } = await assigning(on, assignee);
    return status === 200 ? 200 : [status, body.guard];
  };
  const BARRED = [409, 'names_nobody_concerned'];
  const declares = async (person: string, other: string, kind: string) => {
    const caller = await api.as(person, ['handler']);
    const reply = await caller.put(`/api/v1/people/${person}/relations`, { other, kind });
    expect(reply.status).toBe(200);
    return reply.body as { id: string };
  };

  it('are none for somebody nobody knows, and then the case is given to them', async () => {
    const complaint = await registered(staff);
    expect(await conflictsOf('p-nobody-knows', complaint)).toEqual({
      person: 'p-nobody-knows',
      isBarred: false,
      items: [],
    });
    expect(await guardOf(complaint, 'p-nobody-knows')).toBe(200);
  });

  it('bar the person the matter is about', async () => {
    const complaint = await registered(staff);
    expect(await kinds(SUBJECT, complaint)).toEqual([['named', true]]);
    expect(await guardOf(complaint, SUBJECT)).toEqual(BARRED);
  });

  it('bar whoever declared to be close to a person of the matter, and not a former colleague', async () => {
    await declares('p-cousin', SUBJECT, 'collateral_three_generations');
    await declares('p-mate', SUBJECT, 'former_colleague');
    const complaint = await registered(staff);
    expect(await kinds('p-cousin', complaint)).toEqual([['declared_relation', true]]);
    expect(await kinds('p-mate', complaint)).toEqual([['declared_relation', false]]);
    expect(await guardOf(complaint, 'p-cousin')).toEqual(BARRED);
    expect(await guardOf(complaint, 'p-mate')).toBe(200);
    const other = await registered(staff, { subject: 'p-another' });
    expect(await kinds('p-cousin', other)).toEqual([]);
    expect(await guardOf(other, 'p-cousin')).toBe(200);
  });

  it('bar nobody on the word of the person the matter is about, until personnel says so', async () => {
    await declares('p-accused', 'p-feared', 'spouse');
    const complaint = await registered(staff, { subject: 'p-accused' });
    expect(await kinds('p-feared', complaint)).toEqual([['declared_relation', false]]);
    const personnel = await api.as('p-personnel', ['org_personnel']);
    const confirmed = await personnel.put('/api/v1/people/p-accused/relations', {
      other: 'p-feared',
      kind: 'spouse',
    });
    expect(confirmed.status).toBe(200);
    expect(await kinds('p-feared', complaint)).toEqual([['declared_relation', true]]);
    expect(await guardOf(complaint, 'p-feared')).toEqual(BARRED);
  });

  it('bar no longer once the relation has ended', async () => {
    const { id } = await declares('p-once', SUBJECT, 'in_law');
    const complaint = await registered(staff);
    expect(await guardOf(complaint, 'p-once')).toEqual(BARRED);
    const personnel = await api.as('p-personnel-2', ['org_personnel']);
    expect((await personnel.send('delete', `/api/v1/people/p-once/relations/${id}`)).status).toBe(204);
    expect(await kinds('p-once', complaint)).toEqual([]);
    expect(await guardOf(complaint, 'p-once')).toBe(200);
  });

  it('bar whose recusal is asked for, and by no more than that', async () => {
    const complaint = await registered(staff);
    const asked = await staff.reviewer.does(complaint, 'REQUEST_RECUSAL', {
      person: 'p-handler',
      ground: 'witness',
      reason: 'Was there.',
    });
    expect(await kinds('p-handler', complaint)).toEqual([['recusal_requested', true]]);
    expect(await guardOf(asked, 'p-handler')).toEqual(BARRED);
    expect(await guardOf(asked, 'p-handler-2')).toBe(200);
  });

  it('bar a stand-in as they bar whoever is put in charge', async () => {
    await declares('p-stand-in', SUBJECT, 'spouse');
    const complaint = await registered(staff);
    const designating = (person: string) =>
      staff.superior.tries(complaint, 'DESIGNATE', { person, role: 'approver_head', reason: 'Away.' });
    const refused = await designating('p-stand-in');
    expect([refused.status, refused.body.guard]).toEqual(BARRED);
    expect((await designating('p-leader')).status).toBe(200);
  });

  it('bar whoever reported the matter, or is close to who did, without saying so', async () => {
    const insider = await api.as('p-insider', ['reporter']);
    const complaint = await insider.opens('complaint', { channel: 'web', subject: SUBJECT });
    await declares('p-insiders-wife', 'p-insider', 'spouse');
    const told = await conflictsOf('p-insider', complaint);
    expect(told.items.map(({ kind, isBar }) => [kind, isBar])).toEqual([['other_matter', true]]);
    expect({ ...(await conflictsOf('p-insiders-wife', complaint)), person: '' }).toEqual({
      ...told,
      person: '',
    });
    expect(await guardOf(complaint, 'p-insider')).toEqual(BARRED);
    expect(await guardOf(complaint, 'p-insiders-wife')).toEqual(BARRED);
  });

  it('tell of a part in another matter of the same person, by name where the asker may know of it', async () => {
    const { allegation } = await underVerification(staff);
    await staff.handler.does(allegation, 'RECORD_MATERIAL', { kind: 'document' });
    const complaint = await registered(staff);
    const { items } = await conflictsOf('p-handler', complaint);
    expect(
      items.every(({ kind, isBar, case: of }) => kind === 'part_elsewhere' && !isBar && of !== null),
    ).toBe(true);
    expect(items.length).toBeGreaterThan(0);
  });

  it('say of a matter the asker may not know of that something bars, and no more', async () => {
    // A matter that names the asker: they may not know of it as staff.
    const asker = await api.as('p-asker', ['case_supervisor']);
    const { allegation } = await handedOver(staff, { subject: 'p-both' });
    const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
      disposition: 'preliminary_verification',
      isRecusalClear: true,
      isStudiedCollectively: true,
    });
    const recused = await staff.reviewer.does(proposed, 'REQUEST_RECUSAL', {
      person: 'p-asker',
      ground: 'witness',
      reason: 'Was there.',
    });
    await staff.organHead.does(recused, 'DECIDE_RECUSAL', {
      person: 'p-asker',
      granted: true,
      reason: 'So it is.',
      acts: [],
    });
    const complaint = await registered(staff, { subject: 'p-both' });
    const { body } = await asker.get(`/api/v1/cases/${complaint.id}/conflicts?person=p-dept-head`);
    const { items } = body as ConflictList;
    expect(items.map(({ kind, isBar, case: of }) => [kind, isBar, of])).toEqual([
      ['other_matter', true, null],
    ]);
    const refused = await asker.tries(complaint, 'ASSIGN', { assignee: 'p-dept-head' });
    expect([refused.status, refused.body.guard]).toEqual(BARRED);
    expect(await guardOf(complaint, 'p-dept-head')).toBe(200);
  });

  it('tell of a common unit, to be weighed', async () => {
    await api.as('p-boss', ['subject'], { unit: 'works' });
    await api.as('p-worker', ['handler'], { unit: 'works' });
    await api.as('p-outside', ['handler'], { unit: 'discipline' });
    const complaint = await registered(staff, { subject: 'p-boss' });
    expect(await kinds('p-worker', complaint)).toEqual([['same_unit', false]]);
    expect(await kinds('p-outside', complaint)).toEqual([]);
    expect(await guardOf(complaint, 'p-worker')).toBe(200);
  });

  it('tell which duties the one a person has rules out', async () => {
    const complaint = await registered(staff, { subject: 'p-once-only' });
    const { items } = await conflictsOf('p-reception', complaint);
    expect(items.map(({ kind, isBar, bars }) => [kind, isBar, bars])).toEqual([
      ['incompatible_duty', false, ['handled', 'heard_appeal']],
    ]);
  });

  it('are looked up by those who give out cases, in cases they may know of, and the journal says so', async () => {
    const complaint = await registered(staff);
    const path = `/api/v1/cases/${complaint.id}/conflicts?person=p-handler`;
    expect((await staff.handler.get(path)).status).toBe(403);
    expect((await staff.reporter.get(path)).status).toBe(403);
    const concerned = await api.as(SUBJECT, ['case_supervisor']);
    expect((await concerned.get(path)).status).toBe(404);
    expect(
      (await staff.supervisor.get(path.replace(complaint.id, '01980f5e-7c00-7000-8000-000000000009'))).status,
    ).toBe(404);
    expect((await staff.supervisor.get(path)).status).toBe(200);
    await api.operations.integrateJournal();
    const { body } = await staff.auditor.get(`/api/v1/journal?case=${complaint.id}&type=conflict.searched`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].data).toEqual({ about: expect.stringMatching(/^a-/) as string });
  });
});

describeApi('declared relations', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const path = '/api/v1/people/p-handler/relations';

  it('are declared and read by the person and by personnel, and by nobody else', async () => {
    const personnel = await api.as('p-personnel', ['org_personnel']);
    const own = await staff.handler.put(path, { other: 'p-1', kind: 'spouse' });
    expect([own.status, own.body.isBar, own.body.declaredBy]).toEqual([200, true, 'p-handler']);
    expect((await personnel.put(path, { other: 'p-2', kind: 'stake' })).status).toBe(200);
    for (const caller of [staff.supervisor, staff.organHead, staff.auditor, staff.reporter, staff.system]) {
      expect((await caller.put(path, { other: 'p-1', kind: 'spouse' })).status).toBe(403);
      expect((await caller.get(path)).status).toBe(403);
    }
    const { body } = await staff.handler.get(path);
    expect(body.items.map(({ other }: { other: string }) => other)).toEqual(['p-1', 'p-2']);
    expect((await personnel.get(path)).body).toEqual(body);
    const party = await api.as('p-party', ['subject']);
    expect((await party.get('/api/v1/people/p-party/relations')).status).toBe(403);
  });

  it('stay as they are when they are declared again', async () => {
    const once = await staff.reviewer.put('/api/v1/people/p-reviewer/relations', {
      other: 'p-3',
      kind: 'in_law',
    });
    const again = await staff.reviewer.put('/api/v1/people/p-reviewer/relations', {
      other: 'p-3',
      kind: 'in_law',
    });
    expect([once.status, again.status, again.body]).toEqual([200, 200, once.body]);
  });

  it('are of the closed list, and to somebody else', async () => {
    for (const body of [
      { other: 'p-1', kind: 'friend' },
      { other: 'p-1', kind: 'spouse', why: 'x' },
      { other: 'p-handler', kind: 'spouse' },
    ])
      expect((await staff.handler.put(path, body)).status).toBe(422);
    expect((await staff.handler.put(path, { other: 'p-4', kind: 'spouse' })).status).toBe(200);
  });

  it('that come up after somebody was given the case are told to its readers', async () => {
    const arisen = async (on: Pick<CaseView, 'id'>) => {
      while (await api.operations.integrateJournal());
      return (await staff.supervisor.get(`/api/v1/journal?case=${on.id}&type=conflict.arisen`)).body
        .items as unknown[];
    };
    const late = await api.as('p-late', ['handler']);
    const declares = (other: string, kind: string) =>
      late.put('/api/v1/people/p-late/relations', { other, kind });
    const given = await staff.supervisor.does(await registered(staff, { subject: 'p-kin' }), 'ASSIGN', {
      assignee: 'p-late',
    });
    const others = await staff.supervisor.does(await registered(staff, { subject: 'p-kin' }), 'ASSIGN', {
      assignee: 'p-handler',
    });
    await declares('p-stranger', 'spouse');
    await declares('p-kin', 'former_colleague');
    expect(await arisen(given)).toEqual([]);
    await declares('p-kin', 'spouse');
    expect(await arisen(given)).toHaveLength(1);
    expect(await arisen(others)).toEqual([]);
  });

  it('are ended by personnel whom they do not concern, once, and are kept', async () => {
    const personnel = await api.as('p-personnel-2', ['org_personnel']);
    const own = await personnel.put('/api/v1/people/p-personnel-2/relations', {
      other: 'p-5',
      kind: 'spouse',
    });
    const end = (caller: typeof personnel, person: string, id: string) =>
      caller.send('delete', `/api/v1/people/${person}/relations/${id}`);
    expect((await end(personnel, 'p-personnel-2', own.body.id)).status).toBe(403);
    const other = await api.as('p-5', ['org_personnel']);
    expect((await end(other, 'p-personnel-2', own.body.id)).status).toBe(403);
    expect((await end(staff.supervisor, 'p-personnel-2', own.body.id)).status).toBe(403);
    const third = await api.as('p-personnel-3', ['org_personnel']);
    expect((await end(third, 'p-personnel-2', 'nonsense')).status).toBe(404);
    expect((await end(third, 'p-handler', own.body.id)).status).toBe(404);
    expect((await end(third, 'p-personnel-2', own.body.id)).status).toBe(204);
    expect((await end(third, 'p-personnel-2', own.body.id)).status).toBe(404);
    const { body } = await personnel.get('/api/v1/people/p-personnel-2/relations');
    expect(body.items.map(({ endedAt }: { endedAt: string | null }) => endedAt === null)).toEqual([false]);
  });

  it('are journalled by pseudonyms', async () => {
    await staff.leader.put('/api/v1/people/p-leader/relations', { other: 'p-6', kind: 'stake' });
    await api.operations.integrateJournal();
    const { body } = await staff.auditor.get('/api/v1/journal?type=relation.declared&order=desc&limit=1');
    expect(body.items[0].data).toMatchObject({
      person: expect.stringMatching(/^a-/) as string,
      other: expect.stringMatching(/^a-/) as string,
      kind: 'stake',
    });
    expect(JSON.stringify(body)).not.toMatch(/p-leader|p-6/);
  });
});
