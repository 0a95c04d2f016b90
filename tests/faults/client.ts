/**
 * A client that keeps books: what it sent, what was answered, and what it was left in doubt about. It never repeats a
 * request by itself.
 */
import { randomUUID } from 'node:crypto';

export interface Sent {
  readonly caseId: string;
  /** The version it was made against; 0 for an opening. */
  readonly against: number;
  /** The idempotency key; also the `reference` that the journal gives back. */
  readonly key: string;
  readonly sentAt: number;
}

export interface Answer extends Sent {
  /** Null: no answer came. */
  readonly status: number | null;
  /** Of the case as answered. */
  readonly version: number | null;
  readonly answeredCase: string | null;
  readonly answeredAt: number;
  readonly headers: Headers | null;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number | null;
  readonly headers: Headers | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- untyped replies
  readonly body: any;
  readonly ms: number;
}

/** Longer than any request may take. */
const GIVE_UP_MS = 30_000;

/** One request; a line that breaks is an answer of its own. */
export async function call(
  url: string,
  secret: string,
  { method = 'GET', path, body, headers = {} }: Call,
): Promise<Reply> {
  const began = performance.now();
  try {
    const reply = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${secret}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    const text = await reply.text();
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: reply.status, headers: reply.headers, body: parsed, ms: performance.now() - began };
  } catch {
    return { status: null, headers: null, body: null, ms: performance.now() - began };
  }
}
interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const CASES = '/api/v1/cases';

export class Client {
  readonly answers: Answer[] = [];
  readonly secret: string;
  constructor(secret: string) {
    this.secret = secret;
  }

  get(url: string, path: string): Promise<Reply> {
    return call(url, this.secret, { path });
  }

  /** Notes something on a case at a version. */
  async note(url: string, caseId: string, against: number, key: string = randomUUID()): Promise<Answer> {
    const sent: Sent = { caseId, against, key, sentAt: performance.now() };
    return this.#keep(sent, await this.repeat(url, sent));
  }

  /** Opens a complaint. */
  async open(url: string, key: string = randomUUID()): Promise<Answer> {
    const sent: Sent = { caseId: '', against: 0, key, sentAt: performance.now() };
    return this.#keep(sent, await this.repeat(url, sent));
  }

  /** Sends exactly the same request, and keeps no books about it. */
  repeat(url: string, { caseId, against, key }: Sent): Promise<Reply> {
    const headers = { 'Idempotency-Key': key };
    return against === 0
      ? call(url, this.secret, {
          method: 'POST',
          path: CASES,
          body: { procedure: 'complaint', data: { channel: 'letter', reference: key } },
          headers,
        })
      : call(url, this.secret, {
          method: 'POST',
          path: `${CASES}/${caseId}/events`,
          body: { type: 'NOTE', data: { text: 'Seen.', reference: key } },
          headers: { ...headers, 'If-Match': `"${against}"` },
        });
  }

  #keep(sent: Sent, { status, headers, body }: Reply): Answer {
    const isDone = status === 200 || status === 201;
    const answer: Answer = {
      ...sent,
      status,
      version: isDone ? (body as { version: number }).version : null,
      answeredCase: isDone ? (body as { id: string }).id : null,
      answeredAt: performance.now(),
      headers,
      body,
    };
    this.answers.push(answer);
    return answer;
  }
}
