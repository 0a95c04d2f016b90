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
  'second-factor-needed': {
    status: 403,
    title: { zh: '须先设置第二验证要素', en: 'A second factor has to be enrolled first' },
  },
  'password-change-needed': {
    status: 403,
    title: { zh: '须先更改一次性密码', en: 'The one-time password has to be changed first' },
  },
  'foreign-page': {
    status: 403,
    title: { zh: '该请求并非由本系统页面发出', en: 'This request did not come from a page of ours' },
  },
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
  'directory-conflict': {
    status: 409,
    title: { zh: '与名册中的现有内容冲突', en: 'Something in the directory stands against it' },
  },
  'nothing-sealed': {
    status: 409,
    title: { zh: '没有可开启或者可删除的封存内容', en: 'Nothing of that kind is sealed here any more' },
  },
  'request-closed': {
    status: 409,
    title: { zh: '该事项已经办结或者失效', en: 'This was settled already, or has lapsed' },
  },
  'erasure-blocked': { status: 409, title: { zh: '目前不得删除', en: 'It may not be erased now' } },
  'already-sent': { status: 409, title: { zh: '该表单已经提交过', en: 'This form was sent already' } },
  'texts-erased': {
    status: 409,
    title: { zh: '本案族的文字内容已删除', en: 'The texts of this family of cases were erased' },
  },
  'request-in-progress': {
    status: 409,
    title: { zh: '同一幂等键的请求仍在办理', en: 'A request with the same idempotency key is still running' },
  },
  'too-many-drafts': {
    status: 409,
    title: { zh: '草稿数量已达上限', en: 'There are as many drafts as one person may have' },
  },
  'person-known': {
    status: 409,
    title: { zh: '名册中已有此人', en: 'The directory knows this person already' },
  },
  'not-batchable': {
    status: 422,
    title: {
      zh: '该事项不得批量办理：作出决定须逐案进行',
      en: 'This is not done in batches: what decides something is done case by case',
    },
  },
  'sandbox-only': { status: 409, title: { zh: '仅沙盒可用', en: 'This works in a sandbox only' } },
  'case-changed': {
    status: 412,
    title: { zh: '案件在您读取之后已有变动', en: 'The case has changed since you read it' },
  },
  'draft-changed': {
    status: 412,
    title: { zh: '草稿已在别处保存或者删除', en: 'The draft was saved or removed elsewhere meanwhile' },
  },
  'too-large': { status: 413, title: { zh: '请求正文过大', en: 'The body is too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不支持的正文类型', en: 'The media type of the body is not supported' },
  },
  'range-not-satisfiable': {
    status: 416,
    title: { zh: '文件没有所请求的部分', en: 'The file has no such part' },
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
  'file-damaged': {
    status: 500,
    title: { zh: '该文件已损坏或被改动', en: 'The file is damaged, or was altered' },
  },
  'storage-away': {
    status: 503,
    title: { zh: '证据材料的存储暂不可用', en: 'The store of evidence is away' },
  },
  'database-away': { status: 503, title: { zh: '数据库暂不可用', en: 'The database is away' } },
  'not-ready': { status: 503, title: { zh: '服务尚未就绪', en: 'The service is not ready' } },
  'provider-away': {
    status: 503,
    title: { zh: '身份提供方暂不可用', en: 'The sign-in provider does not answer' },
  },
  overloaded: { status: 503, title: { zh: '服务繁忙', en: 'The service has more to do than it can' } },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof PROBLEMS;

/** What to change in the request: a JSON Pointer into the body (or `/query/…`, `/path/…`, `/headers/…`), and why. */
export interface ContentError {
  readonly pointer: string;
  readonly message: Words;
}

/** Further members of the problem document. Six names have a meaning of their own; the rest travel as they are. */
export interface ProblemExtensions {
  readonly errors?: readonly ContentError[];
  /** Seconds; becomes `Retry-After` as well. */
  readonly retryAfter?: number;
  /** The limit that was met, in seconds; becomes `RateLimit-Policy` and `RateLimit` and nothing else. */
  readonly rateLimit?: {
    readonly policy: string;
    readonly most: number;
    readonly window: number;
    readonly reset: number;
  };
  /** Methods of this address; becomes the header `Allow` and nothing else. */
  readonly allow?: readonly string[];
  /** Bytes of the whole file, of which no such part was found; becomes `Content-Range` and nothing else. */
  readonly sizeOfWhole?: number;
  /** Becomes the header `WWW-Authenticate` and nothing else. */
  readonly challenge?: string;
  readonly [member: string]: unknown;
}

/** Seconds to wait before asking again, where the problem passes by itself and the thrower names no other figure. */
export const RETRY_AFTER: Partial<Record<ProblemName, number>> = {
  'not-integrated': 1,
  'request-in-progress': 1,
  'too-many-requests': 1,
  'storage-away': 5,
  'database-away': 2,
  'not-ready': 2,
  'provider-away': 5,
  overloaded: 1,
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
    rateLimit: _rateLimit,
    sizeOfWhole: _sizeOfWhole,
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
