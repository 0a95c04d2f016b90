/** Units as a tree, people, and those who leave: what may be done, what is refused, and what the journal tells of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { constraintOf } from '../../db/errors.ts';
import { DIRECTORY_RULES } from '../../src/domain/directory.ts';
import { CASE_ROLES } from '../../src/domain/vocabulary.ts';
import { signedIn } from '../browser.ts';
import type { Caller } from '../caller.ts';
import { untilBlocked } from '../db/waiting.ts';
import { grants, hasUnit, knows, lastTold, pseudonymOf, toldOf } from '../directory.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { handedOver, staffOf, type Staff } from '../staff.ts';

const ROOT = '/api/v1';
const ABSENT = '01980f5e-7c00-7000-8000-000000000009';

describeApi('the directory', (start, kind) => {
  let api: Api;
  let admin: Caller;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    admin = await api.as('p-admin', ['administrator']);
    staff = await staffOf(api);
  });

  const unit = (id: string, more: object = {}) =>
    admin.put(`${ROOT}/units/${id}`, { name: `单位 ${id}`, ...more });
  const unitsNow = async () =>
    (await admin.get(`${ROOT}/units`)).body.items as { id: string; parentId: string }[];

  it('is for administrators alone, to read and to change', async () => {
    for (const role of CASE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      const replies = [
        await caller.get(`${ROOT}/units`),
        await caller.get(`${ROOT}/people`),
        await caller.get(`${ROOT}/grants`),
        await caller.get(`${ROOT}/keys`),
        await caller.put(`${ROOT}/units/u-${role}`, { name: 'x' }),
        await caller.put(`${ROOT}/people/p-new`, { name: 'x' }),
        await caller.post(`${ROOT}/people/p-new/leave`, {}),
        await caller.post(`${ROOT}/grants`, { person: 'p-new', role: 'handler', kind: 'post' }),
        await caller.post(`${ROOT}/keys`, { person: 'p-new', roles: ['handler'] }),
      ];
      expect([role, replies.map(({ status }) => status)]).toEqual([role, replies.map(() => 403)]);
    }
  });

  it('knows no case for an administrator, by no address', async () => {
    const { complaint } = await handedOver(staff);
    for (const path of ['', '/events', '/actions', '/clocks', '/family', '/papers', '/family/deadlines']) {
      const [known, absent] = [
        await admin.get(`${ROOT}/cases/${complaint.id}${path}`),
        await admin.get(`${ROOT}/cases/${ABSENT}${path}`),
      ];
      expect([path, known.status]).toEqual([path, absent.status]);
      expect({ ...known.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
      expect([403, 404]).toContain(known.status);
    }
    for (const list of ['/cases', '/deadlines', '/deadlines?mine=false', '/journal'])
      expect([list, (await admin.get(`${ROOT}${list}`)).body.items ?? []]).toEqual([list, []]);
    expect([403, 404]).toContain((await admin.tries(complaint, 'NOTE', { text: 'x' })).status);
    expect((await admin.triesToOpen('complaint')).status).toBe(403);
  });

  describe('units', () => {
    it('are made, changed and listed with the unit above', async () => {
      expect((await unit('top', { isBody: true })).status).toBe(201);
      expect((await unit('room', { parentId: 'top' })).status).toBe(201);
      const renamed = await admin.put(`${ROOT}/units/room`, { name: '第一室', parentId: 'top' });
      expect([renamed.status, renamed.body]).toEqual([
        200,
        { id: 'room', name: '第一室', parentId: 'top', isBody: false },
      ]);
      expect(await unitsNow()).toEqual(
        expect.arrayContaining([
          { id: 'room', name: '第一室', parentId: 'top', isBody: false },
          { id: 'top', name: '单位 top', parentId: null, isBody: true },
        ]),
      );
      expect(await lastTold(api, 'unit.changed')).toMatchObject({
        outcome: 'done',
        actor: await pseudonymOf(api, 'p-admin'),
        data: { unit: 'room', parent: 'top', isBody: false, isNew: false },
      });
    });

    it.each([
      ['unit_is_not_above_itself', 'circle-a', 'circle-a'],
      ['parent_is_known', 'circle-a', 'u-nonesuch'],
      ['units_are_a_tree', 'circle-a', 'circle-b'],
      ['units_are_a_tree', 'circle-a', 'circle-c'],
      ['unit_is_coded', '-no-code', null],
    ] as const)('keep to the rule %s: %s below %s is refused', async (rule, id, parentId) => {
      await hasUnit(admin, 'circle-a');
      await hasUnit(admin, 'circle-b', 'circle-a');
      await hasUnit(admin, 'circle-c', 'circle-b');
      const [before, told] = [await unitsNow(), await toldOf(api, 'unit.refused')];
      const reply = await unit(id, { parentId });
      expect([reply.status, reply.body.code, reply.body.guard]).toEqual([422, 'validation-failed', rule]);
      expect(reply.body.detail).toBe(DIRECTORY_RULES[rule].words.en);
      expect(await unitsNow()).toEqual(before);
      const now = await toldOf(api, 'unit.refused');
      expect(now.length).toBe(told.length + 1);
      expect(now.at(-1)).toMatchObject({
        outcome: 'refused',
        data: { rule, ...(rule !== 'unit_is_coded' && { unit: id }) },
      });
    });

    it('move within the tree where no circle comes of it', async () => {
      await hasUnit(admin, 'move-a');
      await hasUnit(admin, 'move-b', 'move-a');
      await hasUnit(admin, 'move-c', 'move-b');
      expect((await unit('move-c', { parentId: 'move-a' })).status).toBe(200);
      expect((await unit('move-b', { parentId: 'move-c' })).status).toBe(200);
    });

    if (kind === 'postgresql')
      it('never close a circle, not by two moves at once', async () => {
        await hasUnit(admin, 'race-a');
        await hasUnit(admin, 'race-b');
        // Each move alone would be well; the first holds the tree until it is written.
        const replies = await Promise.all([
          unit('race-a', { parentId: 'race-b' }),
          unit('race-b', { parentId: 'race-a' }),
        ]);
        expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
        const { rows } = await api.knex.raw<{ rows: unknown[] }>(
          `select 1 from units a join units b on b.id = a.parent_id and a.id = b.parent_id`,
        );
        expect(rows).toEqual([]);
      });

    if (kind === 'postgresql')
      it('never close a circle in the database either, whoever moves them at once', async () => {
        await hasUnit(admin, 'sql-a');
        await hasUnit(admin, 'sql-b');
        const first = await api.knex.transaction();
        await first.raw(`update units set parent_id = 'sql-b' where id = 'sql-a'`);
        const second = api.knex
          .raw(`update units set parent_id = 'sql-a' where id = 'sql-b'`)
          .then(() => 'written', constraintOf);
        await untilBlocked(api.knex);
        await first.commit();
        expect(await second).toBe('units_are_a_tree');
      });

    it('are removed where nothing hangs on them', async () => {
      await hasUnit(admin, 'gone');
      expect((await admin.send('delete', `${ROOT}/units/gone`)).status).toBe(204);
      expect((await admin.send('delete', `${ROOT}/units/gone`)).status).toBe(404);
      expect((await unitsNow()).map(({ id }) => id)).not.toContain('gone');
      expect(await lastTold(api, 'unit.removed')).toMatchObject({ data: { unit: 'gone' } });
    });

    it.each(['child', 'grant', 'key', 'case'] as const)('stay while a %s hangs on them', async (what) => {
      const id = `kept-${what}`;
      await hasUnit(admin, id);
      await knows(admin, `p-in-${id}`);
      const hang = {
        child: () => unit(`${id}-child`, { parentId: id }),
        grant: () => grants(admin, { person: `p-in-${id}`, role: 'handler', unit: id, kind: 'post' }),
        key: () => admin.post(`${ROOT}/keys`, { person: `p-in-${id}`, roles: ['handler'], unit: id }),
        case: () => api.knex('cases').limit(1).update({ unit: id }),
      };
      await handedOver(staff);
      await hang[what]();
      const reply = await admin.send('delete', `${ROOT}/units/${id}`);
      expect([reply.status, reply.body.code, reply.body.guard]).toEqual([
        409,
        'directory-conflict',
        'nothing_hangs_on_the_unit',
      ]);
      expect((await unitsNow()).map((each) => each.id)).toContain(id);
      expect(await lastTold(api, 'unit.refused')).toMatchObject({
        data: { unit: id, rule: reply.body.guard },
      });
    });
  });

  describe('people', () => {
    it('are made known and renamed; the journal holds the pseudonym and no name', async () => {
      const made = await admin.put(`${ROOT}/people/p-wang`, { name: '王建国' });
      const pseudonym = await pseudonymOf(api, 'p-wang');
      expect([made.status, made.body]).toEqual([
        201,
        { id: 'p-wang', name: '王建国', pseudonym, leftAt: null, roles: [] },
      ]);
      const renamed = await admin.put(`${ROOT}/people/p-wang`, { name: '王建军' });
      expect([renamed.status, renamed.body.name]).toEqual([200, '王建军']);
      expect(await lastTold(api, 'person.added')).toMatchObject({ data: { person: pseudonym } });
      expect(await lastTold(api, 'person.renamed')).toMatchObject({ data: { person: pseudonym } });
      const { rows } = await api.knex.raw<{ rows: { text: string }[] }>(
        `select convert_from(j.leaf, 'UTF8') || coalesce(d.disclosure, '') as text
         from journal j left join journal_sealed d on d.entry_id = j.id where j.type like 'person.%'`,
      );
      const told = rows.map(({ text }) => text).join('\n');
      for (const name of ['王建国', '王建军'])
        expect(told).not.toMatch(
          new RegExp(`${name}|${Buffer.from(name).toString('base64url').slice(0, 10)}`),
        );
    });

    it.each([
      { name: '' },
      { name: 'a\nb' },
      { name: 'x'.repeat(201) },
      { name: 1 },
      {},
      { name: 'x', roles: [] },
    ])('are not made of %j', async (body) => {
      const before = await countRows(api.knex);
      const reply = await admin.put(`${ROOT}/people/p-wrong`, body);
      expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
      expect((await countRows(api.knex)).people).toBe(before.people);
    });

    it('are listed in pages by reference, with what they hold now, and the engine is nobody', async () => {
      const seen: { id: string; roles: { role: string }[] }[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await admin.get(`${ROOT}/people?limit=3${next}`);
        seen.push(...(body.items as typeof seen));
        cursor = body.nextCursor as string | null;
      } while (cursor !== null);
      const ids = seen.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).toEqual(expect.arrayContaining(['p-admin', 'p-handler', 'p-auditor']));
      expect(seen.find(({ id }) => id === 'p-handler')?.roles).toEqual([{ role: 'handler', unit: null }]);
      const engine = (await api
        .knex('journal')
        .where({ type: 'complaint.DEADLINE_PASSED' })
        .first()) as unknown;
      expect(engine).toBeUndefined();
      expect(ids).not.toContain('system');
    });

    it('who are known as reporters alone stand in no list', async () => {
      const { body: people } = await admin.get(`${ROOT}/people?limit=200`);
      const ids = (people.items as { id: string }[]).map(({ id }) => id);
      expect(ids).not.toContain('p-reporter');
      const { body: found } = await admin.get(`${ROOT}/people?q=p-reporter`);
      expect(found.items).toEqual([]);
      const { body: keys } = await admin.get(`${ROOT}/keys?limit=200`);
      expect((keys.items as { person: string }[]).map(({ person }) => person)).not.toContain('p-reporter');
      await knows(admin, 'p-reports-too');
      await grants(admin, { person: 'p-reports-too', role: 'reporter', kind: 'post' });
      const { body: given } = await admin.get(`${ROOT}/grants?person=p-reports-too`);
      expect(given.items).toEqual([]);
      // Whoever works here and has reported as well is listed for the work, without a word of the other.
      await grants(admin, { person: 'p-reports-too', role: 'handler', kind: 'post' });
      const { body: both } = await admin.get(`${ROOT}/people?q=p-reports-too`);
      expect(both.items).toMatchObject([{ id: 'p-reports-too', roles: [{ role: 'handler', unit: null }] }]);
    });

    it.each([
      ['王建', 'p-zhang-li'],
      ['p-zhang', 'p-zhang-li'],
      ['wang', 'p-other'],
    ])('are found by how a name or a reference begins: %s', async (q, other) => {
      await knows(admin, 'p-zhang-wang', '王建华');
      await knows(admin, 'p-zhang-li', '李王建');
      await knows(admin, 'p-other', 'WANG Jian');
      const { body } = await admin.get(`${ROOT}/people?q=${encodeURIComponent(q)}`);
      const ids = (body.items as { id: string }[]).map(({ id }) => id);
      expect(ids.includes(other)).toBe(q !== '王建');
      expect(ids.includes('p-zhang-wang')).toBe(q !== 'wang');
    });

    it.each(['%', '_', '\\'])('are not found by the wildcard %s', async (q) => {
      const { body } = await admin.get(`${ROOT}/people?q=${encodeURIComponent(q)}`);
      expect(body.items).toEqual([]);
    });

    it('are searched for under the eyes of the journal, which does not keep the words', async () => {
      const before = (await toldOf(api, 'person.searched')).length;
      await admin.get(`${ROOT}/people?q=p-reviewer`);
      await admin.get(`${ROOT}/people`);
      const told = await toldOf(api, 'person.searched');
      expect(told.length).toBe(before + 1);
      expect(told.at(-1)).toMatchObject({ actor: await pseudonymOf(api, 'p-admin'), data: { shown: 1 } });
      expect(JSON.stringify(told)).not.toContain('p-reviewer');
      expect(api.logged.join('\n')).not.toContain('p-reviewer');
    });

    it('have pages of their own for every search', async () => {
      const { body } = await admin.get(`${ROOT}/people?q=p-&limit=1`);
      const reply = await admin.get(`${ROOT}/people?cursor=${encodeURIComponent(body.nextCursor as string)}`);
      expect([reply.status, reply.body.code]).toEqual([400, 'bad-parameter']);
    });
  });

  describe('whoever leaves', () => {
    const leave = (person: string, body: object = {}) => admin.post(`${ROOT}/people/${person}/leave`, body);

    it('loses keys, posts and substitutions at once, and what is left is told in numbers', async () => {
      const leaver = await api.as('p-leaver', ['handler']);
      await knows(admin, 'p-stand-in');
      await grants(admin, { person: 'p-leaver', role: 'reviewer', kind: 'post' });
      const stands = { person: 'p-stand-in', role: 'reviewer', kind: 'substitute', inPlaceOf: 'p-leaver' };
      const standing = await grants(admin, { ...stands, until: '2999-01-01' });
      expect(standing.status).toBe(201);
      const { allegation, complaint } = await handedOver(staff);
      await staff.deptHead.does(allegation, 'ASSIGN', { assignee: 'p-leaver' });
      await staff.deptHead.does(complaint, 'ASSIGN', { assignee: 'p-leaver' });
      expect((await leaver.get(`${ROOT}/me`)).status).toBe(200);

      const reply = await leave('p-leaver');
      expect([reply.status, reply.body]).toEqual([
        200,
        {
          person: 'p-leaver',
          leftAt: expect.any(String),
          ended: { keys: 1, accounts: 0, sessions: 0, clients: 0, grants: 1, substitutions: 1 },
          openCases: [
            { procedure: 'allegation', count: 1 },
            { procedure: 'complaint', count: 1 },
          ],
        },
      ]);
      expect(JSON.stringify(reply.body)).not.toContain(allegation.id);
      const until = performance.now() + 1_000;
      let status = 200;
      while (performance.now() < until && status === 200) {
        ({ status } = await leaver.get(`${ROOT}/me`));
        await pause(20);
      }
      expect(status).toBe(401);
      const { rows } = await api.knex.raw<{ rows: unknown[] }>(
        `select * from granted_roles('default', 'p-leaver') union all select * from granted_roles('default', 'p-stand-in')`,
      );
      expect(rows).toEqual([]);
      expect(await lastTold(api, 'person.left')).toMatchObject({
        data: { person: await pseudonymOf(api, 'p-leaver'), keys: 1, grants: 1, substitutions: 1 },
      });
      const { body } = await admin.get(`${ROOT}/people?q=p-leaver`);
      expect(body.items).toMatchObject([{ leftAt: reply.body.leftAt, roles: [] }]);
    });

    it('is signed out, and whatever else opened something to them is closed', async () => {
      const { browser } = await signedIn(api, 'p-signed-in', { roles: ['handler'] });
      const client = await api.operations.createClient({ name: 'A system', roles: ['api_client'] });
      await api.knex('clients').where({ id: client.id }).update({ person_id: 'p-signed-in' });
      expect((await browser.get(`${ROOT}/me`)).status).toBe(200);
      const reply = await leave('p-signed-in');
      expect(reply.body.ended).toEqual({
        keys: 0,
        accounts: 1,
        sessions: 1,
        clients: 1,
        grants: 1,
        substitutions: 0,
      });
      const until = performance.now() + 1_000;
      let status = 200;
      while (performance.now() < until && status === 200) {
        ({ status } = await browser.get(`${ROOT}/me`));
        await pause(20);
      }
      expect(status).toBe(401);
      const open = await api.knex.raw<{ rows: unknown[] }>(
        `select 1 from accounts where person_id = 'p-signed-in' and ended_at is null
         union all select 1 from clients where person_id = 'p-signed-in' and revoked_at is null`,
      );
      expect(open.rows).toEqual([]);
    });

    it('has left once: asked again it is told the same, and no second time in the journal', async () => {
      await knows(admin, 'p-twice');
      const first = await leave('p-twice', { on: '2026-01-05' });
      const told = (await toldOf(api, 'person.left')).length;
      const second = await leave('p-twice');
      expect([second.status, second.body.leftAt]).toEqual([200, first.body.leftAt]);
      expect(first.body.leftAt).toBe('2026-01-05T16:00:00.000Z');
      expect((await toldOf(api, 'person.left')).length).toBe(told);
    });

    it('is given nothing any more, by no door', async () => {
      await knows(admin, 'p-left');
      await leave('p-left');
      const grant = await grants(admin, { person: 'p-left', role: 'handler', kind: 'post' });
      const key = await admin.post(`${ROOT}/keys`, { person: 'p-left', roles: ['handler'] });
      for (const { status, body } of [grant, key])
        expect([status, body.code, body.guard]).toEqual([409, 'directory-conflict', 'person_has_not_left']);
      await expect(api.as('p-left', ['handler'])).rejects.toMatchObject({ problem: 'directory-conflict' });
      const { rows } = await api.knex.raw<{ rows: unknown[] }>(
        `select 1 from api_keys where person_id = 'p-left' union all select 1 from grants where person_id = 'p-left'`,
      );
      expect(rows).toEqual([]);
    });

    it('cannot leave on a day to come', async () => {
      await knows(admin, 'p-later');
      const reply = await leave('p-later', { on: '2999-01-01' });
      expect([reply.status, reply.body.guard]).toEqual([422, 'person_did_not_leave_in_the_future']);
      expect((await admin.get(`${ROOT}/people?q=p-later`)).body.items[0].leftAt).toBeNull();
    });

    it('is let go by another: no administrator ends their own work', async () => {
      const reply = await leave('p-admin');
      expect([reply.status, reply.body.guard]).toEqual([403, 'is_not_for_oneself']);
      expect((await admin.get(`${ROOT}/units`)).status).toBe(200);
    });

    it('has to be somebody; the engine is nobody', async () => {
      expect((await leave('p-nonesuch')).status).toBe(404);
      const { id } = await api.knex('people').where({ name: null }).first<{ id: string }>('id');
      expect((await leave(id)).status).toBe(404);
      const named = await admin.put(`${ROOT}/people/${id}`, { name: 'Somebody' });
      expect([named.status, named.body.guard]).toEqual([422, 'person_is_known']);
    });
  });
});
