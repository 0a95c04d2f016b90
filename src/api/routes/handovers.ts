/** Handing over over HTTP: the open cases of one person go to another, each by its own rules. */
import { z } from 'zod';
import { Handover, HandOverRequest } from '../../contract/handover.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

export const handoverRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'handOver',
    tag: 'directory',
    summary: { zh: '移交在办案件', en: 'Hand the open cases of one person over to another' },
    description:
      'Each case you may know of is assigned by the event `ASSIGN` and gets the reason as a note; no rule is passed ' +
      'over. What a case refuses is told and stays where it is. Some hundred at once: ask again with `nextCursor`.',
    method: 'post',
    path: '/api/v1/handovers',
    permission: 'case.hand_over',
    query: z.strictObject({
      dryRun: z
        .enum(['true', 'false'])
        .transform((text) => text === 'true')
        .optional(),
    }),
    body: HandOverRequest,
    success: { status: 200, schema: Handover, description: 'What became of each case' },
    problems: ['bad-parameter', 'validation-failed'],
    handle: async ({ body, query, principal }, { operations }: ApiServices) => {
      const { cursor, ...given } = body;
      return {
        body: await operations.handOver(principal, {
          ...given,
          ...(cursor !== undefined && { cursor }),
          dryRun: query.dryRun === true,
        }),
      };
    },
  }),
];
