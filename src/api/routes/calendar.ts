/** The calendar of one's own deadlines, and the secret by which a calendar program reads it. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { CalendarFeed } from '../../contract/deadlines.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';
import { calendarText } from '../views/calendar.ts';

const tag = 'deadlines';
const ADDRESS = '/api/v1/calendar.ics';

export const calendarRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readCalendar',
    tag,
    summary: { zh: '期限日历', en: 'My deadlines as a calendar' },
    description:
      'iCalendar (RFC 5545): a whole day for each deadline, with a reminder one working day before. Calendar programs ' +
      'sign in by HTTP Basic with the secret of a feed as password; a key works too.',
    method: 'get',
    path: ADDRESS,
    permission: 'deadline.read',
    accepts: 'calendar_feed',
    query: z.strictObject({
      lang: z
        .enum(['zh', 'en'])
        .optional()
        .meta({ description: 'Language; by `Accept-Language` when absent' }),
    }),
    success: {
      status: 200,
      contentType: 'text/calendar; charset=utf-8',
      schema: z.string(),
      description: 'The calendar',
      headers: { ETag: 'Of its content' },
    },
    problems: ['bad-parameter'],
    handle: async ({ query, principal, locale }, { operations, publicUrl }: ApiServices) => {
      const entries = await operations.readCalendar(principal);
      const text = calendarText(entries, query.lang ?? locale, publicUrl);
      return { body: text, headers: { ETag: `"${hash('sha256', text, 'hex')}"`, Vary: 'Accept-Language' } };
    },
  }),
  route({
    operationId: 'createCalendarFeed',
    tag,
    summary: { zh: '生成日历订阅密码', en: 'Make the secret of my calendar feed' },
    description:
      'In place of the one before, if this key or account made one. It opens the calendar of this key, or of this account in ' +
      'the unit the session acts for, and nothing else, and only as long as the key is valid or the account open.',
    method: 'post',
    path: '/api/v1/calendar/feed',
    permission: 'deadline.read',
    success: { status: 201, schema: CalendarFeed, description: 'The secret, shown this once' },
    problems: ['not-permitted'],
    handle: async ({ principal }, { operations, publicUrl }: ApiServices) => {
      const { secret } = await operations.createFeed(principal);
      return { body: { address: `${publicUrl}${ADDRESS}`, user: 'calendar', secret } };
    },
  }),
  route({
    operationId: 'revokeCalendarFeeds',
    tag,
    summary: { zh: '作废日历订阅密码', en: 'Revoke the secrets of my calendar feeds' },
    method: 'delete',
    path: '/api/v1/calendar/feed',
    permission: 'deadline.read',
    success: { status: 204, description: 'None is left' },
    problems: [],
    handle: async ({ principal }, { operations }: ApiServices) => {
      await operations.revokeFeeds(principal);
      return { body: undefined };
    },
  }),
];
