/**
 * Providers of a single sign-on for tests: a real one (oidc-provider), through which a browser walks as a person would, and
 * one that answers with whatever token a test makes.
 */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { PUBLIC_URL } from './harness.ts';

export const CLIENT_ID = 'leeway';
export const CLIENT_SECRET = 'a secret between the two of them';

const folder = mkdtempSync(join(tmpdir(), 'leeway-oidc-'));
const secretFile = join(folder, 'secret');
writeFileSync(secretFile, `${CLIENT_SECRET}\n`, { mode: 0o600 });
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** The environment of an API that signs people in by this provider. */
export const signOnSettings = (issuer: string) => ({
  PUBLIC_URL,
  LEEWAY_OIDC_ISSUER: issuer,
  LEEWAY_OIDC_CLIENT_ID: CLIENT_ID,
  LEEWAY_OIDC_CLIENT_SECRET_FILE: secretFile,
});

export interface TestProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const closing = (server: Server) => () => {
  server.closeAllConnections();
  return new Promise<void>(
    (resolve) =>
      void server.close(() => {
        resolve();
      }),
  );
};

export interface RealProvider extends TestProvider {
  /** Who is at the keyboard there. */
  subject: string;
  /** Walks from where Leeway sends the browser to where the provider sends it back; answers that address. */
  readonly walk: (address: string) => Promise<string>;
}

/** A provider as it is run in the world, with people who sign in and agree without being asked. */
export async function realProvider(redirectUri: string): Promise<RealProvider> {
  const server = createServer();
  const issuer = await listening(server);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    // An ES256-only key set: without this default the provider would want to sign by RS256.
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'one' } as never],
    },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  });
  const callback = provider.callback();
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: real.subject } });
      return;
    }
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: params.client_id as string });
    grant.addOIDCScope('openid');
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  };
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(request, response);
    else void callback(request, response);
  });
  const real: RealProvider = {
    issuer,
    subject: 'sub-1',
    close: closing(server),
    walk: async (start) => {
      const cookies = new Map<string, string>();
      let address = start;
      for (let hops = 0; hops < 10 && !address.startsWith(redirectUri); hops++) {
        const reply = await fetch(address, {
          redirect: 'manual',
          headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const line of reply.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const next = reply.headers.get('location');
        if (next === null) throw new Error(`the provider stopped at ${reply.status}: ${await reply.text()}`);
        address = new URL(next, address).href;
      }
      return address;
    },
  };
  return real;
}

export interface FakeProvider extends TestProvider {
  /** What the token endpoint does with the next code; undefined: an honest token. */
  forge: ((honest: Token) => string | { readonly status: number; readonly location?: string }) | undefined;
  /** Signs a token with the key of the provider, or another one. */
  readonly signed: (token: Token, key?: KeyObject) => string;
  /** How often somebody asked for tokens. */
  asked: number;
}

export interface Token {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that says what a test wants it to. Its authorization endpoint is not asked; a code is a nonce. */
export async function fakeProvider(): Promise<FakeProvider> {
  const server = createServer();
  const issuer = await listening(server);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const json = (response: ServerResponse, body: unknown, status = 200) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  const fake: FakeProvider = {
    issuer,
    asked: 0,
    forge: undefined,
    close: closing(server),
    signed: ({ header, claims }, key = privateKey) => {
      const input = `${encoded(header)}.${encoded(claims)}`;
      const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
      return `${input}.${signature.toString('base64url')}`;
    },
  };
  const tokenFor = (nonce: string): Token => {
    const now = Math.floor(Date.now() / 1_000);
    return {
      header: { alg: 'ES256', kid: 'one' },
      claims: { iss: issuer, sub: 'sub-1', aud: CLIENT_ID, iat: now, exp: now + 300, nonce },
    };
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/.well-known/openid-configuration')
      json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256', 'none', 'HS256'],
      });
    else if (request.url === '/jwks')
      json(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'one' }],
      });
    else if (request.url === '/token') {
      fake.asked += 1;
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const honest = tokenFor(new URLSearchParams(body).get('code') ?? '');
        const made = fake.forge?.(honest) ?? fake.signed(honest);
        if (typeof made === 'string')
          json(response, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: made });
        else if (made.location === undefined) json(response, { error: 'invalid_grant' }, made.status);
        else response.writeHead(made.status, { Location: made.location }).end();
      });
    } else response.writeHead(404).end();
  });
  return fake;
}
