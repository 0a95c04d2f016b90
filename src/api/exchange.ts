/**
 * One request and its answer, as the log and the metrics see them: an id, an operation, a status, a duration. Fields
 * are named one by one, so nothing a caller wrote can get into a log line.
 */
import { performance } from 'node:perf_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { uuidv7 } from 'uuidv7';
import type { Foundation } from './services.ts';

export interface Exchange {
  readonly requestId: string;
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  /** `none` until a route matched. */
  operationId: string;
  caseId: string | null;
}

const EXCHANGE = Symbol('exchange');
type WithExchange = ServerResponse & { [EXCHANGE]?: Exchange | undefined };

/** The exchange of this answer, begun at the first asking. */
export function exchangeOf(response: ServerResponse): Exchange {
  return ((response as WithExchange)[EXCHANGE] ??= {
    requestId: uuidv7(),
    startedAt: performance.now(),
    operationId: 'none',
    caseId: null,
  });
}

/** Headers of every answer. The API serves data: no page may be made of it, framed or guessed into another type. */
const BASE_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
} as const;

/** Sends the answer, counts it, and writes its line in the log. `content` null: no body at all. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: {
    readonly status: number;
    readonly contentType: string;
    readonly content: string | Uint8Array | null;
    readonly headers?: Readonly<Record<string, string>>;
    /** The problem that is being sent, for the log. */
    readonly code?: string;
  },
  services: Foundation,
): void {
  const exchange = exchangeOf(response);
  const { status, content } = answer;
  if (!response.headersSent && !response.destroyed) {
    const headers: Record<string, string | number> = { ...BASE_HEADERS, 'X-Request-Id': exchange.requestId };
    if (content !== null) {
      headers['Content-Type'] = answer.contentType;
      headers['Content-Length'] =
        typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
    }
    response.writeHead(status, Object.assign(headers, answer.headers));
    response.end(content ?? undefined);
  } else if (!response.writableEnded) response.destroy(); // half an answer must not look like a whole one

  const ms = performance.now() - exchange.startedAt;
  services.metrics.countRequest(exchange.operationId, status, ms);
  if (services.log.isLevelEnabled('info')) {
    services.log.info(
      {
        requestId: exchange.requestId,
        operationId: exchange.operationId,
        status,
        ms: Math.round(ms * 100) / 100,
        ...(exchange.caseId !== null && { caseId: exchange.caseId }),
        ...(answer.code !== undefined && { code: answer.code }),
      },
      'request',
    );
  }
}
