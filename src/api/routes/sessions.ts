/** Signing in and out over HTTP, and what people do with their own session, password and second factor. */
import {
  ChangePasswordRequest,
  ConfirmedView,
  ConfirmRequest,
  EnrolmentView,
  EnrolRequest,
  SessionView,
  SignInRequest,
  SwitchPostRequest,
} from '../../contract/session.ts';
import { Problem } from '../../contract/problems.ts';
import type { ApiServices } from '../api-services.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import { refuseForeignPage } from '../own-page.ts';
import { route, type Route, type Sent } from '../route.ts';

const tag = 'session';
const ADDRESS = '/api/v1/session';

/** The secret of the session that the request came by; undefined where it came by a key. */
const secretIn = ({ headers }: Sent, services: ApiServices): string | undefined =>
  headers.authorization === undefined ? readCookie(headers.cookie, 'session', services) : undefined;

export const sessionRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'signIn',
    tag,
    summary: { zh: '登录', en: 'Sign in' },
    description:
      'By name, password and, once a second factor is enrolled, a code. The answer to whatever is wrong is the same: 401. ' +
      'The session is in a cookie that no script can read; changes made with it take the header `X-CSRF-Token` as well.',
    method: 'post',
    path: ADDRESS,
    permission: 'public',
    body: SignInRequest,
    success: {
      status: 201,
      schema: SessionView,
      description: 'Signed in',
    },
    problems: ['unauthenticated', 'foreign-page', 'too-many-requests', 'database-away', 'not-ready'],
    handle: async ({ body, sent }, services: ApiServices) => {
      refuseForeignPage(sent.headers, services);
      try {
        const { session, secret, browser } = await services.operations.signIn({
          login: body.login,
          password: body.password,
          ...(body.code !== undefined && { code: body.code }),
          source: sent.source,
          browser: readCookie(sent.headers.cookie, 'browser', services),
          replaced: readCookie(sent.headers.cookie, 'session', services),
        });
        return { body: session, cookies: cookiesOf({ secret, browser }, services) };
      } catch (error) {
        if (error instanceof Problem && error.problem === 'unauthenticated')
          await services.limits?.countWrong();
        throw error;
      }
    },
  }),
  route({
    operationId: 'readSession',
    tag,
    summary: { zh: '查看本人的登录会话', en: 'My session' },
    method: 'get',
    path: ADDRESS,
    permission: 'session.use',
    success: {
      status: 200,
      schema: SessionView,
      description: 'Who is signed in, for which post, until when',
    },
    problems: ['not-found'],
    handle: async ({ sent }, services: ApiServices) => ({
      body: await services.operations.readSession(secretIn(sent, services)),
    }),
  }),
  route({
    operationId: 'signOut',
    tag,
    summary: { zh: '退出登录', en: 'Sign out' },
    description:
      'Ends the session of this browser at once. By a key there is none to end, and nothing happens.',
    method: 'delete',
    path: ADDRESS,
    permission: 'session.use',
    success: { status: 204, description: 'Signed out' },
    problems: [],
    handle: async ({ sent }, services: ApiServices) => {
      await services.operations.endSession(secretIn(sent, services));
      return { body: undefined, cookies: [writeCookie('session', null, services)] };
    },
  }),
  route({
    operationId: 'switchPost',
    tag,
    summary: { zh: '切换履职单位', en: 'Act for another unit' },
    description: 'People act for one unit at a time, with the roles they hold there.',
    method: 'put',
    path: `${ADDRESS}/post`,
    permission: 'session.use',
    body: SwitchPostRequest,
    success: { status: 200, schema: SessionView, description: 'The session as it is now' },
    problems: ['not-found'],
    handle: async ({ body, sent }, services: ApiServices) => ({
      body: await services.operations.switchPost(secretIn(sent, services), body.unit),
    }),
  }),
  route({
    operationId: 'changePassword',
    tag,
    summary: { zh: '更改密码', en: 'Change my password' },
    description:
      'Ends every other session of the account. Twelve characters at least, and not easily guessed.',
    method: 'post',
    path: `${ADDRESS}/password`,
    permission: 'session.use',
    body: ChangePasswordRequest,
    success: {
      status: 200,
      schema: SessionView,
      description: 'Changed; the session goes on under another secret',
    },
    problems: ['not-found'],
    handle: async ({ body, sent }, services: ApiServices) => {
      const { session, ...signedIn } = await services.operations.changePassword(
        secretIn(sent, services),
        body,
      );
      return { body: session, cookies: cookiesOf(signedIn, services) };
    },
  }),
  route({
    operationId: 'enrolSecondFactor',
    tag,
    summary: { zh: '设置第二验证要素', en: 'Enrol a second factor' },
    description: 'One-time codes by time (RFC 6238). It counts once it is confirmed.',
    method: 'post',
    path: `${ADDRESS}/second-factor`,
    permission: 'session.use',
    body: EnrolRequest,
    success: { status: 201, schema: EnrolmentView, description: 'The secret, shown this once' },
    problems: ['not-found'],
    handle: async ({ body, sent }, services: ApiServices) => ({
      body: await services.operations.enrolSecondFactor(secretIn(sent, services), {
        password: body.password,
        ...(body.code !== undefined && { code: body.code }),
      }),
    }),
  }),
  route({
    operationId: 'confirmSecondFactor',
    tag,
    summary: { zh: '确认第二验证要素', en: 'Confirm the second factor' },
    description:
      'By a first code. Ends every other session of the account, and gives codes for the day it is lost.',
    method: 'post',
    path: `${ADDRESS}/second-factor/confirm`,
    permission: 'session.use',
    body: ConfirmRequest,
    success: {
      status: 200,
      schema: ConfirmedView,
      description: 'Confirmed; the session goes on under another secret',
    },
    problems: ['not-found', 'request-closed'],
    handle: async ({ body, sent }, services: ApiServices) => {
      const { session, secret, recoveryCodes } = await services.operations.confirmSecondFactor(
        secretIn(sent, services),
        body.code,
      );
      return { body: { session, recoveryCodes }, cookies: cookiesOf({ secret, browser: null }, services) };
    },
  }),
];

/** The cookies of a browser that has just proved who uses it. */
const cookiesOf = (
  { secret, browser }: { readonly secret: string; readonly browser: string | null },
  services: ApiServices,
): string[] => [
  writeCookie('session', secret, services),
  ...(browser === null ? [] : [writeCookie('browser', browser, services)]),
];
