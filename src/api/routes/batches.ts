/** Batches over HTTP: one event for many cases, tried first, then carried out in the background. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { Batch, BatchItemList, BatchRequest } from '../../contract/batches.ts';
import { BATCH_LIMITS } from '../../contract/limits.ts';
import { Problem } from '../../contract/problems.ts';
import { ITEM_STATUSES } from '../../domain/batch.ts';
import type { CaseId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';
import type { Principal } from '../services.ts';

const tag = 'batches';

const batchParams = z.strictObject({ batchId: z.string().max(200) });
const IdempotencyKey = z
  .string()
  .max(256)
  .regex(/^"?[\x20\x21\x23-\x7e]+"?$/)
  .optional()
  .meta({
    description: 'Repeats of one request carry one key; they begin one batch',
    examples: ['"8e03978e"'],
  });

/** The cases a request means: those it names, or those its filter finds now. */
async function casesOf(
  { cases, filter }: z.output<typeof BatchRequest>,
  principal: Principal,
  { operations }: ApiServices,
): Promise<readonly CaseId[]> {
  if ((cases === undefined) === (filter === undefined))
    throw refused('/cases', { zh: '须且只须给出案件或者筛选条件', en: 'give either cases or a filter' });
  if (cases) return cases;
  const given = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== undefined));
  const { items, nextCursor } = await operations.readCases(principal, {
    filter: given,
    sort: 'opened',
    limit: BATCH_LIMITS.found,
  });
  if (items.length === 0) throw refused('/filter', { zh: '没有符合条件的案件', en: 'finds no case' });
  if (nextCursor !== null)
    throw refused('/filter', {
      zh: `符合条件的案件超过 ${BATCH_LIMITS.found} 件，请缩小范围`,
      en: `finds more than ${BATCH_LIMITS.found} cases; narrow it down`,
    });
  return items.map(({ id }) => id);
}

const refused = (pointer: string, message: { zh: string; en: string }): Problem =>
  new Problem('validation-failed', message, { errors: [{ pointer, message }] });

export const batchRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'createBatch',
    tag,
    summary: { zh: '批量办理', en: 'Ask for one event on many cases' },
    description:
      'Only events that every procedure has and that decide nothing: `ASSIGN`, and `NOTE`, which chases. With `dryRun` each case is judged by ' +
      'the step itself: what waits would change, what is skipped is listed with the reason. Without, the batch runs in the ' +
      'background, one case after another, each by its present version: follow it by its address. Each event carries the batch as its `reference`. ' +
      'Tags do not exist, so they are not put on in batches.',
    method: 'post',
    path: '/api/v1/batches',
    permission: 'batch.run',
    headers: z.object({ 'idempotency-key': IdempotencyKey }),
    body: BatchRequest,
    success: { status: 200, schema: Batch, description: 'What it would come to, or the batch that runs' },
    problems: ['validation-failed', 'not-batchable', 'idempotency-key-reused'],
    handle: async ({ body, headers, principal }, services: ApiServices) => {
      const { event, data, reason, dryRun } = body;
      const { operations } = services;
      const asked = { event, data, reason, cases: await casesOf(body, principal, services) };
      if (dryRun) return { body: await operations.tryBatch(principal, asked) };
      const key = headers['idempotency-key']?.replace(/^"(.*)"$/, '$1');
      const fingerprint = hash('sha256', `POST /batches\n${JSON.stringify(body)}`, 'hex');
      return {
        body: await operations.createBatch(principal, {
          ...asked,
          ...(key !== undefined && { idempotency: { key, fingerprint } }),
        }),
      };
    },
  }),
  route({
    operationId: 'readBatch',
    tag,
    summary: { zh: '批量办理的进度', en: 'How far a batch is' },
    method: 'get',
    path: '/api/v1/batches/{batchId}',
    permission: 'batch.run',
    params: batchParams,
    success: { status: 200, schema: Batch, description: 'A batch of your own' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.readBatch(principal, params.batchId),
    }),
  }),
  route({
    operationId: 'listBatchItems',
    tag,
    summary: { zh: '批量办理的逐件结果', en: 'What became of each case of a batch' },
    method: 'get',
    path: '/api/v1/batches/{batchId}/items',
    permission: 'batch.run',
    params: batchParams,
    query: z.strictObject({
      status: z.enum(ITEM_STATUSES).optional().meta({ description: 'Only cases of which this became' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: BatchItemList, description: 'A page of its cases, in their order' },
    problems: ['not-found'],
    handle: async ({ params, query, principal }, { operations }: ApiServices) => {
      const { status, limit, cursor } = query;
      return {
        body: await operations.readBatchItems(principal, params.batchId, {
          limit,
          ...(status !== undefined && { status }),
          ...(cursor !== undefined && { cursor }),
        }),
      };
    },
  }),
  route({
    operationId: 'stopBatch',
    tag,
    summary: { zh: '停止批量办理', en: 'Stop a batch: the cases that wait are left alone' },
    method: 'post',
    path: '/api/v1/batches/{batchId}/stop',
    permission: 'batch.run',
    params: batchParams,
    success: { status: 200, schema: Batch, description: 'The batch' },
    problems: ['not-found', 'request-closed'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.endBatch(principal, params.batchId),
    }),
  }),
  route({
    operationId: 'retryBatch',
    tag,
    summary: { zh: '重试失败的案件', en: 'Let the cases of a batch that failed have another turn' },
    method: 'post',
    path: '/api/v1/batches/{batchId}/retry',
    permission: 'batch.run',
    params: batchParams,
    success: { status: 200, schema: Batch, description: 'The batch' },
    problems: ['not-found', 'request-closed'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.retryBatch(principal, params.batchId),
    }),
  }),
];
