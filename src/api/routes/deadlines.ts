/** Deadlines over HTTP: what is due in a family, and what is due of mine. */
import { z } from 'zod';
import { DeadlineList, FamilyDeadlines } from '../../contract/deadlines.ts';
import { GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'deadlines';

export const deadlineRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listFamilyDeadlines',
    tag,
    summary: { zh: '案件族的期限', en: 'What is due in the family of a case, by whom and why' },
    description: 'Every running clock of the cases you may know of, what is due first; paused clocks last.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/family/deadlines',
    permission: 'deadline.read',
    params: z.strictObject({ caseId: z.string().max(200) }),
    success: { status: 200, schema: FamilyDeadlines, description: 'Its running clocks' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listFamilyDeadlines(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'listDeadlines',
    tag,
    summary: { zh: '期限列表', en: 'What is due, over all cases' },
    description:
      'Mine are those of cases assigned to me, and those that one of my roles can meet in the state the case is in.',
    method: 'get',
    path: '/api/v1/deadlines',
    permission: 'deadline.read',
    query: z.strictObject({
      mine: z
        .enum(['true', 'false'])
        .default('true')
        .meta({ description: 'Only my own, or those of every case I may know of' }),
      before: GivenInstant.transform((text) => new Date(text).toISOString())
        .optional()
        .meta({ description: 'Due before this instant' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: DeadlineList, description: 'A page of deadlines, what is due first' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => {
      const { mine, before, limit, cursor } = query;
      return {
        body: await operations.listDeadlines(principal, {
          mine: mine === 'true',
          limit,
          ...(before !== undefined && { before }),
          ...(cursor !== undefined && { cursor }),
        }),
      };
    },
  }),
];
