/** How the API says no (RFC 9457), as the console meets it. */

export interface ContentError {
  /** JSON Pointer into what was sent. */
  readonly pointer: string;
  readonly message: string;
}

/** What a problem document says; fields of particular problems stand beside the common ones. */
export interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly ContentError[];
  readonly [field: string]: unknown;
}

/** Where there was no answer at all. */
export const NO_ANSWER = 'no-answer';

/** A request that was refused, or never answered (`code` is then `no-answer`). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemDocument;
  /** `X-Request-Id`, for whoever asks the operator; null where nothing came back. */
  readonly requestId: string | null;

  constructor(problem: ProblemDocument, requestId: string | null = null) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.requestId = requestId;
  }

  get isConflict(): boolean {
    return this.problem.code === 'case-changed' || this.problem.status === 412;
  }

  get isGone(): boolean {
    return this.problem.status === 404;
  }
}

/** Whether an error is this problem of the API. */
export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code;
