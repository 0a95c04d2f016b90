/** Which problems an operation can answer with: those its handler raises, and those `mount` raises for it. */
import type { ProblemName } from '../contract/problems.ts';
import { PERMISSIONS } from '../domain/permission.ts';
import type { Route } from './route.ts';

/** Sorted as the table is read; without repeats. The document, and the check of replies in tests, read this. */
export function problemsOf<S>(route: Route<S>): readonly ProblemName[] {
  const raised: ProblemName[] = ['bad-parameter', ...route.problems];
  if (route.permission !== 'public') {
    // Where the case decides, what is refused by a right is hidden or said by the operation itself.
    if (PERMISSIONS[route.permission].decidedBy === 'role') raised.push('not-permitted');
    raised.push('unauthenticated', 'database-away', 'not-ready');
  }
  if (route.body) {
    raised.push('malformed-json', 'too-large', 'unsupported-media-type', 'request-timeout');
  }
  // Without a body schema a body is refused as content.
  raised.push('validation-failed', 'internal-error');
  return [...new Set(raised)];
}
