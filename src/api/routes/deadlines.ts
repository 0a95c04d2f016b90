/** Deadlines over HTTP: what is due in a family, and what is due of mine. */
import { z } from 'zod';
import { DeadlineList, FamilyDeadlines } from '../../contract/deadlines.ts';
import { DueCalendar } from '../../contract/figures.ts';
import { GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'deadlines';
/** Years that calendars count in; others are no day that anything is due on. */
const Day = z.iso.date().regex(/^(19|20|21)/);
const Mine = z
  .enum(['true', 'false'])
  .default('true')
  .meta({ description: 'Only my own, or those of every case I may know of' });

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
      'Mine are those of cases assigned to me or to somebody I stand in for now, and those that one of my roles can ' +
      'meet in the state the case is in.',
    method: 'get',
    path: '/api/v1/deadlines',
    permission: 'deadline.read',
    query: z.strictObject({
      mine: Mine,
      before: GivenInstant.transform((text) => new Date(text).toISOString())
        .optional()
        .meta({ description: 'Due before this instant' }),
      on: Day.optional().meta({ description: 'Whose last day is this day, in the time zone of the body' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: DeadlineList, description: 'A page of deadlines, what is due first' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => {
      const { mine, before, on, limit, cursor } = query;
      return {
        body: await operations.listDeadlines(principal, {
          mine: mine === 'true',
          limit,
          ...(before !== undefined && { before }),
          ...(on !== undefined && { on }),
          ...(cursor !== undefined && { cursor }),
        }),
      };
    },
  }),
  route({
    operationId: 'readDueDays',
    tag,
    summary: { zh: '期限日历（按日计数）', en: 'How much is due on each day' },
    description:
      'Running clocks by their last day and light, in whole weeks with their numbers, and what kind of day each is. ' +
      'A month, or six weeks from this one on.',
    method: 'get',
    path: '/api/v1/deadlines/days',
    permission: 'deadline.read',
    query: z.strictObject({
      month: z
        .string()
        .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
        .optional(),
      mine: Mine,
    }),
    success: { status: 200, schema: DueCalendar, description: 'Days with what is due on them' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.readDueDays(principal, {
        mine: query.mine === 'true',
        ...(query.month !== undefined && { month: query.month }),
      }),
    }),
  }),
];
