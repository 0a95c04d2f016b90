import { beforeAll, expect, it } from 'vitest';
import { SCENARIOS as ALL } from '../../src/cli/demo/scenarios.ts';
import { ACCUSER, APPROVALS, AUTHOR } from '../../src/cli/demo/accuser-pursued.ts';
import type { Asker } from '../../src/operations/acting.ts';
import { describeApi, type Api } from '../harness.ts';
import { casesOf, perform, READER, type Performance } from './playing.ts';
import type { Scenario } from '../../src/cli/demo/scenario.ts';
const scenario = (id: string) => ALL.find((one) => one.id === id) as Scenario;
const isTo = (to: unknown, role: string): boolean => Array.isArray(to) && to.includes(role);

describeApi('the sample scenarios', (start) => {
  let api: Api;
  let performance: Performance;
  beforeAll(async () => {
    api = await start();
    performance = await perform(api, ALL.filter(({ id }) => ['6.4', '6.5'].includes(id)));
    while (await api.operations.integrateJournal());
  });
  const caseOf = (id: string, alias: string) => casesOf(performance, scenario(id)).get(alias) ?? '';
  const eventsOf = async (id: string, alias: string) =>
    (await api.operations.readCaseEvents(READER, caseOf(id, alias), { limit: 200 })).items;
  const allEventsOf = async (id: string) => {
    const aliases = [...casesOf(performance, scenario(id)).keys()];
    return (await Promise.all(aliases.map((alias) => eventsOf(id, alias)))).flat();
  };
  const pagesOf = async (id: string, alias: string, papers: readonly string[]) => {
    const caseId = caseOf(id, alias);
    const drawn = await api.operations.listCasePapers(READER, caseId);
    const wanted = drawn.filter(({ paper }) => papers.includes(paper));
    expect(new Set(wanted.map(({ paper }) => paper))).toEqual(new Set(papers));
    const pages = wanted.flatMap(({ id: paperId, languages }) =>
      languages.map((lang) => api.operations.readPaperHtml(READER, { caseId, paperId, lang })),
    );
    return (await Promise.all(pages)).map(({ content }) => String(content));
  };
  it('6.4: nobody is traced before the city approved it, and the city alone establishes it, each under its number', async () => {
    const events = await eventsOf('6.4', 'accusation');
    const { rows } = await api.knex.raw<{ rows: { pseudonym: string }[] }>(
      `select pseudonym from people where person_id = 'p-feng'`,
    );
    const city = rows.map(({ pseudonym }) => pseudonym);
    expect(
      events.map(({ type, actor, data }) => [type.split('.')[1], city.includes(actor), data.approval]),
    ).toEqual([
      ['OPEN', false, undefined],
      ['VERIFY', false, undefined],
      ['REQUEST_TRACING', false, undefined],
      ['APPROVE_TRACING', true, APPROVALS.tracing],
      ['RECORD_TRACE', false, undefined],
      ['PROPOSE', false, undefined],
      ['SEND_UP', false, undefined],
      ['APPROVE', true, APPROVALS.finding],
      ['HANDLE', false, undefined],
      ['CLOSE', false, undefined],
    ]);
    const [decision] = await pagesOf('6.4', 'accusation', ['false_accusation_decision']);
    expect(decision).toContain(APPROVALS.finding);
  });

  it('6.4: what the tracing brought is sealed, and nobody reads it', async () => {
    const events = await allEventsOf('6.4');
    const trace = events.find(({ type }) => type === 'false_accusation.RECORD_TRACE');
    expect(Object.keys(trace?.data ?? {}).sort()).toEqual(['complaint', 'isFound', 'participants']);
    const { rows } = await api.knex.raw<{ rows: { entry_id: string }[] }>(
      `select entry_id from journal_sealed s join journal j on j.id = s.entry_id
       where s.name = 'identity' and j.case_id = any(?::uuid[])`,
      [`{${[...casesOf(performance, scenario('6.4')).values()].join(',')}}`],
    );
    expect(rows.map(({ entry_id }) => entry_id)).toEqual([trace?.id]);
    const kept = events.flatMap(({ effects }) => effects.filter(({ to }) => isTo(to, 'identity_custodian')));
    expect(kept.map(({ paper }) => paper)).toEqual(['tracing_slip']);
    const [slip] = await pagesOf('6.4', 'accusation', ['tracing_slip']);
    for (const word of [ACCUSER, ...Object.values(AUTHOR)]) expect(slip).not.toContain(word);
  });

  it('6.4: the accuser is named once it is established, in the case opened on them and nowhere else', async () => {
    const aliases = [...casesOf(performance, scenario('6.4')).keys()];
    const naming = await Promise.all(
      aliases.map(async (alias) =>
        (await eventsOf('6.4', alias))
          .filter(({ data }) => JSON.stringify(data).includes(ACCUSER))
          .map(({ type }) => `${alias} ${type}`),
      ),
    );
    expect(naming.flat()).toEqual([
      'accusation false_accusation.HANDLE',
      'lead complaint.REFERRED',
      'lead complaint.HAND_OVER',
      'letters allegation.OPEN',
      'letters allegation.RECORD_INTERVIEW',
      'period return_to_service.OPEN',
      'window appeal.OPEN',
      'letters allegation.APPEAL_OPENED',
    ]);
  });

  it('6.4: the unit of the person reported is shown the published result and never the accuser', async () => {
    const cases = casesOf(performance, scenario('6.4'));
    const ofUnit = (unit: string): Asker => ({
      personId: 'p-clerk',
      roles: ['subject_unit'],
      unit,
      keyId: '',
    });
    const all = async (asker: Asker) =>
      (await api.operations.readCases(asker, { filter: {}, sort: 'opened', limit: 200 })).items;
    // Somebody of a unit does see what concerns their own: this one sees nothing of this family.
    expect((await all(ofUnit('flood-works'))).map(({ procedure }) => procedure).sort()).toEqual([
      'rectification',
      'risk_filing',
    ]);
    expect(await all(ofUnit('town-office'))).toEqual([]);
    for (const id of cases.values())
      await expect(api.operations.listCaseFamily(ofUnit('town-office'), id)).rejects.toMatchObject({
        problem: 'not-found',
      });

    const reported: Asker = { personId: 'p-tian', roles: ['subject'], unit: 'town-office', keyId: '' };
    const family = await api.operations.listCaseFamily(reported, caseOf('6.4', 'cleared'));
    expect(family.map(({ id }) => id)).toEqual([caseOf('6.4', 'cleared')]);

    const ofTheirs = ['report', 'bribes', 'cleared', 'accusation'];
    const pages = await Promise.all(
      ofTheirs.map(async (alias) => {
        const events = await eventsOf('6.4', alias);
        const addressed = events.flatMap(({ effects }) =>
          effects.filter(({ to }) => isTo(to, 'subject') || isTo(to, 'subject_unit')),
        );
        return pagesOf('6.4', alias, addressed.map(({ paper }) => String(paper)));
      }),
    );
    expect(pages.flat().length).toBeGreaterThan(5);
    const [result] = await pagesOf('6.4', 'accusation', ['false_accusation_result']);
    expect(pages.flat()).toContain(result);
    for (const word of [ACCUSER, ...Object.values(AUTHOR)])
      expect(pages.flat().filter((page) => page.includes(word))).toEqual([]);
  });
});
