/** What one person did in a family of cases: the acts that a granted recusal has to dispose of, one by one (4.3). */
import type { Knex } from 'knex';
import { listFamilyEntries } from '../../db/queries/family.ts';
import type { ActView } from '../contract/cases.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import { everyProcedure } from '../machines/registry.ts';
import { personsNamed, worksOn, type Asker } from './acting.ts';
import { disclosedValue } from './journal-entry.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

/** Events that weigh nothing in the matter: a remark, and the wish that somebody stand aside. */
const NO_ACT = ['NOTE', 'REQUEST_RECUSAL'];

/** Acts the person fired or took part in, oldest first. */
export async function actsOf(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  person: PersonId,
): Promise<ActView[]> {
  const entries = await listFamilyEntries(db, tenant, familyId, person);
  return entries.flatMap(({ case: id, version, type, occurred_at, isActor, data }) => {
    const event = type.slice(type.indexOf('.') + 1);
    const tookPart = () => data !== null && takingPart(disclosedValue(data) as EventData).includes(person);
    return !NO_ACT.includes(event) && isByPeople(type) && (isActor || tookPart())
      ? [{ case: id, version, type, time: occurred_at }]
      : [];
  });
}

export async function listActs(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  person: PersonId,
): Promise<ActView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) return [];
  return actsOf(runtime.knex, runtime.tenant, row.family_id, person);
}

/** What a link passes on to another case is no act of its own: the act it follows from is the one to dispose of. */
function isByPeople(type: string): boolean {
  const [name, event] = type.split('.');
  return everyProcedure().some(
    (procedure) =>
      procedure.name === name && procedure.rows.some((row) => row.event === event && !row.isInternal),
  );
}

/** Participants and members of a body; others whom the data name did nothing. */
const takingPart = ({ participants, members }: EventData): PersonId[] =>
  personsNamed({ participants, members });
