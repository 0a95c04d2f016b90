// The sample scenarios of the domain brief, played step by step on both databases: every state, due date, linked case,
// obligation and refusal that they tell of.
import { beforeAll, expect, it } from 'vitest';
import { casesLines, stepLine } from '../../src/cli/demo/lines.ts';
import { SCENARIOS } from '../../src/cli/demo/scenarios.ts';
import { TEACHER } from '../../src/cli/demo/untrue-and-clarified.ts';
import type { Scenario } from '../../src/cli/demo/scenario.ts';
import { describeApi, type Api } from '../harness.ts';
import { everyRow } from './every-row.ts';
import { casesOf, doneBy, endingOf, expectedOf, perform, READER, type Performance } from './playing.ts';

const PROCEDURES = ['complaint', 'allegation', 'clarification', 'tolerance_review'];

const scenario = (id: string) => SCENARIOS.find((one) => one.id === id) as Scenario;

describeApi('the sample scenarios', (start) => {
  let api: Api;
  let performance: Performance;

  beforeAll(async () => {
    api = await start();
    performance = await perform(api);
    while (await api.operations.integrateJournal());
  });

  const caseOf = (id: string, alias: string) => casesOf(performance, scenario(id)).get(alias) ?? '';
  const eventsOf = async (id: string, alias: string) =>
    (await api.operations.readCaseEvents(READER, caseOf(id, alias), { limit: 200 })).items;
  /** Events of all cases of a scenario. */
  const allEventsOf = async (id: string) => {
    const aliases = [...casesOf(performance, scenario(id)).keys()];
    return (await Promise.all(aliases.map((alias) => eventsOf(id, alias)))).flat();
  };
  const papersOf = async (id: string) =>
    (await allEventsOf(id)).flatMap(({ effects }) => effects.map(({ paper }) => paper));

  it.each(SCENARIOS)('$id: each step ends as the scenario says', ({ id }) => {
    const told = performance.played.filter((played) => played.scenario.id === id);
    const shown = (of: (played: (typeof told)[number]) => string[]) =>
      told.map((played) => ({ number: played.number, says: played.step.says, came: of(played) }));
    expect(shown(doneBy)).toEqual(shown(expectedOf));
  });

  it.each(SCENARIOS)('$id: all cases stand where the scenario leaves them', async (told) => {
    const { states, owes, running, family } = told.ends;
    expect(await endingOf(api, performance, told)).toEqual({ states, owes, running, family });
  });

  it.each(SCENARIOS)('$id: the cases say what the scenario says of them', async (told) => {
    for (const [alias, facts] of Object.entries(told.ends.summary ?? {})) {
      const { summary } = await api.operations.readCase(READER, caseOf(told.id, alias));
      expect(summary).toMatchObject(facts);
    }
  });

  it.each(SCENARIOS)('$id: as many identities are sealed as reporters gave theirs', async (told) => {
    const cases = [...casesOf(performance, told).values()];
    const { rows } = await api.knex.raw<{ rows: { count: number }[] }>(
      `select count(distinct entry_id)::int as count from journal_sealed s join journal j on j.id = s.entry_id
       where s.name = 'identity' and j.case_id = any(?::uuid[])`,
      [`{${cases.join(',')}}`],
    );
    expect(rows[0]?.count).toBe(told.ends.identities);
  });

  it('no deadline passes in any of them', async () => {
    const { items } = await api.operations.readCases(READER, {
      filter: { overdue: true },
      sort: 'opened',
      limit: 200,
    });
    expect(items).toEqual([]);
    const passed = await api.operations.queryJournal(READER, {
      filter: { types: PROCEDURES.map((procedure) => `${procedure}.DEADLINE_PASSED`) },
      isDescending: false,
      limit: 10,
    });
    expect(passed.items).toEqual([]);
  });

  it('6.1: no tolerance review and no lead of false accusation comes of an honest mistake', async () => {
    const kinds = (await allEventsOf('6.1')).map(({ type }) => type.split('.')[0]);
    expect([...new Set(kinds)].sort()).toEqual(['allegation', 'clarification', 'complaint']);
  });

  it('6.1: personnel are told that the promotion is free again', async () => {
    const completed = (await eventsOf('6.1', 'hiring-cleared')).find(({ type }) =>
      type.endsWith('.COMPLETE'),
    );
    expect(completed?.effects).toContainEqual({
      kind: 'notify',
      who: ['org_personnel'],
      notice: 'promotion_unblocked',
    });
  });

  it('6.2: nobody is told anything and no identity is ever looked at', async () => {
    const papers = await papersOf('6.2');
    for (const never of [
      'acceptance_notice',
      'feedback_record',
      'identity_check_note',
      'sealed_identity_slip',
    ])
      expect(papers).not.toContain(never);
    const types = (await allEventsOf('6.2')).map(({ type }) => type);
    expect(types).not.toContain('complaint.CONFIRM_IDENTITY');
    expect(types).not.toContain('complaint.GIVE_FEEDBACK');
  });

  it('6.2: the copies hang on the report they repeat, each a case of its own', async () => {
    const family = await api.operations.listCaseFamily(READER, caseOf('6.2', 'report'));
    const duplicates = family.filter(({ links }) => links.some(({ type }) => type === 'duplicate_of'));
    const copies = ['second', 'third', 'fourth'].map((alias) => caseOf('6.2', alias));
    expect(duplicates.map(({ id }) => id).sort()).toEqual(copies.sort());
  });

  it('6.2: the tolerance review hangs on the allegation, whose offer of one it takes up', async () => {
    const family = await api.operations.listCaseFamily(READER, caseOf('6.2', 'tolerance'));
    const review = family.find(({ id }) => id === caseOf('6.2', 'tolerance'));
    expect(review?.links).toEqual([{ type: 'reviews_tolerance_of', parent: caseOf('6.2', 'contract') }]);
  });

  it('6.3: two recusals are decided, by two persons', async () => {
    const decided = (await eventsOf('6.3', 'report')).filter(({ type }) => type.endsWith('.DECIDE_RECUSAL'));
    expect(decided.map(({ data }) => [data.person, data.granted])).toEqual([
      ['p-zhou', true],
      ['p-zhang', true],
    ]);
    expect(new Set(decided.map(({ actor }) => actor)).size).toBe(2);
  });

  it('6.3: what was decided on the acts of the recused handler is known where they were done', async () => {
    const view = await api.operations.readCase(READER, caseOf('6.3', 'allowance'));
    const disposals = (view.details.disposals as { disposal: string }[]).map(({ disposal }) => disposal);
    expect(disposals).toEqual(['keep', 'keep', 'keep', 'exclude']);
  });

  it('6.6: both allegations learn of the one tolerance review and of its results', async () => {
    for (const alias of ['subsidy', 'contract']) {
      const types = (await eventsOf('6.6', alias)).map(({ type }) => type);
      expect(types).toContain('allegation.TOLERANCE_OPENED');
      expect(types).toContain('allegation.TOLERANCE_RECORDED');
    }
  });

  it('every case is exactly what its journal says', async () => {
    const differing: string[] = [];
    const { cases } = await api.operations.replayCases({
      onDifference: (id, why) => void differing.push(`${id}: ${why}`),
    });
    expect(differing).toEqual([]);
    expect(cases).toBe(SCENARIOS.flatMap(({ ends }) => Object.keys(ends.states)).length);
  });

  it('the journal is contiguous, from its first entry to its last', async () => {
    const { rows } = await api.knex.raw<{ rows: Record<string, number>[] }>(
      `select (select count(*)::int from journal) as entries, count(*)::int as placed, min(idx)::int as first,
         max(idx)::int + 1 as size, (select size::int from journal_log) as log,
         (select count(*)::int from journal_queue) as waiting
       from journal_leaf`,
    );
    const entries = rows[0]?.entries ?? 0;
    expect(entries).toBeGreaterThan(performance.played.length);
    expect(rows[0]).toEqual({ entries, placed: entries, first: 0, size: entries, log: entries, waiting: 0 });
  });

  it("a reporter's words about themselves stand in no row but the sealed one, in no line and in no log", async () => {
    const lines = [
      ...performance.played.map(stepLine),
      ...casesLines(performance.loaded),
      ...api.logged,
      ...(await everyRow(api.knex)),
    ];
    const holding = (word: string) => lines.filter((line) => line.includes(word));
    // The search sees what is kept in clear, in columns, in leaves and in disclosures.
    expect(holding('cousin-hired').length).toBeGreaterThan(10);
    expect(holding('p-yang').some((line) => line.startsWith('journal_sealed.disclosure'))).toBe(true);
    expect(holding('clarification.OPEN').some((line) => line.startsWith('journal.leaf'))).toBe(true);
    for (const word of [...Object.values(TEACHER), '0000-61610661', '东街 61 号'])
      expect(holding(word)).toEqual([]);
  });
});
