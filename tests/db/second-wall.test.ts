/**
 * The second wall: what a query without any condition shows behind it. It lets through exactly what `mayKnow` does, for
 * every kind of asker and relation; nothing without an asker; and it cannot be written through (T4, T7).
 */
import type { Knex } from 'knex';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCases, type Asking } from '../../db/queries/cases.ts';
import { numberCases } from '../../db/queries/case-numbers.ts';
import { integrate } from '../../db/queries/journal-log.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { behindWall, raiseSecondWall, WALL_ROLE } from '../../db/second-wall.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { clockOf, openCase, someCase, stepOn, TENANT } from './step-groups.ts';

const PROCEDURES = [...new Set(everyProcedure().map(({ name }) => name))];
const SEES = ['all', 'assigned', 'copies', 'own', 'none', 'everything'] as unknown as Asking['sees'][];
const BODIES = [null, '{body-1}', '{body-2}'];
const WALLED = [
  'cases',
  'clocks',
  'case_links',
  'case_numbers',
  'case_persons',
  'case_team',
  'papers',
  'journal',
  'journal_leaf',
  'journal_sealed',
];

/** Rows of a table, without any condition. */
const rowsOf = async (db: Knex, table: string): Promise<number> => {
  const { rows } = await db.raw<{ rows: { n: number }[] }>('select count(*)::int as n from ??', [table]);
  return rows[0]!.n;
};

describeOnBoth('behind the second wall', (open) => {
  let knex: Knex;
  const reader = (more: Partial<Asking> & { isAuditor?: boolean } = {}) => ({
    sees: 'all' as const,
    person: 'p-1',
    unit: null,
    bodies: null,
    isAuditor: false,
    ...more,
  });

  beforeAll(async () => {
    ({ knex } = await open());
    await raiseSecondWall(knex);
    await knex.raw(
      `insert into units (tenant_id, id, name, is_body) values (?, 'body-1', 'x', true), (?, 'body-2', 'y', true)`,
      [TENANT, TENANT],
    );
    await knex.raw(
      `insert into people (tenant_id, id, pseudonym) values (?, 'p-1', 'a-1'), (?, 'p-2', 'a-2')`,
      [TENANT, TENANT],
    );
    await knex.raw(
      `insert into grants (tenant_id, id, person_id, role, kind, granted_by) values (?, gen_random_uuid(), 'p-1', 'approver_head', 'post', 'p-0')`,
      [TENANT],
    );
    for (const procedure of PROCEDURES)
      for (const fields of [
        {},
        { unit: 'body-1' },
        { unit: 'body-2', subject: 'p-1' },
        { opened_by: 'p-1' },
        { state: 'heard', subject: 'p-1' },
        { summary: { concernsHead: true } },
      ])
        for (const beside of [
          'nothing',
          'concerned',
          'recused',
          'team',
          'own team',
          'duty',
          'glass',
        ] as const) {
          const of = someCase({ procedure, ...fields });
          const row = { case_id: of.id, family_id: of.family_id };
          await writeSteps(knex, TENANT, [
            stepOn(of, {
              clocks: [clockOf(of)],
              ...(beside === 'concerned' && { persons: [{ person_id: 'p-1', case_id: of.id }] }),
              ...(beside === 'recused' && {
                recusals: [
                  {
                    family_id: of.family_id,
                    case_id: of.id,
                    person_id: 'p-1',
                    status: 'requested',
                    ground: 'witness',
                    changed_at: of.opened_at,
                  },
                ],
              }),
              ...(beside === 'team' && { team: [{ ...row, person_id: 'p-2' }] }),
              ...(['own team'].includes(beside) && { team: [{ ...row, person_id: 'p-1' }] }),
              ...(['duty', 'glass'].includes(beside) && { team: [{ ...row, person_id: 'p-2' }] }),
              ...(beside === 'duty' && {
                duties: [{ ...row, person_id: 'p-1', slot: 'handled|approved', duty: 'handled' }],
              }),
            }),
          ]);
          if (beside === 'recused')
            await knex.raw(`update recusals set status = 'granted' where family_id = ?`, [of.family_id]);
          if (beside === 'glass')
            await knex.raw(
              `insert into break_glass (tenant_id, id, person_id, family_id, case_id, reason_sealed, key_id, from_at, until_at)
               values (?, gen_random_uuid(), 'p-1', ?, ?, '\\x00', gen_random_uuid(), now() - interval '1 hour', now() + interval '1 hour')`,
              [TENANT, of.family_id, of.id],
            );
        }
    await knex.transaction(async (trx) => {
      await integrate(trx, TENANT, 10_000);
      await numberCases(trx, TENANT, {
        prefixes: {},
        otherPrefix: 'AJ',
        digits: 6,
        timeZone: 'UTC',
        limit: 10_000,
      });
    });
  }, 120_000);

  describe.each(SEES)('somebody who sees %s', (sees) => {
    it.each(BODIES)('and reaches %s finds the same cases by a bare query as by a list', async (bodies) => {
      const asking = { sees, person: 'p-1', unit: 'body-2', bodies };
      const page = { sort: 'opened', after: null, limit: 1_000 } as const;
      const listed = (await listCases(knex, TENANT, asking, {}, page)).map(({ id }) => id);
      const bare = await behindWall(knex, TENANT, { ...asking, isAuditor: false }, async (db) => {
        const { rows } = await db.raw<{ rows: { id: string }[] }>('select id from cases order by id');
        return rows.map(({ id }) => id);
      });
      expect(bare).toEqual(listed);
      if (sees === 'all') expect(listed.length).toBeGreaterThan(50);
    });
  });

  it('what hangs on a case is there only with it', async () => {
    const asking = reader({ sees: 'own' });
    const seen = await behindWall(knex, TENANT, asking, (db) => rowsOf(db, 'cases'));
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(await rowsOf(knex, 'cases'));
    for (const table of ['clocks', 'case_numbers', 'journal', 'journal_leaf'])
      expect([table, await behindWall(knex, TENANT, asking, (db) => rowsOf(db, table))]).toEqual([
        table,
        seen,
      ]);
  });

  it('an auditor finds the journal but for what concerns them, and no case', async () => {
    const asking = reader({ sees: 'none', isAuditor: true });
    const { rows } = await knex.raw<{ rows: { n: number }[] }>('select count(*)::int as n from case_persons');
    const counted = await behindWall(knex, TENANT, asking, async (db) => [
      await rowsOf(db, 'cases'),
      await rowsOf(db, 'journal'),
    ]);
    expect(rows[0]!.n).toBeGreaterThan(0);
    expect(counted).toEqual([0, (await rowsOf(knex, 'journal')) - rows[0]!.n]);
  });

  it('a foreign tenant finds nothing', async () => {
    for (const table of WALLED)
      expect([
        table,
        await behindWall(knex, 'other', reader({ isAuditor: true }), (db) => rowsOf(db, table)),
      ]).toEqual([table, 0]);
  });

  it('nobody finds anything, where no asker is set', async () => {
    for (const table of WALLED) {
      const found = await knex.transaction(async (trx) => {
        await trx.raw(`set local role ${WALL_ROLE}`);
        return rowsOf(trx, table);
      });
      expect([table, found]).toEqual([table, 0]);
    }
  });

  it('nothing can be written, and no secret read', async () => {
    for (const sql of [
      'update cases set state = state',
      'delete from journal',
      `insert into case_team select * from case_team`,
      `update journal_sealed set disclosure = null`,
      'select secret_hash from api_keys',
      'alter table cases disable row level security',
    ])
      await expect(behindWall(knex, TENANT, reader(), (db) => db.raw(sql))).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('role and asker are gone with the transaction', async () => {
    await behindWall(knex, TENANT, reader({ sees: 'none' }), (db) => rowsOf(db, 'cases'));
    const { rows } = await knex.raw<{ rows: { role: string; sees: string }[] }>(
      `select current_user::text as role, coalesce(current_setting('leeway.sees', true), '') as sees`,
    );
    expect([rows[0]!.role === WALL_ROLE, rows[0]!.sees]).toEqual([false, '']);
  });
});

describe('the second wall', () => {
  const open = opensFor('postgresql');

  it('stands when raised, however many raise it at once', async () => {
    const { knex } = await open();
    await openCase(knex);
    expect(await Promise.all([1, 2, 3, 4].map(() => raiseSecondWall(knex)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
