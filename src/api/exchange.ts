/**
 * One request and its answer, as the log and the metrics see them: an id, an operation, a status, a duration. Fields
 * are named one by one, so nothing a caller wrote can get into a log line.
 */
import { performance } from 'node:perf_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { leaveGate } from './gate.ts';
import { answerHeaders } from './headers.ts';
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

/** Milliseconds without a byte after which who reads a stream is taken for gone. */
const SILENCE_MS = 60_000;

/** Sends a stream; one that breaks breaks the line, so that half a file does not look like a whole one. */
function stream(
  { method }: IncomingMessage,
  response: ServerResponse,
  { content, isEndless }: { readonly content: Readable; readonly isEndless: boolean },
  { log }: Foundation,
): void {
  if (method === 'HEAD') {
    content.destroy();
    response.end();
    return;
  }
  const { requestId, operationId } = exchangeOf(response);
  response.setTimeout(SILENCE_MS, () => response.destroy());
  if (isEndless) leaveGate(response);
  pipeline(content, response, (error) => {
    // Whoever follows live updates breaks off whenever they like.
    if (error && !isEndless)
      log.warn({ requestId, operationId, code: error.name }, 'a stream was broken off');
  });
}

/** Sends the answer, counts it, and writes its line in the log. `content` null: no body at all. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: {
    readonly status: number;
    readonly contentType: string;
    readonly content: string | Uint8Array | Readable | null;
    readonly headers?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
    /** The problem that is being sent, for the log. */
    readonly code?: string;
  },
  services: Foundation,
): void {
  const exchange = exchangeOf(response);
  const { status, content } = answer;
  if (!response.headersSent && !response.destroyed) {
    const headers: Record<string, string | number | string[]> = {
      ...answerHeaders(services.publicUrl),
      'X-Request-Id': exchange.requestId,
    };
    if (content !== null) {
      headers['Content-Type'] = answer.contentType;
      // A stream names its length among the headers of the answer.
      if (!(content instanceof Readable))
        headers['Content-Length'] =
          typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
    }
    if (answer.cookies) headers['Set-Cookie'] = [...answer.cookies];
    response.writeHead(status, Object.assign(headers, answer.headers));
    if (content instanceof Readable) {
      const isEndless = answer.contentType === 'text/event-stream';
      stream(request, response, { content, isEndless }, services);
    } else response.end(content ?? undefined);
  } else {
    if (content instanceof Readable) content.destroy(); // nobody is left to read it
    if (!response.writableEnded) response.destroy(); // half an answer must not look like a whole one
  }

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
