/** Pages of cases by keyset: each case once and in order, whatever the page size, however many share a place. */
import { beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import {
  listCaseIds,
  listCases,
  type CaseFilter,
  type CasePlace,
  type CaseSort,
} from '../../db/queries/cases.ts';
import { describeOnBoth } from '../database.ts';
import { openCases, someCase, TENANT } from './step-groups.ts';

const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
const staff = { sees: 'all', person: 'p-1', unit: null, bodies: null } as const;

describeOnBoth('pages of cases', (open) => {
  let knex: Knex;

  beforeAll(async () => {
    ({ knex } = await open());
    const cases = Array.from({ length: 12 }, (_, n) =>
      someCase({
        next_due_at: n % 4 === 0 ? null : day(1 + (n % 3)),
        updated_at: day(1 + (n % 2)),
        state: n % 2 ? 'received' : 'accepted',
        assignee: n % 3 ? 'p-7' : null,
        subject: n === 5 ? 'p-subject' : null,
        is_open: n !== 3,
        is_overdue: n === 6,
      }),
    );
    await openCases(knex, ...cases);
  });

  const pageBy = async (sort: CaseSort, limit: number, filter: CaseFilter = {}) => {
    const seen: { id: string; key: string | null }[] = [];
    for (let after: CasePlace | null = null; ; after = seen.at(-1)!) {
      const page = await listCases(knex, TENANT, staff, filter, { sort, after, limit });
      if (page.length === 0) return seen;
      const key = sort.endsWith('due') ? 'next_due_at' : sort.endsWith('updated') ? 'updated_at' : null;
      seen.push(...page.map((row) => ({ id: row.id, key: key && row[key] })));
    }
  };

  it.each(['opened', '-opened', 'due', '-due', 'updated', '-updated'] as const)(
    'sorted by %s hold each case once and in order',
    async (sort) => {
      const all = await pageBy(sort, 100);
      expect(all).toHaveLength(sort.endsWith('due') ? 9 : 12);
      expect(await pageBy(sort, 5)).toEqual(all);
      expect(await pageBy(sort, 1)).toEqual(all);
      const order = all.map(({ key, id }) => `${key ?? ''} ${id}`);
      const sorted = [...order].sort();
      expect(order).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    },
  );

  it.each<[string, CaseFilter, number]>([
    ['a state', { procedure: 'complaint', state: 'accepted' }, 6],
    ['an assignee, open cases only', { assignee: 'p-7' }, 8],
    ['a due date, open cases only', { dueBefore: day(2) }, 2],
    ['being overdue', { overdue: true }, 1],
    ['a subject that is asked for by name', { q: 'p-subject' }, 1],
    ['a pattern, taken literally', { q: '%' }, 0],
  ])('are narrowed by %s', async (_, filter, count) => {
    expect(await pageBy('opened', 2, filter)).toHaveLength(count);
  });

  it('of ids run through all cases', async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ; after = ids.at(-1) ?? null) {
      const page = await listCaseIds(knex, TENANT, after, 5);
      if (page.length === 0) break;
      ids.push(...page);
    }
    expect(ids).toEqual((await pageBy('opened', 100)).map(({ id }) => id));
  });
});
