/**
 * Writes the OpenAPI 3.1 document from the list of routes that is served. What a route does not say about itself is not
 * in the document; what it says is checked by the same schemas.
 */
import type { z } from 'zod';
import { ProblemBody } from '../contract/problem-schema.ts';
import { PROBLEMS, type ProblemName } from '../contract/problems.ts';
import { PERMISSIONS } from '../domain/permission.ts';
import { PARAMETER_WORDS } from './parameter-words.ts';
import { problemsOf } from './route-problems.ts';
import type { Route } from './route.ts';
import { SchemaComponents, type JsonSchema } from './schema-components.ts';

export interface About {
  readonly publicUrl: string;
  readonly version: string;
}

/** A line for each heading of the document. A route whose tag is not here gets a heading without one. */
const TAGS: Record<string, string> = {
  cases: '案件 / Cases: open, read, act',
  procedures: '程序 / Procedures: states, events, diagrams',
  drafts: '草稿 / Drafts: what somebody has typed and not sent',
  assessments:
    '容错评估 / Assessments: blind sheets beside a tolerance review, side by side and never added up',
  batches: '批量办理 / Batches: one event for many cases',
  live: '实时更新 / Live updates: what happens, and who else has a case open',
  evidence: '证据材料 / Evidence: files of a case, and their hashes',
  deadlines: '期限 / Deadlines: what is due, by whom and why',
  journal: '日志 / Journal: who did what, when, on what basis',
  statistics: '统计 / Statistics: counts of what was done, and of what was left undone',
  people: '人员 / People: what bars promotion, moves, rewards and retirement, and until when',
  identities: '身份信息 / Identities: sealed, opened by two persons, counted unseen',
  erasures: '保留与删除 / Keeping and erasing: legal holds, destruction of keys',
  directory: '名册 / Directory: units, people, posts and substitutions, keys, accounts, handovers',
  calendars: '工作日历 / Working calendars: days off, make-up working days, what another plan would move',
  profiles: '规则文件 / Policy profiles: limits, condition lists, rules',
  system: '系统 / The system: versions, database, background work',
  conflicts: '利益冲突 / Conflicts: found before anybody is put in charge, declared, noticed',
  interference: '干预记录 / Interference: who asked about a case or put in a word',
  portal: "举报平台 / The reporter's portal: report, receipt, mailbox",
  'break-glass': '紧急查阅 / Break-glass: reading out of the ordinary, reviewed afterwards',
  session: '登录 / Signing in: sessions, passwords, second factors, access tokens',
  permissions: '权限 / Rights: who may do what',
  sandbox: '沙盒 / Sandbox: the clock that can be moved',
  health: '运行状况 / Health and figures',
  views: '视图与偏好 / Saved views and preferences: what people keep of the console',
  documents: '文档 / Documents about this API',
};

/** Anything of the kind `describe` returns; linted and validated as a whole rather than typed piece by piece. */
export type OpenApiDocument = Record<string, unknown> & {
  readonly paths: Record<string, Record<string, JsonSchema>>;
  readonly components: Record<'securitySchemes' | 'schemas' | 'responses', Record<string, JsonSchema>>;
};

const tagOf = <S>({ tag, path }: Route<S>): string =>
  tag ??
  path
    .replace(/^\/api\/v1/, '')
    .split('/')
    .find((step) => step !== '') ??
  'documents';

/** `if-match` as people write it. */
const headerName = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

function parametersOf(
  schemas: SchemaComponents,
  schema: z.ZodType | undefined,
  place: 'path' | 'query' | 'header',
): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.add(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => {
    const { description = PARAMETER_WORDS[name] ?? schemas.descriptionOf(shape), ...rest } = shape;
    return {
      name: place === 'header' ? headerName(name) : name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

function headersOf(names: Readonly<Record<string, string>>): JsonSchema {
  return Object.fromEntries(
    Object.entries(names).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
}

/** Headers that belong to a status whatever the operation. */
const PROBLEM_HEADERS: Record<number, Readonly<Record<string, string>>> = {
  401: { 'WWW-Authenticate': 'How to present a credential' },
  405: { Allow: 'Methods of this address' },
  429: { 'Retry-After': 'Seconds to wait' },
  503: { 'Retry-After': 'Seconds to wait' },
};

function problemExample(name: ProblemName, { publicUrl }: About): JsonSchema {
  const { status, title } = PROBLEMS[name];
  const value = {
    type: `${publicUrl}/problems/${name}`,
    title: title.en,
    status,
    detail: title.en,
    instance: 'urn:uuid:01980f5e-7c00-7000-8000-000000000000',
    code: name,
  };
  return { summary: title.en, value };
}

/** OpenAPI allows one response a status: problems that share one are described together. */
function problemResponse(names: readonly ProblemName[], about: About): JsonSchema {
  const status = names[0] ? PROBLEMS[names[0]].status : 500;
  return {
    description: names.map((name) => `\`${name}\`: ${PROBLEMS[name].title.en}`).join('; '),
    ...(PROBLEM_HEADERS[status] && { headers: headersOf(PROBLEM_HEADERS[status]) }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(names.map((name) => [name, problemExample(name, about)])),
      },
    },
  };
}

function problemReferences<S>(route: Route<S>, responses: Map<string, JsonSchema>, about: About): JsonSchema {
  const groups = new Map<number, ProblemName[]>();
  for (const name of problemsOf(route)) {
    const { status } = PROBLEMS[name];
    groups.set(status, [...(groups.get(status) ?? []), name]);
  }
  const references = [...groups].map(([status, names]) => {
    const key = names.join('.');
    responses.set(key, problemResponse(names, about));
    return [String(status), { $ref: `#/components/responses/${key}` }] as const;
  });
  return { ...Object.fromEntries(references), default: { $ref: '#/components/responses/default' } };
}

function successOf<S>(schemas: SchemaComponents, { method, success }: Route<S>): JsonSchema {
  const headers = success.headers && { headers: headersOf(success.headers) };
  const shape = success.schema && {
    content: {
      [success.contentType ?? 'application/json']: { schema: schemas.add(success.schema, 'output') },
    },
  };
  const answers = { [success.status]: { description: success.description, ...headers, ...shape } };
  if (method !== 'get' || success.headers?.ETag === undefined) return answers;
  return {
    ...answers,
    304: { description: 'As `If-None-Match` names it', headers: headersOf({ ETag: 'Its version' }) },
  };
}

function descriptionOf<S>({ summary, description, permission }: Route<S>): string {
  const right =
    permission === 'public'
      ? '公开 / Public.'
      : `权限 / Permission \`${permission}\`: ${PERMISSIONS[permission].sentence.zh} / ${PERMISSIONS[permission].sentence.en}.`;
  return [summary.zh, description, right].filter((part) => part !== undefined).join('\n\n');
}

const securityOf = <S>({ permission, accepts }: Route<S>): JsonSchema[] =>
  permission === 'public'
    ? []
    : [{ bearer: [] }, { session: [] }, ...(accepts ? [{ calendarFeed: [] }] : [])];

/** A file as it is, or as the one part of a form. */
const FILE_CONTENT: JsonSchema = {
  'application/octet-stream': {
    schema: { description: 'The bytes of the file; its own media type will do as well' },
  },
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      required: ['file'],
    },
  },
};

/** The whole document; `publicUrl` may be empty, then addresses are relative to where it was read. */
export function describe<S>(routes: readonly Route<S>[], about: About): OpenApiDocument {
  const schemas = new SchemaComponents();
  schemas.add(ProblemBody, 'output');
  const responses = new Map<string, JsonSchema>([
    [
      'default',
      {
        description: 'Any other problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ],
  ]);
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const parameters = [
      ...parametersOf(schemas, route.params, 'path'),
      ...parametersOf(schemas, route.query, 'query'),
      ...parametersOf(schemas, route.headers, 'header').map((parameter) =>
        // Optional to the parser, so that its absence is a 428 of its own and not a 400.
        parameter.name === 'If-Match' && route.problems.includes('if-match-missing')
          ? { ...parameter, required: true }
          : parameter,
      ),
    ];
    (paths[route.path] ??= {})[route.method] = {
      operationId: route.operationId,
      tags: [tagOf(route)],
      summary: route.summary.en,
      description: descriptionOf(route),
      security: securityOf(route),
      ...(parameters.length > 0 && { parameters }),
      ...(route.body && {
        requestBody: {
          required: true,
          content:
            route.isForm === 'file'
              ? FILE_CONTENT
              : {
                  [route.isForm === 'page'
                    ? 'multipart/form-data'
                    : route.isForm
                      ? 'application/x-www-form-urlencoded'
                      : 'application/json']: {
                    schema: schemas.add(route.body, 'input'),
                  },
                },
        },
      }),
      responses: { ...successOf(schemas, route), ...problemReferences(route, responses, about) },
    };
  }
  const tags = [...new Set(routes.map(tagOf))].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leeway',
      version: about.version,
      summary: 'Case review: complaints, clarification, fault tolerance',
      description:
        'Every error is an RFC 9457 problem; its words follow `Accept-Language` (zh-CN, en). Changes name the version ' +
        'they were made against in `If-Match`, and may carry an `Idempotency-Key`.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: about.publicUrl === '' ? '/' : about.publicUrl }],
    tags: tags.map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A key, or an access token' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-leeway',
          description:
            'The session of a browser; changes take `X-CSRF-Token` as well. `leeway_session` without https',
        },
        ...(routes.some(({ accepts }) => accepts) && {
          calendarFeed: {
            type: 'http',
            scheme: 'basic',
            description: 'The secret of a calendar feed, as password',
          },
        }),
      },
      schemas: schemas.all(),
      responses: Object.fromEntries([...responses].sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  };
}
