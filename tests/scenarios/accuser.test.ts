// What scenario 6.4 keeps of whoever wrote the letters: sought with the approval of the city alone, sealed once found, named
// where they are held to account, and never to the side of the person they wrote about.
import { beforeAll, expect, it } from 'vitest';
import { ACCUSER, APPROVALS, AUTHOR } from '../../src/cli/demo/accuser-pursued.ts';
import { FABRICATED_AND_CLARIFIED as MALICIOUS } from '../../src/cli/demo/fabricated-and-clarified.ts';
import { TOLERATED_IN_FULL } from '../../src/cli/demo/tolerated-in-full.ts';
import type { Asker } from '../../src/operations/acting.ts';
import { describeApi, type Api } from '../harness.ts';
import { casesOf, perform, READER, type Performance } from './playing.ts';

const isTo = (to: unknown, role: string): boolean => Array.isArray(to) && to.includes(role);

describeApi('the accuser of a malicious report', (start) => {
  let api: Api;
  let performance: Performance;

  beforeAll(async () => {
    api = await start();
    performance = await perform(api, [MALICIOUS, TOLERATED_IN_FULL]);
    while (await api.operations.integrateJournal());
  });

  const cases = () => casesOf(performance, MALICIOUS);
  const caseOf = (alias: string) => cases().get(alias) ?? '';
  const eventsOf = async (alias: string) =>
    (await api.operations.readCaseEvents(READER, caseOf(alias), { limit: 200 })).items;
  const allEvents = async () => (await Promise.all([...cases().keys()].map(eventsOf))).flat();

  /** What the papers of these codes say, in both languages; each of them was drawn. */
  const pagesOf = async (alias: string, papers: readonly string[]) => {
    const caseId = caseOf(alias);
    const drawn = await api.operations.listCasePapers(READER, caseId);
    const wanted = drawn.filter(({ paper }) => papers.includes(paper));
    expect(new Set(wanted.map(({ paper }) => paper))).toEqual(new Set(papers));
    const pages = wanted.flatMap(({ id, languages }) =>
      languages.map((lang) => api.operations.readPaperHtml(READER, { caseId, paperId: id, lang })),
    );
    return (await Promise.all(pages)).map(({ content }) => String(content));
  };

  it('nobody is traced before the city approved it, and the city alone establishes it, each under its number', async () => {
    const events = await eventsOf('accusation');
    const { rows } = await api.knex.raw<{ rows: { pseudonym: string }[] }>(
      `select pseudonym from people where id = 'p-feng'`,
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
    const [decision] = await pagesOf('accusation', ['false_accusation_decision']);
    expect(decision).toContain(APPROVALS.finding);
  });

  it('what the tracing brought is sealed, and nobody reads it', async () => {
    const events = await allEvents();
    const trace = events.find(({ type }) => type === 'false_accusation.RECORD_TRACE');
    expect(Object.keys(trace?.data ?? {}).sort()).toEqual(['complaint', 'isFound', 'participants']);
    const { rows } = await api.knex.raw<{ rows: { entry_id: string }[] }>(
      `select entry_id from journal_sealed s join journal j on j.id = s.entry_id
       where s.name = 'identity' and j.case_id = any(?::uuid[])`,
      [`{${[...cases().values()].join(',')}}`],
    );
    expect(rows.map(({ entry_id }) => entry_id)).toEqual([trace?.id]);
    const kept = events.flatMap(({ effects }) => effects.filter(({ to }) => isTo(to, 'identity_custodian')));
    expect(kept.map(({ paper }) => paper)).toEqual(['tracing_slip']);
    const [slip] = await pagesOf('accusation', ['tracing_slip']);
    for (const word of [ACCUSER, ...Object.values(AUTHOR)]) expect(slip).not.toContain(word);
  });

  it('the accuser is named once it is established, in the case opened on them and nowhere else', async () => {
    const aliases = [...cases().keys()];
    const naming = await Promise.all(
      aliases.map(async (alias) =>
        (await eventsOf(alias))
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
      'letters allegation.APPEAL_OPENED',
      'period return_to_service.OPEN',
      'window appeal.OPEN',
    ]);
  });

  it('the unit of the person reported comes to none of these cases, the person to their clarification alone', async () => {
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
    for (const id of cases().values())
      await expect(api.operations.listCaseFamily(ofUnit('town-office'), id)).rejects.toMatchObject({
        problem: 'not-found',
      });

    const reported: Asker = { personId: 'p-tian', roles: ['subject'], unit: 'town-office', keyId: '' };
    const family = await api.operations.listCaseFamily(reported, caseOf('cleared'));
    expect(family.map(({ id }) => id)).toEqual([caseOf('cleared')]);
  });

  it('what is made known on their side is the result, without a word on who it was', async () => {
    const ofTheirs = ['report', 'bribes', 'cleared', 'accusation'];
    const pages = await Promise.all(
      ofTheirs.map(async (alias) => {
        const events = await eventsOf(alias);
        const addressed = events.flatMap(({ effects }) =>
          effects.filter(({ to }) => isTo(to, 'subject') || isTo(to, 'subject_unit')),
        );
        return pagesOf(
          alias,
          addressed.map(({ paper }) => String(paper)),
        );
      }),
    );
    expect(pages.flat().length).toBeGreaterThan(5);
    const [result] = await pagesOf('accusation', ['false_accusation_result']);
    expect(pages.flat()).toContain(result);
    for (const word of [ACCUSER, ...Object.values(AUTHOR)])
      expect(pages.flat().filter((page) => page.includes(word))).toEqual([]);
  });
});
