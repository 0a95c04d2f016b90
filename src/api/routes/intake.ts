/** What helps whoever keys in a complaint: what it may repeat, and when what follows is due. Opening it is `cases.ts`. */
import {
  DeadlinePreview,
  FindDuplicatesRequest,
  PossibleDuplicates,
  PreviewDeadlineRequest,
} from '../../contract/intake.ts';
import type { ApiServices } from '../api-services.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

export const intakeRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'findDuplicates',
    tag: 'cases',
    summary: { zh: '疑似重复的检举控告', en: 'Complaints that a new one may repeat' },
    description:
      'Among those about the same persons that you may know of and work on; at most twenty are compared. Words are ' +
      'compared in memory and none of them is answered. Each person asked for is put on record, with the purpose.',
    method: 'post',
    path: '/api/v1/complaints/duplicates',
    permission: 'complaint.compare',
    headers: PurposeHeaders,
    body: FindDuplicatesRequest,
    success: { status: 200, schema: PossibleDuplicates, description: 'The likeliest first' },
    problems: ['bad-parameter', 'validation-failed'],
    handle: async ({ body, headers, principal }, { operations }: ApiServices) => ({
      body: await operations.findDuplicates(principal, body, headers['x-purpose']),
    }),
  }),
  route({
    operationId: 'previewDeadline',
    tag: 'deadlines',
    summary: { zh: '期限试算', en: 'When a clock would be due' },
    description: 'From the limits of the profile and its working days, step by step. Nothing is written.',
    method: 'post',
    path: '/api/v1/deadlines/preview',
    permission: 'deadline.read',
    body: PreviewDeadlineRequest,
    success: { status: 200, schema: DeadlinePreview, description: 'The last day, and how it was counted' },
    problems: ['validation-failed'],
    handle: ({ body }, { operations }: ApiServices) => ({ body: operations.previewDeadline(body) }),
  }),
];
