/** Legal holds and erasures over HTTP: each begun by one person and ended by another. */
import { z } from 'zod';
import {
  ErasureBody,
  ErasureList,
  ErasureView,
  LegalHoldBody,
  LegalHoldList,
  LegalHoldView,
} from '../../contract/erasures.ts';
import { DecisionBody } from '../../contract/identities.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'erasures';
const Id = z.string().max(200);
const caseParams = z.strictObject({ caseId: Id });

export const erasureRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'placeLegalHold',
    tag,
    summary: { zh: '下达依法保留令', en: 'Order that a family of cases be kept' },
    method: 'post',
    path: '/api/v1/cases/{caseId}/legal-holds',
    permission: 'legal_hold.place',
    params: caseParams,
    body: LegalHoldBody,
    success: { status: 201, schema: LegalHoldView, description: 'The hold; it stands until it is released' },
    problems: ['not-found', 'not-permitted', 'validation-failed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.placeLegalHold(principal, { caseId, ...body }),
    }),
  }),
  route({
    operationId: 'listLegalHolds',
    tag,
    summary: { zh: '依法保留令列表', en: 'The legal holds on a family of cases' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/legal-holds',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: LegalHoldList, description: 'The holds, the newest first' },
    problems: ['not-found'],
    handle: async ({ params: { caseId }, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.readLegalHolds(principal, caseId) },
    }),
  }),
  route({
    operationId: 'releaseLegalHold',
    tag,
    summary: { zh: '解除依法保留令', en: 'Release a legal hold' },
    description: 'By somebody else than who placed it.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/legal-holds/{holdId}/release',
    permission: 'legal_hold.release',
    params: z.strictObject({ caseId: Id, holdId: Id }),
    body: LegalHoldBody,
    success: { status: 200, schema: LegalHoldView, description: 'The hold, released' },
    problems: ['not-found', 'not-permitted', 'validation-failed', 'request-closed'],
    handle: async ({ params: { caseId, holdId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.releaseLegalHold(principal, { caseId, holdId, ...body }),
    }),
  }),
  route({
    operationId: 'proposeErasure',
    tag,
    summary: { zh: '提出删除', en: 'Propose to erase what a family of cases holds' },
    description:
      'Who reported, or every free text and paper. Refused while a case of the family is open, a clock runs or a legal ' +
      'hold stands. Erases nothing: that takes the approval of another person.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/erasures',
    permission: 'erasure.propose',
    params: caseParams,
    body: ErasureBody,
    success: { status: 201, schema: ErasureView, description: 'The proposal' },
    problems: ['not-found', 'not-permitted', 'validation-failed', 'erasure-blocked', 'nothing-sealed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.proposeErasure(principal, { caseId, ...body }),
    }),
  }),
  route({
    operationId: 'listErasures',
    tag,
    summary: { zh: '删除事项列表', en: 'What was erased of a family of cases, or proposed to be' },
    method: 'get',
    path: '/api/v1/cases/{caseId}/erasures',
    permission: 'case.read',
    params: caseParams,
    success: { status: 200, schema: ErasureList, description: 'The proposals, the newest first' },
    problems: ['not-found'],
    handle: async ({ params: { caseId }, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.readErasures(principal, caseId) },
    }),
  }),
  route({
    operationId: 'decideErasure',
    tag,
    summary: { zh: '批准删除并实施，或者不批准', en: 'Approve an erasure and have it done, or refuse it' },
    description:
      'By somebody else than who proposed it. Destroys the keys: nobody can undo it. Journal and proofs stay as they are.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/erasures/{erasureId}/decision',
    permission: 'erasure.approve',
    params: z.strictObject({ caseId: Id, erasureId: Id }),
    body: DecisionBody,
    success: { status: 200, schema: ErasureView, description: 'The erasure, done or refused' },
    problems: [
      'not-found',
      'not-permitted',
      'validation-failed',
      'request-closed',
      'erasure-blocked',
      'nothing-sealed',
    ],
    handle: async ({ params: { caseId, erasureId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.decideErasure(principal, { caseId, erasureId, ...body }),
    }),
  }),
];
