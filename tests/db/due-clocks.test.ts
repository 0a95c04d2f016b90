/** Clocks that fall due: never early, earliest first, each taken by one worker only. */
import { describe, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { claimDueClocks, findNextDue, settleClocks } from '../../db/queries/due-clocks.ts';
import { advanceSandboxClock, findInstallation, markSandbox } from '../../db/queries/installation.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { clockOf, next, openCase, stepOn, TENANT } from './step-groups.ts';

const PAST = '2026-01-05T12:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';

type Fields = Parameters<typeof clockOf>[1];

/** Starts clocks on a case of their own; answers their ids. */
async function startClocks(knex: Knex, ...wanted: readonly Fields[]): Promise<string[]> {
  const opened = await openCase(knex);
  const clocks = wanted.map((fields, at) => clockOf(opened, { instance: String(at), ...fields }));
  await writeSteps(knex, TENANT, [stepOn(next(opened), { clocks })]);
  return clocks.map(({ id }) => id);
}

const claim = async (db: Knex, limit = 50) => (await claimDueClocks(db, TENANT, limit)).map(({ id }) => id);

describeOnBoth('due clocks', (open) => {
  it('are claimed earliest first, at most as many as asked', async () => {
    const { knex } = await open();
    const [late, early, middle] = await startClocks(
      knex,
      { dueAt: '2026-01-03T00:00:00.000Z' },
      { dueAt: '2026-01-01T00:00:00.000Z' },
      { dueAt: '2026-01-02T00:00:00.000Z' },
    );
    expect(await claim(knex)).toEqual([early, middle, late]);
    expect(await claim(knex, 1)).toEqual([early]);
  });

  it('are none of those still running, paused, stopped or recorded', async () => {
    const { knex } = await open();
    await startClocks(
      knex,
      { dueAt: FUTURE },
      { dueAt: null },
      { dueAt: PAST, isActive: false },
      { dueAt: PAST, firedAt: PAST },
    );
    expect(await claim(knex)).toEqual([]);
  });

  it('are judged by the clock of the sandbox, to the millisecond', async () => {
    const { knex } = await open();
    await markSandbox(knex);
    const [due] = await startClocks(knex, { dueAt: FUTURE });
    await advanceSandboxClock(knex, '2998-12-31T23:00:00.000Z');
    expect(await claim(knex)).toEqual([]);
    await advanceSandboxClock(knex, FUTURE);
    const claimed = await claim(knex);
    expect((await findInstallation(knex)).now >= FUTURE).toBe(true);
    expect(claimed).toEqual([due]);
  });

  it('are foretold: the earliest in a span of time', async () => {
    const { knex } = await open();
    const dues = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];
    await startClocks(knex, ...dues.map((dueAt) => ({ dueAt })));
    const until = '2026-01-02T00:00:00.000Z';
    expect(await findNextDue(knex, TENANT, { since: null, until })).toBe(dues[0]);
    expect(await findNextDue(knex, TENANT, { since: dues[0]!, until })).toBe(dues[1]);
    expect(await findNextDue(knex, TENANT, { since: dues[1]!, until })).toBeUndefined();
  });

  it('that have become void do not come back', async () => {
    const { knex } = await open();
    const ids = await startClocks(knex, { dueAt: PAST }, { dueAt: PAST });
    await settleClocks(knex, TENANT, [ids[0]!]);
    expect(await claim(knex)).toEqual([ids[1]]);
  });

  it('are one for each limit and instance of a case as long as it runs', async () => {
    const { knex } = await open();
    await expect(startClocks(knex, { instance: 'x' }, { instance: 'x' })).rejects.toMatchObject({
      code: '23505',
    });
    await expect(
      startClocks(knex, { instance: 'x', isActive: false }, { instance: 'x' }),
    ).resolves.toHaveLength(2);
  });
});

describe('two workers on due clocks', () => {
  const open = opensFor('postgresql');

  it('take each clock once, and none waits for the other', async () => {
    const { knex } = await open();
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) ids.push(...(await startClocks(knex, { dueAt: PAST })));
    const [one, other] = [await knex.transaction(), await knex.transaction()];
    const taken = [await claim(one, 4), await claim(other, 10)];
    expect(taken.map(({ length }) => length)).toEqual([4, 6]);
    expect(taken.flat().sort()).toEqual([...ids].sort());
    await one.rollback();
    expect(await claim(knex)).toEqual(taken[0]);
    await other.rollback();
  });

  it('leave a case that is being written for later, with all its clocks', async () => {
    const { knex } = await open();
    const [held] = await startClocks(knex, { dueAt: PAST });
    const [free] = await startClocks(knex, { dueAt: PAST });
    await knex.transaction(async (step) => {
      await step('cases')
        .whereIn('id', step('clocks').where({ id: held! }).select('case_id'))
        .forUpdate();
      expect(await claim(knex)).toEqual([free]);
    });
    expect(await claim(knex)).toEqual([held, free]);
  });
});
