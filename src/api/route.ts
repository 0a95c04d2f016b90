/**
 * A route is a plain value: address, permission, shapes, problems, handler. `mount` serves a list of them, `describe`
 * writes the OpenAPI document from the same list. Nothing is registered by being imported.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { Locale, ProblemName } from '../contract/problems.ts';
import type { PermissionName } from '../domain/permission.ts';
import type { Words } from '../domain/vocabulary.ts';
import type { Foundation, Principal } from './services.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The request as it came, for what belongs to no schema: cookies, credentials of its own, the line it came by. */
export interface Sent {
  readonly headers: IncomingHttpHeaders;
  /** Address of whoever is at the other end of the line; never logged. */
  readonly source: string;
}

/** What a handler is given: parsed by the route's schemas, and who asks (null on a public route). */
export interface RouteRequest<Params, Query, Headers, Body, Who> {
  readonly params: Params;
  readonly query: Query;
  readonly headers: Headers;
  readonly body: Body;
  readonly principal: Who;
  readonly sent: Sent;
  readonly requestId: string;
  readonly locale: Locale;
}

/** The same request before its body was judged: all that a refusal of higher rank may look at. */
export type RequestHead<Params, Query, Headers, Who> = Omit<
  RouteRequest<Params, Query, Headers, undefined, Who>,
  'body'
>;

export interface Reply<Body> {
  readonly body: Body;
  /** Instead of the route's own, for the few that answer in two ways (200 and 201, 503 of readiness). */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie`, as `cookies.ts` writes them. */
  readonly cookies?: readonly string[];
}

export interface Success<Body> {
  readonly status: 200 | 201 | 202 | 204 | 302 | 303;
  /** The JSON body; for another `contentType` a schema of the text. Absent with 204. */
  readonly schema?: z.ZodType<Body>;
  /** `application/json` when absent; anything else travels as the string or bytes the handler returns. */
  readonly contentType?: string;
  readonly description: string;
  /** Response headers and one line about each. `ETag` on a GET makes `If-None-Match` work. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** undefined where the route declares no schema of that part; then the part must be empty. */
type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface RouteBase {
  readonly operationId: string;
  readonly method: Method;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly summary: Words;
  /** Longer than the summary; Markdown, English. */
  readonly description?: string;
  /** The heading in the API document; the first word of the path after the version when absent. */
  readonly tag?: string;
  /** What signs in here besides a key: a calendar's own secret, by HTTP Basic, which opens nothing else. */
  readonly accepts?: 'calendar_feed';
  /** A page asks by itself, without anybody at it: a session is not kept in use by that. */
  readonly isBackground?: boolean;
  /**
   * The body is a form and not JSON; its schema takes whatever fields there are. `page`: of a page of ours, whose handler
   * reads it by itself (`page-form.ts`), because it answers also what is wrong with the body in words on a page. `file`: one
   * file, which the handler opens when it knows that it may come (`file-body.ts`).
   */
  readonly isForm?: boolean | 'page' | 'file';
  /** Every problem the handler may raise. What `mount` raises by itself (401, 400, 415 …) is added in the document. */
  readonly problems: readonly ProblemName[];
}

export interface RouteDefinition<
  Permission extends PermissionName | 'public',
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Headers extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  ReplyBody,
  S,
> extends RouteBase {
  readonly permission: Permission;
  readonly params?: Params;
  readonly query?: Query;
  /** Names in lower case; headers that are not named here are not looked at. */
  readonly headers?: Headers;
  readonly body?: Body;
  readonly success: Success<ReplyBody>;
  /**
   * Refusals that outrank a 422 (404, 428, 412): asked only when the body does not fit its schema, so that the good
   * path pays nothing. Throws, or lets the 422 go out.
   */
  readonly beforeInvalidBody?: (
    request: RequestHead<
      Parsed<Params>,
      Parsed<Query>,
      Parsed<Headers>,
      Permission extends 'public' ? null : Principal
    >,
    services: S,
  ) => Promise<void> | void;
  readonly handle: (
    request: RouteRequest<
      Parsed<Params>,
      Parsed<Query>,
      Parsed<Headers>,
      Parsed<Body>,
      Permission extends 'public' ? null : Principal
    >,
    services: S,
  ) => Promise<Reply<ReplyBody>> | Reply<ReplyBody>;
}

/** A route with its own shapes forgotten, as lists hold it. */
export interface Route<S = Foundation> extends RouteBase {
  readonly permission: PermissionName | 'public';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  readonly success: Success<unknown>;
  readonly beforeInvalidBody?: (
    request: RequestHead<unknown, unknown, unknown, Principal | null>,
    services: S,
  ) => Promise<void> | void;
  readonly handle: (
    request: RouteRequest<unknown, unknown, unknown, unknown, Principal | null>,
    services: S,
  ) => Promise<Reply<unknown>> | Reply<unknown>;
}

/** Gives the value its types and nothing else. `S` is read from the handler's second parameter. */
export function route<
  const Permission extends PermissionName | 'public',
  ReplyBody,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Headers extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  S = Foundation,
>(definition: RouteDefinition<Permission, Params, Query, Headers, Body, ReplyBody, S>): Route<S> {
  return definition as unknown as Route<S>;
}
