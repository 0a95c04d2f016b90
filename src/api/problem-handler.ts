/**
 * The only writer of error replies. A `Problem` travels as it is; a foreign error is a problem if the services know
 * it, and otherwise a bug: `internal-error` outside, one line with its cause in the log.
 */
import type { NextFunction, Request, Response } from 'express';
import { Problem, problemDocument, RETRY_AFTER } from '../contract/problems.ts';
import { exchangeOf, send } from './exchange.ts';
import { CONTENT_LANGUAGE, localeOf } from './locale.ts';
import type { Foundation } from './services.ts';

/**
 * What of an error may be logged. PostgreSQL puts values into its messages; then its code, table and constraint must
 * do. Frames are ours and say nothing of the data.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const isFromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return {
    kind: error.name,
    ...(typeof code === 'string' && { code }),
    ...(isFromDatabase ? { table, constraint } : { message: error.message }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorFields(error.cause) }),
  };
}

/** Express turns an address it cannot decode into an error with `status` 400; that is the caller's fault, not ours. */
const isBadAddress = (error: unknown): boolean =>
  error instanceof URIError || (error as { status?: unknown } | null)?.status === 400;

function problemOf(error: unknown, services: Foundation): Problem {
  if (error instanceof Problem) return error;
  const known = services.problemFor?.(error);
  if (known) return known;
  if (isBadAddress(error)) {
    return new Problem('bad-parameter', {
      zh: '地址中的编码不合规定',
      en: 'The address is not encoded correctly',
    });
  }
  return new Problem('internal-error', undefined, {}, error);
}

function headersOf({ problem, extensions }: Problem): Record<string, string> {
  const retryAfter = extensions.retryAfter ?? RETRY_AFTER[problem];
  const { rateLimit, sizeOfWhole } = extensions;
  return {
    Vary: 'Accept-Language',
    ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
    ...(rateLimit && {
      'RateLimit-Policy': `"${rateLimit.policy}";q=${rateLimit.most};w=${rateLimit.window}`,
      RateLimit: `"${rateLimit.policy}";r=0;t=${rateLimit.reset}`,
    }),
    ...(sizeOfWhole !== undefined && { 'Content-Range': `bytes */${sizeOfWhole}` }),
    ...(extensions.allow && { Allow: extensions.allow.join(', ') }),
    ...(extensions.challenge !== undefined && { 'WWW-Authenticate': extensions.challenge }),
  };
}

/** Writes the answer to any error of one request. */
export function sendProblem(
  error: unknown,
  request: Request,
  response: Response,
  services: Foundation,
): void {
  const problem = problemOf(error, services);
  const { requestId, operationId } = exchangeOf(response);
  // Who asks whether the service is ready is told; it is no trouble worth a line.
  if (problem.status >= 500 && problem.problem !== 'not-ready') {
    const fields = { requestId, operationId, code: problem.problem };
    if (problem.problem === 'internal-error') {
      services.log.error({ ...fields, error: errorFields(problem.cause ?? problem) }, 'a bug');
    } else
      services.log.warn({ ...fields, error: errorFields(problem.cause ?? problem) }, 'not able to serve');
  }
  const locale = localeOf(request.headers['accept-language']);
  const document = problemDocument(problem, { publicUrl: services.publicUrl, requestId, locale });
  send(
    request,
    response,
    {
      status: problem.status,
      contentType: 'application/problem+json; charset=utf-8',
      content: JSON.stringify(document),
      headers: { ...headersOf(problem), 'Content-Language': CONTENT_LANGUAGE[locale] },
      code: problem.problem,
    },
    services,
  );
}

/** Express knows an error handler by its four parameters. */
export function problemHandler(services: Foundation) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    sendProblem(error, request, response, services);
  };
}
