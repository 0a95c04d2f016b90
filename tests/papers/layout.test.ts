/**
 * The form of papers: lines that break where they may, pages that hold 22 lines, a table that goes on over pages, and a
 * page in which nothing of the case is markup.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PaperDocument } from '../../src/domain/paper-document.ts';
import type { Lang } from '../../src/domain/paper-formats.ts';
import { renderHtml } from '../../src/papers/html.ts';
import { linesOf, tokensOf } from '../../src/papers/lines.ts';
import { createPdfRenderer } from '../../src/papers/pdf.ts';
import { readPdf } from './pdf-text.ts';
import { aView, drawn, SET } from './sheets.ts';

/** Each character is one wide, as on the grid. */
const measure = (text: string) => Array.from(text).length;
const render = createPdfRenderer(SET.fontFile);
const AT = '2025-06-09T02:00:00.000Z';
const sheet = (differences: Partial<PaperDocument> = {}): PaperDocument => ({
  lang: 'zh',
  isHeaded: false,
  body: '机关',
  mark: null,
  number: '纪监录〔2025〕1号',
  title: '笔录',
  addressee: null,
  paragraphs: [],
  rows: [],
  signatures: [],
  date: '2025年6月9日',
  copies: null,
  ...differences,
});

describe('a line', () => {
  it('holds 28 characters and the first of a paragraph two fewer', () => {
    const lines = linesOf('字'.repeat(60), 28, measure, 2);
    expect(lines.map(measure)).toEqual([26, 28, 6]);
  });

  it('begins with no sign that closes', () => {
    expect(linesOf('甲乙丙丁。戊己', 4, measure)).toEqual(['甲乙丙', '丁。戊己']);
    expect(linesOf('甲乙（丙）。戊己', 5, measure)).toEqual(['甲乙', '（丙）。戊', '己']);
  });

  it('ends with no sign that opens', () => {
    expect(linesOf('甲乙丙《丁戊》', 4, measure)).toEqual(['甲乙丙', '《丁戊》']);
  });

  it('keeps words and numbers whole', () => {
    expect(linesOf('共计58,300.50元整', 8, measure)).toEqual(['共计', '58,300.5', '0元整']);
    expect(linesOf('共计58,300元整', 8, measure)).toEqual(['共计58,300', '元整']);
    expect(linesOf('one two three', 8, measure)).toEqual(['one two', 'three']);
  });

  it('begins anew where the text does', () => {
    expect(linesOf('甲\n乙\r\n丙', 4, measure)).toEqual(['甲', '乙', '丙']);
  });

  it('loses nothing, whatever stands in it', () => {
    const text = '关于“A-1”（见附件）的 report，金额：12,500.00元；《规定》第3条……𠮷';
    expect(tokensOf(text).join('')).toBe(text);
    for (const width of [3, 5, 8, 28])
      expect(linesOf(text, width, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('a page', () => {
  it('holds 22 lines of 28 characters', async () => {
    // Number and title take the first lines of the first page, date and blank line the last two.
    const full = (lines: number) => sheet({ paragraphs: ['字'.repeat(28 * lines - 2)] });
    const pages = async (lines: number) => readPdf(await render(full(lines), AT)).pages;
    const first = 17;
    expect(await pages(first)).toBe(1);
    expect(await pages(first + 3)).toBe(2);
    expect(await pages(first + 22)).toBe(2);
    expect(await pages(first + 25)).toBe(3);
  });

  it('has its number, in turn on the right and on the left', async () => {
    const { text, pages } = readPdf(await render(sheet({ paragraphs: ['字'.repeat(28 * 50)] }), AT));
    expect(pages).toBe(3);
    for (const number of [1, 2, 3]) expect(text).toContain(`— ${number} —`);
  });

  it('is A4, each', async () => {
    const { sizes } = readPdf(await render(sheet({ paragraphs: ['字'.repeat(28 * 50)] }), AT));
    expect(sizes).toEqual([
      [595.28, 841.89],
      [595.28, 841.89],
      [595.28, 841.89],
    ]);
  });

  it('is followed by another where a row is longer than it', async () => {
    const rows = [['记录', `${'字'.repeat(2_000)}完`] as const];
    const { text, pages } = readPdf(await render(sheet({ rows }), AT));
    expect(pages).toBeGreaterThan(3);
    expect(text.match(/字/g)).toHaveLength(2_000);
    expect(text).toContain('完');
  });
});

describe('the font', () => {
  it('is the one that docs/dependencies.md names, byte for byte', () => {
    const font = brotliDecompressSync(readFileSync(SET.fontFile));
    const docs = readFileSync(join(import.meta.dirname, '../../docs/dependencies.md'), 'utf8');
    expect(docs).toContain(hash('sha256', font, 'hex'));
  });

  it('has rare characters and punctuation', async () => {
    const text = '喆堃淼镕 〔2025〕《规定》“引号”……——①℃％';
    expect(readPdf(await render(sheet({ paragraphs: [text] }), AT))).toMatchObject({ boxes: 0 });
  });

  it('has no box even for what it does not have: that is spelled out', async () => {
    const { text, boxes } = readPdf(await render(sheet({ paragraphs: ['\u{10380}\tA'] }), AT));
    expect([boxes, text.includes('[U+10380] A')]).toEqual([0, true]);
  });

  it('is read from another file where a body brings one', async () => {
    await expect(async () => createPdfRenderer(join('no', 'such.ttf'))(sheet(), AT)).rejects.toThrow(
      'no such file',
    );
  });
});

it(
  'every template becomes a paper in both languages, with no field left open',
  { timeout: 60_000 },
  async () => {
    const odd: string[] = [];
    for (const key of SET.templates.keys())
      for (const lang of ['zh', 'en'] as const) {
        const paper = drawn(key, aView({ event: `${key.split('/')[0]!}.ANY`, texts: () => '正文' }), lang);
        const { text, boxes, pages } = readPdf(await render(paper, AT));
        if (
          boxes > 0 ||
          pages > 2 ||
          /[{}]|\[U\+|undefined|null/.test(text + renderHtml(paper).split('</style>')[1]!)
        )
          odd.push(`${key} ${lang}`);
        if (!text.replaceAll(' ', '').includes(paper.title.replaceAll(' ', '')))
          odd.push(`${key} ${lang}: no title`);
      }
    expect(odd).toEqual([]);
  },
);

describe('a decision', () => {
  const reasons = '经查属实。<b>&"';
  const view = aView({ texts: () => reasons });

  it.each(['zh', 'en'] as const)(
    'has head, number, addressee, reasons, review and date in %s',
    async (lang) => {
      const paper = drawn('allegation/sanction_decision', view, lang);
      const html = renderHtml(paper);
      const { text } = readPdf(await render(paper, AT));
      const parts =
        lang === 'zh'
          ? [
              '纪检监察机关',
              '纪监决〔2025〕12号',
              '处分决定书',
              '被反映人（编号p-subject）：',
              '记过',
              '2025年6月9日',
              '抄送：所在单位党组织',
            ]
          : [
              'Discipline and Supervision Organ',
              'DSO Decision [2025] No. 12',
              'Decision on a sanction',
              'demerit',
              '9 June 2025',
            ];
      for (const part of parts)
        expect([html.includes(part), text.includes(part), part]).toEqual([true, true, part]);
      expect(text).toContain(reasons);
    },
  );

  it('says which lighter rules were applied and why, where others than those of the case were', () => {
    const ruleVersion = { profile: 'cn-default', version: '9' };
    const texts = ({ text }: { readonly text: string }) =>
      text === '/ruleVersion/reason' ? '新规定处分较轻。' : undefined;
    const paragraphs = (lang: 'zh' | 'en') =>
      drawn(
        'allegation/sanction_decision',
        aView({ data: { decision: 'sanction', measure: 'warning', ruleVersion }, texts }),
        lang,
      ).paragraphs;
    expect(paragraphs('zh')).toContain('适用较轻的规则：cn-default 9。适用理由：新规定处分较轻。');
    expect(paragraphs('en').join()).toContain('Lighter rules are applied: cn-default 9. The reason:');
    const without = drawn('allegation/sanction_decision', aView({ texts })).paragraphs;
    expect(without.join()).not.toContain('较轻的规则');
  });

  it('names who was consulted by name and code, and by code alone whom nobody named', () => {
    const opinions = [
      { body: 'water_bureau', opinion: 'no_objection' },
      { body: 'nobody-knows', opinion: 'no_view' },
    ];
    const units = new Map([['water_bureau', '市水务局']]);
    const rowIn = (lang: Lang) =>
      drawn('tolerance_review/opinions_of_consulted_bodies', aView({ data: { opinions }, units }), lang)
        .rows.map(([, said]) => said)
        .find((said) => said.includes('water_bureau'));
    expect(rowIn('zh')).toMatch(/^市水务局（water_bureau）：[^、]+、nobody-knows：/);
    expect(rowIn('en')).toMatch(/^市水务局 \(water_bureau\): .+, nobody-knows: /);
  });

  it('leaves out a paragraph that has no value, rather than printing a hole', () => {
    const { paragraphs } = drawn('allegation/sanction_decision', aView({ data: { decision: 'exempt' } }));
    expect(paragraphs).toEqual([
      '关于编号为“point-1”的问题，经集体研究，决定：免予处分。',
      '如不服本决定，可以在规定期限内申请复审、复核或者提出申诉，具体见所附权利告知书。',
    ]);
  });

  it('holds no markup of the case in its page', () => {
    const html = renderHtml(drawn('allegation/sanction_decision', view));
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html).not.toContain('<b>');
    expect(html).not.toMatch(/<script|https?:|\son\w+=/);
  });

  it('says that it is of no effect in a sandbox, and only there', () => {
    expect(renderHtml(drawn('allegation/sanction_decision', aView({ isSandbox: true })))).toContain(
      '演练文书',
    );
    expect(renderHtml(drawn('allegation/sanction_decision', aView()))).not.toContain('演练文书');
  });
});

describe('a tolerance determination', () => {
  const determinations = [
    { act: 'act-1', person: 'p-subject', outcome: 'exempted', minorMeasure: 'talk_reminder' },
    { act: 'act-1', person: 'p-other', outcome: 'not_tolerated' },
  ];
  const view = aView({
    event: 'tolerance_review.DELIVER',
    context: { subject: 'p-subject', determinations },
    texts: ({ text }) =>
      text === '/determinations/*/reason'
        ? determinations.map((element) => ({ element, text: `因${element.person}` }))
        : undefined,
  });

  it('tells a person what concerns that person alone', () => {
    const html = renderHtml(drawn('tolerance_review/determination_decision', view));
    expect(html).toContain('act-1：免予，并谈话提醒');
    expect(html).toContain('act-1：因p-subject');
    expect(html).not.toContain('p-other');
    expect(html).not.toContain('不予容错');
  });

  it('names persons where their names are known, on file with the reference', () => {
    const named = {
      ...view,
      to: ['discipline_organ'] as const,
      names: new Map([
        ['p-subject', '田文斌'],
        ['p-other', '徐立'],
      ]),
    };
    expect(renderHtml(drawn('tolerance_review/tolerance_filing', named))).toContain(
      'act-1（徐立 p-other）：不予容错',
    );
    const own = { ...named, to: ['subject'] as const };
    const html = renderHtml(drawn('tolerance_review/determination_decision', own));
    expect(html).toContain('田文斌（被反映人）：');
    expect(html).not.toContain('徐立');
    expect(renderHtml(drawn('tolerance_review/determination_decision', own, 'en'))).toContain(
      'To 田文斌 (the person concerned):',
    );
  });

  it('tells the body it is filed with what was determined of each', () => {
    const html = renderHtml(
      drawn('tolerance_review/tolerance_filing', { ...view, to: ['discipline_organ'] }),
    );
    expect(html).toContain('act-1（p-other）：不予容错');
  });
});
