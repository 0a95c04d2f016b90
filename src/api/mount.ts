/**
 * Serves a list of routes. Order of refusals: 401, then parameters (400), role (403), then the body (415, 413, 400,
 * 422); what the handler refuses (404, 428, 412 …) outranks the body's 422 where the route says so.
 */
import type { Readable } from 'node:stream';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { contentErrors } from '../contract/content-errors.ts';
import { Problem } from '../contract/problems.ts';
import { mayTry, PERMISSIONS } from '../domain/permission.ts';
import { admitted } from './admit.ts';
import { authenticate, authenticateFeed } from './authenticate.ts';
import { hasBody, readBody } from './body.ts';
import { isKnownTag } from './etag.ts';
import { exchangeOf, send } from './exchange.ts';
import { fileBody, throwAway } from './file-body.ts';
import { readForm } from './form.ts';
import { pageForm } from './page-form.ts';
import { localeOf } from './locale.ts';
import { problemsOf } from './route-problems.ts';
import { readQuery } from './query.ts';
import type { Reply, RequestHead, Route } from './route.ts';
import type { Foundation, Principal } from './services.ts';

export interface MountOptions {
  /** Parses every reply by its schema and refuses unlisted problems: for tests; the hot path goes without. */
  readonly checkReplies?: boolean;
  /** Requests answered at once; the figure of `limits.ts` when absent. */
  readonly mostInFlight?: number;
}

/** Only what can be an id is logged as one: a caller may write anything into an address. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const JSON_CONTENT = 'application/json; charset=utf-8';

function parsePart(schema: z.ZodType | undefined, given: unknown, part: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Problem('bad-parameter', undefined, { errors: contentErrors(parsed.error, `/${part}`) });
}

/** Only the headers a route names: schemas are strict, and callers send many others. */
function headerPicker(schema: z.ZodType | undefined): (request: Request) => Record<string, unknown> {
  const names = schema && 'shape' in schema ? Object.keys(schema.shape as object) : [];
  return (request) =>
    Object.fromEntries(
      names.flatMap((name) => (name in request.headers ? [[name, request.headers[name]]] : [])),
    );
}

/** The body as the route takes it. */
function bodyOf<S>({ isForm = false }: Route<S>, request: Request): unknown {
  if (isForm === 'page') return pageForm(request);
  if (isForm === 'file') return fileBody(request);
  return isForm ? readForm(request) : readBody(request);
}

async function readValidBody<S extends Foundation>(
  route: Route<S>,
  request: Request,
  head: RequestHead<unknown, unknown, unknown, Principal | null>,
  services: S,
): Promise<unknown> {
  if (!route.body) {
    if (!hasBody(request)) return undefined;
    const message = { zh: '此操作不带正文', en: 'This operation takes no body' };
    throw new Problem('validation-failed', message, { errors: [{ pointer: '', message }] });
  }
  let refusal: Problem;
  try {
    const parsed = route.body.safeParse(await bodyOf(route, request));
    if (parsed.success) return parsed.data;
    refusal = new Problem('validation-failed', undefined, { errors: contentErrors(parsed.error) });
  } catch (error) {
    if (!(error instanceof Problem && error.problem === 'validation-failed')) throw error;
    refusal = error;
  }
  await route.beforeInvalidBody?.(head, services);
  throw refusal;
}

function sendReply<S extends Foundation>(
  route: Route<S>,
  request: Request,
  response: Response,
  reply: Reply<unknown>,
  services: S,
): void {
  const { success } = route;
  const status = reply.status ?? success.status;
  const etag = reply.headers?.ETag;
  if (status === 200 && route.method === 'get' && etag !== undefined) {
    if (isKnownTag(request.headers['if-none-match'], etag)) {
      send(
        request,
        response,
        { status: 304, contentType: '', content: null, headers: { ETag: etag } },
        services,
      );
      return;
    }
  }
  const isJson = success.contentType === undefined;
  const hasNone = status === 204 || status === 302 || status === 303;
  const content = hasNone
    ? null
    : isJson
      ? JSON.stringify(reply.body)
      : (reply.body as string | Uint8Array | Readable);
  send(
    request,
    response,
    {
      status,
      contentType: success.contentType ?? JSON_CONTENT,
      content,
      ...(reply.headers && { headers: reply.headers }),
      ...(reply.cookies && { cookies: reply.cookies }),
    },
    services,
  );
}

function checkReply<S>(route: Route<S>, reply: Reply<unknown>): void {
  const parsed = route.success.schema?.safeParse(reply.body);
  if (!parsed || parsed.success) return;
  const where = contentErrors(parsed.error).map(({ pointer, message }) => `${pointer}: ${message.en}`);
  throw new Error(`${route.operationId} answered outside its schema: ${where.join('; ')}`);
}

function checkProblem<S>(route: Route<S>, error: unknown): unknown {
  if (!(error instanceof Problem) || problemsOf(route).includes(error.problem)) return error;
  return new Error(`${route.operationId} does not list the problem ${error.problem}`, { cause: error });
}

const OWED = { password: 'password-change-needed', second_factor: 'second-factor-needed' } as const;

/** Refused by role alone, before anything of the matter was looked at. */
class DoorClosed extends Problem {}

/** Refusals of a right are put on record here, but for those on a case, which the step itself puts there. */
const isForTheJournal = <S>({ path }: Route<S>, error: unknown): boolean =>
  error instanceof DoorClosed ||
  (error instanceof Problem && error.problem === 'not-permitted' && !path.includes('{caseId}'));

/** The Express handler of one route; what can be known beforehand is worked out here, once. */
function serve<S extends Foundation>(route: Route<S>, services: S, { checkReplies = false }: MountOptions) {
  const { permission, isBackground = false } = route;
  const pickHeaders = headerPicker(route.headers);
  const signIn = (request: Request) =>
    route.accepts === 'calendar_feed'
      ? authenticateFeed(request, services)
      : authenticate(request, services, { isBackground });
  const roleDecides = permission !== 'public' && PERMISSIONS[permission].decidedBy === 'role';

  return async (request: Request, response: Response): Promise<void> => {
    const exchange = exchangeOf(response);
    exchange.operationId = route.operationId;
    let principal: Principal | null = null;
    try {
      const { authorization, cookie } = request.headers;
      if (permission !== 'public')
        principal = await admitted(
          () => signIn(request),
          authorization !== undefined || cookie !== undefined,
          services.limits,
        );
      const query = readQuery(request.url, route.query !== undefined);
      const params = parsePart(route.params, request.params, 'path');
      const caseId = (params as { caseId?: unknown } | undefined)?.caseId;
      if (typeof caseId === 'string' && UUID.test(caseId)) exchange.caseId = caseId;
      const head = {
        params,
        query: parsePart(route.query, query, 'query'),
        headers: parsePart(route.headers, route.headers && pickHeaders(request), 'headers'),
        principal,
        sent: { headers: request.headers, source: request.socket.remoteAddress ?? '' },
        requestId: exchange.requestId,
        locale: localeOf(request.headers['accept-language']),
      };
      if (principal?.owes && permission !== 'session.use') throw new Problem(OWED[principal.owes]);
      if (roleDecides && !mayTry(principal?.roles ?? [], permission)) throw new DoorClosed('not-permitted');
      const body = await readValidBody(route, request, head, services);
      const reply = await route.handle({ ...head, body }, services);
      if (checkReplies) checkReply(route, reply);
      sendReply(route, request, response, reply, services);
    } catch (error) {
      if (principal && isForTheJournal(route, error))
        await services.recordRefusal?.(principal, route.operationId);
      if (route.isForm === 'file') throwAway(request);
      throw checkReplies ? checkProblem(route, error) : error;
    }
  };
}

/** Literal steps before parameters, so that `/journal/keys` is not taken for a `/journal/{id}`. */
const rank = (path: string): string => path.replaceAll(/\{\w+\}/g, '\uffff');

/** Adds the routes, and for each known address the answer to OPTIONS and to methods it does not have (405). */
export function mount<S extends Foundation>(
  app: Express,
  routes: readonly Route<S>[],
  services: S,
  options: MountOptions = {},
): void {
  const paths = [...new Set(routes.map(({ path }) => path))].sort((one, other) =>
    rank(one) < rank(other) ? -1 : 1,
  );
  for (const path of paths) {
    const here = routes.filter((route) => route.path === path);
    const address = app.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const route of here) address[route.method](serve(route, services, options));

    const methods = here.map(({ method }) => method.toUpperCase());
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    address.options((request, response) => {
      const headers = { Allow: allow.join(', ') };
      send(request, response, { status: 204, contentType: '', content: null, headers }, services);
    });
    address.all(() => {
      throw new Problem('method-not-allowed', undefined, { allow });
    });
  }
}
