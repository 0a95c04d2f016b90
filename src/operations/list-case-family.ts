/** The cases linked to a case, as far as the asker may know of them. */
import { listVisibleFamily } from '../../db/queries/family.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { askingOf, visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

export async function listCaseFamily(runtime: Runtime, asker: Asker, caseId: CaseId) {
  await visibleCase(runtime, asker, caseId);
  const members = await listVisibleFamily(runtime.knex, runtime.tenant, caseId, askingOf(asker));
  return members.map(({ id, procedure, state, is_open, version, next_due_at, is_overdue, links }) => ({
    id,
    procedure,
    state,
    isOpen: is_open,
    version,
    nextDueAt: next_due_at,
    isOverdue: is_overdue,
    links: [...links],
  }));
}
