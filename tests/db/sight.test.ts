/**
 * How far staff see: the body that handles a case, the team of an assigned family, recusal, breaking the glass, standing
 * in. Each rule by every door of the database, refused and let in (domain 4.1-4.3, T2, T3).
 */
import type { Knex } from 'knex';
import { beforeAll, expect, it } from 'vitest';
import { writeSteps, type StepGroup } from '../../db/queries/step-write.ts';
import type { Asking } from '../../db/queries/cases.ts';
import { textArray } from '../../db/queries/text-array.ts';
import { describeOnBoth } from '../database.ts';
import { EVERY_DOOR, openDoors } from './doors.ts';
import { clockOf, someCase, stepOn, TENANT } from './step-groups.ts';

const staff = (person: string, more: Partial<Asking> = {}): Asking => ({
  sees: 'all',
  person,
  unit: null,
  bodies: null,
  ...more,
});
const handler = (person: string): Asking => staff(person, { sees: 'assigned' });
const ALL_BUT_A_STEP = EVERY_DOOR.filter((door) => door !== 'a step');

describeOnBoth('sight of staff', (open) => {
  let knex: Knex;
  const opened = async (fields: Parameters<typeof someCase>[0] = {}, rest: Partial<StepGroup> = {}) => {
    const of = someCase(fields);
    await writeSteps(knex, TENANT, [stepOn(of, { clocks: [clockOf(of)], ...rest })]);
    return of;
  };
  /** A case that an assignment gave to these persons. */
  const givenTo = async (...persons: string[]) => {
    const of = someCase();
    const team = persons.map((person_id) => ({ case_id: of.id, family_id: of.family_id, person_id }));
    await writeSteps(knex, TENANT, [stepOn(of, { clocks: [clockOf(of)], team })]);
    return of;
  };
  const doors = (id: string, asking: Asking) => openDoors(knex, id, asking);

  beforeAll(async () => {
    ({ knex } = await open());
    for (const [id, parent, isBody] of [
      ['city', null, true],
      ['district', 'city', true],
      ['office', 'district', false],
      ['other-district', 'city', true],
    ] as const)
      await knex.raw(`insert into units (tenant_id, id, parent_id, name, is_body) values (?, ?, ?, ?, ?)`, [
        TENANT,
        id,
        parent,
        id,
        isBody,
      ]);
    for (const person of ['p-out', 'p-in', 'p-former'])
      await knex.raw(`insert into people (tenant_id, id, pseudonym) values (?, ?, ?)`, [
        TENANT,
        person,
        `a-${person}`,
      ]);
  });

  it.each([
    ['office', ['handler'], ['district']],
    ['district', ['superior_body'], ['district']],
    ['city', ['superior_body'], ['city', 'district', 'other-district']],
    ['city', ['approver_head'], ['city']],
    ['nowhere', ['superior_body'], null],
    [null, ['superior_body'], null],
  ])('of the unit %s as %s reaches %s', async (unit, roles, reach) => {
    const { rows } = await knex.raw<{ rows: { reach: string[] | null }[] }>(
      'select reach_of(?, ?, ?::text[]) as reach',
      [TENANT, unit, textArray(roles)],
    );
    expect(rows[0]?.reach).toEqual(reach);
  });

  it('ends at the body that handles the case, which is that of whoever opened the family', async () => {
    const root = await opened({ unit: 'office' });
    const child = await opened({
      family_id: root.family_id,
      procedure: 'allegation',
      unit: 'other-district',
    });
    for (const { id } of [root, child]) {
      expect(await doors(id, staff('p-1', { bodies: '{district}' }))).toEqual(EVERY_DOOR);
      expect(await doors(id, staff('p-1', { bodies: '{city,district}' }))).toEqual(EVERY_DOOR);
      expect(await doors(id, staff('p-1', { bodies: '{other-district}' }))).toEqual([]);
      expect(await doors(id, handlerOf('other-district'))).toEqual([]);
    }
  });
  const handlerOf = (body: string): Asking => ({ ...handler('p-1'), bodies: textArray([body]) });

  it('has no bound where the case has no body, or the asker none', async () => {
    const unbound = await opened({ unit: 'not-declared' });
    expect(await doors(unbound.id, staff('p-1', { bodies: '{district}' }))).toEqual(EVERY_DOOR);
    const bound = await opened({ unit: 'district' });
    expect(await doors(bound.id, staff('p-1'))).toEqual(EVERY_DOOR);
  });

  it('of those who only handle cases is the whole pool, until a case is given to somebody', async () => {
    const pool = await opened();
    expect(await doors(pool.id, handler('p-1'))).toEqual(EVERY_DOOR);
    const given = await givenTo('p-1', 'p-2');
    const other = await opened({ family_id: given.family_id, procedure: 'allegation' });
    for (const { id } of [given, other]) {
      expect(await doors(id, handler('p-1'))).toEqual(EVERY_DOOR);
      expect(await doors(id, handler('p-2'))).toEqual(EVERY_DOOR);
      expect(await doors(id, handler('p-3'))).toEqual([]);
      expect(await doors(id, staff('p-3'))).toEqual(EVERY_DOOR);
    }
  });

  it('of a handler goes with the assignment, and stays with whoever took part', async () => {
    const given = await givenTo('p-1', 'p-2');
    const row = { case_id: given.id, family_id: given.family_id };
    const duty = { ...row, person_id: 'p-2', slot: 'handled|approved', duty: 'handled' };
    const again = { ...given, expected: 1, version: 2 };
    await writeSteps(knex, TENANT, [
      stepOn(again, { team: [{ ...row, person_id: 'p-4' }], duties: [duty], keys: [] }),
    ]);
    expect(await doors(given.id, handler('p-1'))).toEqual([]);
    expect(await doors(given.id, handler('p-2'))).toEqual(EVERY_DOOR);
    expect(await doors(given.id, handler('p-4'))).toEqual(EVERY_DOOR);
  });

  it('comes with standing in for somebody, between its dates, and with nothing else of a grant', async () => {
    const given = await givenTo('p-out');
    const standIn = (from: string, until: string) =>
      knex.raw(
        `insert into grants (tenant_id, id, person_id, role, kind, in_place_of, from_at, until_at, granted_by)
         values (?, gen_random_uuid(), 'p-in', 'handler', 'substitute', 'p-out', now() + ?::interval, now() + ?::interval, 'p-0')`,
        [TENANT, from, until],
      );
    await standIn('-2 days', '-1 day');
    await standIn('1 day', '2 days');
    expect(await doors(given.id, handler('p-in'))).toEqual([]);
    await standIn('-1 day', '1 day');
    expect(await doors(given.id, handler('p-in'))).toEqual(EVERY_DOOR);
    await knex.raw(`update grants set withdrawn_at = now() where person_id = 'p-in'`);
    expect(await doors(given.id, handler('p-in'))).toEqual([]);
  });

  it('of those who get copies leaves out the reports', async () => {
    const complaint = await opened();
    const sanction = await opened({ family_id: complaint.family_id, procedure: 'return_to_service' });
    const copies = staff('p-1', { sees: 'copies' });
    expect(await doors(complaint.id, copies)).toEqual([]);
    expect(await doors(sanction.id, copies)).toEqual(EVERY_DOOR);
  });

  const recused = async (family: string, person: string, status: string) =>
    knex.raw(
      `insert into recusals (tenant_id, family_id, person_id, status, ground, case_id, changed_at)
       values (?, ?, ?, ?, 'witness', ?, now())`,
      [TENANT, family, person, status, family],
    );

  it.each(['all', 'assigned', 'copies'] as const)(
    'that is %s ends with a granted recusal, by every door but that of a step, which says so',
    async (sees) => {
      const of = await opened({ procedure: 'appeal' });
      await recused(of.family_id, 'p-1', 'granted');
      await recused(of.family_id, 'p-2', 'requested');
      await recused(of.family_id, 'p-3', 'refused');
      expect(await doors(of.id, staff('p-1', { sees }))).toEqual(['a step']);
      expect(await doors(of.id, staff('p-2', { sees }))).toEqual(EVERY_DOOR);
      expect(await doors(of.id, staff('p-3', { sees }))).toEqual(EVERY_DOOR);
    },
  );

  const broken = async (family: string, person: string, from: string, until: string, ended = false) =>
    knex.raw(
      `insert into break_glass (tenant_id, id, person_id, family_id, case_id, reason_sealed, key_id, from_at, until_at, ended_at)
       values (?, gen_random_uuid(), ?, ?, ?, '\\x00', gen_random_uuid(), now() + ?::interval, now() + ?::interval,
         case when ? then now() end)`,
      [TENANT, person, family, family, from, until, ended],
    );

  it('is widened by breaking the glass, for its time, and not so far as to act', async () => {
    const given = await givenTo('p-9');
    const bound = await opened({ unit: 'district' });
    const foreign = staff('p-1', { bodies: '{other-district}' });
    for (const [id, asking] of [
      [given.id, handler('p-1')],
      [bound.id, foreign],
    ] as const) {
      await broken(id, 'p-1', '-2 hours', '-1 hour');
      await broken(id, 'p-1', '-1 hour', '1 hour', true);
      await broken(id, 'p-1', '1 hour', '2 hours');
      expect(await doors(id, asking)).toEqual([]);
      await broken(id, 'p-1', '-1 hour', '1 hour');
      expect(await doors(id, asking)).toEqual(ALL_BUT_A_STEP);
    }
  });

  it('is not widened for whom the family concerns, who is recused, or for the head', async () => {
    const about = someCase();
    await writeSteps(knex, TENANT, [
      stepOn(about, { clocks: [clockOf(about)], persons: [{ person_id: 'p-1', case_id: about.id }] }),
    ]);
    await broken(about.id, 'p-1', '-1 hour', '1 hour');
    expect(await doors(about.id, handler('p-1'))).toEqual([]);

    const aside = await givenTo('p-9');
    await recused(aside.family_id, 'p-1', 'granted');
    await broken(aside.id, 'p-1', '-1 hour', '1 hour');
    expect(
      await doors(aside.id, handler('p-1')).then((open) =>
        open.filter((door) => ALL_BUT_A_STEP.includes(door)),
      ),
    ).toEqual([]);

    const aboutHead = await opened({ summary: { concernsHead: true }, unit: 'district' });
    await knex.raw(
      `insert into grants (tenant_id, id, person_id, role, kind, granted_by)
       values (?, gen_random_uuid(), 'p-former', 'approver_head', 'post', 'p-0')`,
      [TENANT],
    );
    await broken(aboutHead.id, 'p-former', '-1 hour', '1 hour');
    expect(await doors(aboutHead.id, staff('p-former'))).toEqual([]);
    await knex.raw(`update people set left_at = now() where id = 'p-former'`);
    expect(await doors(aboutHead.id, staff('p-former'))).toEqual(EVERY_DOOR);
  });
});
