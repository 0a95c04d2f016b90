/** Who else has a case open, for those who work on it. Parties neither see nor are seen. */
import { listPresent, noteGone, notePresence } from '../../db/queries/presence.ts';
import type { PresenceList, PresentPerson } from '../contract/live.ts';
import type { Doing } from '../domain/presence.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { askingOf, isStaff, worksOn, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** The id of a case the asker works on. Throws `not-found`. */
async function workedOn(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<CaseId> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  return row.id;
}

/** Notes that the asker is there, and answers who else is. Throws `not-found`. */
export async function keepPresence(
  runtime: Runtime,
  asker: Asker,
  { caseId, doing }: { readonly caseId: CaseId; readonly doing: Doing },
): Promise<PresentPerson[]> {
  const id = await workedOn(runtime, asker, caseId);
  await notePresence(runtime.knex, runtime.tenant, { caseId: id, person: asker.personId, doing });
  return othersAt(runtime, asker, id);
}

/** Throws `not-found`. */
export async function endPresence(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<void> {
  const id = await workedOn(runtime, asker, caseId);
  await noteGone(runtime.knex, runtime.tenant, { caseId: id, person: asker.personId });
}

/** Throws `not-found`. */
export const readPresence = async (
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<PresentPerson[]> => othersAt(runtime, asker, await workedOn(runtime, asker, caseId));

async function othersAt(runtime: Runtime, asker: Asker, id: CaseId): Promise<PresentPerson[]> {
  const items = await listPresence(runtime, asker, [id]);
  return items.map(({ case: _case, ...person }) => person);
}

/** Who else has one of these cases open. A case the asker may not know of, or is a party of, has nobody. */
export async function listPresence(
  runtime: Runtime,
  asker: Asker,
  cases: readonly CaseId[],
): Promise<PresenceList['items']> {
  if (!isStaff(asker) || cases.length === 0) return [];
  return seenBy(runtime, asker, (db) => listPresent(db, runtime.tenant, askingOf(asker), cases));
}
