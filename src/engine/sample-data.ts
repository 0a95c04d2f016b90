/**
 * Makes up event data that fit an event's schema: for the model check, which asks rows what effects they can have, and
 * for tests that walk the charts. The samples are well formed and otherwise mean nothing; no case is ever fed on them.
 */
import { z } from 'zod';
import { splitEventData } from '../domain/event-data.ts';
import type { EventData } from '../domain/effect.ts';
import type { Row } from '../machines/procedure.ts';

interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

export const SAMPLE_CASE = '01890000-0000-7000-8000-000000000001';

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: SAMPLE_CASE,
  date: '2025-06-09',
  'date-time': '2025-06-09T02:00:00.000Z',
};

/** Tried in turn against a pattern: a reference, a code, an id, a digest, a date, digits. */
const WORDS = ['sample', 'p-sample', SAMPLE_CASE, 'a'.repeat(64), '2025-06-09', '1', 'A1', '110000', '2025'];

/**
 * Data for one row: as few fields as the schema allows, as many, and one more of those for each further value of a
 * choice. Every sample makes the choice the row stands for. Parsed by the schema, free text and identities taken out,
 * as a row sees them. Empty only when nothing can be made up that the schema accepts.
 */
export function samplesFor(schema: z.ZodType, row: Pick<Row, 'when'>): EventData[] {
  return wholeSamplesFor(schema, row).map((whole) => splitEventData(schema, whole).data);
}

/** The same with free text and identities left in, as a request carries them. */
export function wholeSamplesFor(schema: z.ZodType, row: Pick<Row, 'when'>): EventData[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const chosen = Object.fromEntries(
    Object.entries(row.when ?? {}).map(([field, wanted]) => [
      field,
      Array.isArray(wanted) ? (wanted as readonly string[])[0] : wanted,
    ]),
  );
  const full = made(root, root, true) as EventData;
  const scant = made(root, root, false) as EventData;
  const varied = Object.entries(root.properties ?? {}).flatMap(([field, shape]) =>
    choicesOf(shape, root).map((value) => ({ ...full, [field]: value })),
  );
  // Recording for a party and acting with others are the exception; the scant sample is as plain.
  const plain = ({ onBehalfOf: _party, participants: _others, ...rest }: EventData): EventData => rest;
  return [plain(full), scant, ...varied.map(plain)].flatMap((sample) => {
    const parsed = schema.safeParse({ ...sample, ...chosen });
    return parsed.success ? [parsed.data as EventData] : [];
  });
}

const resolved = (shape: Shape, root: Shape): Shape =>
  shape.$ref === undefined ? shape : (root.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {});

function choicesOf(given: Shape, root: Shape): readonly unknown[] {
  const shape = resolved(given, root);
  if (shape.enum) return shape.enum;
  return shape.type === 'boolean' ? [true, false] : [];
}

/** A value of the shape; `isFull` fills optional fields and gives lists an item. */
function made(given: Shape, root: Shape, isFull: boolean): unknown {
  const shape = resolved(given, root);
  if ('const' in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const branch = shape.anyOf?.[0] ?? shape.oneOf?.[0];
  if (branch) return made(branch, root, isFull);
  if (shape.type === 'object') {
    const fields = Object.entries(shape.properties ?? {}).filter(
      ([name]) => isFull || shape.required?.includes(name),
    );
    return Object.fromEntries(fields.map(([name, field]) => [name, made(field, root, isFull)]));
  }
  if (shape.type === 'array') {
    const length = Math.max(shape.minItems ?? 0, isFull ? 1 : 0);
    return Array.from({ length }, () => made(shape.items ?? {}, root, isFull));
  }
  if (shape.type === 'boolean') return true;
  if (shape.type === 'integer' || shape.type === 'number')
    return Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1);
  return word(shape);
}

function word({ format, pattern, minLength = 0 }: Shape): string {
  const known = BY_FORMAT[format ?? ''];
  if (known !== undefined) return known;
  const matcher = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (
    WORDS.find((text) => text.length >= minLength && (matcher?.test(text) ?? true)) ?? 'x'.repeat(minLength)
  );
}
