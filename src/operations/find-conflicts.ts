/**
 * Conflicts of a candidate with a family, before anybody is put in charge: as a list for whoever assigns, and as the bars
 * that an assignment is judged by. That somebody was looked up is journalled.
 */
import { findConflictFacts } from '../../db/queries/conflicts.ts';
import { findNow } from '../../db/queries/now.ts';
import type { ConflictList } from '../contract/conflicts.ts';
import { CONFLICT_KINDS, conflictsOf, isBarred } from '../domain/conflict.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import { participantsOf } from '../machines/generic-guards.ts';
import { askingOf, worksOn, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import { pseudonymOf, recordAct } from './record-act.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';

/** What stands between `person` and a part in the case; for somebody nobody knows the list is empty. */
export async function findConflicts(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  person: PersonId,
): Promise<ConflictList> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const { knex, tenant } = runtime;
  const facts = await findConflictFacts(
    knex,
    tenant,
    { family: row.family_id, candidate: person },
    askingOf(asker),
  );
  const found = conflictsOf(facts);
  await knex.transaction(async (trx) => {
    await recordAct(runtime, trx, {
      type: 'conflict.searched',
      by: asker.personId,
      at: await findNow(trx),
      caseId: row.id,
      data: { about: await pseudonymOf(trx, tenant, person) },
    });
  });
  return {
    person,
    isBarred: found.some(({ isBar }) => isBar),
    items: found.map(({ kind, isBar, bars, case: id }) => {
      const { zh, en, basis } = CONFLICT_KINDS[kind];
      return { kind, isBar, bars: [...bars], case: id, why: { zh, en }, basis: [...basis] };
    }),
  };
}

/** Events by which somebody is given a part in a case. */
const GIVING_PARTS = ['ASSIGN', 'DESIGNATE'];

/** Whom of those an event gives a part to something keeps from it. Empty for every other event. */
export async function barredIn(
  runtime: Runtime,
  asker: Asker,
  family: CaseId,
  { type, data }: { readonly type: string; readonly data: EventData },
): Promise<PersonId[]> {
  if (!GIVING_PARTS.includes(type)) return [];
  const { knex, tenant } = runtime;
  const named = [data.assignee, data.person, ...participantsOf(data)].filter(
    (person): person is PersonId => typeof person === 'string',
  );
  const barred: PersonId[] = [];
  for (const candidate of new Set(named)) {
    const facts = await findConflictFacts(knex, tenant, { family, candidate }, askingOf(asker));
    if (isBarred(facts)) barred.push(candidate);
  }
  return barred;
}
