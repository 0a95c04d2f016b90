/** `leeway keys create`: makes an API key for a person or a system and prints its secret, once. */
import { GRANTABLE_ROLES, PersonId, type Role } from '../domain/vocabulary.ts';
import { UsageError, type Command } from './program.ts';
import { optional, required } from './run.ts';

export const keysCreateCommand: Command = {
  name: 'keys create',
  summary: 'make an API key and print its secret, once',
  help: `
  --name N        whose key it is or what for, in words; kept with the key and the person, never in the journal
  --roles r1,r2   roles of the key: ${GRANTABLE_ROLES.join(', ')}
  --person P      the person in your directory; duties and recusals attach to the person, not to the key.
                  Absent: a person of that name is made
  --unit U        code of the unit the person belongs to
  --expires D     a date (2026-12-31, valid through that day in UTC) or an instant

Prints one line on standard output: the secret. It is stored as a hash and cannot be shown again. Works on an empty
database too, which it migrates first.
`,
  options: {
    name: { type: 'string' },
    roles: { type: 'string' },
    person: { type: 'string' },
    unit: { type: 'string' },
    expires: { type: 'string' },
  },
  run: async (given, program) => {
    const name = required(given, 'name', 'say whose key it is');
    const roles = rolesIn(required(given, 'roles', `one or more of ${GRANTABLE_ROLES.join(', ')}`));
    const person = optional(given, 'person');
    if (person !== undefined && !PersonId.safeParse(person).success)
      throw new UsageError(
        '--person has to be letters, digits and . _ : - (64 at most): a reference, no name.',
      );
    const unit = optional(given, 'unit');
    const expires = optional(given, 'expires');
    const secret = await program.withOpened(async ({ operations }) => {
      const made = await operations.createKey({
        name,
        roles,
        ...(person !== undefined && { person }),
        ...(unit !== undefined && { unit }),
        ...(expires !== undefined && { expiresAt: instantOf(expires) }),
      });
      return made.secret;
    });
    program.out(secret);
    return 0;
  },
};

function rolesIn(text: string): Role[] {
  const roles = [...new Set(text.split(',').map((role) => role.trim()))];
  const unknown = roles.filter((role) => !(GRANTABLE_ROLES as readonly string[]).includes(role));
  if (unknown.length > 0)
    throw new UsageError(
      `--roles names ${unknown.map((role) => `'${role}'`).join(', ')}; known are ${GRANTABLE_ROLES.join(', ')}.`,
    );
  return roles as Role[];
}

function instantOf(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = new Date(isDate ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(at.getTime()) || (isDate && !at.toISOString().startsWith(text)))
    throw new UsageError(
      '--expires has to be a date like 2026-12-31 or an instant like 2026-12-31T16:00:00Z.',
    );
  return at.toISOString();
}
