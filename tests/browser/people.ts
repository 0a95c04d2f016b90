/**
 * People at work over the API, each in a session of their own: for what has to be there before somebody opens the console,
 * and for what others do while a page is open.
 */
import { inject } from 'vitest';

type Data = Readonly<Record<string, unknown>>;

export interface CaseNow {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
}

/** Somebody who is signed in without a browser. */
export interface Colleague {
  readonly ask: <T>(
    method: string,
    path: string,
    body?: Data,
    headers?: Record<string, string>,
  ) => Promise<T>;
  /** Opens a case; answers its id. */
  readonly open: (procedure: string, data: Data) => Promise<string>;
  /** Takes a step on a case as it stands now. */
  readonly take: (caseId: string, type: string, data?: Data) => Promise<CaseNow>;
}

/** Signs somebody of the demo in. */
export async function colleague(login: string): Promise<Colleague> {
  const { url, password } = inject('console');
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const ask = async <T>(
    method: string,
    path: string,
    body?: Data,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const sent = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        origin: url,
        'X-CSRF-Token': csrfToken,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said = await sent.text();
    if (!sent.ok) throw new Error(`${login} ${method} ${path}: ${sent.status} ${said}`);
    return (said === '' ? null : JSON.parse(said)) as T;
  };
  return {
    ask,
    open: async (procedure, data) => (await ask<CaseNow>('POST', '/cases', { procedure, data })).id,
    take: async (caseId, type, data = {}) => {
      const { version } = await ask<CaseNow>('GET', `/cases/${caseId}`);
      return ask('POST', `/cases/${caseId}/events`, { type, data }, { 'If-Match': `"${version}"` });
    },
  };
}

/** The cases of a case's family that run by one procedure. */
export async function familyOf(by: Colleague, caseId: string, procedure: string): Promise<string[]> {
  const { items } = await by.ask<{ items: { id: string; procedure: string }[] }>(
    'GET',
    `/cases/${caseId}/family`,
  );
  return items.filter((member) => member.procedure === procedure).map(({ id }) => id);
}
