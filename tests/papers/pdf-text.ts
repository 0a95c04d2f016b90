/**
 * Reads a PDF of ours back: pages, their size, and the text that stands on them, through the font's own table of
 * characters. Knows only as much of PDF as pdfkit writes.
 */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  readonly pages: number;
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly text: string;
  /** Glyphs that the font has no picture for: they would be boxes. */
  readonly boxes: number;
}

export function readPdf(pdf: Buffer): ReadPdf {
  const raw = pdf.toString('latin1');
  if (!raw.startsWith('%PDF-1.') || !raw.trimEnd().endsWith('%%EOF')) throw new Error('this is no PDF');
  const streams = [...raw.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)].map((match) => {
    const from = match.index + match[0].length;
    const bytes = pdf.subarray(from, from + Number(match[1]));
    return match[0].includes('FlateDecode') || bytes[0] === 0x78 ? inflateSync(bytes) : bytes;
  });
  const contents = streams.map((bytes) => bytes.toString('latin1'));
  const characters = new Map<number, string>();
  for (const map of contents.filter((one) => one.includes('beginbfrange')))
    for (const [, from, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
      [...list!.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, code], at) => {
        characters.set(
          parseInt(from!, 16) + at,
          Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
        );
      });
  let boxes = 0;
  const said = contents
    .filter((one) => one.includes(' Tf'))
    .flatMap((one) => [...one.matchAll(/\[([^\]]*)\] TJ/g)])
    .map(([, shown]) =>
      [...shown!.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
        .map((glyph) => {
          if (glyph === '0000') boxes += 1;
          return characters.get(parseInt(glyph, 16)) ?? '';
        })
        .join(''),
    );
  const sizes = [...raw.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)] as const,
  );
  return { pages: sizes.length, sizes, text: said.join(''), boxes };
}
