/**
 * Who looked at what is on record before they see it: readings of sealed texts and papers, searches over persons, refusals.
 * An auditor reads who saw what and not what they saw, and nothing that is about the auditor.
 */
import { beforeAll, expect, it } from 'vitest';
import { SEARCHES_PER_HOUR } from '../../src/contract/limits.ts';
import type { JournalItem } from '../../src/contract/journal.ts';
import { PURPOSES } from '../../src/domain/purpose.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, staffOf, SUBJECT, type HandedOver, type Staff } from '../staff.ts';

describeApi('the self-audit', (start) => {
  let api: Api;
  let staff: Staff;
  let known: HandedOver;
  let paper: string;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    known = await handedOver(staff);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${known.complaint.id}/papers`);
    paper = body.items[0].id;
  });

  const pseudonymOf = async (person: string): Promise<string> =>
    (await api.knex('people').where({ id: person }).first('pseudonym')).pseudonym;
  const entries = async (query: string, caller: Caller = staff.auditor): Promise<JournalItem[]> => {
    while (await api.operations.integrateJournal());
    const { status, body } = await caller.get(`/api/v1/journal?limit=200&order=asc&${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body.items as JournalItem[];
  };
  /** What a request adds to the journal: its entries of this kind that were not there before. */
  const added = async (query: string, request: () => Promise<unknown>): Promise<JournalItem[]> => {
    const before = (await entries(query)).length;
    await request();
    return (await entries(query)).slice(before);
  };
  const events = () => `/api/v1/cases/${known.complaint.id}/events`;

  it('knows who opened the texts of a case and for what, once an hour for each purpose', async () => {
    const reader = await api.as('p-reader', ['case_supervisor']);
    const by = `actor=${await pseudonymOf('p-reader')}`;
    const read = (purpose?: string) => reader.get(events(), purpose ? { 'X-Purpose': purpose } : {});
    const first = await added(by, () => read('supervision'));
    expect(first).toMatchObject([
      {
        type: 'case.read',
        case: known.complaint.id,
        seq: null,
        outcome: 'done',
        data: { purpose: 'supervision' },
        withheld: [],
      },
    ]);
    expect(JSON.stringify(first)).not.toContain('See enclosure.');
    expect(await added(by, () => Promise.all([read('supervision'), read('supervision')]))).toEqual([]);
    expect((await added(by, () => read())).map(({ data }) => data)).toEqual([{ purpose: 'not_stated' }]);
  });

  it('has the entry before the reader has the answer, once for many who ask at once', async () => {
    await api.as('p-many', ['case_supervisor']);
    const many = await api.as('p-many', ['case_supervisor']);
    const own = { actor: await pseudonymOf('p-many'), type: 'case.read' };
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        expect((await many.get(events())).status).toBe(200);
        expect(await api.knex('journal').where(own)).toHaveLength(1);
      }),
    );
  });

  it('knows who rebuilt a case as it stood, and asks nothing of who reads its codes as it stands', async () => {
    const reader = await api.as('p-historian', ['case_supervisor']);
    const by = `actor=${await pseudonymOf('p-historian')}`;
    const path = `/api/v1/cases/${known.complaint.id}`;
    expect(await added(by, () => reader.get(path))).toEqual([]);
    const now = encodeURIComponent(new Date().toISOString());
    expect(await added(by, () => reader.get(`${path}?at=${now}`))).toMatchObject([{ type: 'case.read' }]);
  });

  it.each(['html', 'pdf'])('knows who read a paper as %s', async (form) => {
    const reader = await api.as(`p-reader-${form}`, ['case_supervisor']);
    const by = `actor=${await pseudonymOf(`p-reader-${form}`)}`;
    const path = `/api/v1/cases/${known.complaint.id}/papers/${paper}/${form}`;
    expect(await added(by, () => reader.get(path, { 'X-Purpose': 'appeal' }))).toMatchObject([
      { type: 'paper.read', case: known.complaint.id, data: { paper, purpose: 'appeal' } },
    ]);
  });

  it('does not watch a party who reads what is theirs, and records nothing where there was nothing to read', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    const before = await countRows(api.knex);
    expect((await staff.reporter.get(`/api/v1/cases/${own.id}/events`)).status).toBe(200);
    expect((await staff.otherReporter.get(`/api/v1/cases/${own.id}/events`)).status).toBe(404);
    expect((await staff.supervisor.get(`${events().slice(0, -7)}/papers/${own.id}/html`)).status).toBe(404);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('knows who asked for a person, by pseudonyms, whether or not there is anything to find', async () => {
    const by = `type=person.searched&actor=${await pseudonymOf('p-leader')}`;
    const path = (person: string) => `/api/v1/people/${person}/freeze`;
    const asked = await added(by, async () => {
      await staff.leader.get(path(SUBJECT), { 'X-Purpose': 'personnel' });
      await staff.leader.get(path('p-nobody-knows'));
    });
    expect(asked.map(({ data }) => data)).toEqual([
      { by: 'freeze', person: await pseudonymOf(SUBJECT), purpose: 'personnel' },
      { by: 'freeze', person: null, purpose: 'not_stated' },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/p-subject|p-nobody/);
  });

  it('takes a word of the case list for a search when it is a person, and for none when it is a code or a case', async () => {
    const by = `type=person.searched&actor=${await pseudonymOf('p-supervisor')}`;
    const list = (q: string, more = '') => staff.supervisor.get(`/api/v1/cases?q=${q}${more}`);
    await api.as('20251109', ['handler']);
    const asked = await added(by, async () => {
      for (const q of [SUBJECT, 'p-nobody-knows', '20251109']) await list(q);
      for (const q of ['complaint', 'registered', known.complaint.id, known.complaint.id.slice(0, 8), '4711'])
        await list(q);
    });
    expect(asked.map(({ data }) => data)).toEqual(
      [await pseudonymOf(SUBJECT), null, await pseudonymOf('20251109')].map((person) => ({
        by: 'case_list',
        person,
        purpose: 'not_stated',
      })),
    );
    const { body } = await staff.supervisor.get('/api/v1/cases?limit=1');
    expect(body.nextCursor).not.toBeNull();
    // A page beyond the first is a search all the same: a cursor does not say what it was given for.
    expect(await added(by, () => list(SUBJECT, `&cursor=${body.nextCursor}`))).toHaveLength(1);
  });

  it.each(['curiosity', 'HANDLING', '', 'handling,audit'])('refuses the purpose %j', async (purpose) => {
    const headers = { 'X-Purpose': purpose };
    for (const path of [events(), '/api/v1/cases', `/api/v1/people/${SUBJECT}/freeze`]) {
      const { status, body } = await staff.supervisor.get(path, headers);
      expect([path, status, body.errors?.[0].pointer]).toEqual([path, 400, '/headers/x-purpose']);
    }
  });

  it('takes every purpose of the list', async () => {
    for (const purpose of Object.keys(PURPOSES))
      expect((await staff.supervisor.get(events(), { 'X-Purpose': purpose })).status).toBe(200);
  });

  it('knows who wanted what their roles do not open, and does not say it a hundred times', async () => {
    const by = `type=request.refused&actor=${await pseudonymOf('p-handler')}`;
    const refused = await added(by, async () => {
      for (let asked = 0; asked < 5; asked++)
        expect((await staff.handler.get(`/api/v1/people/${SUBJECT}/freeze`)).status).toBe(403);
      expect((await staff.handler.get('/api/v1/statistics/clarification-coverage')).status).toBe(403);
    });
    expect(refused).toMatchObject([
      { outcome: 'refused', case: null, data: { operation: 'readFreeze' } },
      { outcome: 'refused', case: null, data: { operation: 'countClarifications' } },
    ]);
    expect(JSON.stringify(refused)).not.toContain(SUBJECT);
  });

  it('knows who wanted to open a case they may not, and no caller whom nobody knows', async () => {
    const by = `type=request.refused&actor=${await pseudonymOf('p-handler')}`;
    const refused = await added(by, () => staff.handler.triesToOpen('complaint', { channel: 'letter' }));
    expect(refused).toMatchObject([{ data: { operation: 'openCase' } }]);
    const before = await countRows(api.knex);
    expect((await api.with('lw_unknown').get(`/api/v1/people/${SUBJECT}/freeze`)).status).toBe(401);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('finds searches by one person unusual past their measure of an hour, says so once, and answers no more', async () => {
    const curious = await api.as('p-curious', ['org_personnel']);
    const busy = await api.as('sys-personnel', ['api_client']);
    const ask = (who: Caller, at: number) => who.get(`/api/v1/people/p-${at}/freeze`);
    for (let at = 0; at < SEARCHES_PER_HOUR; at++) {
      const { status } = await ask(curious, at);
      if (status !== 200) throw new Error(`search ${at}: ${status}`);
    }
    const replies = [await ask(curious, 1), await ask(curious, 2), await curious.get('/api/v1/cases?q=p-3')];
    for (const { status, headers } of replies) {
      expect([status, headers['ratelimit-policy']]).toEqual([
        429,
        `"searches";q=${SEARCHES_PER_HOUR};w=3600`,
      ]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(3_000);
    }
    const own = await entries(`actor=${await pseudonymOf('p-curious')}&type=searches.*`);
    expect(own).toMatchObject([
      { type: 'searches.unusual', outcome: 'refused', data: { searches: SEARCHES_PER_HOUR, within: 'hour' } },
    ]);
    // Others are not held to it, nor is what is no search.
    expect((await ask(staff.leader, 1)).status).toBe(200);
    expect((await curious.get('/api/v1/cases')).status).toBe(200);
    expect((await ask(busy, 1)).status).toBe(200);
  }, 60_000);

  it('is for auditors: colleagues see what they read themselves and not who else did', async () => {
    const reader = await api.as('p-colleague', ['case_supervisor']);
    await reader.get(events());
    await staff.supervisor.get(events());
    const query = `case=${known.complaint.id}&type=*.read`;
    const own = await pseudonymOf('p-colleague');
    const seen = await entries(query, reader);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every(({ actor }) => actor.id === own)).toBe(true);
    expect((await entries(query)).some(({ actor }) => actor.id !== own)).toBe(true);
  });
});

describeApi("an auditor's view", (start) => {
  let api: Api;
  let staff: Staff;
  let known: HandedOver;
  let about: Caller;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    about = await api.as(SUBJECT, ['auditor']);
    known = await handedOver(staff);
    await staff.leader.get(`/api/v1/people/${SUBJECT}/freeze`);
    await staff.leader.get(`/api/v1/people/p-reviewer/freeze`);
    await staff.supervisor.get(`/api/v1/cases/${known.complaint.id}/events`);
    while (await api.operations.integrateJournal());
  });
  const entries = async (caller: Caller, query = ''): Promise<JournalItem[]> =>
    (await caller.get(`/api/v1/journal?limit=200&order=asc&${query}`)).body.items as JournalItem[];

  it('names persons by pseudonym, and whom the journal has no name for not at all', async () => {
    const unheard = await staff.reception.opens('complaint', { channel: 'web', subject: 'p-never-heard-of' });
    while (await api.operations.integrateJournal());
    const { pseudonym } = await api.knex('people').where({ id: SUBJECT }).first('pseudonym');
    const items = await entries(staff.auditor);
    const submitted = items.filter(({ type }) => type === 'complaint.SUBMIT');
    expect(submitted.map(({ data }) => data?.subject)).toEqual([pseudonym, 'withheld']);
    const handed = items.find(({ type }) => type === 'complaint.HAND_OVER')!;
    expect(handed.data).toMatchObject({ allegations: [{ point: 'point-1', subject: pseudonym }] });
    expect(JSON.stringify(items)).not.toMatch(/"p-[a-z]/);
    // Who works on the case reads whom it is about.
    const { body } = await staff.supervisor.get(`/api/v1/cases/${unheard.id}/events`);
    expect(body.items[0].data.subject).toBe('p-never-heard-of');
  });

  it('has no texts and no facts, but what they were withheld as', async () => {
    const items = await entries(staff.auditor, `case=${known.complaint.id}`);
    expect(JSON.stringify(items)).not.toContain('See enclosure.');
    expect(items[0]!.withheld).toEqual(['facts', 'text']);
  });

  it('has nothing of families that are about the auditor, nor that anybody searched for them', async () => {
    const own = await entries(about);
    const all = await entries(staff.auditor);
    const family = [known.complaint.id, known.allegation.id];
    expect(all.some((item) => family.includes(item.case ?? ''))).toBe(true);
    expect(own.some((item) => family.includes(item.case ?? ''))).toBe(false);
    expect(await entries(about, `case=${known.complaint.id}`)).toEqual([]);
    const searched = ({ type }: JournalItem) => type === 'person.searched';
    expect([all.filter(searched).length, own.filter(searched).length]).toEqual([2, 1]);
    // What is left is what everybody else reads there.
    expect(own).toEqual(all.filter((item) => own.some(({ index }) => index === item.index)));
    expect(own.length).toBeGreaterThan(5);
  });

  it('has nothing of a family the auditor is recused from', async () => {
    const recused = await api.as('p-recused-auditor', ['auditor']);
    const other = await aComplaint(staff);
    while (await api.operations.integrateJournal());
    expect(await entries(recused, `case=${other.id}`)).toHaveLength(1);
    await api.knex('recusals').insert({
      tenant_id: 'default',
      family_id: other.id,
      person_id: 'p-recused-auditor',
      status: 'granted',
      ground: 'relative',
      case_id: other.id,
      changed_at: api.knex.fn.now(),
    });
    expect(await entries(recused, `case=${other.id}`)).toEqual([]);
    expect(await entries(staff.auditor, `case=${other.id}`)).toHaveLength(1);
  });

  it('is filtered by how a type ends as by how it begins, and by nothing that only looks like a pattern', async () => {
    const types = async (type: string) => [
      ...new Set((await entries(staff.auditor, `type=${type}`)).map((item) => item.type)),
    ];
    expect(await types('*.read')).toEqual(['case.read']);
    expect(await types('person.*')).toEqual(['person.searched']);
    expect(await types('*.read,person.*')).toEqual(expect.arrayContaining(['case.read', 'person.searched']));
    expect(await types('%25.read')).toEqual([]);
    expect(await types('case*read')).toEqual([]);
  });
});
