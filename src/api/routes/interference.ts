/** Interference over HTTP: reported by whoever meets it, read by those who watch over cases, never by the one reported. */
import { z } from 'zod';
import {
  InterferenceList,
  InterferenceReceipt,
  ReportInterferenceRequest,
} from '../../contract/interference.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'interference';
const params = z.strictObject({ caseId: z.string().max(200) });
const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const interferenceRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'reportInterference',
    tag,
    summary: { zh: '报告打听案情、说情干预', en: 'Report that somebody asked about a case or put in a word' },
    description: 'Kept for good and never changed. Who is reported does not see it. Words are sealed.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/interference',
    permission: 'interference.report',
    params,
    body: ReportInterferenceRequest,
    success: { status: 201, schema: InterferenceReceipt, description: 'It is on record' },
    problems: ['not-found', 'validation-failed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.reportInterference(principal, caseId, body),
    }),
  }),
  route({
    operationId: 'readCaseInterference',
    tag,
    summary: { zh: '本案件族的干预记录', en: 'What was reported of interference with a matter' },
    description: 'Without the words for an auditor. Reading the words is journalled.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/interference',
    permission: 'interference.read',
    params,
    query: page,
    success: { status: 200, schema: InterferenceList, description: 'A page of it, the newest first' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { caseId }, query, principal }, { operations }: ApiServices) => ({
      body: await operations.readInterference(principal, {
        case: caseId,
        limit: query.limit,
        ...at(query.cursor),
      }),
    }),
  }),
  route({
    operationId: 'readInterference',
    tag,
    summary: { zh: '干预记录', en: 'What was reported of interference with any matter' },
    description:
      'With cases they may know of; an auditor of every one that is not about them, without the words.',
    method: 'get',
    path: '/api/v1/interference',
    permission: 'interference.read',
    query: page,
    success: { status: 200, schema: InterferenceList, description: 'A page of it, the newest first' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.readInterference(principal, { limit: query.limit, ...at(query.cursor) }),
    }),
  }),
];
