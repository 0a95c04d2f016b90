/** The numbered log (audit 2.3): every entry exactly one place, without gaps, and each case in its own order. */
import { describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { findLogSize, findOldestPending, integrate, listLog } from '../../db/queries/journal-log.ts';
import { savePerson } from '../../db/queries/people.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { countOf, entryOf, next, openCase, someCase, stepOn, TENANT } from './step-groups.ts';
import { untilBlocked } from './waiting.ts';

const integrateSome = (db: Knex, limit = 2_048) => db.transaction((trx) => integrate(trx, TENANT, limit));

async function integrateAll(db: Knex, limit: number): Promise<void> {
  while ((await integrateSome(db, limit)) > 0);
}

const writeEntries = (db: Knex, count: number) =>
  writeSteps(db, TENANT, [
    { moves: [], entries: Array.from({ length: count }, () => entryOf(null)), sealed: [] },
  ]);

async function indexes(db: Knex): Promise<number[]> {
  const rows: { idx: number }[] = await db('journal_leaf').orderBy('idx').select('idx');
  return rows.map(({ idx }) => idx);
}

const upTo = (size: number) => Array.from({ length: size }, (_, at) => at);

const auditor = { isAuditor: true, sees: 'none', person: 'p-auditor', unit: null, bodies: null } as const;

describeOnBoth('the log', (open) => {
  it('counts from 0 without gaps, whatever the batch', async () => {
    const { knex } = await open();
    await writeEntries(knex, 25);
    await integrateAll(knex, 7);
    expect(await indexes(knex)).toEqual(upTo(25));
    expect(await findLogSize(knex, TENANT)).toBe(25);
    expect(await countOf(knex, 'journal_queue')).toBe(0);
  });

  it('has no place for what was rolled back', async () => {
    const { knex } = await open();
    const undone = await knex.transaction();
    await writeEntries(undone, 3);
    await undone.rollback();
    await writeEntries(knex, 2);
    await integrateAll(knex, 10);
    expect(await indexes(knex)).toEqual([0, 1]);
  });

  it('is one log for each tenant', async () => {
    const { knex } = await open();
    await writeEntries(knex, 2);
    await writeSteps(knex, 't2', [{ moves: [], entries: [entryOf(null)], sealed: [] }]);
    await integrateAll(knex, 10);
    expect(await findLogSize(knex, TENANT)).toBe(2);
    expect(await knex.transaction((trx) => integrate(trx, 't2', 10))).toBe(1);
  });

  it('says how long the oldest entry has been waiting', async () => {
    const { knex } = await open();
    expect(await findOldestPending(knex)).toBe(0);
    const recorded_at = new Date(Date.now() - 60_000).toISOString();
    await writeSteps(knex, TENANT, [{ moves: [], entries: [entryOf(null, { recorded_at })], sealed: [] }]);
    expect(await findOldestPending(knex)).toBeGreaterThan(59);
    await integrateAll(knex, 10);
    expect(await findOldestPending(knex)).toBe(0);
  });

  it.each([false, true])('is read page by page, each entry once, backwards: %s', async (isDescending) => {
    const { knex } = await open();
    await writeEntries(knex, 10);
    await integrateAll(knex, 100);
    const seen: number[] = [];
    for (let after: number | null = null; ; after = seen.at(-1) ?? null) {
      const page = await listLog(knex, TENANT, auditor, {}, { size: 10, after, isDescending, limit: 3 });
      if (page.length === 0) break;
      seen.push(...page.map(({ idx }) => idx));
      // What is added meanwhile lies beyond the size the reading is pinned to.
      await writeEntries(knex, 1);
      await integrateAll(knex, 100);
    }
    expect(seen).toEqual(isDescending ? upTo(10).reverse() : upTo(10));
  });

  it('is read by type, exact or by how it begins, and by what else is asked', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const types = ['complaint.ACCEPT', 'complaint.A_C', 'complaint.AxC', 'complaint%.X'];
    const entries = types.map((type) => entryOf(null, { type, actor: `a-${type}` }));
    await writeSteps(knex, TENANT, [{ moves: [], entries, sealed: [] }]);
    await integrateAll(knex, 100);
    const read = async (filter: Parameters<typeof listLog>[3]) =>
      (
        await listLog(knex, TENANT, auditor, filter, { size: 99, after: null, isDescending: false, limit: 9 })
      ).map(({ type }) => type);
    expect(await read({ types: ['complaint.ACCEPT'] })).toEqual(['complaint.ACCEPT']);
    expect(await read({ types: ['complaint.A_*'] })).toEqual(['complaint.A_C']);
    expect(await read({ types: ['complaint%*', 'complaint.AxC'] })).toEqual([
      'complaint.AxC',
      'complaint%.X',
    ]);
    expect(await read({ case: opened.id })).toEqual(['complaint.STEP']);
    expect(await read({ actor: 'a-complaint.AxC' })).toEqual(['complaint.AxC']);
    expect(await read({ from: '2026-01-05T12:00:00.001Z' })).toEqual([]);
    expect(await read({ to: '2026-01-05T12:00:00.000Z' })).toEqual([]);
  });
});

describe('with several at work', () => {
  const open = opensFor('postgresql');

  it('an entry that commits last, with the smallest queue number, is not lost', async () => {
    const { knex } = await open();
    const late = await knex.transaction();
    await writeEntries(late, 1);
    await writeEntries(knex, 1);
    expect(await integrateSome(knex)).toBe(1);
    await late.commit();
    expect(await integrateSome(knex)).toBe(1);
    const rows: { n: number }[] = await knex('journal_queue').select('n');
    expect([rows, await indexes(knex)]).toEqual([[], [0, 1]]);
  });

  it('an integrator waits for the one at work and goes on where that one ends', async () => {
    const { knex } = await open();
    await writeEntries(knex, 10);
    const first = await knex.transaction();
    expect(await integrate(first, TENANT, 4)).toBe(4);
    const second = integrateSome(knex);
    await untilBlocked(knex);
    await first.commit();
    expect(await second).toBe(6);
    expect(await indexes(knex)).toEqual(upTo(10));
  });

  it('integrators and writers leave every entry in exactly one place, each case in order', async () => {
    const { knex } = await open();
    const cases = await Promise.all(Array.from({ length: 4 }, () => openCase(knex)));
    let isWriting = true;
    const writers = cases.map(async (opened) => {
      for (let moved = next(opened); moved.version <= 30; moved = next(moved))
        await writeSteps(knex, TENANT, [stepOn(moved)]);
    });
    const integrators = [1, 2].map(async () => {
      while (isWriting) await integrateSome(knex, 5);
      await integrateAll(knex, 5);
    });
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(integrators);
    expect(await indexes(knex)).toEqual(upTo(120));
    const rows: { case_id: string; seq: number }[] = await knex('journal_leaf').orderBy('idx');
    for (const { id } of cases)
      expect(rows.filter((row) => row.case_id === id).map(({ seq }) => seq)).toEqual(
        upTo(30).map((at) => at + 1),
      );
  });
});

describe('a reader who is no auditor', () => {
  const open = opensFor('postgresql');

  it('finds in the log entries of cases they may know of; a party, of those, what they did themselves', async () => {
    const { knex } = await open();
    await savePerson(knex, TENANT, { id: 'p-own', name: null, pseudonym: 'a-own' });
    const own = someCase({ opened_by: 'p-own' });
    const others = someCase({ opened_by: 'p-other' });
    const byThem = (of: typeof own) => entryOf(of, { actor: 'a-own', seq: null, outcome: 'refused' });
    await writeSteps(knex, TENANT, [
      stepOn(own, { entries: [entryOf(own), byThem(own)] }),
      stepOn(others, { entries: [entryOf(others), byThem(others)] }),
    ]);
    await writeEntries(knex, 1);
    await integrateAll(knex, 100);
    const read = async (sees: 'all' | 'own' | 'none') => {
      const reader = { isAuditor: false, sees, person: 'p-own', unit: null, bodies: null };
      const page = { size: 99, after: null, isDescending: false, limit: 9 };
      const entries = await listLog(knex, TENANT, reader, {}, page);
      return entries.map(({ case_id, actor }) => [case_id, actor]);
    };
    expect(await read('own')).toEqual([[own.id, 'a-own']]);
    expect(await read('all')).toHaveLength(4);
    expect(await read('none')).toEqual([]);
  });
});
