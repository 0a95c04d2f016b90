/** Cases over HTTP: open, list, read, act, and what may be done, when it is due, and what hangs on it. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { CASE_FILTERS, CaseSortName } from '../../contract/case-filters.ts';
import {
  ActionList,
  ActList,
  ApplyEventRequest,
  CaseCounts,
  CaseEventList,
  CaseList,
  CaseView,
  ClockList,
  FamilyView,
  OpenCaseRequest,
} from '../../contract/cases.ts';
import { OpenedCase } from '../../contract/intake.ts';
import { CasePeople } from '../../contract/case-people.ts';
import { Problem } from '../../contract/problems.ts';
import { AppliedCase } from '../../contract/step-outcome.ts';
import { GivenInstant, PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { etagOf, IfMatchHeader, readIfMatch } from '../etag.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

/** Any text: one that is no case's id names no case, and gets the same 404 as one that is hidden (T34). */
const caseParams = z.strictObject({ caseId: z.string().max(200) });
const Instant = GivenInstant.transform((text) => new Date(text).toISOString());
const Limit = z.coerce.number().int().min(1).max(200).default(50);
const Cursor = z.string().max(500).optional().meta({ description: 'From `nextCursor` of the page before' });
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const IdempotencyKey = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\x20-\x7e]+$/)
  .optional()
  .meta({
    description: 'Repeats of one request carry one key; the first answer is given again',
    examples: ['"8e03978e"'],
  });

/** The key as the client meant it: a structured-field string or a bare token. */
function idempotencyOf(header: string | undefined, route: string, body: unknown) {
  if (header === undefined) return {};
  const key = header.replace(/^"(.*)"$/, '$1');
  if (key === '')
    throw new Problem('bad-parameter', undefined, {
      errors: [{ pointer: '/headers/idempotency-key', message: { zh: '不得为空', en: 'must not be empty' } }],
    });
  return { idempotency: { key, fingerprint: hash('sha256', `${route}\n${JSON.stringify(body)}`, 'hex') } };
}

const tag = 'cases';

export const caseRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'openCase',
    tag,
    summary: { zh: '发起案件', en: 'Open a case' },
    method: 'post',
    path: '/api/v1/cases',
    permission: 'case.open',
    query: z.strictObject({ dryRun: Flag.optional() }),
    headers: z.object({ 'idempotency-key': IdempotencyKey }),
    body: OpenCaseRequest,
    success: {
      status: 201,
      schema: OpenedCase,
      description:
        'The case, at version 1; with `dryRun`, 200 and the case as it would be, with the clocks it would start',
      headers: { Location: 'Address of the case', ETag: 'Version of the case' },
    },
    problems: [
      'validation-failed',
      'not-permitted',
      'event-not-allowed',
      'texts-erased',
      'idempotency-key-reused',
      'request-in-progress',
    ],
    handle: async ({ query, body, headers, principal }, services: ApiServices) => {
      const command = {
        asker: principal,
        procedure: body.procedure,
        data: body.data,
        ...(body.profile !== undefined && { profile: body.profile }),
      };
      if (query.dryRun) return { status: 200, body: await services.operations.previewOpening(command) };
      const view = await counted(services, () =>
        services.operations.openCase({
          ...command,
          ...idempotencyOf(headers['idempotency-key'], 'POST /cases', body),
        }),
      );
      return { body: view, headers: { Location: `/api/v1/cases/${view.id}`, ETag: etagOf(view.version) } };
    },
  }),
  route({
    operationId: 'listCases',
    tag,
    summary: { zh: '案件列表', en: 'List cases' },
    method: 'get',
    path: '/api/v1/cases',
    permission: 'case.read',
    query: z.strictObject({
      ...CASE_FILTERS,
      sort: CaseSortName.default('-opened').meta({
        description:
          'Order of the list; a minus sign turns it round. `urgency`: what is overdue, then what is due next, then the rest, the oldest first',
      }),
      limit: Limit,
      cursor: Cursor,
    }),
    headers: PurposeHeaders,
    success: { status: 200, schema: CaseList, description: 'A page of the cases you may know of' },
    problems: ['bad-parameter'],
    handle: async ({ query, headers, principal }, { operations }: ApiServices) => {
      const { sort, limit, cursor, ...filter } = query;
      const page = { filter: defined(filter), sort, limit, ...(cursor !== undefined && { cursor }) };
      return { body: await operations.readCases(principal, page, headers['x-purpose']) };
    },
  }),
  route({
    operationId: 'countCases',
    tag,
    summary: { zh: '案件计数', en: 'Count cases' },
    description:
      'With the filters of the list. At most 1001 are counted: where `isCapped`, there are more, and every figure is a ' +
      'least.',
    method: 'get',
    path: '/api/v1/cases/counts',
    permission: 'case.read',
    query: z.strictObject(CASE_FILTERS),
    headers: PurposeHeaders,
    success: {
      status: 200,
      schema: CaseCounts,
      description: 'How many there are, by light, procedure and state',
    },
    problems: ['bad-parameter'],
    handle: async ({ query, headers, principal }, { operations }: ApiServices) => ({
      body: await operations.readCaseCounts(principal, defined(query), headers['x-purpose']),
    }),
  }),
  route({
    operationId: 'readCase',
    tag,
    summary: { zh: '查阅案件', en: 'Read a case' },
    description: 'With `at`, the case as it stood at that instant, rebuilt from its journal.',
    method: 'get',
    path: '/api/v1/cases/{caseId}',
    permission: 'case.read',
    params: caseParams,
    query: z.strictObject({ at: Instant.optional() }),
    headers: PurposeHeaders,
    success: {
      status: 200,
      schema: CaseView,
      description: 'The case',
      headers: { ETag: 'Version of the case' },
    },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, headers, principal }, { operations }: ApiServices) => {
      const view = await operations.readCase(principal, params.caseId, query.at, headers['x-purpose']);
      return { body: view, headers: { ETag: etagOf(view.version) } };
    },
  }),
  route({
    operationId: 'listActions',
    tag,
    summary: { zh: '当前可办理的事项', en: 'What may be done now' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/actions',
    permission: 'case.read',
    params: caseParams,
    success: {
      status: 200,
      schema: ActionList,
      description: 'Every event of the present state, allowed or not',
    },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.listActions(principal, params.caseId),
    }),
  }),
  route({
    operationId: 'applyCaseEvent',
    tag,
    summary: { zh: '办理一项案件事项', en: 'Apply one event to a case' },
    method: 'post',
    path: '/api/v1/cases/{caseId}/events',
    permission: 'case.act',
    params: caseParams,
    query: z.strictObject({ dryRun: Flag.optional() }),
    headers: z.object({ 'if-match': IfMatchHeader, 'idempotency-key': IdempotencyKey }),
    body: ApplyEventRequest,
    success: {
      status: 200,
      schema: AppliedCase,
      description:
        'The case as the event left it; with `dryRun`, as it would, and what else would come of it',
      headers: { ETag: 'Version of the case' },
    },
    problems: [
      'not-found',
      'if-match-missing',
      'case-changed',
      'validation-failed',
      'not-permitted',
      'event-not-allowed',
      'texts-erased',
      'idempotency-key-reused',
    ],
    beforeInvalidBody: async ({ params, headers, principal }, { operations }: ApiServices) => {
      const { version } = await operations.readCase(principal, params.caseId);
      const readVersion = readIfMatch(headers['if-match']);
      if (readVersion === undefined) throw new Problem('if-match-missing', undefined, { version });
      if (readVersion !== version) throw new Problem('case-changed', undefined, { version });
    },
    handle: async ({ params, query, headers, body, principal }, services: ApiServices) => {
      const view = await counted(services, () =>
        services.operations.applyCaseEvent({
          asker: principal,
          caseId: params.caseId,
          readVersion: readIfMatch(headers['if-match']),
          type: body.type,
          data: body.data,
          ...(query.dryRun && { dryRun: true }),
          ...(!query.dryRun &&
            idempotencyOf(headers['idempotency-key'], `POST /cases/${params.caseId}/events`, body)),
        }),
      );
      return { body: view, headers: { ETag: etagOf(view.version) } };
    },
  }),
  route({
    operationId: 'listCaseEvents',
    tag,
    summary: { zh: '案件日志', en: "A case's journal, oldest first or newest first" },
    description:
      'Those who work on the case are told who acted, but never who reported: a reporter stays a pseudonym.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/events',
    permission: 'case.read',
    params: caseParams,
    query: z.strictObject({ order: z.enum(['asc', 'desc']).default('asc'), limit: Limit, cursor: Cursor }),
    headers: PurposeHeaders,
    success: { status: 200, schema: CaseEventList, description: 'A page of its events' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, headers, principal }, { operations }: ApiServices) => {
      const { order, limit, cursor } = query;
      const page = { limit, isDescending: order === 'desc', ...(cursor !== undefined && { cursor }) };
      return {
        body: await operations.readCaseEvents(principal, params.caseId, page, headers['x-purpose']),
      };
    },
  }),
  route({
    operationId: 'listCasePeople',
    tag,
    summary: { zh: '案件有关人员', en: 'Who has a part in the case' },
    description:
      'For those who work on the case: whom it is about, who is in charge, who took part and who acted, by name. Never ' +
      'who reported it. A party is told of themselves alone.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/people',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: CasePeople, description: 'Persons with their parts' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listCasePeople(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'explainClocks',
    tag,
    summary: { zh: '期限及其计算过程', en: 'Clocks, with the steps of their derivation' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/clocks',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: ClockList, description: 'Every clock of the case, stopped ones too' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.explainClocks(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'listCaseFamily',
    tag,
    summary: { zh: '关联案件', en: 'Linked cases' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/family',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: FamilyView, description: 'The cases of the family that you may know of' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listCaseFamily(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'listActs',
    tag,
    summary: { zh: '某人在本案件族中的行为', en: 'What a person did in the family of the case' },
    description:
      'What a decision to grant the recusal of that person has to keep, redo or exclude, one by one.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/acts',
    permission: 'case.read',
    params: caseParams,
    query: z.strictObject({
      person: PersonId.meta({ description: 'The person whose acts are asked for' }),
    }),
    success: { status: 200, schema: ActList, description: 'Accepted events, oldest first' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listActs(principal, params.caseId, query.person) },
    }),
  }),
];

/** Counts a step by what became of it: accepted, or the problem that refused it. */
async function counted<T extends { readonly procedure: string }>(
  { metrics }: ApiServices,
  step: () => Promise<T>,
): Promise<T> {
  try {
    const view = await step();
    metrics.countStep(view.procedure, 'accepted');
    return view;
  } catch (error) {
    metrics.countStep('any', error instanceof Problem ? error.problem : 'internal-error');
    throw error;
  }
}

/** The members that have a value; a filter is not asked for by an undefined one. */
function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
