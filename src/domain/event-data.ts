/**
 * Marks on the zod schema of an event's data. Codes, ids and dates are kept for good; `freeText` may be erased and
 * is never read by a guard; `identity` goes under a key of its own. Splitting follows the marks, not the names.
 */
import { z } from 'zod';

/** What a field holds, and so where it is kept. Unmarked fields are plain data. */
export type FieldKind = 'text' | 'identity';

const MARK = 'x-leeway-kept-as';

/** Free text by people, at most `max` characters: erasable, shown, never judged by a guard. */
export const freeText = (max = 4_000) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .meta({ [MARK]: 'text' satisfies FieldKind });

/** Marks a schema as identity of a reporter: sealed under its own key, in no list, context or log. */
export const identity = <T extends z.ZodType>(schema: T): T => schema.meta({ [MARK]: 'identity' });

/** Fields of `data` by where they are kept; `text` and `identity` by JSON Pointer. */
export interface SplitData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: Readonly<Record<string, unknown>>;
  readonly identity: Readonly<Record<string, unknown>>;
}

/** Parts `value`, already parsed by `schema`, into what is kept, what may be erased and what is sealed. */
export function splitEventData(schema: z.ZodType, value: unknown): SplitData {
  const text: Record<string, unknown> = {};
  const sealed: Record<string, unknown> = {};
  const walk = (part: z.ZodType, current: unknown, pointer: string): unknown => {
    if (current === undefined || current === null) return current;
    const kind = kindOf(part);
    if (kind !== undefined) {
      (kind === 'text' ? text : sealed)[pointer] = current;
      return undefined;
    }
    const inner = unwrapped(part);
    if (inner !== part) return walk(inner, current, pointer);
    if (part instanceof z.ZodObject && typeof current === 'object') {
      const kept: Record<string, unknown> = {};
      for (const [name, field] of Object.entries(current) as [string, unknown][]) {
        const declared = (part.shape as Record<string, z.ZodType>)[name];
        const value = declared ? walk(declared, field, `${pointer}/${escapePointer(name)}`) : field;
        if (value !== undefined) kept[name] = value;
      }
      return kept;
    }
    if (part instanceof z.ZodArray && Array.isArray(current)) {
      return current.map((item, at) => walk(part.element as z.ZodType, item, `${pointer}/${at}`) ?? null);
    }
    return current;
  };
  const data = walk(schema, value, '') as Record<string, unknown>;
  return { data, text, identity: sealed };
}

/** Where an event's data may hold free text, by JSON Pointer, with `*` for each of a list. */
export const textPointersOf = (schema: z.ZodType): string[] => pointersOf(schema, 'text', '');

/** Where an event's data may hold an identity, likewise. */
export const identityPointersOf = (schema: z.ZodType): string[] => pointersOf(schema, 'identity', '');

function pointersOf(part: z.ZodType, wanted: FieldKind, pointer: string): string[] {
  const kind = kindOf(part);
  if (kind !== undefined) return kind === wanted ? [pointer] : [];
  const inner = unwrapped(part);
  if (inner !== part) return pointersOf(inner, wanted, pointer);
  if (part instanceof z.ZodObject)
    return Object.entries(part.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      pointersOf(field, wanted, `${pointer}/${escapePointer(name)}`),
    );
  if (part instanceof z.ZodArray) return pointersOf(part.element as z.ZodType, wanted, `${pointer}/*`);
  return [];
}

/** Puts texts (by JSON Pointer) back where they stood, for a reader who may see them. */
export function withTexts(
  data: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole = structuredClone(data) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(texts)) {
    const path = pointer.split('/').slice(1).map(unescapePointer);
    let at: Record<string, unknown> = whole;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[path.at(-1) ?? ''] = value;
  }
  return whole;
}

function kindOf(schema: z.ZodType): FieldKind | undefined {
  return schema.meta()?.[MARK] as FieldKind | undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.unwrap() as z.ZodType;
  return schema;
}

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapePointer = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~');
