/** Posts, acting posts, substitutions and keys over HTTP. Secrets are answered once, where a key is made. */
import { z } from 'zod';
import {
  GrantList,
  GrantView,
  KeyList,
  KeyView,
  MakeGrantRequest,
  MakeKeyRequest,
  NewKey,
  WithdrawGrantRequest,
} from '../../contract/grants.ts';
import { PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'directory';
const Limit = z.coerce.number().int().min(1).max(200).default(50);
const Cursor = z.string().max(500).optional();

export const grantRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listGrants',
    tag,
    summary: { zh: '任职列表', en: 'List posts, acting posts and substitutions' },
    method: 'get',
    path: '/api/v1/grants',
    permission: 'directory.read',
    query: z.strictObject({
      person: PersonId.optional().meta({ description: 'Of this person only' }),
      unit: z.string().min(1).max(64).optional().meta({ description: 'In this unit only' }),
      limit: Limit,
      cursor: Cursor,
    }),
    success: {
      status: 200,
      schema: GrantList,
      description: 'A page of them, the newest first, ended ones too',
    },
    problems: ['bad-parameter'],
    handle: async ({ query: { person, unit, limit, cursor } }, { operations }: ApiServices) => ({
      body: await operations.readGrants({
        limit,
        ...(person !== undefined && { person }),
        ...(unit !== undefined && { unit }),
        ...(cursor !== undefined && { cursor }),
      }),
    }),
  }),
  route({
    operationId: 'makeGrant',
    tag,
    summary: { zh: '授予角色', en: 'Give somebody a role' },
    description:
      'A post, an acting post, or standing in for somebody who holds that role in that unit now. Acting posts and ' +
      'substitutions end by themselves. An administrator holds no case role, and nobody grants to themselves.',
    method: 'post',
    path: '/api/v1/grants',
    permission: 'directory.change',
    body: MakeGrantRequest,
    success: { status: 201, schema: GrantView, description: 'The grant' },
    problems: ['not-permitted', 'directory-conflict', 'validation-failed'],
    handle: async ({ body, principal }, { operations }: ApiServices) => {
      const { unit, inPlaceOf, from, until, basis, ...given } = body;
      return {
        body: await operations.makeGrant(principal, {
          ...given,
          ...(unit !== undefined && { unit }),
          ...(inPlaceOf !== undefined && { inPlaceOf }),
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
          ...(basis !== undefined && { basis }),
        }),
      };
    },
  }),
  route({
    operationId: 'withdrawGrant',
    tag,
    summary: { zh: '撤回授予的角色', en: 'Withdraw a role that was given' },
    description:
      'At once, and with it the substitutions for it. One that is withdrawn already stays as it is.',
    method: 'post',
    path: '/api/v1/grants/{grantId}/withdraw',
    permission: 'directory.change',
    params: z.strictObject({ grantId: z.string().max(200) }),
    body: WithdrawGrantRequest,
    success: { status: 200, schema: GrantView, description: 'The grant, withdrawn' },
    problems: ['not-found', 'not-permitted', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: await operations.withdrawGrant(principal, {
        id: params.grantId,
        ...(body.reason !== undefined && { reason: body.reason }),
      }),
    }),
  }),
  route({
    operationId: 'listKeys',
    tag,
    summary: { zh: '密钥列表', en: 'List keys, without secrets' },
    method: 'get',
    path: '/api/v1/keys',
    permission: 'directory.read',
    query: z.strictObject({ limit: Limit, cursor: Cursor }),
    success: {
      status: 200,
      schema: KeyList,
      description: 'A page of them, the newest first, revoked ones too',
    },
    problems: ['bad-parameter'],
    handle: async ({ query: { limit, cursor } }, { operations }: ApiServices) => ({
      body: await operations.readKeys({ limit, ...(cursor !== undefined && { cursor }) }),
    }),
  }),
  route({
    operationId: 'makeKey',
    tag,
    summary: { zh: '制发密钥', en: 'Make a key for a person or a system' },
    description: 'For somebody the directory knows, and never for oneself. The secret is shown this once.',
    method: 'post',
    path: '/api/v1/keys',
    permission: 'directory.change',
    body: MakeKeyRequest,
    success: { status: 201, schema: NewKey, description: 'The secret' },
    problems: ['not-permitted', 'directory-conflict', 'validation-failed'],
    handle: async (
      { body: { person, name, roles, unit, expiresAt }, principal },
      { operations }: ApiServices,
    ) => {
      const { id, secret } = await operations.makeKey(principal, {
        person,
        roles,
        ...(name !== undefined && { name }),
        ...(unit !== undefined && { unit }),
        ...(expiresAt !== undefined && { expiresAt }),
      });
      return { body: { id, person, secret } };
    },
  }),
  route({
    operationId: 'revokeKey',
    tag,
    summary: { zh: '撤销密钥', en: 'Revoke a key' },
    description: 'It opens nothing from the next second on. One that is revoked already stays as it is.',
    method: 'post',
    path: '/api/v1/keys/{keyId}/revoke',
    permission: 'directory.change',
    params: z.strictObject({ keyId: z.string().max(200) }),
    success: { status: 200, schema: KeyView, description: 'The key, revoked' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.revokeKey(principal, params.keyId),
    }),
  }),
];
