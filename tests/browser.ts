/** A browser at the API: it keeps cookies, says where it is, and sends along what our own pages would. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'supertest';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../src/domain/vocabulary.ts';
import { PUBLIC_URL, type Api } from './harness.ts';

type Headers = Readonly<Record<string, string>>;

export const SESSION = '/api/v1/session';
export const GOOD_PASSWORD = 'three rivers and one tall crane';

export interface Browser {
  readonly cookies: Map<string, string>;
  /** What changes are sent with; undefined for nothing. */
  csrfToken: string | undefined;
  readonly send: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  readonly get: (path: string, headers?: Headers) => Promise<Response>;
  readonly signIn: (login: string, password: string, code?: string) => Promise<Response>;
  readonly changePassword: (current: string, password: string) => Promise<Response>;
}

/** A browser that was never here. */
export function browserAt(api: Api): Browser {
  const cookies = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, headers: Headers = {}) => {
    const reply = await api.with().send(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...(cookies.size > 0 && { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(method !== 'get' && { Origin: PUBLIC_URL }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(browser.csrfToken !== undefined && { 'X-CSRF-Token': browser.csrfToken }),
      ...headers,
    });
    for (const line of (reply.headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    const session = reply.body?.session ?? reply.body;
    if (typeof session?.csrfToken === 'string') browser.csrfToken = session.csrfToken as string;
    return reply;
  };
  const browser: Browser = {
    cookies,
    csrfToken: undefined,
    send,
    get: (path, headers) => send('get', path, undefined, headers),
    signIn: (login, password, code) =>
      send('post', SESSION, { login, password, ...(code !== undefined && { code }) }),
    changePassword: (current, password) => send('post', `${SESSION}/password`, { current, password }),
  };
  return browser;
}

/** The code of an authenticator, some steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

export interface SignedInPerson {
  readonly browser: Browser;
  readonly login: string;
  readonly password: string;
  /** Of the authenticator; null where none is enrolled. */
  readonly authenticator: string | null;
  readonly recoveryCodes: readonly string[];
}

export interface AccountDetails {
  readonly roles?: readonly Role[];
  readonly unit?: string;
  /** False for an account that is just made, with its one-time password. */
  readonly isReady?: boolean;
}

/** Somebody with an account who signed in, changed the password and, where the roles ask for it, enrolled a code. */
export async function signedIn(
  api: Api,
  person: string,
  { roles = ['reporter'], unit }: AccountDetails = {},
): Promise<SignedInPerson> {
  const login = `${person}.login`;
  const { password } = await api.operations.createAccount({
    name: person,
    login,
    person,
    roles,
    ...(unit !== undefined && { unit }),
  });
  const browser = browserAt(api);
  expected(201, await browser.signIn(login, password!));
  const { body } = expected(200, await browser.changePassword(password!, GOOD_PASSWORD));
  if (body.owes === null)
    return { browser, login, password: GOOD_PASSWORD, authenticator: null, recoveryCodes: [] };
  const { authenticator, recoveryCodes } = await enrolled(browser);
  return { browser, login, password: GOOD_PASSWORD, authenticator, recoveryCodes };
}

/** Enrols a second factor; the code of the step before now is used up by it. */
export async function enrolled(
  browser: Browser,
): Promise<{ readonly authenticator: string; readonly recoveryCodes: readonly string[] }> {
  const { body } = expected(
    201,
    await browser.send('post', `${SESSION}/second-factor`, { password: GOOD_PASSWORD }),
  );
  const authenticator = body.secret as string;
  await awayFromTheEndOfAStep();
  const confirmed = expected(
    200,
    await browser.send('post', `${SESSION}/second-factor/confirm`, { code: codeOf(authenticator, -1) }),
  );
  return { authenticator, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

/** The code of the step before is good for as long as this step lasts. */
async function awayFromTheEndOfAStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 4_000) await pause(left + 50);
}

function expected(status: number, reply: Response): Response {
  if (reply.status === status) return reply;
  throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
}

/** Entries of the journal by type, oldest first, with their data. */
export async function entriesOf(
  api: Api,
  ...types: string[]
): Promise<{ type: string; actor: string; data: Record<string, unknown> }[]> {
  const { rows } = await api.knex.raw<{ rows: { type: string; actor: string; disclosure: string }[] }>(
    `select j.type, j.actor, s.disclosure from journal j
     left join journal_sealed s on s.tenant_id = j.tenant_id and s.entry_id = j.id and s.name = 'data'
     where j.type = any(?::text[]) order by j.recorded_at, j.id`,
    [`{${types.join(',')}}`],
  );
  return rows.map(({ type, actor, disclosure }) => ({
    type,
    actor,
    data: JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'))[2] as Record<string, unknown>,
  }));
}
