/** Live updates over HTTP: the stream of what happens, and who else has a case open. */
import { z } from 'zod';
import { CasePresence, PresenceList, PresenceRequest } from '../../contract/live.ts';
import { CaseId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { eventsText, eventStream } from '../event-stream.ts';
import { route, type Route } from '../route.ts';

const tag = 'live';

const caseParams = z.strictObject({ caseId: z.string().max(200) });
const MOST_CASES = 100;

/** A place in the journal; -1 is before its first entry. */
const Place = z
  .string()
  .regex(/^(?:-1|\d{1,15})$/)
  .transform(Number);
const EVENT_STREAM = /\btext\/event-stream\b/i;

const DESCRIPTION = `Accepted events of the cases you may know of, as server-sent events, from \`after\` or \`Last-Event-ID\` on, or from now.

* \`case\`: \`{case, procedure, version, state, type}\`; \`state\` is where the case stands now. \`type\` is null for a party. The
  \`id\` is a place in the journal: coming back with it, you miss nothing and hear nothing twice, from whatever process.
* \`presence\`: \`{case}\`: somebody opened or closed a case you work on, or began to edit.
* \`reset\`: you were away for too long; read again what you show.
* \`end\`: \`{reason}\`: \`signed_out\`, \`stopping\` or \`unavailable\`. Come back but for the first.

Who may know of what is asked anew every second. Without \`Accept: text/event-stream\` the answer tells what there is and
ends. The stream does not keep a session in use.`;

export const liveRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'followCases',
    tag,
    summary: { zh: '实时更新', en: 'Follow what happens in the cases you may know of' },
    description: DESCRIPTION,
    method: 'get',
    path: '/api/v1/stream',
    permission: 'case.read',
    isBackground: true,
    query: z.strictObject({
      after: Place.optional().meta({ description: 'A place in the journal; `Last-Event-ID` goes before it' }),
    }),
    headers: z.object({
      accept: z.string().max(1_000).optional().meta({ description: '`text/event-stream` to stay' }),
      'last-event-id': Place.optional().meta({ description: 'The last `id` you heard', examples: ['1024'] }),
    }),
    success: {
      status: 200,
      contentType: 'text/event-stream',
      schema: z.any().meta({ description: 'Server-sent events' }),
      description: 'What happens, as it happens',
    },
    problems: [],
    handle: async ({ query, headers, principal }, { operations }: ApiServices) => {
      const after = headers['last-event-id'] ?? query.after ?? null;
      const { live } = operations;
      const body = EVENT_STREAM.test(headers.accept ?? '')
        ? await eventStream((listener) => live.listen(principal, after, listener))
        : eventsText(await live.tellOnce(principal, after));
      return { body, headers: { 'X-Accel-Buffering': 'no' } };
    },
  }),
  route({
    operationId: 'keepPresence',
    tag,
    summary: { zh: '告知本人正在查看或者填写', en: 'Say that you have a case open, and hear who else has' },
    description: 'Every 20 seconds or so; a minute without it, and you are taken for gone.',
    method: 'put',
    path: '/api/v1/cases/{caseId}/presence',
    permission: 'case.read',
    isBackground: true,
    params: caseParams,
    body: PresenceRequest,
    success: { status: 200, schema: CasePresence, description: 'Who else has it open' },
    problems: ['not-found', 'validation-failed'],
    beforeInvalidBody: async ({ params, principal }, { operations }: ApiServices) => {
      await operations.readPresence(principal, params.caseId);
    },
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.keepPresence(principal, { ...params, doing: body.doing }) },
    }),
  }),
  route({
    operationId: 'readPresence',
    tag,
    summary: { zh: '谁正在查看或者填写', en: 'Who else has a case open' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/presence',
    permission: 'case.read',
    isBackground: true,
    params: caseParams,
    success: { status: 200, schema: CasePresence, description: 'Those who work on it, without you' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.readPresence(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'endPresence',
    tag,
    summary: { zh: '告知本人已离开', en: 'Say that you have closed a case' },
    method: 'delete',
    path: '/api/v1/cases/{caseId}/presence',
    permission: 'case.read',
    isBackground: true,
    params: caseParams,
    success: { status: 204, description: 'Noted' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => {
      await operations.endPresence(principal, params.caseId);
      return { body: undefined };
    },
  }),
  route({
    operationId: 'listPresence',
    tag,
    summary: { zh: '各案件正在查看或者填写的人', en: 'Who else has which of these cases open' },
    method: 'get',
    path: '/api/v1/presence',
    permission: 'case.read',
    isBackground: true,
    query: z.strictObject({
      cases: z
        .string()
        .max(MOST_CASES * 37)
        .transform((text) => text.split(','))
        .pipe(z.array(CaseId).min(1).max(MOST_CASES))
        .meta({ description: `Ids of cases, by commas; ${MOST_CASES} at most` }),
    }),
    success: { status: 200, schema: PresenceList, description: 'Those who work on them, without you' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listPresence(principal, query.cases) },
    }),
  }),
];
