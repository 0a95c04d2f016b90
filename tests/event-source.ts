/** Somebody who follows the stream of live updates as a browser does: keeps the last id, hears events, may be cut off. */
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Caller, Headers } from './caller.ts';
import type { Api } from './harness.ts';

export interface Heard {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

export interface Follower {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly heard: readonly Heard[];
  /** The id to come back with. */
  readonly lastId: () => string;
  /** The first event that fits, heard already or to come; fails when none does in time. */
  readonly hears: (fits: (heard: Heard) => boolean) => Promise<Heard>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  /** Breaks the line off. */
  readonly cut: () => void;
}

const PATIENCE_MS = 8_000;

/** Follows from `from.after` or `from.lastId` on, or from now. */
export async function follow(
  api: Api,
  caller: Pick<Caller, 'secret'>,
  from: { readonly after?: string; readonly lastId?: string; readonly headers?: Headers } = {},
): Promise<Follower> {
  const headers = {
    Accept: 'text/event-stream',
    ...(caller.secret !== undefined && { Authorization: `Bearer ${caller.secret}` }),
    ...(from.lastId !== undefined && { 'Last-Event-ID': from.lastId }),
    ...from.headers,
  };
  const path = `/api/v1/stream${from.after === undefined ? '' : `?after=${from.after}`}`;
  let sent!: ClientRequest;
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    sent = request({ port: api.port, host: '127.0.0.1', path, headers }, resolve);
    sent.once('error', reject).end();
  });
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let lastId = from.lastId ?? '';
  let text = '';
  reply.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      lastId = field('id') ?? lastId;
      const [event, data] = [field('event'), field('data')];
      if (event !== undefined && data !== undefined)
        heard.push({ event, id: lastId, data: JSON.parse(data) as Heard['data'] });
    }
    for (const look of waiting) look();
  });
  reply.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    reply.once('close', resolve);
  });
  return {
    status: reply.statusCode!,
    headers: reply.headers,
    heard,
    lastId: () => lastId,
    ended,
    cut: () => sent.destroy(),
    hears: (fits) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`heard only ${JSON.stringify(heard)}`));
        }, PATIENCE_MS);
        const look = () => {
          const found = heard.find(fits);
          if (!found) return;
          waiting.delete(look);
          clearTimeout(late);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
