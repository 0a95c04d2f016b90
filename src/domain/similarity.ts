/** How alike two texts are, by pairs of characters: it needs no words, and so works for Chinese as for English. */

/** Characters of a text that are looked at: a letter says what it is about within these. */
const MOST_CHARACTERS = 5_000;

/** Pairs of neighbouring characters, each with how often it comes; spaces, signs and the case of letters left out. */
function pairsOf(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const kept = Array.from(text.slice(0, MOST_CHARACTERS).normalize('NFKC').toLowerCase()).filter(
    (character) => /[\p{L}\p{N}]/u.test(character),
  );
  const counts = new Map<string, number>();
  for (let at = 1; at < kept.length; at++) {
    const pair = `${kept[at - 1] ?? ''}${kept[at] ?? ''}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: Math.max(0, kept.length - 1) };
}

/** The share of pairs two texts have in common (Dice), from 0 to 1; 0 where one of them has none. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.total === 0 || b.total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0);
  return (2 * shared) / (a.total + b.total);
}
