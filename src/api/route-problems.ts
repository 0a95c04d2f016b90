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
    raised.push('unauthenticated', 'too-many-requests', 'database-away', 'not-ready');
    if (route.method !== 'get') raised.push('foreign-page');
    if (route.permission !== 'session.use') raised.push('second-factor-needed', 'password-change-needed');
  }
  // A page of ours says what is wrong with its form on a page.
  if (route.body && route.isForm !== 'page') {
    if (!route.isForm) raised.push('malformed-json');
    raised.push('too-large', 'unsupported-media-type', 'request-timeout');
  }
  if (!route.path.startsWith('/health/') && route.path !== '/metrics') raised.push('overloaded');
  // Without a body schema a body is refused as content; the schema of a form takes everything.
  if (!route.isForm || route.isForm === 'file') raised.push('validation-failed');
  raised.push('internal-error');
  return [...new Set(raised)];
}
