/** Posts, acting posts, substitutions and keys: what may be given, what is refused, and what a substitute comes to. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIRECTORY_RULES, type DirectoryRuleName } from '../../src/domain/directory.ts';
import type { Problem } from '../../src/contract/problems.ts';
import type { DeadlineView } from '../../src/contract/deadlines.ts';
import type { Asker } from '../../src/operations/acting.ts';
import type { Caller } from '../caller.ts';
import { grants, hasUnit, knows, lastTold, pseudonymOf, toldOf } from '../directory.ts';
import { describeApi, type Api } from '../harness.ts';
import { handedOver, registered, staffOf, underVerification, type Staff } from '../staff.ts';

const ROOT = '/api/v1';
const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
type Grant = Readonly<Record<string, unknown>>;

describeApi('a grant', (start, kind) => {
  let api: Api;
  let admin: Caller;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    admin = await api.as('p-admin', ['administrator']);
    staff = await staffOf(api);
    await hasUnit(admin, 'room');
    await knows(admin, 'p-holder');
    await grants(admin, { person: 'p-holder', role: 'approver_incharge', unit: 'room', kind: 'post' });
  });
  const heldBy = async (person: string) => {
    const { rows } = await api.knex.raw<{ rows: { role: string; unit: string | null }[] }>(
      `select role, unit from granted_roles('default', ?)`,
      [person],
    );
    return rows;
  };
  const withdraw = (by: Caller, id: string, body: object = {}) =>
    by.post(`${ROOT}/grants/${id}/withdraw`, body);
  let made = 0;
  /** Somebody new, whom the directory knows. */
  const somebody = async () => {
    const person = `p-new-${++made}`;
    await knows(admin, person);
    return person;
  };

  it('of a post counts at once and until it is withdrawn', async () => {
    const person = await somebody();
    const given = { person, role: 'handler', unit: 'room', kind: 'post', basis: '〔2026〕12号' };
    const reply = await grants(admin, given);
    expect([reply.status, reply.body]).toEqual([
      201,
      {
        ...given,
        id: expect.any(String),
        inPlaceOf: null,
        from: null,
        until: null,
        grantedBy: await pseudonymOf(api, 'p-admin'),
        createdAt: expect.any(String),
        withdrawnAt: null,
        isInForce: true,
      },
    ]);
    expect(await heldBy(person)).toEqual([{ role: 'handler', unit: 'room' }]);
    expect(await lastTold(api, 'grant.made')).toMatchObject({
      outcome: 'done',
      actor: await pseudonymOf(api, 'p-admin'),
      data: {
        grant: reply.body.id,
        holder: await pseudonymOf(api, person),
        role: 'handler',
        unit: 'room',
        kind: 'post',
      },
    });

    const withdrawn = await withdraw(admin, reply.body.id as string, { reason: 'Moved to another room.' });
    expect([withdrawn.status, withdrawn.body.isInForce]).toEqual([200, false]);
    expect(withdrawn.body.withdrawnAt).toBeTypeOf('string');
    expect(await heldBy(person)).toEqual([]);
    const told = await toldOf(api, 'grant.withdrawn');
    expect(told.at(-1)).toMatchObject({ data: { grant: reply.body.id, role: 'handler', unit: 'room' } });
    expect(JSON.stringify([told, await toldOf(api, 'grant.made')])).not.toMatch(/Moved|12号/);
    const again = await withdraw(admin, reply.body.id as string);
    expect([again.status, again.body.withdrawnAt]).toEqual([200, withdrawn.body.withdrawnAt]);
    expect((await toldOf(api, 'grant.withdrawn')).length).toBe(told.length);
  });

  it('counts from its first day to the end of its last, by the calendar of the body', async () => {
    const person = await somebody();
    const reply = await grants(admin, {
      person,
      role: 'reviewer',
      kind: 'acting',
      from: '2990-03-01',
      until: '2990-03-31',
    });
    expect(reply.body).toMatchObject({
      from: '2990-02-28T16:00:00.000Z',
      until: '2990-03-31T16:00:00.000Z',
      isInForce: false,
    });
    expect(await heldBy(person)).toEqual([]);
  });

  it('with dates begins and ends by itself as the clock moves on', async () => {
    const person = await somebody();
    const { body: clock } = await staff.superior.get(`${ROOT}/sandbox/clock`);
    const at = (hours: number) => new Date(Date.parse(clock.now as string) + hours * 3_600_000).toISOString();
    const acting = { person, role: 'reviewer', kind: 'acting', from: at(1), until: at(2) };
    expect((await grants(admin, acting)).status).toBe(201);
    const seen = [await heldBy(person)];
    for (const hours of [1, 2]) {
      await staff.superior.put(`${ROOT}/sandbox/clock`, { now: at(hours) });
      seen.push(await heldBy(person));
    }
    expect(seen.map((held) => held.length)).toEqual([0, 1, 0]);
  });

  const REFUSED: Readonly<Record<string, readonly [DirectoryRuleName, Grant, twin: Grant]>> = {
    'of an unknown role': ['role_is_known', { role: 'emperor' }, { role: 'handler' }],
    'of the role of the engine': ['role_is_known', { role: 'system' }, { role: 'handler' }],
    'of a role in another spelling': ['role_is_known', { role: 'Handler' }, { role: 'handler' }],
    'in an unknown unit': ['unit_is_known', { unit: 'nonesuch' }, { unit: 'room' }],
    "of a subject's unit that is none": [
      'subject_unit_has_a_unit',
      { role: 'subject_unit' },
      { role: 'subject_unit', unit: 'room' },
    ],
    'to somebody unknown': ['person_is_known', { person: 'p-nonesuch' }, {}],
    'that ends before it begins': [
      'ends_after_it_begins',
      { from: '2990-02-02', until: '2990-02-01' },
      { from: '2990-02-02', until: '2990-02-02' },
    ],
    'that ends as it begins': [
      'ends_after_it_begins',
      { from: '2990-02-02T00:00:00Z', until: '2990-02-02T00:00:00Z' },
      { from: '2990-02-02T00:00:00Z', until: '2990-02-02T00:00:01Z' },
    ],
    'that is over': ['ends_after_it_begins', { until: '2020-01-01' }, { until: '2999-01-01' }],
    'of an acting post without an end': [
      'ends_by_itself',
      { kind: 'acting' },
      { kind: 'acting', until: '2999-01-01' },
    ],
    'of a substitution without an end': [
      'ends_by_itself',
      { kind: 'substitute', inPlaceOf: 'p-holder', role: 'approver_incharge', unit: 'room' },
      {
        kind: 'substitute',
        inPlaceOf: 'p-holder',
        role: 'approver_incharge',
        unit: 'room',
        until: '2999-01-01',
      },
    ],
    'of a substitution for nobody': [
      'names_whom_it_stands_in_for',
      { kind: 'substitute', role: 'approver_incharge', unit: 'room', until: '2999-01-01' },
      {
        kind: 'substitute',
        inPlaceOf: 'p-holder',
        role: 'approver_incharge',
        unit: 'room',
        until: '2999-01-01',
      },
    ],
    'of a post in place of somebody': [
      'names_whom_it_stands_in_for',
      { inPlaceOf: 'p-holder', role: 'approver_incharge', unit: 'room' },
      { role: 'approver_incharge', unit: 'room' },
    ],
    'of a substitution in another role than is held': [
      'stands_in_for_a_holder',
      { kind: 'substitute', inPlaceOf: 'p-holder', role: 'approver_head', unit: 'room', until: '2999-01-01' },
      {
        kind: 'substitute',
        inPlaceOf: 'p-holder',
        role: 'approver_incharge',
        unit: 'room',
        until: '2999-01-01',
      },
    ],
    'of a substitution in another unit than it is held in': [
      'stands_in_for_a_holder',
      { kind: 'substitute', inPlaceOf: 'p-holder', role: 'approver_incharge', until: '2999-01-01' },
      {
        kind: 'substitute',
        inPlaceOf: 'p-holder',
        role: 'approver_incharge',
        unit: 'room',
        until: '2999-01-01',
      },
    ],
    'of a substitution for somebody with a key of another role': [
      'stands_in_for_a_holder',
      { kind: 'substitute', inPlaceOf: 'p-reviewer', role: 'approver_head', until: '2999-01-01' },
      { kind: 'substitute', inPlaceOf: 'p-reviewer', role: 'reviewer', until: '2999-01-01' },
    ],
  };

  it.each(Object.entries(REFUSED))('%s is refused, and its twin is not', async (_, [rule, wrong, twin]) => {
    const person = await somebody();
    const usual = { person, role: 'handler', kind: 'post' };
    const before = (await toldOf(api, 'grant.refused')).length;
    const reply = await grants(admin, { ...usual, ...wrong });
    expect([reply.status, reply.body.code, reply.body.guard]).toEqual([422, 'validation-failed', rule]);
    expect(reply.body.errors).toEqual([
      {
        pointer: (DIRECTORY_RULES[rule] as { pointer?: string }).pointer,
        message: DIRECTORY_RULES[rule].words.en,
      },
    ]);
    const told = await toldOf(api, 'grant.refused');
    expect(told.length).toBe(before + 1);
    expect(told.at(-1)).toMatchObject({ outcome: 'refused', data: { rule } });
    expect(JSON.stringify(told)).not.toMatch(/emperor|Handler|nonesuch/);
    expect((await admin.get(`${ROOT}/grants?person=${person}`)).body.items).toEqual([]);
    const accepted = await grants(admin, { ...usual, ...twin });
    expect([accepted.status, accepted.body.code]).toEqual([201, undefined]);
  });

  it('of a substitution for oneself is refused', async () => {
    const wrong = {
      person: 'p-holder',
      role: 'approver_incharge',
      unit: 'room',
      kind: 'substitute',
      inPlaceOf: 'p-holder',
      until: '2999-01-01',
    };
    const reply = await grants(admin, wrong);
    expect([reply.status, reply.body.guard]).toEqual([422, 'stands_in_for_somebody_else']);
  });

  it('for a substitute is refused: who stands in is not stood in for', async () => {
    const [first, second] = [await somebody(), await somebody()];
    const until = '2999-01-01';
    const standing = { role: 'approver_incharge', unit: 'room', kind: 'substitute', until };
    expect((await grants(admin, { ...standing, person: first, inPlaceOf: 'p-holder' })).status).toBe(201);
    const reply = await grants(admin, { ...standing, person: second, inPlaceOf: first });
    expect([reply.status, reply.body.guard]).toEqual([422, 'stands_in_for_a_holder']);
  });

  it.each([
    ['of an administrator to themselves', { role: 'administrator' }],
    ['of a case role to themselves', { role: 'approver_head' }],
  ])('%s takes another administrator', async (_, more) => {
    const reply = await grants(admin, { person: 'p-admin', kind: 'post', ...more });
    expect([reply.status, reply.body.code, reply.body.guard]).toEqual([
      403,
      'not-permitted',
      'is_not_for_oneself',
    ]);
    expect(await heldBy('p-admin')).toEqual([]);
    expect(await lastTold(api, 'grant.refused')).toMatchObject({ data: { rule: 'is_not_for_oneself' } });
  });

  it('is withdrawn by another: nobody withdraws their own', async () => {
    const person = await somebody();
    const { body } = await grants(admin, { person, role: 'administrator', kind: 'post' });
    const themselves = await api.as(person, ['administrator']);
    const reply = await withdraw(themselves, body.id as string);
    expect([reply.status, reply.body.guard]).toEqual([403, 'is_not_for_oneself']);
    expect(await heldBy(person)).toHaveLength(1);
    expect((await withdraw(admin, body.id as string)).status).toBe(200);
  });

  describe('of what is held already', () => {
    const REPEATED: readonly (readonly [string, Grant, number])[] = [
      ['the same', {}, 409],
      ['as an acting post', { kind: 'acting', until: '2990-06-15' }, 409],
      ['for days within', { from: '2990-06-01', until: '2990-06-02' }, 409],
      ['from its last day on', { from: '2990-06-30' }, 409],
      ['from the day after', { from: '2990-07-01' }, 201],
      ['in another unit', { unit: 'room' }, 201],
      ['in another role', { role: 'reviewer' }, 201],
    ];
    it.each(REPEATED)('%s is answered by %j', async (_, more, status) => {
      const person = await somebody();
      const first = { person, role: 'handler', kind: 'post', until: '2990-06-30' };
      expect((await grants(admin, first)).status).toBe(201);
      const reply = await grants(admin, { person, role: 'handler', kind: 'post', ...more });
      expect(reply.status).toBe(status);
      if (status === 409)
        expect([reply.body.code, reply.body.guard]).toEqual(['directory-conflict', 'is_not_held_already']);
    });

    it('is no bar once it was withdrawn', async () => {
      const person = await somebody();
      const { body } = await grants(admin, { person, role: 'handler', kind: 'post' });
      await withdraw(admin, body.id as string);
      expect((await grants(admin, { person, role: 'handler', kind: 'post' })).status).toBe(201);
    });

    if (kind === 'postgresql')
      it('is given once, by two at the same time', async () => {
        const person = await somebody();
        const other = await api.as('p-admin-2', ['administrator']);
        const grant = { person, role: 'handler', kind: 'post' };
        const replies = await Promise.all([grants(admin, grant), grants(other, grant)]);
        expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
      });
  });

  it('that is withdrawn takes the substitutions for it along', async () => {
    const [holder, substitute, other] = [await somebody(), await somebody(), await somebody()];
    const { body: post } = await grants(admin, { person: holder, role: 'reviewer', kind: 'post' });
    await grants(admin, { person: holder, role: 'auditor', kind: 'post' });
    const standing = { kind: 'substitute', inPlaceOf: holder, until: '2999-01-01' };
    await grants(admin, { ...standing, person: substitute, role: 'reviewer' });
    await grants(admin, { ...standing, person: other, role: 'auditor' });
    expect((await heldBy(substitute)).length + (await heldBy(other)).length).toBe(2);
    await withdraw(admin, post.id as string);
    expect(await heldBy(substitute)).toEqual([]);
    expect(await heldBy(other)).toHaveLength(1);
    expect((await lastTold(api, 'grant.withdrawn'))?.data.substitutions).toHaveLength(1);
  });

  it('that is none is not found', async () => {
    for (const id of [ABSENT, 'no-id', '%27'])
      expect([id, (await withdraw(admin, id)).status]).toEqual([id, 404]);
  });

  it.each([
    { person: 'not a reference!', role: 'handler', kind: 'post' },
    { person: 'p-holder', role: 'handler', kind: 'loan' },
    { person: 'p-holder', role: 'handler', kind: 'post', until: '2026-02-30' },
    { person: 'p-holder', role: 'handler', kind: 'post', from: 'tomorrow' },
    { person: 'p-holder', role: 'handler', kind: 'post', basis: 'two\nlines' },
    { person: 'p-holder', role: 'handler', kind: 'post', tenant: 'other' },
    { role: 'handler', kind: 'post' },
  ])('is not made of %j', async (body) => {
    const reply = await grants(admin, body);
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
  });

  it('is listed by person and by unit, the newest first, in pages', async () => {
    const person = await somebody();
    for (const role of ['handler', 'reviewer', 'auditor'])
      await grants(admin, { person, role, unit: 'room', kind: 'post' });
    const roles = async (query: string) => {
      const { body } = await admin.get(`${ROOT}/grants?${query}`);
      return {
        roles: (body.items as { role: string }[]).map(({ role }) => role),
        next: body.nextCursor as string | null,
      };
    };
    expect((await roles(`person=${person}`)).roles).toEqual(['auditor', 'reviewer', 'handler']);
    const first = await roles(`unit=room&limit=2`);
    expect(first.roles).toEqual(['auditor', 'reviewer']);
    const second = await roles(`unit=room&limit=2&cursor=${encodeURIComponent(first.next!)}`);
    expect(second.roles[0]).toBe('handler');
    const other = await admin.get(
      `${ROOT}/grants?person=${person}&cursor=${encodeURIComponent(first.next!)}`,
    );
    expect(other.status).toBe(400);
  });

  describe('of a key', () => {
    const key = (by: Caller, body: object) => by.post(`${ROOT}/keys`, body);

    it('shows its secret once; the list has none, nor has the journal or the log', async () => {
      const person = await somebody();
      const reply = await key(admin, { person, roles: ['handler', 'reviewer', 'handler'], unit: 'room' });
      expect([reply.status, reply.body]).toEqual([
        201,
        { id: expect.any(String), person, secret: expect.stringMatching(/^lw_/) },
      ]);
      const { secret, id } = reply.body as { secret: string; id: string };
      const me = await api.with(secret).get(`${ROOT}/me`);
      expect(me.body).toMatchObject({ person, roles: ['handler', 'reviewer'], unit: 'room' });
      const list = await admin.get(`${ROOT}/keys`);
      expect(list.body.items[0]).toEqual({
        id,
        name: null,
        person,
        roles: ['handler', 'reviewer'],
        unit: 'room',
        createdAt: expect.any(String),
        expiresAt: null,
        revokedAt: null,
        lastUsedAt: list.body.items[0].lastUsedAt, // when it is written down is another test's
      });
      const { rows } = await api.knex.raw<{ rows: unknown[] }>(
        `select convert_from(leaf, 'UTF8') as leaf from journal union all select disclosure from journal_sealed`,
      );
      for (const text of [list.text, JSON.stringify(rows), api.logged.join('\n')])
        expect(text).not.toContain(secret);
    });

    it('opens nothing within a second of being revoked, and is revoked once', async () => {
      const person = await somebody();
      const { body } = await key(admin, { person, roles: ['handler'] });
      const caller = api.with(body.secret as string);
      expect((await caller.get(`${ROOT}/me`)).status).toBe(200);
      const revoke = () => admin.send('post', `${ROOT}/keys/${body.id as string}/revoke`);
      const revoked = await revoke();
      expect([revoked.status, revoked.body.revokedAt]).toEqual([200, expect.any(String)]);
      // Written beside the request that used it, so it may come meanwhile.
      const still = { ...revoked.body, lastUsedAt: expect.anything() };
      const until = performance.now() + 1_000;
      let status = 200;
      while (performance.now() < until && status === 200) {
        ({ status } = await caller.get(`${ROOT}/me`));
        await pause(20);
      }
      expect(status).toBe(401);
      const told = await toldOf(api, 'key.revoked');
      expect(told.at(-1)).toMatchObject({ data: { key: body.id, holder: await pseudonymOf(api, person) } });
      expect((await revoke()).body).toEqual(still);
      expect((await toldOf(api, 'key.revoked')).length).toBe(told.length);
    });

    const WRONG: readonly (readonly [string, DirectoryRuleName, Grant, number])[] = [
      ['with an unknown role', 'role_is_known', { roles: ['handler', 'emperor'] }, 422],
      ['in an unknown unit', 'unit_is_known', { unit: 'nonesuch' }, 422],
      ["of a subject's unit that is none", 'subject_unit_has_a_unit', { roles: ['subject_unit'] }, 422],
      ['of somebody unknown', 'person_is_known', { person: 'p-nonesuch' }, 422],
      ['that is expired', 'expires_later', { expiresAt: '2020-01-01T00:00:00Z' }, 422],
      ['of oneself', 'is_not_for_oneself', { person: 'p-admin', roles: ['administrator'] }, 403],
    ];
    it.each(WRONG)('%s is refused: %s', async (_, rule, wrong, status) => {
      const person = await somebody();
      const reply = await key(admin, { person, roles: ['handler'], ...wrong });
      expect([reply.status, reply.body.guard]).toEqual([status, rule]);
      expect(await lastTold(api, 'key.refused')).toMatchObject({ outcome: 'refused', data: { rule } });
      expect((await key(admin, { person, roles: ['handler'] })).status).toBe(201);
    });

    it('that is none is not found', async () => {
      for (const id of [ABSENT, 'no-id'])
        expect([id, (await admin.send('post', `${ROOT}/keys/${id}/revoke`)).status]).toEqual([id, 404]);
    });
  });

  describe('of a substitution', () => {
    const until = '2999-01-01';

    it('puts the cases of whom one stands in for among one’s own deadlines, and ends with it', async () => {
      const { allegation } = await handedOver(staff);
      await staff.deptHead.does(allegation, 'ASSIGN', { assignee: staff.reviewer.person });
      const substitute = await api.as(await somebody(), ['auditor', 'org_personnel', 'case_supervisor']);
      const isMine = async () => {
        const { body } = await substitute.get(`${ROOT}/deadlines?limit=200`);
        return (body.items as DeadlineView[]).some(
          ({ case: of, clock, assignee }) =>
            of === allegation.id && clock !== 'recusal.decide' && assignee === staff.reviewer.person,
        );
      };
      const bare = await isMine();
      const { body } = await grants(admin, {
        person: substitute.person,
        role: 'reviewer',
        kind: 'substitute',
        inPlaceOf: staff.reviewer.person,
        until,
      });
      expect([bare, await isMine()]).toEqual([false, true]);
      await withdraw(admin, body.id as string);
      expect(await isMine()).toBe(false);
    });

    /** Somebody signed in, with the roles that grants give them. */
    const signedIn = async (person: string): Promise<Asker> => ({
      personId: person,
      roles: (await heldBy(person)).map(({ role }) => role as 'handler'),
      unit: null,
      keyId: ABSENT,
      via: 'session',
    });

    it('leaves what was done with whoever did it: the substitute keeps the duty, not the one stood in for', async () => {
      const substitute = await somebody();
      await grants(admin, {
        person: substitute,
        role: 'approver_incharge',
        kind: 'substitute',
        inPlaceOf: staff.leader.person,
        until,
      });
      const { allegation } = await handedOver(staff);
      const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
        disposition: 'preliminary_verification',
        isRecusalClear: true,
        isStudiedCollectively: true,
      });
      await api.operations.applyCaseEvent({
        asker: await signedIn(substitute),
        caseId: proposed.id,
        readVersion: proposed.version,
        type: 'APPROVE_DISPOSITION',
        data: { disposition: 'preliminary_verification' },
      });
      const { rows } = await api.knex.raw<{ rows: { person_id: string }[] }>(
        `select distinct person_id from duties where family_id = ? and duty = 'approved'`,
        [proposed.family],
      );
      expect(rows.map(({ person_id }) => person_id)).toEqual([substitute]);
    });

    it('opens no way around a recusal: in that family the role of the recused does not count', async () => {
      const substitute = await somebody();
      const grant = { person: substitute, role: 'approver_incharge', kind: 'substitute', until };
      await grants(admin, { ...grant, inPlaceOf: staff.leader.person });
      const { allegation } = await underVerification(staff);
      const other = await underVerification(staff);
      const asked = await staff.supervisor.does(allegation, 'REQUEST_RECUSAL', {
        person: staff.leader.person,
        ground: 'close_relative',
        reason: 'They are cousins.',
      });
      const suspend = async (on: { id: string; version: number }) =>
        api.operations
          .applyCaseEvent({
            asker: await signedIn(substitute),
            caseId: on.id,
            readVersion: on.version,
            type: 'SUSPEND',
            data: { ground: 'force_majeure', trigger: 'A flood.', reason: 'Nobody can travel.' },
            dryRun: true,
          })
          .then(
            () => 'allowed',
            (error: unknown) => (error as Problem).extensions.guard,
          );
      expect([await suspend(asked), await suspend(other.allegation)]).toEqual(['has_role', 'allowed']);
      // A post of their own, or standing in for another leader as well, is a way of its own.
      await api.as('p-leader-2', ['approver_incharge']);
      const second = await grants(admin, { ...grant, inPlaceOf: 'p-leader-2' });
      expect([second.status, await suspend(asked)]).toEqual([201, 'allowed']);
      await withdraw(admin, second.body.id as string);
      expect(await suspend(asked)).toBe('has_role');
      await grants(admin, { person: substitute, role: 'approver_incharge', kind: 'post' });
      expect(await suspend(asked)).toBe('allowed');
    });

    it('bars nobody who acts for themselves', async () => {
      const complaint = await registered(staff);
      expect((await staff.reception.tries(complaint, 'ACCEPT')).status).toBe(200);
    });
  });
});
