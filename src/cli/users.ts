/** `leeway users create`, `users reset`, `users end`: accounts of people, the first administrator among them. */
import { LOGIN } from '../domain/directory.ts';
import { GRANTABLE_ROLES, PersonId, type Role } from '../domain/vocabulary.ts';
import { UsageError, type Command, type Given } from './program.ts';
import { optional, required } from './run.ts';

export const usersCreateCommand: Command = {
  name: 'users create',
  summary: 'make an account and print its one-time password',
  help: `
  --name N          who it is, in words; kept with the person, never in the journal
  --login L         what the person types in to sign in: letters, digits and . _ @ - (2 to 64)
  --oidc-subject S  what the provider of the single sign-on calls the person (LEEWAY_OIDC_ISSUER)
  --person P        the person in your directory. Absent: a person of that name is made
  --roles r1,r2     posts that are given with it: ${GRANTABLE_ROLES.join(', ')}
  --unit U          in which unit; absent: in the whole body
  --admin           an administrator: keeps units, people, posts and keys, and knows of no case

With --login, prints one line on standard output: a password that is good for a week and for nothing but changing it.
One of --login and --oidc-subject is needed. The first administrator of a body is made this way.
`,
  options: {
    name: { type: 'string' },
    login: { type: 'string' },
    'oidc-subject': { type: 'string' },
    person: { type: 'string' },
    roles: { type: 'string' },
    unit: { type: 'string' },
    admin: { type: 'boolean' },
  },
  run: async (given, program) => {
    const name = required(given, 'name', 'say whose account it is');
    const login = optional(given, 'login');
    const subject = optional(given, 'oidc-subject');
    if (login === undefined && subject === undefined)
      throw new UsageError('--login is missing, or --oidc-subject for a single sign-on.');
    if (login !== undefined && !LOGIN.test(login))
      throw new UsageError(
        '--login has to be letters, digits and . _ @ - (2 to 64), beginning with a letter or digit.',
      );
    const roles = given.options.admin === true ? ['administrator' as const] : rolesIn(given);
    if (given.options.admin === true && optional(given, 'roles') !== undefined)
      throw new UsageError('--admin stands without --roles: an administrator holds no case role.');
    const person = personIn(given);
    const unit = optional(given, 'unit');
    const made = await program.withOpened(({ operations }) =>
      operations.createAccount({
        name,
        roles,
        ...(login !== undefined && { login }),
        ...(subject !== undefined && { subject }),
        ...(person !== undefined && { person }),
        ...(unit !== undefined && { unit }),
      }),
    );
    program.say(`person: ${made.person}`);
    if (made.password !== null) program.out(made.password);
    return 0;
  },
};

export const usersResetCommand: Command = {
  name: 'users reset',
  summary: 'replace a lost password, and take the second factor away',
  help: `
  --person P   whose account

Ends every session of the account and prints a one-time password, as 'users create' does. Make sure by other means who asks.
`,
  options: { person: { type: 'string' } },
  run: async (given, program) => {
    const person = neededPerson(given);
    const { password } = await program.withOpened(({ operations }) => operations.resetAccount(person));
    program.out(password);
    return 0;
  },
};

export const usersEndCommand: Command = {
  name: 'users end',
  summary: 'let a person go: account, sessions, keys and posts end at once',
  help: `
  --person P   who leaves

Exit status 1 when the person had left before.
`,
  options: { person: { type: 'string' } },
  run: async (given, program) => {
    const person = neededPerson(given);
    const { isNew } = await program.withOpened(({ operations }) => operations.endUser(person));
    program.out(isNew ? `${person} has left.` : `${person} had left before.`);
    return isNew ? 0 : 1;
  },
};

/** The roles of `--roles`, if any. Throws a UsageError for those nobody can be given. */
export function rolesIn(given: Given): Role[] {
  const text = optional(given, 'roles');
  if (text === undefined) return [];
  const roles = [...new Set(text.split(',').map((role) => role.trim()))];
  const unknown = roles.filter((role) => !(GRANTABLE_ROLES as readonly string[]).includes(role));
  if (unknown.length > 0)
    throw new UsageError(
      `--roles names ${unknown.map((role) => `'${role}'`).join(', ')}; known are ${GRANTABLE_ROLES.join(', ')}.`,
    );
  return roles as Role[];
}

/** The person of `--person`, if any. */
export function personIn(given: Given): PersonId | undefined {
  const person = optional(given, 'person');
  if (person !== undefined && !PersonId.safeParse(person).success)
    throw new UsageError(
      '--person has to be letters, digits and . _ : - (64 at most): a reference, no name.',
    );
  return person;
}

function neededPerson(given: Given): PersonId {
  required(given, 'person', 'say who');
  return personIn(given) ?? '';
}
