/** The words of a code within what the server says of all codes. */

export interface Words {
  readonly zh: string;
  readonly en: string;
}
type Flat = Readonly<Record<string, Words>>;
export type Kinds = Readonly<Record<string, Flat | Readonly<Record<string, Flat>>>>;

/** Kinds whose words differ by procedure, which comes first: `code('state', 'complaint', 'registered')`. */
export const BY_PROCEDURE = ['state', 'event', 'region'];
/** Where a code is looked for when its own kind has no words for it. */
const NEXT_KIND: Readonly<Record<string, string>> = {
  role: 'recipient',
  entry: 'event',
  entryField: 'field',
  unit: 'dayKind',
};

const isWords = (found: unknown): found is Words =>
  typeof found === 'object' && found !== null && 'zh' in found;

/**
 * The words of a code. Of a field or a value, what comes behind it narrows it: `field, name, procedure, event`, and
 * `value, code, field, procedure, event`; of a guard or a paper, the procedure.
 */
export function wordsOf(kinds: Kinds, kind: string, parts: readonly string[]): Words | undefined {
  const of = kinds[kind] ?? {};
  if (BY_PROCEDURE.includes(kind)) {
    const [procedure = '', code = ''] = parts;
    const found = (of[procedure] as Flat | undefined)?.[code];
    return isWords(found) ? found : undefined;
  }
  for (const name of namesOf(kind, parts)) {
    const found = of[name];
    if (isWords(found)) return found;
  }
  const next = NEXT_KIND[kind];
  return next === undefined ? undefined : wordsOf(kinds, next, parts);
}

/** From the nearest name to the widest, as `GET /api/v1/words` describes them. */
function namesOf(kind: string, [code = '', ...narrower]: readonly string[]): string[] {
  if (kind === 'value') {
    const [field, ...where] = narrower;
    return field === undefined
      ? [code]
      : [...namesOf('field', [field, ...where]).map((name) => `${name}.${code}`), code];
  }
  const [procedure, event] = narrower;
  return [
    ...(event === undefined ? [] : [`${procedure ?? ''}.${event}.${code}`, `${event}.${code}`]),
    ...(procedure === undefined ? [] : [`${procedure}.${code}`]),
    code,
    // `overdue:rect.item` is said of any clock.
    ...(kind === 'notice' ? [code.replace(/:.*$/, '')] : []),
  ];
}

/** Where a field stands: in what a case remembers, in what an event brought, or in an entry that is no event of a case. */
export interface FieldPlace {
  readonly procedure?: string | undefined;
  readonly event?: string | undefined;
  /** The list or record it is part of. */
  readonly list?: string | undefined;
}

/**
 * The words of a field of the journal or of a case. Of an event or a case they are those of its form; an entry of another kind
 * has words of its own, and takes those of forms where it has none.
 */
export function wordsOfField(
  kinds: Kinds,
  name: string,
  { procedure, event, list }: FieldPlace,
): Words | undefined {
  if (procedure === undefined) return wordsOf(kinds, 'entryField', [name]);
  const inList = list === undefined ? undefined : wordsOf(kinds, 'field', [name, procedure, list]);
  return (
    inList ??
    wordsOf(kinds, 'field', event === undefined ? [name, procedure] : [name, procedure, event]) ??
    wordsOf(kinds, 'entryField', [name])
  );
}

/** Where a fact of a case stands: its own name, and that of the list it is in, if it is in one. */
export interface FactPlace {
  readonly procedure: string;
  readonly field: string;
  readonly list?: string | undefined;
}

/**
 * The words of a code that a case remembers. It may be a value of its field, or the name of something that has words of its
 * own: a state it came to, a procedure, an obligation.
 */
export function wordsOfFact(
  kinds: Kinds,
  code: string,
  { procedure, field, list }: FactPlace,
): Words | undefined {
  const narrower = list === undefined ? [procedure] : [procedure, list];
  return (
    wordsOf(kinds, 'value', [code, field, ...narrower]) ??
    wordsOf(kinds, 'state', [procedure, code]) ??
    wordsOf(kinds, 'procedure', [code]) ??
    wordsOf(kinds, 'obligation', [code])
  );
}
