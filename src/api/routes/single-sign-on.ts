/** Signing in by a provider: the way there, and the way back. Both are addresses that a browser goes to by itself. */
import { z } from 'zod';
import type { ApiServices } from '../api-services.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import { route, type Route } from '../route.ts';

const tag = 'session';
const Text = z.string().max(4_096).optional();

/** What providers answer with; several add fields of their own. */
const Answer = z.strictObject({
  state: z.string().min(1).max(4_096).meta({ description: 'As it was sent along' }),
  code: Text.meta({ description: 'To be exchanged at the provider, once' }),
  iss: Text.meta({ description: 'The provider' }),
  error: Text.meta({ description: 'Why the provider refused' }),
  error_description: Text.meta({ description: 'The same in words' }),
  error_uri: Text.meta({ description: 'More of it' }),
  session_state: Text.meta({ description: "The provider's own" }),
  scope: Text.meta({ description: "The provider's own" }),
  authuser: Text.meta({ description: "The provider's own" }),
  hd: Text.meta({ description: "The provider's own" }),
  prompt: Text.meta({ description: "The provider's own" }),
});

export const singleSignOnRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'beginSignOn',
    tag,
    summary: { zh: '经身份提供方登录', en: 'Sign in by the provider' },
    description:
      'OpenID Connect: authorization code with PKCE. For browsers to go to. 404 where none is set up.',
    method: 'get',
    path: '/api/v1/session/oidc',
    permission: 'public',
    success: {
      status: 302,
      description: 'To the provider',
      headers: { Location: 'The provider' },
    },
    problems: ['not-found', 'provider-away', 'too-many-requests', 'database-away', 'not-ready'],
    handle: async (_request, services: ApiServices) => {
      const { secret, address } = await services.operations.beginSignOn();
      return {
        body: undefined,
        headers: { Location: address },
        cookies: [writeCookie('sign_on', secret, services)],
      };
    },
  }),
  route({
    operationId: 'finishSignOn',
    tag,
    summary: { zh: '身份提供方返回', en: 'Back from the provider' },
    description:
      'Where the provider sends the browser to. An answer counts once, in the browser that asked; a subject that is linked ' +
      'to no account is refused like everything else: 401.',
    method: 'get',
    path: '/api/v1/session/oidc/callback',
    permission: 'public',
    query: Answer,
    success: {
      status: 303,
      description: 'Signed in; to the first page',
      headers: { Location: 'The first page' },
    },
    problems: [
      'unauthenticated',
      'not-found',
      'provider-away',
      'too-many-requests',
      'database-away',
      'not-ready',
    ],
    handle: async ({ query, sent }, services: ApiServices) => {
      const { cookie } = sent.headers;
      const { secret } = await services.operations.finishSignOn({
        secret: readCookie(cookie, 'sign_on', services),
        answer: Object.fromEntries(
          Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
        replaced: readCookie(cookie, 'session', services),
      });
      return {
        body: undefined,
        headers: { Location: `${services.publicUrl}/` },
        cookies: [writeCookie('session', secret, services), writeCookie('sign_on', null, services)],
      };
    },
  }),
];
