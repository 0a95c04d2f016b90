/** Need to know, in the one place where it is decided (design 1.9): who sees which cases, every combination by name. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { findVisibleCase, listCases, type Asking } from '../../db/queries/cases.ts';
import { integrate, listLog } from '../../db/queries/journal-log.ts';
import { readForSteps, type Sees } from '../../db/queries/step-read.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { EVERY_DOOR, openDoors } from './doors.ts';
import { clockOf, openCase, someCase, stepOn, TENANT } from './step-groups.ts';

/** What a party has to do with a case, and in which procedures that lets them know of it. */
const RELATIONS = {
  'opened it': {
    of: { opened_by: 'p-1' },
    lets: ['complaint', 'clarification', 'tolerance_review', 'risk_filing', 'appeal'],
  },
  'is its subject': {
    of: { subject: 'p-1' },
    lets: ['clarification', 'tolerance_review', 'return_to_service', 'appeal'],
  },
  'acts for its unit': {
    of: { unit: 'u-1', bodies: null },
    lets: ['clarification', 'tolerance_review', 'risk_filing', 'rectification'],
  },
  'is assigned to it': { of: { assignee: 'p-1' }, lets: [] },
  'has nothing to do with it': { of: {}, lets: [] },
} as const satisfies Record<string, { of: object; lets: readonly string[] }>;

const PROCEDURES = [...new Set(everyProcedure().map(({ name }) => name))].sort();

const asking = (sees: Sees) => ({ sees, person: 'p-1', unit: 'u-1', bodies: null });

describeOnBoth('a case', (open) => {
  let knex: Knex;
  const cases = new Map<string, string>();

  beforeAll(async () => {
    ({ knex } = await open());
    for (const procedure of PROCEDURES)
      for (const [relation, { of }] of Object.entries(RELATIONS)) {
        const { id } = await openCase(knex, { procedure, opened_by: 'p-2', ...of });
        cases.set(`${procedure} ${relation}`, id);
      }
  });

  for (const [relation, { lets }] of Object.entries(RELATIONS))
    it.each(PROCEDURES)(
      `of %s is seen by a party who ${relation} only where that is theirs`,
      async (name) => {
        const seen = await findVisibleCase(knex, TENANT, cases.get(`${name} ${relation}`)!, asking('own'));
        expect(seen !== undefined).toBe((lets as readonly string[]).includes(name));
      },
    );

  it.each([
    ['with_handling_dept', false],
    ['preliminary_verification', false],
    ['findings_proposed', false],
    ['investigating', false],
    ['letter_inquiry', true],
    ['reply_under_review', true],
    ['heard', true],
    ['decided_sanction', true],
  ])('against a person is known to them in the state %s: %s', async (state, isKnown) => {
    const subject = 'p-9';
    const { id } = await openCase(knex, { procedure: 'allegation', state, opened_by: 'p-2', subject });
    const own = { ...asking('own'), person: subject };
    expect((await findVisibleCase(knex, TENANT, id, own)) !== undefined).toBe(isKnown);
  });

  it('is seen by staff whatever they have to do with it, and by nobody who sees none', async () => {
    for (const id of cases.values()) {
      expect(await findVisibleCase(knex, TENANT, id, asking('all'))).toBeDefined();
      expect(await findVisibleCase(knex, TENANT, id, asking('none'))).toBeUndefined();
    }
  });

  it('of no unit is not the case of somebody without a unit', async () => {
    const { id } = await openCase(knex, { procedure: 'clarification', opened_by: 'p-2' });
    const unitless = { sees: 'own', person: 'p-1', unit: null, bodies: null } as const;
    expect(await findVisibleCase(knex, TENANT, id, unitless)).toBeUndefined();
  });

  it('is read for a step, listed and looked up by one and the same rule', async () => {
    const page = { sort: 'opened', after: null, limit: 1_000 } as const;
    const listed = await listCases(knex, TENANT, asking('own'), {}, page);
    const ids = [...cases.values()];
    const requests = ids.map((caseId) => ({
      caseId,
      ...asking('own'),
      people: [],
      caller: 'p-1',
      key: null,
    }));
    const read = await readForSteps(knex, TENANT, requests);
    const found = await Promise.all(ids.map((id) => findVisibleCase(knex, TENANT, id, asking('own'))));
    const seen = ids.filter((_, at) => found[at] !== undefined);
    expect(listed.map(({ id }) => id).sort()).toEqual([...seen].sort());
    expect(ids.filter((_, at) => read[at]?.case !== null)).toEqual(seen);
  });
});

describeOnBoth('staff', (open) => {
  let knex: Knex;
  const asked = (person: string) => ({ sees: 'all', person, unit: 'u-1', bodies: null }) as const;
  /** A case with a clock, in a family, that concerns these persons. */
  const caseAbout = async (persons: readonly string[], fields: Parameters<typeof someCase>[0] = {}) => {
    const of = someCase(fields);
    await writeSteps(knex, TENANT, [
      stepOn(of, {
        clocks: [clockOf(of)],
        persons: persons.map((person_id) => ({ person_id, case_id: of.id })),
      }),
    ]);
    return of;
  };
  const doorsTo = (id: string, asking: Asking) => openDoors(knex, id, asking);

  beforeAll(async () => {
    ({ knex } = await open());
  });

  it('come by no door to a complaint that concerns them, nor to anything else of its family', async () => {
    const complaint = await caseAbout(['p-1', 'p-3']);
    const ofOther = { procedure: 'allegation', family_id: complaint.id, subject: 'p-3' };
    const other = await caseAbout(['p-3'], ofOther);
    for (const { id } of [complaint, other])
      expect([await doorsTo(id, asked('p-1')), await doorsTo(id, asked('p-5'))]).toEqual([[], EVERY_DOOR]);
  });

  it('come by every door to another family, whatever concerns them elsewhere', async () => {
    await caseAbout(['p-1']);
    const elsewhere = await caseAbout(['p-3']);
    expect(await doorsTo(elsewhere.id, asked('p-1'))).toEqual(EVERY_DOOR);
  });

  it.each(PROCEDURES)('know of a %s about themselves what its subject knows', async (procedure) => {
    const { id } = await caseAbout(['p-1'], { procedure, subject: 'p-1', unit: 'u-1' });
    const subjects = RELATIONS['is its subject'].lets as readonly string[];
    expect(await doorsTo(id, asked('p-1'))).toEqual(subjects.includes(procedure) ? EVERY_DOOR : []);
  });

  it.each([
    ['investigating', []],
    ['letter_inquiry', EVERY_DOOR],
    ['decided_sanction', EVERY_DOOR],
  ])('know of an allegation against them in the state %s as its subject does', async (state, doors) => {
    const { id } = await caseAbout(['p-1'], { procedure: 'allegation', state, subject: 'p-1' });
    expect(await doorsTo(id, asked('p-1'))).toEqual(doors);
  });

  it('read nothing of the journal of such a family, not even of the part that is theirs', async () => {
    const { id } = await caseAbout(['p-1'], { procedure: 'clarification', subject: 'p-1' });
    await knex.transaction((trx) => integrate(trx, TENANT, 1_000));
    const read = (person: string) =>
      listLog(
        knex,
        TENANT,
        { ...asked(person), isAuditor: false },
        { case: id },
        { size: 1_000_000, after: null, isDescending: false, limit: 10 },
      );
    expect([(await read('p-1')).length, (await read('p-5')).length]).toEqual([0, 1]);
  });

  it('at the head of the body come by no door to a complaint about the head, with whatever key', async () => {
    for (const [person, roles, revoked] of [
      ['p-head', ['case_supervisor'], false],
      ['p-head', ['approver_head'], false],
      ['p-former-head', ['approver_head'], true],
    ] as const) {
      await knex.raw(
        `insert into people (tenant_id, id, pseudonym) values (?, ?, ?) on conflict do nothing`,
        [TENANT, person, `a-${person}`],
      );
      await knex.raw(
        `insert into api_keys (tenant_id, id, secret_hash, person_id, roles, revoked_at)
         values (?, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), ?, ?::text[],
           case when ?::bool then now() end)`,
        [TENANT, person, `{${roles.join(',')}}`, revoked],
      );
    }
    const about = await caseAbout([], { summary: { concernsHead: true } });
    const other = await caseAbout([], { summary: { concernsHead: false } });
    const doors = async (id: string) => [
      await doorsTo(id, asked('p-head')),
      await doorsTo(id, asked('p-former-head')),
      await doorsTo(id, asked('p-5')),
    ];
    expect(await doors(about.id)).toEqual([[], EVERY_DOOR, EVERY_DOOR]);
    expect(await doors(other.id)).toEqual([EVERY_DOOR, EVERY_DOOR, EVERY_DOOR]);
  });
});

describe('a word for how far one sees that nobody knows', () => {
  const open = opensFor('postgresql');

  it('shows nothing', async () => {
    const { knex } = await open();
    const { id } = await openCase(knex, { opened_by: 'p-1' });
    expect(await findVisibleCase(knex, TENANT, id, asking('everything' as Sees))).toBeUndefined();
  });
});
