/** Working calendars over HTTP: a year's special days, what another plan would move, and the plan as a file. */
import { z } from 'zod';
import { CalendarImpact, CalendarPlanRequest, CalendarYearView } from '../../contract/calendars.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'calendars';
const ofYear = z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) });

export const calendarYearRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readCalendarYear',
    tag,
    summary: { zh: '年度工作日历', en: 'The working calendar of a year' },
    description:
      'Its special days: what the plan of the year has off, and weekend days that are worked. Without a plan for the year ' +
      'due dates in it are a guess, and say so.',
    method: 'get',
    path: '/api/v1/calendars/{year}',
    permission: 'calendar.read',
    params: ofYear,
    query: z.strictObject({
      calendar: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .meta({ description: 'Identifier of a calendar; absent: that of the usual profile' }),
    }),
    success: { status: 200, schema: CalendarYearView, description: 'The year' },
    problems: ['not-found', 'bad-parameter'],
    handle: ({ params: { year }, query: { calendar } }, { operations }: ApiServices) => ({
      body: operations.readCalendarYear({ year, ...(calendar !== undefined && { calendar }) }),
    }),
  }),
  route({
    operationId: 'previewCalendarYear',
    tag,
    summary: { zh: '预览放假安排的影响', en: 'What another plan for a year would move' },
    description:
      'Counts running clocks anew, 5000 at most, those that are due first; writes nothing. What is due already never ' +
      'moves, and what is paused has no due date to move. Who may not know of cases gets numbers.',
    method: 'post',
    path: '/api/v1/calendars/{year}/preview',
    permission: 'calendar.preview',
    params: ofYear,
    body: CalendarPlanRequest,
    success: {
      status: 200,
      schema: CalendarImpact,
      description: 'Days that change, and clocks that would move',
    },
    problems: ['validation-failed', 'bad-parameter'],
    handle: async ({ params: { year }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.previewCalendarYear(principal, year, body),
    }),
  }),
  route({
    operationId: 'writeCalendarFile',
    tag,
    summary: { zh: '生成工作日历文件', en: 'A plan as the file of its calendar' },
    description:
      'The whole calendar with this plan in it, for `calendars/` of `PROFILES_DIR`. It applies from the next start of every ' +
      'process; a clock that runs keeps the due date it has until something happens to it.',
    method: 'post',
    path: '/api/v1/calendars/{year}/file',
    permission: 'calendar.preview',
    params: ofYear,
    body: CalendarPlanRequest,
    success: {
      status: 200,
      contentType: 'application/yaml; charset=utf-8',
      schema: z.string(),
      description: 'The file',
      headers: { 'Content-Disposition': 'Its name' },
    },
    problems: ['validation-failed', 'bad-parameter'],
    handle: ({ params: { year }, body }, { operations }: ApiServices) => {
      const { name, text } = operations.writeCalendarFile(year, body);
      return { body: text, headers: { 'Content-Disposition': `attachment; filename="${name}"` } };
    },
  }),
];
