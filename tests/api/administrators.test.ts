/**
 * Whoever keeps the system holds no case role (domain 4.2): refused by every door, in either order, also by two doors at
 * once, and by the database itself.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { constraintOf } from '../../db/errors.ts';
import { CASE_ROLES } from '../../src/domain/vocabulary.ts';
import type { Problem } from '../../src/contract/problems.ts';
import type { Caller } from '../caller.ts';
import { untilBlocked } from '../db/waiting.ts';
import { grants, knows, lastTold, pseudonymOf } from '../directory.ts';
import { describeApi, type Api } from '../harness.ts';

const ROOT = '/api/v1';
const RULE = 'administrators_hold_no_case_role';

describeApi('an administrator', (start, kind) => {
  let api: Api;
  let admin: Caller;
  beforeAll(async () => {
    api = await start();
    admin = await api.as('p-admin', ['administrator']);
  });

  /** Every door through which somebody gets a role. */
  const DOORS: Record<
    string,
    (person: string, role: string) => Promise<{ status: number; guard?: unknown }>
  > = {
    'a grant': async (person, role) => {
      const { status, body } = await grants(admin, { person, role, kind: 'post', ...inSomeUnit(role) });
      return { status, guard: body.guard };
    },
    'an acting post': async (person, role) => {
      const grant = { person, role, kind: 'acting', until: '2999-01-01', ...inSomeUnit(role) };
      const { status, body } = await grants(admin, grant);
      return { status, guard: body.guard };
    },
    'a key': async (person, role) => {
      const { status, body } = await admin.post(`${ROOT}/keys`, {
        person,
        roles: [role],
        ...inSomeUnit(role),
      });
      return { status, guard: body.guard };
    },
    'an account of the operator': (person, role) =>
      byOperator(() =>
        api.operations.createAccount({
          name: person,
          login: `${person}.${role}`,
          person,
          roles: [role as 'handler'],
          ...inSomeUnit(role),
        }),
      ),
    'a key of the operator': (person, role) =>
      byOperator(() => api.operations.createKey({ name: person, person, roles: [role as 'handler'] })),
  };
  const byOperator = (work: () => Promise<unknown>) =>
    work().then(
      () => ({ status: 201 }),
      (error: unknown) => {
        const { status, extensions } = error as Problem;
        return { status, guard: extensions.guard };
      },
    );
  const inSomeUnit = (role: string) => (role === 'subject_unit' ? { unit: 'somewhere' } : {});
  const names = Object.keys(DOORS);
  /** A second account of one person is refused for that, whatever its roles. */
  const pairs = names
    .flatMap((first) => names.map((second) => [first, second] as const))
    .filter(([first, second]) => first !== second || first !== 'an account of the operator');
  const NO = { status: 409, guard: RULE };
  const holds = async (person: string) => {
    const { rows } = await api.knex.raw<{ rows: { role: string }[] }>(
      `select roles_of('default', ?) as role order by 1`,
      [person],
    );
    return rows.map(({ role }) => role);
  };

  beforeAll(async () => {
    await admin.put(`${ROOT}/units/somewhere`, { name: 'Somewhere' });
  });

  it.each(pairs)('by %s gets no case role by %s, nor the other way round', async (first, second) => {
    const tag = pairs.findIndex(([one, other]) => one === first && other === second);
    for (const [at, [held, wanted]] of [
      ['administrator', 'handler'],
      ['handler', 'administrator'],
    ].entries()) {
      const person = `p-${tag}-${at}`;
      await knows(admin, person);
      expect(await DOORS[first]!(person, held!)).toMatchObject({ status: 201 });
      expect(await DOORS[second]!(person, wanted!)).toEqual(NO);
      expect(await holds(person)).toEqual([held]);
    }
  });

  it('gets none of the case roles, whichever it is', async () => {
    await knows(admin, 'p-none-of-them');
    expect(await DOORS['a grant']!('p-none-of-them', 'administrator')).toMatchObject({ status: 201 });
    for (const role of CASE_ROLES)
      for (const door of names)
        expect([role, door, await DOORS[door]!('p-none-of-them', role)]).toEqual([role, door, NO]);
    expect(await holds('p-none-of-them')).toEqual(['administrator']);
  });

  it('gets no key that names both at once', async () => {
    await knows(admin, 'p-both');
    const reply = await admin.post(`${ROOT}/keys`, { person: 'p-both', roles: ['administrator', 'auditor'] });
    expect([reply.status, reply.body.guard]).toEqual([409, RULE]);
    expect(await holds('p-both')).toEqual([]);
  });

  it('gets no case role for a later day either', async () => {
    await knows(admin, 'p-from-later');
    await DOORS['a grant']!('p-from-later', 'administrator');
    const later = { person: 'p-from-later', role: 'handler', kind: 'post', from: '2998-01-01' };
    const reply = await grants(admin, later);
    expect([reply.status, reply.body.guard]).toEqual([409, RULE]);
  });

  it('may become one of the others once it is no administrator any more', async () => {
    await knows(admin, 'p-changes');
    const { body } = await grants(admin, { person: 'p-changes', role: 'administrator', kind: 'post' });
    const withdrawn = await admin.post(`${ROOT}/grants/${body.id as string}/withdraw`, {});
    expect(withdrawn.status).toBe(200);
    expect(await DOORS['a grant']!('p-changes', 'handler')).toMatchObject({ status: 201 });
  });

  it('is told so in words, and the journal tells of the refusal', async () => {
    await knows(admin, 'p-told');
    await DOORS['a grant']!('p-told', 'administrator');
    const reply = await grants(admin, { person: 'p-told', role: 'reviewer', kind: 'post' });
    expect(reply.body).toMatchObject({ code: 'directory-conflict', basis: ['domain 4.2', 'D'] });
    expect(reply.body.detail).toMatch(/^An administrator holds no case role/);
    expect(await lastTold(api, 'grant.refused')).toEqual({
      type: 'grant.refused',
      outcome: 'refused',
      actor: await pseudonymOf(api, 'p-admin'),
      data: { rule: RULE, kind: 'post', role: 'reviewer', holder: await pseudonymOf(api, 'p-told') },
    });
  });

  if (kind === 'postgresql')
    it.each(pairs)('is not made of somebody by %s and %s at the same time', async (first, second) => {
      const person = `p-race-${pairs.findIndex(([one, other]) => one === first && other === second)}`;
      await knows(admin, person);
      const replies = await Promise.all([
        DOORS[first]!(person, 'administrator'),
        DOORS[second]!(person, 'reviewer'),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await holds(person)).toHaveLength(1);
    });

  describe('in the database itself', () => {
    const grantSql = (person: string, role: string) =>
      `insert into grants (tenant_id, id, person_id, role, kind, granted_by)
       values ('default', gen_random_uuid(), '${person}', '${role}', 'post', 'sql')`;
    const keySql = (person: string, role: string) =>
      `insert into api_keys (tenant_id, id, secret_hash, person_id, roles)
       values ('default', gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '${person}', '{${role}}')`;
    const SQL = { grant: grantSql, key: keySql };
    const ways = (['grant', 'key'] as const).flatMap((first) =>
      (['grant', 'key'] as const).flatMap((second) => [
        [first, 'administrator', second, 'handler'] as const,
        [first, 'handler', second, 'administrator'] as const,
      ]),
    );

    it.each(ways)('a %s as %s bars a %s as %s', async (first, held, second, wanted) => {
      const person = `p-sql-${first}-${held}-${second}`;
      await knows(admin, person);
      await api.knex.raw(SQL[first](person, held));
      await expect(api.knex.raw(SQL[second](person, wanted))).rejects.toMatchObject({ constraint: RULE });
      expect(await holds(person)).toEqual([held]);
    });

    it('bars a change that would mix them as well', async () => {
      await knows(admin, 'p-sql-update');
      await api.knex.raw(grantSql('p-sql-update', 'administrator'));
      await api.knex.raw(`update grants set withdrawn_at = now() where person_id = 'p-sql-update'`);
      await api.knex.raw(keySql('p-sql-update', 'handler'));
      const changes = [
        `update grants set withdrawn_at = null where person_id = 'p-sql-update'`,
        `update api_keys set roles = '{handler,administrator}' where person_id = 'p-sql-update'`,
      ];
      for (const change of changes)
        await expect(api.knex.raw(change)).rejects.toMatchObject({ constraint: RULE });
    });

    it('bars a client of a connected system for an administrator, and administration for a client', async () => {
      const clientSql = (person: string) =>
        `insert into clients (tenant_id, id, secret_hash, person_id, roles)
         values ('default', gen_random_uuid(), 'x', '${person}', '{api_client}')`;
      for (const [at, [first, second]] of [
        [(person: string) => grantSql(person, 'administrator'), clientSql],
        [clientSql, (person: string) => grantSql(person, 'administrator')],
      ].entries()) {
        await knows(admin, `p-client-${at}`);
        await api.knex.raw(first!(`p-client-${at}`));
        await expect(api.knex.raw(second!(`p-client-${at}`))).rejects.toMatchObject({ constraint: RULE });
      }
    });

    it('keeps who left from being given anything', async () => {
      await knows(admin, 'p-sql-left');
      await admin.post(`${ROOT}/people/p-sql-left/leave`, {});
      for (const sql of [grantSql('p-sql-left', 'handler'), keySql('p-sql-left', 'handler')])
        await expect(api.knex.raw(sql)).rejects.toMatchObject({ constraint: 'person_has_not_left' });
    });

    if (kind === 'postgresql')
      it.each(ways)(
        'a %s as %s waits for a %s as %s that is being written',
        async (first, held, second, wanted) => {
          const person = `p-sql-race-${first}-${held}-${second}`;
          await knows(admin, person);
          const one = await api.knex.transaction();
          await one.raw(SQL[first](person, held));
          const other = api.knex.raw(SQL[second](person, wanted)).then(() => 'written', constraintOf);
          await untilBlocked(api.knex);
          await one.commit();
          expect(await other).toBe(RULE);
          expect(await holds(person)).toEqual([held]);
        },
      );
  });
});
