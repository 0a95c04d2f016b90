/** Reading out of the ordinary, over HTTP: opened with a reason and for hours, ended, listed, reviewed by another person. */
import { z } from 'zod';
import {
  BreakGlassList,
  BreakGlassRequest,
  BreakGlassView,
  ReviewRequest,
} from '../../contract/break-glass.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'break-glass';
const params = z.strictObject({ breakGlassId: z.string().max(200) });
const ONE = '/api/v1/break-glass/{breakGlassId}';

export const breakGlassRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'breakGlass',
    tag,
    summary: { zh: '紧急查阅', en: 'Read a case out of the ordinary' },
    description:
      'Opens reading, and no acting, of the family of a case for some hours. The journal and those who watch over cases ' +
      'have it at once, and somebody else reviews it. Nothing opens a family to whom it concerns, who stands aside from ' +
      'it, reported it or is close to a person of it: for them there is no such case.',
    method: 'post',
    path: '/api/v1/break-glass',
    permission: 'break_glass.open',
    body: BreakGlassRequest,
    success: { status: 201, schema: BreakGlassView, description: 'The family is open to you' },
    problems: ['not-found', 'validation-failed', 'too-many-requests'],
    handle: async ({ body, principal }, { operations }: ApiServices) => ({
      body: await operations.breakGlass(principal, body),
    }),
  }),
  route({
    operationId: 'listBreakGlass',
    tag,
    summary: { zh: '紧急查阅记录', en: 'What is read out of the ordinary' },
    description: 'Your own; for those who review, also that of others in cases they may know of.',
    method: 'get',
    path: '/api/v1/break-glass',
    permission: 'break_glass.read',
    query: z.strictObject({
      pending: z
        .enum(['true', 'false'])
        .transform((text) => text === 'true')
        .default(true)
        .meta({ description: 'Only what is open or waits for its review; `true` when absent' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    success: {
      status: 200,
      schema: BreakGlassList,
      description: 'What waits for its review first, then the newest',
    },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.readBreakGlass(principal, { isPending: query.pending, limit: query.limit }),
    }),
  }),
  route({
    operationId: 'endBreakGlass',
    tag,
    summary: { zh: '提前结束紧急查阅', en: 'End it before its time' },
    description: 'By who opened it, or by who reviews. One that is over stays as it is.',
    method: 'delete',
    path: ONE,
    permission: 'break_glass.open',
    params,
    success: { status: 204, description: 'It opens nothing any more' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { breakGlassId }, principal }, { operations }: ApiServices) => {
      await operations.endBreakGlass(principal, breakGlassId);
      return { body: undefined };
    },
  }),
  route({
    operationId: 'reviewBreakGlass',
    tag,
    summary: { zh: '复核紧急查阅', en: 'Review a reading out of the ordinary' },
    description:
      'By another person than the one who opened it, once. That it was not justified may be found at any time and ends ' +
      'it; that it was, once it has ended.',
    method: 'put',
    path: `${ONE}/review`,
    permission: 'break_glass.review',
    params,
    body: ReviewRequest,
    success: { status: 200, schema: BreakGlassView, description: 'With the review' },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'bad-parameter', 'validation-failed'],
    handle: async ({ params: { breakGlassId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.reviewBreakGlass(principal, breakGlassId, body),
    }),
  }),
];
