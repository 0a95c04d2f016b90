/**
 * Registers an official whom the directory does not know: a reference that says nothing, and a name for display. The
 * journal holds the pseudonym. Where somebody of that name is known, that is said first, so that nobody stands twice.
 */
import { randomBytes } from 'node:crypto';
import { insertOfficial, listNamesakes, lockName, type OfficialRow } from '../../db/queries/lookups.ts';
import type { RegisteredPerson, RegisterPersonRequest } from '../contract/lookups.ts';
import { Problem } from '../contract/problems.ts';
import type { Asker } from './acting.ts';
import { changeDirectory } from './change-directory.ts';
import { newPseudonym } from './create-key.ts';
import type { Runtime } from './runtime.ts';

/** Throws `person-known` with the references of those of the same name who may be meant. */
export function registerOfficial(
  runtime: Runtime,
  asker: Asker,
  { name, workplace, post, isSomebodyElse }: RegisterPersonRequest,
): Promise<RegisteredPerson> {
  return changeDirectory(runtime, asker, { refusedAs: 'person.refused' }, async ({ trx, tenant, note }) => {
    await lockName(trx, tenant, name);
    const namesakes = await listNamesakes(trx, tenant, { name, except: runtime.systemPseudonym });
    const known = namesakes.filter((each) => mayBe(each, { workplace, post }));
    if (known.length > 0 && !isSomebodyElse)
      throw new Problem('person-known', undefined, {
        known: known.map(({ id }) => id),
      });
    const person = {
      id: `o-${randomBytes(8).toString('hex')}`,
      name,
      workplace: workplace ?? null,
      post: post ?? null,
    };
    const pseudonym = newPseudonym();
    await insertOfficial(trx, tenant, { ...person, pseudonym });
    await note('person.registered', { person: pseudonym });
    return person;
  });
}

/** Whether a namesake may be who is meant: nothing that is known of both tells them apart. */
const mayBe = (
  known: OfficialRow,
  { workplace, post }: Pick<RegisterPersonRequest, 'workplace' | 'post'>,
): boolean => isAlike(known.workplace, workplace) && isAlike(known.post, post);

const isAlike = (one: string | null, other: string | undefined): boolean =>
  one === null || other === undefined || one.toLowerCase() === other.toLowerCase();
