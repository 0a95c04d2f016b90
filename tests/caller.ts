/** Somebody who calls the API with a key: what they ask, open and do, as short sentences for tests. */
import type request from 'supertest';
import type { Response } from 'supertest';
import type { CaseView } from '../src/contract/cases.ts';
import type { PersonId } from '../src/domain/vocabulary.ts';

export type Headers = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;
/** A case as somebody read it: who acts on it names that version. */
export type Seen = Pick<CaseView, 'id' | 'version'>;

export interface Caller {
  readonly person: PersonId;
  readonly secret: string | undefined;
  readonly get: (path: string, headers?: Headers) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Headers) => Promise<Response>;
  readonly put: (path: string, body: unknown, headers?: Headers) => Promise<Response>;
  /** Any method, and a body as it stands. */
  readonly send: (method: string, path: string, body?: string, headers?: Headers) => Promise<Response>;
  /** Asks to open a case; the reply may be a refusal. */
  readonly triesToOpen: (procedure: string, data?: Data, headers?: Headers) => Promise<Response>;
  /** Opens a case and answers it; anything but 201 fails the test. */
  readonly opens: (procedure: string, data?: Data, headers?: Headers) => Promise<CaseView>;
  /** Asks for an event on a case as it was seen; the reply may be a refusal. */
  readonly tries: (on: Seen, type: string, data?: Data, headers?: Headers) => Promise<Response>;
  /** Acts on a case and answers it; anything but 200 fails the test. */
  readonly does: (on: Seen, type: string, data?: Data, headers?: Headers) => Promise<CaseView>;
  /** Reads a case; anything but 200 fails the test. */
  readonly reads: (on: Pick<CaseView, 'id'> | string) => Promise<CaseView>;
}

const ROOT = '/api/v1';

export function callerWith(
  agent: ReturnType<typeof request>,
  secret: string | undefined,
  person: PersonId,
): Caller {
  const send = async (method: string, path: string, body?: string, headers: Headers = {}) => {
    const sent = agent[method as 'get'](path).set({
      ...(secret !== undefined && { Authorization: `Bearer ${secret}` }),
      ...headers,
    });
    return body === undefined
      ? await sent
      : await sent.serialize((text: unknown) => text as string).send(body);
  };
  const sendJson =
    (method: string) =>
    (path: string, body: unknown, headers: Headers = {}) =>
      send(method, path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
  const post = sendJson('post');
  const caller: Caller = {
    person,
    secret,
    send,
    get: (path, headers) => send('get', path, undefined, headers),
    post,
    put: sendJson('put'),
    triesToOpen: (procedure, data = {}, headers) => post(`${ROOT}/cases`, { procedure, data }, headers),
    opens: async (procedure, data, headers) =>
      expected(201, `open ${procedure}`, await caller.triesToOpen(procedure, data, headers)),
    tries: ({ id, version }, type, data = {}, headers = {}) =>
      post(`${ROOT}/cases/${id}/events`, { type, data }, { 'If-Match': `"${version}"`, ...headers }),
    does: async (on, type, data, headers) => expected(200, type, await caller.tries(on, type, data, headers)),
    reads: async (on) => {
      const id = typeof on === 'string' ? on : on.id;
      return expected(200, `read ${id}`, await caller.get(`${ROOT}/cases/${id}`));
    },
  };
  return caller;
}

function expected(status: number, what: string, reply: Response): CaseView {
  if (reply.status === status) return reply.body as CaseView;
  throw new Error(`${what}: ${reply.status} ${JSON.stringify(reply.body)}`);
}
