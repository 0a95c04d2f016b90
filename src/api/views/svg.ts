/**
 * The little of SVG that drawings here need: escaped text, its estimated width, boxes and soft lines. Colours stand in
 * attributes, never in a style sheet, so that a drawing is shown alike by a browser, a README and a strict policy.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A common sans-serif face, with the usual Chinese ones of each system. */
export const SANS = "'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', Arial, sans-serif";
export const MONO = "'Noto Sans Mono', 'DejaVu Sans Mono', Consolas, Menlo, monospace";

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** One element; undefined attributes are left out. `content` is SVG already, so texts in it have to be escaped. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value ?? '')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** One decimal is finer than a screen shows, and keeps a generated file from changing between platforms. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const isWide = (char: string): boolean => (char.codePointAt(0) ?? 0) >= 0x2e80;

/** Estimated width in pixels; the face that is used at last may differ a little. */
export function widthOf(text: string, size: number, face: 'sans' | 'mono' = 'sans'): number {
  let ems = 0;
  for (const char of text)
    ems += isWide(char)
      ? 1
      : face === 'mono'
        ? 0.605
        : /[A-Z]/.test(char)
          ? 0.68
          : /[iljt'., ]/.test(char)
            ? 0.34
            : 0.57;
  return ems * size;
}

/** Breaks words (or Chinese characters) into lines no wider than `limit` pixels, if that can be done. */
export function linesOf(text: string, size: number, limit: number): string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > limit) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** A soft line through points: straight at both ends, rounded at every bend between them. */
export function softPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;
  const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(point)} ${at(index === rest.length - 2 ? next : between(point, next))}`;
  });
  const start = rest.length > 1 ? ` L${at(between(first, rest[0] ?? last))}` : '';
  // The last bend ends there already: a line of no length would turn the arrow's head to the right.
  return [`M${at(first)}${start}`, ...(bends.length > 0 ? bends : [`L${at(last)}`])].join(' ');
}
