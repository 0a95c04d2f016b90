/** What an error of the database means for a step. Reads SQLSTATEs only; never a message. */

const codeOf = (error: unknown): string | undefined => {
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/**
 * Whether the step may be read, planned and written anew: somebody answered the same request meanwhile, took on a
 * duty in the same family, or the server had to break a tie.
 */
export function isRetryable(error: unknown): boolean {
  return ['23505', '23P01', '40001', '40P01'].includes(codeOf(error) ?? '');
}
