/**
 * The people of the body: looked for, named, and let go. Whoever leaves loses keys, posts and substitutions at once; what
 * was assigned to them is told in numbers, since whoever keeps the directory knows of no case.
 */
import {
  countOpenCases,
  endEverything,
  findPerson,
  holdPerson,
  listPeople,
  namePerson,
} from '../../db/queries/directory.ts';
import type { Departure, PersonView } from '../contract/directory.ts';
import { Problem } from '../contract/problems.ts';
import { dayOf, instantAt, localDayOf, type LocalDate } from '../domain/local-day.ts';
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import type { Instant, PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { changeDirectory, keep, keepFromOneself } from './change-directory.ts';
import { newPseudonym } from './create-key.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Runtime } from './runtime.ts';

export interface PeoplePage {
  /** How a reference or a name begins. */
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of people. A search is journalled: who searched and how many were shown, not for what. */
export async function readPeople(
  runtime: Runtime,
  asker: Asker,
  { q, limit, cursor }: PeoplePage,
): Promise<{ items: PersonView[]; nextCursor: string | null }> {
  const list = `people ${q ?? ''}`;
  const after = cursor === undefined ? null : (fromCursor(runtime, list, cursor).id as PersonId);
  const page = { q: q ?? null, after, limit: limit + 1, except: runtime.systemPseudonym };
  const read = () => listPeople(runtime.knex, runtime.tenant, page);
  const rows =
    q === undefined
      ? await read()
      : await changeDirectory(
          runtime,
          asker,
          { refusedAs: 'person.refused' },
          async ({ trx, tenant, note }) => {
            const found = await listPeople(trx, tenant, page);
            await note('person.searched', { shown: Math.min(found.length, limit) });
            return found;
          },
        );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({ ...row, roles: [...row.roles] })),
    nextCursor: rows.length > limit ? toCursor(runtime, list, { id: shown.at(-1)?.id }) : null,
  };
}

/** Makes a person known, or gives them another name. The journal holds the pseudonym alone. */
export function putPerson(
  runtime: Runtime,
  asker: Asker,
  { id, name }: { readonly id: PersonId; readonly name: string },
): Promise<{ readonly person: PersonView; readonly isNew: boolean }> {
  return changeDirectory(runtime, asker, { refusedAs: 'person.refused' }, async ({ trx, tenant, note }) => {
    const known = await holdPerson(trx, tenant, id);
    keep('person_is_known', known?.pseudonym !== runtime.systemPseudonym);
    const saved = await namePerson(trx, tenant, { id, name, pseudonym: newPseudonym() });
    await note(saved.isNew ? 'person.added' : 'person.renamed', { person: saved.pseudonym });
    const row = await findPerson(trx, tenant, id);
    if (!row) throw new Error('a person that was just saved is not there');
    return { person: { ...row, roles: [...row.roles] }, isNew: saved.isNew };
  });
}

/**
 * Lets a person go, at once; asked again, it tells the same and changes nothing. Throws `Problem`: not-found,
 * not-permitted, validation-failed.
 */
export function leaveBody(
  runtime: Runtime,
  asker: Asker,
  { person, on }: { readonly person: PersonId; readonly on?: LocalDate },
): Promise<Departure> {
  return changeDirectory(runtime, asker, { refusedAs: 'person.refused' }, async (change) => {
    const { trx, tenant, at, note } = change;
    keepFromOneself(asker, person);
    const known = await holdPerson(trx, tenant, person);
    if (!known || known.pseudonym === runtime.systemPseudonym) throw noSuchPerson();
    const leftAt = known.leftAt ?? leavingOn(runtime, on, at);
    keep('person_did_not_leave_in_the_future', leftAt <= at);
    const ended = await endEverything(trx, tenant, { person, leftAt, by: asker.personId });
    if (known.leftAt === null) await note('person.left', { person: known.pseudonym, leftAt, ...ended });
    return { person, leftAt, ended, openCases: await countOpenCases(trx, tenant, person) };
  });
}

/** The end of a day that is over; of today, now. */
function leavingOn(runtime: Runtime, on: LocalDate | undefined, at: Instant): Instant {
  if (on === undefined) return at;
  const timeZone = timeZoneOf(runtime);
  const day = dayOf(on);
  return day === localDayOf(at, timeZone) ? at : instantAt(day, 24 * 60, timeZone);
}

/** The time zone in which the body counts its days. */
export function timeZoneOf(runtime: Runtime): string {
  const pinned = runtime.profiles.get(DEFAULT_PROFILE) ?? [...runtime.profiles.values()][0];
  if (!pinned) throw new Error('no profile is loaded');
  return pinned.profile.rules.timeZone;
}

export const noSuchPerson = (): Problem =>
  new Problem('not-found', { zh: '名册中没有该人员', en: 'The directory does not know this person' });
