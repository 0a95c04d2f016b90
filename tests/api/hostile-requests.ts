/**
 * Requests nobody should send, as fast-check makes them: built from the routes and the schemas of every event, then
 * spoilt a little or a lot, so that they get past the first gate and meet what lies behind it.
 */
import fc from 'fast-check';
import type { Route } from '../../src/api/route.ts';

export interface HostileRequest {
  readonly route: string;
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Which of the callers asks; beyond their number, nobody. */
  readonly caller: number;
  /** Which of the cases is acted on as it stands then, with an event it accepts; absent where the request is as it is. */
  readonly apt?: { readonly caseAt: number; readonly pick: number };
}

export interface Grounds {
  readonly routes: readonly Pick<Route, 'operationId' | 'method' | 'path' | 'query' | 'body'>[];
  readonly cases: readonly { readonly id: string; readonly procedure: string }[];
  readonly people: readonly string[];
  /** JSON Schema of the data of each event, by procedure. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly openings: readonly (readonly [procedure: string, event: string])[];
  readonly versions: readonly number[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;
type Text = fc.Arbitrary<string>;

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'null',
  'true',
  '%',
  "' or 1=1 --",
  '${7*7}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\u202egnol',
  '😀'.repeat(20),
  'é'.repeat(300),
  'x'.repeat(5_000),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
];
const INSTANTS = ['1900-01-01T00:00:00Z', '2999-12-31T23:59:59+14:00', '2025-06-09T08:00:00.123456789Z'];
const DATES = ['1900-01-01', '2024-02-29', '2025-06-09', '2999-12-31', '0000-01-01', '2025-02-30'];

const nasty: Text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));
const words: Text = fc.oneof(
  { arbitrary: fc.lorem({ maxCount: 4 }), weight: 3 },
  { arbitrary: nasty, weight: 1 },
);

/** Values that a JSON Schema of ours describes, as a rule; texts and numbers from their edges. */
export function valueOf(
  schema: JsonSchema,
  grounds: Grounds,
  root: JsonSchema = schema,
): fc.Arbitrary<unknown> {
  const inner = (part: unknown) => valueOf(part as JsonSchema, grounds, root);
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1)!;
    if (name === 'CaseId') return caseId(grounds);
    if (name === 'PersonId') return fc.constantFrom(...grounds.people);
    return inner((root.$defs as Record<string, unknown>)[name]);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.anyOf)) return fc.oneof(...schema.anyOf.map(inner));
  switch (schema.type) {
    case 'object': {
      const properties = (schema.properties ?? {}) as Record<string, unknown>;
      const required = (schema.required ?? []) as string[];
      return fc.record(
        Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])),
        { requiredKeys: required },
      );
    }
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: Math.min((schema.minItems as number | undefined) ?? 0, 3),
        maxLength: 3,
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(fc.constantFrom(0, 1, 2, 3, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER), fc.integer());
    case 'string':
      if (schema.format === 'date') return fc.constantFrom(...DATES);
      if (schema.format === 'date-time') return fc.constantFrom(...INSTANTS);
      if (typeof schema.pattern === 'string')
        return fc.oneof(
          fc.constantFrom('point-1', 'act_1', 'court'),
          fc.stringMatching(new RegExp(schema.pattern)),
        );
      return words;
    default:
      return fc.jsonValue();
  }
}

const caseId = ({ cases }: Grounds): Text =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...cases.map(({ id }) => id)), weight: 6 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: fc.constantFrom(...cases.map(({ id }) => id.toUpperCase())), weight: 1 },
  );

export type Samples = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** Some data for each event, as its schema has them. */
export const samplesFor = (grounds: Grounds): Samples =>
  Object.fromEntries(
    Object.entries(grounds.schemas).map(([procedure, schemas]) => [
      procedure,
      Object.fromEntries(
        Object.entries(schemas).map(([event, schema]) => [
          event,
          // Acting for somebody else or with others is the rarer case.
          fc.sample(valueOf(schema, grounds), 25).map((data, at) => {
            const { onBehalfOf, participants, ...own } = data as Record<string, unknown>;
            return at % 5 === 0 ? { ...own, onBehalfOf, participants } : own;
          }),
        ]),
      ),
    ]),
  );

/** The same value with one thing wrong somewhere in it. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), nasty, fc.constantFrom(null, [], {}, 1e308, -0));
  if (Array.isArray(value) && value.length > 0)
    return fc
      .nat({ max: value.length - 1 })
      .chain((at) => spoilt(value[at]).map((bad) => value.with(at, bad) as unknown));
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return fc.constantFrom(...Object.keys(value)).chain((key) => {
      const { [key]: own, ...rest } = value as Record<string, unknown>;
      return fc.oneof(
        spoilt(own).map((bad) => ({ ...rest, [key]: bad })),
        fc.constant(rest),
        nasty.chain((extra) => anything.map((bad) => ({ ...value, [extra]: bad }))),
      );
    });
  return anything;
}

function bodyFor(route: Grounds['routes'][number], grounds: Grounds): fc.Arbitrary<string | undefined> {
  if (!route.body) return fc.constantFrom(undefined, undefined, undefined, '{}', '');
  const events = Object.entries(grounds.schemas).flatMap(([procedure, schemas]) =>
    Object.entries(schemas).map(([event, schema]) => ({ procedure, event, schema })),
  );
  const good: fc.Arbitrary<unknown> =
    route.operationId === 'openCase'
      ? fc.constantFrom(...grounds.openings).chain(([procedure, event]) =>
          valueOf(grounds.schemas[procedure]![event]!, grounds).map((data) => ({
            procedure,
            data: { event, ...(data as object) },
          })),
        )
      : route.operationId === 'applyCaseEvent'
        ? fc
            .constantFrom(...events)
            .chain(({ event, schema }) => valueOf(schema, grounds).map((data) => ({ type: event, data })))
        : fc.constantFrom(...INSTANTS).map((now) => ({ now }));
  const asText = (value: unknown) => JSON.stringify(value);
  return fc.oneof(
    { arbitrary: good.map(asText), weight: 5 },
    { arbitrary: good.chain(spoilt).map(asText), weight: 5 },
    { arbitrary: fc.jsonValue().map(asText), weight: 1 },
    { arbitrary: good.chain((value) => cutSomewhere(asText(value))), weight: 1 },
    { arbitrary: nasty, weight: 1 },
  );
}

const cutSomewhere = (text: string): Text => fc.nat({ max: text.length }).map((at) => text.slice(0, at));

function addressFor({ path, query, body }: Grounds['routes'][number], grounds: Grounds): Text {
  const names = query && 'shape' in query ? Object.keys(query.shape as object) : [];
  const segment = fc.oneof({ arbitrary: caseId(grounds), weight: 8 }, { arbitrary: nasty, weight: 1 });
  const name = fc.oneof(
    { arbitrary: fc.constantFrom('complaint', 'allegation', 'not-found', 'start.js'), weight: 4 },
    { arbitrary: nasty, weight: 1 },
  );
  const value = fc.oneof(
    nasty,
    fc.constantFrom('true', 'false', '1', '50', '-opened', 'due', 'updated', 'asc', 'e30.AAAAAAAAAAAAAAAA'),
    fc.constantFrom(...INSTANTS, ...grounds.people),
    caseId(grounds),
  );
  const parameter = fc.tuple(fc.oneof(fc.constantFrom('colour', ...names), nasty), value);
  const encoded = (text: string) =>
    encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).slice(0, 3_000);
  return fc
    .tuple(
      segment,
      name,
      fc.oneof(
        { arbitrary: fc.constant([]), weight: body ? 12 : 1 },
        { arbitrary: fc.array(parameter, { maxLength: 3 }), weight: 1 },
      ),
    )
    .map(([id, named, parameters]) => {
      const filled = path.replace('{caseId}', encoded(id)).replace(/\{\w+\}/, encoded(named));
      const search = parameters.map((pair) => pair.map(encoded).join('=')).join('&');
      return search === '' ? filled : `${filled}?${search}`;
    });
}

/** What a header can hold at all; the rest Node refuses to send. */
const headerText = nasty.map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '').trim());

const headersFor = ({ versions }: Grounds): fc.Arbitrary<Record<string, string>> => {
  const good = fc.constantFrom(...versions).map((version): Record<string, string> => ({
    'If-Match': `"${version}"`,
    'Content-Type': 'application/json',
  }));
  const odd: fc.Arbitrary<Record<string, string>> = fc.oneof(
    headerText.map((text) => ({ 'If-Match': text })),
    fc.oneof(headerText, fc.constantFrom('k1', '"k1"', 'k2')).map((key) => ({ 'Idempotency-Key': key })),
    fc
      .constantFrom('application/json; charset=latin1', 'text/plain', 'application/xml')
      .map((type) => ({ 'Content-Type': type })),
    fc.oneof(headerText, fc.constantFrom('zh', 'en;q=9', '*', ',,,;q=')).map((language) => ({
      'Accept-Language': language,
    })),
    fc.oneof(headerText, fc.constantFrom('*', 'W/"1"')).map((tag) => ({ 'If-None-Match': tag })),
    fc.constantFrom('gzip', 'identity', '').map((encoding) => ({ 'Content-Encoding': encoding })),
  );
  return fc.oneof(
    { arbitrary: good, weight: 2 },
    { arbitrary: fc.tuple(good, odd).map(([one, other]) => ({ ...one, ...other })), weight: 1 },
  );
};

export const hostileRequest = (grounds: Grounds): fc.Arbitrary<HostileRequest> =>
  fc.constantFrom(...weighed(grounds.routes)).chain((route) =>
    fc.record(
      {
        route: fc.constant(route.operationId),
        method: fc.oneof(
          { arbitrary: fc.constant(route.method as string), weight: 12 },
          {
            arbitrary: fc.constantFrom('get', 'post', 'put', 'patch', 'delete', 'head', 'options'),
            weight: 1,
          },
        ),
        address: addressFor(route, grounds),
        headers: headersFor(grounds),
        body: bodyFor(route, grounds),
        caller: fc.nat({ max: 7 }),
        apt: fc.record({ caseAt: fc.nat(), pick: fc.nat() }),
      },
      { requiredKeys: ['route', 'method', 'address', 'headers', 'body', 'caller'] },
    ),
  );

/** Routes that change something are where the harm would be. */
const weighed = (routes: Grounds['routes']) =>
  routes.flatMap((route) =>
    Array<typeof route>(WEIGHTS[route.operationId] ?? (route.body ? 5 : 1)).fill(route),
  );
const WEIGHTS: Readonly<Record<string, number>> = { applyCaseEvent: 120, openCase: 60 };
