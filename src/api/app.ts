/**
 * Puts the Express application together and sets the limits of the server under it. Express routes and forwards errors;
 * parsing, checks and answers are ours (`mount.ts`), so no middleware stands in the hot path.
 */
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type Express } from 'express';
import { uuidv7 } from 'uuidv7';
import { Problem, problemDocument, type ProblemName } from '../contract/problems.ts';
import type { About } from './describe.ts';
import { gate } from './gate.ts';
import { createConsole } from './console.ts';
import { answerHeaders } from './headers.ts';
import { mount, type MountOptions } from './mount.ts';
import { keepPace } from './pace.ts';
import { problemHandler } from './problem-handler.ts';
import type { Route } from './route.ts';
import { documentRoutes } from './routes/documents.ts';
import { healthRoutes } from './routes/health.ts';
import type { Foundation } from './services.ts';

/** These routes, and those every server has: health, figures, documents. What is served is what is described. */
export function withFoundation<S extends Foundation>(
  routes: readonly Route<S>[],
  about: About,
): readonly Route<S>[] {
  const served: readonly Route<S>[] = [...healthRoutes, ...routes];
  return [...served, ...documentRoutes(served, about)];
}

export interface AppOptions extends MountOptions {
  /** The folder the console was built into; without it, the API alone. */
  readonly consoleFolder?: string;
}

/** The whole API, `routes` as `withFoundation` gives them, and the console beside it. */
export function createApp<S extends Foundation>(
  routes: readonly Route<S>[],
  services: S,
  options: AppOptions = {},
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(gate(options.mostInFlight));
  mount(app, routes, services, options);
  const console = options.consoleFolder === undefined ? null : createConsole(options.consoleFolder, services);
  if (console) app.use(console);
  app.use(() => {
    throw new Problem('not-found');
  });
  app.use(problemHandler(services));
  return app;
}

/** Milliseconds and bytes. Give them to `http.createServer`: the interval of checking cannot be set afterwards. */
export const SERVER_OPTIONS: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 14_400_000, // `pace.ts` cuts what is slow; this is for what nobody thought of
  keepAliveTimeout: 65_000, // longer than a reverse proxy keeps its idle connections, which are then never cut mid-request
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
  requireHostHeader: false, // the gate asks for it, and answers as everything here answers
};

const CLIENT_ERRORS: Record<string, ProblemName> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
};

/**
 * Answers what Node's parser refuses before any route sees it (headers too large, too slow, not HTTP) as problems too.
 * The server must have been made with `SERVER_OPTIONS`.
 */
export function configureServer(
  server: Server,
  { publicUrl }: Pick<Foundation, 'publicUrl'>,
  bodyMs?: number,
): void {
  keepPace(server, bodyMs);
  server.maxHeadersCount = 100;
  // An expectation nobody knows is passed over (RFC 9110 10.1.1); Node's own 417 would not be a problem document.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    server.emit('request', request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = new Problem(CLIENT_ERRORS[error.code ?? ''] ?? 'bad-parameter');
    const requestId = uuidv7();
    const document = problemDocument(problem, { publicUrl, requestId, locale: 'en' });
    const headers = {
      ...answerHeaders(publicUrl),
      'X-Request-Id': requestId,
      Date: new Date().toUTCString(),
    };
    const body = JSON.stringify(document);
    socket.end(
      [
        `HTTP/1.1 ${problem.status} ${problem.problem}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
