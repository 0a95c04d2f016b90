/** The reporter's side over JSON: a report in, a receipt out; with the code or a session, the own report's mailbox. */
import {
  PortalMessageRequest,
  PortalMessageSent,
  PortalReceipt,
  PortalReportRequest,
  PortalSession,
  PortalSessionRequest,
} from '../../contract/portal.ts';
import { Problem } from '../../contract/problems.ts';
import type { PortalPass } from '../../operations/portal.ts';
import { statusView } from '../../operations/portal.ts';
import { z } from 'zod';
import type { ApiServices } from '../api-services.ts';
import { route, type Route, type Sent } from '../route.ts';

const tag = 'portal';

const OnceHeader = z.string().trim().min(16).max(200).optional().meta({
  description: 'Whatever is random and the same for each sending of one report: it makes one report',
});

/** The token or the code in the body; where there is neither, a token in the header. */
function passIn(
  { token, receipt }: { readonly token?: string | undefined; readonly receipt?: string | undefined },
  { headers }: Sent,
): PortalPass {
  if (token !== undefined && receipt === undefined) return { token };
  if (receipt !== undefined && token === undefined) return { receipt };
  const bearer = /^Bearer +(\S{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined && token === undefined) return { token: bearer };
  const message = {
    zh: '须给出查询码或者会话令牌之一',
    en: 'needs the receipt or the token of a session, and one of them only',
  };
  throw new Problem('validation-failed', undefined, { errors: [{ pointer: '/token', message }] });
}

export const portalRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'sendPortalReport',
    tag,
    summary: { zh: '提交举报', en: 'Report something' },
    description:
      'Opens a complaint. The receipt is the only way back to it and is answered this once. Nothing of who reports is logged; a name is sealed apart.',
    method: 'post',
    path: '/api/v1/portal/reports',
    permission: 'public',
    headers: z.object({ 'idempotency-key': OnceHeader }),
    body: PortalReportRequest,
    success: { status: 201, schema: PortalReceipt, description: 'The report is received' },
    problems: [
      'already-sent',
      'too-many-requests',
      'validation-failed',
      'database-away',
      'request-in-progress',
    ],
    handle: async ({ body, headers }, { operations }: ApiServices) => {
      const once = headers['idempotency-key'];
      const sent = await operations.portal.sendReport(body, once === undefined ? null : `key ${once}`);
      return { body: { ...sent, status: statusView('received') } };
    },
  }),
  route({
    operationId: 'openPortalSession',
    tag,
    summary: { zh: '凭查询码查询', en: 'Show a receipt and see how the report stands' },
    description:
      'The code travels in the body. A wrong code, one that is none and one whose report was erased get the same answer.',
    method: 'post',
    path: '/api/v1/portal/session',
    permission: 'public',
    body: PortalSessionRequest,
    success: { status: 200, schema: PortalSession, description: 'A token for 15 minutes, and the report' },
    problems: ['unauthenticated', 'too-many-requests', 'database-away'],
    handle: async ({ body }, { operations }: ApiServices) => ({
      body: await operations.portal.openSession(body.receipt),
    }),
  }),
  route({
    operationId: 'sendPortalMessage',
    tag,
    summary: { zh: '举报人留言、补充情况', en: 'Write to those who work on the report, or act on it' },
    description:
      'With the receipt or the token of a session in the body, or the token as `Bearer`. Files go through the page `/portal/message`.',
    method: 'post',
    path: '/api/v1/portal/messages',
    permission: 'public',
    body: PortalMessageRequest,
    success: { status: 201, schema: PortalMessageSent, description: 'It is in the mailbox of the case' },
    problems: [
      'unauthenticated',
      'too-many-requests',
      'validation-failed',
      'event-not-allowed',
      'request-in-progress',
      'database-away',
    ],
    handle: async ({ body, sent }, { operations }: ApiServices) => {
      const pass = passIn(body, sent);
      if ('action' in body)
        return { body: { number: null, status: await operations.portal.act(pass, body.action) } };
      return { body: await operations.portal.write(pass, { text: body.text, kind: body.kind }) };
    },
  }),
];
