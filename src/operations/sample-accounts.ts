/**
 * The made-up people of a sandbox: accounts, so that whoever tries the product out can sign in as each of them, and the names
 * of those who have none.
 */
import { findAccountOf, setSamplePassword } from '../../db/queries/accounts.ts';
import { savePerson } from '../../db/queries/people.ts';
import type { PersonId, Role } from '../domain/vocabulary.ts';
import { newPseudonym } from './create-key.ts';
import { createAccount } from './keep-accounts.ts';
import { readSandboxClock } from './move-sandbox-clock.ts';
import { hashPassword } from './passwords.ts';
import type { Runtime } from './runtime.ts';

export interface SampleMember {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
}

/**
 * Lets each of them sign in with one password, under the name of their reference. Accounts that are there keep their
 * posts. Throws `sandbox-only`: a real body's people choose their own.
 */
export async function keepSampleAccounts(
  runtime: Runtime,
  members: readonly SampleMember[],
  password: string,
): Promise<void> {
  await readSandboxClock(runtime);
  // One hash for all: the password is no secret of anybody's.
  const passwordHash = await hashPassword(password);
  for (const { person, ...member } of members) {
    const known = await findAccountOf(runtime.knex, runtime.tenant, person);
    if (!known) await createAccount(runtime, { person, login: person, ...member });
    const account = known ?? (await findAccountOf(runtime.knex, runtime.tenant, person));
    const isKept =
      account !== undefined &&
      (await setSamplePassword(runtime.knex, runtime.tenant, { id: account.id, passwordHash }));
    if (!isKept) throw new Error('Sample accounts are for a sandbox.');
  }
}

/** Names persons who have no account. Names that are there stay. Throws `sandbox-only`. */
export async function keepSampleNames(
  runtime: Runtime,
  people: readonly { readonly person: PersonId; readonly name: string }[],
): Promise<void> {
  await readSandboxClock(runtime);
  for (const { person, name } of people)
    await savePerson(runtime.knex, runtime.tenant, { id: person, name, pseudonym: newPseudonym() });
}
