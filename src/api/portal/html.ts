/** Makes HTML: whatever is put into a template is escaped, but for what a template made. There is no other way to a page. */

/** Markup that a template made. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function partOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(partOf).join('');
  return escaped(String(part));
}

/** The indentation of a template is the writer's, not the reader's; what is put into it stays as it is. */
const unindented = (piece: string): string => piece.replaceAll(/\n\s+(?=<)/g, '\n').replaceAll(/\n\s+/g, ' ');

/** The tag of every template. */
export const html = (markup: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(markup.map((piece, at) => unindented(piece) + partOf(parts[at] ?? null)).join(''));
