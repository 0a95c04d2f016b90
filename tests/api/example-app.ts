/** A small API over the HTTP foundation, without a database: its routes answer from plain values. */
import type { Express } from 'express';
import { pino } from 'pino';
import { z } from 'zod';
import { createApp, withFoundation } from '../../src/api/app.ts';
import { etagOf, IfMatchHeader, readIfMatch } from '../../src/api/etag.ts';
import { createMetrics } from '../../src/api/metrics.ts';
import { route, type Route } from '../../src/api/route.ts';
import type { Foundation, Principal, Readiness } from '../../src/api/services.ts';
import { Problem } from '../../src/contract/problems.ts';
import { CaseId } from '../../src/domain/vocabulary.ts';

export const KNOWN_CASE = '01980f5e-7c00-7000-8000-000000000001';
export const HIDDEN_CASE = '01980f5e-7c00-7000-8000-000000000002';
const KEYS: Record<string, Principal> = {
  'key-of-handler': { personId: 'p-handler', roles: ['handler'], unit: 'u1', keyId: 'k1' },
};

const NoteView = z
  .strictObject({ id: CaseId, version: z.int().positive(), text: z.string() })
  .meta({ id: 'NoteView' });
const NoteRequest = z
  .strictObject({
    text: z.string().min(1).max(2000),
    weight: z.int().optional(),
    to: z.enum(['file', 'desk']).optional(),
  })
  .meta({ id: 'NoteRequest', examples: [{ text: 'File received.' }] });

function refuseEarly(caseId: string, ifMatch: string | undefined): void {
  if (caseId !== KNOWN_CASE) throw new Problem('not-found');
  const version = readIfMatch(ifMatch);
  if (version === undefined) throw new Problem('if-match-missing');
  if (version !== 7) throw new Problem('case-changed');
}

const exampleRoutes: readonly Route[] = [
  route({
    operationId: 'readNote',
    summary: { zh: '读取', en: 'Read a note' },
    method: 'get',
    path: '/api/v1/cases/{caseId}',
    permission: 'case.read',
    params: z.strictObject({ caseId: CaseId }),
    query: z.strictObject({ at: z.iso.datetime().optional().meta({ description: 'As it stood then' }) }),
    success: { status: 200, schema: NoteView, description: 'The note', headers: { ETag: 'Its version' } },
    problems: ['not-found'],
    handle: ({ params, principal }, _services: Foundation) => {
      if (params.caseId !== KNOWN_CASE) throw new Problem('not-found');
      return { body: { id: KNOWN_CASE, version: 7, text: principal.personId }, headers: { ETag: etagOf(7) } };
    },
  }),
  route({
    operationId: 'addNote',
    summary: { zh: '加注', en: 'Add a note' },
    method: 'post',
    path: '/api/v1/cases/{caseId}/events',
    permission: 'case.act',
    params: z.strictObject({ caseId: CaseId }),
    headers: z.strictObject({ 'if-match': IfMatchHeader }),
    body: NoteRequest,
    success: { status: 200, schema: NoteView, description: 'The note', headers: { ETag: 'Its version' } },
    problems: ['not-found', 'if-match-missing', 'case-changed'],
    beforeInvalidBody: ({ params, headers }, _services: Foundation) => {
      refuseEarly(params.caseId, headers['if-match']);
    },
    handle: ({ params, headers, body }) => {
      refuseEarly(params.caseId, headers['if-match']);
      return { body: { id: KNOWN_CASE, version: 8, text: body.text }, headers: { ETag: etagOf(8) } };
    },
  }),
  route({
    operationId: 'readRights',
    summary: { zh: '权限', en: 'Read the rights' },
    method: 'get',
    path: '/api/v1/permissions',
    permission: 'permission.read',
    success: { status: 200, schema: z.strictObject({ items: z.array(z.string()) }), description: 'Rights' },
    problems: [],
    handle: (_request, _services: Foundation) => ({ body: { items: [] } }),
  }),
  route({
    operationId: 'failForTests',
    summary: { zh: '出错', en: 'Fail' },
    method: 'delete',
    path: '/api/v1/faults/{kind}',
    permission: 'case.act',
    params: z.strictObject({
      kind: z.enum(['bug', 'database', 'unlisted', 'shape', 'listed']).meta({ description: 'Which fault' }),
    }),
    success: { status: 200, schema: z.strictObject({ ok: z.boolean() }), description: 'Never' },
    problems: ['request-in-progress'],
    handle: ({ params: { kind } }, _services: Foundation) => {
      if (kind === 'bug') throw new Error('an assumption was wrong');
      if (kind === 'database') throw Object.assign(new Error('value p-secret is wrong'), { code: '57P01' });
      if (kind === 'unlisted') throw new Problem('case-changed');
      if (kind === 'shape') return { body: { ok: 'p-secret' } as unknown as { ok: boolean } };
      throw new Problem('request-in-progress');
    },
  }),
];

export const READY: Readiness = {
  ready: true,
  reasons: [],
  database: { kind: 'embedded', durability: 'process_crash' },
  sandbox: false,
};

export interface ExampleApp {
  readonly app: Express;
  readonly routes: readonly Route[];
  readonly services: Foundation;
  /** Everything the log wrote, a line each. */
  readonly logged: string[];
}

/** The example served; `overrides` replace single services, as values. */
export function exampleApp(
  overrides: Partial<Foundation> = {},
  options: { readonly level?: string; readonly checkReplies?: boolean } = {},
): ExampleApp {
  const logged: string[] = [];
  const log = pino({ level: options.level ?? 'info' }, { write: (line: string) => void logged.push(line) });
  const services: Foundation = {
    publicUrl: 'https://leeway.test',
    version: '0.0.0',
    log,
    metrics: createMetrics({ withProcess: false }),
    authenticate: (secret) => KEYS[secret] ?? null,
    readiness: () => READY,
    problemFor: (error) =>
      (error as { code?: unknown }).code === '57P01'
        ? new Problem('database-away', undefined, {}, error)
        : null,
    ...overrides,
  };
  const routes = withFoundation(exampleRoutes, services);
  return {
    app: createApp(routes, services, { checkReplies: options.checkReplies ?? true }),
    routes,
    services,
    logged,
  };
}
