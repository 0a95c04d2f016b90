/**
 * A paper as PDF in the layout of GB/T 9704: A4, text body 156 × 225 mm, 22 lines of 28 characters. No browser, nothing
 * fetched, and the same paper gives the same bytes. The font is embedded as far as it is used.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { PaperDocument } from '../domain/paper-document.ts';
import { isWide, linesOf, tokensOf } from './lines.ts';

const MM = 72 / 25.4;
/** The text body, and the grid in it. */
const LEFT = 28 * MM;
const TOP = 37 * MM;
const WIDTH = 156 * MM;
const HEIGHT = 225 * MM;
const BOTTOM = TOP + HEIGHT;
const LINE = HEIGHT / 22;
const CELL = WIDTH / 28;

/** 3号, 2号 and 4号. */
const BODY = 16;
const TITLE = 22;
const SMALL = 14;
const SMALL_LINE = 23;
const RED = '#d00000';

const LABEL_WIDTH = { zh: 48 * MM, en: 55 * MM };
const PADDING = 5;
const SEAL = { zh: '（印章）', en: '(seal)' };

/** Renders papers with one font; the file is read when the first is asked for. */
export type PdfRenderer = (paper: PaperDocument, issuedAt: string) => Promise<Buffer>;

export function createPdfRenderer(fontFile: string): PdfRenderer {
  let font: Buffer | undefined;
  return (paper, issuedAt) => {
    const read = readFileSync;
    font ??= fontFile.endsWith('.br') ? brotliDecompressSync(read(fontFile)) : read(fontFile);
    return new Sheet(paper, issuedAt, font).finish();
  };
}

interface Style {
  readonly size?: number;
  readonly color?: string;
  readonly isBold?: boolean;
  readonly spacing?: number;
}

/** One paper under way: where the pen is, and on which page. */
class Sheet {
  readonly #paper: PaperDocument;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #widths = new Map<string, number>();
  readonly #chunks: Buffer[] = [];
  #y = TOP;

  constructor(paper: PaperDocument, issuedAt: string, font: Buffer) {
    // The creation date also makes the file's identifier, which would differ each time otherwise.
    this.#pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: paper.lang === 'zh' ? 'zh-CN' : 'en',
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: `${paper.title} ${paper.number}`, CreationDate: new Date(issuedAt) },
    });
    this.#pdf.registerFont('paper', font);
    this.#pdf.font('paper');
    this.#paper = withoutBoxes(paper, this.#knownBy());
    this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Whether the font has a sign; pdfkit does not offer to ask, and prints a box. */
  #knownBy(): (codePoint: number) => boolean {
    const { font } = (this.#pdf as unknown as { _font: { font: FontOfPdfkit } })._font;
    return (codePoint) => font.hasGlyphForCodePoint(codePoint);
  }

  finish(): Promise<Buffer> {
    const done = new Promise<Buffer>((resolve, reject) => {
      this.#pdf.on('end', () => {
        resolve(Buffer.concat(this.#chunks));
      });
      this.#pdf.on('error', reject);
    });
    this.#head();
    this.#title();
    this.#text();
    this.#rows();
    this.#end();
    this.#copies();
    this.#pageNumbers();
    this.#pdf.end();
    return done;
  }

  #head(): void {
    const { mark, isHeaded, body, number } = this.#paper;
    if (mark !== null) this.#write(mark, LEFT, TOP + BODY, { isBold: true });
    if (!isHeaded) {
      this.#y = TOP + (mark === null ? 0 : LINE);
      this.#write(number, LEFT + WIDTH - this.#width(number, SMALL), this.#y + SMALL, { size: SMALL });
      this.#y += LINE;
      return;
    }
    // The head stands 35 mm below the upper edge of the text body, the number two lines below it, the rule 4 mm further.
    const natural = this.#width(body, 36);
    const size = Math.min(36, (36 * WIDTH) / natural);
    const spacing =
      this.#paper.lang === 'zh' ? Math.min(8, (WIDTH - this.#width(body, size)) / body.length) : 0;
    const wide = this.#width(body, size) + Math.max(0, spacing) * (body.length - 1);
    const baseline = TOP + 35 * MM;
    this.#write(body, LEFT + (WIDTH - wide) / 2, baseline, { size, color: RED, isBold: true, spacing });
    this.#y = baseline + 2 * LINE;
    this.#centre(number, this.#y, BODY);
    this.#y += 4 * MM;
    this.#pdf.save().lineWidth(1.5).strokeColor(RED);
    this.#pdf
      .moveTo(LEFT, this.#y)
      .lineTo(LEFT + WIDTH, this.#y)
      .stroke()
      .restore();
    this.#y += LINE;
  }

  #title(): void {
    const lines = linesOf(this.#paper.title, WIDTH - 4 * CELL, (text) => this.#width(text, TITLE));
    const pitch = 1.25 * LINE;
    for (const line of lines) {
      this.#centre(line, this.#y + pitch - 8, TITLE, true);
      this.#y += pitch;
    }
    this.#y += this.#paper.isHeaded ? LINE : LINE / 2;
  }

  #text(): void {
    const { addressee, paragraphs, lang } = this.#paper;
    if (addressee !== null) this.#flow(addressee, 0);
    for (const paragraph of paragraphs)
      for (const part of paragraph.split(/\r?\n/)) this.#flow(part, lang === 'zh' ? 2 * CELL : 0);
  }

  /** A paragraph on the grid. */
  #flow(text: string, indent: number): void {
    linesOf(text, WIDTH, (part) => this.#width(part, BODY), indent).forEach((line, at, lines) => {
      this.#need(LINE);
      const start = at === 0 ? indent : 0;
      const slack = WIDTH - start - this.#width(line, BODY);
      // Words of other scripts leave a line short of the margin; what is missing goes between its characters.
      const isFull = this.#paper.lang === 'zh' && at < lines.length - 1 && slack < 3 * CELL;
      const spacing = isFull ? slack / Math.max(1, countOf(line) - 1) : 0;
      this.#write(line, LEFT + start, this.#y + 0.72 * LINE, { spacing });
      this.#y += LINE;
    });
    if (this.#paper.lang === 'en') this.#y += LINE / 4;
  }

  #rows(): void {
    if (this.#paper.rows.length === 0) return;
    this.#y += 8;
    const measure = (text: string) => this.#width(text, SMALL);
    const labelWidth = LABEL_WIDTH[this.#paper.lang];
    for (const [label, value] of this.#paper.rows) {
      const names = linesOf(label, labelWidth - 2 * PADDING, measure);
      const values = linesOf(value, WIDTH - labelWidth - 2 * PADDING, measure);
      const total = Math.max(names.length, values.length);
      this.#need(Math.min(total, 2) * SMALL_LINE + 2 * PADDING);
      // A row that no page holds goes on over the next ones, with its frame closed on each.
      for (let from = 0; from < total;) {
        const room = Math.floor((BOTTOM - this.#y - 2 * PADDING) / SMALL_LINE);
        const count = Math.min(total - from, Math.max(1, room));
        const height = count * SMALL_LINE + 2 * PADDING;
        this.#pdf.lineWidth(0.5).strokeColor('#000000');
        this.#pdf.rect(LEFT, this.#y, labelWidth, height).stroke();
        this.#pdf.rect(LEFT + labelWidth, this.#y, WIDTH - labelWidth, height).stroke();
        for (let at = 0; at < count; at++) {
          const baseline = this.#y + PADDING + at * SMALL_LINE + 16;
          this.#write(names[from + at] ?? '', LEFT + PADDING, baseline, { size: SMALL });
          this.#write(values[from + at] ?? '', LEFT + labelWidth + PADDING, baseline, { size: SMALL });
        }
        from += count;
        this.#y += height;
        if (from < total) this.#turn();
      }
    }
  }

  /** Signatures, then the body over the date: the date four characters from the right, room for the seal above. */
  #end(): void {
    const { signatures, isHeaded, body, date, lang } = this.#paper;
    for (const who of signatures) {
      this.#need(1.5 * LINE);
      this.#y += LINE / 2;
      const text = `${who}${lang === 'zh' ? '：' : ': '}`;
      this.#write(text, LEFT, this.#y + 0.72 * LINE);
      const from = LEFT + this.#width(text, BODY) + 4;
      this.#pdf.lineWidth(0.5).strokeColor('#000000');
      this.#pdf
        .moveTo(from, this.#y + 0.85 * LINE)
        .lineTo(from + 10 * CELL, this.#y + 0.85 * LINE)
        .stroke();
      this.#y += LINE;
    }
    const dateWidth = this.#width(date, BODY);
    const right = LEFT + WIDTH - 4 * CELL;
    this.#need((isHeaded ? 4 : 2) * LINE);
    this.#y += LINE * (isHeaded ? 2 : 1);
    if (isHeaded) {
      const bodyWidth = this.#width(body, BODY);
      const middle = Math.min(right - dateWidth / 2, LEFT + WIDTH - bodyWidth / 2);
      this.#write(body, middle - bodyWidth / 2, this.#y + 0.72 * LINE);
      this.#write(SEAL[lang], middle - this.#width(SEAL[lang], 11) / 2, this.#y - 4, {
        size: 11,
        color: '#777777',
      });
      this.#y += LINE;
    }
    this.#write(date, right - dateWidth, this.#y + 0.72 * LINE);
    this.#y += LINE;
  }

  /** At the foot of the last page, between two rules. */
  #copies(): void {
    const { copies } = this.#paper;
    if (copies === null) return;
    const lines = linesOf(copies, WIDTH - 2 * CELL, (text) => this.#width(text, SMALL));
    const height = lines.length * SMALL_LINE + 6;
    this.#need(height + LINE / 2);
    const top = BOTTOM - height;
    this.#pdf.lineWidth(1).strokeColor('#000000');
    for (const y of [top, BOTTOM])
      this.#pdf
        .moveTo(LEFT, y)
        .lineTo(LEFT + WIDTH, y)
        .stroke();
    lines.forEach((line, at) => {
      this.#write(line, LEFT + CELL, top + 3 + at * SMALL_LINE + 16, { size: SMALL });
    });
    this.#y = BOTTOM;
  }

  /** 7 mm below the text body; odd pages on the right, even ones on the left, one character in. */
  #pageNumbers(): void {
    const { start, count } = this.#pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.#pdf.switchToPage(start + at);
      const text = `— ${at + 1} —`;
      const width = this.#width(text, SMALL);
      const x = at % 2 === 0 ? LEFT + WIDTH - CELL - width : LEFT + CELL;
      this.#write(text, x, BOTTOM + 7 * MM + 5, { size: SMALL });
    }
  }

  #need(height: number): void {
    if (this.#y + height > BOTTOM + 0.5) this.#turn();
  }

  #turn(): void {
    this.#pdf.addPage();
    this.#y = TOP;
  }

  #centre(text: string, baseline: number, size: number, isBold = false): void {
    this.#write(text, LEFT + (WIDTH - this.#width(text, size)) / 2, baseline, { size, isBold });
  }

  /** How wide a text is set: wide characters take a cell of the grid, in proportion to their size. */
  #width(text: string, size: number): number {
    let sum = 0;
    for (const token of tokensOf(text)) sum += (this.#advance(token) * size) / BODY;
    return sum;
  }

  #advance(token: string): number {
    let width = this.#widths.get(token);
    if (width === undefined) {
      width = this.#pdf.fontSize(BODY).widthOfString(token) + (isWide(token) ? CELL - BODY : 0);
      this.#widths.set(token, width);
    }
    return width;
  }

  /** Sets one line on a baseline, run by run: only wide characters are drawn together to fit the grid. */
  #write(text: string, x: number, baseline: number, style: Style = {}): void {
    const { size = BODY, color = '#000000', isBold = false, spacing = 0 } = style;
    this.#pdf
      .fontSize(size)
      .fillColor(color)
      .strokeColor(color)
      .lineWidth(isBold ? size / 40 : 0);
    let at = x;
    for (const run of runsOf(text)) {
      const cell = isWide(run) ? ((CELL - BODY) * size) / BODY : 0;
      this.#pdf.text(run, at, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: cell + spacing,
        fill: true,
        stroke: isBold,
      });
      at += this.#width(run, size) + spacing * countOf(run);
    }
  }
}

interface FontOfPdfkit {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}

/** Every text of the paper with `[U+20BB7]` in place of a sign that the font does not have: readable, and no box. */
function withoutBoxes(paper: PaperDocument, isKnown: (codePoint: number) => boolean): PaperDocument {
  const spelled = (text: string) =>
    Array.from(text, (sign) => {
      const codePoint = sign.codePointAt(0) ?? 0;
      if (sign === '\n' || sign === '\r' || isKnown(codePoint)) return sign;
      return codePoint < 0x20 ? ' ' : `[U+${codePoint.toString(16).toUpperCase()}]`;
    }).join('');
  return JSON.parse(JSON.stringify(paper), (_, value: unknown) =>
    typeof value === 'string' ? spelled(value) : value,
  ) as PaperDocument;
}

/** Characters as the font sees them, one beyond the basic plane counted once. */
const countOf = (text: string): number => Array.from(text).length;

/** Stretches of one kind: wide characters, or words with their spaces. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    if (last !== undefined && isWide(last) === isWide(character)) runs[runs.length - 1] = last + character;
    else runs.push(character);
  }
  return runs;
}
