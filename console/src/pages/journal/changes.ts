/** What differs between two readings of a case, path by path: for showing before and after side by side. */

export interface Change {
  /** `summary.finding`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changes with every event and says nothing. */
const NOISE = new Set(['version', 'updatedAt', 'accepts']);

function flatten(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) {
      if (path !== '' || !NOISE.has(key)) flatten(inner, path === '' ? key : `${path}.${key}`, into);
    }
  else if (value !== null && value !== undefined)
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  return into;
}

/** Every value that is there on one side alone or differs; in the order of the later reading. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, now] = [flatten(before, '', new Map()), flatten(after, '', new Map())];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}
