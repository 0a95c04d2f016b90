/** `leeway migrate-cases`: the report an operator reads before anybody proposes anything, and its exit status. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { migrateCasesCommand } from '../../src/cli/migrate-cases.ts';
import { UsageError, type Given, type Program } from '../../src/cli/program.ts';
import { opensFor } from '../database.ts';
import { apisOver, countRows, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';
import { inJointCheck, opensWith, unchecked, V1 } from './older-version.ts';

const PLAN = { plan: true, procedure: 'clarification', to: '2' } as const;

describe('the report', () => {
  const start = apisOver(opensFor('embedded'));
  let api: Api;
  let staff: Staff;
  let waiting: CaseView;
  let skipped: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    waiting = await inJointCheck(staff, await opensWith(api, staff, V1));
    skipped = await unchecked(staff, await opensWith(api, staff, V1));
  });

  async function run(options: Given['options']) {
    const out: string[] = [];
    const program = {
      out: (line: string) => void out.push(line),
      progress: () => undefined,
      withOpened: (use: (opened: Api) => unknown) => use(api),
    } as unknown as Program;
    const status = await migrateCasesCommand.run({ options, words: [] }, program);
    return { status, out };
  }

  it('names each case, what would have been refused of its past, and what it takes from then on', async () => {
    const before = await countRows(api.knex);
    const { status, out } = await run(PLAN);
    expect(status).toBe(0);
    expect(out.slice(0, -1)).toEqual([
      `${waiting.id} from version 1: same, in in_joint_check`,
      '  takes no more: CONSULT_SUBJECT',
      '  takes from then on: PASS_CHECK',
      `${skipped.id} from version 1: carries_over, in consulted`,
      '  3 CONSULT_SUBJECT in in_joint_check: not_in_this_state',
    ]);
    expect(out.at(-1)).toMatch(
      /^clarification to version 2: 1 the same, 1 carry over, 0 blocked\. Plan [0-9a-f]{64}\.$/,
    );
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('is one document a line for programs, the sum last', async () => {
    const { out } = await run({ ...PLAN, json: true });
    const documents = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(documents.slice(0, 2)).toMatchObject([{ case: waiting.id }, { case: skipped.id }]);
    expect(documents[2]).toMatchObject({ toVersion: 2, counts: { same: 1, carries_over: 1, blocked: 0 } });
  });

  it('answers no when a case cannot be moved', async () => {
    // As a case stands that was written by a program whose version this one does not know.
    await api
      .knex('cases')
      .where({ id: waiting.id })
      .update({ state: 'mislaid', value: '{"flow":"mislaid"}' });
    const { status, out } = await run(PLAN);
    expect(status).toBe(1);
    expect(out).toContain(
      `${waiting.id} from version 1: blocked, in mislaid, and mislaid is not known there`,
    );
    await api
      .knex('cases')
      .where({ id: waiting.id })
      .update({ state: waiting.state, value: waiting.regions });
  });

  it('lists what was proposed and what became of it', async () => {
    await staff.organHead.post('/api/v1/procedures/clarification/migrations', { toVersion: 2 });
    const { status, out } = await run({ status: true });
    expect([status, out]).toEqual([
      0,
      [
        expect.stringMatching(
          /clarification to version 2: proposed; 0 moved, 0 blocked, 0 closed meanwhile, 2 waiting$/,
        ),
      ],
    ]);
  });

  it.each<[string, Given['options']]>([
    ['neither plan nor status', {}],
    ['both of them', { ...PLAN, status: true }],
    ['no procedure', { plan: true, to: '2' }],
    ['a version that is not there', { ...PLAN, to: '9' }],
    ['a version with none before it', { ...PLAN, to: '1' }],
  ])('is refused as wrong use: %s', async (_, options) => {
    await expect(async () => run(options)).rejects.toThrow(UsageError);
  });
});
