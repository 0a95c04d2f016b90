/**
 * Makes a form of the JSON Schema of an event's data: each property with its words, its place and how it is asked for, so
 * that a console can draw it and knows no field. A schema with anything in it that no form can draw is refused here.
 */
import {
  COMPANION_CODES,
  LISTED_FIELDS,
  namesOf,
  nearest,
  PICKED_FIELDS,
  RARE_FIELDS,
  type FormFormat,
  type FormList,
} from './form-fields.ts';
import type { Words } from './vocabulary.ts';
import { FIELD_WORDS } from './words/fields.ts';
import { VALUE_FIELDS, VALUE_GROUPS } from './words/value-groups.ts';

/** Everything a schema of a form may say (ADR 0025). What it says of types is all that is drawn. */
export const FORM_KEYWORDS = [
  '$schema',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  'enum',
  'const',
  'default',
  'description',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'x-leeway-kept-as',
  'x-title',
  'x-help',
  'x-order',
  'x-format',
  'x-labels',
  'x-list',
  'x-rare',
  'x-companion',
] as const;
const KNOWN: ReadonlySet<string> = new Set(FORM_KEYWORDS);

/** A JSON Schema as far as forms know it. */
export interface FormSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly anyOf?: readonly FormSchema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly maxLength?: number;
  readonly 'x-title'?: Words;
  readonly 'x-help'?: Words;
  readonly 'x-order'?: number;
  readonly 'x-format'?: FormFormat;
  readonly 'x-labels'?: Readonly<Record<string, Words>>;
  readonly 'x-list'?: FormList;
  readonly 'x-rare'?: true;
  readonly 'x-companion'?: string;
  readonly [other: string]: unknown;
}

/** What a code that a list offers is called. */
export type Choices = Readonly<Partial<Record<FormList, Readonly<Record<string, Words>>>>>;

const LONG_TEXT = 200;
const ANSWERS: Readonly<Record<string, Words>> = {
  true: VALUE_GROUPS.answer_if_known.yes,
  false: VALUE_GROUPS.answer_if_known.no,
  unknown: VALUE_GROUPS.answer_if_known.unknown,
};
/** Formats whose pattern only says again what they are. */
const SPELLED_OUT = ['date', 'date-time', 'uuid'];

/** The form of an event, from the schema of its data. Throws where it cannot be drawn, naming what is in the way. */
export function formOf(schema: unknown, procedure: string, event: string): FormSchema {
  const { $defs = {}, ...root } = schema as FormSchema & { readonly $defs?: Record<string, FormSchema> };
  const fail = (path: readonly string[], what: string): never => {
    throw new Error(`${procedure} ${event}: ${path.join('.')} ${what}`);
  };

  const resolved = (part: FormSchema): { readonly of: FormSchema; readonly ref?: string } => {
    const { $ref, ...more } = part as FormSchema & { readonly $ref?: string };
    const ref = $ref?.replace('#/$defs/', '');
    if (ref === undefined) return { of: part };
    const { id: _id, ...defined } = $defs[ref] ?? {};
    return { of: { ...defined, ...more }, ref };
  };

  const drawn = (given: FormSchema, path: readonly string[]): FormSchema => {
    const { of, ref } = resolved(given);
    const odd = Object.keys(of).find((keyword) => !KNOWN.has(keyword));
    if (odd !== undefined) fail(path, `has ${odd}, which no form can draw`);
    const names = namesOf(procedure, event, path);
    const format = formatOf(of, ref, path, names);
    const { pattern, ...rest } = of;
    return {
      ...rest,
      ...(pattern !== undefined && !SPELLED_OUT.includes(of.format ?? '') && { pattern }),
      ...(of.properties && { properties: properties(of, path) }),
      ...(of.items && { items: drawn(of.items, path), ...companionOf(of.items, path, names) }),
      ...(of.anyOf && { anyOf: of.anyOf.map((one) => resolved(one).of) }),
      'x-format': format,
      ...labelsOf(of, format, path, names),
    };
  };

  /** The code of a list that comes with any other. */
  const companionOf = (
    items: FormSchema,
    path: readonly string[],
    names: readonly string[],
  ): Partial<FormSchema> => {
    const companion = nearest<string>(COMPANION_CODES, names);
    if (companion === undefined) return {};
    if (resolved(items).of.enum?.includes(companion) !== true) fail(path, `has no ${companion} to go with`);
    return { 'x-companion': companion };
  };

  const formatOf = (
    of: FormSchema,
    ref: string | undefined,
    path: readonly string[],
    names: readonly string[],
  ): FormFormat => {
    const picked = nearest<FormFormat>(PICKED_FIELDS, names);
    const isListOfObjects =
      of.type === 'array' && of.items !== undefined && resolved(of.items).of.type === 'object';
    if (picked !== undefined && of.type !== 'object' && !isListOfObjects) return picked;
    if (of.anyOf) {
      const [first, ...others] = of.anyOf.map(resolved);
      const isNullable = others.length === 1 && others[0]?.of.type === 'null';
      if (first && isNullable) return formatOf(first.of, first.ref, path, names);
      const isAnswer = first?.of.type === 'boolean' && others.every((one) => one.of.const === 'unknown');
      return isAnswer ? 'answer' : fail(path, 'is one of several things');
    }
    if (ref === 'PersonId') return 'person';
    if (ref === 'CaseId') return 'case';
    switch (of.type) {
      case 'object':
        return 'group';
      case 'array':
        return of.items ? listFormat(of.items, path, names) : fail(path, 'is a list of nothing');
      case 'boolean':
        return 'boolean';
      case 'integer':
      case 'number':
        return 'number';
      case 'string':
        if (of.enum || nearest<FormList>(LISTED_FIELDS, names) !== undefined) return 'choice';
        if (of.format === 'date' || of.format === 'date-time') return of.format;
        return (of.maxLength ?? 0) > LONG_TEXT ? 'textarea' : 'text';
      default:
        return fail(path, `is of type ${of.type ?? 'unknown'}`);
    }
  };

  /** Of a list: what is picked for it as a whole, or a list of groups or of lines. */
  const listFormat = (items: FormSchema, path: readonly string[], names: readonly string[]): FormFormat => {
    const { of, ref } = resolved(items);
    if (of.type === 'object') return 'list';
    const format = formatOf(of, ref, path, names);
    return format === 'text' ? 'list' : format;
  };

  const labelsOf = (
    of: FormSchema,
    format: FormFormat,
    path: readonly string[],
    names: readonly string[],
  ): Partial<FormSchema> => {
    if (format === 'answer') return { 'x-labels': ANSWERS };
    const list = nearest<FormList>(LISTED_FIELDS, names);
    if (of.enum === undefined)
      return list !== undefined && (format === 'choice' || format === 'clock') ? { 'x-list': list } : {};
    const group = nearest<keyof typeof VALUE_GROUPS>(VALUE_FIELDS, names);
    if (group === undefined) return fail(path, 'takes codes that have no words');
    const known: Readonly<Partial<Record<string, Words>>> = VALUE_GROUPS[group];
    const labels = of.enum.map((code): [string, Words] => [
      code,
      known[code] ?? fail(path, `takes ${code}, which has no words in ${group}`),
    ]);
    return { 'x-labels': Object.fromEntries(labels) };
  };

  const properties = (of: FormSchema, path: readonly string[]): Readonly<Record<string, FormSchema>> =>
    Object.fromEntries(
      Object.entries(of.properties ?? {}).map(([name, part], at) => {
        const own = [...path, name];
        const words = nearest(FIELD_WORDS, namesOf(procedure, event, own));
        if (!words) return fail(own, 'has no words');
        const { help, zh, en } = words;
        const isRare = path.length === 0 && RARE_FIELDS.includes(name);
        return [
          name,
          {
            ...drawn(part, own),
            'x-title': { zh, en },
            ...(help && { 'x-help': help }),
            'x-order': isRare ? 1_000 + RARE_FIELDS.indexOf(name) : at,
            ...(isRare && { 'x-rare': true as const }),
          },
        ];
      }),
    );

  return drawn(root, []);
}

/** Whether a form holds a code that a list has to offer. */
export const asksForLists = (form: FormSchema): boolean =>
  form['x-list'] !== undefined ||
  (form.items !== undefined && asksForLists(form.items)) ||
  Object.values(form.properties ?? {}).some(asksForLists);

/**
 * The form as one case asks it: codes of lists as choices, and what takes several persons asking for them at once. A list
 * that has nothing to offer stays a code to be typed.
 */
export function filledForm(form: FormSchema, choices: Choices, people = 1): FormSchema {
  const list = form['x-list'];
  const offered = list === undefined || form.type === 'array' ? undefined : choices[list];
  const codes = Object.keys(offered ?? {});
  const properties =
    form.properties &&
    Object.fromEntries(
      Object.entries(form.properties).map(([name, part]) => {
        const { 'x-rare': rare, ...asked } = filledForm(part, choices);
        const isNeeded = name === 'participants' && people > 1;
        return [name, rare && !isNeeded ? { ...asked, 'x-rare': rare } : asked];
      }),
    );
  return {
    ...form,
    ...(properties && { properties }),
    ...(form.items && { items: filledForm(form.items, choices) }),
    ...(offered && codes.length > 0 && { enum: codes, 'x-labels': offered }),
  };
}
