/** Need to know, in the one place where it is decided (design 1.9): who sees which cases, every combination by name. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { findVisibleCase, listCases } from '../../db/queries/cases.ts';
import { readForSteps, type Sees } from '../../db/queries/step-read.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { openCase, TENANT } from './step-groups.ts';

/** What a party has to do with a case, and in which procedures that lets them know of it. */
const RELATIONS = {
  'opened it': {
    of: { opened_by: 'p-1' },
    lets: ['complaint', 'clarification', 'tolerance_review'],
  },
  'is its subject': { of: { subject: 'p-1' }, lets: ['clarification', 'tolerance_review'] },
  'acts for its unit': { of: { unit: 'u-1' }, lets: ['clarification', 'tolerance_review'] },
  'is assigned to it': { of: { assignee: 'p-1' }, lets: [] },
  'has nothing to do with it': { of: {}, lets: [] },
} as const satisfies Record<string, { of: object; lets: readonly string[] }>;

const PROCEDURES = [...new Set(everyProcedure().map(({ name }) => name))].sort();

const asking = (sees: Sees) => ({ sees, person: 'p-1', unit: 'u-1' });

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
    const unitless = { sees: 'own', person: 'p-1', unit: null } as const;
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

describe('a word for how far one sees that nobody knows', () => {
  const open = opensFor('postgresql');

  it('shows nothing', async () => {
    const { knex } = await open();
    const { id } = await openCase(knex, { opened_by: 'p-1' });
    expect(await findVisibleCase(knex, TENANT, id, asking('everything' as Sees))).toBeUndefined();
  });
});
