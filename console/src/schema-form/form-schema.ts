/**
 * The schema of a form as the server sends it, and how its parts are reached. The server refuses to register what is not in
 * this subset (ADR 0025), so that nothing comes here that cannot be drawn.
 */
import type { ContentError } from '../api/problem.ts';
import type { Words } from '../words/words-of.ts';

export interface FormSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-title'?: Words;
  readonly 'x-help'?: Words;
  readonly 'x-order'?: number;
  readonly 'x-format'?: string;
  readonly 'x-labels'?: Readonly<Record<string, Words>>;
  readonly 'x-rare'?: boolean;
  /** The code that comes with any other of the list. */
  readonly 'x-companion'?: string;
}

export type Data = Readonly<Record<string, unknown>>;

/** A step on the way from the form to one of its fields. */
export type Path = readonly (string | number)[];

/** Properties in the order in which they are asked for; what has one value only is not asked for. */
export const fieldsOf = (schema: FormSchema): (readonly [name: string, schema: FormSchema])[] =>
  Object.entries(schema.properties ?? {})
    .filter(([, field]) => field.const === undefined)
    .sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0));

/** JSON Pointer of a field, as errors of the server name it. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The id of a field's control in the page. */
export const idAt = (form: string, path: Path): string => `${form}-${path.join('-')}`;

/** Errors at a field itself, and below it where the field draws no parts of its own. */
export const errorsAt = (
  errors: readonly ContentError[],
  path: Path,
  isLeaf: boolean,
): readonly ContentError[] => {
  const pointer = pointerOf(path);
  return errors.filter(
    (each) => each.pointer === pointer || (isLeaf && each.pointer.startsWith(`${pointer}/`)),
  );
};

/** The path of the control that an error's pointer belongs to, and its schema; null where the form has no such field. */
export function fieldAt(
  schema: FormSchema,
  pointer: string,
): { readonly path: Path; readonly field: FormSchema } | null {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path: (string | number)[] = [];
  let at: FormSchema = schema;
  for (const step of steps) {
    const inner = at.properties?.[step] ?? (at['x-format'] === 'list' ? at.items : undefined);
    if (!inner) break;
    path.push(at.properties?.[step] ? step : Number(step));
    at = inner;
  }
  return path.length === 0 ? null : { path, field: at };
}

/** A new group of a list, with what its fields begin with. */
export const blankOf = (schema: FormSchema): unknown =>
  schema.type === 'object'
    ? Object.fromEntries(
        Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
          const first = field.const ?? field.default ?? (mayBeEmptyList(schema, name) ? [] : undefined);
          return first === undefined ? [] : [[name, first]];
        }),
      )
    : '';

/** Whether a list has to be there and may hold nothing: leaving it out would say something else. */
const mayBeEmptyList = (schema: FormSchema, name: string): boolean => {
  const field = schema.properties?.[name];
  return field?.type === 'array' && (field.minItems ?? 0) === 0 && schema.required?.includes(name) === true;
};

/** An object with one field changed; one that is left empty is left out, as the server reads it. */
export function withField(schema: FormSchema, data: Data, name: string, value: unknown): Data {
  const { [name]: _before, ...others } = data;
  const isKept = !isEmpty(value) || (Array.isArray(value) && mayBeEmptyList(schema, name));
  return isKept ? { ...others, [name]: value } : others;
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
