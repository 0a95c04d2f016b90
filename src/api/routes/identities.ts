/** Sealed identities over HTTP: asked for by one person, approved by another, shown once; and counted without being shown. */
import { z } from 'zod';
import {
  CountIdentitiesBody,
  DecisionBody,
  IdentityCount,
  IdentityRequestBody,
  IdentityRequestList,
  IdentityRequestView,
  OpenedIdentity,
} from '../../contract/identities.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'identities';
const caseParams = z.strictObject({ caseId: z.string().max(200) });
const params = z.strictObject({ caseId: z.string().max(200), requestId: z.string().max(200) });

export const identityRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'requestIdentity',
    tag,
    summary: { zh: '申请开启封存的身份信息', en: 'Ask that a sealed identity be opened' },
    description:
      'Opens nothing: that takes the approval of a second person. Ten an hour; more are refused, and the journal says so.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/identity-requests',
    permission: 'identity.request',
    params: caseParams,
    body: IdentityRequestBody,
    success: { status: 201, schema: IdentityRequestView, description: 'The request, waiting for a decision' },
    problems: ['not-found', 'not-permitted', 'validation-failed', 'nothing-sealed', 'too-many-requests'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.requestIdentity(principal, { caseId, ...body }),
    }),
  }),
  route({
    operationId: 'listIdentityRequests',
    tag,
    summary: {
      zh: '身份开启申请列表',
      en: 'Who asked to open the identity of a case, and what became of it',
    },
    method: 'get',
    path: '/api/v1/cases/{caseId}/identity-requests',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: IdentityRequestList, description: 'The requests, the newest first' },
    problems: ['not-found'],
    handle: async ({ params: { caseId }, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.readIdentityRequests(principal, caseId) },
    }),
  }),
  route({
    operationId: 'decideIdentityRequest',
    tag,
    summary: { zh: '批准或者不批准开启身份信息', en: 'Approve or refuse that an identity be opened' },
    description:
      'By somebody else than who asked, who does not handle the matter. Finding out who reported without a name takes ' +
      'the superior body. An approval opens once, within 72 hours.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/identity-requests/{requestId}/decision',
    permission: 'identity.approve',
    params,
    body: DecisionBody,
    success: { status: 200, schema: IdentityRequestView, description: 'The request as it was decided' },
    problems: ['not-found', 'not-permitted', 'validation-failed', 'request-closed'],
    handle: async ({ params: { caseId, requestId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.decideIdentity(principal, { caseId, requestId, ...body }),
    }),
  }),
  route({
    operationId: 'openIdentity',
    tag,
    summary: { zh: '查看已批准开启的身份信息', en: 'See the identity that was approved to be opened, once' },
    description:
      'For who asked, or the custodian who hands it over. The journal says that it was opened before it is answered.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/identity-requests/{requestId}/identity',
    permission: 'identity.open',
    params,
    success: { status: 200, schema: OpenedIdentity, description: 'The identity' },
    problems: ['not-found', 'not-permitted', 'request-closed', 'nothing-sealed'],
    handle: async ({ params: { caseId, requestId }, principal }, { operations }: ApiServices) => ({
      body: await operations.openIdentity(principal, { caseId, requestId }),
    }),
  }),
  route({
    operationId: 'countIdentities',
    tag,
    summary: {
      zh: '统计某身份信息涉及多少案件族',
      en: 'Count the families in which a name or a contact was given',
    },
    description:
      'Exact spelling but for width, case, blanks and punctuation. A number, never which; the journal keeps that somebody counted.',
    method: 'post',
    path: '/api/v1/identities/count',
    permission: 'identity.count',
    body: CountIdentitiesBody,
    success: { status: 200, schema: IdentityCount, description: 'How many, of those you may know of' },
    problems: ['validation-failed', 'too-many-requests'],
    handle: async ({ body, principal }, { operations }: ApiServices) => ({
      body: await operations.countIdentities(
        principal,
        'name' in body ? { by: 'name', text: body.name } : { by: 'contact', text: body.contact },
      ),
    }),
  }),
];
