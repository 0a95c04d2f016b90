/**
 * A paper as an HTML page: the bytes that are frozen and hashed. Everything of the case is escaped, no script and no
 * address stands in it; printed on A4 it keeps the margins and the grid of GB/T 9704.
 */
import type { PaperDocument } from '../domain/paper-document.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** 156 mm hold 28 characters of 16 pt, 225 mm 22 lines. */
const STYLE = `@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "Songti SC", "Noto Serif CJK SC", serif; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; }
body { width: 156mm; margin: 0 auto; font: 16pt FangSong, "FangSong_GB2312", "仿宋", STFangsong, "Noto Serif CJK SC", "Noto Serif SC", serif; line-height: 10.227mm; overflow-wrap: anywhere; }
html[lang=zh] body { letter-spacing: -0.2pt; }
@media screen { html { background: #ddd; } body { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 6px #888; } }
.mark { font-weight: bold; }
.head { margin: 10mm 0 0; color: #d00000; font: bold 36pt "FZXiaoBiaoSong-B05S", "方正小标宋简体", SimSun, "Songti SC", "Noto Serif CJK SC", serif; letter-spacing: 4pt; text-align: center; line-height: 1.3; }
html[lang=en] .head { font-size: 24pt; letter-spacing: 0; }
.number { margin-top: 10.227mm; text-align: center; }
.rule { height: 0; margin-top: 4mm; border: 0; border-top: 2pt solid #d00000; }
h1 { margin: 10.227mm 0; font: bold 22pt "FZXiaoBiaoSong-B05S", "方正小标宋简体", SimSun, "Songti SC", "Noto Serif CJK SC", serif; line-height: 13mm; text-align: center; }
.plain h1 { margin-top: 0; }
.plain .number { margin: 0; text-align: right; font-size: 14pt; }
.text { text-indent: 2em; text-align: justify; white-space: pre-line; }
html[lang=en] .text { margin-bottom: 2mm; text-align: left; text-indent: 0; }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; font-size: 14pt; line-height: 8mm; }
th, td { padding: 1mm 2mm; border: 0.5pt solid #000; text-align: left; vertical-align: top; font-weight: normal; white-space: pre-line; }
th { width: 48mm; }
.signed { margin-top: 6mm; }
.end { margin: 20.454mm 4em 0 0; text-align: right; break-inside: avoid; }
.plain .end { margin-top: 6mm; }
.seal { color: #777; font-size: 12pt; }
.copies { margin-top: 10.227mm; padding: 0 1em; border: 1pt solid #000; border-width: 1pt 0; font-size: 14pt; break-inside: avoid; }`;

const LINE_FOR_NAME = '＿＿＿＿＿＿＿＿';
const SEAL = { zh: '（印章）', en: '(seal)' };

/** The whole page. The same document gives the same text, byte for byte. */
export function renderHtml(paper: PaperDocument): string {
  const { lang, isHeaded, title, number } = paper;
  const line = (kind: string, text: string | null) =>
    text === null ? '' : `<p class="${kind}">${escaped(text)}</p>\n`;
  const head = isHeaded
    ? `${line('head', paper.body)}${line('number', number)}<hr class="rule">\n`
    : line('number', number);
  const rows = paper.rows.map(
    ([label, value]) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>\n`,
  );
  const signatures = paper.signatures.map((who) =>
    line('signed', `${who}${lang === 'zh' ? '：' : ': '}${LINE_FOR_NAME}`),
  );
  const seal = isHeaded ? `${escaped(paper.body)}<span class="seal">${SEAL[lang]}</span><br>` : '';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${title} ${number}`)}</title>
<style>${STYLE}</style>
</head>
<body class="${isHeaded ? 'headed' : 'plain'}">
${line('mark', paper.mark)}${head}<h1>${escaped(title)}</h1>
${line('addressee', paper.addressee)}${paper.paragraphs.map((text) => line('text', text)).join('')}${
    rows.length > 0 ? `<table>\n${rows.join('')}</table>\n` : ''
  }${signatures.join('')}<p class="end">${seal}${escaped(paper.date)}</p>
${line('copies', paper.copies)}</body>
</html>
`;
}
