/** A Markdown table laid out as Prettier lays it out, so that a generated page passes the check of formats. */

/** Characters that take two columns, as far as our words use them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => head.map((_, at) => row[at] ?? ''));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => widthOf(row[at] ?? ''))));
  const padded = (text: string, at: number): string => text + ' '.repeat((widths[at] ?? 0) - widthOf(text));
  const line = (row: readonly string[]): string => `| ${row.map(padded).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}
