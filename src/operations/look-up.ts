/**
 * Look-ups for forms. Colleagues and units are the body's own directory, told to its staff; a search for an official is a
 * search over persons, and is put on record before it is made.
 */
import {
  countComplaintsAbout,
  listColleagues,
  listOfficials,
  type OfficialRow,
} from '../../db/queries/lookups.ts';
import { textArray } from '../../db/queries/text-array.ts';
import { listUnits } from '../../db/queries/units.ts';
import type { FoundPerson, FoundUnits } from '../contract/lookups.ts';
import type { Purpose } from '../domain/purpose.ts';
import { STAFF_ROLES, type Role } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import type { SelfAudit } from './self-audit.ts';

/** Shown at once to whoever picks a colleague or a unit; who is not among them is found by more letters. */
const MOST_SHOWN = 50;
const MOST_OFFICIALS = 10;

export interface ColleagueQuery {
  readonly q?: string;
  /** Only those who hold this role. */
  readonly role?: Role;
}

/** Staff of the bodies the asker reaches. */
export async function lookUpColleagues(
  { knex, tenant }: Runtime,
  { bodies }: Asker,
  { q, role }: ColleagueQuery,
): Promise<FoundPerson[]> {
  const rows = await listColleagues(knex, tenant, {
    q: q ?? null,
    roles: role === undefined ? STAFF_ROLES : STAFF_ROLES.filter((each) => each === role),
    bodies: bodies ? textArray(bodies) : null,
    limit: MOST_SHOWN,
  });
  return rows.map(({ id, name, unit, roles }) => ({
    id,
    name,
    unit,
    workplace: null,
    post: null,
    roles: [...roles],
    knownCases: null,
  }));
}

/** Named persons by the beginning of a reference or a name, with how many complaints about each the asker may know of. */
export const createOfficialLookUp =
  (runtime: Runtime, { recordSearch }: Pick<SelfAudit, 'recordSearch'>) =>
  async (asker: Asker, q: string, purpose: Purpose): Promise<FoundPerson[]> => {
    await recordSearch(asker, { person: null, by: 'official', purpose });
    const { knex, tenant, systemPseudonym } = runtime;
    const found = await listOfficials(knex, tenant, { q, except: systemPseudonym, limit: MOST_OFFICIALS });
    return withCases(runtime, asker, found);
  };

async function withCases(
  runtime: Runtime,
  asker: Asker,
  found: readonly OfficialRow[],
): Promise<FoundPerson[]> {
  const counts = await seenBy(runtime, asker, (db) =>
    countComplaintsAbout(
      db,
      runtime.tenant,
      askingOf(asker),
      found.map(({ id }) => id),
    ),
  );
  return found.map(({ id, name, workplace, post }) => ({
    id,
    name,
    unit: null,
    workplace,
    post,
    roles: [],
    knownCases: counts.get(id) ?? 0,
  }));
}

/** Units whose code or name holds `q`, the first of them by code. */
export async function lookUpUnits({ knex, tenant }: Runtime, q: string | undefined): Promise<FoundUnits> {
  const wanted = (q ?? '').toLowerCase();
  const units = await listUnits(knex, tenant);
  const items = units.filter(({ id, name }) => `${id}\n${name}`.toLowerCase().includes(wanted));
  return { items: items.slice(0, MOST_SHOWN) };
}
