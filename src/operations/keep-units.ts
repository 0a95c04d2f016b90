/** Units as a tree: what there is, one made or changed, one removed that nothing hangs on. */
import {
  deleteUnit,
  isUnitUsed,
  isWithinUnit,
  listUnits as readUnits,
  lockUnits,
  saveUnit,
} from '../../db/queries/units.ts';
import { constraintOf } from '../../db/errors.ts';
import type { UnitView } from '../contract/directory.ts';
import { Problem } from '../contract/problems.ts';
import { UNIT_ID } from '../domain/directory.ts';
import type { Asker } from './acting.ts';
import { changeDirectory, keep, RuleBroken } from './change-directory.ts';
import type { Runtime } from './runtime.ts';

export const listUnits = async ({ knex, tenant }: Runtime): Promise<UnitView[]> => readUnits(knex, tenant);

/** Makes a unit, or changes its name, its place in the tree, or whether it is a body. Answers whether it is new. */
export function putUnit(
  runtime: Runtime,
  asker: Asker,
  { id, name, parentId, isBody }: UnitView,
): Promise<{ readonly unit: UnitView; readonly isNew: boolean }> {
  const about = UNIT_ID.test(id) ? { unit: id } : {};
  return changeDirectory(runtime, asker, { refusedAs: 'unit.refused', about }, async (change) => {
    const { trx, tenant, note } = change;
    keep('unit_is_coded', UNIT_ID.test(id));
    keep('unit_is_not_above_itself', parentId !== id);
    await lockUnits(trx, tenant);
    if (parentId !== null) {
      const known = (await readUnits(trx, tenant)).map((unit) => unit.id);
      keep('parent_is_known', known.includes(parentId));
      keep('units_are_a_tree', !(await isWithinUnit(trx, tenant, parentId, id)));
    }
    const isNew = await saveUnit(trx, tenant, { id, name, parentId, isBody });
    await note('unit.changed', { unit: id, parent: parentId, isBody, isNew });
    return { unit: { id, name, parentId, isBody }, isNew };
  });
}

/** Removes a unit. Throws `Problem`: not-found, directory-conflict. */
export function removeUnit(runtime: Runtime, asker: Asker, id: string): Promise<void> {
  const about = UNIT_ID.test(id) ? { unit: id } : {};
  return changeDirectory(runtime, asker, { refusedAs: 'unit.refused', about }, async (change) => {
    const { trx, tenant, note } = change;
    await lockUnits(trx, tenant);
    keep('nothing_hangs_on_the_unit', !(await isUnitUsed(trx, tenant, id)));
    const wasThere = await deleteUnit(trx, tenant, id).catch((error: unknown) => {
      // Somebody was given a post there in this very moment.
      if (constraintOf(error) === 'grants_unit_fk') throw new RuleBroken('nothing_hangs_on_the_unit');
      throw error;
    });
    if (!wasThere) throw new Problem('not-found', { zh: '没有该单位', en: 'There is no such unit' });
    await note('unit.removed', { unit: id });
  });
}
