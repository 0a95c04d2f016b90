/** The cases linked to a case, as far as the asker may know of them, each with what is left of its next clock. */
import { listVisibleFamily } from '../../db/queries/family.ts';
import type { FamilyView } from '../contract/cases.ts';
import { leftOf, queueLight, soonUntil } from '../domain/queue-light.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

export async function listCaseFamily(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<FamilyView['items']> {
  await visibleCase(runtime, asker, caseId);
  const members = await seenBy(runtime, asker, (db) =>
    listVisibleFamily(db, runtime.tenant, caseId, askingOf(asker)),
  );
  const profiles = new Map<string, ReturnType<Runtime['pinned']>>();
  for (const { profile_hash: hash } of members)
    profiles.set(hash, profiles.get(hash) ?? runtime.pinned(hash));
  return Promise.all(
    members.map(async (member) => {
      const pinned = await (profiles.get(member.profile_hash) as ReturnType<Runtime['pinned']>);
      const { id, number, procedure, state, version, at, clock_ledger: ledger, next_due_at: dueAt } = member;
      const isOpen = member.is_open;
      const left = dueAt !== null && ledger !== null ? leftOf(ledger, dueAt, at, pinned) : null;
      return {
        id,
        number,
        procedure,
        state,
        isOpen,
        version,
        openedAt: member.opened_at,
        nextDueAt: dueAt,
        nextDueOn: left?.dueOn ?? null,
        isOverdue: member.is_overdue,
        light: queueLight({ isOpen, dueAt, hasClock: ledger !== null }, at, soonUntil(at, pinned)),
        left: left?.left ?? null,
        leftUnit: left?.leftUnit ?? null,
        links: [...member.links],
      };
    }),
  );
}
