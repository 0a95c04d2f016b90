/**
 * Breaks text into lines of a width. Chinese may break between any two characters, but no line begins with what closes
 * and none ends with what opens; words of other scripts stay whole unless a line is too narrow for them.
 */

/** Width of one piece of text, in points. */
export type Measure = (text: string) => number;

const CLOSING = new Set('，。、；：？！）》〕〉】」』”’…％%,.;:?!)]}');
const OPENING = new Set('（《〔〈【「『“‘([{');
/** Ideographs, kana and the full-width signs that go with them. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f“”‘’…—·\u{20000}-\u{3ffff}]/u;
export const isWide = (character: string): boolean => WIDE.test(character);

/** Characters that are wide stand for themselves; others gather to words, with the space behind them apart. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let word = '';
  const flush = () => {
    if (word !== '') tokens.push(word);
    word = '';
  };
  for (const character of text)
    if (isWide(character) || character === ' ') {
      flush();
      tokens.push(character);
    } else word += character;
  flush();
  return tokens;
}

/** The lines of one paragraph; `indent` is taken off the first. A line feed in the text begins a paragraph of its own. */
export function linesOf(text: string, width: number, measure: Measure, indent = 0): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => broken(paragraph.trim(), width, measure, indent));
}

function broken(text: string, width: number, measure: Measure, indent: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = indent;
  const end = (next: readonly string[]) => {
    lines.push(line.join('').trimEnd());
    line = [...next];
    used = next.reduce((sum, token) => sum + measure(token), 0);
  };
  for (const token of tokensOf(text).flatMap((each) => fitting(each, width, measure))) {
    const size = measure(token);
    if (used + size > width + 0.01 && line.length > 0) {
      const carried: string[] = [];
      // What closes takes along what stands before it; what opens goes along with what follows.
      if (CLOSING.has(token)) carry(line, carried);
      while (line.length > 1 && OPENING.has(line.at(-1) ?? '')) carry(line, carried);
      end(carried);
    }
    if (token === ' ' && line.length === 0) continue;
    line.push(token);
    used += size;
  }
  lines.push(line.join('').trimEnd());
  return lines;
}

function carry(line: string[], carried: string[]): void {
  if (line.length < 2) return;
  carried.unshift(line.pop() ?? '');
  while (line.length > 1 && CLOSING.has(carried[0] ?? '')) carried.unshift(line.pop() ?? '');
}

/** A word that no line could hold, cut into pieces that fit. */
function fitting(token: string, width: number, measure: Measure): string[] {
  if (measure(token) <= width) return [token];
  const pieces: string[] = [];
  let piece = '';
  for (const character of token) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
