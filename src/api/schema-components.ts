/**
 * Collects the JSON Schemas of an OpenAPI document: every zod schema with `.meta({ id })` becomes one component, and is
 * referred to from everywhere else. A name that would mean two shapes stops the program.
 */
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Which side of a schema is described: what may be sent in, or what comes out. */
export type Side = 'input' | 'output';

const DEFINITIONS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

export class SchemaComponents {
  readonly #byName = new Map<string, JsonSchema>();
  readonly #nameless = new Map<string, string>();

  /** The schema as it stands in the document; what has a name is moved to the components. */
  add(schema: z.ZodType, side: Side): JsonSchema {
    const {
      $schema: _dialect,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io: side }) as JsonSchema & {
      $defs?: Record<string, JsonSchema>;
    };
    const names = new Map(Object.entries($defs).map(([name, shape]) => [name, this.#nameFor(name, shape)]));
    for (const [name, shape] of Object.entries($defs)) {
      this.#define(names.get(name) ?? name, this.#pointToComponents(shape, names));
    }
    return this.#pointToComponents(root, names);
  }

  /** What the component that a schema refers to says of itself. */
  descriptionOf({ $ref: reference }: JsonSchema): unknown {
    return typeof reference === 'string'
      ? this.#byName.get(reference.slice(COMPONENTS.length))?.description
      : undefined;
  }

  /** All components by name, in alphabetical order, so that the document does not change with the order of routes. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#byName].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** zod numbers what repeats without a name; the same shape gets the same name throughout the document. */
  #nameFor(name: string, shape: JsonSchema): string {
    if (!name.startsWith('__schema')) return name;
    const text = JSON.stringify(shape);
    const known = this.#nameless.get(text) ?? `Nameless${this.#nameless.size + 1}`;
    this.#nameless.set(text, known);
    return known;
  }

  #define(name: string, shape: JsonSchema): void {
    const known = this.#byName.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(shape)) {
      throw new Error(`Two schemas are called ${name}: requests and replies need schemas of their own.`);
    }
    this.#byName.set(name, shape);
  }

  #pointToComponents(shape: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
    return JSON.parse(JSON.stringify(shape), (key, value: unknown) => {
      if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(DEFINITIONS)) return value;
      const name = value.slice(DEFINITIONS.length);
      return COMPONENTS + (names.get(name) ?? name);
    }) as JsonSchema;
  }
}
