/** Every way in which the database is asked for a case: need-to-know has to answer alike at each of them. */
import type { Knex } from 'knex';
import { findVisibleCase, listCases, type Asking, type CaseFilter } from '../../db/queries/cases.ts';
import { listDeadlines, listFamilyDeadlines } from '../../db/queries/deadlines.ts';
import { listVisibleFamily } from '../../db/queries/family.ts';
import { readForSteps } from '../../db/queries/step-read.ts';
import { TENANT } from './step-groups.ts';

/** Ways of asking for one case, each a query of its own; all have to answer alike. */
const DOORS: Record<string, (db: Knex, id: string, asking: Asking) => Promise<boolean>> = {
  'a look-up': async (db, id, asking) => (await findVisibleCase(db, TENANT, id, asking)) !== undefined,
  'a list': async (db, id, asking) => hasCase(await listed(db, asking, {}), id),
  'a search': async (db, id, asking) => hasCase(await listed(db, asking, { q: id }), id),
  'a family': async (db, id, asking) => hasCase(await listVisibleFamily(db, TENANT, id, asking), id),
  'a step': async (db, id, asking) => {
    const request = { caseId: id, ...asking, people: [], caller: asking.person, key: null };
    return (await readForSteps(db, TENANT, [request]))[0]?.case !== null;
  },
  'the deadlines of its family': async (db, id, asking) => {
    const { rows } = await db.raw<{ rows: { family_id: string }[] }>(
      'select family_id from cases where id = ?',
      [id],
    );
    const deadlines = await listFamilyDeadlines(db, TENANT, rows[0]!.family_id, asking);
    return deadlines.some(({ case_id }) => case_id === id);
  },
  'all deadlines': async (db, id, asking) => {
    const page = { mine: null, before: null, after: null, limit: 1_000 };
    return (await listDeadlines(db, TENANT, asking, page)).some(({ case_id }) => case_id === id);
  },
};
const listed = (db: Knex, asking: Asking, filter: CaseFilter) =>
  listCases(db, TENANT, asking, filter, { sort: 'opened', after: null, limit: 1_000 });
const hasCase = (rows: readonly { readonly id: string }[], id: string) => rows.some((row) => row.id === id);

export const EVERY_DOOR = Object.keys(DOORS);

/** By which doors somebody comes to a case. */
export async function openDoors(db: Knex, id: string, asking: Asking): Promise<string[]> {
  const open = [];
  for (const [door, isThere] of Object.entries(DOORS)) if (await isThere(db, id, asking)) open.push(door);
  return open;
}
