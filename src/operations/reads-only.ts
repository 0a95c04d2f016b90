/**
 * Why somebody cannot act on a case that no step finds for them: there is none they may know of, or they only read it, out
 * of the ordinary. Both take the same look-up.
 */
import { Problem } from '../contract/problems.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

/** The 403 for a case that was opened by breaking glass; throws the 404 for every other. */
export async function onlyRead(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<Problem> {
  await visibleCase(runtime, asker, caseId);
  return new Problem(
    'not-permitted',
    {
      zh: '紧急查阅仅限阅看，不得办理',
      en: 'What was opened out of the ordinary is there to be read, and not to be acted on',
    },
    { guard: 'is_not_only_read', basis: ['domain 4.2', 'D'], couldAct: [], allowed: [] },
  );
}
