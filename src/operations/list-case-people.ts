/**
 * Who has a part in a case, by name: whom it is about, who works on it, who acted. Never who reported it: an act is told
 * to be somebody's only where nothing a reporter did could be traced to them by it. A party is told of themselves alone.
 */
import { listNamingEntries, type NamingEntry } from '../../db/queries/case-journal.ts';
import { listTeam } from '../../db/queries/case-team.ts';
import { listNamed, type NamedPerson } from '../../db/queries/people.ts';
import type { CasePerson } from '../contract/case-people.ts';
import { CASE_PARTS, type CasePart } from '../domain/case-parts.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import { concernedIn, membersOf, participantsOf } from '../machines/generic-guards.ts';
import { worksOn, type Asker } from './acting.ts';
import { disclosedValue } from './journal-entry.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

/** Events that are looked through for who took part; few cases have had so many. */
const MOST_EVENTS = 1_000;

/** Throws `not-found` for a case the asker may not know of. */
export async function listCasePeople(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<CasePerson[]> {
  const row = await visibleCase(runtime, asker, caseId);
  const { entries, team } = await seenBy(runtime, asker, async (db) => ({
    entries: await listNamingEntries(db, runtime.tenant, row.id, MOST_EVENTS),
    team: await listTeam(db, runtime.tenant, row.id),
  }));
  const { context } = row;
  const parts = partsIn(entries);
  parts.subject.push(...concernedIn(context));
  if (row.assignee !== null) parts.assignee.push(row.assignee);
  parts.team.push(...team);
  parts.designated.push(...context.designations.map(({ person }) => person));

  const named = await listNamed(runtime.knex, runtime.tenant, {
    ids: [...new Set(Object.values(parts).flat())],
    pseudonyms: [...new Set(entries.map(({ actor }) => actor))],
  });
  const actors = new Set(entries.map(({ actor }) => actor));
  const isOwn = (id: PersonId) => id === asker.personId;
  parts.acted.push(
    ...named
      .filter(({ id, isTold, pseudonym }) => actors.has(pseudonym) && (isTold || isOwn(id)))
      .map(({ id }) => id),
  );
  const people = listed(parts, named);
  return worksOn(asker, row) ? people : people.filter(({ id }) => isOwn(id));
}

function partsIn(entries: readonly NamingEntry[]): Record<CasePart, PersonId[]> {
  const parts: Record<CasePart, PersonId[]> = {
    subject: [],
    assignee: [],
    team: [],
    designated: [],
    member: [],
    participant: [],
    acted: [],
  };
  for (const { data } of entries) {
    if (data === null) continue;
    const told = disclosedValue(data) as EventData;
    parts.participant.push(...participantsOf(told));
    parts.member.push(...membersOf(told).map(({ person }) => person));
  }
  return parts;
}

/** One item for each person, with their parts; whom the case is about first, then who is in charge. */
function listed(
  parts: Readonly<Record<CasePart, readonly PersonId[]>>,
  named: readonly NamedPerson[],
): CasePerson[] {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const found = new Map<PersonId, CasePerson>();
  for (const part of CASE_PARTS)
    for (const id of parts[part]) {
      const person = found.get(id) ?? { id, name: names.get(id) ?? null, parts: [] };
      found.set(id, person);
      if (!person.parts.includes(part)) person.parts.push(part);
    }
  return [...found.values()];
}
