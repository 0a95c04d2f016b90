/** Accounts over HTTP, as administrators keep them. A one-time password is answered once, where it is made. */
import { z } from 'zod';
import {
  AccountList,
  AccountSessionList,
  AccountView,
  MakeAccountRequest,
  OneTimePassword,
  ResetAccountRequest,
} from '../../contract/accounts.ts';
import { PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'directory';
const ofAccount = z.strictObject({ accountId: z.string().max(200) });

export const accountRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listAccounts',
    tag,
    summary: { zh: '账号列表', en: 'List accounts, without secrets' },
    description:
      'Open accounts by the reference of their person, disabled ones too. Whoever is known as a reporter alone stands in ' +
      'no list.',
    method: 'get',
    path: '/api/v1/accounts',
    permission: 'directory.read',
    query: z.strictObject({
      person: PersonId.optional().meta({ description: 'Of this person only' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: AccountList, description: 'A page of them' },
    problems: ['bad-parameter'],
    handle: async ({ query: { person, limit, cursor } }, { operations }: ApiServices) => ({
      body: await operations.readAccounts({
        limit,
        ...(person !== undefined && { person }),
        ...(cursor !== undefined && { cursor }),
      }),
    }),
  }),
  route({
    operationId: 'makeAccount',
    tag,
    summary: { zh: '开立账号', en: 'Make an account for somebody' },
    description:
      'For somebody the directory knows, and never for oneself. The one-time password is shown this once; its holder ' +
      'changes it at the first sign-in.',
    method: 'post',
    path: '/api/v1/accounts',
    permission: 'directory.change',
    body: MakeAccountRequest,
    success: { status: 201, schema: OneTimePassword, description: 'The one-time password' },
    problems: ['not-permitted', 'directory-conflict', 'validation-failed'],
    handle: async ({ body, principal }, { operations }: ApiServices) => ({
      body: await operations.makeAccount(principal, body),
    }),
  }),
  route({
    operationId: 'resetAccount',
    tag,
    summary: { zh: '重置账号密码', en: 'Reset the password of an account' },
    description: 'Ends every session of the account. Make sure by other means who asks.',
    method: 'post',
    path: '/api/v1/accounts/{accountId}/reset',
    permission: 'directory.change',
    params: ofAccount,
    body: ResetAccountRequest,
    success: { status: 200, schema: OneTimePassword, description: 'The one-time password' },
    problems: ['not-found', 'not-permitted', 'directory-conflict', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: await operations.resetAccountOf(principal, { id: params.accountId, ...body }),
    }),
  }),
  ...(['disable', 'enable'] as const).map((verb) =>
    route({
      operationId: `${verb}Account`,
      tag,
      summary:
        verb === 'disable'
          ? { zh: '停用账号', en: 'Disable an account' }
          : { zh: '启用账号', en: 'Enable an account again' },
      description:
        verb === 'disable'
          ? 'Its sessions end at once and nobody signs in with it. Posts and keys of the person stay as they are.'
          : 'Its holder signs in as before. One that is enabled already stays as it is.',
      method: 'post',
      path: `/api/v1/accounts/{accountId}/${verb}`,
      permission: 'directory.change',
      params: ofAccount,
      success: { status: 200, schema: AccountView, description: 'The account' },
      problems: ['not-found', 'not-permitted'],
      handle: async ({ params, principal }, { operations }: ApiServices) => ({
        body: await operations.disableAccount(principal, {
          id: params.accountId,
          isDisabled: verb === 'disable',
        }),
      }),
    }),
  ),
  route({
    operationId: 'listAccountSessions',
    tag,
    summary: { zh: '账号的登录会话', en: 'List the open sessions of an account' },
    method: 'get',
    path: '/api/v1/accounts/{accountId}/sessions',
    permission: 'directory.read',
    params: ofAccount,
    success: { status: 200, schema: AccountSessionList, description: 'The newest first, 100 at most' },
    problems: ['not-found'],
    handle: async ({ params }, { operations }: ApiServices) => ({
      body: await operations.readSessionsOf(params.accountId),
    }),
  }),
  route({
    operationId: 'endAccountSession',
    tag,
    summary: { zh: '结束他人的登录会话', en: 'End a session of an account' },
    method: 'delete',
    path: '/api/v1/accounts/{accountId}/sessions/{sessionId}',
    permission: 'directory.change',
    params: ofAccount.extend({ sessionId: z.string().max(200) }),
    success: { status: 204, description: 'It opens nothing any more' },
    problems: ['not-found', 'not-permitted'],
    handle: async ({ params: { accountId, sessionId }, principal }, { operations }: ApiServices) => {
      await operations.endSessionFor(principal, { id: accountId, session: sessionId });
      return { body: undefined };
    },
  }),
  route({
    operationId: 'endAccountSessions',
    tag,
    summary: { zh: '结束他人的全部登录会话', en: 'End every session of an account' },
    description:
      'At once, with its calendar subscription. Its holder may sign in again; where a password is in wrong hands, reset it.',
    method: 'delete',
    path: '/api/v1/accounts/{accountId}/sessions',
    permission: 'directory.change',
    params: ofAccount,
    success: { status: 200, schema: AccountView, description: 'The account, with no session' },
    problems: ['not-found', 'not-permitted'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.endSessionsFor(principal, params.accountId),
    }),
  }),
];
