/** What the test of completeness needs to sign in: callers with a session instead of a key, and where they stand. */
import type { Response } from 'supertest';
import type { Route } from '../../src/api/route.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import { browserAt, codeOf, GOOD_PASSWORD, SESSION, type Browser } from '../browser.ts';
import type { Caller } from '../caller.ts';
import type { Api } from '../harness.ts';

export const CALLBACK = `${SESSION}/oidc/callback`;
/** In the address of the way back, where the real thing goes. */
const STATE = 'state=x';

export interface SessionCases {
  /** Who does what is done with a session of one's own; undefined for what takes none. */
  readonly askerOf: (route: Pick<Route, 'operationId' | 'permission'>) => Caller | undefined;
  readonly bodyOf: (route: Pick<Route, 'operationId'>) => string | undefined;
  /** Somebody with a session that may do what parties may. */
  readonly party: Caller;
  /** The same, from a page of another site. */
  readonly foreign: Caller;
  readonly owesPassword: Caller;
  readonly owesFactor: Caller;
}

/** A caller that signs in anew whenever it has no session; `secret` is that of a key, for requests without a browser. */
function callerBy(api: Api, login: string, password: string, headers: Record<string, string> = {}): Caller {
  const browser = browserAt(api);
  let opening: Promise<unknown> | undefined;
  const send = async (method: string, path: string, body?: string, more: Record<string, string> = {}) => {
    if (!browser.cookies.has('__Host-leeway')) await (opening ??= browser.signIn(login, password));
    opening = undefined;
    return sentBy(api, browser, method, path, body, { ...headers, ...more });
  };
  return { ...api.with(), send };
}

async function sentBy(
  api: Api,
  browser: Browser,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const reply = await api.with().send(method, path, body, {
    Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'Sec-Fetch-Site': 'same-origin',
    ...(browser.csrfToken !== undefined && { 'X-CSRF-Token': browser.csrfToken }),
    ...headers,
  });
  if (method === 'delete' && path === SESSION && reply.status === 204) browser.cookies.clear();
  return reply;
}

export async function sessionCases(api: Api, keyHolder: Caller): Promise<SessionCases> {
  const accountOf = async (person: string, role: Role, { isReady = true } = {}): Promise<Caller> => {
    const login = `${person}.login`;
    const { password } = await api.operations.createAccount({ name: person, login, person, roles: [role] });
    if (isReady) await browserReady(api, login, password!);
    return { ...callerBy(api, login, isReady ? GOOD_PASSWORD : password!), secret: keyHolder.secret };
  };
  const party = await accountOf('s-party', 'reporter');
  const changes = await accountOf('s-changes', 'reporter');
  const enrols = await accountOf('s-enrols', 'reporter');
  const confirms = await accountOf('s-confirms', 'reporter');
  const begun = await confirms.send('post', `${SESSION}/second-factor`, `{"password":"${GOOD_PASSWORD}"}`, {
    'Content-Type': 'application/json',
  });
  await api.operations.createAccount({
    name: 'x',
    person: 's-linked',
    subject: 'sub-1',
    roles: ['reporter'],
  });
  const client = await api.operations.createClient({ name: 'x', roles: ['api_client'] });

  const callers: Record<string, Caller> = {
    readSession: party,
    signOut: party,
    switchPost: party,
    changePassword: changes,
    enrolSecondFactor: enrols,
    confirmSecondFactor: confirms,
    finishSignOn: { ...api.with(), send: signOnOf(api) },
    issueToken: api.with(),
  };
  const bodies: Record<string, () => unknown> = {
    signIn: () => ({ login: 's-party.login', password: GOOD_PASSWORD }),
    switchPost: () => ({ unit: null }),
    changePassword: () => ({ current: GOOD_PASSWORD, password: 'four mountains beside a lake' }),
    enrolSecondFactor: () => ({ password: GOOD_PASSWORD }),
    confirmSecondFactor: () => ({ code: codeOf(begun.body.secret as string) }),
  };
  return {
    party,
    askerOf: ({ operationId }) => callers[operationId],
    bodyOf: ({ operationId }) =>
      operationId === 'issueToken'
        ? `grant_type=client_credentials&client_id=${client.id}&client_secret=${client.secret}`
        : JSON.stringify(bodies[operationId]?.()),
    foreign: callerBy(api, 's-party.login', GOOD_PASSWORD, { 'Sec-Fetch-Site': 'cross-site' }),
    owesPassword: await accountOf('s-owes-password', 'reporter', { isReady: false }),
    owesFactor: await accountOf('s-owes-factor', 'handler'),
  };
}

async function browserReady(api: Api, login: string, password: string): Promise<void> {
  const browser = browserAt(api);
  await browser.signIn(login, password);
  await browser.changePassword(password, GOOD_PASSWORD);
}

/** Comes back from the provider with what this browser was sent there with. */
function signOnOf(api: Api): Caller['send'] {
  return async (method, path, body, headers = {}) => {
    const browser = browserAt(api);
    const begun = await browser.get(`${SESSION}/oidc`);
    const there = new URL(begun.headers.location!).searchParams;
    const back = new URLSearchParams({ state: there.get('state')!, code: there.get('nonce')! }).toString();
    return sentBy(api, browser, method, path.replace(STATE, back), body, headers);
  };
}

/** The way back as it is asked for by somebody who was not sent there. */
export const sessionAddress = (path: string): string => (path === CALLBACK ? `${CALLBACK}?${STATE}` : path);
