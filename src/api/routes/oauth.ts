/** Access tokens for connected systems: OAuth 2.0, client credentials (RFC 6749, 4.4). */
import type { z } from 'zod';
import { TokenAnswer, TokenForm } from '../../contract/session.ts';
import { ACCESS_TOKEN_SECONDS } from '../../operations/issue-token.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Reply, type Route } from '../route.ts';

type Fault = Extract<TokenAnswer, { error: string }>['error'];

const FAULTS: Readonly<Record<Fault, string>> = {
  invalid_request: 'A parameter is missing, malformed or given twice, or the client shows two credentials',
  invalid_client: 'The client is unknown, or its secret is wrong',
  unsupported_grant_type: 'Only client_credentials is given here',
  invalid_scope: 'The client does not have every role that is asked for',
};

const refused = (error: Fault): Reply<TokenAnswer> => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: { error, error_description: FAULTS[error] },
  ...(error === 'invalid_client' && { headers: { 'WWW-Authenticate': 'Basic realm="leeway"' } }),
});

export const oauthRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'issueToken',
    tag: 'session',
    summary: { zh: '签发访问令牌', en: 'Get an access token' },
    description:
      'RFC 6749, 4.4: `grant_type=client_credentials` as a form; the client by HTTP Basic, or `client_id` and ' +
      '`client_secret` in the form. The token is opaque, good for ten minutes, and sent as `Authorization: Bearer`. This one ' +
      'address answers errors as that standard has it (5.2): 400 or 401 with `error` and `error_description` as JSON. What ' +
      'is wrong below that (media type, size) is a problem document as everywhere.',
    method: 'post',
    path: '/api/v1/oauth/token',
    permission: 'public',
    isForm: true,
    body: TokenForm,
    success: { status: 200, schema: TokenAnswer, description: 'The token, or what is wrong (400, 401)' },
    problems: ['too-many-requests', 'database-away', 'not-ready'],
    handle: async ({ body, sent }, { operations, limits }: ApiServices): Promise<Reply<TokenAnswer>> => {
      const client = clientIn(sent.headers.authorization, body);
      if (client === 'twice' || isRepeated(body.grant_type) || isRepeated(body.scope) || !body.grant_type)
        return refused('invalid_request');
      if (body.grant_type !== 'client_credentials') return refused('unsupported_grant_type');
      if (client === null) return refused('invalid_client');
      const scope = typeof body.scope === 'string' && body.scope !== '' ? body.scope : undefined;
      const issued = await operations.issueToken({ ...client, ...(scope !== undefined && { scope }) });
      if ('error' in issued) {
        if (issued.error === 'invalid_client') await limits?.countWrong();
        return refused(issued.error);
      }
      return {
        body: {
          access_token: issued.token,
          token_type: 'Bearer',
          expires_in: ACCESS_TOKEN_SECONDS,
          scope: issued.roles.join(' '),
        },
      };
    },
  }),
];

const isRepeated = (value: unknown): boolean => Array.isArray(value);

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The client by the one way it shows itself; null for none that can be read, `twice` for two ways at once. */
function clientIn(
  authorization: string | undefined,
  form: z.output<typeof TokenForm>,
): Client | 'twice' | null {
  const { client_id: id, client_secret: secret } = form;
  if (isRepeated(id) || isRepeated(secret)) return 'twice';
  if (authorization === undefined)
    return typeof id === 'string' && typeof secret === 'string'
      ? { clientId: id, clientSecret: secret }
      : null;
  if (secret !== undefined) return 'twice';
  const given = /^Basic +([A-Za-z0-9+/]{1,1024}={0,2})$/i.exec(authorization)?.[1];
  const pair = given === undefined ? '' : Buffer.from(given, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return null;
  const [clientId, clientSecret] = [unescaped(pair.slice(0, colon)), unescaped(pair.slice(colon + 1))];
  if (clientId === null || clientSecret === null) return null;
  return id === undefined || id === clientId ? { clientId, clientSecret } : 'twice';
}

/** RFC 6749, 2.3.1: both are form-encoded before they become Basic. */
function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
