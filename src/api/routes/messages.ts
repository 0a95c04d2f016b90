/** The mailbox of a complaint over HTTP, for those who work on it. */
import { z } from 'zod';
import { MessageList, SendMessageRequest } from '../../contract/messages.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'cases';
const params = z.strictObject({ caseId: z.string().max(200) });
const path = '/api/v1/cases/{caseId}/messages';

export const messageRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listCaseMessages',
    tag,
    summary: { zh: '与举报人的往来留言', en: 'What the reporter and the body wrote to each other' },
    description:
      'Of a complaint that came in by the portal. Of what the reporter wrote the day is kept, not the hour.',
    method: 'get',
    path,
    permission: 'message.read',
    params,
    success: { status: 200, schema: MessageList, description: 'The mailbox, in its order' },
    problems: ['not-found', 'event-not-allowed'],
    handle: async ({ params: { caseId }, principal }, { operations }: ApiServices) => ({
      body: await operations.listCaseMessages(principal, caseId),
    }),
  }),
  route({
    operationId: 'sendCaseMessage',
    tag,
    summary: { zh: '给举报人留言', en: 'Write to the reporter' },
    description:
      'Journalled as `message.sent`, without its words. The reporter reads it when they come back.',
    method: 'post',
    path,
    permission: 'message.send',
    params,
    body: SendMessageRequest,
    success: {
      status: 201,
      schema: z.strictObject({ number: z.number() }).meta({ id: 'MessageNumber' }),
      description: 'It is in the mailbox',
    },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'texts-erased', 'validation-failed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.sendMessage(principal, caseId, body),
    }),
  }),
];
