// The sample scenarios of the domain brief, played step by step on both databases: every state, due date, linked case,
// obligation and refusal that they tell of.
import { beforeAll, expect, it } from 'vitest';
import { AUTHOR } from '../../src/cli/demo/accuser-pursued.ts';
import { casesLines, stepLine } from '../../src/cli/demo/lines.ts';
import { SCENARIOS } from '../../src/cli/demo/scenarios.ts';
import { TEACHER } from '../../src/cli/demo/untrue-and-clarified.ts';
import type { Scenario } from '../../src/cli/demo/scenario.ts';
import { dateOn } from '../../src/cli/demo/timetable.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { describeApi, type Api } from '../harness.ts';
import { everyRow } from './every-row.ts';
import { casesOf, doneBy, endingOf, expectedOf, perform, READER, type Performance } from './playing.ts';

/** A period, a window, a validity: to pass is what they are for; whatever else passes was missed (T8). */
const ENDS_BY_ITSELF = ['service.period', 'appeal.window', 'prefile.validity'];

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

  it('no deadline passes in any of them, but for terms that end something by themselves', async () => {
    const { items } = await api.operations.readCases(READER, {
      filter: { overdue: true },
      sort: 'opened',
      limit: 200,
    });
    expect(items).toEqual([]);
    const passed = await api.operations.queryJournal(READER, {
      filter: { types: currentProcedures().map(({ name }) => `${name}.DEADLINE_PASSED`) },
      isDescending: false,
      limit: 200,
    });
    expect(passed.nextCursor).toBeNull();
    const clocks = passed.items.map(({ data }) => (data as { clock: string }).clock);
    expect(clocks).toEqual(expect.arrayContaining(['appeal.window', 'service.period']));
    expect(clocks.filter((clock) => !ENDS_BY_ITSELF.includes(clock))).toEqual([]);
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

  it('6.5: the filing stands under the factor of procedure by itself, though the proposal lists papers alone', async () => {
    const proposed = (await eventsOf('6.5', 'review')).find(({ type }) => type.endsWith('.PROPOSE'));
    const { details } = await api.operations.readCase(READER, caseOf('6.5', 'review'));
    const filed = `filing:${caseOf('6.5', 'filing')}`;
    const underProcedure = (appraisals: unknown) =>
      (appraisals as { factors: { factor: string; evidence: string[] }[] }[]).map(
        ({ factors }) => factors.find(({ factor }) => factor === 'procedure_method')?.evidence,
      );
    const papers = ['emergency-order', 'meeting-minutes', 'permit'];
    expect(underProcedure(proposed?.data.appraisals)).toEqual([papers]);
    expect(underProcedure(details.appraisals)).toEqual([[...papers, filed]]);
  });

  it('6.5: the review hangs on the filing it relied on, and the correction on the review', async () => {
    const family = await api.operations.listCaseFamily(READER, caseOf('6.5', 'review'));
    const linksOf = (alias: string) => family.find(({ id }) => id === caseOf('6.5', alias))?.links;
    expect(linksOf('review')).toEqual([{ type: 'relies_on', parent: caseOf('6.5', 'filing') }]);
    expect(linksOf('correction')).toEqual([{ type: 'corrects', parent: caseOf('6.5', 'review') }]);
    expect(linksOf('window')).toEqual([{ type: 'appeals_against', parent: caseOf('6.5', 'review') }]);
  });

  it('6.5: personnel get the filing of the result, and nothing that counts against the person', async () => {
    const effects = (await allEventsOf('6.5')).flatMap((event) => event.effects);
    const forPersonnel = effects.filter(({ to, who }) =>
      [to, who].some((whom) => Array.isArray(whom) && whom.includes('org_personnel')),
    );
    expect(forPersonnel.map(({ kind, paper }) => [kind, paper])).toEqual([
      ['issue_document', 'tolerance_filing'],
    ]);
    const { details } = await api.operations.readCase(READER, caseOf('6.5', 'review'));
    expect(details.signals).toEqual([]);
  });

  it('6.6: both allegations learn of the one tolerance review and of its results', async () => {
    for (const alias of ['subsidy', 'contract']) {
      const types = (await eventsOf('6.6', alias)).map(({ type }) => type);
      expect(types).toContain('allegation.TOLERANCE_OPENED');
      expect(types).toContain('allegation.TOLERANCE_RECORDED');
    }
  });

  it('6.6: each person determined has a way of appeal against it, and each sanction another', async () => {
    const opened = await Promise.all(
      ['window-pan', 'window-yuan', 'warning-window', 'demerit-window'].map(async (alias) => {
        const id = caseOf('6.6', alias);
        const family = await api.operations.listCaseFamily(READER, id);
        const { subject } = (await api.operations.readCase(READER, id)).summary;
        return { alias, subject, links: family.find((member) => member.id === id)?.links };
      }),
    );
    const against = (alias: string) => [{ type: 'appeals_against', parent: caseOf('6.6', alias) }];
    expect(opened).toEqual([
      { alias: 'window-pan', subject: 'p-pan', links: against('review') },
      { alias: 'window-yuan', subject: 'p-yuan', links: against('review') },
      { alias: 'warning-window', subject: 'p-pan', links: against('subsidy') },
      { alias: 'demerit-window', subject: 'p-pan', links: against('contract') },
    ]);
  });

  it('6.6: of two sanctions one period runs, that of the heavier; the other stopped when it was merged', async () => {
    const periodOf = async (alias: string) =>
      (await api.operations.explainClocks(READER, caseOf('6.6', alias)))
        .filter(({ clock }) => clock === 'service.period')
        .map(({ dueOn, stoppedAt }) => ({ dueOn, stopped: stoppedAt?.slice(0, 10) ?? null }));
    expect(await periodOf('demerit-period')).toContainEqual({ dueOn: '2026-08-25', stopped: null });
    expect(await periodOf('warning-period')).toEqual([{ dueOn: '2026-02-25', stopped: '2025-08-26' }]);
  });

  it('6.6: the correction covers what was tolerated, the subsidy of both persons, and not the contract', async () => {
    const { summary } = await api.operations.readCase(READER, caseOf('6.6', 'correction'));
    expect(summary).toMatchObject({ acts: 'pilot-subsidy', persons: 'p-pan p-yuan' });
    const owed = (await eventsOf('6.6', 'review')).map(({ type }) => type.split('.')[1]);
    expect(owed.indexOf('RECTIFICATION_OPENED')).toBeGreaterThan(owed.indexOf('DELIVER'));
    expect(owed.indexOf('RECORD')).toBeGreaterThan(owed.indexOf('RECTIFICATION_OPENED'));
  });

  it('6.7: the demerit and the admonition stand side by side, with what the appeal was granted for', async () => {
    const { details } = await api.operations.readCase(READER, caseOf('6.7', 'advance'));
    expect(details.decisions).toMatchObject([
      { version: 1, decision: 'sanction', measure: 'demerit', minorHandling: null, ground: null },
      {
        version: 2,
        decision: 'exempt',
        measure: null,
        minorHandling: 'admonition',
        ground: 'circumstances_wrong',
      },
    ]);
    const days = (details.decisions as { at: string }[]).map(({ at }) => at.slice(0, 10));
    expect(days).toEqual(['2025-06-09', '2025-10-15']);
  });

  it('6.7: the appeals stay nothing: the period runs until the demerit falls, and then it never was', async () => {
    const clocks = await api.operations.explainClocks(READER, caseOf('6.7', 'period'));
    const period = clocks.find(({ clock }) => clock === 'service.period');
    expect(period).toMatchObject({ isPaused: false, dueOn: '2026-06-09' });
    expect(period?.stoppedAt?.slice(0, 10)).toBe('2025-10-15');
    const paused = (await eventsOf('6.7', 'period')).flatMap(({ effects }) =>
      effects.filter(({ kind }) => kind === 'pause_clock' || kind === 'pause_clocks'),
    );
    expect(paused).toEqual([]);
    expect((await eventsOf('6.7', 'period')).map(({ type }) => type)).toEqual([
      'return_to_service.OPEN',
      'return_to_service.RECORD_EXECUTION',
      'return_to_service.SANCTION_CANCELLED',
    ]);
  });

  it('6.7: nobody who had to do with the case, or sat on the re-check, sits on the appeal', async () => {
    const { summary } = await api.operations.readCase(READER, caseOf('6.7', 'appeal'));
    const panel = String(summary.panel).split(' ');
    expect(panel).toHaveLength(3);
    const before = [...(await eventsOf('6.7', 'advance')), ...(await eventsOf('6.7', 'recheck'))];
    const took = before.flatMap(({ actor, data }) => [
      actor,
      ...((data.participants as string[] | undefined) ?? []),
      ...((data.members as { person: string }[] | undefined) ?? []).map(({ person }) => person),
    ]);
    expect(took).toContain('p-jin');
    for (const person of panel) expect(took).not.toContain(person);
  });

  it('6.7: the name is restored in the circle where the demerit was announced', async () => {
    const announced = (await eventsOf('6.7', 'advance')).find(({ type }) =>
      type.endsWith('.DELIVER_DECISION'),
    );
    const restored = (await eventsOf('6.7', 'appeal')).filter(({ data }) => data.item === 'name_restored');
    expect(restored.map(({ data }) => data.circle)).toEqual([announced?.data.circle]);
  });

  it('6.7: the appeal takes up the tolerance review that had come to nothing', async () => {
    const types = (await eventsOf('6.7', 'review')).map(({ type }) => type.split('.')[1]);
    expect(types.slice(0, 5)).toEqual(['OPEN_ACCOUNTABILITY', 'APPLY', 'WITHDRAW', 'SENT_BACK', 'VERIFY']);
  });

  it.each([
    ['party', '2025-01-30', '2025-01-31', 'corresponding_day'],
    ['demerit', '2025-03-15', '2025-03-14', 'day_before'],
    ['institution', '2025-03-15', '2025-03-14', 'day_before'],
  ])('6.8: the period of %s ends on %s, Saturday or not, and %s is a note', async (alias, end, other, by) => {
    const clocks = await api.operations.explainClocks(READER, caseOf('6.8', alias));
    const period = clocks.find(({ clock }) => clock === 'service.period');
    expect(period).toMatchObject({
      dueOn: end,
      stoppedAt: `${end}T16:00:00.000Z`,
      alternative: { dueOn: other, convention: by },
    });
    expect(period?.steps.map(({ code }) => code)).not.toContain('rolled_over');
  });

  it('6.8: the end of a period lifts nothing in an institution; the written decision does', async () => {
    const events = await eventsOf('6.8', 'institution');
    expect(events.slice(-2).map(({ type, time, data }) => [type, time.slice(0, 10), data])).toEqual([
      ['return_to_service.DEADLINE_PASSED', '2025-03-15', { clock: 'service.period' }],
      [
        'return_to_service.CONFIRM_LIFT',
        '2025-03-24',
        { manner: 'written', isRepentanceNoted: true, deliveredOn: '2025-03-24' },
      ],
    ]);
  });

  it('6.8, 6.4: whoever served every period may be promoted; otherwise from the day after the last one', async () => {
    const freezeOf = async (person: string) => {
      const { actions, earliestPromotion } = await api.operations.readFreeze(READER, person);
      const { answer, reasons } = actions.find(({ action }) => action === 'promotion')!;
      return {
        answer,
        until: reasons.map(({ code, until }) => `${code} ${until}`),
        on: earliestPromotion.on,
      };
    };
    expect(await freezeOf('p-kong')).toEqual({ answer: 'allowed', until: [], on: '2025-03-16' });
    expect(await freezeOf('p-mao')).toEqual({
      answer: 'barred',
      until: [`period_runs ${dateOn(scenario('6.4'), 693)}`],
      on: dateOn(scenario('6.4'), 694),
    });
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
    // Readings by the tests before are on record since the performance.
    while (await api.operations.integrateJournal());
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
    for (const word of [...Object.values(TEACHER), '0000-61610661', '东街 61 号', ...Object.values(AUTHOR)])
      expect(holding(word)).toEqual([]);
  });
});
