// The demo command: loads once, goes on where it was cut short, leaves foreign cases alone, and says where to look.
import { beforeAll, describe, expect, it } from 'vitest';
import { findInstallation } from '../../db/queries/installation.ts';
import { CAST } from '../../src/cli/demo/cast.ts';
import { demoCommand } from '../../src/cli/demo.ts';
import { casesLines } from '../../src/cli/demo/lines.ts';
import { load } from '../../src/cli/demo/load.ts';
import { SCENARIOS } from '../../src/cli/demo/scenarios.ts';
import { TEACHER } from '../../src/cli/demo/untrue-and-clarified.ts';
import type { Program } from '../../src/cli/program.ts';
import { apisOver, countRows, type Api } from '../harness.ts';
import { opensFor } from '../database.ts';
import { READER } from './playing.ts';

const STEPS = SCENARIOS.reduce((sum, { steps }) => sum + steps.length, 0);
const URL = 'http://127.0.0.1:3999';

interface Ran {
  readonly status: number;
  readonly out: readonly string[];
  readonly said: readonly string[];
  readonly progress: readonly string[];
  readonly servedSandbox: boolean;
}

/** Runs the command on a database that is open already; serving it ends at once. */
async function run({ runtime, operations }: Api): Promise<Ran> {
  const out: string[] = [];
  const said: string[] = [];
  const progress: string[] = [];
  let servedSandbox = false;
  const { isSandbox } = await findInstallation(runtime.knex);
  const opened = {
    runtime,
    operations,
    isSandbox,
    database: { kind: 'embedded', durability: 'process_crash' },
  } as const;
  const program: Pick<Program, 'out' | 'say' | 'progress' | 'withOpened' | 'serve'> = {
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
    progress: (line) => void progress.push(line),
    withOpened: (use) => use(opened),
    serve: (options) => {
      servedSandbox = options?.sandbox === true;
      return Promise.resolve({ url: URL, opened, stopped: Promise.resolve() });
    },
  };
  const status = await demoCommand.run({ options: {}, words: [] }, program as Program);
  return { status, out, said, progress, servedSandbox };
}

describe('leeway demo', () => {
  const start = apisOver(opensFor('embedded'));
  let api: Api;
  let first: Ran;

  beforeAll(async () => {
    api = await start();
    first = await run(api);
  });

  it('makes an empty database a sandbox, plays every step and serves', () => {
    expect(first.status).toBe(0);
    expect(first.servedSandbox).toBe(true);
    expect(first.progress).toHaveLength(STEPS);
    expect(first.out[0]).toMatch(new RegExp(`^The sample cases are loaded: ${STEPS} steps in \\d+ s\\.$`));
  });

  it('shows a line for each step with its day, who did it, what came of it and what is due', () => {
    expect(first.progress).toContain(
      '6.1 D3   2025-06-12  陈素梅 (reception officer): in scope, accepted. report → accepted (report.hand_over due D8 2025-06-17)\n',
    );
    expect(first.progress).toContain(
      '6.3 D30  2025-07-09  周明远 (handler): goes on working all the same. allowance → refused: is_not_recused\n',
    );
  });

  it('names every scenario, every case with its state, and every account with its key', () => {
    const text = first.out.join('\n');
    for (const { id, title, ends } of SCENARIOS) {
      expect(text).toContain(`${id}  ${title}`);
      for (const [alias, state] of Object.entries(ends.states))
        expect(text).toMatch(new RegExp(`${alias} +${state} +[0-9a-f-]{36}`));
    }
    for (const { person } of CAST) expect(text).toMatch(new RegExp(`${person} .*lw_[\\w-]{43}`));
    expect(text).toContain(`${URL}/docs`);
    expect(text).toContain(`curl -H 'Authorization: Bearer lw_`);
  });

  it('says of a case what it still owes, and nothing of one that owes nothing', async () => {
    const { items } = await api.operations.readCases(READER, { filter: {}, sort: 'opened', limit: 1 });
    const view = await api.operations.readCase(READER, items[0]?.id ?? '');
    const scenario = SCENARIOS[0] as (typeof SCENARIOS)[number];
    const lineOf = (obligations: typeof view.obligations) =>
      casesLines({
        scenarios: [{ scenario, cases: [{ alias: 'report', view: { ...view, obligations } }] }],
      }).at(-1);
    const owed = (code: string) => ({ code, procedure: 'rectification', row: 'A22', since: view.openedAt });
    expect(lineOf([owed('rectification'), owed('appeal')])).toMatch(/ {2}owed: rectification, appeal$/);
    expect(lineOf([])).not.toContain('owed');
  });

  it('prints keys that open what their holders may see', async () => {
    const keyOf = (person: string) =>
      first.out
        .find((line) => line.includes(person))
        ?.split(' ')
        .at(-1) ?? '';
    const seen = async (person: string) =>
      (await api.with(keyOf(person)).get('/api/v1/cases?limit=200')).body.items.length as number;
    expect(await seen('p-ma')).toBe(SCENARIOS.flatMap(({ ends }) => Object.keys(ends.states)).length);
    // The review and the way of appeal against it; the filing and the correction are the unit's.
    expect(await seen('p-shen')).toBe(2);
    expect(await seen('p-dong')).toBe(0);
  });

  it("holds no word of a reporter's identity in what it prints", () => {
    const text = [...first.out, ...first.said, ...first.progress].join('\n');
    for (const word of Object.values(TEACHER)) expect(text).not.toContain(word);
  });

  it('loads nothing again at a second start, says so, and makes fresh keys', async () => {
    const before = await countRows(api.knex);
    const second = await run(api);
    expect(second.status).toBe(0);
    expect(second.out[0]).toBe('The sample cases are there already; nothing was loaded again.');
    expect(second.progress).toEqual([]);
    expect((await countRows(api.knex)).cases).toBe(before.cases);
    const keys = (ran: Ran) => ran.out.filter((line) => /lw_[\w-]{43}$/.test(line));
    expect(keys(second)).toHaveLength(CAST.length);
    expect(keys(first).some((line) => keys(second).includes(line))).toBe(false);
  });

  it(
    'goes on where an earlier load was cut short, and leaves nothing out or double',
    { timeout: 120_000 },
    async () => {
      const cut = await start();
      let played = 0;
      const killed = load(cut, () => {
        played += 1;
        if (played === 97) throw new Error('cut short');
      });
      await expect(killed).rejects.toThrow('cut short');
      const rest = await run(cut);
      expect(rest.out[0]).toBe(`The rest of the sample cases is loaded: ${STEPS - 97} of ${STEPS} steps.`);
      const states = async (of: Api) =>
        (await of.operations.readCases(READER, { filter: {}, sort: 'opened', limit: 200 })).items
          .map(
            ({ procedure, state, version, subject }) => `${procedure} ${state} ${version} ${subject ?? ''}`,
          )
          .sort();
      expect(await states(cut)).toEqual(await states(api));
    },
  );

  it('refuses a database with real cases, with a sentence, and leaves it as it is', async () => {
    const real = await start();
    const caller = await real.as('p-real', ['reception_officer']);
    await caller.opens('complaint', { channel: 'letter' });
    const before = await countRows(real.knex);
    const refused = await run(real);
    expect(refused.status).toBe(1);
    expect(refused.said.at(-1)).toMatch(/^This database holds real cases and is no sandbox\. .*DATA_DIR=/);
    expect(refused.out).toEqual([]);
    expect(await countRows(real.knex)).toEqual(before);
  });

  it('refuses a sandbox with cases of its own: their time has begun already', async () => {
    const own = await start({ sandbox: true });
    const caller = await own.as('p-own', ['reception_officer']);
    await caller.opens('complaint', { channel: 'letter' });
    const refused = await run(own);
    expect(refused.status).toBe(1);
    expect(refused.said.at(-1)).toMatch(/^This sandbox holds cases of its own\./);
  });
});
