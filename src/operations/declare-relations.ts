/**
 * Relations that a person, or personnel for them, declares: they are looked at before anybody is put in charge. Nobody ends
 * a relation of their own, so that nobody clears the way to a case for themselves.
 */
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { endBetween } from '../../db/queries/break-glass.ts';
import { findNow } from '../../db/queries/now.ts';
import {
  endRelation,
  keepRelation,
  listPartsAmong,
  listRelations,
  type RelationRow,
} from '../../db/queries/relations.ts';
import type { RelationView } from '../contract/conflicts.ts';
import { Problem } from '../contract/problems.ts';
import { RELATION_KINDS, type RelationCode } from '../domain/conflict.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import { isStaff, type Asker } from './acting.ts';
import { pseudonymOf, recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';

const isPersonnel = ({ roles }: Asker) => roles.includes('org_personnel');

/** Staff for themselves, personnel for everybody. */
const mayDeclare = (asker: Asker, person: PersonId): boolean =>
  isPersonnel(asker) || (isStaff(asker) && person === asker.personId && !asker.roles.includes('api_client'));

const notTheirs = () =>
  new Problem('not-permitted', {
    zh: '关系由本人或者组织人事部门申报和查阅',
    en: 'Relations are declared and read by the person, or by organisation and personnel',
  });

export interface DeclareRelation {
  readonly person: PersonId;
  readonly other: PersonId;
  readonly kind: RelationCode;
}

/** Throws `Problem`: not-permitted, and validation-failed for somebody related to themselves. */
export async function declareRelation(
  runtime: Runtime,
  asker: Asker,
  { person, other, kind }: DeclareRelation,
): Promise<RelationView> {
  if (!mayDeclare(asker, person)) throw notTheirs();
  if (person === other)
    throw new Problem('validation-failed', undefined, {
      errors: [{ pointer: '/other', message: { zh: '应为另一人', en: 'has to be another person' } }],
    });
  const { knex, tenant } = runtime;
  return knex.transaction(async (trx) => {
    const { row, isFresh } = await keepRelation(trx, tenant, {
      id: uuidv7(),
      person,
      other,
      kind,
      declaredBy: asker.personId,
    });
    if (isFresh) {
      await barFromNowOn(runtime, trx, row);
      await recordRelation(runtime, trx, { type: 'relation.declared', by: asker.personId, row });
    }
    return toView(row);
  });
}

/**
 * What a relation that bars does at once to whom it bars: what they read of matters about the other by breaking glass ends,
 * and where they have a part in one already, its readers are told. To stand aside takes a recusal as ever.
 */
async function barFromNowOn(
  runtime: Runtime,
  trx: Parameters<typeof recordAct>[1],
  { person, other, kind, declaredBy }: RelationRow,
): Promise<void> {
  if (!RELATION_KINDS[kind].isBar) return;
  const { tenant } = runtime;
  const at = await findNow(trx);
  const sides = [{ person, other }, ...(declaredBy === person ? [] : [{ person: other, other: person }])];
  for (const side of sides) {
    await endBetween(trx, tenant, side);
    for (const caseId of await listPartsAmong(trx, tenant, side))
      await recordAct(runtime, trx, {
        type: 'conflict.arisen',
        by: declaredBy,
        at,
        caseId,
        data: { about: await pseudonymOf(trx, tenant, side.person) },
      });
  }
}

/** Throws `Problem`: not-permitted. Somebody of whom nothing was declared has an empty list. */
export async function readRelations(
  { knex, tenant }: Runtime,
  asker: Asker,
  person: PersonId,
): Promise<{ items: RelationView[] }> {
  if (!mayDeclare(asker, person)) throw notTheirs();
  return { items: (await listRelations(knex, tenant, person)).map(toView) };
}

/** Throws `Problem`: not-permitted for whoever is not personnel, and for both of those related; not-found. */
export async function recordRelationEnd(
  runtime: Runtime,
  asker: Asker,
  { person, id }: { readonly person: PersonId; readonly id: string },
): Promise<void> {
  if (!isPersonnel(asker) || person === asker.personId) throw notForOneself();
  if (!z.uuid().safeParse(id).success) throw new Problem('not-found');
  const { knex, tenant } = runtime;
  await knex.transaction(async (trx) => {
    const row = await endRelation(trx, tenant, { id, person, by: asker.personId });
    if (!row) throw new Problem('not-found');
    if (row.other === asker.personId) throw notForOneself();
    await recordRelation(runtime, trx, { type: 'relation.ended', by: asker.personId, row });
  });
}

const notForOneself = () =>
  new Problem('not-permitted', {
    zh: '关系终止由组织人事部门中与其无关的人员记录',
    en: 'The end of a relation is recorded by somebody of personnel whom it does not concern',
  });

async function recordRelation(
  runtime: Runtime,
  trx: Parameters<typeof recordAct>[1],
  { type, by, row }: { readonly type: string; readonly by: PersonId; readonly row: RelationRow },
): Promise<void> {
  const { tenant } = runtime;
  await recordAct(runtime, trx, {
    type,
    by,
    at: await findNow(trx),
    data: {
      relation: row.id,
      person: await pseudonymOf(trx, tenant, row.person),
      other: await pseudonymOf(trx, tenant, row.other),
      kind: row.kind,
    },
  });
}

function toView(row: RelationRow): RelationView {
  const { zh, en, isBar, basis } = RELATION_KINDS[row.kind];
  return { ...row, label: { zh, en }, isBar, basis: [...basis] };
}
