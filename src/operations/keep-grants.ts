/** Posts, acting posts and substitutions: listed, made, withdrawn. Nobody touches what they themselves hold. */
import { uuidv7 } from 'uuidv7';
import { findPerson, holdPerson } from '../../db/queries/directory.ts';
import {
  endOrphanedSubstitutions,
  findGrant,
  hasSameGrant,
  holdsRole,
  insertGrant,
  listGrants,
  listRolesOf,
  withdrawGrant,
  type GrantRow,
} from '../../db/queries/grants.ts';
import { holdUnit } from '../../db/queries/units.ts';
import type { GrantView } from '../contract/grants.ts';
import { Problem } from '../contract/problems.ts';
import { isGrantable, mixesAdministration, type GrantKind } from '../domain/directory.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import { CaseId, type Instant, type PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { changeDirectory, keep, keepFromOneself, type Change } from './change-directory.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { timeZoneOf } from './keep-people.ts';
import type { Runtime } from './runtime.ts';

export interface GrantPage {
  readonly person?: PersonId;
  readonly unit?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of grants, the newest first, ended ones too. */
export async function readGrants(
  runtime: Runtime,
  { limit, cursor, ...filter }: GrantPage,
): Promise<{ items: GrantView[]; nextCursor: string | null }> {
  const list = `grants ${filter.person ?? ''} ${filter.unit ?? ''}`;
  const before = cursor === undefined ? null : (fromCursor(runtime, list, cursor).id as string);
  const rows = await listGrants(runtime.knex, runtime.tenant, filter, { before, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return {
    items,
    nextCursor: rows.length > limit ? toCursor(runtime, list, { id: items.at(-1)?.id }) : null,
  };
}

export interface MakeGrant {
  readonly person: PersonId;
  readonly role: string;
  readonly unit?: string;
  readonly kind: GrantKind;
  readonly inPlaceOf?: PersonId;
  /** A day or an instant. */
  readonly from?: string;
  readonly until?: string;
  readonly basis?: string;
}

/** Gives somebody a role. Throws `Problem`: validation-failed, directory-conflict, not-permitted. */
export async function makeGrant(runtime: Runtime, asker: Asker, given: MakeGrant): Promise<GrantView> {
  const { person, role, kind } = given;
  const unit = given.unit ?? null;
  const inPlaceOf = given.inPlaceOf ?? null;
  const known = await findPerson(runtime.knex, runtime.tenant, person);
  const about = {
    kind,
    ...(known && { holder: known.pseudonym }),
    ...(isGrantable(role) && { role }),
  };
  return changeDirectory(runtime, asker, { refusedAs: 'grant.refused', about }, async (change) => {
    const { trx, tenant, at, note } = change;
    keep('role_is_known', isGrantable(role));
    keepFromOneself(asker, person);
    const held = new Map<PersonId, Awaited<ReturnType<typeof holdPerson>>>();
    for (const each of [person, ...(inPlaceOf === null ? [] : [inPlaceOf])].sort())
      held.set(each, await holdPerson(trx, tenant, each));
    const holder = held.get(person);
    keep('person_is_known', holder !== undefined && holder.pseudonym !== runtime.systemPseudonym);
    keep('person_has_not_left', holder?.leftAt === null);
    await keepUnit(change, { roles: [role], unit });
    const zone = timeZoneOf(runtime);
    const from = given.from === undefined ? null : beginningOf(given.from, zone);
    const until = given.until === undefined ? null : endOf(given.until, zone);
    keep('ends_by_itself', until !== null || kind === 'post');
    keep('ends_after_it_begins', until === null || until > (from !== null && from > at ? from : at));
    keep('names_whom_it_stands_in_for', (kind === 'substitute') === (inPlaceOf !== null));
    if (inPlaceOf !== null) {
      keep('stands_in_for_somebody_else', inPlaceOf !== person);
      keep('stands_in_for_a_holder', await holdsRole(trx, tenant, { person: inPlaceOf, role, unit }));
    }
    keep(
      'administrators_hold_no_case_role',
      !mixesAdministration([role, ...(await listRolesOf(trx, tenant, person))]),
    );
    const grant = {
      id: uuidv7(),
      person,
      role,
      unit,
      kind,
      inPlaceOf,
      from,
      until,
      basis: given.basis ?? null,
      grantedBy: asker.personId,
    };
    keep('is_not_held_already', !(await hasSameGrant(trx, tenant, grant)));
    await insertGrant(trx, tenant, grant);
    const standsFor = inPlaceOf === null ? undefined : held.get(inPlaceOf);
    await note('grant.made', {
      grant: grant.id,
      holder: holder?.pseudonym,
      role,
      unit,
      kind,
      from,
      until,
      ...(standsFor && { inPlaceOf: standsFor.pseudonym }),
    });
    return foundAgain(change, grant.id);
  });
}

/**
 * Withdraws a grant; with a post go the substitutions for it. One that is withdrawn already stays as it is. Throws
 * `Problem`: not-found, not-permitted.
 */
export async function withdrawGrantOf(
  runtime: Runtime,
  asker: Asker,
  { id, reason }: { readonly id: string; readonly reason?: string },
): Promise<GrantView> {
  const found = CaseId.safeParse(id).success ? await findGrant(runtime.knex, runtime.tenant, id) : undefined;
  if (!found) throw noSuchGrant();
  const about = { grant: found.id };
  return changeDirectory(runtime, asker, { refusedAs: 'grant.refused', about }, async (change) => {
    const { trx, tenant, note } = change;
    keepFromOneself(asker, found.person);
    const holder = await holdPerson(trx, tenant, found.person);
    const by = asker.personId;
    if (await withdrawGrant(trx, tenant, { id: found.id, by, reason: reason ?? null })) {
      const substitutions = await endOrphanedSubstitutions(trx, tenant, { person: found.person, by });
      await note('grant.withdrawn', {
        grant: found.id,
        holder: holder?.pseudonym,
        role: found.role,
        unit: found.unit,
        ...(substitutions.length > 0 && { substitutions }),
      });
    }
    return foundAgain(change, found.id);
  });
}

/** The unit has to be there, and stays until the transaction ends; a subject's unit has to say which one it is. */
export async function keepUnit(
  { trx, tenant }: Change,
  { roles, unit }: { readonly roles: readonly string[]; readonly unit: string | null },
): Promise<void> {
  keep('subject_unit_has_a_unit', unit !== null || !roles.includes('subject_unit'));
  keep('unit_is_known', unit === null || (await holdUnit(trx, tenant, unit)));
}

const isDay = (text: string) => text.length === 'YYYY-MM-DD'.length;
const instantOf = (text: string): Instant => new Date(text).toISOString();
const beginningOf = (text: string, timeZone: string): Instant =>
  isDay(text) ? instantAt(dayOf(text), 0, timeZone) : instantOf(text);
const endOf = (text: string, timeZone: string): Instant =>
  isDay(text) ? instantAt(dayOf(text), 24 * 60, timeZone) : instantOf(text);

async function foundAgain({ trx, tenant }: Change, id: string): Promise<GrantRow> {
  const row = await findGrant(trx, tenant, id);
  if (!row) throw new Error('a grant that was just written is not there');
  return row;
}

const noSuchGrant = (): Problem =>
  new Problem('not-found', { zh: '没有该项任职', en: 'There is no such grant' });
