/**
 * Every way this API can say no (RFC 9457). One table: the HTTP layer, the OpenAPI document, the CLI's exit codes
 * and docs/problems.md are read from it. A bug is not a problem: a wrong assumption throws `Error`.
 */
import type { Words } from '../domain/vocabulary.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: Words;
}

export const PROBLEMS = {
  'malformed-json': { status: 400, title: { zh: '请求正文不是合法的 JSON', en: 'The body is not JSON' } },
  'bad-parameter': {
    status: 400,
    title: { zh: '请求参数不合规定', en: 'A parameter of the request is wrong' },
  },
  unauthenticated: { status: 401, title: { zh: '需要有效的凭据', en: 'A valid credential is needed' } },
  'not-permitted': { status: 403, title: { zh: '您无权办理此事项', en: 'You may not do this' } },
  'not-found': { status: 404, title: { zh: '没有这一项', en: 'There is nothing here for you' } },
  'not-integrated': {
    status: 404,
    title: { zh: '该条记录尚未并入日志树', en: 'The entry is not yet part of the log' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '此地址不接受该方法', en: 'This address does not accept this method' },
  },
  'request-timeout': {
    status: 408,
    title: { zh: '请求未在时限内送达', en: 'The request did not arrive in time' },
  },
  'event-not-allowed': {
    status: 409,
    title: { zh: '案件目前不接受该事项', en: 'The case does not accept this event now' },
  },
  'request-in-progress': {
    status: 409,
    title: { zh: '同一幂等键的请求仍在办理', en: 'A request with the same idempotency key is still running' },
  },
  'sandbox-only': { status: 409, title: { zh: '仅沙盒可用', en: 'This works in a sandbox only' } },
  'case-changed': {
    status: 412,
    title: { zh: '案件在您读取之后已有变动', en: 'The case has changed since you read it' },
  },
  'too-large': { status: 413, title: { zh: '请求正文过大', en: 'The body is too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持的正文类型', en: 'The media type of the body is not supported' },
  },
  'validation-failed': {
    status: 422,
    title: { zh: '请求内容不合规定', en: 'The content of the request is not valid' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { zh: '幂等键已用于另一请求', en: 'The idempotency key was used for another request' },
  },
  'clock-not-forward': {
    status: 422,
    title: { zh: '沙盒时钟只能向前', en: 'The sandbox clock moves forward only' },
  },
  'if-match-missing': {
    status: 428,
    title: { zh: '须注明所读案件的版本', en: 'Say which version of the case you read' },
  },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  'headers-too-large': { status: 431, title: { zh: '请求头过大', en: 'The headers are too large' } },
  'internal-error': { status: 500, title: { zh: '系统内部错误', en: 'The fault is ours' } },
  'database-away': { status: 503, title: { zh: '数据库暂不可用', en: 'The database is away' } },
  'not-ready': { status: 503, title: { zh: '服务尚未就绪', en: 'The service is not ready' } },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof PROBLEMS;

/** What to change in the request: a JSON Pointer into the body (or `/query/…`, `/path/…`, `/headers/…`), and why. */
export interface ContentError {
  readonly pointer: string;
  readonly message: Words;
}

/** Further members of the problem document. Four names have a meaning of their own; the rest travel as they are. */
export interface ProblemExtensions {
  readonly errors?: readonly ContentError[];
  /** Seconds; becomes `Retry-After` as well. */
  readonly retryAfter?: number;
  /** Methods of this address; becomes the header `Allow` and nothing else. */
  readonly allow?: readonly string[];
  /** Becomes the header `WWW-Authenticate` and nothing else. */
  readonly challenge?: string;
  readonly [member: string]: unknown;
}

/** Seconds to wait before asking again, where the problem passes by itself and the thrower names no other figure. */
export const RETRY_AFTER: Partial<Record<ProblemName, number>> = {
  'not-integrated': 1,
  'request-in-progress': 1,
  'too-many-requests': 1,
  'database-away': 2,
  'not-ready': 2,
};

/**
 * A refusal on its way to the caller. `detail` speaks of this occurrence, in both languages or in English alone; it
 * never holds personal data, an offending value, or a hint that a hidden case exists.
 */
export class Problem extends Error {
  readonly problem: ProblemName;
  readonly detail: Words;
  readonly extensions: ProblemExtensions;

  constructor(
    problem: ProblemName,
    detail?: Words | string,
    extensions: ProblemExtensions = {},
    cause?: unknown,
  ) {
    super(problem, { cause });
    this.name = 'Problem';
    this.problem = problem;
    this.detail =
      typeof detail === 'string' ? { zh: detail, en: detail } : (detail ?? PROBLEMS[problem].title);
    this.extensions = extensions;
  }

  get status(): number {
    return PROBLEMS[this.problem].status;
  }
}

export type Locale = 'zh' | 'en';

/** Members every problem document has; extensions stand beside them. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemName;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly [member: string]: unknown;
}

/** The problem as it travels: words in the reader's language, type as an address that can be opened. */
export function problemDocument(
  problem: Problem,
  where: { readonly publicUrl: string; readonly requestId: string; readonly locale: Locale },
): ProblemDocument {
  const {
    errors,
    allow: _allow,
    challenge: _challenge,
    retryAfter: _retryAfter,
    ...rest
  } = problem.extensions;
  const kind = PROBLEMS[problem.problem];
  return {
    ...rest,
    type: `${where.publicUrl}/problems/${problem.problem}`,
    title: kind.title[where.locale],
    status: kind.status,
    detail: problem.detail[where.locale],
    instance: `urn:uuid:${where.requestId}`,
    code: problem.problem,
    ...(errors && {
      errors: errors.map(({ pointer, message }) => ({ pointer, message: message[where.locale] })),
    }),
  };
}
