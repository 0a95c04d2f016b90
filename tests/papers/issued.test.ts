/**
 * Papers over the API: drawn for whoever asks, once; numbered without gaps; frozen with the hash that the journal holds.
 */
import { hash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PaperView } from '../../src/contract/papers.ts';
import { opensFor } from '../database.ts';
import { apisOver, describeApi, type Api } from '../harness.ts';
import { foundUntrue, registered, staffOf, type Staff } from '../staff.ts';
import { readPdf } from './pdf-text.ts';
import { codesOf, listOf, pageOf, pdfOf, ROOT } from './reading.ts';

const drawAll = async (api: Api) => {
  while (await api.operations.integrateJournal());
  while (await api.operations.drawPapers());
};

describeApi('papers', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });

  it('are there for whoever asks, in the order in which they were owed', async () => {
    const complaint = await registered(staff);
    const papers = await listOf(staff.supervisor, complaint);
    expect(papers.map(({ paper, version, recipients }) => [paper, version, recipients])).toEqual([
      ['intake_record', 1, ['reception_officer']],
      ['register_entry', 2, ['reception_officer']],
    ]);
    expect(papers[0]).toMatchObject({
      title: { zh: '检举控告收件登记单' },
      languages: ['zh', 'en'],
      isErased: false,
    });
  });

  it('are drawn by the worker as well, and then not again for a reader', async () => {
    const complaint = await registered(staff);
    await drawAll(api);
    const rows = await api.knex('papers').where({ case_id: complaint.id });
    expect(rows).toHaveLength(2);
    expect(codesOf(await listOf(staff.supervisor, complaint))).toEqual(['intake_record', 'register_entry']);
    expect(await api.knex('papers').where({ case_id: complaint.id })).toHaveLength(2);
  });

  it('say what the case was at the time, not what it has become', async () => {
    const { allegation } = await foundUntrue(staff);
    const papers = await listOf(staff.supervisor, allegation);
    const report = papers.find(({ paper }) => paper === 'verification_report')!;
    const { text } = await pageOf(staff.supervisor, report);
    expect(text).toContain('不属实');
    const sheet = papers.find(({ paper }) => paper === 'disposition_proposal')!;
    expect((await pageOf(staff.supervisor, sheet)).text).not.toContain('不属实');
  });

  it('name a unit as the directory does, with the code it goes by', async () => {
    const admin = await api.as('p-names', ['administrator']);
    await admin.put('/api/v1/units/water', { name: '水务站', parentId: null });
    const unit = await api.as('p-unit', ['subject_unit'], { unit: 'water' });
    const filed = await unit.opens('risk_filing', {
      unit: 'water',
      matter: 'emergency_action',
      act: 'flood-wall',
      persons: ['p-somebody'],
      plannedOn: '2099-01-05',
      disclosure: 'The permit follows.',
    });
    const [paper] = await listOf(staff.supervisor, filed);
    expect((await pageOf(staff.supervisor, paper!)).text).toContain('水务站（water）');
  });

  it('are frozen: the page has the hash that the list and the journal name, in each language', async () => {
    const complaint = await registered(staff);
    const [paper] = (await listOf(staff.supervisor, complaint)) as [PaperView];
    await api.operations.integrateJournal();
    const { body } = await staff.auditor.get(`/api/v1/journal?type=paper.issued&case=${complaint.id}`);
    const entry = (
      body.items as { data: { id: string; number: string; sha256: object }; outcome: string }[]
    ).find(({ data }) => data.id === paper.id)!;
    expect([entry.outcome, entry.data.number]).toEqual(['done', paper.number.zh]);
    for (const lang of ['zh', 'en'] as const) {
      const page = await pageOf(staff.supervisor, paper, `html?lang=${lang}`);
      const sha256 = hash('sha256', page.text, 'hex');
      expect([paper.sha256[lang], page.headers.etag]).toEqual([sha256, `"${sha256}"`]);
      expect(entry.data.sha256).toMatchObject({ [lang]: sha256 });
    }
  });

  it('are served as pages that can do nothing, and not again to whoever has them', async () => {
    const complaint = await registered(staff);
    const [paper] = (await listOf(staff.supervisor, complaint)) as [PaperView];
    const page = await pageOf(staff.supervisor, paper);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'; style-src/);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const again = await staff.supervisor.get(`${ROOT}/${paper.case}/papers/${paper.id}/html`, {
      'If-None-Match': page.headers.etag!,
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('are the same PDF each time, on A4, with the text of the page and no box in place of a sign', async () => {
    const complaint = await registered(staff);
    const [paper] = (await listOf(staff.supervisor, complaint)) as [PaperView];
    for (const [lang, said] of [
      ['zh', '已经登记收件'],
      ['en', 'This piece came in on'],
    ] as const) {
      const { bytes, etag } = await pdfOf(staff.supervisor, paper, lang);
      expect((await pdfOf(staff.supervisor, paper, lang)).bytes.equals(bytes)).toBe(true);
      expect(etag).toBe(`"${hash('sha256', bytes, 'hex')}"`);
      const read = readPdf(bytes);
      expect([read.pages, read.sizes, read.boxes]).toEqual([1, [[595.28, 841.89]], 0]);
      expect(read.text).toContain(said);
      expect(read.text).toContain(paper.number[lang]);
    }
  });

  it('cannot be changed or removed, whoever asks the database', async () => {
    await listOf(staff.supervisor, await registered(staff));
    for (const role of ['origin', 'replica'])
      for (const statement of ["update papers set paper = 'x'", 'delete from papers', 'truncate papers']) {
        const attempt = api.knex.transaction(async (trx) => {
          await trx.raw(`set local session_replication_role = ${role}`);
          await trx.raw(statement);
        });
        await expect(attempt).rejects.toMatchObject({ code: '23001' });
      }
  });

  it('are numbered from 1 in each series and year, without gaps and without doubles', async () => {
    await foundUntrue(staff);
    await drawAll(api);
    const rows = await api.knex('papers').orderBy(['number_class', 'number_year', 'number']);
    const series = new Map<string, number[]>();
    for (const { number_class, number_year, number } of rows)
      series.set(`${number_class} ${number_year}`, [
        ...(series.get(`${number_class} ${number_year}`) ?? []),
        number,
      ]);
    expect(series.size).toBeGreaterThan(1);
    for (const [name, numbers] of series)
      expect([name, numbers]).toEqual([name, numbers.map((_, at) => at + 1)]);
  });

  it('wait for a program that can draw them: none is passed over', async () => {
    await drawAll(api);
    const [odd, sound] = [await registered(staff), await registered(staff)];
    await api.knex('cases').where({ id: odd.id }).update({ profile_hash: 'unknown' });
    await expect(drawAll(api)).rejects.toThrow('no profile is stored under unknown');
    expect(await api.knex('papers').where({ case_id: odd.id })).toEqual([]);
    // A reader of another case does not wait for it.
    expect(await listOf(staff.supervisor, sound)).toHaveLength(2);
    await api.knex('cases').where({ id: odd.id }).update({ profile_hash: odd.profile });
    await drawAll(api);
    expect(await api.knex('papers').where({ case_id: odd.id })).toHaveLength(2);
  });

  it('are gone with the key of their family: number and hash remain', async () => {
    const complaint = await registered(staff);
    const [paper] = (await listOf(staff.supervisor, complaint)) as [PaperView];
    const [row] = await api.knex('papers').where({ id: paper.id });
    await api.knex('seal_keys').where({ id: row.key_id }).delete();
    for (const form of ['html', 'pdf'])
      expect((await pageOf(staff.supervisor, paper, form)).status).toBe(404);
    const [listed] = (await listOf(staff.supervisor, complaint)) as [PaperView];
    expect(listed).toEqual({ ...paper, isErased: true });
  });

  it('are not found under another case, or by what is no id', async () => {
    const [one, other] = [await registered(staff), await registered(staff)];
    const [paper] = (await listOf(staff.supervisor, one)) as [PaperView];
    await listOf(staff.supervisor, other);
    for (const address of [
      { case: other.id, id: paper.id },
      { case: one.id, id: 'x' },
    ])
      expect((await pageOf(staff.supervisor, address)).status).toBe(404);
  });
});

describe('two drawers at once', () => {
  const start = apisOver(opensFor('postgresql'));

  it('draw every paper once and number without doubles', { timeout: 60_000 }, async () => {
    const api = await start();
    const staff = await staffOf(api);
    const cases = await Promise.all(Array.from({ length: 12 }, () => registered(staff)));
    while (await api.operations.integrateJournal());
    const drawing = async () => {
      while (await api.operations.drawPapers());
    };
    await Promise.all([
      drawing(),
      drawing(),
      drawing(),
      ...cases.map((one) => listOf(staff.supervisor, one)),
      ...cases.map((one) => listOf(staff.reception, one)),
    ]);
    const rows = await api.knex('papers').orderBy(['number_class', 'number']);
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map(({ entry_id, ordinal }) => `${entry_id} ${ordinal}`)).size).toBe(24);
    for (const series of ['record', 'form'])
      expect(rows.filter((row) => row.number_class === series).map(({ number }) => number)).toEqual(
        Array.from({ length: 12 }, (_, at) => at + 1),
      );
    const issued = await api.knex('journal').where({ type: 'paper.issued' });
    expect(issued).toHaveLength(24);
  });

  it('give a number back when the drawing fails', async () => {
    const api = await start();
    const staff = await staffOf(api);
    const complaint = await registered(staff);
    await api.knex.raw(`create function break_papers() returns trigger language plpgsql as $$
      begin raise exception 'broken on purpose'; end $$`);
    await api.knex.raw(
      'create trigger break_papers before insert on papers for each row execute function break_papers()',
    );
    await api.operations.integrateJournal();
    await expect(api.operations.drawPapers()).rejects.toThrow('broken on purpose');
    await api.knex.raw('drop trigger break_papers on papers');
    const papers = await listOf(staff.supervisor, complaint);
    expect(papers.map(({ number }) => number.en)).toEqual([
      expect.stringMatching(/ Record \[\d{4}\] No\. 1$/),
      expect.stringMatching(/ Form \[\d{4}\] No\. 1$/),
    ]);
    expect(await api.knex('journal').where({ type: 'paper.issued' })).toHaveLength(2);
  });
});
