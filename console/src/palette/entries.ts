/** What the command palette lists, and how it is narrowed down and gone through. */

/** In the order in which they stand: what the reader is in the middle of comes first, what leads elsewhere to look on last. */
export const GROUPS = ['steps', 'cases', 'pages', 'keys', 'search'] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry {
  /** Tells it from every other of the palette. */
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** What else tells it from others, or the keys that do the same. */
  readonly more?: string;
  readonly run: () => void;
}

/** As it is compared: full-width letters of an input method are the same letters. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether an entry has each word that was typed, anywhere and in any order. */
export function matches({ label, more = '' }: Pick<Entry, 'label' | 'more'>, typed: string): boolean {
  const text = plain(`${label} ${more}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * Whether it may be the number of a case, or a part of one. Nothing else is asked of the server: the name of a page would be put
 * on record as a search for a person.
 */
export const mayBeNumber = (typed: string): boolean => typed.length > 1 && /\p{Nd}/u.test(typed);

/** By group, each in the order in which it was given; a group without entries is left out. */
export const inGroups = (entries: readonly Entry[]): readonly (readonly [Group, readonly Entry[]])[] =>
  GROUPS.map((group) => [group, entries.filter((entry) => entry.group === group)] as const).filter(
    ([, of]) => of.length > 0,
  );

/** Where an arrow key leads from an entry; round at both ends. Null for a key that leads nowhere. */
export function ledBy(key: string, at: number, count: number): number | null {
  if (count === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return null;
  return (at + (key === 'ArrowDown' ? 1 : -1) + count) % count;
}

/** Keys that do the same are one entry that names them all. Those of a single page that stands in the list anyway are left out. */
export function withoutRepeats(
  keys: readonly (readonly [key: string, label: string])[],
  taken: readonly string[],
): readonly { readonly label: string; readonly keys: readonly string[] }[] {
  const byLabel = new Map<string, string[]>();
  for (const [key, label] of keys)
    if (!taken.includes(label)) byLabel.set(label, [...(byLabel.get(label) ?? []), key]);
  return [...byLabel].map(([label, same]) => ({ label, keys: same }));
}
