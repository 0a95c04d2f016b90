/** What differs between two readings of a case, field by field: for showing before and after side by side. */
import type { FieldPlace } from '../../words/words-of.ts';

export interface Change {
  /** `summary`, `finding`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What changes with every event and says nothing; the region of the flow says what `state` says. */
const NOISE = new Set(['version', 'updatedAt', 'accepts', 'regions.flow']);

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Records are opened out; a list is one value, as its items have no names to tell them apart by. */
function flatten(value: unknown, path: readonly string[], into: Map<string, Place>): Map<string, Place> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) {
      const inside = [...path, key];
      if (!NOISE.has(keyOfPath(inside))) flatten(inner, inside, into);
    }
  else if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    into.set(keyOfPath(path), { path, value });
  return into;
}

export const keyOfPath = (path: readonly string[]): string => path.join('.');

const isSame = (one: Place | undefined, other: Place | undefined): boolean =>
  JSON.stringify(one?.value) === JSON.stringify(other?.value);

/** Every value that is there on one side alone or differs; in the order of the later reading. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, now] = [flatten(before, [], new Map()), flatten(after, [], new Map())];
  return [...new Map([...now, ...old])]
    .filter(([key]) => !isSame(old.get(key), now.get(key)))
    .map(([key, { path }]) => ({
      path,
      before: old.get(key)?.value ?? null,
      after: now.get(key)?.value ?? null,
    }));
}

/** Parts of a reading that only hold fields; what is in them is named by itself. */
const HOLDERS = ['summary', 'details', 'regions'];

/** Where a value stands: its own name, and the record it is part of. */
export function placeOf(path: readonly string[]): { readonly name: string; readonly list?: string } {
  const list = path.at(-2);
  return { name: path.at(-1) ?? '', ...(list !== undefined && !HOLDERS.includes(list) && { list }) };
}

/** As `useCodes` looks words up. */
interface Names {
  readonly code: (kind: string, ...parts: readonly string[]) => string;
  readonly field: (name: string, place: FieldPlace) => string;
}

/** What a field of a case is called: a region by its own word; a field of a record behind the word for the record. */
export function wordsOfPath(path: readonly string[], procedure: string, { code, field }: Names): string {
  if (path[0] === 'regions') return code('regionName', path.at(-1) ?? '');
  const named = HOLDERS.includes(path[0] ?? '') ? path.slice(1) : path;
  return named.map((name, at) => field(name, { procedure, list: named[at - 1] })).join(' · ');
}
