/**
 * The one door to the server: typed by the API document, with the language of the reader and, for changes, the token
 * that only our pages can read. A refusal comes out of `unwrap` as a `ProblemError`.
 */
import createClient from 'openapi-fetch';
import { currentLocale } from '../words/locale.ts';
import { NO_ANSWER, ProblemError, type ProblemDocument } from './problem.ts';
import type { paths } from './schema.d.ts';

/** Milliseconds after which a request counts as unanswered. */
const PATIENCE_MS = 30_000;

let csrfToken: string | null = null;
const endings = new Set<() => void>();

/** Keeps the token of the session that was just read; null when it ended. */
export function keepToken(token: string | null): void {
  csrfToken = token;
}

/** The headers of a change that goes past `api`, as an upload with progress does. */
export const changeHeaders = (): Record<string, string> => ({
  'Accept-Language': currentLocale(),
  ...(csrfToken !== null && { 'X-CSRF-Token': csrfToken }),
});

/** Tells when a request was refused because nobody is signed in any more. Gives what ends the telling. */
export function onSessionEnd(listener: () => void): () => void {
  endings.add(listener);
  return () => endings.delete(listener);
}

/** Tells that the session ended, where the server said so in another way than by a refusal. */
export function tellSessionEnd(): void {
  for (const listener of endings) listener();
}

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

api.use({
  onRequest: ({ request }) => {
    const headers = new Headers(request.headers);
    headers.set('Accept-Language', currentLocale());
    if (request.method !== 'GET' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);
    return new Request(request, { headers, signal: patient(request.signal) });
  },
  onResponse: ({ response, schemaPath }) => {
    if (response.status === 401 && schemaPath !== '/api/v1/session') tellSessionEnd();
    return undefined;
  },
});

/** Ends a question that nobody waits for any more, and one that hangs. */
function patient(own: AbortSignal): AbortSignal {
  const both = new AbortController();
  const late = setTimeout(() => {
    both.abort(new DOMException('no answer in time', 'TimeoutError'));
  }, PATIENCE_MS);
  own.addEventListener('abort', () => {
    clearTimeout(late);
    both.abort(own.reason);
  });
  return both.signal;
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered. Throws a `ProblemError` for a refusal, and for no answer at all. */
export async function unwrap<T>(asked: Promise<Answer<T>>): Promise<T> {
  return (await unwrapWhole(asked)).data;
}

/** What was answered, with its headers: for those who need the `ETag`. */
export async function unwrapWhole<T>(asked: Promise<Answer<T>>): Promise<{ data: T; response: Response }> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ code: NO_ANSWER, title: NO_ANSWER, status: 0 });
  }
  const { data, error, response } = answer;
  if (response.ok) return { data: data as T, response };
  throw problemOf(error, response);
}

/** The problem in an answer; a proxy in between may answer with something else. */
export function problemOf(body: unknown, response: Pick<Response, 'status' | 'headers'>): ProblemError {
  const requestId = response.headers.get('X-Request-Id');
  if (typeof body === 'object' && body !== null && 'code' in body)
    return new ProblemError(body as ProblemDocument, requestId);
  return new ProblemError({ code: NO_ANSWER, title: NO_ANSWER, status: response.status }, requestId);
}

/** A key for `Idempotency-Key`: one for each thing a person means to do, kept while it is tried again. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
