/**
 * What helps whoever keys in a complaint: a look at what opening would come to, when it is due, what it may repeat, whom it
 * may be about. None of it opens anything, and each search over persons is on record.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PossibleDuplicates } from '../../src/contract/intake.ts';
import type { FoundPerson } from '../../src/contract/lookups.ts';
import { CASE_ROLES, STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import { disclosedValue } from '../../src/operations/journal-entry.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const LETTER = '反映某镇水务站站长多次收受工程承包人所送礼金，并安排亲属承揽维修工程。';
const AGAIN = '某镇水务站站长收受工程承包人礼金，还让亲属承揽了维修工程。';
const OTHER = '举报村支书虚报危房改造补助对象，套取国家补助资金。';

describeApi('at intake', (start) => {
  let api: Api;
  let staff: Staff;
  let admin: Caller;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    admin = staff.administrator;
  });
  const searches = async () => {
    const { rows } = await api.knex.raw<{ rows: { n: number }[] }>(
      `select count(*)::int as n from journal where type = 'person.searched'`,
    );
    return rows[0]!.n;
  };

  describe('a dry run of opening', () => {
    const body = (data: object = {}) => ({
      procedure: 'complaint',
      data: { channel: 'letter', receivedAt: '2026-01-05T09:00:00+08:00', content: 'x', ...data },
    });

    it('tells the case as it would be and the clocks it would start, and writes nothing', async () => {
      const before = await countRows(api.knex);
      const reply = await staff.reception.post('/api/v1/cases?dryRun=true', body());
      expect([reply.status, reply.headers.location]).toEqual([200, undefined]);
      expect(reply.body).toMatchObject({ procedure: 'complaint', state: 'received', version: 1 });
      const clocks = reply.body.clocks as { clock: string }[];
      expect(clocks.map(({ clock }) => clock).sort()).toEqual(['report.accept_notice', 'report.route_out']);
      expect(await countRows(api.knex)).toEqual(before);
      const opened = await staff.reception.opens('complaint', body().data);
      const due = (await staff.reception.get(`/api/v1/cases/${opened.id}/clocks`)).body.items as {
        clock: string;
        dueOn: string;
      }[];
      for (const { clock, dueOn } of due)
        expect(clocks).toContainEqual(expect.objectContaining({ clock, dueOn }));
    });

    it('refuses what opening would refuse, and leaves no key behind', async () => {
      expect((await staff.handler.post('/api/v1/cases?dryRun=true', body())).status).toBe(403);
      const before = await countRows(api.knex);
      const ahead = { receivedAt: '2990-01-01T00:00:00Z' };
      const replies = [
        await staff.reception.post('/api/v1/cases?dryRun=true', body(ahead)),
        await staff.reception.post('/api/v1/cases?dryRun=true', body({ channel: 'pigeon' })),
        await staff.reception.post('/api/v1/cases?dryRun=yes', body()),
      ];
      expect(replies.map(({ status }) => status)).toEqual([409, 422, 400]);
      expect(await countRows(api.knex)).toEqual(before);
    });
  });

  describe('a look at a deadline', () => {
    const preview = (more: object = {}) =>
      staff.reception.post('/api/v1/deadlines/preview', {
        procedure: 'complaint',
        clock: 'report.accept_notice',
        from: '2026-01-05T09:00:00+08:00',
        ...more,
      });

    it('gives the last day and how it was counted', async () => {
      const { status, body } = await preview();
      expect(status).toBe(200);
      expect(body).toMatchObject({ dueOn: '2026-01-26', limit: { amount: 15, unit: 'working_day' } });
      expect((body.steps as { code: string }[]).map(({ code }) => code)).toContain('start_day_excluded');
      expect(body.basis.length).toBeGreaterThan(0);
    });

    it('names what is not there', async () => {
      for (const [more, pointer] of [
        [{ procedure: 'nonesuch' }, '/procedure'],
        [{ profile: 'nonesuch' }, '/profile'],
        [{ clock: 'report.nonesuch' }, '/clock'],
      ] as const) {
        const reply = await preview(more);
        expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
      }
    });
  });

  describe('what a complaint may repeat', () => {
    const ask = async (caller: Caller, more: object = {}): Promise<PossibleDuplicates['items']> => {
      const reply = await caller.post('/api/v1/complaints/duplicates', { subjects: ['o-water'], ...more });
      expect(reply.status).toBe(200);
      return reply.body.items as PossibleDuplicates['items'];
    };

    it('is found by whom it is about, the likeliest first, and no word of it is told', async () => {
      const day = '2026-02-02T09:00:00+08:00';
      const about = { subject: 'o-water' };
      const first = await registered(staff, { ...about, content: LETTER, receivedAt: day });
      const other = await registered(staff, { ...about, content: OTHER });
      await registered(staff, { subject: 'o-else', content: LETTER });
      const asked = { text: AGAIN, receivedAt: '2026-02-02T16:00:00+08:00' };
      const items = await ask(staff.reception, asked);
      expect(items.map((item) => [item.case, item.reasons])).toEqual([
        [first.id, ['same_subject', 'similar_words', 'same_day']],
        [other.id, ['same_subject']],
      ]);
      expect(items[0]!.similarity).toBeGreaterThan(0.6);
      expect(items[1]!.similarity).toBeLessThan(0.2);
      expect(JSON.stringify(items)).not.toContain('水务站');
      expect((await ask(staff.reception)).map(({ similarity }) => similarity)).toEqual([null, null]);
      expect((await ask(staff.reception, { except: first.id })).map((item) => item.case)).toEqual([other.id]);
    });

    it('counts a point that stands in both, and no complaint that is linked already', async () => {
      const { complaint } = await handedOver(staff);
      const asked = { subjects: [SUBJECT], allegations: ['point-1'] };
      expect((await ask(staff.supervisor, asked))[0]).toMatchObject({
        case: complaint.id,
        reasons: ['same_subject', 'same_allegation'],
      });
      const again = await registered(staff);
      await staff.reception.does(again, 'LINK_DUPLICATE', { parent: complaint.id, newFacts: false });
      expect((await ask(staff.supervisor, asked)).map((item) => item.case)).not.toContain(again.id);
    });

    it('is what may be known of: nothing of one’s own, nothing after a recusal', async () => {
      const known = await registered(staff, { subject: 'o-known' });
      const asked = { subjects: ['o-known', 'p-concerned'] };
      const [aside, concerned] = [
        await api.as('p-aside', ['case_supervisor']),
        await api.as('p-concerned', ['case_supervisor']),
      ];
      await registered(staff, { subject: 'p-concerned' });
      expect(await ask(concerned, { subjects: ['p-concerned'] })).toEqual([]);
      expect((await ask(aside, asked)).length).toBe(2);
      const requested = await staff.reviewer.does(known, 'REQUEST_RECUSAL', {
        person: 'p-aside',
        ground: 'witness',
        reason: 'x',
      });
      const granted = { person: 'p-aside', granted: true, reason: 'x' };
      await staff.organHead.does(requested, 'DECIDE_RECUSAL', granted);
      expect((await ask(aside, asked)).map((item) => item.case)).not.toContain(known.id);
    });

    it('is on record for each person asked for, once an hour, and for few to ask', async () => {
      const clerk = await api.as('p-clerk', ['reception_officer']);
      const before = await searches();
      await ask(clerk, { subjects: ['o-a', 'o-b'] });
      await ask(clerk, { subjects: ['o-a', 'o-b'], text: AGAIN });
      expect(await searches()).toBe(before + 2);
      for (const other of [staff.handler, staff.auditor, staff.reporter, admin])
        expect((await other.post('/api/v1/complaints/duplicates', { subjects: ['o-a'] })).status).toBe(403);
    });
  });

  describe('a look-up', () => {
    const found = async (caller: Caller, query: string): Promise<FoundPerson[]> => {
      const reply = await caller.get(`/api/v1/people/lookup?${query}`);
      expect([query, reply.status]).toEqual([query, 200]);
      return reply.body.items as FoundPerson[];
    };
    const q = (text: string) => `q=${encodeURIComponent(text)}`;

    it('of colleagues finds the staff of the bodies one reaches, by role and by name', async () => {
      for (const [id, isBody, parentId] of [
        ['county', true, null],
        ['city', true, null],
        ['county-1', false, 'county'],
      ] as const)
        await admin.put(`/api/v1/units/${id}`, { name: `单位 ${id}`, isBody, parentId });
      const chief = await api.as('p-county-chief', ['handling_dept_head'], { unit: 'county' });
      await api.as('p-county-handler', ['handler'], { unit: 'county-1' });
      await api.as('p-city-handler', ['handler'], { unit: 'city' });
      await admin.put('/api/v1/people/p-posted', { name: '钱芳' });
      const post = { person: 'p-posted', role: 'handler', unit: 'county-1', kind: 'post' };
      await admin.post('/api/v1/grants', post);
      const ids = (await found(chief, 'role=handler')).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['p-county-handler', 'p-posted', 'p-handler']));
      expect(ids).not.toContain('p-city-handler');
      expect(ids).not.toContain('p-county-chief');
      expect(await found(chief, q('钱'))).toEqual([
        {
          id: 'p-posted',
          name: '钱芳',
          unit: 'county-1',
          workplace: null,
          post: null,
          roles: ['handler'],
          knownCases: null,
        },
      ]);
      await admin.post('/api/v1/people/p-posted/leave', {});
      expect(await found(chief, q('钱'))).toEqual([]);
      for (const person of ['p-reporter', 'p-auditor', 'p-subject', 'portal'])
        expect((await found(staff.reception, q(person))).map(({ id }) => id)).not.toContain(person);
    });

    it('of an official takes two letters, tells how many complaints one may know of, and is on record', async () => {
      await admin.put('/api/v1/people/o-zhao', { name: '赵某某' });
      await registered(staff, { subject: 'o-zhao' });
      await registered(staff, { subject: 'o-zhao' });
      const before = await searches();
      const official = { id: 'o-zhao', name: '赵某某', roles: [], knownCases: 2 };
      expect(await found(staff.reception, `kind=official&${q('赵某')}`)).toMatchObject([official]);
      expect(await found(staff.leader, `kind=official&${q('o-zh')}`)).toMatchObject([official]);
      const copied = await api.as('p-copied', ['org_personnel']);
      expect(await found(copied, `kind=official&${q('赵某')}`)).toMatchObject([{ knownCases: 0 }]);
      expect(await searches()).toBe(before + 3);
      expect((await staff.reception.get(`/api/v1/people/lookup?kind=official&${q('赵')}`)).status).toBe(400);
      for (const nobody of ['p-reporter', '%%', 'system'])
        expect(await found(staff.reception, `kind=official&${q(nobody)}`)).toEqual([]);
    });

    it('of a unit goes by its code or its name', async () => {
      await admin.put('/api/v1/units/u-water', { name: '水务监督室' });
      for (const words of ['u-wat', '监督'])
        expect((await staff.handler.get(`/api/v1/units/lookup?${q(words)}`)).body.items).toEqual([
          { id: 'u-water', name: '水务监督室', parentId: null, isBody: false },
        ]);
    });

    it('is for staff', async () => {
      for (const role of CASE_ROLES) {
        const caller = await api.as(`p-as-${role}`, [role]);
        const expected = STAFF_ROLES.includes(role) ? 200 : 403;
        for (const path of ['/api/v1/people/lookup', '/api/v1/units/lookup'])
          expect([role, path, (await caller.get(path)).status]).toEqual([role, path, expected]);
      }
    });
  });

  describe('an official whom the directory does not know', () => {
    const register = (person: object, caller = staff.reception) =>
      caller.post('/api/v1/people/registrations', person);
    const water = { name: '孙某', workplace: '某镇水务站', post: '站长' };

    it('gets a reference that says nothing, and the journal the pseudonym', async () => {
      const { status, body } = await register(water);
      expect([status, body]).toEqual([201, { ...water, id: body.id }]);
      expect(body.id).toMatch(/^o-[0-9a-f]{16}$/);
      const { name, pseudonym } = await api.knex('people').where({ id: body.id }).first();
      expect(name).toBe('孙某');
      const told = await api.knex('journal').where({ type: 'person.registered' }).select('id');
      const { disclosure } = await api.knex('journal_sealed').where({ entry_id: told[0]!.id }).first();
      expect(disclosedValue(disclosure)).toEqual({ person: pseudonym });
      expect(api.logged.join('')).not.toContain('孙某');
      const complaint = await registered(staff, { subject: body.id });
      expect(complaint.subject).toBe(body.id);
    });

    it('is not registered twice, unless it is somebody else', async () => {
      const known = (await register({ ...water, name: '李某' })).body.id as string;
      for (const same of [{ name: '李某' }, { name: '李某', workplace: '某镇水务站' }]) {
        const refused = await register(same);
        expect([refused.status, refused.body.code, refused.body.known]).toEqual([
          409,
          'person-known',
          [known],
        ]);
      }
      expect((await register({ name: '李某', workplace: '某县林业局' })).status).toBe(201);
      expect((await register({ name: '李某', isSomebodyElse: true })).status).toBe(201);
    });

    it('is registered once by two who do it at the same time', async () => {
      const both = await Promise.all([register({ name: '周某' }), register({ name: '周某' }, staff.handler)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });
});
