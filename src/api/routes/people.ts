/** People over HTTP: what the personnel system may do with one of them now. */
import { z } from 'zod';
import { FreezeView } from '../../contract/freeze.ts';
import { PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

export const peopleRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readFreeze',
    tag: 'people',
    summary: {
      zh: '人事限制查询',
      en: 'May this person be promoted, moved, rewarded or retired now; why not; until when',
    },
    description:
      'From every filed case and every sanction period of the person. What you may not know of bars all the same, and is ' +
      'told as `other_matter` and no more. Somebody of whom nothing is known may do everything: there is no 404, so that ' +
      'the answer does not tell who has a file. Each question is put on record, with its purpose.',
    method: 'get',
    path: '/api/v1/people/{personId}/freeze',
    permission: 'freeze.read',
    params: z.strictObject({ personId: PersonId }),
    headers: PurposeHeaders,
    success: { status: 200, schema: FreezeView, description: 'An answer for every action' },
    problems: ['bad-parameter'],
    handle: async ({ params, headers, principal }, { operations }: ApiServices) => ({
      body: await operations.readFreeze(principal, params.personId, headers['x-purpose']),
    }),
  }),
];
