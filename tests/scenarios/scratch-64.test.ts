import { beforeAll, expect, it } from 'vitest';
import { SCENARIOS as ALL } from '../../src/cli/demo/scenarios.ts';
import { describeApi, type Api } from '../harness.ts';
import { casesOf, doneBy, endingOf, expectedOf, perform, READER, type Performance } from './playing.ts';

const WANTED = (process.env.SC ?? '6.1,6.2,6.3,6.4').split(',');
for (const id of WANTED)
  describeApi(`scenario ${id}`, (start) => {
    const SCENARIOS = ALL.filter((one) => one.id === id);
    let api: Api;
    let performance: Performance;
    beforeAll(async () => {
      api = await start();
      performance = await perform(api, SCENARIOS);
      while (await api.operations.integrateJournal());
    });
    it.each(SCENARIOS)('$id: each step', ({ id }) => {
      const told = performance.played.filter((played) => played.scenario.id === id);
      const shown = (of: (played: (typeof told)[number]) => string[]) =>
        told.map((played) => ({ number: played.number, says: played.step.says, came: of(played) }));
      expect(shown(doneBy)).toEqual(shown(expectedOf));
    });
    it.each(SCENARIOS)('$id: all cases stand', async (told) => {
      const { states, owes, running, family } = told.ends;
      expect(await endingOf(api, performance, told)).toEqual({ states, owes, running, family });
    });
    it.each(SCENARIOS)('$id: summaries, identities', async (told) => {
      for (const [alias, facts] of Object.entries(told.ends.summary ?? {})) {
        const { summary } = await api.operations.readCase(READER, casesOf(performance, told).get(alias) ?? '');
        expect(summary).toMatchObject(facts);
      }
      const cases = [...casesOf(performance, told).values()];
      const { rows } = await api.knex.raw<{ rows: { count: number }[] }>(
        `select count(distinct entry_id)::int as count from journal_sealed s join journal j on j.id = s.entry_id
       where s.name = 'identity' and j.case_id = any(?::uuid[])`,
        [`{${cases.join(',')}}`],
      );
      expect(rows[0]?.count).toBe(told.ends.identities);
    });
    it('overdue', async () => {
      const { items } = await api.operations.readCases(READER, { filter: { overdue: true }, sort: 'opened', limit: 200 });
      expect(items).toEqual([]);
    });
  });
